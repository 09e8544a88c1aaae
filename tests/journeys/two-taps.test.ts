/**
 * From the leader's phone home to a saved talk: two taps, no key pressed, measured ten times; and what happens to what was typed when
 * the phone's clock is wrong, the text too long, or the day not possible.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listTalks } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { STORY_NOW } from '../support/server.ts';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

const ROUNDS = 10;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.house.setNow(STORY_NOW));

const talksWith = async (leader: string, person: string) =>
  (await stage.house.as(leader)).call(listTalks, {
    query: { person: await stage.house.personId(person), limit: 50 },
  });

describe('8.2 — logging a talk', () => {
  it('takes two taps from the phone’s home, and nothing typed', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '田文建');
    let keys = 0;
    await page.exposeFunction('countKey', () => {
      keys += 1;
    });
    const before = (await talksWith('田文建', '林远')).total;
    const times: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Another day each time, so that no round asks whether it is the same talk as the last.
      stage.house.setNow(new Date(Date.parse(STORY_NOW) + round * 86_400_000).toISOString());
      await page.goto('/');
      await page.evaluate(`document.addEventListener('keydown', () => window.countKey())`);
      const plus = page.getByRole('button', { name: '记一次', exact: true });
      await plus.waitFor();
      await page.getByText('我的朋友').waitFor();
      const start = performance.now();
      await plus.tap();
      await page.getByRole('button', { name: '存好', exact: true }).tap();
      await page.getByText(/^已记/).first().waitFor();
      times.push(performance.now() - start);
    }
    const talks = await talksWith('田文建', '林远');
    expect([talks.total - before, keys]).toEqual([ROUNDS, 0]);
    expect(talks.items.slice(0, ROUNDS).every((talk) => talk.words === null && talk.cameAbout)).toBe(true);
    await tell(times);
  });

  it('takes N and Ctrl+Enter at a desk; N, Enter where the button has the focus', async () => {
    stage.house.setNow('2026-12-08T01:12:00Z');
    const page = await stage.open(DESKTOP);
    await enter(page, '田文建');
    await page.getByText('我的朋友').waitFor();
    const before = (await talksWith('田文建', '林远')).total;
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^存好( Ctrl|$)/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^已记/).first().waitFor();
    expect((await talksWith('田文建', '林远')).total).toBe(before + 1);

    stage.house.setNow('2026-12-09T01:12:00Z');
    await page.goto('/year');
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^存好( Ctrl|$)/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^已记/).first().waitFor();
    expect((await talksWith('田文建', '林远')).total).toBe(before + 2);
  });
});

describe('what was typed', () => {
  it('stays when it is too long, or of a day that cannot be; each says so under its field', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '唐杰秀');
    await page.getByRole('button', { name: '记一次', exact: true }).tap();
    const words = page.getByRole('textbox', { name: /谈了什么/ });
    const save = page.getByRole('button', { name: '存好', exact: true });
    const long = '长'.repeat(200_000);
    await words.fill(long);
    await save.tap();
    await page.getByText('写了 200000 个字，最多 20000 个。请删短些，或分成几次记。').waitFor();
    expect((await words.inputValue()).length).toBe(200_000);

    const said = '说了𠮷田老师的事👍🏽';
    await words.fill(said);
    await page.getByRole('radio', { name: '选日期' }).first().tap();
    await page.getByLabel('哪一天').first().fill('2026-12-24');
    await save.tap();
    await page.getByText(/还没到那个时候/).waitFor();
    await picture(page, 'phone-log-future');
    expect(await soundness(page)).toEqual(SOUND);
    expect(await words.inputValue()).toBe(said);

    await page.getByLabel('哪一天').first().fill('1926-12-24');
    await page.getByLabel(/为什么/).fill('补记');
    await save.tap();
    await page.getByText(/1926 年离今天太远/).waitFor();
    expect(await words.inputValue()).toBe(said);

    await page.getByRole('radio', { name: '昨天' }).tap();
    await save.tap();
    await page.getByText(/^已记/).first().waitFor();
    expect((await talksWith('唐杰秀', '冯飞梅')).items[0]).toMatchObject({ words: said, happenedOn: '2026-11-22' });
  });

  it('is of today by the house’s clock, whatever the phone’s says', async () => {
    for (const [wrong, name] of [
      ['2031-05-05T08:00:00Z', '王雅学'],
      ['2019-05-05T08:00:00Z', '王雅学'],
    ] as const) {
      const page = await stage.open(PHONE);
      await page.clock.install({ time: new Date(wrong) });
      await enter(page, '孙光军');
      await page.getByRole('button', { name: '记一次', exact: true }).tap();
      await page.getByRole('radio', { name: wrong.startsWith('2031') ? '网络' : '电话' }).tap();
      await page.getByRole('button', { name: '存好', exact: true }).tap();
      await page.getByText(/^已记/).first().waitFor();
      const [latest] = (await talksWith('孙光军', name)).items;
      expect([wrong, latest?.happenedOn, latest?.lateReason]).toEqual([wrong, '2026-11-23', null]);
    }
  });
});

/** For people to look at; nothing is judged by it. */
async function tell(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  const middle = ((sorted[ROUNDS / 2 - 1] ?? 0) + (sorted[ROUNDS / 2] ?? 0)) / 2;
  const line = `two taps, 390×844, ${ROUNDS} rounds: median ${middle} ms, from ${sorted[0]} to ${sorted.at(-1)} ms`;
  process.stdout.write(`${line}\n`);
  const folder = process.env['ZHENGYOU_PICTURES'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'two-taps.txt'), `${line}\n`);
}
