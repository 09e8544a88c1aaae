/** The same product on institutions of other shapes: nothing but their files in `policies/` differs. */
import { afterEach, describe, expect, it } from 'vitest';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});
const opened = async (institution: string) => {
  stage = await openStage({ institution });
  return stage;
};

describe('another institution', () => {
  it('of five tiers counts calls by the month, meetings by the term, visits by the academic year', async () => {
    const { open, house } = await opened('university-five-tiers');
    const office = await open(DESKTOP);
    await enter(office, '柏小舟');
    await office.goto('/pairings');
    await office.getByText('书记、校长每位联系 4 至 6 人').waitFor();
    const secretary = office.getByRole('row').filter({ hasText: '乔远山' }).first();
    expect(await secretary.getByTitle(/其中职位应 1 个，现有 1 个/).count()).toBeGreaterThan(0);
    await picture(office, 'university-roster');
    expect(await soundness(office)).toEqual(SOUND);

    await office.goto('/year');
    await office.getByText('每月至少通话 1 次').first().waitFor();
    await office.goto('/year?q=舒望川');
    const row = office.getByRole('row').filter({ hasText: '舒望川' }).first();
    await row.getByText('2026 年 11 月通话 1/1').waitFor();
    await row.getByText('2026 年秋季学期见面 1/1').waitFor();
    await row.getByText('2026 至 2027 学年走访 0/1').waitFor();
    await row.getByRole('button', { name: /次，看怎么算的/ }).click();
    await office.getByText('2026 年 11 月应通话 1 次，已通话 1 次，依据 3.1。').waitFor();
    await office.goto('/year?q=民盟校委');
    await office.getByText('现任 程可心').waitFor();
    await office.goto('/year');
    await office.getByText('截至 11 月 23 日').waitFor();
    await picture(office, 'university-year');
    expect(await soundness(office)).toEqual(SOUND);

    const leader = await open(PHONE);
    await enter(leader, '乔远山');
    await leader.goto(`/friends/${await house.personId('程可心')}`);
    await leader
      .getByText('2026 年 10 月应通话', { exact: false })
      .or(leader.getByText('2026 年 11 月应通话 1 次，已通话 0 次'))
      .first()
      .waitFor();
    await picture(leader, 'university-friend');
    expect(await soundness(leader)).toEqual(SOUND);
  });

  it('of chambers and firms counts visits every two months, and a soft rule presses nobody', async () => {
    const { open } = await opened('district-association');
    const office = await open(DESKTOP);
    await enter(office, '佟一帆');
    await office.goto('/pairings');
    await office.getByText('其中商会至少联系 1 人，其中企业至少联系 1 人').waitFor();
    await picture(office, 'district-roster');
    await office.goto('/year');
    const chamber = office.getByRole('row').filter({ hasText: '餐饮业商会' }).first();
    await chamber.getByText('2026 年 11、12 月走访 1/1').waitFor();
    const logistics = office.getByRole('row').filter({ hasText: '物流业商会' }).first();
    // What is late is the period that ended without a visit.
    await logistics.getByText('2026 年 9、10 月走访 0/1').waitFor();
    await office.getByText('每月一般碰面 1 次').waitFor();
    const soft = office.getByRole('row').filter({ hasText: '晏知远' }).first();
    await soft.getByText('2026 年 11 月碰面 0/1').waitFor();
    expect(await soft.getByText('过期未谈').count()).toBe(0);
    await picture(office, 'district-year');
    expect(await soundness(office)).toEqual(SOUND);
  });

  it('without numbers says that no number is set, never zero or late', async () => {
    const { open } = await opened('no-numbers');
    const office = await open(DESKTOP);
    await enter(office, '尤静怡');
    await office.goto('/pairings');
    await office.getByText('没有定人数').first().waitFor();
    await picture(office, 'no-numbers-roster');
    await office.goto('/year');
    await office.getByText('没有定次数').first().waitFor();
    expect(await office.getByText(/过期|该谈了|将到/).count()).toBe(0);
    await picture(office, 'no-numbers-year');
    expect(await soundness(office)).toEqual(SOUND);
  });
});
