/**
 * Changing the measures: one person of the office hands in an edited file with a mistake, sees where it stands, mends it, sees whom the
 * change touches and hands it on; the second passes it; it is coming; and it is taken back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../support/sources.ts';
import { DESKTOP, PHONE, SOUND, enter, openStage, picture, soundness, type Stage } from './support/browser.ts';

const SHIPPED = readFileSync(join(repository, 'policies/som-2018/policy.yaml'), 'utf8');
/** Three friends for each leader of a unit, and a slip of the pen. */
const WANTED = SHIPPED.replace(/(- id: quota-unit[\s\S]*?min: )2/, '$13');
const MISTAKEN = WANTED.replace("basis: '5.2'", "basis: '5.9'");
const LINE = WANTED.split("basis: '5.2'")[0]?.split('\n').length;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function look(page: Page, name: string) {
  await page.waitForLoadState('networkidle');
  await picture(page, name);
  expect([name, await soundness(page)]).toEqual([name, SOUND]);
}

const file = (text: string) => ({
  name: '办法 2026 修订.yaml',
  mimeType: 'application/yaml',
  buffer: Buffer.from(text),
});
const upload = async (page: Page, text: string) => {
  await page.goto('/policy/versions');
  await page.getByRole('button', { name: '上传一份文件' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file(text));
};

describe('10 — the measures are changed by two', () => {
  it('from a file with a mistake to a coming version, and back', async () => {
    const zhou = await stage.open(DESKTOP);
    await enter(zhou, '周敏');
    await zhou.goto('/policy');
    await zhou.getByRole('link', { name: '各版本' }).waitFor();
    await look(zhou, 'desk-policy');
    await upload(zhou, MISTAKEN);
    await zhou.getByRole('heading', { name: '有一处要改，改好才能试算。' }).waitFor();
    await zhou.getByText('没有第 5.9 条').waitFor();
    await look(zhou, 'desk-policy-problem');
    const place = zhou.getByRole('button', { name: `第 ${LINE} 行第 ` });
    await place.click();
    const text = zhou.getByRole('textbox', { name: '全文' });
    // The cursor stands on the mistake: what is typed takes its place.
    expect(
      await text.evaluate(
        'document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
      ),
    ).toBe("'5.9'");
    await zhou.keyboard.type("'5.2'");
    await zhou.getByRole('button', { name: '存好，再查一遍' }).click();
    await zhou.getByRole('heading', { name: '没有问题，改了 1 处。' }).waitFor();
    await zhou.getByText('每位至少联系 3 人').waitFor();
    await zhou.getByText(/领导联系几位：\d+ 里有 \d+ 会变/).waitFor();
    await look(zhou, 'desk-policy-effects');

    await zhou.getByLabel('从哪天起执行').fill('2026-12-01');
    await zhou.getByLabel('给审核人的话').fill('按秋季会议的意思');
    await zhou.getByRole('button', { name: '送另一位审核' }).click();
    await zhou.getByRole('heading', { name: /^在等另一位审核/ }).waitFor();
    await zhou.getByText('请统战部的另一位').waitFor();
    expect(await zhou.getByRole('button', { name: '通过' }).count()).toBe(0);
    await look(zhou, 'desk-policy-waiting');

    const shen = await stage.open(DESKTOP);
    await enter(shen, '沈知行');
    await shen.goto('/policy/versions');
    await shen.getByRole('link', { name: '办法 2026 修订.yaml' }).click();
    await shen.getByRole('heading', { name: /^请您审核/ }).waitFor();
    await shen.getByText('按秋季会议的意思').first().waitFor();
    await look(shen, 'desk-policy-to-pass');
    await shen.getByRole('button', { name: '通过' }).click();
    await shen.getByRole('heading', { name: /^已定下/ }).waitFor();

    await zhou.goto('/policy');
    await zhou.getByText('第 2 版已经定下').waitFor();
    await zhou.getByRole('link', { name: '看改了什么' }).click();
    await zhou.getByText('每位至少联系 3 人').waitFor();
    await look(zhou, 'desk-policy-comparison');
    await zhou.goto('/policy/versions');
    await zhou.getByText('将执行').waitFor();
    await look(zhou, 'desk-policy-versions');

    await zhou.getByRole('button', { name: '撤回' }).click();
    const sheet = zhou.getByRole('dialog');
    await sheet.getByRole('textbox', { name: '原因' }).fill('还要再商量');
    await look(zhou, 'desk-policy-undo');
    await sheet.getByRole('button', { name: '撤回', exact: true }).click();
    await expect.poll(() => zhou.getByText('将执行').count()).toBe(0);
    await zhou.goto('/policy');
    await zhou.getByRole('link', { name: '各版本' }).waitFor();
    expect(await zhou.getByText('第 2 版已经定下').count()).toBe(0);
  });

  it('on a phone: every page of it', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '周敏');
    await upload(page, MISTAKEN);
    await page.getByText('没有第 5.9 条').waitFor();
    await look(page, 'phone-policy-problem');
    await page.locator('input[type=file]').setInputFiles(file(WANTED));
    await page.getByText(/领导联系几位：\d+ 里有 \d+ 会变/).waitFor();
    await look(page, 'phone-policy-effects');
    for (const [path, name] of [
      ['/policy', 'phone-policy'],
      ['/policy/versions', 'phone-policy-versions'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(page, name);
    }
  });

  it('sets a number of its own with a reason, and ends it', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/policy');
    await page.getByRole('button', { name: '自己定一个数' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('什么事').selectOption('recordWithin');
    await sheet.getByRole('spinbutton', { name: '多少天内' }).fill('5');
    await sheet.getByLabel('为什么').fill('年底前都有个回音');
    await look(page, 'desk-policy-set');
    await sheet.getByRole('button', { name: '定下' }).click();
    await page.getByText('谈过以后记下来，全院定在 5 个工作日内').waitFor();
    await page.getByRole('button', { name: /^不再用 谈过以后记下来/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '不再用', exact: true }).click();
    await expect.poll(() => page.getByText('谈过以后记下来，全院定在').count()).toBe(0);
  });
});
