import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_LIMIT } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { readPolicyFile, readPolicyText } from './read-policy-file.ts';

const SHIPPED = readFileSync(new URL('../../../../../policies/som-2018/policy.yaml', import.meta.url), 'utf8');

/** The first problem as `line:column path message`; the text itself says where it should be, by the mark ▸. */
function look(text: string) {
  const reading = readPolicyText(text.replace('▸', ''));
  if (reading.ok) return 'ok';
  const [first] = reading.problems;
  return first ? `${first.line}:${first.column} ${first.path} ${first.message.en}` : 'refused without a reason';
}
const markOf = (text: string) => {
  const before = text.slice(0, text.indexOf('▸')).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};
const edited = (from: string, to: string) => {
  if (!SHIPPED.includes(from)) throw new Error(`the shipped file does not say: ${from}`);
  return SHIPPED.replace(from, to);
};
const MIN = 'value: { min: 2, max: null }';

describe('a policy file', () => {
  it('is read with its comments, however its lines end', () => {
    expect(readPolicyText(SHIPPED).ok).toBe(true);
    expect(readPolicyText(SHIPPED.replaceAll('\n', '\r\n')).ok).toBe(true);
    expect(readPolicyFile(Buffer.from(`\uFEFF${SHIPPED}`)).ok).toBe(true);
  });

  it.each([
    ['an unknown kind', edited('kind: quota', 'kind: ▸quotas'), 'requirements[', 'kind'],
    ['a contradictory quota', edited(MIN, 'value: ▸{ min: 3, max: 2 }'), '.value', 'below'],
    ['a clause that is not there', edited("basis: '5.1'", "basis: ▸'5.9'"), '.basis', 'no clause 5.9'],
    ['a huge number', edited(MIN, 'value: { min: ▸99999999999999999999, max: null }'), ' ', '9999'],
    ['infinity', edited(MIN, 'value: { min: ▸.inf, max: null }'), ' ', 'whole one'],
    ['an exponent', edited(MIN, 'value: { min: ▸2e1, max: null }'), ' ', 'whole one'],
    ['a clause without quotes', edited("basis: '5.1'", 'basis: ▸5.1'), ' ', "'5.1'"],
    ['a key that stands twice', edited('year: calendar', 'year: calendar\n▸year: calendar'), ' ', 'year stands twice'],
    ['a tab', edited('    class: preamble', '\t▸   class: preamble'), ' ', 'tab'],
    ['an anchor', edited('{ zh: 依据什么定的', '&▸one { zh: 依据什么定的'), ' ', 'anchor'],
    ['a merge key', edited('year: calendar', 'year: calendar\n▸<<: { until: null }'), ' ', 'merge key'],
    ['a tag', edited('year: calendar', 'year: ▸!!js/function calendar'), ' ', 'tag'],
    ['a directive', `▸%TAG ! tag:evil,2000:\n---\n${SHIPPED}`, ' ', ''],
    ['a second document', `${SHIPPED}\n▸---\n${SHIPPED}`, ' ', 'Two documents'],
    ['a comma in braces', edited('en: What it rests on }', 'en: What it rests on, ▸and what not }'), ' ', 'in quotes'],
    ['an unclosed bracket', edited(MIN, 'value: { min: 2, max: null'), ' ', ''],
    ['nothing', '▸', ' ', 'empty'],
    ['only comments', '▸# nothing\n', ' ', ''],
    ['a word', '▸hello', ' ', ''],
  ])('with %s is refused at its line', (_, text, path, says) => {
    const found = look(text);
    expect(found).not.toBe('ok');
    expect(found).toContain(path);
    expect(found).toContain(says);
    // Where the fault lies open to the end of the file, or a mark stands before its token, the line alone is checked.
    if (text.includes('▸')) expect(found.split(':')[0]).toBe(markOf(text).split(':')[0]);
  });

  it('says column and line of a value, in both languages', () => {
    const text = edited("basis: '5.1'", "basis: ▸'5.9'");
    expect(look(text)).toMatch(new RegExp(`^${markOf(text)} requirements\\[\\d+\\]\\.basis `));
    const reading = readPolicyText(text.replace('▸', ''));
    expect(reading.ok ? '' : reading.problems[0]?.message.zh).toContain('5.9');
  });

  it('is refused quickly where an anchor would unfold into millions', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 12; at += 1) bomb.push(`a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}*a${at - 1}]`);
    expect(look(bomb.join('\n'))).toContain('anchor');
  });

  it.each([
    ['brackets', `a: ${'['.repeat(50_000)}`],
    ['brackets that close', `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['lists in lists', `${'- '.repeat(20_000)}x`],
    ['indentation', Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('is refused, not survived, when it nests: %s', (_, text) => {
    expect(look(text)).toContain('Nested too deeply');
  });

  it('finds every problem at once, in the order of the lines, and says how many are left over', () => {
    const three = edited("basis: '5.1'", "basis: '5.9'").replace("basis: '5.2'", "basis: '5.8'");
    const reading = readPolicyText(three);
    const lines = reading.ok ? [] : reading.problems.map((problem) => problem.line);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const many = readPolicyText(SHIPPED.replaceAll('strength:', 'strenght:').replaceAll('basis:', 'bases:'));
    expect(many.ok ? 0 : many.problems.length).toBeLessThanOrEqual(101);
  });

  it('is no text where its bytes are none', () => {
    for (const bytes of [
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      Buffer.from([0xff, 0xfe, 0x41]),
      Buffer.from([0xc3, 0x28]),
    ]) {
      const reading = readPolicyFile(bytes);
      expect(reading.ok ? '' : reading.problems[0]?.message.en).toContain('no text file');
    }
  });

  it('is not read at all above the limit', () => {
    for (const size of [FILE_LIMIT + 1, 10 * 1024 * 1024]) {
      const reading = readPolicyFile(Buffer.alloc(size, 0x20));
      expect(reading.ok ? '' : reading.problems[0]?.message.en).toContain('512 KB');
    }
  });

  it('gives no way to reach behind an object', () => {
    expect(look(`__proto__: { polluted: true }\n${SHIPPED}`)).not.toBe('ok');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
