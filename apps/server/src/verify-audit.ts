/** `npm run verify-audit`: recomputes the chain over the audit of every institution. Exit code 1 where it is broken. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { createPool } from './store/database.ts';
import { startEmbedded } from './store/embedded/start-embedded.ts';
import { verifyChain } from './store/sealer.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const dataFolder = resolve(process.env['ZHENGYOU_DATA'] ?? join(repository, '.data'));
const own = process.env['DATABASE_URL'];
const database = own ? undefined : await startEmbedded({ dataDir: dataFolder });
const pool = createPool(own ?? database?.url ?? '', { max: 1 });
try {
  const { rows } = await pool.query<{ institution_id: Id; name: string }>(
    'select institution_id, name from institution',
  );
  for (const { institution_id, name } of rows) {
    const { entries, open, broken } = await verifyChain(pool, institution_id);
    const state = broken ? `断在 broken at ${broken}` : '完整 whole';
    console.log(`${name}  ${entries} 条已封 sealed, ${open} 条未封 open  ${state}`);
    if (broken) process.exitCode = 1;
  }
} finally {
  await pool.end();
  await database?.stop();
}
