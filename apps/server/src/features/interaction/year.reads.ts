/** The facts from which the year of contact is computed, for any number of pairs in a fixed number of statements. */
import { sql } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Excuse } from '@zhengyou/domain/interaction/year-of-contact.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { startOfYear, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { LEVELS, type Channel, type Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPairs, withinRecords } from '../../store/reach.ts';

export type PairFilter = {
  readonly leader?: Id | undefined;
  readonly leaders?: readonly Id[] | undefined;
  /** Only these: the pairs that a new record touches. */
  readonly representatives?: readonly Id[] | undefined;
  readonly pairing?: Id | undefined;
  readonly self?: Id | undefined;
};

export type PairRow = {
  readonly pairingId: Id;
  readonly tier: Tier;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** The unit of the leader. */
  readonly unitId: Id;
  readonly leader: {
    readonly id: Id;
    readonly name: string;
    readonly reading: string;
    /** Of the unit for which they lead. */
    readonly unit: string;
    readonly unitRank: number;
  };
  readonly person: {
    readonly id: Id;
    readonly name: string;
    readonly reading: string;
    readonly initials: string;
    readonly unitId: Id | null;
    readonly unit: string;
    readonly unitShort: string;
    readonly unitRank: number;
    readonly phone: Buffer | null;
  };
};

/** Pairs that hold on a day, by the official order of units and by name. */
export async function listPairs(
  db: Db,
  institutionId: Id,
  reach: Reach,
  on: PlainDate,
  filter: PairFilter = {},
): Promise<PairRow[]> {
  let query = db
    .selectFrom('pairing')
    .leftJoin('person as other', (join) =>
      join
        .onRef('other.institution_id', '=', 'pairing.institution_id')
        .onRef('other.person_id', '=', 'pairing.representative_id'),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'other.institution_id').onRef('unit.unit_id', '=', 'other.unit_id'),
    )
    .leftJoin('person as leader', (join) =>
      join
        .onRef('leader.institution_id', '=', 'pairing.institution_id')
        .onRef('leader.person_id', '=', 'pairing.leader_id'),
    )
    .leftJoin('unit as seat', (join) =>
      join.onRef('seat.institution_id', '=', 'pairing.institution_id').onRef('seat.unit_id', '=', 'pairing.unit_id'),
    )
    .select([
      ...(['pairing.pairing_id', 'pairing.tier', 'pairing.starts_on', 'pairing.ends_on', 'pairing.unit_id'] as const),
      ...(['pairing.leader_id', 'leader.name as leader_name', 'pairing.representative_id'] as const),
      ...(['other.name', 'other.reading', 'other.initials', 'other.phone', 'other.unit_id as person_unit'] as const),
      ...(['unit.name as unit', 'unit.short_name as unit_short', 'unit.rank'] as const),
      ...(['leader.reading as leader_reading', 'seat.short_name as seat', 'seat.rank as seat_rank'] as const),
    ])
    .where('pairing.institution_id', '=', institutionId)
    .where(withinPairs(reach, 'pairing.leader_id', 'pairing.representative_id', 'pairing.unit_id'))
    .where('pairing.starts_on', '<=', on)
    .where((where) => where.or([where('pairing.ends_on', 'is', null), where('pairing.ends_on', '>', on)]))
    .orderBy('unit.rank')
    .orderBy('other.reading')
    .orderBy('pairing.pairing_id');
  const { leader, leaders, representatives, pairing, self } = filter;
  if (leader) query = query.where('pairing.leader_id', '=', leader);
  if (leaders) query = query.where('pairing.leader_id', '=', sql<string>`any (${[...leaders]}::uuid[])`);
  if (representatives)
    query = query.where('pairing.representative_id', '=', sql<string>`any (${[...representatives]}::uuid[])`);
  if (pairing) query = query.where('pairing.pairing_id', '=', pairing);
  if (self) query = query.where('pairing.representative_id', '=', self);
  const rows = await query.execute();
  return rows.map((row) => ({
    pairingId: row.pairing_id as Id,
    tier: row.tier as Tier,
    startsOn: row.starts_on as PlainDate,
    endsOn: row.ends_on as PlainDate | null,
    unitId: row.unit_id as Id,
    leader: {
      id: row.leader_id as Id,
      name: row.leader_name ?? '',
      reading: row.leader_reading ?? '',
      unit: row.seat ?? '',
      unitRank: row.seat_rank ?? 0,
    },
    person: {
      id: row.representative_id as Id,
      name: row.name ?? '',
      reading: row.reading ?? '',
      initials: row.initials ?? '',
      unitId: row.person_unit as Id | null,
      unit: row.unit ?? '',
      unitShort: row.unit_short ?? '',
      unitRank: row.rank ?? 0,
      phone: row.phone,
    },
  }));
}

