import { describe, expect, it } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import {
  asksLateReason,
  bodyOf,
  draftFor,
  dropDraft,
  findFriends,
  findKeptDraft,
  isTouched,
  keepDraft,
  withFriend,
  type Defaults,
  type Friend,
} from './log-draft.ts';

const aFriend = (name: string, reading: string, change: Partial<Friend> = {}): Friend => ({
  pairingId: `pair ${name}` as Id,
  leader: { id: 'leader' as Id, name: '田文建' },
  person: {
    id: name as Id,
    name,
    unitShort: '口腔医院',
    standings: [],
    reading,
    initials: reading
      .split(' ')
      .map((syllable) => syllable.charAt(0))
      .join(''),
  },
  channel: 'faceToFace',
  next: 'sixMonths',
  state: 'due',
  ...change,
});
const shan = aFriend('单慧', 'shan hui');
const lin = aFriend('林远', 'lin yuan', { channel: 'phone', next: 'oneMonth' });
const defaults: Defaults = {
  today: plainDate('2026-11-23'),
  zone: 'Asia/Shanghai',
  people: [shan, lin],
  self: 'leader' as Id,
};

describe('the sheet', () => {
  it('sends what is pre-chosen and nothing that nobody wrote', () => {
    expect(bodyOf(draftFor(shan), shan, defaults)).toEqual({
      representativeIds: ['单慧'],
      channel: 'faceToFace',
      when: { kind: 'now' },
      points: [],
      next: { choice: 'sixMonths' },
      cameAbout: true,
    });
  });

  it('names the leader only where one writes on behalf', () => {
    expect(bodyOf(draftFor(shan), shan, { ...defaults, self: null })).toMatchObject({ leaderId: 'leader' });
  });

  it('follows the person in what was only pre-chosen', () => {
    expect(withFriend(draftFor(shan), lin, shan)).toMatchObject({ channel: 'phone', next: 'oneMonth' });
    const chosen = { ...draftFor(shan), channel: 'visit', channelChosen: true, words: '谈了班车' } as const;
    expect(withFriend(chosen, lin, shan)).toMatchObject({ channel: 'visit', next: 'oneMonth', words: '谈了班车' });
  });

  it('leaves companions behind where the leader is another', () => {
    const draft = { ...draftFor(shan), together: [lin.person.id] };
    expect(withFriend(draft, lin, shan).together).toEqual([]);
    const elsewhere = aFriend('于丽红', 'yu li hong', { leader: { id: 'other' as Id, name: '韩康思' } });
    expect(withFriend(draft, elsewhere, shan).together).toEqual([]);
  });

  it('asks for a reason only for an earlier year, and sends it only then', () => {
    const draft = { ...draftFor(shan), when: 'pick', on: '2025-12-30', lateReason: '出差' } as const;
    expect(asksLateReason(draft, defaults.today)).toBe(true);
    expect(bodyOf(draft, shan, defaults)).toMatchObject({
      lateReason: '出差',
      when: { kind: 'pick', on: '2025-12-30' },
    });
    expect(bodyOf({ ...draft, on: '2026-01-02' }, shan, defaults)).not.toHaveProperty('lateReason');
  });

  it('drops a line that was begun and left empty', () => {
    const points = [
      { key: 1, kind: 'opinion', named: false, words: '食堂' },
      { key: 2, kind: 'opinion', named: false, words: ' ' },
    ] as const;
    expect(bodyOf({ ...draftFor(shan), points }, shan, defaults).points).toHaveLength(1);
  });

  it.each([
    ['单', ['单慧']],
    ['shanh', ['单慧']],
    ['ly', ['林远']],
    ['', ['单慧', '林远']],
    ['zz', []],
  ])('finds by %s', (wanted, names) => {
    expect(findFriends(defaults.people, wanted).map(({ person }) => person.name)).toEqual(names);
  });

  it('keeps what was written for its writer, and nothing where nothing was', () => {
    const [me, other] = ['me' as Id, 'other' as Id];
    keepDraft(me, draftFor(shan));
    expect(findKeptDraft(me)).toBeUndefined();
    const draft = { ...draftFor(shan), words: '一句' };
    expect(isTouched(draft)).toBe(true);
    keepDraft(me, draft);
    expect([findKeptDraft(me), findKeptDraft(other)]).toEqual([draft, undefined]);
    keepDraft(me, draftFor(lin));
    expect(findKeptDraft(me)).toBe(draft);
    keepDraft(me, draftFor(shan));
    expect(findKeptDraft(me)).toBeUndefined();
    keepDraft(me, draft);
    dropDraft();
    expect(findKeptDraft(me)).toBeUndefined();
  });
});
