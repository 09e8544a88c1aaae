/** Pasted text goes the way of every ledger, and what is too much or wrong is answered with a sentence. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  applyLedgerImport,
  listLedgerProblems,
  readLedgerImport,
  undoLedgerImport,
} from '@zhengyou/domain/ledger/ledger.contract.ts';
import { pasteLedger } from '@zhengyou/domain/ledger/paste.contract.ts';
import { listPeople, readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
let office: Caller;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
});
afterAll(() => house.close());

const send = (text: string, caller = office) => caller.try(pasteLedger, { bytes: Buffer.from(text) });
const total = async () => (await office.call(listPeople)).total;

describe('pasting people', () => {
  test('8.1 — reads a message, asks nothing that is clear, writes all of it, and takes it back', async () => {
    const before = await total();
    const { id } = (
      await send('种田 民盟 药学院 主任医师 13800003333\n𠮷永·买买提 九三学社 护理学院 教授 13900004444')
    ).json();
    const { look, version } = await office.call(readLedgerImport, { params: { importId: id } });
    expect(look?.mapping.sheets[0]).toMatchObject({ kind: 'representatives', headingRow: 1 });
    expect(look?.acceptable).toBe(2);
    await office.call(applyLedgerImport, { params: { importId: id }, ifMatch: version, body: {} });
    expect(await total()).toBe(before + 2);
    const [found] = (await office.call(listPeople, { query: { q: '𠮷永' } })).items;
    expect(found).toMatchObject({ name: '𠮷永·买买提', affiliations: ['jiusan'], unit: { name: '护理学院' } });
    const record = await office.call(readPerson, { params: { personId: found?.id ?? '' } });
    expect(record.phone).toBe('13900004444');
    const applied = await office.call(readLedgerImport, { params: { importId: id } });
    await office.call(undoLedgerImport, { params: { importId: id }, ifMatch: applied.version, body: {} });
    expect(await total()).toBe(before);
  });

  test('names somebody who is there already, and a term that ends before it starts, which is not taken', async () => {
    const { id } = (await send('姓名\t单位\t社会职务\t任期\n林远\t药学院\t市政协委员\t2024.1-2023.1')).json();
    const codes = async (level: 'ask' | 'refused' | 'note') =>
      (await office.call(listLedgerProblems, { params: { importId: id }, query: { level } })).items.map(
        ({ code }) => code,
      );
    expect(await codes('note')).toEqual(['sameNameApart', 'termUnreadable']);
    expect([...(await codes('ask')), ...(await codes('refused'))]).toEqual([]);
    const before = await total();
    expect(await total()).toBe(before);
  });

  test('reads the two hundred rows without writing any', async () => {
    const before = await total();
    const text = readFileSync(
      new URL('../../../../../packages/domain/src/ledger/paste-200.txt', import.meta.url),
      'utf8',
    );
    for (const block of text.split(/^# /m).filter(Boolean)) {
      const reply = await send(block.split('\n').slice(1).join('\n'));
      expect(reply.statusCode).toBe(200);
      const { look } = await office.call(readLedgerImport, { params: { importId: reply.json().id } });
      expect(look?.sheets[0]?.rows).toBe(20);
    }
    expect(await total()).toBe(before);
  });

  test('refuses too much and nothing with a sentence', async () => {
    const many = await send(
      Array.from({ length: 10_001 }, () => Array.from({ length: 10 }, () => '甲').join('\t')).join('\n'),
    );
    expect([many.statusCode, many.json().code]).toEqual([413, 'importPasteTooBig']);
    expect(many.json().title).toContain('5000');
    const none = await send('  \n\t\n');
    expect([none.statusCode, none.json().code]).toEqual([400, 'importPasteEmpty']);
  });

  test('is the office’s alone', async () => {
    for (const name of ['顾晓芸', '田文建', '林远', '王敏'])
      expect((await send('种田 民盟', await house.as(name))).statusCode).toBe(403);
  });
});
