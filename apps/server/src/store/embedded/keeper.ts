import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedError } from './embedded-error.ts';

/** Any constant will do; it only has to be the same in every version of the program. */
const LOCK = 1_214_869_001;

export type Keeper = { end(): Promise<void> };

/**
 * One connection held as long as the app lives. Its advisory lock keeps a second app off the same data and goes with
 * the process however it dies, which no lock file does; its end tells that the server is gone.
 */
export async function keep(url: string, onLost: () => void): Promise<Keeper> {
  const client = new pg.Client({ connectionString: url, application_name: `zhengyou ${process.pid}`, keepAlive: true });
  let ended = false;
  const lost = (): void => {
    if (!ended) onLost();
    ended = true;
  };
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  try {
    await takeLock(client);
  } catch (error) {
    ended = true;
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    end: async () => {
      ended = true;
      await client.end().catch(() => undefined);
    },
  };
}

async function takeLock(client: pg.Client): Promise<void> {
  // A killed app's session lingers for a moment until the server notices.
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (rows[0]?.mine) return;
    await sleep(100);
  }
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and objid = $1 and granted`,
    [LOCK],
  );
  throw new EmbeddedError('inUse', { who: rows[0]?.name ?? '?' });
}
