/** The house's own source files, and what each imports. Read by TypeScript's own scanner, so that nothing is missed or guessed. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export function filesUnder(folder: string, matches: (path: string) => boolean): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|dist|\.data)\//.test(path) && matches(path))
    .sort();
}

export const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');

export type Module = { readonly path: string; readonly imports: readonly string[] };

/** Imports as paths from the repository's root; packages from outside keep their name. */
export function modulesUnder(folder: string): Module[] {
  return filesUnder(folder, (path) => /\.tsx?$/.test(path)).map((path) => ({
    path,
    imports: ts.preProcessFile(textOf(path), true, true).importedFiles.map((one) => resolveImport(path, one.fileName)),
  }));
}

function resolveImport(from: string, name: string): string {
  if (name.startsWith('.')) return join(dirname(from), name);
  if (name.startsWith('@zhengyou/domain/')) return name.replace('@zhengyou/domain/', 'packages/domain/src/');
  return name;
}

export const isTest = (path: string): boolean => /\.(test|build)\.tsx?$/.test(path);
