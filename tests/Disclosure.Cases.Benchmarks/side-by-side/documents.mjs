// Fills a template with docxtemplater again and again: node documents.mjs TEMPLATE FACTS RESULT
// Prints how often, and the processor time it took, after warming up.
import { readFileSync, writeFileSync } from "node:fs";
import PizZip from "pizzip";
import Docxtemplater from "docxtemplater";
import { measure } from "./measure.mjs";

const [templateFile, factsFile, resultFile] = process.argv.slice(2);
const template = readFileSync(templateFile);
const facts = JSON.parse(readFileSync(factsFile, "utf8"));

function fill() {
  const document = new Docxtemplater(new PizZip(template));
  document.render(facts);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

writeFileSync(resultFile, fill());
console.log(JSON.stringify(measure(fill, 1)));
