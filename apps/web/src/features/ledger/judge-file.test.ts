import { LEDGER_MAX_BYTES } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { expect, it } from 'vitest';
import { judgeFile, nameToSend } from './judge-file.ts';

it('lets a file of the greatest size through and no larger one', () => {
  expect(judgeFile({ name: 'a.xlsx', size: LEDGER_MAX_BYTES })).toBeUndefined();
  const refusal = judgeFile({ name: 'a.xlsx', size: LEDGER_MAX_BYTES + 1 });
  expect(refusal).toMatchObject({ code: 'ledgerFileTooBig', facts: { file: 'a.xlsx', size: 20.1, limit: 20 } });
});

it('refuses an empty file before it is sent', () => {
  expect(judgeFile({ name: 'a.csv', size: 0 })?.code).toBe('ledgerFileEmpty');
});

it('sends a name that the server takes, with the end that tells the kind', () => {
  expect(nameToSend('台账.xlsx')).toBe('台账.xlsx');
  expect(nameToSend(`${'长'.repeat(300)}.xlsx`)).toMatch(/^长{195}\.xlsx$/);
  expect(nameToSend('  ')).toBe('—');
});
