/** The coming days of all pairs in reach, from the same judged rows as the year, with festivals and terms that end. */
import { FESTIVAL_WORDS } from '@zhengyou/domain/calendar/festival.words.ts';
import { festivalDayOn } from '@zhengyou/domain/calendar/festivals.ts';
import {
  AGENDA_KINDS,
  type AgendaItem,
  type AgendaKind,
  type readAgenda as contract,
} from '@zhengyou/domain/interaction/agenda.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { requirementsOfKind, type Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { listPostEnds, listStandingEnds, type EndRow } from './agenda.reads.ts';
import { listAppointments, listRequestsOf, type PairRow } from './year.reads.ts';
import { readYearBook, type YearPair } from './year-rows.ts';

type Span = { readonly from: PlainDate; readonly last: PlainDate };
type Item = AgendaItem & { readonly unitId: Id | null };

export async function readAgenda(
  context: Pick<Context, 'db' | 'institutionId' | 'reach' | 'today'>,
  query: QueryOf<typeof contract>,
) {
  const { db, institutionId, reach, today } = context;
  const span = { from: today, last: addDays(today, query.days - 1) };
  const policy = await getPolicyInForce(db, institutionId, today);
  const book = await readYearBook(context, policy);
  // A house's own day early in the next year is already near.
  const next =
    book.hasLocalDays && yearOf(span.last) > yearOf(today)
      ? (await readYearBook(context, policy, { year: yearOf(span.last) })).pairs.filter(
          ({ row }) => row.year.dueIsLocal,
        )
      : [];
  const pairs = book.pairs.map(({ pair }) => pair);
  const until = addDays(span.last, 1);
  const appointments = await listAppointments(db, institutionId, reach, pairs, today);
  const requests = await listRequestsOf(db, institutionId, reach, pairs);
  const standings = await listStandingEnds(db, institutionId, pairs, { from: today, until });
  const posts = await listPostEnds(db, institutionId, pairs, { from: today, until });

  const planned = new Map<string, Channel>();
  const plan = (leader: Id, person: Id, on: PlainDate, channel: Channel) =>
    planned.set(`${leader} ${person} ${on}`, channel);
  for (const one of appointments) for (const person of one.people) plan(one.leaderId, person, one.on, one.channel);
  for (const one of requests) if (one.agreedOn !== null) plan(one.leaderId, one.personId, one.agreedOn, one.channel);
  for (const { pair, latest } of book.pairs)
    if (latest?.nextChoice === 'pick' && latest.nextOn !== null)
      plan(pair.leader.id, pair.person.id, latest.nextOn, latest.channel);

  const items = [
    ...book.pairs.flatMap((each) => [...dutyItems(each, span), ...pairItems(each, span)]),
    ...next.flatMap((each) => dutyItems(each, span)),
    ...plannedItems(pairs, planned, span),
    ...standingItems(pairs, standings),
    ...postItems(pairs, posts),
    ...festivalItems(policy, span),
  ];
  const ofUnit = items.filter((item) => query.unit === undefined || item.unitId === null || item.unitId === query.unit);
  const mine = ofUnit.filter(
    (item) => query.leader === undefined || item.leader === null || item.leader.id === query.leader,
  );
  const byKind: Partial<Record<AgendaKind, number>> = {};
  for (const { kind } of mine) byKind[kind] = (byKind[kind] ?? 0) + 1;
  return {
    ...span,
    byKind,
    units: counted(items, ({ unitId, unit }) => (unitId === null ? null : { id: unitId, name: unit ?? '' })),
    leaders: counted(ofUnit, ({ leader }) => leader as { id: Id; name: string } | null), // every id of a line is one
    items: mine.filter((item) => query.kind === undefined || item.kind === query.kind).sort(byDay),
  };
}

const byDay = (a: Item, b: Item): number =>
  a.on === b.on ? AGENDA_KINDS.indexOf(a.kind) - AGENDA_KINDS.indexOf(b.kind) : a.on < b.on ? -1 : 1;

function counted(items: readonly Item[], of: (item: Item) => { readonly id: Id; readonly name: string } | null) {
  const found = new Map<Id, { id: Id; name: string; count: number }>();
  for (const item of items) {
    const one = of(item);
    if (one === null) continue;
    const known = found.get(one.id);
    if (known) known.count += 1;
    else found.set(one.id, { ...one, count: 1 });
  }
  return [...found.values()];
}

