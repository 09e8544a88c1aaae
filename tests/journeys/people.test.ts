/** The directory’s errands: find by keyboard, paste a message, merge two records and take it back; at a desk and on a phone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../support/sources.ts';
import {
  DESKTOP,
  PHONE,
  SOUND,
  enter,
  openStage,
  picture,
  press,
  soundness,
  tabTo,
  type Stage,
} from './support/browser.ts';

const BLOCKS = readFileSync(join(repository, 'packages/domain/src/ledger/paste-200.txt'), 'utf8')
  .split(/^# .*\n/m)
  .filter(Boolean);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function look(page: Page, name: string) {
  await picture(page, name);
  expect([name, await soundness(page)]).toEqual([name, SOUND]);
}

const pasteBox = (page: Page) => page.getByLabel('粘贴在这里');

describe('8.1 — people come by pasting', () => {
  it('two hundred messy rows are read, none of them lost, and a block of them is looked at before it is written', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/people/paste');
    await pasteBox(page).waitFor();
    await look(page, 'desk-paste-empty');
    for (const block of BLOCKS) {
      await pasteBox(page).fill(block);
      await page.getByText('读到 20 行。').waitFor();
    }
    await look(page, 'desk-paste');
    await page.getByRole('button', { name: '接着看' }).click();
    await page.waitForURL(/\/import\/.+/);
    await page
      .getByText(/行可收/)
      .first()
      .waitFor();
    await look(page, 'desk-paste-look');
  });
});

describe('the directory', () => {
  it('is searched, opened and left by keyboard alone', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/people');
    await page.getByRole('link', { name: '林远' }).waitFor();
    await look(page, 'desk-directory');
    await tabTo(page, page.getByLabel('找人'));
    await page.keyboard.type('fengf');
    await page.getByRole('link', { name: '林远' }).waitFor({ state: 'detached' });
    await press(page, page.getByRole('link', { name: '冯飞梅', exact: true }));
    await page.waitForURL(/person=/);
    await page.getByRole('complementary').getByText('谁看过').waitFor();
    await look(page, 'desk-directory-open');
    await page.goto('/people?sort=strokes');
    await page.getByText('4 画').first().waitFor();
    await look(page, 'desk-directory-strokes');
  });

  it('tells a record as of another day', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    const id = await stage.house.personId('王雅学');
    await page.goto(`/people/${id}?on=2027-01-01`);
    await page.getByText(/照现在记的任期/).waitFor();
    await look(page, 'desk-person-as-of');
    await press(page, page.getByRole('button', { name: '回到今天' }));
    await page.waitForURL((url) => !url.searchParams.has('on'));
  });

  it('merges two records field by field and takes it back', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    for (const position of ['科主任', '院长']) {
      await page.goto('/people?sheet=add');
      await page.getByLabel('姓名', { exact: true }).fill('种田');
      if (position === '院长') await page.getByText('已经有同名的人').waitFor();
      await page
        .getByRole('dialog')
        .or(page.getByRole('complementary'))
        .getByLabel('单位')
        .selectOption({ label: '药学院' });
      await page.getByLabel(/^职务/).fill(position);
      await page.getByRole('button', { name: '存好' }).click();
      if (position === '院长') {
        await page.getByRole('button', { name: '确是另一位，照样添' }).waitFor();
        await look(page, 'desk-duplicate');
        await page.getByRole('button', { name: '确是另一位，照样添' }).click();
      }
      await page.waitForURL(/\/people\/[0-9a-f-]{36}/);
      await page.getByText(position).first().waitFor();
    }
    await page.getByRole('button', { name: '合并另一条' }).click();
    await page.getByRole('button', { name: '合并另一条' }).nth(1).click();
    await page.getByText('两边不一样的，各选一边').waitFor();
    await look(page, 'desk-merge');
    await page.getByRole('radio', { name: '科主任' }).click();
    await page.getByRole('button', { name: /^合并，30 天内可撤/ }).click();
    await page.getByText('已合并').first().waitFor();
    await page.goto('/people?q=种田');
    await expect.poll(() => page.getByRole('link', { name: '种田', exact: true }).count()).toBe(1);
    await page.getByText('最近的合并').click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText(/处复原/).waitFor();
    await look(page, 'desk-unmerge');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.getByRole('link', { name: '种田', exact: true }).count()).toBe(2);
  });

  it('stands on a phone as well', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '周敏');
    for (const [path, name] of [
      ['/people', 'phone-directory'],
      ['/people/paste', 'phone-paste'],
      [`/people/${await stage.house.personId('王雅学')}`, 'phone-person'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await look(page, name);
    }
  });
});
