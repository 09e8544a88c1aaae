/**
 * `npm run bench -- <job> …`: runs each named job (all, when none is named) and prints what it measured as a table; the
 * figures go to `bench/results/<job>.json` as well. Figures are for looking and comparing, never for a test to fail by.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { execFileSync } from 'node:child_process';
import type { Job } from './lib/job.ts';

const folder = new URL('./jobs/', import.meta.url);
const known = (await readdir(folder))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`没有这一项 / no such job: ${unknown.join(', ')}。有的是 / there are: ${known.join(', ')}`);
  process.exit(2);
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const machine = { commit, node: process.version, cores: availableParallelism(), at: new Date().toISOString() };
await mkdir(new URL('./results/', import.meta.url), { recursive: true });
for (const name of wanted.length > 0 ? wanted : known) {
  const job = ((await import(new URL(`${name}.bench.ts`, folder).href)) as { default: Job }).default;
  console.log(`\n${name}: ${job.gist}`);
  const figures = await job.run();
  console.table(Object.fromEntries(figures.map(({ what, ...rest }) => [what, rest])));
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${commit}, Node ${machine.node}, ${machine.cores} cores, peak memory of this process so far ${peakMb} MB`,
  );
  const result = { job: name, gist: job.gist, ...machine, peakMb, figures };
  await writeFile(new URL(`./results/${name}.json`, import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
}