const asArray = (ids: readonly Id[]) => sql<string>`any (${[...ids]}::uuid[])`;

export type HeldStanding = {
  readonly id: Id;
  readonly personId: Id;
  readonly written: string;
  readonly kind: string;
  readonly level: string | null;
  readonly role: string | null;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
};

/** Standings held on a day, the widest body first. */
export async function listStandings(
  db: Db,
  institutionId: Id,
  people: readonly Id[],
  on: PlainDate,
): Promise<HeldStanding[]> {
  const rows = await db
    .selectFrom('standing')
    .select(['standing_id', 'person_id', 'written', 'kind', 'level', 'role', 'starts_on', 'ends_on'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', asArray(people))
    .where((where) => where.or([where('starts_on', 'is', null), where('starts_on', '<=', on)]))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .execute();
  const width = (level: string | null) => {
    const at = (LEVELS as readonly (string | null)[]).indexOf(level);
    return at < 0 ? LEVELS.length : at;
  };
  return rows
    .map((row) => ({
      id: row.standing_id as Id,
      personId: row.person_id as Id,
      written: row.written,
      kind: row.kind,
      level: row.level,
      role: row.role,
      startsOn: row.starts_on as PlainDate | null,
      endsOn: row.ends_on as PlainDate | null,
    }))
    .sort((a, b) => width(a.level) - width(b.level) || (a.written < b.written ? -1 : 1));
}

export type ContactRow = {
  readonly leaderId: Id;
  readonly personId: Id;
  readonly on: PlainDate;
  readonly precision: 'moment' | 'day' | 'month';
  readonly channel: Channel;
  readonly cameAbout: boolean;
};

const contactOf = (row: {
  leader_id: string;
  representative_id: string;
  happened_on: string;
  precision: string;
  channel: string;
  came_about: boolean;
}): ContactRow => ({
  leaderId: row.leader_id as Id,
  personId: row.representative_id as Id,
  on: row.happened_on as PlainDate,
  precision: row.precision as ContactRow['precision'],
  channel: row.channel as Channel,
  cameAbout: row.came_about,
});

const CONTACT = ['leader_id', 'representative_id', 'happened_on', 'precision', 'channel', 'came_about'] as const;

/** Every contact of a span between people of whom pairs are given. */
export async function listContacts(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairs: readonly PairRow[],
  span: { readonly from: PlainDate; readonly last: PlainDate },
): Promise<ContactRow[]> {
  const rows = await db
    .selectFrom('interaction_party')
    .select(CONTACT)
    .where('institution_id', '=', institutionId)
    .where(withinPairs(reach, 'leader_id', 'representative_id', 'unit_id'))
    .where('happened_on', '>=', span.from)
    .where('happened_on', '<=', span.last)
    .where('leader_id', '=', asArray([...new Set(pairs.map((pair) => pair.leader.id))]))
    .execute();
  return rows.map(contactOf);
}

/** The pairs as rows of a table, to look something up for each by its index. */
const asTable = (pairs: readonly PairRow[]) =>
  sql`unnest(${pairs.map((pair) => pair.leader.id)}::uuid[], ${pairs.map((pair) => pair.person.id)}::uuid[]) as pair (leader_id, representative_id)`;

/** The last talk of each pair before the year. */
export async function listTalkedBefore(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairs: readonly PairRow[],
  year: number,
  channels: readonly Channel[],
): Promise<ContactRow[]> {
  const { rows } = await sql<Parameters<typeof contactOf>[0]>`
    select last.* from ${asTable(pairs)} cross join lateral (
      select leader_id, representative_id, happened_on, precision, channel, came_about from interaction_party
      where institution_id = ${institutionId} and interaction_party.leader_id = pair.leader_id
        and interaction_party.representative_id = pair.representative_id
        and ${withinPairs(reach, 'interaction_party.leader_id', 'interaction_party.representative_id', 'interaction_party.unit_id')}
        and happened_on < ${startOfYear(year)} and came_about and channel = any (${[...channels]}::text[])
      order by happened_on desc limit 1
    ) last`.execute(db);
  return rows.map(contactOf);
}

export type LatestRow = ContactRow & { readonly nextOn: PlainDate | null; readonly nextChoice: string | null };

/** The latest record of each pair up to a day, with what was agreed for the next time. */
export async function listLatest(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairs: readonly PairRow[],
): Promise<LatestRow[]> {
  const { rows } = await sql<Parameters<typeof contactOf>[0] & { next_on: string | null; next_choice: string | null }>`
    select last.* from ${asTable(pairs)} cross join lateral (
      select party.leader_id, party.representative_id, party.happened_on, party.precision, party.channel,
        party.came_about, interaction.next_on, interaction.next_choice
      from interaction_party party join interaction on interaction.institution_id = party.institution_id
        and interaction.interaction_id = party.interaction_id
      where party.institution_id = ${institutionId} and party.leader_id = pair.leader_id
        and party.representative_id = pair.representative_id
        and ${withinPairs(reach, 'party.leader_id', 'party.representative_id', 'party.unit_id')}
      order by party.happened_on desc, interaction.created_at desc limit 1
    ) last`.execute(db);
  return rows.map((row) =>
    Object.assign(contactOf(row), { nextOn: row.next_on as PlainDate | null, nextChoice: row.next_choice }),
  );
}

export type AppointmentRow = {
  readonly leaderId: Id;
  readonly people: readonly Id[];
  readonly on: PlainDate;
  readonly channel: Channel;
};

/** Days agreed for talks that are still to come. */
export async function listAppointments(
  db: Db,
  institutionId: Id,
  reach: Reach,
  pairs: readonly PairRow[],
  from: PlainDate,
): Promise<AppointmentRow[]> {
  const rows = await db
    .selectFrom('appointment')
    .select(['leader_id', 'representative_ids', 'on_day', 'channel'])
    .where('institution_id', '=', institutionId)
    .where(withinRecords(reach, 'leader_id', 'representative_ids', 'unit_id'))
    .where('on_day', '>=', from)
    .where('leader_id', '=', asArray([...new Set(pairs.map((pair) => pair.leader.id))]))
    .execute();
  return rows.map((row) => ({
    leaderId: row.leader_id as Id,
    people: row.representative_ids as Id[],
    on: row.on_day as PlainDate,
    channel: row.channel as Channel,
  }));
}

/** What representatives asked for and what was agreed of it: marks of the year, and days to come. */
export async function listRequestsOf(db: Db, institutionId: Id, reach: Reach, pairs: readonly PairRow[]) {
  const rows = await db
    .selectFrom('talk_request')
    .select(['leader_id', 'representative_id', 'asked_on', 'answer_by', 'status', 'meant', 'channel'])
    .where('institution_id', '=', institutionId)
    .where(withinPairs(reach, 'leader_id', 'representative_id', 'unit_id'))
    .where('leader_id', '=', asArray([...new Set(pairs.map((pair) => pair.leader.id))]))
    .where('status', '<>', 'withdrawn')
    .execute();
  return rows.map((row) => ({
    leaderId: row.leader_id as Id,
    personId: row.representative_id as Id,
    askedOn: row.asked_on as PlainDate,
    answerBy: row.answer_by as PlainDate | null,
    waits: row.status === 'asked' || row.status === 'offered' || row.status === 'withOffice',
    agreedOn: row.status === 'agreed' ? ((row.meant as { on: PlainDate } | null)?.on ?? null) : null,
    channel: row.channel as Channel,
  }));
}

/** Absence and retirement of either side, by person. */
export async function listExcuses(
  db: Db,
  institutionId: Id,
  people: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Excuse[]>> {
  const rows = await db
    .selectFrom('dated_fact')
    .select(['person_id', 'starts_on', 'ends_on', 'written'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', asArray(people))
    .execute();
  const found = new Map<Id, Excuse[]>();
  for (const row of rows) {
    const excuse = { from: row.starts_on as PlainDate | null, until: row.ends_on as PlainDate | null };
    const list = found.get(row.person_id as Id) ?? [];
    list.push({ ...excuse, reason: row.written });
    found.set(row.person_id as Id, list);
  }
  return found;
}
