/** A real browser before a real house: its own database, a clock that stands, the built pages. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { findChromium } from '../../../tools/find-chromium.mjs';
import { openHouse, type TestHouse } from '../../support/server.ts';
import { repository } from '../../support/sources.ts';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Headless, no sandbox (root in a container), nothing asked of any network but ours. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function chromiumPath(): string {
  const path = findChromium();
  if (!path) throw new Error('no Chromium was found; `npm test` installs one where it can');
  return path;
}

export type Stage = {
  readonly house: TestHouse;
  readonly origin: string;
  /** A fresh browser profile with its own cookies. */
  open(size: { width: number; height: number }, options?: { dark?: boolean; language?: 'zh-CN' | 'en' }): Promise<Page>;
  close(): Promise<void>;
};

/** `institution`: another demo than the house's own, of `policies/examples`. */
export async function openStage(stage: { institution?: string } = {}): Promise<Stage> {
  const house = await openHouse({ webFolder: join(repository, 'apps/web/dist'), ...stage });
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://localhost:${(house.app.server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  const contexts: BrowserContext[] = [];
  return {
    house,
    origin,
    async open(size, options = {}) {
      const context = await browser.newContext({
        viewport: size,
        baseURL: origin,
        locale: options.language ?? 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        colorScheme: options.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        hasTouch: size.width < 700,
        isMobile: size.width < 700,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      watch(page);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await house.close();
    },
  };
}

/** Whatever the page complains of in its console, a refused style or script included, fails the journey that saw it. */
const complaints = new WeakMap<Page, string[]>();
export function watch(page: Page) {
  const list: string[] = [];
  complaints.set(page, list);
  page.on('pageerror', (error) => list.push(String(error)));
  page.on('console', (message) => {
    // A refused request is told to the user; Chromium reports it here as well.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) list.push(message.text());
  });
}
export const complaintsOf = (page: Page): readonly string[] => complaints.get(page) ?? [];

/** Serious faults of accessibility on the page as it stands; empty is right. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Playwright evaluates outside the page's content policy, so the checker runs without loosening it.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  const found = violations.map((fault) => ({
    impact: fault.impact,
    text: `${fault.id}: ${fault.nodes
      .map((node) => node.target.join(' '))
      .slice(0, 4)
      .join(' | ')}`,
  }));
  return found.filter((fault) => fault.impact === 'serious' || fault.impact === 'critical').map((fault) => fault.text);
}

/** A page never scrolls sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Pictures for people to look at, written where `ZHENGYOU_PICTURES` says; nowhere when it says nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['ZHENGYOU_PICTURES'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Signs in through the page, as a person of the demo does. */
export async function enter(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  const person = page.getByRole('button', { name: new RegExp(`^${name}`) });
  const all = page.getByRole('button', { name: /^全部 \d+ 位/ });
  await person.or(all).first().waitFor();
  if (!(await person.isVisible())) await all.click();
  await person.click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Walks with Tab to where something is, as one without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let steps = 0; steps < 250; steps += 1) {
    if (await target.first().evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target.toString()}`);
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** What a page must be whenever someone looks at it: no serious fault, no sideways scrolling, no complaint in its console. */
export async function soundness(
  page: Page,
): Promise<{ faults: string[]; sideways: number; complaints: readonly string[] }> {
  return { faults: await faultsOf(page), sideways: await sideways(page), complaints: complaintsOf(page) };
}
export const SOUND = { faults: [], sideways: 0, complaints: [] };
