/** Every pair of words in the house, read from the words files themselves. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Words } from '@zhengyou/domain/kit/words.ts';

const REPOSITORY = new URL('../../', import.meta.url);
const FOLDERS = ['packages/domain/src', 'apps/server/src', 'apps/web/src'];

export type Entry = { readonly file: string; readonly table: string; readonly key: string; readonly words: Words };

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Words).zh === 'string' &&
  typeof (value as Words).en === 'string';

export async function allWords(): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(fileURLToPath(new URL(folder, REPOSITORY)), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.words.ts')).sort()) {
      const file = `${folder}/${name}`;
      const module = (await import(new URL(file, REPOSITORY).href)) as Record<string, unknown>;
      // Namespaces list their names in another order under the test runner than under Node.
      for (const [table, value] of Object.entries(module).sort(([a], [b]) => (a < b ? -1 : 1)))
        entries.push(...entriesOf(file, table, '', value));
    }
  }
  return entries;
}

/** Tables may nest; a leaf is a pair. Refusal makers give their pair when called. */
function entriesOf(file: string, table: string, key: string, value: unknown): Entry[] {
  if (isWords(value)) return [{ file, table, key, words: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => entriesOf(file, table, key ? `${key}.${name}` : name, inner));
}
