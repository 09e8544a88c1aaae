/** A leader on the underground: writes a talk without network, closes the browser, opens it again, and finds it uploaded once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listTalks } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  chromiumPath,
  enter,
  FLAGS,
  openStage,
  PHONE,
  picture,
  SOUND,
  soundness,
  watch,
  type Stage,
} from './support/browser.ts';

let stage: Stage;
let folder: string;
let context: BrowserContext;
let page: Page;

/** The same profile folder each time: what a phone's browser keeps when it is closed. */
async function openBrowser(): Promise<Page> {
  context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: FLAGS,
    viewport: PHONE,
    baseURL: stage.origin,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: true,
    isMobile: true,
  });
  page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  watch(page);
  return page;
}

beforeAll(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), 'zhengyou-profile-'));
});
afterAll(async () => {
  await context.close();
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

const talksOfLinYuan = async () => {
  const leader = await stage.house.as('田文建');
  return (await leader.call(listTalks, { query: { person: await stage.house.personId('林远') } })).total;
};

/** The worker has kept the page once it is active. */
const workerReady = () =>
  page.waitForFunction(
    `navigator.serviceWorker.ready.then((registration) => registration.active?.state === 'activated')`,
  );

describe('a talk written without network', () => {
  let before: number;

  it('waits on the phone, survives the browser, and goes up once', async () => {
    await openBrowser();
    before = await talksOfLinYuan();
    await enter(page, '田文建');
    await page.getByRole('heading', { name: '我的朋友' }).waitFor();
    await workerReady();

    await context.setOffline(true);
    await page.getByRole('button', { name: '记一次' }).last().click();
    await page.getByRole('dialog').getByText('林远').first().click();
    await page.getByLabel('谈了什么（双方可见）').fill('在地铁里说好，下月去病房看看。');
    await page.getByRole('button', { name: /^存好/ }).first().click();
    await page.getByText('没有网络，待上传 1').waitFor();
    await picture(page, 'without-network-home');
    expect(await talksOfLinYuan()).toBe(before);

    // The browser is closed; the phone still has no network when it is opened again.
    await context.close();
    await openBrowser();
    await context.setOffline(true);
    await page.goto('/');
    await page.getByText('没有网络，待上传 1').waitFor();
    await page.getByText('照样能记').waitFor();
    await picture(page, 'without-network-reopened');
    expect(await soundness(page)).toEqual(SOUND);
    await page.getByRole('button', { name: '看一看' }).click();
    await page.getByText('在地铁里说好').waitFor();
    await picture(page, 'without-network-waiting');
    expect(await soundness(page)).toEqual(SOUND);
    await page.keyboard.press('Escape');

    await context.setOffline(false);
    await page.getByText('已上传 1 条').first().waitFor();
    expect(await talksOfLinYuan()).toBe(before + 1);
  });

  it('is asked about when another device has written the same', async () => {
    await context.setOffline(true);
    await page.reload();
    await page.getByText('照样能记').waitFor();
    await page.getByRole('button', { name: '记一次' }).first().click();
    await page.getByRole('button', { name: /^存好/ }).first().click();
    await page.getByText('没有网络，待上传 1').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: '看一看' }).click();
    await page.getByRole('button', { name: '另记一次' }).waitFor();
    await picture(page, 'without-network-asked');
    expect(await talksOfLinYuan()).toBe(before + 1);
    await page.getByRole('button', { name: '另记一次' }).click();
    await page.getByText('都上传了。').waitFor();
    expect(await talksOfLinYuan()).toBe(before + 2);
  });

  it('leaves nothing on the phone after signing out, and says so before it would be lost', async () => {
    await page.goto('/?log=new');
    await context.setOffline(true);
    await page.getByRole('radio', { name: '网络' }).click();
    await page.getByLabel('谈了什么（双方可见）').fill('约好下周再谈。');
    await page.getByRole('button', { name: /^存好/ }).first().click();
    await page.getByText('没有网络，待上传 1').waitFor();
    await page.getByRole('link', { name: '我', exact: true }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByText('这台设备里还有 1 条没有上传').waitFor();
    await picture(page, 'without-network-leaving');
    // Without network one cannot sign out; the promise is kept once there is one.
    await context.setOffline(false);
    await page.getByText('已上传 1 条').first().waitFor();
    await page.getByRole('button', { name: /^(退出登录|仍要退出)/ }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in');
    const left = await page.evaluate<string[]>(`indexedDB.databases().then((all) => all.map((one) => one.name))`);
    expect(left).toEqual([]);
    expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBeLessThanOrEqual(1);
  });
});
