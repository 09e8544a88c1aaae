/** Working days as the office keeps them: refusals first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropWorkdays, keepWorkdays, readCalendar } from '@zhengyou/domain/calendar/calendar.contract.ts';
import { addWorkingDays } from '@zhengyou/domain/calendar/working-days.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { inTransaction } from '../../store/database.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { workdaysOf } from './calendar.door.ts';

let house: TestHouse;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
});
afterAll(() => house.close());

const TABLE =
  'year 2027\nsource 某年通知（假设）\n2027-01-01..2027-01-03 off\n2027-02-05..2027-02-12 off\n2027-02-13 work\n';
const reckon = () =>
  inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) =>
    addWorkingDays(plainDate('2027-02-04'), 1, await workdaysOf({ db, institutionId: house.institutionId })),
  );

describe('the calendar', () => {
  it('is read by everyone and kept by the office alone', async () => {
    for (const name of ['田文建', '林远', '孙力', '顾晓芸']) {
      const caller = await house.as(name);
      expect((await caller.call(readCalendar)).can).toEqual([]);
      expect((await caller.try(keepWorkdays, { body: { text: TABLE, try: false } })).statusCode).toBe(403);
      expect((await caller.try(dropWorkdays, { params: { year: 2027 }, ifMatch: 1 })).statusCode).toBe(403);
    }
  });

  it('keeps nothing of a text with one wrong line, and says which line and what to do', async () => {
    const answer = await office.call(keepWorkdays, { body: { text: `${TABLE}2027-02-30 off\n`, try: false } });
    expect(answer).toMatchObject({ kept: false, problems: [{ line: 6 }], years: [] });
    expect((await office.call(readCalendar)).years.find((one) => one.year === 2027)).toMatchObject({
      kind: 'estimated',
    });
  });

  it('refuses a year far away', async () => {
    const far = await office.try(keepWorkdays, { body: { text: 'year 2099\nsource x\n2099-01-01 off', try: true } });
    expect(far.json()).toMatchObject({ code: 'calendar.yearTooFar' });
  });

  it('says an estimate is one, until the table is pasted; trying keeps nothing', async () => {
    // The Friday before Spring Festival 2027 (6 February) is worked by the estimate and off by the table.
    expect(await reckon()).toMatchObject({ estimated: true });
    const tried = await office.call(keepWorkdays, { body: { text: TABLE, try: true } });
    expect(tried.years[0]?.changes).toContainEqual({ on: '2027-02-13', works: true });
    expect(await reckon()).toMatchObject({ estimated: true });
    expect((await office.call(keepWorkdays, { body: { text: TABLE, try: false } })).kept).toBe(true);
    expect(await reckon()).toEqual({ on: '2027-02-13', estimated: false });
  });

  it('takes a table back, the version that one has seen', async () => {
    const own = (await office.call(readCalendar)).years.find((one) => one.year === 2027);
    expect(own).toMatchObject({ kind: 'own', version: 1, off: [{ from: '2027-01-01' }, { until: '2027-02-12' }] });
    expect((await office.try(dropWorkdays, { params: { year: 2027 }, ifMatch: 9 })).statusCode).toBe(412);
    await office.call(dropWorkdays, { params: { year: 2027 }, ifMatch: 1 });
    expect(await reckon()).toMatchObject({ estimated: true });
    expect((await office.try(dropWorkdays, { params: { year: 2027 }, ifMatch: 1 })).statusCode).toBe(404);
  });

  it('shows the festivals of the year to come, Spring Festival 2027 on 6 February', async () => {
    const { festivals } = await office.call(readCalendar);
    expect(festivals).toContainEqual({ on: '2027-02-06', key: 'springFestival' });
  });
});
