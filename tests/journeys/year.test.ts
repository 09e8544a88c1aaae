/**
 * The year from its four sides, after the ledger is in: pair by pair with the keys, month by month down to a record, the coming
 * days, and a word that was said. And what is put off: by the office at a desk, by a leader on a phone, read by the other side.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { importLedger } from '../support/import-ledger.ts';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

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

describe('8.2 — the year at a desk', () => {
  it('is grouped by state, unit and leader, and walked with the keys', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/year');
    await page.locator('[data-row]').first().waitFor();
    await look(page, 'year-by-state');

    await page.getByLabel('怎么分组').selectOption('unit');
    await page.locator('tr.year-group').nth(2).waitFor();
    await look(page, 'year-by-unit');
    await page.getByLabel('怎么分组').selectOption('leader');
    await page.waitForURL(/group=leader/);
    await page.locator('tr.year-group').nth(5).waitFor();
    await look(page, 'year-by-leader');
    await page.getByLabel('怎么分组').selectOption('state');

    // The field keeps the focus while what is typed goes into the address.
    await page.keyboard.press('/');
    await page.keyboard.type('lin', { delay: 120 });
    await page.waitForURL(/q=lin/);
    await page.keyboard.type('y', { delay: 120 });
    await page.waitForURL(/q=liny/);
    await page.keyboard.press('Escape');
    await page.locator('[data-row]').first().waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.getByRole('radio', { name: '暂不便' }).waitFor();
    await page.getByLabel('到（含这一天）').fill('2027-02-28');
    await page.getByLabel('为什么').fill('国外访学');
    await look(page, 'year-excuse-sheet');
    await page.getByLabel('为什么').press('Control+Enter');
    await expect.poll(() => page.getByLabel('为什么').count()).toBe(0);
    await expect.poll(() => page.getByText('国外访学').count()).toBeGreaterThan(0);
    await look(page, 'year-excused');
    await page.getByRole('button', { name: /^撤销/ }).click();
    await page.getByText('撤回了。').first().waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.getByRole('radio', { name: '两周后' }).click();
    await look(page, 'year-snooze-sheet');
    await page.getByRole('button', { name: /再提醒$/ }).click();
    await expect.poll(() => page.getByRole('radio', { name: '两周后' }).count()).toBe(0);
    await page.locator('.year-snoozed').getByText('12 月 7 日再提醒').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/friends\//);
    await page.getByText('12 月 7 日再提醒').last().waitFor();
    await page.getByRole('button', { name: /^改期或暂不便/ }).waitFor();
    await look(page, 'year-friend-snoozed');
  });

  it('is seen month by month, each figure opening its talks, each talk its record', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/year');
    await page.getByRole('link', { name: '按月看' }).click();
    await page.locator('.heat-cell').first().waitFor();
    await look(page, 'heat');
    const cell = page.locator('.heat-cell').first();
    const says = (await cell.locator('.sr').textContent()) ?? '';
    const count = [...says.matchAll(/(\d+) 次/g)].reduce((sum, [, digits]) => sum + Number(digits), 0);
    await cell.click();
    await page.locator('.month-talks li').first().waitFor();
    expect(await page.locator('.month-talks li').count()).toBe(count);
    await look(page, 'heat-cell');
    await page.locator('.month-talks a').first().click();
    await page.getByRole('heading', { name: '一次谈话' }).waitFor();
    await look(page, 'talk');
  });

  it('looks ahead sixty days, week by week', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/year/agenda');
    await page.locator('.agenda-week').first().waitFor();
    await look(page, 'agenda');
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'agenda-print');
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('哪一类').selectOption('festival');
    await page.getByText('元旦').waitFor();
    await expect.poll(() => page.locator('.agenda-week li').count()).toBeLessThan(6);
    await page.goto('/year/agenda?kind=due');
    await page.locator('.agenda-week a').first().click();
    await page.waitForURL(/\/friends\//);
  });

  it('finds a word that was said; one who checks learns only how often', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/talks');
    await page.getByRole('searchbox').fill('班');
    await page.getByText(/一个字太常见/).waitFor();
    await look(page, 'search-short');
    await page.getByRole('searchbox').fill('职称');
    await page.locator('.search-hits mark').first().waitFor();
    await look(page, 'search');
    await page.locator('.search-hits a').first().click();
    await page.getByText(/职称/).first().waitFor();

    const checker = await stage.open(DESKTOP);
    await enter(checker, '孙力');
    await checker.goto('/talks?q=职称');
    await checker.getByText(/^全院 \d+ 次谈话里提到。$/).waitFor();
    expect(await checker.locator('.search-hits li').count()).toBe(0);
    await look(checker, 'search-checker');
  });
});

describe('8.2 — the year on a phone', () => {
  it('puts off from the card, and the other side reads why', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '韩康民');
    const putOff = page.getByRole('button', { name: '改期或暂不便，曹荣' });
    await putOff.waitFor();
    await look(page, 'phone-home-card');
    await putOff.click();
    await page.getByRole('radio', { name: '一周后' }).waitFor();
    await look(page, 'phone-snooze');
    await page.getByRole('button', { name: '11 月 30 日再提醒' }).click();
    await expect.poll(() => putOff.count()).toBe(0);
    await look(page, 'phone-home-snoozed');

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.getByRole('link', { name: /^林远/ }).click();
    await leader.getByRole('button', { name: '改期或暂不便，林远' }).click();
    await leader.getByRole('radio', { name: '暂不便' }).click();
    await leader.getByLabel('到（含这一天）').fill('2026-12-20');
    await leader.getByLabel('为什么').fill('在援疆，二十日回来');
    await look(leader, 'phone-excuse');
    await leader.getByRole('button', { name: /^暂缓到/ }).click();
    await leader.getByText('在援疆，二十日回来').first().waitFor();
    await look(leader, 'phone-friend-excused');

    const friend = await stage.open(PHONE);
    await enter(friend, '林远');
    await friend.getByText('改期和暂缓').click();
    await friend.getByText('在援疆，二十日回来').waitFor();
    await look(friend, 'phone-representative-pauses');
    await friend.getByRole('link', { name: '找一句' }).click();
    await friend.getByRole('searchbox').waitFor();
    await look(friend, 'phone-representative-search');

    for (const [path, name] of [
      ['/friends', 'phone-friends'],
      ['/year/agenda', 'phone-agenda'],
      ['/talks?q=职称', 'phone-search'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(page, name);
    }
  });

  it('shows the office its views, one under the other', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '周敏');
    for (const [path, name] of [
      ['/year?group=unit', 'phone-year-by-unit'],
      ['/year/months', 'phone-heat'],
      ['/year/agenda', 'phone-agenda-office'],
      ['/talks?q=职称', 'phone-search-office'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(page, name);
    }
  });
});
