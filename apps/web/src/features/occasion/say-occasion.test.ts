import { describe, expect, it } from 'vitest';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { centsOf, standsOf, toldBy, yuanOf } from './say-occasion.ts';

const saying = { language: 'zh', today: plainDate('2026-11-23') } as const;
const named = (name: string) => ({ id: name as Id, name });
const told = {
  kind: 'hardship',
  person: { ...named('岑文甲'), pairingId: 'p' as Id },
  leader: named('田文建'),
  raisedAs: 'unit',
  raisedBy: '顾晓芸',
  raisedOn: plainDate('2026-11-20'),
  action: 'comfort',
  answer: null,
  status: 'open',
} as const;
const answer = { by: '田文建', at: '', channel: null, on: null, words: null, seen: false };

describe('an occasion in sentences', () => {
  it('says who told it, and who is asked for what', () => {
    expect(toldBy(told, saying)).toBe('单位 11 月 20 日告知');
    expect(toldBy(told, saying, true)).toBe('单位（顾晓芸）11 月 20 日告知');
    expect(toldBy({ ...told, raisedAs: 'self' }, saying, true)).toBe('本人 11 月 20 日告知');
    expect(standsOf(told, saying)).toBe('请田文建看望。');
    expect(standsOf(told, { ...saying, self: told.leader.id })).toBe('请您看望。');
  });

  it('says how it ended', () => {
    const done = { ...answer, channel: 'visit', on: plainDate('2026-11-22') } as const;
    expect(standsOf({ ...told, status: 'done', answer: done }, saying)).toBe('田文建 11 月 22 日回应了：走访。');
    expect(standsOf({ ...told, status: 'declined', answer: { ...answer, words: '在外' } }, saying)).toBe(
      '田文建：在外',
    );
    expect(standsOf({ ...told, status: 'withdrawn' }, saying)).toBe('已经撤回。');
  });

  it.each([
    ['200', 20_000],
    [' 19.9 ', 1990],
    ['0.05', 5],
    ['0', undefined],
    ['-3', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('%s yuan', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
    if (cents !== undefined) expect(centsOf(yuanOf(cents))).toBe(cents);
  });
});
