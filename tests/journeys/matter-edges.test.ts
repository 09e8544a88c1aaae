/**
 * What goes wrong in life with a matter, in a real browser: a link that is used twice, by somebody else, too late, or by a scanner; two
 * matters that are one, and one that is two; a leader who answers in a corridor. What leads up to it is asked of the house directly.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAnswerLink } from '@zhengyou/domain/matter/desk.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import {
  answered,
  assigned,
  deskIds,
  logged,
  of,
  peopleOf,
  raised,
  seen,
} from '../../apps/server/src/features/matter/matter.build.ts';
import type { People } from '../../apps/server/src/features/matter/matter.build.ts';
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { STORY_NOW } from '../support/server.ts';
import { DESKTOP, PHONE, SOUND, enter, openStage, picture, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
let people: People;
beforeAll(async () => {
  stage = await openStage();
  people = await peopleOf(stage.house);
});
afterAll(() => stage.close());

async function look(page: Page, name: string) {
  await page.waitForLoadState('networkidle');
  await picture(page, name);
  expect([name, await soundness(page)]).toEqual([name, SOUND]);
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
async function linked(points: readonly string[]): Promise<{ id: Id; path: string }> {
  const id = await raised(people, { points: [...points] });
  const { medical } = await deskIds(stage.house);
  await assigned(people, id, medical);
  await answered(people, people.medical, id);
  const { path } = await people.office.call(makeAnswerLink, { ...of(id), body: { party: 1 } });
  return { id, path };
}

describe('the link without sign-in', () => {
  it('used twice shows what was said and takes the last word; opened by a scanner it says nothing', async () => {
    const { id, path } = await linked(['图书馆周末能否开']);
    const token = path.split('#')[1] ?? '';
    for (const method of ['GET', 'HEAD'] as const)
      await fetch(`${stage.origin}/api/answer/${token}`, { method }).then((response) => response.arrayBuffer());
    expect((await seen(people.office, id)).answers).toEqual([]);

    const first = await stage.open(PHONE);
    await first.goto(path);
    await button(first, '部分').tap();
    await first.getByText(/您说：部分/).waitFor();
    const again = await stage.open(PHONE);
    await again.goto(path);
    await again.getByText(/您说：部分/).waitFor();
    await look(again, 'link-twice');
    await button(again, '已解决').tap();
    await again.getByText(/您说：已解决/).waitFor();
    const { answers } = await seen(people.office, id);
    expect(answers.map((answer) => answer.result)).toEqual(['solved']);
  });

  it('answers for the person to whom it was given, whoever is signed in where it is opened', async () => {
    const { id, path } = await linked(['门诊的叫号听不清']);
    const other = await stage.open(PHONE);
    await enter(other, '冯飞梅');
    await other.goto(path);
    await button(other, '没有').tap();
    await other.getByText(/您说：没有/).waitFor();
    const line = await seen(people.office, id);
    const [party] = line.addressees;
    expect([party?.person?.name, line.answers.map((answer) => answer.party)]).toEqual(['林远', [1]]);
    // It opens nothing else: the line itself stays closed to whoever is signed in.
    await other.goto(`/matters/${id}`);
    await other.getByText('没有找到').first().waitFor();
  });

  it('too late says so, and where the answer can still be given', async () => {
    const { path } = await linked(['实验楼晚上灯太暗']);
    stage.house.setNow('2026-12-28T01:12:00Z');
    try {
      const page = await stage.open(PHONE);
      await page.goto(path);
      await page.getByRole('heading', { name: '这个链接现在答不了。' }).waitFor();
      await page.getByText(/已经过期/).waitFor();
      await look(page, 'link-late');
    } finally {
      stage.house.setNow(STORY_NOW);
    }
  });
});

describe('two that are one, one that is two', () => {
  it('are joined at the desk, and both who raised it find the answer there', async () => {
    const kept = await raised(people, { points: ['北门的路灯不亮'] });
    const twin = await raised(people, { points: ['北门路灯坏了一排'] });
    const { number } = await seen(people.office, kept);
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto(`/matters/${twin}?step=merge`);
    const sheet = page.getByRole('dialog', { name: '并入另一件' });
    await sheet.getByRole('searchbox').fill(number);
    await sheet.getByRole('radio').first().check();
    await look(page, 'merge');
    await sheet.getByRole('button', { name: `并入 ${number}` }).click();
    await page
      .getByText(new RegExp(`已并入 ${number}`))
      .first()
      .waitFor();
    expect((await seen(people.office, kept)).addressees).toHaveLength(2);
  });

  it('are parted at the desk, each with its own number', async () => {
    const id = await raised(people, { points: ['班车加一班', '站牌看不清'] });
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto(`/matters/${id}?step=split`);
    const sheet = page.getByRole('dialog', { name: '分出一件' });
    await sheet.getByRole('checkbox', { name: '站牌看不清' }).check();
    await look(page, 'split');
    await sheet.getByRole('button', { name: '分出一件', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(async () => (await seen(people.office, id)).pointList.length).toBe(1);
  });
});

describe('8.3 — the leader who heard it', () => {
  it('answers on a phone from the home page, and the person says whether it was done', async () => {
    await logged(stage.house, people, '休息室的热水不够');
    const page = await stage.open(PHONE);
    await enter(page, '田文建');
    await page.getByText('休息室的热水不够').waitFor();
    await look(page, 'leader-home');
    await page.getByRole('link', { name: '我来答复' }).first().tap();
    const sheet = page.getByRole('dialog', { name: '我来答复' });
    await sheet.getByRole('textbox').fill('明天就换大的热水器。');
    await sheet.getByRole('radio', { name: '已解决' }).tap();
    await sheet.getByRole('radio', { name: '当面' }).tap();
    await look(page, 'leader-answers');
    await sheet.getByRole('button', { name: '答复', exact: true }).tap();
    await sheet.waitFor({ state: 'detached' });
    await page
      .getByText(/等本人说办到没有/)
      .first()
      .waitFor();
    await look(page, 'leader-answered');

    const person = await stage.open(PHONE);
    await enter(person, '林远');
    await person.getByText('休息室的热水不够').first().waitFor();
    const { items } = await people.person.call(listMatters, { query: { view: 'mine' } });
    expect(items.find((item) => item.title === '休息室的热水不够')).toMatchObject({ status: 'replied', asksMe: true });
  });

  it('finds beside the line of the talk its number and how it stands', async () => {
    const page = await stage.open(PHONE);
    await enter(page, '田文建');
    await page.goto(`/friends/${await stage.house.personId('林远')}`);
    await page
      .getByRole('link', { name: /^编号 2026-\d+$/ })
      .first()
      .waitFor();
    await look(page, 'talk-with-number');
  });
});
