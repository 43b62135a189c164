// How often a piece of work is done in three seconds of processor time, after as long a warm-up.
const SECONDS = 3;

export function measure(work, batch) {
  repeat(work, batch);
  return repeat(work, batch);
}

function repeat(work, batch) {
  const before = process.cpuUsage();
  const wall = process.hrtime.bigint();
  for (let times = 0; ; ) {
    for (let index = 0; index < batch; index++) work();
    times += batch;
    const { user, system } = process.cpuUsage(before);
    const cpuSeconds = (user + system) / 1e6;
    if (cpuSeconds >= SECONDS) {
      return { times, cpuSeconds, wallSeconds: Number(process.hrtime.bigint() - wall) / 1e9, bytesAllocated: 0 };
    }
  }
}
