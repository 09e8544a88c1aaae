/** Writes the table types from a migrated database: `generate-tables.ts <database url> [--verify]`. */
import { spawnSync } from 'node:child_process';

const [url, flag] = process.argv.slice(2);
if (!url) throw new Error('usage: generate-tables.ts <database url> [--verify]');
const result = spawnSync(
  'node_modules/.bin/kysely-codegen',
  [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--default-schema',
    'public',
    '--exclude-pattern',
    'schema_migration',
    '--date-parser',
    'string',
    '--log-level',
    'error',
    '--out-file',
    'apps/server/src/store/tables.gen.ts',
    ...(flag === '--verify' ? ['--verify'] : []),
  ],
  { stdio: 'inherit' },
);
process.exit(result.status ?? 1);
