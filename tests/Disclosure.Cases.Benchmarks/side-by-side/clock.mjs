// The twentieth working day after each day of 2025, by chinese-days: node clock.mjs [days]
// With "days" prints them; else how often one was found, and the processor time it took, after warming up.
import chineseDays from "chinese-days";
import { measure } from "./measure.mjs";

const { findWorkday } = chineseDays;
const WORKING_DAYS = 20;
const starts = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
let next = 0;

if (process.argv[2] === "days") {
  console.log(starts.map((start) => findWorkday(WORKING_DAYS, start)).join(" "));
} else {
  console.log(JSON.stringify(measure(() => findWorkday(WORKING_DAYS, starts[next++ % starts.length]), 100)));
}
