/** The guide's examples are files that the reader of policies takes; every kind of requirement has one. */
import { describe, expect, it } from 'vitest';
import { REQUIREMENT_KINDS } from '@zhengyou/domain/policy/requirement.ts';
import { readPolicyText } from '../../apps/server/src/features/policy/read-policy-file.ts';
import { textOf } from '../support/sources.ts';

const guide = textOf('docs/guides/adopt-your-own-policy.md');
const blocks = [...guide.matchAll(/^```yaml( requirement)?\n([\s\S]*?)^```$/gm)].map((match) => ({
  isPart: match[1] !== undefined,
  text: match[2] ?? '',
}));
const whole = blocks.find((block) => !block.isPart);
const parts = blocks.filter((block) => block.isPart);
const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');

describe('the guide to a policy of one’s own', () => {
  it('shows a whole file that is taken as it stands', () => {
    expect(readPolicyText(whole?.text ?? '')).toMatchObject({ ok: true });
  });

  it.each(parts.map((part) => [/kind: (\w+)/.exec(part.text)?.[1] ?? '', part.text] as const))(
    'shows a %s that fits into it',
    (_, text) => {
      const reading = readPolicyText(`${whole?.text ?? ''}${indented(text)}`);
      expect(reading.ok ? [] : reading.problems).toEqual([]);
    },
  );

  it('shows every kind of requirement', () => {
    const shown = new Set(parts.map((part) => /kind: (\w+)/.exec(part.text)?.[1]));
    expect(REQUIREMENT_KINDS.filter((kind) => !shown.has(kind))).toEqual([]);
  });
});
