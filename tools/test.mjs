/**
 * Everything a change must pass, on one command. Options: --only static|unit|server|house|papers|journeys;
 * --own-postgres runs the server tests on the embedded database and again on the system's own PostgreSQL.
 */
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { ensureChineseFont, ensureChromium } from './find-chromium.mjs';
import { ensureOffice } from './find-office.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { findNode24 } from './lib/node24.mjs';
import { startOwnPostgres } from './lib/own-postgres.mjs';
import { ROOT, run, stopHelpersOnSignal } from './lib/run.mjs';
import { say, secondsSoFar, tell } from './lib/say.mjs';
import { add, lineOf, nothing, tallyOf } from './lib/tally.mjs';

const PARTS = ['static', 'unit', 'server', 'house', 'papers', 'journeys'];
const total = nothing();
const failures = [];

function count(name, passed) {
  add(total, { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
  if (!passed) failures.push(name);
}

const tool = (path, ...args) => run(findNode24(), [join(ROOT, 'node_modules', path), ...args]);
const STATIC = [
  ['types of server, domain and tools', () => tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json')],
  ['types of the browser part', () => tool('typescript/bin/tsc', '--noEmit', '-p', 'apps/web/tsconfig.json')],
  ['lint', () => tool('oxlint/bin/oxlint', '--deny-warnings')],
  [
    'format',
    () =>
      tool(
        'prettier/bin/prettier.cjs',
        '--check',
        '--log-level=warn',
        '--cache',
        '--cache-location',
        'node_modules/.cache/prettier',
        '.',
      ),
  ],
];

async function runStatic() {
  const waiting = [...STATIC];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, work] = step;
      const { code, output } = await work();
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
      if (code !== 0) console.log(output);
      count(name, code === 0);
    }
  };
  // Two at a time: each is one process that keeps about one core busy.
  await Promise.all([lane(), lane()]);
}

/** @param {string[]} projects @param {NodeJS.ProcessEnv} [env] */
async function runVitest(projects, env = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'zhengyou-report-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    for (const name of projects) args.push('--project', name);
    const { code } = await run(findNode24(), [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
      show: true,
      env: { ...process.env, ...env },
    });
    const tally = tallyOf(await readFile(report, 'utf8').catch(() => undefined), code);
    add(total, tally);
    if (tally.failed > 0) failures.push(projects.join(', '));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runJourneys() {
  const folder = join(ROOT, 'tests/journeys');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  if (!files.some((name) => name.endsWith('.test.ts'))) return;
  const chromium = await ensureChromium();
  await ensureChineseFont();
  await runVitest(['journeys'], { CHROMIUM_PATH: chromium });
}

async function runOnOwnPostgres() {
  await buildWeb();
  await runVitest(['server'], { DATABASE_URL: '' });
  const database = await startOwnPostgres();
  say(`再用系统的 PostgreSQL 运行（${database.bin}）。`, `Once more on the system's own PostgreSQL (${database.bin}).`);
  try {
    await runVitest(['server'], { DATABASE_URL: database.url });
  } finally {
    await database.stop();
  }
}

/** The Word files, set by LibreOffice and measured. */
async function runPapers() {
  const office = await ensureOffice();
  await ensureChineseFont();
  await runVitest(['papers'], { SOFFICE_PATH: office });
}

/** A step that cannot even be tried is a failure that is told, and the rest still runs. */
async function attempt(name, work) {
  try {
    await work();
    return true;
  } catch (error) {
    tell(error);
    count(name, false);
    return false;
  }
}

function chosenParts() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return PARTS;
  const chosen = (process.argv[at + 1] ?? '').split(',');
  if (chosen.every((name) => PARTS.includes(name))) return chosen;
  console.error(`--only ${PARTS.join('|')}`);
  process.exit(2);
}

async function main() {
  const parts = chosenParts();
  if (!(await attempt('dependencies', ensureDependencies))) return;
  if (process.argv.includes('--own-postgres')) {
    await attempt('own PostgreSQL', runOnOwnPostgres);
    return;
  }
  if (parts.includes('static')) await runStatic();
  // The whole house serves its pages, also where a server test starts it as users do.
  const isServed = ['server', 'journeys'].some((name) => parts.includes(name));
  const built = isServed && (await attempt('build of the browser part', buildWeb));
  const withoutBrowser = parts.filter((name) => !['static', 'papers', 'journeys'].includes(name));
  if (withoutBrowser.length > 0) await attempt(withoutBrowser.join(', '), () => runVitest(withoutBrowser));
  if (parts.includes('papers')) await attempt('papers', runPapers);
  if (built && parts.includes('journeys')) await attempt('journeys', runJourneys);
}

stopHelpersOnSignal();
await main();
if (total.passed + total.failed === 0) failures.push('no test ran');
console.log(failures.length > 0 ? `\n✗ ${failures.join(' · ')}` : '');
console.log(`${secondsSoFar()} s`);
console.log(lineOf(total));
process.exit(failures.length > 0 || total.failed > 0 ? 1 : 0);
