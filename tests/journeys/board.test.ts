/**
 * The board at work: somebody carried by mouse and back, a plan asked for and called off, a plan as far as possible taken over and published by
 * keyboard alone, two drafts compared, a list of appointments pasted into the sandbox of a renewal.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renewalProblem } from '@zhengyou/domain/pairing/optimiser.build.ts';
import { solveRoster } from '../../apps/server/src/features/pairing/solve/solve-roster.ts';
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

async function board(size = DESKTOP): Promise<Page> {
  const page = await stage.open(size);
  await enter(page, '周敏');
  await page.goto('/pairings/board');
  return page;
}

describe('5.3 — the board', () => {
  it('takes whom the mouse brings, asks for the reason, and gives back whom the mouse takes away', async () => {
    const page = await board();
    await page.getByRole('button', { name: '起一个草案' }).click();
    await dialog(page).getByRole('button', { name: '起草案' }).click();
    await page.getByRole('heading', { name: '待安排' }).waitFor();
    const somebody = page.locator('.pool-person').first();
    const name = await somebody.locator('.strong').innerText();
    const row = page.getByRole('row', { name: /^孙力/ });
    await somebody.dragTo(row);
    await row.getByRole('button', { name: '写明理由' }).click();
    await dialog(page).getByRole('textbox').fill('本人愿意，孙力熟悉这一行。');
    await dialog(page).getByRole('button', { name: '放进方案' }).click();
    const placed = row.getByRole('button', { name: new RegExp(`^${name}`) });
    await placed.waitFor();
    await look(page, 'desk-board-dragged');
    // The pool is as tall as the list beside it: where it is in sight.
    await placed.dragTo(page.locator('.board-pool'), { targetPosition: { x: 120, y: 60 } });
    await toast(page, new RegExp(`^${name}已从方案里拿出`));
    await expect.poll(() => placed.count()).toBe(0);
  });

  it('is called off while it looks for a plan, and nothing has changed', async () => {
    const page = await board();
    // Both places are taken: whoever asks now waits, and may give up waiting.
    const others = new AbortController();
    const busy = [1, 2].map((seed) =>
      solveRoster(renewalProblem(seed, { leaders: 250, representatives: 480, changes: 40, tiers: false }), {
        signal: others.signal,
        timeLimitMs: 60_000,
      }),
    );
    await page.getByRole('button', { name: '求一个方案' }).click();
    await page.getByRole('heading', { name: '正在求方案' }).waitFor();
    await look(page, 'desk-board-solving');
    await page.getByRole('button', { name: '停下' }).click();
    await page.getByText('停下了，草案没有变。').waitFor();
    others.abort();
    await Promise.all(busy);
    await look(page, 'desk-board-stopped');
  });

  it('says why there is no plan, plans as far as possible, and is published: by keyboard alone', async () => {
    const page = await board();
    await press(page, page.getByRole('button', { name: '再求一次' }));
    await page.getByRole('heading', { name: '这样排不出来' }).waitFor();
    await look(page, 'desk-board-infeasible');
    await press(page, page.getByRole('button', { name: '先排能排的' }));
    await page.getByRole('heading', { name: '求得的方案' }).waitFor();
    await page.getByText(/还有 \d+ 位领导缺人/).waitFor();
    await look(page, 'desk-board-solved');
    await press(page, page.getByRole('button', { name: '用这个方案' }));
    await toast(page, /^已放进草案/);
    await expect.poll(() => page.getByRole('button', { name: '用这个方案' }).count()).toBe(0);
    await look(page, 'desk-board-taken');
  });

  it('stands beside another draft to compare, and is published', async () => {
    const page = await board();
    const drafts = page.getByRole('combobox', { name: '草案' });
    await drafts.selectOption({ label: '再起一个草案' });
    await dialog(page).getByRole('textbox', { name: '叫什么' }).fill('只看学校一级');
    await dialog(page).getByRole('combobox', { name: '哪一级' }).selectOption({ index: 1 });
    await dialog(page).getByRole('button', { name: '起草案' }).click();
    await expect.poll(() => drafts.locator('option:checked').innerText()).toBe('只看学校一级');
    await drafts.selectOption({ label: '比一比' });
    await dialog(page).getByText('只看学校一级').waitFor();
    await look(page, 'desk-compare');
    await dialog(page).getByRole('link', { name: '草案1' }).click();
    await expect.poll(() => drafts.locator('option:checked').innerText()).toBe('草案1');
    await page.keyboard.press('Escape');
    await press(page, page.getByRole('button', { name: /^发布/ }));
    await press(page, dialog(page).getByRole('button', { name: /^发布/ }));
    await toast(page, /^已发布/);
    await look(page, 'desk-board-published');
  });

  it('reads a pasted list into the sandbox of a renewal, and asks about what is not clear', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/pairings/renewal');
    await page.getByRole('button', { name: '开始换届' }).click();
    await dialog(page).getByRole('button', { name: '起草案' }).click();
    await page.getByRole('heading', { name: '新的任职和身份' }).waitFor();
    await page.getByRole('button', { name: '贴一段' }).click();
    await dialog(page)
      .getByRole('textbox')
      .fill(['许霞\t离任\t2026年11月23日', '林远\t区人大代表\t2026-11-23至2031-12-31', '查无此人\t退休'].join('\n'));
    await dialog(page).getByRole('button', { name: '读一读' }).click();
    await dialog(page).getByText('没有找到这个名字').waitFor();
    await look(page, 'desk-renewal-pasted');
    await dialog(page).getByRole('button', { name: /^写进/ }).click();
    await toast(page, /^已写进/);
    await page.getByRole('link', { name: '许霞', exact: true }).first().waitFor();
  });

  it('shows on a phone what was found', async () => {
    const page = await board(PHONE);
    await page.getByRole('button', { name: '求一个方案' }).tap();
    await page.getByRole('heading', { name: '这样排不出来' }).waitFor();
    await look(page, 'phone-board-infeasible');
    await page.getByRole('button', { name: '先排能排的' }).tap();
    await page.getByRole('heading', { name: '求得的方案' }).waitFor();
    await look(page, 'phone-board-solved');
  });
});
