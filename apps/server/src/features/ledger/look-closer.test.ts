/** Whom a decision can name: found by characters, and by pinyin where the file's own people are not on the list yet. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as contract from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

const LEDGER = await readFile(new URL('../../../seeds/demo/ledger-2026.xlsx', import.meta.url));

let house: TestHouse;
let office: Caller;
let importId: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  ({ id: importId } = await office.call(contract.uploadLedger, {
    query: { fileName: 'ledger-2026.xlsx' },
    bytes: LEDGER,
  }));
  for (let tries = 0; tries < 200; tries += 1) {
    const { status } = await office.call(contract.readLedgerImport, { params: { importId } });
    if (status !== 'reading') break;
    await new Promise((done) => setTimeout(done, 100));
  }
});
afterAll(() => house.close());

const namesOf = async (of: 'leader' | 'person' | 'unit', search: string) => {
  const { items } = await office.call(contract.listLedgerChoices, { params: { importId }, query: { of, search } });
  return items.map(({ name }) => name);
};

it.each([
  ['person', '杜力', ['杜力', '杜力']],
  ['person', 'duli', ['杜力', '杜力']],
  ['person', 'shanxinl', ['单新立']],
  ['leader', 'tianwj', ['田文建']],
  ['leader', '孙光', ['孙光军']],
  ['unit', '公共', ['公共卫生学院']],
  ['person', 'zzz', []],
] as const)('finds a %s by %s', async (of, search, names) => {
  expect(await namesOf(of, search)).toEqual(names);
});
