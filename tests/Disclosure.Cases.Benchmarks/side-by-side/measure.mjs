// How often a piece of work is done in so many seconds of processor time, after warming up.
const WARM_UP = 2;
const MEASURED = 1.5;

export function measure(work, batch) {
  repeat(work, batch, WARM_UP);
  return repeat(work, batch, MEASURED);
}

function repeat(work, batch, atLeast) {
  const before = process.cpuUsage();
  const wall = process.hrtime.bigint();
  for (let times = 0; ; ) {
    for (let index = 0; index < batch; index++) work();
    times += batch;
    const { user, system } = process.cpuUsage(before);
    const cpuSeconds = (user + system) / 1e6;
    if (cpuSeconds >= atLeast) {
      return { times, cpuSeconds, wallSeconds: Number(process.hrtime.bigint() - wall) / 1e9, bytesAllocated: 0 };
    }
  }
}
