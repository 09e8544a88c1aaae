/**
 * The worker alone, beside servers that were started with ZHENGYOU_WORKER=off. It needs DATABASE_URL and the field key of the house; any
 * number of them may run, and each may be killed at any moment.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from './outside/clock.ts';
import { createFieldCipher, loadFieldKey } from './outside/field-cipher.ts';
import { postFromEnvironment } from './outside/messenger.ts';
import { roundsOf } from './rounds.ts';
import { createPool, isGuarded } from './store/database.ts';
import { startJobs } from './store/jobs.ts';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('请写明数据库 DATABASE_URL。 Please say DATABASE_URL.');
  process.exit(1);
}
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const dataFolder = resolve(process.env['ZHENGYOU_DATA'] ?? join(repository, '.data'));

const pool = createPool(url, { max: 4 });
if (!(await isGuarded(pool))) throw new Error('the application’s database role may bypass row security');
const cipher = createFieldCipher(await loadFieldKey(dataFolder));
const post = postFromEnvironment(process.env, process.env['ZHENGYOU_ADDRESS'] ?? 'http://localhost:4100');
const log = { error: (facts: object, text: string) => console.error(text, facts) };
const jobs = await startJobs(url, roundsOf({ pool, clock: systemClock, cipher, post, log }), log);
console.log('ready');

let leaving = false;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(name, () => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => process.exit(0), 4000).unref();
    void jobs
      .stop()
      .then(() => pool.end())
      .then(() => process.exit(0));
  });
