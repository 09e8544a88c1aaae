import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { ASK_AGAIN_DAYS, sayNumber } from '@zhengyou/domain/matter/matter.ts';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Db } from '../../store/database.ts';
import { withinMatters } from '../../store/reach.ts';

export type LinkRow = {
  readonly institutionId: Id;
  readonly matterId: Id;
  readonly party: number;
  readonly round: number;
  readonly personId: Id;
  readonly endsAt: Date;
  readonly zone: string;
};

/** By its token’s hash alone; the row policy shows no other. */
export async function findLink(db: Db, hash: Buffer): Promise<LinkRow | undefined> {
  const row = await db
    .selectFrom('matter_answer_link as link')
    .innerJoin('institution', 'institution.institution_id', 'link.institution_id')
    .select(['link.institution_id', 'link.matter_id', 'link.party', 'link.round', 'link.person_id', 'link.ends_at'])
    .select('institution.zone')
    .where('link.token_hash', '=', hash)
    .executeTakeFirst();
  return (
    row && {
      institutionId: row.institution_id as Id,
      matterId: row.matter_id as Id,
      party: row.party,
      round: row.round,
      personId: row.person_id as Id,
      endsAt: row.ends_at,
      zone: row.zone,
    }
  );
}

export const findInstitutionOf = (db: Db, institutionId: Id) =>
  db.selectFrom('institution').select('name').where('institution_id', '=', institutionId).executeTakeFirstOrThrow();

/** Delivered and not answered, or answered of what was promised some weeks ago and not asked about since. */
export async function listToAsk(
  db: Db,
  institutionId: Id,
  reach: Reach,
  today: PlainDate,
  page: { readonly offset: number; readonly limit: number },
) {
  const before = addDays(today, -ASK_AGAIN_DAYS);
  const again = sql<boolean>`(matter.state->'published'->'outcomes' ?| array['B', 'C'] and answer.first_on < delivery.on_day + ${ASK_AGAIN_DAYS}::int and delivery.on_day <= ${before})`;
  const silent = sql<boolean>`(answer.party is null and matter.status = 'replied')`;
  const due = db
    .selectFrom('matter_delivery as delivery')
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.institution_id', '=', 'delivery.institution_id')
        .onRef('matter.matter_id', '=', 'delivery.matter_id')
        .onRef('matter.round', '=', 'delivery.round'),
    )
    .innerJoin('matter_proposer as proposer', (join) =>
      join
        .onRef('proposer.institution_id', '=', 'delivery.institution_id')
        .onRef('proposer.matter_id', '=', 'delivery.matter_id')
        .onRef('proposer.party', '=', 'delivery.party'),
    )
    .leftJoin('matter_answer as answer', (join) =>
      join
        .onRef('answer.institution_id', '=', 'delivery.institution_id')
        .onRef('answer.matter_id', '=', 'delivery.matter_id')
        .onRef('answer.round', '=', 'delivery.round')
        .onRef('answer.party', '=', 'delivery.party'),
    )
    .where('delivery.institution_id', '=', institutionId)
    .where('proposer.withdrawn_at', 'is', null)
    .where('matter.status', 'in', ['replied', 'confirmed', 'closed'])
    .where(withinMatters(reach, []))
    .where(sql<boolean>`(${silent} or ${again})`);
  const rows = await due
    .select(['matter.matter_id', 'matter.year', 'matter.ordinal', 'matter.title', 'delivery.party', 'delivery.round'])
    .select(['delivery.on_day', 'proposer.person_id', 'proposer.person_name', 'answer.party as answered'])
    .orderBy('delivery.on_day')
    .orderBy('matter.matter_id')
    .orderBy('delivery.party')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const { total } = await due.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return {
    total,
    items: rows.map((row) => {
      const deliveredOn = row.on_day as PlainDate;
      const first = row.answered === null;
      return {
        matterId: row.matter_id as Id,
        number: sayNumber(row.year, row.ordinal),
        title: row.title,
        party: row.party,
        person: { id: row.person_id as Id, name: row.person_name },
        round: row.round,
        deliveredOn,
        askOn: first ? deliveredOn : addDays(deliveredOn, ASK_AGAIN_DAYS),
        why: first ? ('notAnswered' as const) : ('askAgain' as const),
      };
    }),
  };
}
