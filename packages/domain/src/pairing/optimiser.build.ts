/** For tests and measurements: rosters, by hand and from a seed. */
import { addDays, plainDate } from '../kit/plain-date.ts';
import type {
  RosterBound,
  RosterConflict,
  RosterCurrentPair,
  RosterLeader,
  RosterPair,
  RosterPin,
  RosterProblem,
  RosterRepresentative,
  RosterWish,
} from './optimiser.types.ts';

const TODAY = plainDate('2026-11-23');
const NONE = { requirement: null, clause: null };
const said = (zh: string, en: string) => ({ zh: `${zh}。`, en: `${en}.` });

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const bound = (value: number, firmness: RosterBound['firmness'] = 'firm'): RosterBound => ({
  value,
  firmness,
  basis: { requirement: 'quota-school', clause: '5.1' },
});

export const leader = (id: string, rest: Partial<RosterLeader> = {}): RosterLeader => ({
  id,
  name: id,
  tier: 'school',
  unitId: null,
  fields: [],
  floor: null,
  aim: null,
  cap: null,
  leaving: null,
  ...rest,
});

export const representative = (id: string, rest: Partial<RosterRepresentative> = {}): RosterRepresentative => ({
  id,
  name: id,
  unitId: null,
  fields: [],
  need: bound(1),
  most: 1,
  eligible: [
    { tier: 'school', unitId: null, basis: { requirement: 'eligibility-school', clause: '5.1' }, ground: null },
  ],
  leaving: null,
  ...rest,
});

export const current = (
  leaderId: string,
  representativeId: string,
  rest: Partial<RosterCurrentPair> = {},
): RosterCurrentPair => ({
  leaderId,
  representativeId,
  since: plainDate('2022-01-01'),
  byReason: false,
  mustEnd: null,
  ...rest,
});

export const problem = (rest: Partial<RosterProblem> = {}): RosterProblem => ({
  on: TODAY,
  leaders: [],
  representatives: [],
  current: [],
  pins: [],
  conflicts: [],
  wishes: [],
  helps: { sameField: false, sameUnit: false },
  ...rest,
});

/** A little roster with a bit of everything; often one that cannot be. */
export function randomProblem(seed: number, size: { leaders: number; representatives: number }): RosterProblem {
  const random = randomFrom(seed);
  const chance = (share: number) => random() < share;
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const oneOf = <T>(some: readonly T[]): T => some[whole(0, some.length - 1)] as T; // never empty here
  const units = [null, 'u1', 'u2'];
  const fields = ['内科', '外科', '护理'];
  const firmness = () => (chance(0.6) ? 'firm' : 'soft');
  const leaders = Array.from({ length: whole(1, size.leaders) }, (_, at) => {
    const floor = whole(0, 2);
    return leader(`L${at}`, {
      tier: chance(0.75) ? 'school' : 'unit',
      unitId: oneOf(units),
      fields: fields.filter(() => chance(0.4)),
      floor: chance(0.7) ? bound(floor, firmness()) : null,
      aim: chance(0.3) ? whole(0, 3) : null,
      cap: chance(0.6) ? bound(whole(floor, 3), firmness()) : null,
      leaving: chance(0.12) ? said(`L${at}调离`, `L${at} moves away`) : null,
    });
  });
  const representatives = Array.from({ length: whole(1, size.representatives) }, (_, at) =>
    representative(`R${at}`, {
      unitId: oneOf(units),
      fields: fields.filter(() => chance(0.4)),
      need: chance(0.85) ? bound(1, chance(0.7) ? 'firm' : 'soft') : null,
      most: chance(0.8) ? 1 : 2,
      eligible: [
        ...(chance(0.85)
          ? [
              {
                tier: 'school' as const,
                unitId: null,
                basis: NONE,
                ground: said('市政协委员', 'Member of the municipal conference'),
              },
            ]
          : []),
        ...(chance(0.4) ? [{ tier: 'unit' as const, unitId: oneOf(units), basis: NONE, ground: null }] : []),
      ],
      leaving: chance(0.08) ? said(`R${at}退出`, `R${at} withdraws`) : null,
    }),
  );
  const some = (share: number): RosterPair[] =>
    leaders.flatMap((one) =>
      representatives.filter(() => chance(share)).map((other) => ({ leaderId: one.id, representativeId: other.id })),
    );
  const now = some(0.3).map((pair): RosterCurrentPair => ({
    ...pair,
    since: addDays(TODAY, -whole(10, 13)),
    byReason: chance(0.1),
    mustEnd: chance(0.08) ? { ...NONE, why: said('身份届满', 'The standing ended') } : null,
  }));
  return problem({
    leaders,
    representatives,
    current: now,
    pins: some(0.06).map((pair): RosterPin => {
      const isNow = now.some((one) => one.leaderId === pair.leaderId && one.representativeId === pair.representativeId);
      return { ...pair, must: isNow ? oneOf(['stay', 'not']) : oneOf(['be', 'not']), byReason: chance(0.2) };
    }),
    conflicts: some(0.08).map((pair): RosterConflict => ({
      ...pair,
      ...NONE,
      why: said('直接上下级', 'One is the superior of the other'),
    })),
    wishes: some(0.2).map((pair): RosterWish => ({
      ...pair,
      by: chance(0.5) ? 'leader' : 'representative',
      wants: chance(0.6),
    })),
    helps: { sameField: chance(0.6), sameUnit: chance(0.5) },
  });
}

