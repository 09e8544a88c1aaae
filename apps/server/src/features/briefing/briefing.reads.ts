/** Reads briefings and what they are made from. Never writes. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { BriefingAction, BriefingStatus } from '@zhengyou/domain/briefing/briefing.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { sayNumber, type MatterKind, type MatterStatus } from '@zhengyou/domain/matter/matter.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../store/database.ts';
import { withinMatters } from '../../store/reach.ts';
import type { ItemRow } from './briefing.queries.ts';

/** Who asks, as far as it decides what they see of briefings. */
export type Reader = { readonly reach: Reach; readonly keeps: boolean };

const uuids = (ids: readonly Id[]) => sql`${[...ids]}::uuid[]`;

/** Drafts are the office’s; what was issued is its recipients’, and of those who check. */
const visible = ({ reach, keeps }: Reader): RawBuilder<boolean> => {
  if (keeps) return sql<boolean>`true`;
  if (reach.whole) return sql<boolean>`briefing.issued_on is not null`;
  return sql<boolean>`(briefing.issued_on is not null and briefing.recipient_ids && ${uuids(reach.self)})`;
};

export type BriefingRow = {
  readonly id: Id;
  readonly version: number;
  readonly status: BriefingStatus;
  readonly title: string;
  readonly opening: string;
  readonly closing: string;
  readonly year: number | null;
  readonly ordinal: number | null;
  readonly issuedOn: PlainDate | null;
  readonly changedOn: PlainDate;
  readonly recipientIds: readonly Id[];
};

const COLUMNS = [
  ...(['briefing.briefing_id', 'briefing.version', 'briefing.status', 'briefing.title', 'briefing.opening'] as const),
  ...(['briefing.closing', 'briefing.year', 'briefing.ordinal', 'briefing.issued_on', 'briefing.changed_on'] as const),
  'briefing.recipient_ids',
] as const;

const briefings = (db: Db, institutionId: Id, reader: Reader) =>
  db.selectFrom('briefing').where('briefing.institution_id', '=', institutionId).where(visible(reader));

type Raw = {
  briefing_id: string;
  version: number;
  status: string;
  title: string;
  opening: string;
  closing: string;
  year: number | null;
  ordinal: number | null;
  issued_on: string | null;
  changed_on: string;
  recipient_ids: string[];
};
const rowOf = (row: Raw): BriefingRow => ({
  id: row.briefing_id as Id,
  version: row.version,
  status: row.status as BriefingStatus,
  title: row.title,
  opening: row.opening,
  closing: row.closing,
  year: row.year,
  ordinal: row.ordinal,
  issuedOn: row.issued_on as PlainDate | null,
  changedOn: row.changed_on as PlainDate,
  recipientIds: row.recipient_ids as Id[],
});

export async function findBriefing(
  db: Db,
  institutionId: Id,
  reader: Reader,
  id: Id,
  options: { readonly lock?: boolean } = {},
): Promise<BriefingRow | undefined> {
  let query = briefings(db, institutionId, reader).select(COLUMNS).where('briefing.briefing_id', '=', id);
  if (options.lock) query = query.forUpdate('briefing');
  const row = await query.executeTakeFirst();
  return row && rowOf(row);
}

export type HeadRow = BriefingRow & {
  readonly items: number;
  readonly read: number;
  readonly readOn: PlainDate | null;
  readonly instructions: number;
};

/** The latest first; counts and one’s own reading in the same query. */
export async function listBriefingRows(
  db: Db,
  institutionId: Id,
  reader: Reader,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ items: HeadRow[]; total: number; unread: number }> {
  const self = uuids(reader.reach.self);
  const of = (table: string) =>
    sql`select count(*)::int from ${sql.table(table)} c where c.institution_id = briefing.institution_id and c.briefing_id = briefing.briefing_id`;
  const mine = sql<
    string | null
  >`(select min(r.read_on) from briefing_recipient r where r.institution_id = briefing.institution_id
    and r.briefing_id = briefing.briefing_id and r.person_id = any (${self}))`;
  const rows = await briefings(db, institutionId, reader)
    .select(COLUMNS)
    .select([
      sql<number>`(${of('briefing_item')})`.as('items'),
      sql<number>`(${of('briefing_recipient')} and c.read_on is not null)`.as('read'),
      sql<number>`(${of('briefing_instruction')})`.as('instructions'),
      mine.as('read_by_me'),
    ])
    .orderBy('briefing.changed_on', 'desc')
    .orderBy('briefing.briefing_id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const counts = await briefings(db, institutionId, reader)
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`count(*) filter (where briefing.recipient_ids && ${self} and ${mine} is null)::int`.as('unread'),
    ])
    .executeTakeFirstOrThrow();
  const items = rows.map((row) => ({
    ...rowOf(row),
    items: row.items,
    read: row.read,
    readOn: row.read_by_me as PlainDate | null,
    instructions: row.instructions,
  }));
  return { items, ...counts };
}

