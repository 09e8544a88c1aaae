/** One thing to measure: it sets up what it needs, runs, clears up, and says its figures. */
export type Job = { readonly gist: string; run(): Promise<readonly Figure[]> };

/** `what` names a row of the table; the other fields are its columns, units in their names (`p95Ms`, `perSecond`). */
export type Figure = { readonly what: string; readonly [column: string]: string | number };

/** Median, p95, p99, least and most of times in milliseconds, rounded to hundredths. */
export function spread(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;
  return { runs: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), leastMs: at(0), mostMs: at(1) };
}

/** Runs the work again and again, one after another, and keeps each time in milliseconds. */
export async function timed(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times;
}
