/** The one text that both sides own: confirmed, added to, corrected, with nothing lost. Refusals first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listTalks,
  logInteraction,
  readInteraction,
  undoInteraction,
} from '@zhengyou/domain/interaction/interaction.contract.ts';
import * as text from '@zhengyou/domain/interaction/shared-text.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let leader: Caller;
let friend: Caller;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  leader = await house.as('田文建');
  friend = await house.as('林远');
  office = await house.as('周敏');
});
afterAll(() => house.close());

const talk = async (words = '说到夜班的人手。', caller = leader) => {
  const made = await caller.call(logInteraction, {
    body: {
      ...(caller === leader ? {} : { leaderId: await house.personId('田文建') }),
      representativeIds: [await house.personId('林远')],
      channel: 'phone',
      when: { kind: 'now' },
      merge: 'separate',
      words,
    },
  });
  return { ...made, at: { interactionId: made.id as Id } };
};
const code = (response: { json(): unknown }) => (response.json() as { code: string }).code;

describe('what is refused', () => {
  it('the leader does not confirm for the other side, nor the other side change the leader’s words', async () => {
    const { at, version } = await talk();
    expect((await leader.try(text.confirmText, { params: at, body: { version } })).statusCode).toBe(403);
    expect(
      (await friend.try(text.changeText, { params: at, ifMatch: version, body: { words: '别的' } })).statusCode,
    ).toBe(403);
    const other = await house.as('冯飞梅');
    expect((await other.try(text.addWords, { params: at, body: { words: '我也在' } })).statusCode).toBe(404);
  });

  it('confirming a wording that has changed meanwhile shows the new one', async () => {
    const { at, version } = await talk();
    await leader.call(text.changeText, { params: at, ifMatch: version, body: { words: '说到夜班和班车。' } });
    const late = await friend.try(text.confirmText, { params: at, body: { version } });
    expect(late.statusCode).toBe(412);
    expect(late.json()).toMatchObject({ extra: { current: { words: '说到夜班和班车。' } } });
  });

  it('empty words, a second request while one waits, an answer to what was not asked, a refusal without a reason', async () => {
    const { at } = await talk();
    expect(code(await friend.try(text.addWords, { params: at, body: { words: '  ' } }))).toBe('talk.nothingSaid');
    const asked = await friend.call(text.askCorrection, { params: at, body: { words: '是晚七点，不是八点' } });
    expect(code(await friend.try(text.askCorrection, { params: at, body: { words: '还有' } }))).toBe(
      'talk.askedAlready',
    );
    const ordinal = asked.corrections[0]?.ordinal ?? 0;
    const wrong = { params: { ...at, ordinal: ordinal + 7 }, body: { accept: false as const, reason: '不改' } };
    expect(code(await leader.try(text.answerCorrection, wrong))).toBe('talk.nothingAsked');
    const bare = { params: { ...at, ordinal }, body: { accept: false as const, reason: ' ' } };
    expect(code(await leader.try(text.answerCorrection, bare))).toBe('talk.reasonMissing');
  });

  it('taking back a record to which the other side has said something', async () => {
    const { at, version } = await talk();
    await friend.call(text.addWords, { params: at, body: { words: '补一句' } });
    expect(code(await leader.try(undoInteraction, { params: at, ifMatch: version }))).toBe('talk.answered');
  });
});

describe('the shared text', () => {
  it('is confirmed, and the confirmation stays with the wording that it confirmed', async () => {
    const { at, version } = await talk();
    const confirmed = await friend.call(text.confirmText, { params: at, body: { version } });
    expect(confirmed.confirmed).toMatchObject([{ name: '林远', earlier: false }]);
    expect(confirmed.can).not.toContain('confirm');
    const changed = await leader.call(text.changeText, { params: at, ifMatch: version, body: { words: '改过的话。' } });
    expect(changed.confirmed).toMatchObject([{ earlier: true }]);
    expect(changed.before).toMatchObject([{ words: '说到夜班的人手。', name: '田文建' }]);
    expect((await friend.call(readInteraction, { params: at })).can).toContain('confirm');
  });

  it('is corrected as asked, and both wordings are kept', async () => {
    const { at, version } = await talk('晚八点的班车');
    const asked = await friend.call(text.askCorrection, { params: at, body: { words: '是晚七点' } });
    // Fifteen working days after Monday 23 November 2026.
    expect(asked.corrections).toMatchObject([{ status: 'open', answerBy: '2026-12-14', name: '林远' }]);
    const answered = await leader.call(text.answerCorrection, {
      params: { ...at, ordinal: asked.corrections[0]?.ordinal ?? 0 },
      body: { accept: true, words: '晚七点的班车', version },
    });
    expect(answered).toMatchObject({
      words: '晚七点的班车',
      version: version + 1,
      corrections: [{ status: 'accepted', answer: { name: '田文建' } }],
      before: [{ words: '晚八点的班车' }],
    });
  });

  it('is the same for both sides, refusal and reason included', async () => {
    const { at } = await talk('按原话记的');
    const asked = await friend.call(text.askCorrection, { params: at, body: { words: '删掉这一句' } });
    await leader.call(text.answerCorrection, {
      params: { ...at, ordinal: asked.corrections[0]?.ordinal ?? 0 },
      body: { accept: false, reason: '当时是这样说的，您可以补充。' },
    });
    await friend.call(text.addWords, { params: at, body: { words: '我的意思是另外一层。' } });
    const [ours, theirs] = [
      await leader.call(readInteraction, { params: at }),
      await friend.call(readInteraction, { params: at }),
    ];
    const shared = ({ words, added, corrections, before, confirmed }: typeof ours) => ({
      words,
      added,
      corrections,
      before,
      confirmed,
    });
    expect(shared(ours)).toEqual(shared(theirs));
    expect(ours.corrections).toMatchObject([{ status: 'declined', answer: { words: '当时是这样说的，您可以补充。' } }]);
    expect(ours.added).toMatchObject([{ words: '我的意思是另外一层。', name: '林远' }]);
  });

  it('counts without anyone’s confirmation', async () => {
    const { rows } = await talk();
    expect(rows[0]?.year.state).toBe('met');
  });

  it('withholds from whoever checks what either side said about it', async () => {
    const { at } = await talk('只给两个人看');
    await friend.call(text.addWords, { params: at, body: { words: '也只给两个人看' } });
    const checker = await house.as('孙力');
    const items = (await checker.call(listTalks, { query: { person: await house.personId('林远') } })).items;
    const seen = items.find((one) => one.id === at.interactionId);
    expect(seen).toMatchObject({ text: 'withheld', words: null, added: [], can: [] });
  });
});

describe('what others wrote down for a leader', () => {
  it('is said to be so until the leader confirms all of it in one tap; it counts meanwhile', async () => {
    const made = await talk('代记的话', office);
    const waiting = await leader.call(text.listUnconfirmed, {});
    expect(waiting.items).toMatchObject([{ id: made.id, awaitsLeader: true, recordedAs: '周敏' }]);
    expect(
      await leader.call(text.confirmMine, { body: { interactionIds: waiting.items.map((one) => one.id) } }),
    ).toEqual({
      confirmed: 1,
    });
    expect((await leader.call(text.listUnconfirmed, {})).total).toBe(0);
    expect((await leader.call(readInteraction, { params: made.at })).awaitsLeader).toBe(false);
  });

  it('is confirmed by that leader alone', async () => {
    const made = await talk('又一次', office);
    const another = await house.as('孙光军');
    expect(await another.call(text.confirmMine, { body: { interactionIds: [made.id] } })).toEqual({ confirmed: 0 });
    expect((await leader.call(text.listUnconfirmed, {})).total).toBe(1);
  });
});
