/** A leader lends their name, a secretary writes under it, the leader confirms in one tap and takes it back. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('one’s own days come into one’s own calendar, without names', async () => {
  const leader = await stage.open(PHONE);
  await enter(leader, '田文建');
  await leader.goto('/me');
  await leader.getByRole('button', { name: '要一个日历地址' }).click();
  const address = await leader.getByLabel('日历地址').inputValue();
  await leader.getByLabel('日历地址').scrollIntoViewIfNeeded();
  await picture(leader, 'calendar-address');
  expect(await soundness(leader)).toEqual(SOUND);
  const file = await fetch(address);
  const text = await file.text();
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(0);
  expect(text).not.toContain('林远');
  const link = events.map((one) => String(one.getFirstPropertyValue('url'))).find((url) => url.includes('log='));
  await leader.goto(link ?? '');
  await leader.getByRole('dialog').getByRole('radio', { name: '林远' }).waitFor();
  await picture(leader, 'calendar-link');
});

describe.each([
  { leader: '唐杰秀', friend: '冯飞梅', leaderAt: PHONE, secretaryAt: DESKTOP, size: 'leader on a phone' },
  { leader: '孙光军', friend: '王雅学', leaderAt: DESKTOP, secretaryAt: PHONE, size: 'leader at a desk' },
])('a secretary, $size', ({ leader, friend, leaderAt, secretaryAt, size }) => {
  const shot = (name: string) => `delegation-${name}-${size.replaceAll(' ', '-')}`;

  it('is asked, writes, is confirmed, is taken back, and loses nothing of what was typed', async () => {
    const own = await stage.open(leaderAt);
    await enter(own, leader);
    await own.goto('/me');
    await own.getByText('没有人替您办。').waitFor();
    await picture(own, shot('me'));
    await own.getByRole('link', { name: '谁可以替我办' }).click();
    await own.getByRole('button', { name: '请人代办' }).click();
    await own.getByRole('dialog').getByText('两头都算在内。').waitFor();
    await picture(own, shot('give'));
    expect(await soundness(own)).toEqual(SOUND);
    await own.getByRole('button', { name: '就这样请' }).click();
    await own.getByText('许文洁可以替您办。').waitFor();
    await picture(own, shot('given'));
    expect(await soundness(own)).toEqual(SOUND);

    const hers = await stage.open(secretaryAt);
    await enter(hers, '许文洁');
    await hers.getByRole('heading', { name: leader }).waitFor();
    await picture(hers, shot('secretary'));
    expect(await soundness(hers)).toEqual(SOUND);
    await hers.getByRole('button', { name: new RegExp(`^代记，${friend}`) }).click();
    await hers.getByText(`代 ${leader} 记`).waitFor();
    await hers.getByLabel('谈了什么（双方可见）').fill('说了排班，想提前一周知道。');
    await picture(hers, shot('sheet'));
    expect(await soundness(hers)).toEqual(SOUND);
    await hers.getByRole('button', { name: '存好', exact: false }).first().click();
    await hers.getByText(`已记：${friend}`).first().waitFor();
    await hers
      .getByText(/等.*确认/)
      .first()
      .waitFor();
    await picture(hers, shot('written'));

    await own.goto('/');
    await own.getByText('许文洁代记').or(own.getByText('许文洁')).first().waitFor();
    await picture(own, shot('one-tap'));
    await own.getByRole('button', { name: '都对' }).click();
    await own.getByText('已确认 1 次').first().waitFor();

    // Typed, and then the name is taken back before it is saved.
    await hers.reload();
    await hers.getByRole('button', { name: new RegExp(`^代记，${friend}`) }).click();
    await hers.getByLabel('谈了什么（双方可见）').fill('又通了一次电话，约了下月。');
    await hers.getByRole('radio', { name: '电话' }).click();
    await own.goto('/delegations');
    await own.getByRole('button', { name: '收回，许文洁' }).click();
    await own.getByRole('button', { name: '马上收回' }).click();
    await own.getByText('没有人替您办。').waitFor();
    await own.getByText('许文洁 记了').first().waitFor();
    await picture(own, shot('taken-back'));
    expect(await soundness(own)).toEqual(SOUND);
    await hers.getByRole('button', { name: '存好', exact: false }).first().click();
    await hers.getByText(`${leader}已经收回请您代办的授权`).waitFor();
    expect(await hers.getByLabel('谈了什么（双方可见）').inputValue()).toBe('又通了一次电话，约了下月。');
    await picture(hers, shot('refused'));
    expect(await soundness(hers)).toEqual(SOUND);
    await hers.getByRole('button', { name: '收起，留着草稿' }).click();
    await hers.getByRole('button', { name: /^代记，林远/ }).click();
    await hers.getByText('又通了一次电话，约了下月。').waitFor();
    await picture(hers, shot('kept'));
  });
});

it('the office enters one on a leader’s word, and one tap of the leader makes it count', async () => {
  const office = await stage.open(DESKTOP);
  await enter(office, '沈知行');
  await office.getByRole('link', { name: '代办' }).click();
  await office.getByRole('button', { name: '替领导登记' }).click();
  await office.getByLabel('哪位领导').selectOption(await optionOf(office, '孙力'));
  await picture(office, 'delegation-office-give');
  await office.getByRole('button', { name: '登记，等领导确认' }).click();
  await office.getByText('已登记，等孙力确认').first().waitFor();
  await picture(office, 'delegation-office');
  expect(await soundness(office)).toEqual(SOUND);
  const sun = await stage.open(PHONE);
  await enter(sun, '孙力');
  await sun.getByText(/沈知行替您登记：请许文洁/).waitFor();
  await picture(sun, 'delegation-asked');
  expect(await soundness(sun)).toEqual(SOUND);
  await sun.getByRole('button', { name: '确认', exact: true }).click();
  await sun.getByText('确认了，许文洁可以代办').first().waitFor();
});

/** Names stand in the list with what they are; the value is what the list hands over. */
const optionOf = async (page: Awaited<ReturnType<Stage['open']>>, name: string) =>
  (await page
    .getByLabel('哪位领导')
    .locator('option', { hasText: new RegExp(`^${name} `) })
    .getAttribute('value')) ?? '';

