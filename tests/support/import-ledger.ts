/** The demo’s ledger brought in as an office does it, without the pages: journeys that begin after the import start here. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ledger from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { repository } from './sources.ts';
import type { Caller, TestHouse } from './server.ts';

const FILE = join(repository, 'apps/server/seeds/demo/ledger-2026.xlsx');

export async function importLedger(house: TestHouse): Promise<void> {
  const office = await house.as('周敏');
  const { id } = await office.call(ledger.uploadLedger, {
    query: { fileName: 'ledger-2026.xlsx' },
    bytes: await readFile(FILE),
  });
  const run = await readToEnd(office, id);
  const version = await decideAll(office, id, run.version);
  await office.call(ledger.applyLedgerImport, { params: { importId: id }, ifMatch: version, body: {} });
}

async function readToEnd(office: Caller, importId: Id) {
  for (let tries = 0; tries < 300; tries += 1) {
    const run = await office.call(ledger.readLedgerImport, { params: { importId } });
    if (run.status !== 'reading') return run;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the ledger was never read to its end');
}

/** As proposed; an answer may bring up further questions. */
async function decideAll(office: Caller, importId: Id, first: number): Promise<number> {
  let version = first;
  for (;;) {
    const { items } = await office.call(ledger.listLedgerProblems, {
      params: { importId },
      query: { level: 'ask', limit: 500 },
    });
    const decisions = items
      .filter((problem) => !problem.settled)
      .flatMap((problem) => {
        const fix = problem.fixes.find((one) => one.proposed);
        return fix ? [{ key: problem.key, decision: { fix: fix.id, ...(fix.value ? { value: fix.value } : {}) } }] : [];
      });
    if (decisions.length === 0) return version;
    const body = { decisions };
    version = (await office.call(ledger.decideLedgerProblems, { params: { importId }, ifMatch: version, body }))
      .version;
  }
}
