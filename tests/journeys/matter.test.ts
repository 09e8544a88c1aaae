/**
 * One matter from its first word to its end, across five people: a representative raises it on a phone, the leader sees it, the office
 * hands it to a department, an officer there answers by keyboard alone, a second person reviews, the representative answers by a link
 * without signing in, "partly", and it goes round once more until it is closed.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const TITLE = '病案室周末也开半天';
const POINTS = ['周末也要调病历，得等到周一。', '预约的电话打不进去。'] as const;

let stage: Stage;
/** The address of the line, and of the link to answer it, once they are there. */
let lineAt = '';
let linkAt = '';
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function look(page: Page, name: string) {
  await page.waitForLoadState('networkidle');
  await picture(page, name);
  expect([name, await soundness(page)]).toEqual([name, SOUND]);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const step = async (page: Page, name: string) => {
  await button(page, name).first().click();
  await dialog(page, name).waitFor();
};
/** The sheet's own button, which wears its title. */
const finish = async (page: Page, name: string) => {
  await dialog(page, name).getByRole('button', { name, exact: true }).click();
  await dialog(page, name).waitFor({ state: 'detached' });
};

async function open(person: string, size = DESKTOP, path = lineAt): Promise<Page> {
  const page = await stage.open(size);
  await enter(page, person);
  if (path !== '/') await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** A reply for each point that has a field, by the keys alone. */
async function writeByKeys(page: Page, replies: readonly { text: string; outcome: string; day?: string }[]) {
  for (const [index, reply] of replies.entries()) {
    await tabTo(page, page.getByLabel(`第 ${index + 1} 点的答复`, { exact: true }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(reply.text);
    const chips = page.getByRole('radiogroup', { name: `第 ${index + 1} 点办到哪一步` });
    await page.keyboard.press('Tab');
    const words = ['已解决', '正在解决', '列入计划', '暂不可行'];
    const from = await chips
      .getByRole('radio')
      .evaluateAll((all) => all.findIndex((one) => one === one.ownerDocument.activeElement));
    for (let at = from; at !== words.indexOf(reply.outcome); at = (at + 1) % words.length)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    if (reply.day) await page.getByLabel(`第 ${index + 1} 点哪天前办到`).fill(reply.day);
  }
}

async function reviewAndPublish(name: string) {
  const page = await open('沈知行');
  await step(page, '审核答复');
  await dialog(page, '审核答复').getByRole('radio', { name: '审过，可以发' }).click();
  await look(page, `matter-${name}-review`);
  await finish(page, '审核答复');
  await step(page, '发出答复');
  await finish(page, '发出答复');
  await button(page, '记送达').waitFor();
  return page;
}

async function deliver(page: Page) {
  await step(page, '记送达');
  await dialog(page, '记送达').getByRole('radio', { name: '电话' }).click();
  await finish(page, '记送达');
  await page.getByText(/告诉林远/).waitFor();
}

describe('6.2 — what a representative raises reaches those who can answer', () => {
  it('is raised on a phone, one screen, not named unless chosen', async () => {
    const page = await open('林远', PHONE, '/');
    await page.getByText('有想说的，随时提一条').waitFor();
    await look(page, 'matter-1-home');
    await page.getByRole('button', { name: '提一条' }).first().tap();
    await dialog(page, '提一条').waitFor();
    await button(page, '提出').tap();
    await page.getByText('请写下想说的事，一句话就行。').waitFor();
    await page.getByLabel('一句话').fill(TITLE);
    for (const [index, words] of POINTS.entries()) {
      await button(page, index === 0 ? '分几点说' : '加一点').tap();
      await page.getByLabel(`第 ${index + 1} 点`, { exact: true }).fill(words);
    }
    expect(await page.getByRole('radio', { name: '不署名' }).getAttribute('aria-checked')).toBe('true');
    await look(page, 'matter-1-raise');
    await button(page, '提出').tap();
    await page
      .getByText(/^收到了，编号 2026-\d{3}。$/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '看看' }).tap();
    await page.waitForURL(/\/matters\/[0-9a-f-]+$/);
    lineAt = new URL(page.url()).pathname;
    await page.getByText('已经登记，统战部正在看。').waitFor();
    await look(page, 'matter-1-line');
    await page.getByRole('link', { name: '我提的' }).first().tap();
    await page.getByRole('heading', { name: /1 件在办/ }).waitFor();
    await look(page, 'matter-1-list');
  });

  it('is seen by the leader to whom it was said', async () => {
    const page = await open('田文建', PHONE, '/');
    await page.getByRole('link', { name: '意见', exact: true }).tap();
    await page.getByRole('heading', { name: '向您提的，1 件。' }).waitFor();
    await look(page, 'matter-2-leader');
    await page.getByRole('link', { name: new RegExp(TITLE) }).tap();
    await page.getByText(POINTS[0]).waitFor();
    await page.getByText(/林远提出/).waitFor();
    await look(page, 'matter-2-leader-line');
  });

  it('is reported, accepted, worded and handed over by the office', async () => {
    const page = await open('周敏', DESKTOP, '/matters?view=toReport');
    await page.getByRole('link', { name: TITLE }).waitFor();
    await look(page, 'matter-3-queue');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === lineAt);
    await step(page, '报告班子');
    await look(page, 'matter-3-report');
    await finish(page, '报告班子');
    await step(page, '定受理与否');
    await finish(page, '定受理与否');
    await step(page, '定转办的文字');
    await look(page, 'matter-3-release');
    // Unnamed stays unnamed: the name in the text is refused in words.
    await page.getByLabel('第 1 点', { exact: true }).fill('林远说周末也要调病历。');
    await dialog(page, '定转办的文字').getByRole('button', { name: '定转办的文字' }).click();
    await page.getByText(/这段文字里却有「林远」/).waitFor();
    await page.getByLabel('第 1 点', { exact: true }).fill(POINTS[0]);
    await finish(page, '定转办的文字');
    await step(page, '交办');
    const lead = dialog(page, '交办').getByLabel('主办');
    const option = await lead.getByRole('option', { name: /医务处/ }).getAttribute('value');
    await lead.selectOption(option ?? '');
    await look(page, 'matter-3-assign');
    await finish(page, '交办');
    await page
      .getByText(/已经交医务处/)
      .first()
      .waitFor();
    await look(page, 'matter-3-line');
  });
});

describe('6.3 — the department answers point by point', () => {
  it('takes it and sends the reply to review, by keyboard alone', async () => {
    const page = await stage.open(DESKTOP);
    await page.goto('/');
    await page.waitForURL(/\/sign-in/);
    const all = page.getByRole('button', { name: /^全部 \d+ 位/ });
    const me = page.getByRole('button', { name: /^贺明/ });
    await me.or(all).first().waitFor();
    if (!(await me.isVisible())) await press(page, all);
    await press(page, me);
    await page.waitForURL(/\/desk\/lead/);
    await page.getByText(TITLE).first().waitFor();
    await look(page, 'matter-4-desk');
    expect(await page.getByText('林远').count()).toBe(0);
    const row = page.locator('[data-row]').filter({ hasText: TITLE });
    const queue = await page.locator('[data-row]').count();
    for (let moved = 0; moved < queue; moved += 1) {
      if ((await row.locator('.near, [aria-current]').count()) > 0 && moved > 0) break;
      await page.keyboard.press('j');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: TITLE }).waitFor();
    await press(page, button(page, '接办'));
    await dialog(page, '接办').waitFor();
    await press(page, dialog(page, '接办').getByRole('button', { name: '接办' }));
    await dialog(page, '接办').waitFor({ state: 'detached' });
    await page.getByText('第 1、2 点还没有答复，写好才能送审。').waitFor();
    expect(await button(page, '送审').isDisabled()).toBe(true);
    // A wording with blanks stands in the way until they are filled.
    await press(page, page.getByRole('button', { name: '用到第 1 点' }));
    await page.getByText(/点还没有答复/).waitFor();
    await writeByKeys(page, [
      { text: '从 12 月起周六上午开放。', outcome: '正在解决', day: '2027-01-15' },
      { text: '【几月几日】起换成网上预约。', outcome: '已解决' },
    ]);
    await page.getByText('第 2 点还有空没有填：几月几日。').waitFor();
    await look(page, 'matter-4-blank');
    await writeByKeys(page, [
      { text: '从 12 月起周六上午开放。', outcome: '正在解决', day: '2027-01-15' },
      { text: '11 月 20 日起换成网上预约。', outcome: '已解决' },
    ]);
    await page.getByText('每一点都写好了，可以送审。').waitFor();
    await look(page, 'matter-4-written');
    await press(page, button(page, '送审'));
    await page
      .getByText(/答复已经写好，正在审核/)
      .first()
      .waitFor();
    await look(page, 'matter-4-submitted');
  });

  it('is reviewed by a second person, published, and told to the representative', async () => {
    const page = await reviewAndPublish('5');
    await deliver(page);
    await look(page, 'matter-5-delivered');
    await step(page, '免登录的回答链接');
    await dialog(page, '免登录的回答链接').getByRole('button', { name: '做一个链接' }).click();
    linkAt = await page.getByRole('textbox', { name: '回答链接' }).inputValue();
    expect(new URL(linkAt).pathname).toMatch(/^\/answer/);
  });
});

describe('8.3 — the answer comes back, and nothing is closed without it', () => {
  it('is given by a link without signing in; opening it answers nothing', async () => {
    const scanner = await stage.open(PHONE);
    await scanner.goto(linkAt);
    await scanner.getByRole('heading', { name: TITLE }).waitFor();
    await scanner.getByText('事情办到了吗？').waitFor();
    expect(await scanner.locator('[aria-pressed="true"]').count()).toBe(0);

    const page = await stage.open(PHONE);
    await page.goto(linkAt);
    await page.getByText('从 12 月起周六上午开放。').waitFor();
    await look(page, 'matter-6-link');
    await button(page, '部分').tap();
    await page.getByText(/您说：部分/).waitFor();
    await page.getByRole('radio', { name: '及时', exact: true }).tap();
    await expect
      .poll(() => page.getByRole('radio', { name: '及时', exact: true }).getAttribute('aria-checked'))
      .toBe('true');
    await page.getByLabel(/还想说的/).fill('电话还是打不进去。');
    await button(page, '补上这句').tap();
    await button(page, '补上这句').waitFor({ state: 'detached' });
    await look(page, 'matter-6-answered');

    const broken = await stage.open(PHONE);
    await broken.goto(linkAt.slice(0, -20));
    await broken.getByRole('heading', { name: '这个链接现在答不了。' }).waitFor();
    await look(broken, 'matter-6-broken');
  });

  it('goes round once more, and is closed after the representative says that it is done', async () => {
    const handler = await open('贺明', DESKTOP, '/desk/lead');
    await handler.locator('[data-row]').filter({ hasText: TITLE }).getByRole('link').click();
    await handler.getByText('第 2 轮').first().waitFor();
    await handler.getByText('前几轮').waitFor();
    await look(handler, 'matter-7-round');
    if (await button(handler, '接办').isVisible()) {
      await step(handler, '接办');
      await finish(handler, '接办');
    }
    await writeByKeys(handler, [
      { text: '周六上午已经开放。', outcome: '已解决' },
      { text: '网上预约已经开通，电话加了两条线。', outcome: '已解决' },
    ]);
    await press(handler, button(handler, '送审'));
    await handler
      .getByText(/答复已经写好，正在审核/)
      .first()
      .waitFor();

    const office = await reviewAndPublish('7');
    await deliver(office);

    const person = await open('林远', PHONE, '/');
    await person.getByText('事情办到了吗？').waitFor();
    await look(person, 'matter-7-home');
    await person.getByRole('button', { name: `已解决 ${TITLE}` }).tap();
    await person.getByText('记下了：已解决。').first().waitFor();
    await person.goto(lineAt);
    await person.getByText('您说：已解决。', { exact: true }).waitFor();
    await look(person, 'matter-7-line');

    await office.reload();
    await step(office, '办结');
    await finish(office, '办结');
    await office
      .getByText(/办结。/)
      .first()
      .waitFor();
    await look(office, 'matter-7-closed');
  });
});