/** The items of a briefing that the reader has opened; the rows carry a lock of their own. */
export async function listItems(db: Db, institutionId: Id, reader: Reader, id: Id): Promise<ItemRow[]> {
  const { reach, keeps } = reader;
  const open = keeps
    ? sql<boolean>`true`
    : sql<boolean>`(issued_on is not null and (${reach.whole} or recipient_ids && ${uuids(reach.self)}))`;
  const rows = await db
    .selectFrom('briefing_item')
    .select(['ordinal', 'matter_id', 'matter_number', 'kind', 'heading', 'words', 'named_as', 'raised_by'])
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', id)
    .where(open)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    matterId: row.matter_id as Id | null,
    matterNumber: row.matter_number,
    kind: row.kind as MatterKind | null,
    heading: row.heading,
    text: row.words,
    namedAs: row.named_as,
    raisedBy: row.raised_by,
  }));
}

export type StepRow = {
  readonly ordinal: number;
  readonly action: BriefingAction;
  readonly actorId: Id;
  readonly actorName: string;
  readonly on: PlainDate;
  readonly words: string | null;
};

/** For those who keep the briefings; nobody else asks. */
export async function listStepRows(db: Db, institutionId: Id, id: Id): Promise<StepRow[]> {
  const rows = await db
    .selectFrom('briefing_step')
    .select(['ordinal', 'action', 'actor_id', 'actor_name', 'on_day', 'words'])
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', id)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    action: row.action as BriefingAction,
    actorId: row.actor_id as Id,
    actorName: row.actor_name,
    on: row.on_day as PlainDate,
    words: row.words,
  }));
}

/** A recipient sees oneself among them; those who keep or check see all. */
const ownOrAll = ({ reach, keeps }: Reader): RawBuilder<boolean> =>
  keeps || reach.whole ? sql<boolean>`true` : sql<boolean>`person_id = any (${uuids(reach.self)})`;

export async function listRecipientRows(db: Db, institutionId: Id, reader: Reader, id: Id) {
  const rows = await db
    .selectFrom('briefing_recipient')
    .select(['person_id', 'name', 'title', 'read_on'])
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', id)
    .where(ownOrAll(reader))
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    id: row.person_id as Id,
    name: row.name,
    title: row.title,
    readOn: row.read_on as PlainDate | null,
  }));
}

export async function listInstructionRows(db: Db, institutionId: Id, reader: Reader, id: Id) {
  const rows = await db
    .selectFrom('briefing_instruction')
    .select(['instruction_id', 'person_id', 'person_name', 'words', 'items', 'on_day', 'recorded_as'])
    .select(['passed_on', 'passed_by', 'passed_to'])
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', id)
    .where(ownOrAll(reader))
    .orderBy('at')
    .orderBy('instruction_id')
    .execute();
  return rows.map((row) => ({
    id: row.instruction_id as Id,
    person: { id: row.person_id as Id, name: row.person_name },
    words: row.words,
    items: row.items,
    on: row.on_day as PlainDate,
    recordedAs: row.recorded_as,
    passed:
      row.passed_on === null
        ? null
        : { on: row.passed_on as PlainDate, by: row.passed_by ?? '', numbers: row.passed_to },
  }));
}
export type InstructionRow = Awaited<ReturnType<typeof listInstructionRows>>[number];

export async function findInstitutionName(db: Db, institutionId: Id): Promise<string> {
  const row = await db
    .selectFrom('institution')
    .select('name')
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return row.name;
}