/** The pairs of a plan, in the order of `possiblePairs`. */
export const pairsOfPlan = (plan: {
  readonly kept: readonly RosterPair[];
  readonly added: readonly RosterPair[];
  readonly moved: readonly { readonly toLeaderId: string; readonly representativeId: string }[];
}): RosterPair[] =>
  [
    ...plan.kept,
    ...plan.added,
    ...plan.moved.map((move) => ({ leaderId: move.toLeaderId, representativeId: move.representativeId })),
  ]
    .map(({ leaderId, representativeId }) => ({ leaderId, representativeId }))
    .sort((a, b) => {
      const [left, right] = [`${a.leaderId} ${a.representativeId}`, `${b.leaderId} ${b.representativeId}`];
      return left < right ? -1 : 1;
    });

/** The same roster with its people and lists in another order. */
export function shuffled(given: RosterProblem, seed: number): RosterProblem {
  const random = randomFrom(seed);
  const mix = <T>(some: readonly T[]): T[] =>
    some
      .map((one) => ({ one, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
  return {
    ...given,
    leaders: mix(given.leaders),
    representatives: mix(given.representatives),
    current: mix(given.current),
    pins: mix(given.pins),
    conflicts: mix(given.conflicts),
    wishes: mix(given.wishes),
  };
}

/**
 * An institution before its renewal: everyone paired, then so many leaders move away and as many come who have nobody yet.
 * In `tiers` few leaders are of the school and most of its units; otherwise anybody may befriend anybody.
 */
export function renewalProblem(
  seed: number,
  size: { leaders: number; representatives: number; changes: number; tiers: boolean },
): RosterProblem {
  const random = randomFrom(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const units = Array.from({ length: 12 }, (_, at) => `u${at}`);
  const fields = ['内科', '外科', '护理', '基础', '公卫', '药学'];
  const place = (at: number) => String(at).padStart(3, '0');
  const school = 15;
  const incoming = size.leaders;
  const leaders = Array.from({ length: size.leaders + size.changes }, (_, at) => {
    const post = at >= incoming ? at - incoming : at;
    return leader(`L${place(at)}`, {
      tier: size.tiers && post >= school ? 'unit' : 'school',
      unitId: units[post % units.length] ?? null,
      fields: fields.filter(() => random() < 0.3),
      floor: bound(2),
      cap: bound(8),
      leaving: at < size.changes ? said(`L${place(at)}换岗`, `L${place(at)} changes post`) : null,
    });
  });
  const lines = {
    school: { tier: 'school', unitId: null, basis: { requirement: 'eligibility-school', clause: '5.1' }, ground: null },
    unit: { tier: 'unit', unitId: null, basis: { requirement: 'eligibility-unit', clause: '5.2' }, ground: null },
  } as const;
  const representatives = Array.from({ length: size.representatives }, (_, at) =>
    representative(`R${place(at)}`, {
      unitId: units[at % units.length] ?? null,
      fields: fields.filter(() => random() < 0.3),
      eligible: !size.tiers || random() < 0.25 ? [lines.school] : [lines.unit],
    }),
  );
  const before = leaders.slice(0, incoming);
  const load = new Map<string, number>();
  const now = representatives.map((one) => {
    const open = before.filter(({ tier }) => one.eligible.some((line) => line.tier === tier));
    const least = Math.min(...open.map(({ id }) => load.get(id) ?? 0));
    const near = open.filter(({ id }) => (load.get(id) ?? 0) <= least + 1);
    const chosen = near[whole(0, near.length - 1)] ?? leader('nobody');
    load.set(chosen.id, (load.get(chosen.id) ?? 0) + 1);
    return current(chosen.id, one.id, { since: addDays(TODAY, -whole(30, 3000)) });
  });
  return problem({
    leaders,
    representatives,
    current: now,
    helps: { sameField: true, sameUnit: true },
    wishes: representatives
      .filter(() => random() < 0.1)
      .map((one): RosterWish => ({
        leaderId: leaders[whole(0, leaders.length - 1)]?.id ?? '',
        representativeId: one.id,
        by: 'representative',
        wants: random() < 0.7,
      })),
  });
}
