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
import { looseReading, searchRangeOf, type SearchRange } from '@zhengyou/domain/person/person-search.ts';
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

/** With `limit` it stays a question about each person that is come to; the planner would turn `exists` into a join with all. */
const standingThat = (asked: Asked, what: Condition): Condition =>
  sql`coalesce((select true from standing s where s.institution_id = person.institution_id and s.person_id = person.person_id
    and ${withinPeople(asked.reach, 's.person_id', 's.unit_id')} and ${heldOn('s.starts_on', 's.ends_on', asked.today)} and ${what}
    limit 1), false)`;

/** The title and those before it. */
const titlesFrom = (least: (typeof TITLE_RANKS)[number]) => TITLE_RANKS.slice(0, TITLE_RANKS.indexOf(least) + 1);

/** A standing `s` that the list of the tier, as the policy states it, knows. */
function opensTier(asked: Asked, tier: Tier): Condition {
  const requirement = findRequirement(asked.policy, 'eligibility', asked.today, tier);
  const lines = (requirement?.value.anyOf ?? []).map(({ kinds, levels, roles, titleAtLeast }) =>
    and([
      sql`s.kind = any (${kinds})`,
      ...(levels ? [sql<SqlBool>`s.level = any (${levels})`] : []),
      ...(roles ? [sql<SqlBool>`s.role = any (${roles})`] : []),
      ...(titleAtLeast ? [sql<SqlBool>`s.role = any (${titlesFrom(titleAtLeast)})`] : []),
    ]),
  );
  return or(lines.map((line) => sql<SqlBool>`(${line})`));
}

const fitsTier = (asked: Asked, tier: Tier): Condition => standingThat(asked, opensTier(asked, tier));

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

/**
 * A letter alone begins so many readings that they are gone through in their order, as everybody is where nothing is searched for, until
 * there are enough of them.
 */
const isFoundInOrder = ({ q, sort }: PeopleFilters): boolean => {
  const range = searchRangeOf(q ?? '');
  return range === undefined || (range !== null && sort === 'reading' && isOneLetter(range));
};
const isOneLetter = ({ script, from }: SearchRange) => script === 'letters' && from.length === 1;

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
  // What begins with it begins so in every spelling, the initials too.
  if (isOneLetter(range)) return [within('reading')];
  if (!loose) return [or([within('reading_plain'), within('reading_short'), within('initials')])];
  // The second letter goes on with the first syllable or begins the second.
  const two = from.slice(0, 2);
  const begins = (column: string): Condition =>
    sql`(${sql.ref(`person.${column}`)} >= ${two} and ${sql.ref(`person.${column}`)} < ${`${two}\u{10FFFF}`})`;
  return [or([begins('reading'), begins('initials')]), sql`person.reading ~ ${looseReading(from)}`];
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

/** What the person’s standings and pairs decide. */
function ofStandings(asked: Asked, { standing, level }: DirectoryFilters): Condition {
  const parts = [
    ...(standing ? [sql<SqlBool>`s.kind = ${standing}`] : []),
    ...(level ? [sql<SqlBool>`s.level = ${level}`] : []),
  ];
  return parts.length > 0 ? standingThat(asked, and(parts)) : sql`true`;
}

/** Fits the list of this tier and of none above it: whoever fits a higher one is befriended there. */
const isOfTier = (asked: Asked, tier: Tier): Condition => {
  const tiers = tiersOf(asked.policy);
  const above = tiers.slice(0, Math.max(0, tiers.indexOf(tier)));
  return and([fitsTier(asked, tier), ...above.map((higher) => sql<SqlBool>`not ${fitsTier(asked, higher)}`)]);
};

/** What a standing `s`, held today, says for the chips that tell of its end. */
const ends = (asked: Asked) => {
  const until = (days: number): Condition => sql`s.ends_on <= ${addDays(asked.today, days)}`;
  return {
    ending: until(ENDING_DAYS),
    near: until(WARNING_DAYS),
    noTerm: sql<SqlBool>`s.ends_on is null and not s.kind = any (${[...KINDS_WITHOUT_TERM]})`,
  } as const;
};

const isPaired = (asked: Asked): Condition => sql`exists (select from pairing
  where pairing.institution_id = person.institution_id and pairing.representative_id = person.person_id
    and pairing.status = 'active' and ${withinPairings(asked.reach)})`;

const shows = (asked: Asked): Readonly<Record<PeopleShown, Condition>> => {
  const { ending, near, noTerm } = ends(asked);
  return {
    all: sql`true`,
    outside: and([sql`true`, ...tiersOf(asked.policy).map((tier) => sql<SqlBool>`not ${fitsTier(asked, tier)}`)]),
    unpaired: sql`not ${isPaired(asked)}`,
    ending: standingThat(asked, ending),
    near: standingThat(asked, near),
    noTerm: standingThat(asked, noTerm),
  };
};

const listed = (kind: DirectoryFilters['kind']) =>
  kind === 'representatives'
    ? sql`join representative listed on listed.institution_id = person.institution_id and listed.person_id = person.person_id`
    : sql``;

/**
 * One page, and how many there are, counted to `most`: beyond that the figure would cost more than it tells. A page behind
 * the last, or beyond what is counted, comes empty.
 */
