/** Lists as files: the same filter, the same reach, nothing that runs. */
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { exportPeople, exportRoster, exportYear } from '@zhengyou/domain/report/report.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
});
afterAll(() => house.close());

const csv = async (caller: Caller, query: Record<string, string> = {}) => {
  const reply = await caller.try(exportPeople, { query: { ...query, format: 'csv' } });
  return reply.rawPayload.toString('utf8').split('\r\n');
};

describe('exporting a list', () => {
  test('gives the directory under its filter, with who made it and when', async () => {
    const lines = await csv(office, { q: 'lin' });
    expect(lines[0]?.startsWith('\uFEFF姓名,读音,单位,')).toBe(true);
    expect(lines.filter((line) => line.startsWith('林远'))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('冯飞梅'))).toBe(false);
    expect(lines).toContain('周敏 2026-11-23 09:12 从诤友导出，共 1 行。只供联谊交友工作使用，用后请删除。');
  });

  test('gives a workbook with a name in both forms', async () => {
    const reply = await office.try(exportPeople);
    expect(reply.headers['content-disposition']).toMatch(/filename="[\x20-\x7e]+"; filename\*=UTF-8''%E4%BB%A3/);
    const book = await readXlsx(reply.rawPayload);
    expect(book.sheets[0]?.rows.map((row) => row[0]).slice(0, 4)).toEqual(['姓名', '冯飞梅', '林远', '王雅学']);
  });

  test('runs nothing that somebody wrote into a field', async () => {
    const { items } = await office.call(listUnits);
    const unitId = items.find((unit) => unit.name === '药学院')?.id ?? ('' as never);
    for (const position of ['=cmd|calc', '+1', '-1', '@x', '＝A1', '\tx'])
      await office.call(createPerson, { body: { name: '单于丹', unitId, position, another: true } });
    const lines = await csv(office, { q: '单于丹' });
    expect(lines.filter((line) => line.startsWith('单于丹'))).toHaveLength(6);
    expect(lines.join('\n')).not.toMatch(/(^|,|")[=+\-@\t＝]/m);
  });

  test('gives the roster and the year', async () => {
    const roster = await readXlsx((await office.try(exportRoster)).rawPayload);
    expect(roster.sheets[0]?.rows.some((row) => row[2] === '田文建' && row[4] === '林远')).toBe(true);
    const year = await readXlsx((await office.try(exportYear)).rawPayload);
    expect(year.sheets[0]?.rows.some((row) => row[0] === '林远' && row[3] === '田文建')).toBe(true);
  });

  test('is known to the people in it', async () => {
    const { rows } = await house.pool.connect().then(async (client) => {
      await client.query(
        `begin; set local app.institution = '${house.institutionId}'; set local app.self = '${await house.personId('林远')}'`,
      );
      const found = await client.query(`select action, detail from audit where action = 'export'`);
      await client.query('rollback');
      client.release();
      return found;
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0]).toMatchObject({ action: 'export', detail: { by: '周敏' } });
  });
});

describe('an export', () => {
  test('is refused to leaders, representatives and strangers', async () => {
    for (const name of ['田文建', '林远']) {
      const caller = await house.as(name);
      const replies = [await caller.try(exportPeople), await caller.try(exportRoster), await caller.try(exportYear)];
      expect(replies.map((reply) => reply.statusCode)).toEqual([403, 403, 403]);
    }
    expect((await house.app.inject({ url: '/api/exports/people' })).statusCode).toBe(401);
  });

  test('holds for a unit’s officer only the unit', async () => {
    const officer = await house.as('顾晓芸');
    const lines = await csv(officer);
    expect(lines.some((line) => /林远|冯飞梅|王雅学/.test(line))).toBe(false);
    expect((await officer.try(readPerson, { params: { personId: await house.personId('林远') } })).statusCode).toBe(
      404,
    );
  });
});
