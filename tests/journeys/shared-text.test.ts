/** One text, two owners: the representative confirms, asks for a correction and adds words; the leader answers; the secretary's note is confirmed. */
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const log = async (writer: string, words: string) => {
  const { house } = stage;
  const caller = await house.as(writer);
  return caller.call(logInteraction, {
    body: {
      ...(writer === '田文建' ? {} : { leaderId: await house.personId('田文建') }),
      representativeIds: [await house.personId('林远')],
      channel: 'phone',
      when: { kind: 'now' },
      merge: 'separate',
      words,
    },
  });
};

describe('the shared text', () => {
  it('is asked to be corrected on a phone, corrected at a desk, and confirmed', async () => {
    await log('田文建', '晚八点以后的班车，能不能加一班。');
    const friend = await stage.open(PHONE);
    await enter(friend, '林远');
    await friend.getByText('晚八点以后的班车').waitFor();
    await friend.getByRole('button', { name: '请求更正' }).click();
    await friend.getByLabel('哪里不对，应当怎样写').fill('我说的是晚七点。');
    await picture(friend, 'shared-text-asking');
    expect(await soundness(friend)).toEqual(SOUND);
    await friend.getByRole('button', { name: '存好' }).click();
    await friend.getByText('12 月 14 日前答复').waitFor();
    await picture(friend, 'shared-text-asked');

    const leader = await stage.open(DESKTOP);
    await enter(leader, '田文建');
    await leader.goto(`/friends/${await stage.house.personId('林远')}`);
    await leader.getByRole('button', { name: '照此改正' }).click();
    const wording = leader.getByLabel('改成（改前的文字会留着，双方可见）');
    await wording.fill('晚七点以后的班车，能不能加一班。');
    await picture(leader, 'shared-text-answering');
    expect(await soundness(leader)).toEqual(SOUND);
    await leader.getByRole('button', { name: '存好' }).click();
    await leader.getByText('田文建已改正').waitFor();

    await friend.reload();
    await friend.getByText('晚七点以后的班车').waitFor();
    await friend.getByRole('button', { name: '改前的文字 1' }).click();
    await friend.getByText('晚八点以后的班车').waitFor();
    await friend.getByRole('button', { name: '记得对' }).click();
    await friend.getByText('林远确认过').waitFor();
    await picture(friend, 'shared-text-confirmed');
    expect(await soundness(friend)).toEqual(SOUND);
  });

  it('written by another is confirmed by the leader in one tap', async () => {
    await log('周敏', '代记：问过近况，一切都好。');
    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.getByText('别人代您记了 1 次').waitFor();
    await picture(leader, 'shared-text-on-behalf');
    expect(await soundness(leader)).toEqual(SOUND);
    await leader.getByRole('button', { name: '都对' }).click();
    await leader.getByText('别人代您记了 1 次').waitFor({ state: 'detached' });
  });
});
