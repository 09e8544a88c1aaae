/** What people send that they did not mean: each gets a sentence, under the field that it is about, and nothing half is kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listTalks, logInteraction, readInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { addWords } from '@zhengyou/domain/interaction/shared-text.contract.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let leader: Caller;
let friend: Id;
beforeAll(async () => {
  house = await openHouse();
  leader = await house.as('田文建');
  friend = await house.personId('林远');
});
afterAll(() => house.close());
beforeEach(() => house.setNow(STORY_NOW));

type Body = BodyInOf<typeof logInteraction>;
const body = (change: Partial<Body> = {}): Body => ({
  representativeIds: [friend],
  channel: 'phone',
  when: { kind: 'now' },
  ...change,
});
const count = async () => (await leader.call(listTalks, { query: { person: friend } })).total;
const d = plainDate;

describe('a talk that cannot be', () => {
  it.each<[string, Partial<Body>, number, string, string]>([
    ['of 200,000 characters', { words: '说'.repeat(200_000) }, 413, 'log.textTooLong', 'words'],
    ['of 200,000 rare characters', { words: '𠮷'.repeat(100_000) }, 413, 'log.textTooLong', 'words'],
    [
      'with a point of 200,000',
      { points: [{ kind: 'opinion', words: '提'.repeat(200_000) }] },
      413,
      'log.textTooLong',
      'points.0.words',
    ],
    ['of tomorrow', { when: { kind: 'pick', on: d('2026-11-24') } }, 422, 'log.inFuture', 'on'],
    ['of this evening', { when: { kind: 'pick', on: d('2026-11-23'), at: '21:00' } }, 422, 'log.inFuture', 'on'],
    ['of the year 1900', { when: { kind: 'pick', on: d('1900-01-01') } }, 400, 'log.tooLongAgo', 'on'],
    ['of the year 0001', { when: { kind: 'pick', on: d('0001-01-01') } }, 400, 'log.tooLongAgo', 'on'],
    [
      'of last year, without a word why',
      { when: { kind: 'pick', on: d('2025-12-31') } },
      422,
      'log.lateReasonAsked',
      'lateReason',
    ],
    ['written on a phone that stands in 1970', { writtenAt: '1970-01-01T00:00:00Z' }, 400, 'log.tooLongAgo', 'on'],
    [
      'with the next one in the past',
      { next: { choice: 'pick', on: d('2026-11-01') } },
      422,
      'log.nextInPast',
      'nextOn',
    ],
    ['without a day', { when: { kind: 'pick' } }, 400, 'log.noDay', 'on'],
  ])('%s', async (_, change, status, code, field) => {
    const before = await count();
    const reply = await leader.try(logInteraction, { body: body(change) });
    expect([reply.statusCode, reply.json()]).toMatchObject([status, { code, field }]);
    expect(reply.json().title).toMatch(/。$/);
    expect(await count()).toBe(before);
  });

  it.each<[string, unknown]>([
    ['30 February', { kind: 'pick', on: '2026-02-30' }],
    ['the year 20260', { kind: 'pick', on: '20260-01-01' }],
    ['words for a day', { kind: 'pick', on: '昨天下午' }],
    ['25 o’clock', { kind: 'pick', on: '2026-11-20', at: '25:00' }],
  ])('on %s', async (_, when) => {
    const reply = await leader.try(logInteraction, { body: body({ when: when as Body['when'] }) });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().title.length).toBeGreaterThan(5);
  });

  it('of more than the house reads at all', async () => {
    const reply = await leader.try(logInteraction, { body: body({ words: '说'.repeat(400_000) }) });
    expect([400, 413]).toContain(reply.statusCode);
    expect(reply.json().title.length).toBeGreaterThan(5);
  });
});

describe('what was written', () => {
  it.each([
    ['emoji', '谈得很好👍🏽，一家三口👨‍👩‍👧都来了🎉'],
    ['rare characters', '𠮷田老师、䶮先生、㛃女士和𫍽教授'],
    ['both directions and joined signs', 'عربي 中文 e\u0301 ｶﾞ'],
    ['what looks like code', `<script>alert('x')</script> '; drop table person; -- =1+1 {{x}} \${y}`],
    ['line ends and tabs', '一\n二\r\n三\t四'],
  ])('is kept to the character: %s', async (_, words) => {
    const made = await leader.call(logInteraction, {
      body: body({ words, points: [{ kind: 'opinion', words }], merge: 'separate' }),
    });
    const params = { interactionId: made.id };
    const read = await leader.call(readInteraction, { params });
    expect([read.words, read.points[0]?.words]).toEqual([words, words]);
    const other = await house.as('林远');
    const added = await other.call(addWords, { params, body: { words } });
    expect(added.added.map((one) => one.words)).toEqual([words]);
  });

  it('holds no sign that cannot be seen', async () => {
    const reply = await leader.try(logInteraction, { body: body({ words: '一\u0000二' }) });
    expect(reply.statusCode).toBe(400);
  });
});

describe('one talk from two devices', () => {
  it('at the same moment is one record; the second is asked', async () => {
    const before = await count();
    const desk = await house.as('田文建');
    const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09'];
    for (const on of days) {
      const talk = body({ channel: 'online', words: `${on} 的同一次`, when: { kind: 'pick', on: d(on) } });
      const replies = await Promise.all([
        leader.try(logInteraction, { body: talk, key: `from-the-phone-${on}` }),
        desk.try(logInteraction, { body: talk, key: `from-the-desktop-${on}` }),
      ]);
      expect([on, ...replies.map((reply) => reply.statusCode).sort()]).toEqual([on, 200, 409]);
      const asked = replies.find((reply) => reply.statusCode === 409)?.json();
      expect(asked).toMatchObject({ code: 'log.mergeAsked', extra: { earlier: { words: `${on} 的同一次` } } });
    }
    expect(await count()).toBe(before + days.length);
  });

  it('under one key is one record and one answer, in whatever order it comes', async () => {
    const before = await count();
    const talk = body({ channel: 'visit', words: '同一次' });
    const key = 'the-very-same-attempt-1';
    const first = await leader.try(logInteraction, { body: talk, key });
    const replies = await Promise.all([1, 2, 3].map(() => leader.try(logInteraction, { body: talk, key })));
    // Two that come in the same blink: one may be told that the other is being answered.
    for (const reply of replies)
      expect(reply.statusCode === 409 ? reply.json().code : reply.json().id).toBe(
        reply.statusCode === 409 ? 'keyRunning' : first.json().id,
      );
    expect(await count()).toBe(before + 1);
  });

  it('is merged where that is said, and both texts stay', async () => {
    const phone = await leader.call(logInteraction, { body: body({ channel: 'symposium', words: '手机上写的' }) });
    const merged = await leader.call(logInteraction, {
      body: body({ channel: 'symposium', words: '电脑上写的', merge: { into: phone.id, version: phone.version } }),
    });
    const { words } = await leader.call(readInteraction, { params: { interactionId: merged.id } });
    expect(words).toBe('手机上写的\n电脑上写的');
    const stale = await leader.try(logInteraction, {
      body: body({ channel: 'symposium', words: '又一台', merge: { into: phone.id, version: phone.version } }),
    });
    expect([stale.statusCode, stale.json().extra.current.words]).toEqual([412, '手机上写的\n电脑上写的']);
  });
});