it('a file goes with the talk and is read on the other side; without network the text stays', async () => {
  const leader = await stage.open(PHONE);
  await enter(leader, '田文建');
  await leader.goto('/?log=new');
  await leader.getByLabel('谈了什么（双方可见）').fill('排班表给了我一份。');
  await leader.getByRole('button', { name: '更多' }).click();
  await leader.locator('input[type=file]').setInputFiles({
    name: '排班表.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 排班'),
  });
  await leader.getByText('排班表.pdf').waitFor();
  await picture(leader, 'attachment-sheet');
  expect(await soundness(leader)).toEqual(SOUND);
  await leader.context().setOffline(true);
  await leader.getByRole('button', { name: '存好', exact: false }).first().click();
  await leader.getByText('附件要连着网才能存').waitFor();
  expect(await leader.getByLabel('谈了什么（双方可见）').inputValue()).toBe('排班表给了我一份。');
  await picture(leader, 'attachment-offline');
  await leader.context().setOffline(false);
  await leader.getByRole('button', { name: '存好', exact: false }).first().click();
  await leader.getByText('已记：林远').first().waitFor();

  const friend = await stage.open(PHONE);
  await enter(friend, '林远');
  const saved = friend.waitForEvent('download');
  await friend.getByRole('button', { name: '下载排班表.pdf' }).click();
  expect((await saved).suggestedFilename()).toBe('排班表.pdf');
  await friend.getByRole('button', { name: '下载排班表.pdf' }).scrollIntoViewIfNeeded();
  await picture(friend, 'attachment-read');
  expect(await soundness(friend)).toEqual(SOUND);
});
