/** The command as people call it: a process of its own, its exit code, what it says and where. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const SHIPPED_FILE = join(repository, 'policies/som-2018/policy.yaml');
const SHIPPED = readFileSync(SHIPPED_FILE, 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengyou-policy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `${files}.yaml`);
  writeFileSync(path, content);
  return path;
}

function run(args: readonly string[], env: Record<string, string> = {}) {
  const { LC_ALL: _, LC_MESSAGES: __, ...rest } = process.env;
  const result = spawnSync(process.execPath, ['tools/policy.ts', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...rest, LANG: 'zh_CN.UTF-8', ...env },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe('policy check', () => {
  it('ends with 0 where nothing is wrong, in Chinese and in English', () => {
    const zh = run(['check', SHIPPED_FILE]);
    expect([zh.code, zh.err]).toEqual([0, '']);
    expect(zh.out).toContain('没有问题');
    expect(run(['check', SHIPPED_FILE, '--lang', 'en']).out).toContain('no problem');
    expect(run(['check', SHIPPED_FILE], { LANG: 'en_GB.UTF-8' }).out).toContain('no problem');
  });

  it('ends with 1 and says file, line, column, path and what to do', () => {
    const path = file(SHIPPED.replace("basis: '5.1'", "basis: '5.9'"));
    const found = run(['check', path]);
    const line = SHIPPED.split("basis: '5.1'")[0]?.split('\n').length;
    expect(found.code).toBe(1);
    expect(found.err).toMatch(new RegExp(`^${path}:${line}:\\d+ requirements\\[\\d+\\]\\.basis：没有第 5\\.9 条`));
    expect(run(['check', path, '--lang=en']).err).toContain('There is no clause 5.9');
  });

  it.each([
    ['a tab', SHIPPED.replace('\nyear:', '\n\tyear:'), 'tab'],
    ['a key twice', SHIPPED.replace('\nyear:', '\nyear: calendar\nyear:'), 'stands twice'],
    ['an anchor', SHIPPED.replace('clauses:', 'clauses: &all'), 'anchor'],
    ['a bomb', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]`, 'anchor'],
    ['a huge number', SHIPPED.replace('value: { min: 2', 'value: { min: 1000000000000'), '9999'],
    ['an unknown kind', SHIPPED.replace('kind: quota', 'kind: quotas'), 'no known kind'],
    ['a contradiction', SHIPPED.replace('value: { min: 2, max: null', 'value: { min: 2, max: 1'), 'below the lower'],
    ['bytes that are no text', Buffer.from([0, 1, 2, 255]), 'no text file'],
    ['ten megabytes', Buffer.alloc(10 * 1024 * 1024, 0x23), 'too large'],
  ])('ends with 1 for %s', (_, content, says) => {
    const found = run(['check', file(content), '--lang', 'en']);
    expect([found.code, found.out]).toEqual([1, '']);
    expect(found.err).toContain(says);
  });

  it('finds that two files are in force together', () => {
    const other = file(
      SHIPPED.replace('id: som-2018', 'id: som-2027').replace("from: '2018-06-07'", "from: '2027-01-01'"),
    );
    const found = run(['check', SHIPPED_FILE, other, '--lang', 'en']);
    expect(found.code).toBe(1);
    expect(found.err).toContain('in force together with som-2018');
  });
});

describe('policy explain', () => {
  it('says clause by clause what is in force on a day', () => {
    const found = run(['explain', SHIPPED_FILE, '--on', '2026-11-23']);
    expect([found.code, found.err]).toEqual([0, '']);
    expect(found.out).toContain('每位至少联系 2 人');
    expect(found.out).toContain('自定，不是原文');
    expect(run(['explain', SHIPPED_FILE, '--on=2026-11-23', '--lang', 'en']).out).toContain('at least 2 each');
  });

  it('says that nothing is in force before the first day', () => {
    expect(run(['explain', SHIPPED_FILE, '--on', '2018-06-06']).out).toContain('没有执行');
  });

  it.each([[['explain', SHIPPED_FILE]], [['explain', SHIPPED_FILE, '--on', '2026-02-30']]])(
    'ends with 2 without a day: %j',
    (args) => {
      const found = run(args);
      expect([found.code, found.out]).toEqual([2, '']);
      expect(found.err).toContain('不是日期');
    },
  );
});

describe('policy diff', () => {
  it('ends with 0 for the same, whatever the comments say', () => {
    expect(run(['diff', SHIPPED_FILE, file(`# 注\n${SHIPPED}`)])).toMatchObject({ code: 0, err: '' });
  });

  it('ends with 1 and names what differs', () => {
    const other = file(SHIPPED.replace('value: { min: 2, max: null }', 'value: { min: 3, max: null }'));
    const found = run(['diff', SHIPPED_FILE, other]);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/^~ 第 5\.1 条 联系几位（quota-school）\n {4}value\.min：2 → 3\n$/);
  });

  it('ends with 2 where one cannot be read', () => {
    expect(run(['diff', SHIPPED_FILE, file('x')]).code).toBe(2);
  });
});

describe('the command', () => {
  it.each([[[]], [['check']], [['frob', 'x']], [['check', '--frob']], [['check', '/nowhere/policy.yaml']]])(
    'ends with 2 and says how it is used: %j',
    (args) => {
      const found = run(args);
      expect([found.code, found.out]).toEqual([2, '']);
      expect(found.err.length).toBeGreaterThan(10);
    },
  );

  it('says how it is used when asked, with 0', () => {
    expect(run(['--help', '--lang', 'en'])).toMatchObject({ code: 0, err: '' });
  });
});
