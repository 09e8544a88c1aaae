/** Starts the house: database, schema, first data, server; and stops it cleanly. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { seedDemo } from '../seeds/demo/seed-demo.ts';
import { tellStory } from '../seeds/demo/story-of-matters.ts';
import { createHouse } from './composition.ts';
import { readFirstPolicy } from './features/policy/load-policy.ts';
import { systemClock } from './outside/clock.ts';
import { createFieldCipher, loadFieldKey } from './outside/field-cipher.ts';
import { postFromEnvironment } from './outside/messenger.ts';
import { createPool, isGuarded } from './store/database.ts';
import { startEmbedded } from './store/embedded/start-embedded.ts';
import { migrate, SchemaTrouble } from './store/migrate.ts';
import { startJobs } from './store/jobs.ts';
import { startSealer } from './store/sealer.ts';
import { roundsOf } from './rounds.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

const { values: flags } = parseArgs({
  options: {
    port: { type: 'string' },
    serve: { type: 'boolean', default: false },
    institution: { type: 'string' },
    policy: { type: 'string' },
  },
});
const demo = !flags.serve;
const port = Number(flags.port ?? process.env['PORT'] ?? 4100);
const host = process.env['HOST'] ?? (demo ? '127.0.0.1' : '0.0.0.0');
const dataFolder = resolve(process.env['ZHENGYOU_DATA'] ?? join(repository, '.data'));
const say = (line: string) => console.log(line);

/** What has to be undone on the way out, last first. */
const closers: (() => Promise<unknown>)[] = [];
const giveUp = new AbortController();
let leaving = false;
async function leave(code: number): Promise<void> {
  // A terminal and the starter may both pass on the same Ctrl-C: the second one must not cut the first short.
  if (leaving) return;
  leaving = true;
  giveUp.abort();
  // A part that hangs must not keep the others, or the terminal, waiting.
  setTimeout(() => process.exit(code), 2800).unref();
  await starting;
  for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error));
  process.exit(code);
}
// `disconnect`: the starter is gone without a word.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(name, () => void leave(0));

async function start() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new SchemaTrouble('端口要写 1 到 65535 之间的数。 The port must be a number from 1 to 65535.');
  await tryPort();
  const policyFile = flags.policy === undefined ? undefined : await checkedPolicy(flags.policy);
  const webFolder = join(repository, 'apps/web/dist');
  if (!existsSync(join(webFolder, 'index.html')))
    throw new SchemaTrouble('网页还没有构建，请用 npm start 启动。 The pages are not built yet: start with npm start.');
  await mkdir(dataFolder, { recursive: true });
  const own = process.env['DATABASE_URL'];
  const database = own ? undefined : await startEmbedded({ dataDir: dataFolder, progress: say, signal: giveUp.signal });
  if (database) closers.push(() => database.stop());
  const url = own ?? database?.url ?? '';
  await migrate(url, say);
  const pool = createPool(own ?? database?.fastUrl ?? url);
  closers.push(() => pool.end());
  if (!(await isGuarded(pool)))
    throw new SchemaTrouble(
      '应用的数据库角色能绕过行级安全，已停下。 The application’s database role may bypass row security; stopped.',
    );

  const cipher = createFieldCipher(await loadFieldKey(dataFolder));
  const founded = (await pool.query('select 1 from institution limit 1')).rowCount === 1;
  if (demo && !founded) {
    say('装入演示数据… Seeding the demo institution…');
    await seedDemo(pool, cipher, systemClock(), flags.institution);
    // The other institutions come as they are, to be tried with rules of another shape.
    if (flags.institution === undefined) await tellStory({ pool, cipher, demo }, systemClock());
  }
  const claimToken = !demo && !founded ? randomBytes(18).toString('base64url') : undefined;
  const post = postFromEnvironment(process.env, process.env['ZHENGYOU_ADDRESS'] ?? `http://localhost:${port}`);
  const app = await createHouse({
    pool,
    post,
    clock: systemClock,
    cipher,
    demo,
    claimToken,
    policyFile,
    webFolder,
    trustProxy: process.env['TRUST_PROXY'] === '1',
    logger: { level: process.env['LOG_LEVEL'] ?? (demo ? 'warn' : 'info'), redact: ['req.headers.cookie'] },
  });
  closers.push(() => app.close());
  const sealer = startSealer(pool, app.log);
  closers.push(() => sealer.stop());
  await app.listen({ port, host }).catch(toldOfPort);
  announce(claimToken);
  // Once the pages are there: nobody waits for it, and a house whose jobs do not start says so on its page of channels.
  if (process.env['ZHENGYOU_WORKER'] !== 'off') {
    const parts = { pool, clock: systemClock, cipher, post, log: app.log };
    await startJobs(own ?? database?.url ?? url, roundsOf(parts), app.log).then(
      (jobs) => closers.push(() => jobs.stop()),
      (error: unknown) => app.log.error({ err: error }, 'the jobs could not be started'),
    );
  }
}

/** A file that cannot be put in force is told before anything is founded on it. */
async function checkedPolicy(path: string): Promise<URL> {
  const file = pathToFileURL(resolve(path));
  try {
    await readFirstPolicy(file);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new SchemaTrouble(`这份办法用不了 These measures cannot be used: ${told}`);
  }
  return file;
}

function toldOfPort(error: NodeJS.ErrnoException): never {
  if (error.code !== 'EADDRINUSE') throw error;
  throw new SchemaTrouble(
    `端口 ${port} 已被占用：换一个，例如 npm start -- --port ${port + 1}。 Port ${port} is taken; try npm start -- --port ${port + 1}.`,
  );
}

/** Asked before the database is started, so that a taken port is told at once. */
const tryPort = (): Promise<void> =>
  new Promise<void>((free, taken) => {
    const probe = createServer()
      .once('error', taken)
      .listen(port, host, () => probe.close(() => free()));
  }).catch(toldOfPort);

function announce(claimToken: string | undefined) {
  const address = `http://localhost:${port}`;
  say('');
  say(`诤友 Zhengyou  ${address}`);
  if (demo) {
    say(
      '演示数据，人名都是虚构的。打开后不用密码，先选「周敏 统战部」，导入示例台账；再选「田文建 院长」，在手机上记一次谈话。',
    );
    say(
      'Demo with invented people. Open it and sign in without a password: first as 周敏 (office), to import the sample ledger; then as a leader.',
    );
  }
  if (claimToken) {
    say(`第一次使用，请打开 First run, please open: ${address}/claim`);
    say(`认领口令 Claim token: ${claimToken}`);
  }
  say('Ctrl-C 停止 to stop');
}

const starting = start().catch((error: unknown) => {
  if (leaving) return;
  // A trouble that the user can do something about is told in its own words; a bug with its stack.
  const told = error instanceof SchemaTrouble || (error as { told?: unknown }).told === true;
  console.error(told ? `\n${(error as Error).message}` : error);
  void leave(1);
});
