/** The office pastes the next year's working days: a wrong line first, then the whole table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('working days', () => {
  it('are estimated until their table is pasted, and wrong lines are named', async () => {
    const page = await stage.open(DESKTOP);
    await enter(page, '周敏');
    await page.goto('/policy');
    await page.getByRole('link', { name: '工作日与节日' }).click();
    await page.getByText('2027 年的放假安排还没有').waitFor();
    const box = page.getByLabel('每行一天或一段');
    await box.fill('year 2027\nsource 某年通知（假设）\n2027-02-30 off');
    await page.getByRole('button', { name: '先看看' }).click();
    await page.getByText('第 3 行：没有 2027-02-30 这一天。').waitFor();
    await picture(page, 'calendar-wrong-line');
    await box.fill('year 2027\nsource 某年通知（假设）\n2027-02-05..2027-02-12 休\n2027-02-13 班');
    await page.getByRole('button', { name: '先看看' }).click();
    await page.getByText('放假 8 天，调休上班 1 天').waitFor();
    await picture(page, 'calendar-tried');
    expect(await soundness(page)).toEqual(SOUND);
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByText('2024 至 2027 年的工作日都有表。').waitFor();

    const phone = await stage.open(PHONE);
    await enter(phone, '林远');
    await phone.goto('/policy/calendar');
    await phone.getByText('本单位贴入').waitFor();
    await picture(phone, 'calendar-phone');
    expect(await soundness(phone)).toEqual(SOUND);
  });
});
