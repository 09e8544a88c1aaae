/**
 * A festival round from its opening to the print and back, and a hardship from the unit that tells it to the answer that it reads. The
 * ledger of the demo stands behind both; the clock stands in the second week before the Spring Festival of 2027.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { befriended, ROUND_NOW } from '../../apps/server/src/features/occasion/occasion.build.ts';
import { importLedger } from '../support/import-ledger.ts';
import { DESKTOP, PHONE, SOUND, enter, openStage, picture, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await importLedger(stage.house);
  stage.house.setNow(ROUND_NOW);
  await befriended(stage.house, await stage.house.as('周敏'), '岑文甲', '田文建');
});
afterAll(() => stage.close());

async function look(page: Page, name: string) {
  await page.waitForLoadState('networkidle');
  await picture(page, name);
  expect([name, await soundness(page)]).toEqual([name, SOUND]);
}
const dialog = (page: Page) => page.getByRole('dialog');

describe('7.2 — a festival round', () => {
  it('is opened by the office, ticked by the leader on a phone, printed on one sheet, and taken back', async () => {
    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.getByRole('link', { name: '走访慰问' }).first().click();
    await office.getByText('现在没有要走访的节日。').waitFor();
    await look(office, 'desk-occasions-empty');
    await office.getByRole('button', { name: '开始这一轮' }).click();
    await office.getByText('春节走访已开始').first().waitFor();
    await office.getByRole('heading', { name: /^田文建/ }).waitFor();
    await look(office, 'desk-round');

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.getByRole('heading', { name: /^春节走访/ }).waitFor();
    await look(leader, 'phone-home-near');
    await leader.getByRole('link', { name: '走访过了' }).click();
    await leader.getByRole('heading', { name: /^田文建/ }).waitFor();
    const boxes = leader.getByRole('checkbox');
    const friends = await boxes.count();
    expect(friends).toBeGreaterThan(1);
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await look(leader, 'phone-round');
    await leader.getByRole('button', { name: '记下 2 次走访' }).click();
    await leader.getByText('记下了 2 次走访').first().waitFor();
    await leader.getByText('1 月 25 日走访').nth(1).waitFor();
    expect(await boxes.count()).toBe(friends - 2);
    await look(leader, 'phone-round-ticked');

    await office.reload();
    await office.getByText(/已走访 2 对/).waitFor();
    await office.getByRole('link', { name: '打印名单' }).click();
    await office.getByRole('heading', { name: '春节走访慰问名单' }).waitFor();
    await look(office, 'desk-round-print');
    const pdf = (await office.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await office.emulateMedia({ media: 'print' });
    await picture(office, 'print-round');
    await office.emulateMedia({ media: 'screen' });

    await office.goBack();
    await office.getByRole('button', { name: '撤销…' }).click();
    await dialog(office).getByText('会撤掉 2 条记录').waitFor();
    await look(office, 'desk-round-undo');
    await dialog(office).getByRole('button', { name: '撤销', exact: true }).click();
    await office.getByText('撤掉了 2 条，留着 0 条').first().waitFor();
    await office.getByText(/已走访 0 对/).waitFor();
    await leader.reload();
    await leader
      .getByRole('checkbox')
      .nth(friends - 1)
      .waitFor();
  });

  it('stands on the office’s home with its denominator, and in the person’s year', async () => {
    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.getByText(/对，春节/).waitFor();
    await look(office, 'desk-home-visits');
    const phone = await stage.open(PHONE);
    await enter(phone, '周敏');
    await phone.goto('/occasions');
    await phone.getByText(/春节走访：0/).waitFor();
    await look(phone, 'phone-occasions');
  });

  it('has nothing to bring along until the office has set a kind', async () => {
    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.goto('/occasions');
    await office.getByText('没有定慰问品').waitFor();
    await office.getByRole('button', { name: '定一种' }).click();
    await dialog(office).getByLabel('名称').fill('水果');
    await dialog(office).getByLabel('每人每次至多（元）').fill('200');
    await dialog(office).getByRole('button', { name: '存好' }).click();
    await dialog(office).getByText('请写名称、依据和大于零的金额。').waitFor();
    await look(office, 'desk-gift');
    await dialog(office).getByLabel('依据哪条规定').fill('工会慰问规定第六条');
    await dialog(office).getByRole('button', { name: '存好' }).click();
    await office.getByText('每人每次至多 200 元').waitFor();

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.getByRole('link', { name: '走访过了' }).click();
    await leader.getByRole('checkbox').first().check();
    await leader.getByLabel(/^慰问品，/).selectOption({ label: '水果' });
    await leader.getByLabel('金额（元）').fill('201');
    await leader.getByRole('button', { name: '记下 1 次走访' }).click();
    await leader.getByText('水果 每人每次不超过 200 元，填的是 201 元。').waitFor();
    await look(leader, 'phone-round-gift');
    await leader.getByLabel('金额（元）').fill('120');
    await leader.getByRole('button', { name: '记下 1 次走访' }).click();
    await leader.getByText('带了水果，120 元').waitFor();
  });
});

describe('7.2 — a hardship', () => {
  it('is told by the unit, answered by the leader with a visit, and the unit reads the answer', async () => {
    const unit = await stage.open(DESKTOP);
    await enter(unit, '顾晓芸');
    await unit.goto('/occasions');
    await unit.getByRole('button', { name: '告诉一件事' }).click();
    await dialog(unit).getByLabel('谁的事').fill('cwj');
    await dialog(unit)
      .getByRole('button', { name: /^岑文甲/ })
      .click();
    await dialog(unit).getByRole('radio', { name: '难处' }).click();
    await dialog(unit).getByLabel('说一句').fill('家里老人住院，夜班排不开');
    await look(unit, 'desk-tell');
    await dialog(unit).getByRole('button', { name: '告诉联系人' }).click();
    await unit.getByText(/岑文甲，难处/).waitFor();
    await look(unit, 'desk-told');

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    const card = leader.locator('section.card', { has: leader.getByRole('heading', { name: /^岑文甲 ?难处/ }) });
    await card.getByRole('button', { name: '看看，岑文甲' }).click();
    await dialog(leader).getByText('家里老人住院，夜班排不开').waitFor();
    await look(leader, 'phone-told');
    await dialog(leader).getByRole('button', { name: '看望过了' }).click();
    const way = dialog(leader).getByRole('radio', { name: '走访' });
    await way.waitFor();
    expect(await way.getAttribute('aria-checked')).toBe('true');
    await look(leader, 'phone-told-log');
    // The way is the leader's to choose.
    await dialog(leader).getByRole('radio', { name: '电话' }).click();
    await dialog(leader).getByRole('button', { name: '存好', exact: true }).click();
    await card.waitFor({ state: 'detached' });

    await unit.reload();
    await unit.getByText(/1 月 25 日回应了：电话/).waitFor();
    await unit.getByRole('button', { name: /岑文甲，难处/ }).click();
    await look(unit, 'desk-told-answer');
    await dialog(unit).getByRole('button', { name: '知道了' }).click();
    await dialog(unit).getByRole('button', { name: '知道了' }).waitFor({ state: 'detached' });

    // On the person's page and on the friend's: what was told, by whom, what came of it.
    const told = await stage.house.personId('岑文甲');
    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.goto(`/people/${told}`);
    await office.getByText(/1 月 25 日回应了：电话/).waitFor();
    await look(office, 'desk-person-told');
    await leader.goto(`/friends/${told}`);
    await leader.getByRole('heading', { level: 1 }).waitFor();
    await look(leader, 'phone-friend-told');
  });
});

describe('illness', () => {
  it('is told by the person on a phone, read by the leader, seen to have been read, and withdrawn', async () => {
    const person = await stage.open(PHONE);
    await enter(person, '林远');
    await person.getByRole('button', { name: '告诉一件事' }).click();
    await dialog(person).getByRole('radio', { name: '身体不适' }).click();
    await dialog(person).getByLabel('说一句').fill('膝盖手术，休养到二月底');
    await look(person, 'phone-tell-illness');
    await dialog(person).getByRole('button', { name: '告诉联系人' }).click();
    await person
      .getByText(/身体不适/)
      .first()
      .waitFor();

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.getByText('身体不适').waitFor();
    expect(await leader.getByText('膝盖').count()).toBe(0);
    await leader.getByRole('button', { name: '看看，林远' }).click();
    await dialog(leader).getByText('膝盖手术，休养到二月底').waitFor();

    await person.reload();
    await person.getByRole('button', { name: /身体不适/ }).click();
    await dialog(person).getByText('田文建，1 月 25 日').waitFor();
    await look(person, 'phone-illness-own');
    await dialog(person).getByRole('button', { name: '撤回' }).click();
    await dialog(person).getByRole('button', { name: '撤回并删去内容' }).click();
    await person.getByText('已经撤回。').waitFor();
    await look(person, 'phone-representative-occasions');
    await leader.goto('/');
    await leader.getByRole('heading', { name: /^春节走访/ }).waitFor();
    expect(await leader.getByText('身体不适').count()).toBe(0);
  });
});