export async function pageOfDirectory(
  db: Db,
  asked: Asked,
  filters: PeopleFilters,
  page: { readonly offset: number; readonly limit: number; readonly most: number },
  loose = false,
): Promise<{ readonly people: DirectoryPerson[]; readonly counted: number }> {
  const left = filters.kind === 'representatives' && filters.state !== 'listed';
  const order =
    filters.sort === 'strokes'
      ? sql`person.stroke_key, person.reading, person.person_id`
      : sql`person.reading, person.name, person.person_id`;
  // Row security is opaque to the planner, which takes its rows for few and would sort them all. Where most are found, an index has them in
  // order already; where few are, they are put in order before anything is looked up beside them. Either way it stops when it has enough.
  const inOrder = isFoundInOrder(filters);
  if (inOrder) await sql`set local enable_sort = off`.execute(db);
  const { rows } = await sql<Row>`with found as materialized (
      select person.person_id, row_number() over () as place
        ${left ? sql`, listed.until_on, listed.left_reason` : sql`, null as until_on, null as left_reason`}
      from (select person.* from person
        where ${ofPerson(asked, filters, loose)} and ${ofStandings(asked, filters)} and ${showsOf(asked, filters)}
        order by ${order} offset 0) person
      ${listed(filters.kind)}
      where ${isInState(asked, filters)}
      order by ${order} limit ${page.most}
    )
    select person.person_id, person.name, person.reading, person.stroke_key, person.affiliations, person.position,
      person.titles, person.unit_id, unit.name as unit_name, unit.short_name as unit_short, found.until_on,
      found.left_reason, (select count(*)::int from found) as counted,
      exists (select from person other where other.institution_id = person.institution_id and other.name = person.name
        and other.person_id <> person.person_id and other.merged_into is null
        and ${withinPeople(asked.reach, 'other.person_id', 'other.unit_id')}) as shares_name
    from found
    join person on person.institution_id = ${asked.institutionId} and person.person_id = found.person_id
    join unit on unit.institution_id = ${asked.institutionId} and unit.unit_id = person.unit_id
    where found.place > ${page.offset} and found.place <= ${page.offset + page.limit}
    order by found.place`.execute(db);
  if (inOrder) await sql`set local enable_sort = on`.execute(db);
  return { people: rows.map(toPerson), counted: rows[0]?.counted ?? 0 };
}

/** How many are on the list, whatever they are asked to be, counted to `most`. */
export async function countListed(db: Db, asked: Asked, kind: DirectoryFilters['kind'], most: number): Promise<number> {
  const filters = { kind, state: 'listed' } as const;
  // Whoever is on the list is no merged record, and in reach by the same columns: the list alone is counted.
  const found =
    kind === 'representatives'
      ? sql`representative listed where listed.institution_id = ${asked.institutionId}
          and ${withinPeople(asked.reach, 'listed.person_id', 'listed.unit_id')} and ${isInState(asked, filters)}`
      : sql`person where ${ofPerson(asked, filters, false)} and ${isInState(asked, filters)}`;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from
    (select from ${found} limit ${most}) found`.execute(db);
  return rows[0]?.count ?? 0;
}

const showsOf = (asked: Asked, { kind, show, tier }: PeopleFilters): Condition =>
  kind === 'leaders'
    ? shows(asked).all
    : and([shows(asked)[show], ...(tier === undefined ? [] : [isOfTier(asked, tier)])]);

/** What every chip would show: each person’s standings are gone through once for all of them. */
export async function countChips(db: Db, asked: Asked, filters: DirectoryFilters, loose = false) {
  const tiers = tiersOf(asked.policy);
  const counted = filters.kind === 'leaders' ? [] : chipsOf(asked, tiers);
  const { rows } = await sql<Record<string, number>>`select count(*)::int as "all"${sql.join(
    counted.map(({ name, is }) => sql`, (count(*) filter (where ${is}))::int as ${sql.ref(name)}`),
    sql``,
  )} from person ${listed(filters.kind)}
    ${filters.kind === 'leaders' ? sql`` : standingsOfEach(asked, tiers)}
    where ${ofPerson(asked, filters, loose)} and ${ofStandings(asked, filters)} and ${isInState(asked, filters)}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error('a count answers one row');
  return {
    counts: Object.fromEntries(PEOPLE_SHOWN.map((chip) => [chip, row[chip] ?? 0])) as Record<PeopleShown, number>,
    tiers: tiers.map((tier, place) => ({ tier, count: row[tierColumn(place)] ?? 0 })),
  };
}

/** A tier is named by the measures, so it is counted under its place in them. */
const tierColumn = (place: number) => `tier_${place}`;

const standingsOfEach = (asked: Asked, tiers: readonly Tier[]) => {
  const { ending, near, noTerm } = ends(asked);
  const parts = [
    ...tiers.map((tier, place) => sql`bool_or(${opensTier(asked, tier)}) as ${sql.ref(tierColumn(place))}`),
    sql`bool_or(${ending}) as ending, bool_or(${near}) as near, bool_or(${noTerm}) as no_term`,
  ];
  return sql`left join lateral (select ${sql.join(parts)} from standing s
    where s.institution_id = person.institution_id and s.person_id = person.person_id
      and ${withinPeople(asked.reach, 's.person_id', 's.unit_id')} and ${heldOn('s.starts_on', 's.ends_on', asked.today)}) own on true`;
};

const chipsOf = (asked: Asked, tiers: readonly Tier[]): { readonly name: string; readonly is: Condition }[] => {
  const fits = (place: number): Condition => sql`coalesce(own.${sql.ref(tierColumn(place))}, false)`;
  const fitsNone = (until: number) =>
    and([sql`true`, ...tiers.slice(0, until).map((_, place) => sql<SqlBool>`not ${fits(place)}`)]);
  return [
    { name: 'outside', is: fitsNone(tiers.length) },
    { name: 'unpaired', is: sql`not ${isPaired(asked)}` },
    { name: 'ending', is: sql`own.ending` },
    { name: 'near', is: sql`own.near` },
    { name: 'noTerm', is: sql`own.no_term` },
    // Whoever fits a higher one is befriended there.
    ...tiers.map((_, place) => ({ name: tierColumn(place), is: and([fits(place), fitsNone(place)]) })),
  ];
};

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
  counted: number;
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
