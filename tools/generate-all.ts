/** Generated pages and types. The database that the types are read from is an embedded one, made for the moment. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { policySchema } from '@zhengyou/domain/policy/policy.schema.ts';
import { startEmbedded } from '../apps/server/src/store/embedded/start-embedded.ts';
import { migrate } from '../apps/server/src/store/migrate.ts';
import { allEndpoints } from './lib/endpoints.ts';
import { cataloguePage, readFields } from './lib/field-catalogue.ts';
import { glossaryOf } from './lib/glossary.ts';
import { openApiOf } from './lib/open-api.ts';
import { readShippedPolicy, traceOf, tracePage } from './lib/trace.ts';
import { allWords } from './lib/words.ts';

await writeFile('docs/openapi.json', `${JSON.stringify(openApiOf(await allEndpoints()), null, 2)}\n`);
console.log('docs/openapi.json');
await writeFile('docs/glossary.md', glossaryOf(await allWords()));
console.log('docs/glossary.md');
await writeFile('docs/trace.md', tracePage(await traceOf(await readShippedPolicy(), await allEndpoints())));
console.log('docs/trace.md');

await writeFile('policies/policy.schema.json', `${JSON.stringify(policySchema(), null, 2)}\n`);
console.log('policies/policy.schema.json');

const folder = await mkdtemp(join(tmpdir(), 'zhengyou-generate-'));
await chmod(folder, 0o711);
const database = await startEmbedded({ dataDir: folder, durable: false });
try {
  await migrate(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await writeFile('docs/field-catalogue.md', cataloguePage(await readFields(client)));
  await client.end();
  console.log('docs/field-catalogue.md');
  const result = spawnSync(process.execPath, ['tools/generate-tables.ts', database.url], { stdio: 'inherit' });
  if (result.status !== 0) process.exitCode = 1;
  else console.log('apps/server/src/store/tables.gen.ts');
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
