import type { YouSaidCounts, YouSaidLine } from '@zhengyou/domain/briefing/you-said.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { sql } from 'kysely';
import type { Db } from '../../store/database.ts';

export type YouSaidPage = {
  readonly period: string;
  readonly issuedOn: PlainDate;
  readonly counts: YouSaidCounts;
  readonly lines: readonly YouSaidLine[];
};

/** Issues the page, or puts a better wording in the place of the one before. */
export const keepYouSaid = (db: Db, institutionId: Id, page: YouSaidPage) => {
  const set = { counts: JSON.stringify(page.counts), lines: JSON.stringify(page.lines), issued_on: page.issuedOn };
  return db
    .insertInto('you_said')
    .values({ institution_id: institutionId, period: page.period, ...set })
    .onConflict((on) =>
      on.columns(['institution_id', 'period']).doUpdateSet({ ...set, version: sql<number>`you_said.version + 1` }),
    )
    .execute();
};
