/** `npm run policy -- check FILE`, `-- explain FILE --on DATE`, `-- diff A B`. */
import { runPolicy } from './lib/policy-cli.ts';

process.exitCode = await runPolicy(process.argv.slice(2), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  languageOfSystem: process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '',
});
