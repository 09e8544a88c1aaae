import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { say } from '../kit/words.ts';
import { cadencesOn, findRequirement, parsePolicy, postsNamedIn, type Policy } from './policy.ts';
import { asksOf } from './policy.words.ts';
import { policySchema } from './policy.schema.ts';

const folder = new URL('../../../../policies/examples/', import.meta.url);
const examples = readdirSync(folder);
const on = plainDate('2026-11-23');

function example(id: string): Policy {
  const parsed = parsePolicy(parse(readFileSync(new URL(`${id}/policy.yaml`, folder), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.policy;
}
const asks = (policy: Policy, tier: string) =>
  cadencesOn(policy, on, tier).map((row) => say(asksOf(row).words, 'zh', asksOf(row).facts));

describe('institutions of other shapes', () => {
  it.each(examples)('%s is read without a problem', (id) => {
    expect(example(id).id).toBe(id);
  });

  it('a university: five tiers, three duties at once, another number for the secretary', () => {
    const policy = example('university-five-tiers');
    expect(policy.tiers.map((tier) => tier.id)).toEqual(['party', 'college', 'branch', 'commissioner', 'staff']);
    expect(asks(policy, 'party')).toEqual([
      '每月至少通话 1 次',
      '每学期至少见面 1 次，望见面 2 次',
      '每年一般走访 1 次',
    ]);
    expect(asks(policy, 'branch')).toEqual(['每学期至少见面 1 次，望见面 2 次']);
    const quota = findRequirement(policy, 'quota', on, 'party');
    const said = quota && asksOf(quota, postsNamedIn(policy));
    expect(said && say(said.words, 'zh', said.facts)).toBe(
      '每位联系 3 至 5 人，书记、校长每位联系 4 至 6 人，其中职位至少联系 1 人',
    );
  });

  it('a district association: two months, and a soft rule', () => {
    const policy = example('district-association');
    expect(asks(policy, 'chairs')).toEqual(['每两个月至少走访 1 次']);
    expect(asks(policy, 'street')).toEqual(['每月一般碰面 1 次']);
  });

  it('an institute without numbers says so, and not zero', () => {
    const policy = example('no-numbers');
    expect(asks(policy, 'board')).toEqual(['没有定次数']);
    const quota = findRequirement(policy, 'quota', on, 'board');
    expect(quota && asksOf(quota).words.zh).toBe('没有定人数');
  });

  it('the schema for editors stands beside them as it is generated', () => {
    const written = readFileSync(new URL('../policy.schema.json', folder), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(policySchema())));
  });
});
