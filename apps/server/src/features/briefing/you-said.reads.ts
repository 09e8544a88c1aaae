/** What was answered within a half-year, and the pages that were issued. */
import type { YouSaidCounts, YouSaidLine } from '@zhengyou/domain/briefing/you-said.contract.ts';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { FINAL_STATUSES, sayNumber, type MatterKind, type Outcome } from '@zhengyou/domain/matter/matter.ts';
import { sql } from 'kysely';
import type { Db } from '../../store/database.ts';
import { withinMatters } from '../../store/reach.ts';

export type Period = { readonly from: PlainDate; readonly until: PlainDate };

/** Points whose reply was published within the period, the last round of each, with the matter’s released wording. */
export async function listAnswered(db: Db, institutionId: Id, reach: Reach, { from, until }: Period) {
  const rows = await db
    .selectFrom('matter_reply')
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.institution_id', '=', 'matter_reply.institution_id')
        .onRef('matter.matter_id', '=', 'matter_reply.matter_id'),
    )
    .distinctOn(['matter.year', 'matter.ordinal', 'matter_reply.point_id'])
    .select(['matter.matter_id', 'matter.year', 'matter.ordinal', 'matter.kind', 'matter.title'])
    .select(['matter_reply.text', 'matter_reply.outcome'])
    .where('matter_reply.institution_id', '=', institutionId)
    .where('matter_reply.published_on', '>=', from)
    .where('matter_reply.published_on', '<', until)
    .where('matter.status', 'not in', ['merged', 'withdrawn'])
    .where(withinMatters(reach, []))
    .orderBy('matter.year')
    .orderBy('matter.ordinal')
    .orderBy('matter_reply.point_id')
    .orderBy('matter_reply.round', 'desc')
    .execute();
  return rows.map((row) => ({
    matterId: row.matter_id as Id,
    number: sayNumber(row.year, row.ordinal),
    kind: row.kind as MatterKind,
    title: row.title,
    text: row.text,
    outcome: row.outcome as Outcome | null,
  }));
}
export type Answered = Awaited<ReturnType<typeof listAnswered>>[number];

/** Raised before the period ended, and without a published reply: they are said too. */
export async function countStillOpen(db: Db, institutionId: Id, reach: Reach, until: PlainDate): Promise<number> {
  const { count } = await db
    .selectFrom('matter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('institution_id', '=', institutionId)
    .where('registered_on', '<', until)
    .where('replied_on', 'is', null)
    .where('status', 'not in', [...FINAL_STATUSES])
    .where(withinMatters(reach, []))
    .executeTakeFirstOrThrow();
  return count;
}

export async function listYouSaid(db: Db, institutionId: Id) {
  const rows = await db
    .selectFrom('you_said')
    .select(['period', 'counts', 'lines', 'issued_on'])
    .where('institution_id', '=', institutionId)
    .orderBy('period', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    period: row.period,
    issuedOn: row.issued_on as PlainDate,
    counts: row.counts as unknown as YouSaidCounts,
    lines: row.lines as unknown as YouSaidLine[],
  }));
}
