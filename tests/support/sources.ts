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

export type Module = {
  readonly path: string;
  /** All imports, types included. */
  readonly imports: readonly string[];
  /** Those that are still there when the program runs. */
  readonly runtime: readonly string[];
};

/** Imports as paths from the repository's root; packages from outside keep their name. */
export function modulesUnder(folder: string): Module[] {
  return filesUnder(folder, (path) => /\.tsx?$/.test(path)).map((path) => {
    const text = textOf(path);
    const named = (name: string) => resolveImport(path, name);
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    const runtime = source.statements.flatMap((statement) => {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
      const isType = ts.isImportDeclaration(statement) ? isTypeOnly(statement) : statement.isTypeOnly;
      const from = statement.moduleSpecifier;
      return from && ts.isStringLiteral(from) && !isType ? [named(from.text)] : [];
    });
    return {
      path,
      imports: ts.preProcessFile(text, true, true).importedFiles.map((one) => named(one.fileName)),
      runtime,
    };
  });
}

/** `import type …`, or an import of nothing but types. */
function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = importClause.namedBindings;
  return (
    !importClause.name &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.every((one) => one.isTypeOnly)
  );
}

function resolveImport(from: string, name: string): string {
  if (name.startsWith('.')) return join(dirname(from), name);
  if (name.startsWith('@zhengyou/domain/')) return name.replace('@zhengyou/domain/', 'packages/domain/src/');
  return name;
}

export const isTest = (path: string): boolean => /\.(test|build)\.tsx?$/.test(path);