/** Members of the leadership team of the institution’s own tier on a day, in the order of their posts. */
export async function listTeam(db: Db, institutionId: Id, on: PlainDate) {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'post.institution_id').onRef('person.person_id', '=', 'post.person_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'post.institution_id').onRef('unit.unit_id', '=', 'post.unit_id'),
    )
    .select(['post.person_id', 'person.name', 'post.title'])
    .where('post.institution_id', '=', institutionId)
    .where('post.leadership', '=', true)
    // The leadership team of the whole: its posts stand at the top of the tree.
    .where('unit.parent_id', 'is', null)
    .where(sql<boolean>`post.tier = unit.tier`)
    .where(sql<boolean>`(post.starts_on is null or post.starts_on <= ${on})`)
    .where(sql<boolean>`(post.ends_on is null or post.ends_on > ${on})`)
    .where('person.merged_into', 'is', null)
    .orderBy('post.post_id')
    .execute();
  const byPerson = new Map<Id, { id: Id; name: string; title: string }>();
  for (const row of rows) {
    const id = row.person_id as Id;
    const known = byPerson.get(id);
    byPerson.set(id, { id, name: row.name, title: known ? `${known.title}、${row.title}` : row.title });
  }
  return [...byPerson.values()];
}

export type SourceRow = {
  readonly id: Id;
  readonly number: string;
  readonly kind: MatterKind;
  readonly status: MatterStatus;
  readonly title: string | null;
  readonly registeredOn: PlainDate;
  /** Those who have not withdrawn, each with their choice. */
  readonly proposers: readonly { readonly personId: Id; readonly name: string; readonly named: boolean }[];
  readonly points: readonly (string | null)[];
};

/** Matters with who raised them and the released wording of their points: three queries for any number. */
export async function listSourceRows(
  db: Db,
  institutionId: Id,
  reach: Reach,
  ids: readonly Id[],
): Promise<SourceRow[]> {
  if (ids.length === 0) return [];
  const among = sql<string>`any (${uuids(ids)})`;
  const matters = await db
    .selectFrom('matter')
    .select(['matter_id', 'year', 'ordinal', 'kind', 'status', 'title', 'registered_on'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', among)
    .where(withinMatters(reach, []))
    .execute();
  const proposers = await db
    .selectFrom('matter_proposer')
    .select(['matter_id', 'person_id', 'person_name', 'named'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', among)
    .where('withdrawn_at', 'is', null)
    .orderBy('party')
    .execute();
  const points = await db
    .selectFrom('matter_point')
    .select(['matter_id', 'released'])
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', among)
    .where(withinMatters(reach, [], 'matter_point'))
    .orderBy('ordinal')
    .execute();
  return matters.map((row) => ({
    id: row.matter_id as Id,
    number: sayNumber(row.year, row.ordinal),
    kind: row.kind as MatterKind,
    status: row.status as MatterStatus,
    title: row.title,
    registeredOn: row.registered_on as PlainDate,
    proposers: proposers
      .filter((one) => one.matter_id === row.matter_id)
      .map((one) => ({ personId: one.person_id as Id, name: one.person_name, named: one.named })),
    points: points.filter((one) => one.matter_id === row.matter_id).map((one) => one.released),
  }));
}

/** What a briefing can be drafted from: not yet reported first, then the latest. */
export async function listSourceHeads(db: Db, institutionId: Id, reach: Reach, limit: number) {
  const query = db
    .selectFrom('matter')
    .where('matter.institution_id', '=', institutionId)
    .where('matter.status', 'not in', ['merged', 'withdrawn', 'endedInLedger'])
    .where(withinMatters(reach, []));
  const rows = await query
    .leftJoin('matter_said', (join) =>
      join
        .onRef('matter_said.institution_id', '=', 'matter.institution_id')
        .onRef('matter_said.matter_id', '=', 'matter.matter_id')
        .on('matter_said.sort', '=', 'title'),
    )
    .select(['matter.matter_id', 'matter.year', 'matter.ordinal', 'matter.kind', 'matter.status', 'matter.title'])
    .select(['matter.named', 'matter.registered_on', 'matter_said.words'])
    .select(
      sql<number>`(select count(*)::int from briefing_item i where i.institution_id = matter.institution_id and i.matter_id = matter.matter_id)`.as(
        'in_briefings',
      ),
    )
    .orderBy(sql`matter.status <> 'registered'`)
    .orderBy('matter.year', 'desc')
    .orderBy('matter.ordinal', 'desc')
    .limit(limit)
    .execute();
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return {
    total,
    items: rows.map((row) => ({
      id: row.matter_id as Id,
      number: sayNumber(row.year, row.ordinal),
      kind: row.kind as MatterKind,
      title: row.title ?? row.words,
      released: row.title !== null,
      named: row.named,
      reported: row.status !== 'registered',
      registeredOn: row.registered_on as PlainDate,
      inBriefings: row.in_briefings,
    })),
  };
}
