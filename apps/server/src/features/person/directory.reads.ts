/**
 * The directory as questions to the database: whatever narrows it is a condition there, so that a hundred thousand people cost no more than
 * the page that is shown. What the policy says of eligibility is read from its data and written into the question.
 */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { LeftReason } from '@zhengyou/domain/person/dated-fact.ts';
import type { Affiliation } from '@zhengyou/domain/person/party.ts';
import { PEOPLE_SHOWN, type PeopleFilters, type PeopleShown } from '@zhengyou/domain/person/person.contract.ts';
import { looseReading, searchRangeOf } from '@zhengyou/domain/person/person-search.ts';
import { ENDING_DAYS, KINDS_WITHOUT_TERM, WARNING_DAYS } from '@zhengyou/domain/person/term.ts';
import { findRequirement, tiersOf, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { TITLE_RANKS, type Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { withinPairings, withinPeople } from '../../store/reach.ts';
import type { UnitRef } from './person.reads.ts';

export type Asked = {
  readonly institutionId: Id;
  readonly reach: Reach;
  readonly policy: Policy;
  readonly today: PlainDate;
};
export type DirectoryFilters = Omit<PeopleFilters, 'show' | 'sort' | 'tier'>;

export type DirectoryPerson = {
  readonly id: Id;
  readonly name: string;
  readonly reading: string;
  readonly strokeKey: string;
  readonly unit: UnitRef;
  readonly affiliations: Affiliation[];
  readonly position: string | null;
  readonly titles: string[];
  readonly sharesName: boolean;
  readonly leftOn: PlainDate | null;
  readonly leftReason: LeftReason | null;
};

type Condition = RawBuilder<SqlBool>;
const no = sql<SqlBool>`false`;
const and = (parts: readonly Condition[]): Condition => sql<SqlBool>`${sql.join(parts, sql` and `)}`;
const or = (parts: readonly Condition[]): Condition =>
  parts.length === 0 ? no : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;

const heldOn = (from: string, until: string, on: PlainDate): Condition =>
  sql`(${sql.ref(from)} is null or ${sql.ref(from)} <= ${on}) and (${sql.ref(until)} is null or ${sql.ref(until)} > ${on})`;

const standingThat = (asked: Asked, what: Condition): Condition =>
  sql`exists (select from standing s where s.institution_id = person.institution_id and s.person_id = person.person_id
    and ${withinPeople(asked.reach, 's.person_id', 's.unit_id')} and ${heldOn('s.starts_on', 's.ends_on', asked.today)} and ${what})`;

/** The title and those before it. */
const titlesFrom = (least: (typeof TITLE_RANKS)[number]) => TITLE_RANKS.slice(0, TITLE_RANKS.indexOf(least) + 1);

/** Fits the list that the policy states for a tier. */
function fitsTier(asked: Asked, tier: Tier): Condition {
  const requirement = findRequirement(asked.policy, 'eligibility', asked.today, tier);
  const lines = (requirement?.value.anyOf ?? []).map(({ kinds, levels, roles, titleAtLeast }) =>
    and([
      sql`s.kind = any (${kinds})`,
      ...(levels ? [sql<SqlBool>`s.level = any (${levels})`] : []),
      ...(roles ? [sql<SqlBool>`s.role = any (${roles})`] : []),
      ...(titleAtLeast ? [sql<SqlBool>`s.role = any (${titlesFrom(titleAtLeast)})`] : []),
    ]),
  );
  return lines.length === 0 ? no : standingThat(asked, or(lines.map((line) => sql<SqlBool>`(${line})`)));
}

const deceased: Condition = sql`exists (select from dated_fact f where f.institution_id = person.institution_id
  and f.person_id = person.person_id and f.kind = 'deceased')`;

/** On the list in the state that is asked for; `listed` is joined as the row of the list, for representatives. */
function isInState({ today }: Asked, { kind, state }: DirectoryFilters): Condition {
  if (kind === 'representatives') {
    if (state === 'listed') return heldOn('listed.since_on', 'listed.until_on', today);
    const died = sql<SqlBool>`(listed.left_reason = 'deceased' or ${deceased})`;
    if (state === 'deceased') return died;
    return and([sql`listed.until_on <= ${today}`, sql`not ${died}`]);
  }
  const post = (when: Condition): Condition =>
    sql`exists (select from post where post.institution_id = person.institution_id
      and post.person_id = person.person_id and post.leadership and ${when})`;
  const held = post(heldOn('post.starts_on', 'post.ends_on', today));
  if (state === 'listed') return held;
  const once = post(sql`true`);
  return state === 'deceased' ? and([once, deceased]) : and([once, sql`not ${held}`, sql`not ${deceased}`]);
}

/** `loose`: letters are let fall on any syllables, which no index knows. */
function isFound(q: string | undefined, loose: boolean): readonly Condition[] {
  const range = searchRangeOf(q ?? '');
  if (range === undefined) return [];
  if (range === null) return [no];
  const { from, until } = range;
  const within = (column: string): Condition =>
    sql`(${sql.ref(`person.${column}`)} >= ${from} and ${sql.ref(`person.${column}`)} < ${until})`;
  if (range.script === 'han')
    return [
      or([
        within('name_plain'),
        within('name_from_2'),
        within('name_from_3'),
        sql`(person.name_after_dot <> '' and ${within('name_after_dot')})`,
      ]),
    ];
  if (!loose) return [or([within('reading_plain'), within('reading_short'), within('initials')])];
  const first = from.charAt(0);
  return [
    sql`person.reading_plain >= ${first} and person.reading_plain < ${`${first}\u{10FFFF}`}`,
    sql`person.reading ~ ${looseReading(from)}`,
  ];
}

/** What the person’s own row decides. */
function ofPerson(asked: Asked, filters: DirectoryFilters, loose: boolean): Condition {
  const { party, unit } = filters;
  return and([
    sql`person.institution_id = ${asked.institutionId}`,
    sql`person.merged_into is null`,
    withinPeople(asked.reach, 'person.person_id', 'person.unit_id'),
    ...isFound(filters.q, loose),
    ...(unit ? [sql<SqlBool>`person.unit_id = ${unit}`] : []),
    ...(party === undefined
      ? []
      : [
          party === 'none'
            ? sql<SqlBool>`person.affiliations = '{}'`
            : sql<SqlBool>`${party} = any (person.affiliations)`,
        ]),
  ]);
}

/** What has to be looked up beside it. */
function beside(asked: Asked, filters: DirectoryFilters): Condition {
  const { standing, level } = filters;
  const parts = [
    ...(standing ? [sql<SqlBool>`s.kind = ${standing}`] : []),
    ...(level ? [sql<SqlBool>`s.level = ${level}`] : []),
  ];
  return and([isInState(asked, filters), ...(parts.length > 0 ? [standingThat(asked, and(parts))] : [])]);
}

/** Fits the list of this tier and of none above it: whoever fits a higher one is befriended there. */
const isOfTier = (asked: Asked, tier: Tier): Condition => {
  const tiers = tiersOf(asked.policy);
  const above = tiers.slice(0, Math.max(0, tiers.indexOf(tier)));
  return and([fitsTier(asked, tier), ...above.map((higher) => sql<SqlBool>`not ${fitsTier(asked, higher)}`)]);
};

const shows = (asked: Asked): Readonly<Record<PeopleShown, Condition>> => {
  const until = (days: number): Condition => standingThat(asked, sql`s.ends_on <= ${addDays(asked.today, days)}`);
  return {
    all: sql`true`,
    outside: and([sql`true`, ...tiersOf(asked.policy).map((tier) => sql<SqlBool>`not ${fitsTier(asked, tier)}`)]),
    unpaired: sql`not exists (select from pairing where pairing.institution_id = person.institution_id
      and pairing.representative_id = person.person_id and pairing.status = 'active' and ${withinPairings(asked.reach)})`,
    ending: until(ENDING_DAYS),
    near: until(WARNING_DAYS),
    noTerm: standingThat(asked, sql`s.ends_on is null and not s.kind = any (${[...KINDS_WITHOUT_TERM]})`),
  };
};

const listed = (kind: DirectoryFilters['kind']) =>
  kind === 'representatives'
    ? sql`join representative listed on listed.institution_id = person.institution_id and listed.person_id = person.person_id`
    : sql``;

/** One page, and one row more than asked for where there are more. */
export async function pageOfDirectory(
  db: Db,
  asked: Asked,
  filters: PeopleFilters,
  page: { readonly offset: number; readonly limit: number },
  loose = false,
): Promise<DirectoryPerson[]> {
  const left = filters.kind === 'representatives' && filters.state !== 'listed';
  const order =
    filters.sort === 'strokes'
      ? sql`person.stroke_key, person.reading, person.person_id`
      : sql`person.reading, person.name, person.person_id`;
  // Row security is opaque to the planner, which takes its rows for few and would sort them all. Without a search the index has them in order
  // already; with one, those found are put in order before anything is looked up beside them, and the page stops at its end.
  const inOrder = searchRangeOf(filters.q ?? '') === undefined;
  if (inOrder) await sql`set local enable_sort = off`.execute(db);
  const { rows } =
    await sql<Row>`select person.person_id, person.name, person.reading, person.stroke_key, person.affiliations,
      person.position, person.titles, person.unit_id, unit.name as unit_name, unit.short_name as unit_short,
      ${left ? sql`listed.until_on, listed.left_reason` : sql`null as until_on, null as left_reason`},
      exists (select from person other where other.institution_id = person.institution_id and other.name = person.name
        and other.person_id <> person.person_id and other.merged_into is null
        and ${withinPeople(asked.reach, 'other.person_id', 'other.unit_id')}) as shares_name
    from (select * from person where ${ofPerson(asked, filters, loose)} order by ${order} offset 0) person
    ${listed(filters.kind)}
    join unit on unit.institution_id = person.institution_id and unit.unit_id = person.unit_id
    where ${beside(asked, filters)} and ${showsOf(asked, filters)}
    order by ${order} limit ${page.limit} offset ${page.offset}`.execute(db);
  if (inOrder) await sql`set local enable_sort = on`.execute(db);
  return rows.map(toPerson);
}

/** No further than `most`: beyond that the figure would cost more than it tells. */
export async function countDirectory(
  db: Db,
  asked: Asked,
  filters: PeopleFilters,
  most: number,
  loose = false,
): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from (select from person ${listed(filters.kind)}
    where ${ofPerson(asked, filters, loose)} and ${beside(asked, filters)} and ${showsOf(asked, filters)} limit ${most}) found`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

const showsOf = (asked: Asked, { kind, show, tier }: PeopleFilters): Condition =>
  kind === 'leaders'
    ? shows(asked).all
    : and([shows(asked)[show], ...(tier === undefined ? [] : [isOfTier(asked, tier)])]);

/** What every chip would show. */
export async function countChips(db: Db, asked: Asked, filters: DirectoryFilters, loose = false) {
  const show = shows(asked);
  const counted = PEOPLE_SHOWN.map((chip) =>
    filters.kind === 'leaders' && chip !== 'all'
      ? sql`0 as ${sql.ref(chip)}`
      : sql`(count(*) filter (where ${show[chip]}))::int as ${sql.ref(chip)}`,
  );
  // A tier is named by the measures, so it is counted under its place in them.
  const ofTiers = tiersOf(asked.policy).map((tier, place) =>
    filters.kind === 'leaders'
      ? sql`0 as ${sql.ref(`tier_${place}`)}`
      : sql`(count(*) filter (where ${isOfTier(asked, tier)}))::int as ${sql.ref(`tier_${place}`)}`,
  );
  const { rows } = await sql<
    Record<string, number>
  >`select ${sql.join([...counted, ...ofTiers])} from person ${listed(filters.kind)}
    where ${ofPerson(asked, filters, loose)} and ${beside(asked, filters)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a count answers one row');
  return {
    counts: Object.fromEntries(PEOPLE_SHOWN.map((chip) => [chip, row[chip] ?? 0])) as Record<PeopleShown, number>,
    tiers: tiersOf(asked.policy).map((tier, place) => ({ tier, count: row[`tier_${place}`] ?? 0 })),
  };
}

type Row = {
  person_id: string;
  name: string;
  reading: string;
  stroke_key: string;
  affiliations: string[];
  position: string | null;
  titles: string[];
  unit_id: string;
  unit_name: string;
  unit_short: string;
  until_on: string | null;
  left_reason: string | null;
  shares_name: boolean;
};

const toPerson = (row: Row): DirectoryPerson => ({
  id: row.person_id as Id,
  name: row.name,
  reading: row.reading,
  strokeKey: row.stroke_key,
  affiliations: row.affiliations as Affiliation[],
  position: row.position,
  titles: row.titles,
  unit: { id: row.unit_id as Id, name: row.unit_name, shortName: row.unit_short },
  sharesName: row.shares_name,
  leftOn: row.until_on as PlainDate | null,
  leftReason: row.left_reason as LeftReason | null,
});
