/**
 * The first whole errand: the office imports its ledger, a leader logs a talk on a phone in two taps, the representative reads it, the
 * office takes the import back. In a real browser, at a desk by keyboard alone, and on a phone.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../support/sources.ts';
import { DESKTOP, PHONE, SOUND, enter, openStage, picture, press, soundness, type Stage } from './support/browser.ts';

const LEDGER = join(repository, 'apps/server/seeds/demo/ledger-2026.xlsx');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function look(page: Page, name: string) {
  await picture(page, name);
  expect([name, await soundness(page)]).toEqual([name, SOUND]);
}

async function visit(page: Page, pages: readonly (readonly [string, string])[]) {
  for (const [path, name] of pages) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await look(page, name);
  }
}

const OFFICE_PAGES = ['/', '/year', '/people', '/pairings', '/import', '/policy', '/me'] as const;
const named = (prefix: string) => OFFICE_PAGES.map((path) => [path, `${prefix}${path.replace('/', '-')}`] as const);

const questions = (page: Page) => page.getByRole('button', { name: /^要您看/ });
const together = (page: Page) => page.getByRole('button', { name: '一起看' });
const asProposed = (page: Page) => page.getByRole('button', { name: /^全部照建议/ });
const bringIn = (page: Page) => page.getByRole('button', { name: /^导入 \d+ 行$/ });
const confirm = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '导入', exact: true });
const saved = (page: Page) => page.getByText(/^已记/).first();
const save = (page: Page) => page.getByRole('button', { name: '存好', exact: true });

describe('8.1 — the ledger becomes the roster', () => {
  it('at a desk, by keyboard alone: hand in, look, decide, import, see the year', async () => {
    const page = await stage.open(DESKTOP);
    await page.goto('/');
    await page.waitForURL(/\/sign-in/);
    await page.getByRole('button', { name: /^周敏/ }).waitFor();
    await look(page, 'desk-sign-in');
    await press(page, page.getByRole('button', { name: /^周敏/ }));
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'desk-office-home');

    await press(page, page.getByRole('link', { name: '导入台账' }));
    await page.waitForURL(/\/import$/);
    const chooser = page.waitForEvent('filechooser');
    await press(page, page.getByRole('button', { name: '选一个文件' }));
    await (await chooser).setFiles(LEDGER);
    await page.getByText('/ 84 行可收').waitFor();
    await page.getByText('2026 年 2 月没有 30 日').waitFor();
    await look(page, 'desk-import-look');

    await press(page, questions(page));
    await together(page).first().waitFor();
    for (let left = await together(page).count(); left > 0; left = await together(page).count()) {
      await press(page, together(page));
      await press(page, asProposed(page));
      await expect.poll(() => together(page).count()).toBeLessThan(left);
    }
    await look(page, 'desk-import-decided');
    await press(page, bringIn(page));
    await press(page, confirm(page));
    await page.getByRole('heading', { name: /^导入好了/ }).waitFor();
    await look(page, 'desk-import-result');
    await press(page, page.getByRole('link', { name: '一年的联系' }));
    await page.getByText(/2026 年，77 对/).waitFor();
    await look(page, 'desk-year');
  });

  it('shows every page of the office at a desk', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await visit(page, named('desk'));
    await page.goto('/people');
    await page
      .getByRole('link', { name: /曹康波/ })
      .or(page.getByText('曹康波'))
      .first()
      .click();
    await page.getByText('代表性身份').first().waitFor();
    await look(page, 'desk-person-panel');
  });

  it('can be taken back: shows what it would do, and does it', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/import');
    await page.getByRole('button', { name: /撤回/ }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    await look(page, 'desk-undo');
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/year');
    await page.getByText(/2026 年，3 对/).waitFor();
  });

  it('on a phone: the same errand, and every page of the office', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '周敏');
    await page.goto('/import');
    await page.locator('input[type=file]').setInputFiles(LEDGER);
    await page.getByText('/ 84 行可收').waitFor();
    await look(page, 'phone-import-look');
    await questions(page).click();
    await together(page).first().waitFor();
    for (let left = await together(page).count(); left > 0; left = await together(page).count()) {
      await together(page).first().click();
      await asProposed(page).click();
      await expect.poll(() => together(page).count()).toBeLessThan(left);
    }
    await bringIn(page).click();
    await confirm(page).click();
    await page.getByRole('heading', { name: /^导入好了/ }).waitFor();
    await look(page, 'phone-import-result');
    await visit(page, named('phone'));
  });
});

describe('8.2 — a talk is logged in two taps', () => {
  it('from the phone’s home, without typing, and can be taken back', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '田文建');
    await page.getByText('我的朋友').waitFor();
    await look(page, 'phone-leader-home');
    const plus = page.getByRole('button', { name: '记一次' }).or(page.getByRole('link', { name: '记一次' }));
    await plus.first().tap();
    await page.getByRole('dialog', { name: '记一次' }).waitFor();
    await page
      .getByRole('radio', { name: /林远/, checked: true })
      .or(page.getByRole('checkbox', { name: /林远/, checked: true }))
      .first()
      .waitFor();
    await look(page, 'phone-log-sheet');
    // What lies folded is taken away with the sheet, and must go quietly.
    await page.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('textbox', { name: '地点' }).waitFor();
    await save(page).tap();
    await saved(page).waitFor();
    await look(page, 'phone-logged');
    await page.getByRole('button', { name: /撤销/ }).tap();
    await expect.poll(() => page.getByText(/^已记/).count()).toBe(0);
  });

  it('from the card that says who is due: the card turns in place', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '朱友永');
    const talked = page.getByRole('button', { name: /^谈过了/ }).or(page.getByRole('link', { name: /^谈过了/ }));
    await talked.first().waitFor();
    await look(page, 'phone-leader-due');
    const cards = await talked.count();
    await talked.first().tap();
    await save(page).tap();
    await saved(page).waitFor();
    await expect.poll(() => talked.count()).toBeLessThan(cards);
  });

  it('by keyboard alone at a desk, with what was said, and both sides read the same', async () => {
    const page = await stage.open(DESKTOP);
    await page.goto('/sign-in');
    const leader = page.getByRole('button', { name: /^田文建/ });
    const all = page.getByRole('button', { name: /^全部 \d+ 位/ });
    await leader.or(all).first().waitFor();
    if (!(await leader.isVisible())) await press(page, all);
    await press(page, leader);
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByText('我的朋友').waitFor();
    await page.keyboard.press('n');
    await press(page, page.getByRole('textbox', { name: /谈了什么/ }), 'End');
    await page.keyboard.type('谈了夜间门诊的安排。');
    await look(page, 'desk-log-panel');
    await page.keyboard.press('Control+Enter');
    await saved(page).waitFor();

    const representative = await stage.open(PHONE);
    await enter(representative, '林远');
    await representative.getByText('谈了夜间门诊的安排。').waitFor();
    await look(representative, 'phone-representative-home');
  });

  it('keeps a draft that was closed', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '田文建');
    await page.getByText('我的朋友').waitFor();
    await page.keyboard.press('n');
    const text = page.getByRole('textbox', { name: /谈了什么/ });
    await text.fill('还没写完的一句');
    await page.keyboard.press('Escape');
    await expect.poll(() => text.count()).toBe(0);
    await page.keyboard.press('n');
    expect(await text.inputValue()).toBe('还没写完的一句');
  });

  it('shows a leader, a unit’s officer and a checker their own pages', async () => {
    for (const [name, prefix] of [
      ['孙光军', 'leader'],
      ['顾晓芸', 'officer'],
      ['孙力', 'checker'],
    ] as const) {
      const page = await stage.open(DESKTOP);
      await enter(page, name);
      await visit(page, [
        ['/', `desk-${prefix}-home`],
        ['/year', `desk-${prefix}-year`],
      ]);
    }
  });
});

describe('the other language and the other light', () => {
  it('are complete on every page of the office', async () => {
    const page = await stage.open(DESKTOP, { dark: true });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: /^周敏/ }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await visit(page, named('desk-dark-en'));
  });
});
