import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { readHandling, sayHandling, splitHandling, type HandledNow } from './handling.ts';

describe('what the column of handling claims', () => {
  it.each([
    ['', 'open'],
    ['无', 'open'],
    ['尚未解决', 'open'],
    ['待答复', 'open'],
    ['还没有办', 'open'],
    ['正在办理', 'underWay'],
    ['已转后勤处，正在办理', 'underWay'],
    ['已转相关部门', 'handedOn'],
    ['已转后勤处', 'handedOn'],
    ['列入明年计划', 'planned'],
    ['2026.5 已答复，列入计划', 'planned'],
    ['已答复', 'answered'],
    ['已当面答复', 'answered'],
    ['已答复：暂不可行', 'answered'],
    ['2026.6已解决', 'solved'],
    ['已转后勤处，已解决', 'solved'],
  ])('%s: %s', (text, claim) => {
    expect(readHandling(text)).toEqual({ kind: 'claim', claim });
  });

  it.each(['部分已解决', '已解决，正在推进二期', '条件不具备', '见附件', '领导已阅', '已答复，但还没有落实'])(
    '%s is asked',
    (text) => {
      expect(readHandling(text).kind).toBe('doubtful');
    },
  );
});

it('one cell for several points is parted where it is numbered alike', () => {
  expect(splitHandling('1.已答复；2.正在办理', 2)).toEqual(['已答复', '正在办理']);
  expect(splitHandling('已答复', 2)).toEqual(['已答复', '已答复']);
  expect(splitHandling('1.已答复；2.正在办理', 3)).toEqual(Array(3).fill('1.已答复；2.正在办理'));
  expect(splitHandling(null, 2)).toEqual([null, null]);
});

describe('what is written back', () => {
  const now: HandledNow = {
    status: 'inProgress',
    untouched: false,
    words: '正在办理',
    lead: null,
    outcomes: [],
    repliedOn: null,
    promiseOn: null,
  };
  const replied = { ...now, status: 'closed' as const, repliedOn: plainDate('2026-12-03') };

  it('is the ledger’s own word while nobody has touched it', () => {
    expect(sayHandling({ ...now, untouched: true, words: '2026.6已解决' })).toBe('2026.6已解决');
    expect(sayHandling({ ...now, untouched: true, words: null })).toBe('');
  });

  it.each([
    [{ ...now, status: 'registered' as const }, 'open'],
    [{ ...now, status: 'reported' as const }, 'underWay'],
    [{ ...now, status: 'assigned' as const, lead: '后勤处' }, 'handedOn'],
    [{ ...now, lead: '医务处' }, 'underWay'],
    [{ ...now, status: 'drafted' as const, lead: '人事处' }, 'underWay'],
    [{ ...replied, outcomes: ['A'] as const }, 'solved'],
    [{ ...replied, outcomes: ['A', 'D'] as const }, 'answered'],
    [{ ...replied, outcomes: ['A', 'B'] as const, promiseOn: plainDate('2027-03-01') }, 'underWay'],
    [{ ...replied, outcomes: ['C'] as const, promiseOn: plainDate('2027-03-01') }, 'planned'],
  ])('reads again as the same state: %j', (state, claim) => {
    expect(readHandling(sayHandling(state))).toEqual({ kind: 'claim', claim });
  });
});
