/**
 * How a pair comes to be: the office recommends, a leader says no, another is recommended and says yes, it is published, both sides read
 * the same history; the representative asks for another. The board is worked by keyboard alone.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLedger } from '../support/import-ledger.ts';
import { DESKTOP, PHONE, SOUND, enter, openStage, picture, press, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await importLedger(stage.house);
});
afterAll(() => stage.close());

async function look(page: Page, name: string) {
  await page.waitForLoadState('networkidle');
  await picture(page, name);
  expect([name, await soundness(page)]).toEqual([name, SOUND]);
}
const dialog = (page: Page) => page.getByRole('dialog');
const toast = (page: Page, text: RegExp) => page.getByText(text).first().waitFor();

/** Recommends whoever the sheet was opened for to a leader. */
async function recommend(page: Page, leader: string) {
  await dialog(page).waitFor();
  const field = dialog(page).getByRole('combobox', { name: '领导' });
  const option = field.locator('option', { hasText: leader });
  await field.selectOption((await option.first().getAttribute('value')) ?? '');
  await dialog(page).getByRole('button', { name: '推荐', exact: true }).click();
  // No standing opens this tier to them: the rule says so, and leaves room for a stated reason.
  await dialog(page).getByRole('textbox', { name: '理由' }).fill('熟悉口腔专科，常为学校建言。');
  await dialog(page).getByRole('button', { name: '推荐', exact: true }).click();
  await toast(page, /^已推荐给/);
}

describe('8.1 — recommend, decline, an alternative, confirm, publish', () => {
  let friend = '';

  it('the office recommends somebody without a leader', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/pairings');
    const first = page.getByRole('button', { name: /^给.+配领导$/ }).first();
    await first.waitFor();
    friend = /^给(.+)配领导$/.exec((await first.getAttribute('aria-label')) ?? '')?.[1] ?? '';
    expect(friend).not.toBe('');
    await look(page, 'desk-roster');
    await first.click();
    await dialog(page).waitFor();
    await look(page, 'desk-recommend');
    await recommend(page, '孙光军');
    await page.goto('/pairings/proposals');
    await page.getByRole('link', { name: new RegExp(`孙光军与${friend}`) }).waitFor();
    await look(page, 'desk-proposals');
  });

  it('the leader, on a phone, reads who and why, and says no with the cause', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '孙光军');
    await page.getByRole('button', { name: `我来联系${friend}` }).waitFor();
    await look(page, 'phone-leader-waits');
    await page.getByRole('button', { name: `不联系${friend}，另荐一位` }).tap();
    await dialog(page).waitFor();
    await dialog(page).getByRole('radio', { name: '这次先不联系' }).tap();
    // Without a cause nothing is sent, and the sheet says what to do.
    await dialog(page).getByRole('button', { name: '送出' }).tap();
    await dialog(page).getByText('请选一个缘由。').waitFor();
    await dialog(page).getByRole('radio', { name: '手上联系的人已多' }).tap();
    await look(page, 'phone-leader-declines');
    await dialog(page).getByRole('button', { name: '送出' }).tap();
    await toast(page, /^已告诉统战部/);
    await expect.poll(() => page.getByRole('button', { name: `我来联系${friend}` }).count()).toBe(0);
  });

  it('the office reads the cause and recommends another', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/pairings/proposals?show=answered');
    await page.getByText('手上联系的人已多').waitFor();
    await look(page, 'desk-proposals-answered');
    await page.getByRole('link', { name: `给${friend}另荐一位领导` }).click();
    await recommend(page, '田文建');
  });

  it('the other leader says yes, at a desk and by keyboard alone', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '田文建');
    await press(page, page.getByRole('link', { name: friend, exact: true }));
    await page.waitForURL(/\/pairings\//);
    await page.getByText('不回应会再问您').waitFor();
    await look(page, 'desk-pair-waits');
    await press(page, page.getByRole('button', { name: `我来联系${friend}` }));
    await toast(page, /^已确认联系/);
  });

  it('the office publishes; both sides read the same history', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/pairings/proposals?show=confirmed');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await toast(page, /^已发布 1 对/);
    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.goto('/friends');
    await leader.getByText(friend).first().waitFor();
  });

  it('a representative reads who and why, and asks for another', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '林远');
    await page.getByRole('button', { name: '换一位' }).waitFor();
    await look(page, 'phone-representative-pair');
    await page.getByRole('button', { name: '换一位' }).tap();
    await dialog(page).getByRole('radio', { name: '我的时间总对不上' }).tap();
    await dialog(page).getByRole('textbox').fill('我的门诊都在下午。');
    await look(page, 'phone-change-request');
    await dialog(page).getByRole('button', { name: '送出' }).tap();
    await toast(page, /^已送到统战部/);
    await page.getByText('我的门诊都在下午。').waitFor();
    await page.getByRole('link', { name: '看一步一步' }).tap();
    await page.getByText('本人请求另配一位').waitFor();
    await look(page, 'phone-pair-history');

    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.goto('/pairings/proposals?show=changeAsked');
    await office.getByRole('link', { name: /与林远/ }).click();
    await office.getByRole('button', { name: '先不换' }).click();
    await dialog(office).getByRole('textbox').fill('先把面谈改到上午，看看合不合适。');
    await dialog(office).getByRole('button', { name: '送出' }).click();
    await toast(office, /^已答复/);
    await office.getByText('先把面谈改到上午').waitFor();
    await look(office, 'desk-pair-kept');
    await page.goto('/');
    await page.getByText('先把面谈改到上午').waitFor();
  });
});

