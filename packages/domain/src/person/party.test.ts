import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, say } from '../kit/words.ts';
import { AFFILIATIONS, findPartyAtStart, PARTIES, readParty } from './party.ts';
import { AFFILIATION_WORDS } from './party.words.ts';

describe('a party column', () => {
  it.each([
    ['民革', 'minge', false],
    ['民革党员', 'minge', true],
    ['民盟', 'minmeng', false],
    ['民盟盟员', 'minmeng', true],
    ['民建会员', 'minjian', true],
    ['民进会员', 'minjin', true],
    ['农工党', 'nonggong', false],
    ['农工党党员', 'nonggong', true],
    ['农工党员', 'nonggong', true],
    ['致公党党员', 'zhigong', true],
    ['九三学社', 'jiusan', false],
    ['九三学社社员', 'jiusan', true],
    ['台盟盟员', 'taimeng', true],
    ['中国民主同盟', 'minmeng', false],
    [' 九三 学社 ', 'jiusan', false],
    ['无党派人士', 'nonAffiliate', false],
  ])('%s', (written, affiliation, asMember) => {
    expect(readParty(written)).toEqual({ kind: 'affiliations', affiliations: [affiliation], asMember });
  });

  it('holds two memberships at once', () => {
    expect(readParty('民盟盟员、九三学社')).toEqual({
      kind: 'affiliations',
      affiliations: ['minmeng', 'jiusan'],
      asMember: true,
    });
  });

  it.each([
    ['无', 'none'],
    ['群众', 'none'],
    ['—', 'none'],
    ['无党派', 'none'],
    ['', 'blank'],
    ['　', 'blank'],
    ['中共党员', 'communist'],
    ['中共预备党员', 'communist'],
    ['民盟和别的', 'unknown'],
    ['某某党', 'unknown'],
    ['民盟、某某党', 'unknown'],
  ])('%j is %s', (written, kind) => expect(readParty(written)).toEqual({ kind }));

  it('takes nothing for a party that is only spelt like one inside', () => {
    expect(findPartyAtStart('中国民盟')).toBeUndefined();
    expect(findPartyAtStart('农工党中央委员')).toEqual({ party: 'nonggong', rest: '中央委员' });
  });
});

it('reads back what it says, for every party', () => {
  for (const affiliation of AFFILIATIONS)
    expect(readParty(AFFILIATION_WORDS[affiliation].zh)).toMatchObject({
      kind: 'affiliations',
      affiliations: [affiliation],
    });
  expect(PARTIES).toHaveLength(8);
  for (const language of LANGUAGES)
    expect(new Set(AFFILIATIONS.map((each) => say(AFFILIATION_WORDS[each], language))).size).toBe(9);
});

it('never fails', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readParty(text)));
});
