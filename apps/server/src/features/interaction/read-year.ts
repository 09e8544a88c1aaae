/** The year page: every pair in reach, judged, counted, and as much of it as the page shows. */
import type { readYear as contract, YearGroup } from '@zhengyou/domain/interaction/year.contract.ts';
import type { ContactState } from '@zhengyou/domain/interaction/year-of-contact.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { earlierOf, endOfYear, yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { cadencesOn, tiersOf, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { asksOf } from '@zhengyou/domain/policy/policy.words.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { inBoth } from './duty-lines.ts';
import { inOrder, readYearBook, type YearPair } from './year-rows.ts';

type Query = QueryOf<typeof contract>;

/** States of which every row is shown: whoever opens the page comes for these. */
const PRESSING: ReadonlySet<ContactState> = new Set(['late', 'due', 'dueSoon', 'firstPending']);
/** More than anybody reads at once; the counts still say the whole. */
const AT_MOST = 500;

export async function readYear(context: Context, query: Query) {
  const { db, institutionId, today } = context;
  const year = query.year ?? yearOf(today);
  const policy = await getPolicyInForce(db, institutionId, earlierOf(today, endOfYear(year)));
  const book = await readYearBook(context, policy, {
    year,
    pairing: query.pairing,
    ...(query.person ? { representatives: [query.person] } : {}),
  });

  const named = book.pairs.filter((each) => bears(each, query.q));
  const ofUnit = named.filter(({ pair }) => query.unit === undefined || unitOf(pair) === query.unit);
  const ofLeader = ofUnit.filter(({ pair }) => query.leader === undefined || pair.leader.id === query.leader);
  const ofTier = ofLeader.filter(({ pair }) => query.tier === undefined || pair.tier === query.tier);
  return {
    year,
    asOf: book.asOf,
    rules: rulesOf(policy, book.asOf),
    hasLocalDays: book.hasLocalDays,
    inReach: book.pairs.length,
    byTier: countBy<Tier>(ofLeader, ({ pair }) => pair.tier) as Record<Tier, number>, // a tier without pairs is absent
    byState: countBy<ContactState>(ofTier, ({ row }) => row.year.state),
    units: choices(named, ({ pair }) => ({
      id: pair.person.unitId,
      name: pair.person.unit,
    })),
    leaders: choices(ofUnit, ({ pair }) => pair.leader),
    group: query.group,
    rows: shown(together(inOrder(ofTier), query.group), query).map(({ row }) => row),
  };
}

const unitOf = (pair: YearPair['pair']) => pair.person.unitId;

function bears({ pair }: YearPair, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === '') return true;
  const text = wanted.toLowerCase().replace(/\s+/g, '');
  const { name, reading, initials } = pair.person;
  return (
    name.includes(wanted) ||
    pair.leader.name.includes(wanted) ||
    reading.replaceAll(' ', '').startsWith(text) ||
    initials.startsWith(text)
  );
}

/** Units in their official order, leaders by theirs and by reading; within, what presses comes first. */
function together(ordered: YearPair[], group: YearGroup): YearPair[] {
  if (group === 'unit') return ordered.sort((a, b) => a.pair.person.unitRank - b.pair.person.unitRank);
  if (group === 'leader')
    return ordered.sort((a, b) => {
      const [left, right] = [a.pair.leader, b.pair.leader];
      return left.unitRank - right.unitRank || compare(left.reading, right.reading) || compare(left.id, right.id);
    });
  return ordered;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function shown(ordered: readonly YearPair[], query: Query): YearPair[] {
  if (query.state !== undefined)
    return ordered.filter(({ row }) => row.year.state === query.state).slice(0, Math.max(AT_MOST, query.each));
  // A unit or a leader is shown whole: half of it would say nothing.
  if (query.group !== 'state') return ordered.slice(0, Math.max(AT_MOST, query.each));
  const taken = new Map<ContactState, number>();
  return ordered.filter(({ row }) => {
    const { state } = row.year;
    const before = taken.get(state) ?? 0;
    taken.set(state, before + 1);
    return before < (PRESSING.has(state) ? Math.max(query.each, AT_MOST / 5) : query.each);
  });
}

export function countBy<K extends string>(pairs: readonly YearPair[], keyOf: (pair: YearPair) => K) {
  const counts: Partial<Record<K, number>> = {};
  for (const pair of pairs) counts[keyOf(pair)] = (counts[keyOf(pair)] ?? 0) + 1;
  return counts;
}

/** What one can choose among, in the order in which it first comes: units in their official order. */
function choices(pairs: readonly YearPair[], of: (pair: YearPair) => { id: Id | null; name: string }) {
  const found = new Map<Id, { id: Id; name: string; count: number }>();
  for (const pair of pairs) {
    const { id, name } = of(pair);
    if (id === null) continue;
    const known = found.get(id);
    if (known) known.count += 1;
    else found.set(id, { id, name, count: 1 });
  }
  return [...found.values()];
}

/** One line where all tiers ask for the same. */
export function rulesOf(policy: Policy, on: PlainDate) {
  const lines = tiersOf(policy).map((tier) => ({
    tier,
    rules: cadencesOn(policy, on, tier).map((row) => ({
      floor: row.value.floor,
      aim: row.value.aim,
      clause: row.basis,
      unit: row.unit,
      asks: inBoth(asksOf(row)),
    })),
  }));
  const text = (line: (typeof lines)[number]) => JSON.stringify(line.rules);
  const [first, ...others] = lines;
  const alike = first !== undefined && others.length > 0 && others.every((line) => text(line) === text(first));
  return (alike ? lines.slice(0, 1) : lines).flatMap(({ tier, rules }) =>
    rules.map((rule) => ({ tier: alike ? null : (tier as Tier | null), ...rule })),
  );
}