describe('the board, by keyboard alone', () => {
  it('takes up somebody of the pool, hears what the rules say, puts down with a reason, publishes, takes back', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/pairings/board');
    await press(page, page.getByRole('button', { name: '起一个草案' }));
    await dialog(page).waitFor();
    await press(page, dialog(page).getByRole('button', { name: '起草案' }));
    await page.getByRole('heading', { name: '待安排' }).waitFor();
    await look(page, 'desk-board');

    const somebody = page.locator('.pool-person').first();
    const name = await somebody.locator('.strong').innerText();
    await press(page, somebody, 'Space');
    const row = page.getByRole('row', { name: /^孙力/ });
    for (const _ of ['王敏', '田文建', '孙力']) await page.keyboard.press('ArrowDown');
    await row.getByText('可写明理由后结对').waitFor();
    await look(page, 'desk-board-carried');
    await page.keyboard.press('Enter');
    await press(page, row.getByRole('button', { name: '写明理由' }));
    await dialog(page).waitFor();
    await press(page, dialog(page).getByRole('textbox'), 'End');
    await page.keyboard.type('本人愿意，孙力熟悉这一行。');
    await press(page, dialog(page).getByRole('button', { name: '放进方案' }));
    await row.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
    await look(page, 'desk-board-placed');

    await press(page, page.getByRole('button', { name: '发布，送 1 位领导确认' }));
    await press(page, dialog(page).getByRole('button', { name: '发布，送 1 位领导确认' }));
    await toast(page, /^已发布/);
    await look(page, 'desk-board-sent');
    const leader = await stage.open(PHONE);
    await enter(leader, '孙力');
    await leader.getByRole('button', { name: `我来联系${name}` }).waitFor();

    await press(page, page.getByRole('button', { name: '撤回还没确认的' }));
    await dialog(page).getByText('推荐撤回').waitFor();
    await press(page, dialog(page).getByRole('button', { name: '撤回还没确认的' }));
    await toast(page, /^已撤回 1 对/);
    await leader.reload();
    await leader.getByText('我的朋友').or(leader.getByText('还没有给您配朋友')).first().waitFor();
    await expect.poll(() => leader.getByRole('button', { name: `我来联系${name}` }).count()).toBe(0);
  });

  it('is lists that work on a phone', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '周敏');
    await page.goto('/pairings/board');
    await page.getByRole('button', { name: '起一个草案' }).tap();
    await dialog(page).getByRole('button', { name: '起草案' }).tap();
    await page.getByRole('heading', { name: '领导与联系对象' }).waitFor();
    await look(page, 'phone-board');
    await page.getByRole('radio', { name: /^待安排/ }).tap();
    await page.locator('.pool-person').first().tap();
    await dialog(page).getByRole('combobox').waitFor();
    await look(page, 'phone-board-person');
  });
});

