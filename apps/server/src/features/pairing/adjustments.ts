/** The to-do of adjustments: what is wrong with pairs today, who has said no, whose office has changed hands, what a plan still owes. */
import { sayDay } from '@zhengyou/domain/calendar/date.words.ts';
import type { listAdjustments as endpoint } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import {
  ADJUSTMENT_KINDS,
  adjustmentBasis,
  adjustmentsOf,
  followsOffice,
  isOffice,
  type AdjustmentKind,
} from '@zhengyou/domain/pairing/adjustment.ts';
import { ADJUSTMENT_WORDS } from '@zhengyou/domain/pairing/adjustment.words.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { readGround, type Ground } from './load-board.ts';
import type { NamedPairing } from './pairing.reads.ts';
import { listUnanswered } from './read-proposals.ts';
import {
  listHolders,
  listOffices,
  listPlannedEnds,
  listRetirements,
  type HolderRow,
  type OfficeRow,
} from './roster-watch.reads.ts';

type Who = { readonly id: Id; readonly name: string | null };
type Unit = { readonly id: Id; readonly name: string; readonly shortName: string };
type Item = {
  readonly key: string;
  readonly kind: AdjustmentKind;
  readonly on: PlainDate;
  readonly urgent: boolean;
  readonly tier: Tier | null;
  readonly unit: Unit | null;
  readonly pairingId: Id | null;
  readonly version: number | null;
  readonly leader: Who | null;
  readonly representative: Who | null;
  readonly successor: Who | null;
  readonly says: Words;
  readonly clause: string | null;
};

export async function listAdjustments(context: Context, query: QueryOf<typeof endpoint>) {
  const { db, institutionId, reach, today } = context;
  const ground = await readGround(context);
  const retired = await listRetirements(db, institutionId, reach);
  const offices = await listOffices(db, institutionId, reach);
  const holders = await listHolders(
    db,
    institutionId,
    reach,
    [...new Set(offices.map((office) => office.body))],
    today,
  );
  const planned = await listPlannedEnds(db, institutionId, reach, today);
  const unanswered = await listUnanswered(context);
  const active = ground.pairs.filter((pair) => pair.status === 'active');
  const officeItems = offices.flatMap((office) => officeItem(office, holders, active, ground.policy, today));
  const plannedItems = planned.flatMap((end): Item[] => {
    const pair = active.find((one) => one.leaderId === end.leader_id && one.representativeId === end.representative_id);
    const on = end.effective_on;
    return pair ? [itemOf(pair, 'plannedEnd', on, true, ground.policy, today, { draft: end.name })] : [];
  });
  const answered = unanswered.map(({ row, shown }): Item => {
    const kind = row.status === 'anotherAsked' ? 'anotherAsked' : 'declined';
    const pair = { ...row, unitName: row.unit.name, unitShortName: row.unit.shortName };
    return itemOf(pair, kind, shown.answer?.onDay ?? today, true, ground.policy, today, {});
  });
  const all = [
    ...active.flatMap((pair) => pairItems(pair, ground, retired, today)),
    ...officeItems,
    ...plannedItems,
    ...answered,
  ]
    .filter((item) => (!query.tier || item.tier === query.tier) && (!query.unit || item.unit?.id === query.unit))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1));
  const counts = Object.fromEntries(
    ADJUSTMENT_KINDS.map((kind) => [kind, all.filter((item) => item.kind === kind).length]),
  ) as Record<AdjustmentKind, number>;
  return { asOf: today, items: all, counts };
}

type Pair = Pick<
  NamedPairing,
  | 'id'
  | 'version'
  | 'tier'
  | 'unitId'
  | 'unitName'
  | 'unitShortName'
  | 'leaderId'
  | 'leaderName'
  | 'representativeId'
  | 'representativeName'
>;

function itemOf(
  pair: Pair,
  kind: AdjustmentKind,
  on: PlainDate,
  urgent: boolean,
  policy: Policy,
  today: PlainDate,
  facts: Readonly<Record<string, string>>,
  nextTier: Tier | null = null,
): Item {
  const tier = policy.tiers.find((one) => one.id === nextTier)?.name;
  const tell = (language: 'zh' | 'en') =>
    say(ADJUSTMENT_WORDS[kind], language, {
      leader: pair.leaderName ?? '—',
      representative: pair.representativeName ?? '—',
      day: sayDay(on, today, language),
      tier: tier?.[language] ?? '',
      ...facts,
    });
  return {
    key: `${kind} ${pair.id}`,
    kind,
    on,
    urgent,
    tier: pair.tier,
    unit: { id: pair.unitId, name: pair.unitName, shortName: pair.unitShortName },
    pairingId: pair.id,
    version: pair.version,
    leader: { id: pair.leaderId, name: pair.leaderName },
    representative: { id: pair.representativeId, name: pair.representativeName },
    successor: null,
    says: { zh: tell('zh'), en: tell('en') },
    clause: adjustmentBasis(policy, today, pair.tier),
  };
}

function pairItems(pair: NamedPairing, ground: Ground, retired: ReadonlyMap<Id, PlainDate>, today: PlainDate): Item[] {
  if (pair.startsOn === null) return [];
  const person = ground.people.find((one) => one.id === pair.representativeId);
  // A leader whom the asker may not look up is not one who has left.
  const posts =
    pair.leaderName === null
      ? [{ since: null, until: null }]
      : ground.posts.filter((post) => post.leaderId === pair.leaderId);
  const watched = {
    id: pair.id,
    tier: pair.tier,
    startsOn: pair.startsOn,
    changeAskedOn: pair.changeAskedOn,
    posts,
    person: person && { ...person, retiredOn: retired.get(person.id) ?? null },
  };
  return adjustmentsOf(watched, ground.policy, today).map((one) =>
    itemOf(pair, one.kind, one.on, one.urgent, ground.policy, today, { standing: one.standing ?? '' }, one.nextTier),
  );
}

/** Whoever holds an office by its standing; the one who has held it longest comes first. */
export const holdersOf = (office: OfficeRow, holders: readonly HolderRow[]): HolderRow[] =>
  holders.filter((holder) => isOffice(office, holder));

function officeItem(
  office: OfficeRow,
  holders: readonly HolderRow[],
  active: readonly NamedPairing[],
  policy: Policy,
  today: PlainDate,
): Item[] {
  if (!followsOffice(policy, today, office.tier)) return [];
  const pair = active.find((one) => one.officeId === office.id);
  const own = holdersOf(office, holders);
  const next = own.at(-1);
  if (!next || own.some((holder) => holder.personId === pair?.representativeId)) return [];
  const on = next.since ?? office.sinceOn;
  const tell = (language: 'zh' | 'en') =>
    say(ADJUSTMENT_WORDS.officeChanged, language, {
      office: office.name,
      day: sayDay(on, today, language),
      successor: next.name,
    });
  return [
    {
      key: `officeChanged ${office.id} ${next.personId}`,
      kind: 'officeChanged',
      on,
      urgent: on <= addDays(today, 60),
      tier: office.tier,
      unit: office.unit,
      pairingId: pair?.id ?? null,
      version: pair?.version ?? null,
      leader: { id: office.leaderId, name: office.leaderName },
      representative: pair ? { id: pair.representativeId, name: pair.representativeName } : null,
      successor: { id: next.personId, name: next.name },
      says: { zh: tell('zh'), en: tell('en') },
      clause: adjustmentBasis(policy, today, office.tier),
    },
  ];
}