const within = (on: PlainDate, { from, last }: Span) => on >= from && on <= last;

const lineOf = (pair: PairRow, kind: AgendaKind, on: PlainDate, rest: Partial<Item> = {}): Item => ({
  key: `${kind} ${pair.pairingId} ${on}`,
  kind,
  on,
  local: false,
  clause: null,
  channel: null,
  leader: pair.leader,
  person: { id: pair.person.id, name: pair.person.name },
  unit: pair.person.unitShort,
  unitId: pair.person.unitId,
  pairingId: pair.pairingId,
  what: null,
  ...rest,
});

function dutyItems({ pair, row }: YearPair, span: Span): Item[] {
  const { state, dueOn, dueIsLocal, clause } = row.year;
  if (dueOn === null) return [];
  const rest = { local: dueIsLocal, clause };
  if (state === 'late') return [lineOf(pair, 'late', dueOn, rest)];
  return within(dueOn, span) ? [lineOf(pair, 'due', dueOn, rest)] : [];
}

function pairItems({ pair, row }: YearPair, span: Span): Item[] {
  const back = row.year.excuse?.until ?? null;
  const last = pair.endsOn === null ? null : addDays(pair.endsOn, -1);
  return [
    ...(back !== null && within(back, span) ? [lineOf(pair, 'resumes', back)] : []),
    ...(last !== null && within(last, span) ? [lineOf(pair, 'pairingEnds', last)] : []),
  ];
}

function plannedItems(pairs: readonly PairRow[], planned: ReadonlyMap<string, Channel>, span: Span): Item[] {
  const byPeople = new Map(pairs.map((pair) => [`${pair.leader.id} ${pair.person.id}`, pair]));
  return [...planned].flatMap(([key, channel]) => {
    const [leader, person, day] = key.split(' ');
    const pair = byPeople.get(`${leader} ${person}`);
    const on = day as PlainDate; // the key was made of it
    return pair && within(on, span) ? [lineOf(pair, 'planned', on, { channel })] : [];
  });
}

const asWritten = (text: string): Words => ({ zh: text, en: text });

function standingItems(pairs: readonly PairRow[], ends: readonly EndRow[]): Item[] {
  const byPerson = new Map(pairs.map((pair) => [pair.person.id, pair]));
  return ends.flatMap(({ id, personId, endsOn, written }) => {
    const pair = byPerson.get(personId);
    const on = addDays(endsOn, -1);
    return pair
      ? [
          lineOf(pair, 'standingEnds', on, {
            key: `standing ${id}`,
            what: asWritten(written),
            leader: null,
            pairingId: null,
          }),
        ]
      : [];
  });
}

function postItems(pairs: readonly PairRow[], ends: readonly EndRow[]): Item[] {
  const byLeader = new Map(pairs.map((pair) => [pair.leader.id, pair]));
  return ends.flatMap(({ id, personId, endsOn, written }) => {
    const pair = byLeader.get(personId);
    const on = addDays(endsOn, -1);
    return pair
      ? [
          lineOf(pair, 'postEnds', on, {
            key: `post ${id}`,
            what: asWritten(written),
            person: null,
            unit: null,
            unitId: null,
            pairingId: null,
          }),
        ]
      : [];
  });
}

/** Those that the measures, or the house by them, keep with a visit. */
function festivalItems(policy: Policy, span: Span): Item[] {
  const found = new Map<string, Item>();
  for (let year = yearOf(span.from); year <= yearOf(span.last); year += 1)
    for (const row of requirementsOfKind(policy, 'occasion', span.from)) {
      if (row.value.trigger !== 'festival') continue;
      for (const festival of row.value.festivals ?? []) {
        const on = festivalDayOn(year, festival);
        if (on === undefined || !within(on, span)) continue;
        const words: Words | undefined = festival.name ?? FESTIVAL_WORDS[festival.key as keyof typeof FESTIVAL_WORDS];
        found.set(`${festival.key} ${on}`, {
          key: `festival ${festival.key} ${on}`,
          kind: 'festival',
          on,
          local: row.value.local === true,
          clause: row.basis,
          channel: null,
          leader: null,
          person: null,
          unit: null,
          unitId: null,
          pairingId: null,
          what: words ?? asWritten(festival.key),
        });
      }
    }
  return [...found.values()];
}
