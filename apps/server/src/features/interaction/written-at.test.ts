/** A talk written down without network counts for the hour in which it was written, not for the one in which it came in. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logInteraction, readInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
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

const body = (kind: 'now' | 'yesterday', writtenAt: string) => ({
  representativeIds: [friend],
  channel: 'online' as const,
  when: { kind },
  merge: 'separate' as const,
  writtenAt,
});

describe('a talk that waited on the phone', () => {
  it('happened when it was written', async () => {
    const made = await leader.call(logInteraction, { body: body('now', '2026-11-20T08:30:00Z') });
    const read = await leader.call(readInteraction, { params: { interactionId: made.id } });
    expect(read).toMatchObject({ happenedOn: '2026-11-20', happenedAt: '2026-11-20T08:30:00.000Z' });
  });

  it('said "yesterday" of the day before that', async () => {
    const made = await leader.call(logInteraction, { body: body('yesterday', '2026-11-20T17:30:00Z') });
    // 1:30 in the night of the 21st in Shanghai.
    expect(made.happenedOn).toBe('2026-11-20');
  });

  it('never happened in the future, however wrong the phone’s clock', async () => {
    const made = await leader.call(logInteraction, { body: body('now', '2031-01-01T00:00:00Z') });
    expect(made.happenedOn).toBe('2026-11-23');
  });

  it('is one record when two attempts of one phone both arrive', async () => {
    const key = 'one-phone-one-talk-0001';
    const first = await leader.call(logInteraction, { body: body('now', '2026-11-22T01:00:00Z'), key });
    const again = await leader.call(logInteraction, { body: body('now', '2026-11-22T01:00:00Z'), key });
    expect(again.id).toBe(first.id);
  });
});
