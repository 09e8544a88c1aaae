/** A representative asks for a talk on a phone; the leader takes another time; both see it arranged. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('a request for a talk', () => {
  it('goes from one phone to the other and comes back arranged; the office sees what waits for it', async () => {
    const friend = await stage.open(PHONE);
    await enter(friend, '林远');
    await friend.getByRole('button', { name: '约个时间谈谈' }).click();
    await friend.getByLabel('想谈什么（可不写）').fill('夜班的人手，想当面说说。');
    await friend.getByRole('radio', { name: '这几天' }).click();
    await friend.getByLabel('时间 1', { exact: true }).fill('2026-11-26');
    await friend.getByLabel('时间 1，几点').fill('15:30');
    await picture(friend, 'talk-request-asking');
    expect(await soundness(friend)).toEqual(SOUND);
    await friend.getByRole('button', { name: '发出' }).click();
    await friend.getByText('约了田文建').waitFor();
    await friend.getByText('11 月 30 日前答复').waitFor();
    await picture(friend, 'talk-request-asked');
    expect(await soundness(friend)).toEqual(SOUND);

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.getByText('林远约您谈谈').waitFor();
    await picture(leader, 'talk-request-leader');
    expect(await soundness(leader)).toEqual(SOUND);
    await leader.getByRole('button', { name: '另约时间' }).click();
    await leader.getByLabel('哪一天').fill('2026-11-27');
    await leader.getByRole('button', { name: '提出这个时间' }).click();
    await leader.getByText(/提出.*27 日/).waitFor();

    await friend.reload();
    await friend.getByRole('button', { name: '就这个时间' }).click();
    await friend.getByText('已约好').waitFor();
    await picture(friend, 'talk-request-arranged');

    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.getByRole('link', { name: '约谈' }).click();
    await office.getByText('没有在等的约谈。').waitFor();
    await office.getByRole('radio', { name: '还没谈的' }).click();
    await office.getByText('林远约田文建谈谈').waitFor();
    await picture(office, 'talk-request-office');
    expect(await soundness(office)).toEqual(SOUND);
  });
});
