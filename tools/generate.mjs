/** Writes everything that is generated: table types, the API page, the glossary, the schema of the policy file. Run by `npm run generate`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const result = spawnSync('node_modules/.bin/node', ['tools/generate-all.ts'], { cwd: root, stdio: 'inherit' });
process.exit(result.status ?? 1);
