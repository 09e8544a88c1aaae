/** Leaders by months, in the official order of units and by reading: figures to look into, nothing to compare by. */
import type {
  HeatCell,
  listMonthTalks as talksContract,
  readHeat as contract,
} from '@zhengyou/domain/interaction/heat.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addMonths, earlierOf, endOfYear, plainDate, startOfYear, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { countByMonth, listLeaders, listTalksIn, type LeaderRow } from './heat.reads.ts';
import { namesOf } from './interaction.reads.ts';

const NOTHING: HeatCell = { talks: 0, gatherings: 0, visits: 0 };

export async function readHeat(context: Context, query: QueryOf<typeof contract>) {
  const { db, institutionId, reach, today } = context;
  const year = query.year ?? yearOf(today);
  const asOf = earlierOf(today, endOfYear(year));
  const leaders = await listLeaders(db, institutionId, reach, { from: startOfYear(year), last: asOf });

  const named = leaders.filter((leader) => bears(leader, query.q));
  const ofUnit = named.filter((leader) => query.unit === undefined || leader.unitId === query.unit);
  const shown = ofUnit.filter((leader) => query.tier === undefined || leader.tiers.includes(query.tier));
  const counts = await countByMonth(
    db,
    institutionId,
    reach,
    shown.map((leader) => leader.id),
    { from: startOfYear(year), last: endOfYear(year) },
  );
  const cells = new Map(counts.map(({ leaderId, month, ...cell }) => [`${leaderId} ${month}`, cell]));
  const byTier: Partial<Record<Tier, number>> = {};
  for (const leader of ofUnit) for (const tier of leader.tiers) byTier[tier] = (byTier[tier] ?? 0) + 1;
  return {
    year,
    asOf,
    units: unitsOf(named),
    byTier: byTier as Record<Tier, number>, // a tier without leaders is absent
    leaders: shown.map(({ id, name, unit, unitShort, friends }) => ({
      id,
      name,
      unit,
      unitShort,
      friends,
      months: MONTHS.map((month) => cells.get(`${id} ${month}`) ?? NOTHING),
    })),
  };
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function bears({ name, reading, initials }: LeaderRow, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === '') return true;
  const text = wanted.toLowerCase().replace(/\s+/g, '');
  return name.includes(wanted) || reading.replaceAll(' ', '').startsWith(text) || initials.startsWith(text);
}

function unitsOf(leaders: readonly LeaderRow[]) {
  const found = new Map<Id, { id: Id; name: string; count: number }>();
  for (const { unitId, unit } of leaders) {
    const known = found.get(unitId);
    if (known) known.count += 1;
    else found.set(unitId, { id: unitId, name: unit, count: 1 });
  }
  return [...found.values()];
}

export async function listMonthTalks(
  context: Context,
  { leaderId, month }: { readonly leaderId: Id; readonly month: number },
  query: QueryOf<typeof talksContract>,
) {
  const { db, institutionId, reach, today } = context;
  const from = plainDate(`${query.year ?? yearOf(today)}-${String(month).padStart(2, '0')}-01`);
  const talks = await listTalksIn(db, institutionId, reach, leaderId, { from, until: addMonths(from, 1) });
  const names = await namesOf(
    db,
    institutionId,
    reach,
    talks.flatMap((talk) => talk.people),
  );
  await context.audit({
    action: 'read',
    subjectKind: 'talks',
    subjectId: leaderId,
    people: [...new Set(talks.flatMap((talk) => talk.people))],
    detail: { count: talks.length, texts: false },
  });
  const first = talks[0];
  return {
    leader: first ? { id: first.leaderId, name: first.leaderName } : null,
    items: talks.map(({ id, on, precision, channel, people }) => {
      const seen = people.filter((person) => names.has(person));
      return {
        id,
        on,
        precision,
        channel,
        people: seen.map((person) => ({ id: person, name: names.get(person) ?? '' })),
        others: people.length - seen.length,
      };
    }),
  };
}
