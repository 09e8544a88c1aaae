/**
 * A renewal from its first fact to the sheet that is handed over: facts in a sandbox, what follows from them, a pair moved on the board,
 * the sheet as it is printed, the publication. Then the lists that the office keeps beside it.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLedger } from '../support/import-ledger.ts';
import { DESKTOP, PHONE, SOUND, enter, openStage, picture, soundness, type Stage } from './support/browser.ts';

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

describe('5.3 — a renewal', () => {
  it('enters who leaves, shows what follows, moves a pair, prints the sheet, publishes', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/pairings/renewal');
    await page.getByRole('button', { name: '开始换届' }).click();
    await dialog(page).getByRole('button', { name: '起草案' }).click();
    await page.getByRole('heading', { name: '新的任职和身份' }).waitFor();
    await look(page, 'desk-renewal-empty');

    await page.getByRole('button', { name: '加一条' }).click();
    await dialog(page).getByRole('radio', { name: '离任' }).click();
    const who = dialog(page).getByRole('combobox', { name: '谁' });
    await who.fill('许霞');
    await dialog(page).getByRole('option', { name: /许霞/ }).click();
    await look(page, 'desk-renewal-fact');
    await dialog(page).getByRole('button', { name: '写进来' }).click();
    await page.getByText('已写进 1 条').first().waitFor();
    await page.getByRole('link', { name: '许霞', exact: true }).first().waitFor();
    await look(page, 'desk-renewal-follows');

    await page.getByRole('link', { name: '到板上调' }).click();
    await page.getByRole('heading', { name: '待安排' }).waitFor();
    await page.getByRole('row', { name: /^许霞/ }).getByRole('button', { name: /朱志/ }).click();
    const to = dialog(page).getByRole('combobox', { name: '改由谁联系' });
    const option = to.locator('option', { hasText: '孙力' });
    await to.selectOption((await option.first().getAttribute('value')) ?? '');
    await dialog(page).getByRole('button', { name: '改由这位联系' }).click();
    await page.getByRole('row', { name: /^孙力/ }).getByRole('button', { name: /朱志/ }).waitFor();
    await look(page, 'desk-renewal-board');

    await page
      .getByRole('link', { name: /交接单/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '联谊交友交接单' }).waitFor();
    await look(page, 'desk-handover');
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'print-handover');
    // On paper stands the sheet alone.
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.emulateMedia({ media: null });
    // One moved pair, one page: nothing before it takes a sheet of its own.
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    await page.getByRole('link', { name: '返回' }).click();
    await page.getByRole('button', { name: /^发布/ }).click();
    await dialog(page).getByRole('button', { name: /^发布/ }).click();
    await page
      .getByText(/^已发布/)
      .first()
      .waitFor();

    // What it wrote into the records is a fact: said before the plan is taken back.
    await page.getByRole('button', { name: '撤回还没确认的' }).click();
    await dialog(page).getByText('任职和身份是事实').waitFor();
    await dialog(page).getByRole('link', { name: '许霞' }).waitFor();
    await look(page, 'desk-renewal-undo');
    await dialog(page).getByRole('button', { name: '撤回还没确认的' }).click();
    await page
      .getByText(/^已撤回/)
      .first()
      .waitFor();
  });
});

describe('what the office keeps beside it', () => {
  it.each([
    ['desk', DESKTOP],
    ['phone', PHONE],
  ] as const)('every page of pairing, %s', async (prefix, size) => {
    const page = await stage.open(size);
    await enter(page, '周敏');
    for (const [path, name] of [
      ['/pairings/coverage', 'coverage'],
      ['/pairings/coverage?part=expiring', 'coverage-expiring'],
      ['/pairings/adjustments', 'adjustments'],
      ['/pairings/renewal', 'renewal'],
      ['/pairings', 'roster'],
      ['/', 'office-home'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(page, `${prefix}-${name}`);
    }
    await page.goto('/pairings');
    await page.getByRole('link', { name: '田文建', exact: true }).first().click();
    await page.getByRole('heading', { name: '现在联系的' }).waitFor();
    await look(page, `${prefix}-portfolio`);
  });
});
