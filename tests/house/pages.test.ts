/** What is written beside the code: generated files in step, decisions in one shape, links that lead somewhere. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { filesUnder, repository, textOf } from '../support/sources.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const markdown = [
  ...filesUnder('docs', (path) => path.endsWith('.md')),
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
];

describe('the written pages', () => {
  it('have the table types in step (npm run generate)', () => {
    const result = spawnSync(process.execPath, ['tools/generate-tables.ts', database.url, '--verify'], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect([result.status, result.stderr]).toEqual([0, '']);
  });

  it('tell each decision as trouble, choice and price, numbered without a gap', () => {
    const decisions = filesUnder('docs/decisions', (path) => path.endsWith('.md'));
    expect(decisions.length).toBeGreaterThan(4);
    decisions.forEach((path, index) => {
      expect(path).toMatch(new RegExp(`/${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
      for (const head of ['## Trouble', '## Choice', '## Price'])
        expect([path, textOf(path).includes(`\n${head}\n`)]).toEqual([path, true]);
    });
  });

  it('link only to what is there', () => {
    const broken = markdown.flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !existsSync(join(repository, dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('keep every migration that has landed in order and forward', () => {
    const migrations = filesUnder('apps/server/migrations', (path) => path.endsWith('.sql'));
    // Numbered by whoever began first and landed in whatever order: each number once.
    const numbers = migrations.map((path) => /\/(\d{4})_[a-z_]+\.sql$/.exec(path)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(migrations.filter((path) => /drop\s+table/i.test(textOf(path)))).toEqual([]);
  });
});