describe('wishes of either side', () => {
  it('are said on one’s own page, read on the board by the office, and by no friend', async () => {
    const own = await stage.open(PHONE);
    await enter(own, '林远');
    await own.getByRole('button', { name: '说一个心愿' }).tap();
    await own.getByRole('button', { name: '记下', exact: true }).tap();
    await own.getByText('请选一样。').waitFor();
    await own.getByRole('radio', { name: '愿同现在的这位继续' }).tap();
    await look(own, 'phone-wish');
    await own.getByRole('button', { name: '记下', exact: true }).tap();
    await toast(own, /^已记下/);

    const leader = await stage.open(DESKTOP);
    await enter(leader, '田文建');
    await leader.goto('/pairings');
    await leader.getByRole('link', { name: '田文建', exact: true }).first().click();
    await leader.getByRole('heading', { name: '我的心愿' }).waitFor();
    await press(leader, leader.getByRole('button', { name: '说一个心愿' }));
    await leader.getByRole('radio', { name: '另有心愿' }).click();
    await leader.getByRole('textbox').fill('希望多联系一位年轻教师。');
    await press(leader, leader.getByRole('button', { name: '记下', exact: true }));
    await leader.getByText('希望多联系一位年轻教师。').waitFor();
    await leader.getByRole('button', { name: '说一个心愿' }).waitFor();
    expect(await leader.getByText('愿同现在的这位继续').count()).toBe(0);
    await look(leader, 'desk-portfolio-wish');

    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.goto('/pairings/board');
    await office
      .getByRole('row', { name: /^田文建/ })
      .getByRole('button', { name: /^林远/ })
      .click();
    await dialog(office).getByText('愿同现在的这位继续').waitFor();
    await look(office, 'desk-board-wish');

    await own.getByRole('button', { name: '不再这样想' }).tap();
    await toast(own, /^已去掉/);
    await own.getByText('还没有说过。').waitFor();
  });
});

describe('8.1 — an office as counterpart', () => {
  const OFFICE = '九三学社东湖医院支社主委';

  it('is written down as standings word it, shows who holds it, and is ended', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/pairings/offices');
    await look(page, 'offices-none');
    await press(page, page.getByRole('button', { name: '添一个职务' }));
    await dialog(page).waitFor();
    // Nothing that could not be found again among standings is taken.
    await dialog(page).getByRole('textbox', { name: '职务' }).fill('某个头衔');
    await dialog(page).getByRole('button', { name: '添上', exact: true }).click();
    await dialog(page).getByText('请写上团体和职务').waitFor();
    await dialog(page).getByRole('textbox', { name: '职务' }).fill(OFFICE);
    await dialog(page)
      .getByText(/^读作：.*九三学社东湖医院支社/)
      .waitFor();
    const leaders = dialog(page).getByRole('combobox', { name: '联系领导' });
    const option = leaders.locator('option', { hasText: '朱友永' });
    await leaders.selectOption((await option.first().getAttribute('value')) ?? '');
    await look(page, 'offices-form');
    await dialog(page).getByRole('button', { name: '添上', exact: true }).click();
    await toast(page, /^已添上/);
    const line = page.getByRole('listitem').filter({ hasText: OFFICE });
    await line.getByText(/现在担任的.*王雅学/).waitFor();
    await look(page, 'offices');

    const phone = await stage.open(PHONE);
    await enter(phone, '周敏');
    await phone.goto('/pairings/offices');
    await phone.getByText(OFFICE).waitFor();
    await look(phone, 'phone-offices');
    await phone.getByRole('button', { name: `不再随职务：${OFFICE}` }).click();
    await toast(phone, /^已改为一般的联系/);
    expect(await phone.getByText(OFFICE).count()).toBe(0);
  });
});
