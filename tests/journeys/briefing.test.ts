/** From matters to an instruction: the office drafts, a second person approves, it is issued, a leader reads it on a phone and instructs. */
import { listRecipients } from '@zhengyou/domain/briefing/briefing.contract.ts';
import { raiseMatter } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const person = await stage.house.as('林远');
  await person.call(raiseMatter, { body: { kind: 'opinion', title: '晚间班车', points: ['晚七点后的班车少'] } });
  await person.call(raiseMatter, {
    body: { kind: 'suggestion', title: '实验平台', points: ['周末也开放'], named: true },
  });
});
afterAll(() => stage.close());

describe('a briefing', () => {
  it('8.3 — goes from the office through a second person to a leader’s phone', async () => {
    const { items } = await (await stage.house.as('周敏')).call(listRecipients);
    const member = items.find((one) => !['王敏', '孙力'].includes(one.name));

    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.goto('/briefings');
    await office.getByText('还没有情况专报。').waitFor();
    expect(await soundness(office)).toEqual(SOUND);
    await office.getByRole('button', { name: '起草一期' }).click();
    await office.getByLabel(/晚间班车/).check();
    await office.getByLabel(/实验平台/).check();
    await picture(office, 'briefing-choosing');
    await office.getByRole('button', { name: '起草（2 件）' }).click();
    await office.getByLabel('标题', { exact: true }).fill('关于近期所提意见建议的情况');
    await office.getByLabel('开头').fill('近期党外代表人士提出意见建议两条，现报告如下。');
    const headings = office.getByLabel('小标题');
    const texts = office.getByLabel('概括的文字');
    // The latest comes first: the platform, whose proposer agreed to be named; then the shuttle, unnamed.
    await headings.nth(0).fill('实验平台');
    await texts.nth(0).fill('公共实验平台周末也开放。');
    await headings.nth(1).fill('晚间班车');
    const shuttle = texts.nth(1);
    await shuttle.fill('林远说晚间班车少');
    await office.getByRole('button', { name: '存好' }).click();
    await office.getByText('本人没有同意署名').waitFor();
    await picture(office, 'briefing-named');
    await shuttle.fill('精神卫生中心护理部主任反映晚间班车班次少，建议增加一班。');
    await office.getByRole('button', { name: '存好' }).click();
    await office.getByText('1 处虽不署名').waitFor();
    await picture(office, 'briefing-warned');
    expect(await soundness(office)).toEqual(SOUND);
    await shuttle.fill('晚间班车班次少，建议增加一班。');
    await office.getByRole('button', { name: '存好' }).click();
    await office.getByText('1 处虽不署名').waitFor({ state: 'detached' });
    await office.getByRole('button', { name: '送审' }).click();
    await office.getByText('要由没有动过稿子的人审定').waitFor();
    expect(await office.getByRole('button', { name: '审定' }).count()).toBe(0);
    const address = new URL(office.url()).pathname;

    const second = await stage.open(DESKTOP);
    await enter(second, '沈知行');
    await second.goto(address);
    await second.getByText('林远提出：').waitFor();
    await picture(second, 'briefing-approving');
    expect(await soundness(second)).toEqual(SOUND);
    await second.getByRole('button', { name: '审定' }).click();
    await second.getByRole('button', { name: '印发' }).click();
    await second.getByRole('button', { name: /^印发给 \d+ 位/ }).click();
    await second.getByText('2026年第1期').first().waitFor();

    const leader = await stage.open(PHONE);
    await enter(leader, member?.name ?? '');
    await leader.getByRole('link', { name: '有 1 期情况专报等您看' }).click();
    await leader.getByRole('heading', { name: '有 1 期情况专报等您看' }).waitFor();
    await picture(leader, 'briefing-phone-list');
    await leader.getByRole('link', { name: /关于近期所提意见建议的情况/ }).click();
    await leader.getByRole('button', { name: '写批示' }).waitFor();
    await picture(leader, 'briefing-phone');
    expect(await soundness(leader)).toEqual(SOUND);
    await leader.getByRole('button', { name: '写批示' }).click();
    await leader.getByLabel('批示', { exact: true }).fill('请后勤处本月内研究。');
    await leader.getByLabel('晚间班车').check();
    await picture(leader, 'briefing-phone-instructing');
    await leader.getByRole('button', { name: '存好' }).click();
    await leader.getByText('等统战部转办').waitFor();

    await office.reload();
    await office.getByRole('button', { name: '转到要办的事上' }).click();
    await office.getByRole('button', { name: '转到 1 件' }).click();
    await office.getByText(/转到 2026-\d{3}/).waitFor();
    await picture(office, 'briefing-issued');
    expect(await soundness(office)).toEqual(SOUND);
  });

  it('has a page that tells representatives what came of what was said', async () => {
    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.goto('/you-said');
    await office.getByRole('button', { name: '编这半年的一页' }).click();
    await office.getByRole('button', { name: '发布' }).click();
    await office.getByText('2026 年下半年').waitFor();
    const person = await stage.open(PHONE);
    await enter(person, '林远');
    await person.getByRole('link', { name: /你说我们办/ }).click();
    await person.getByText('2026 年下半年').waitFor();
    await picture(person, 'you-said-phone');
    expect(await soundness(person)).toEqual(SOUND);
  });
});
