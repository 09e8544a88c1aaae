/** What the office has still to cover: eligible and unpaired, under quota, units without a pair, standings that end soon. */
import type { readCoverage as endpoint } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import { addDays, daysBetween, isWithin } from '@zhengyou/domain/kit/plain-date.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { EXPIRY_DAYS } from '@zhengyou/domain/pairing/adjustment.ts';
import { quotaOn } from '@zhengyou/domain/pairing/quota.ts';
import { eligibilityFor, eligibilityOn } from '@zhengyou/domain/person/eligibility.ts';
import { isEnding } from '@zhengyou/domain/person/term.ts';
import { highestOf } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { readGround } from './load-board.ts';
import { sidesOf } from './pairing.reads.ts';

export async function readCoverage(context: Context, query: QueryOf<typeof endpoint>) {
  const { today } = context;
  const { policy, posts, people, pairs } = await readGround(context);
  const active = pairs.filter((pair) => pair.status === 'active');
  const inPost = posts.filter((post) => isWithin(today, post.since, post.until));
  const leaders = [...Map.groupBy(inPost, (post) => post.leaderId).values()]
    .flatMap((own) => highestOf(policy, own) ?? [])
    .filter((leader) => (!query.tier || leader.tier === query.tier) && (!query.unit || leader.unit.id === query.unit));
  const quotas = quotaOn(
    leaders.map((leader) => ({ id: leader.leaderId, tier: leader.tier, rank: leader.rank })),
    active,
    policy,
    today,
    sidesOf(people, today),
  );
  const paired = new Set(active.map((pair) => pair.representativeId));
  const eligible = people
    .filter((person) => isWithin(today, person.since, person.until) && (!query.unit || person.unit.id === query.unit))
    .flatMap((person) => {
      const best = eligibilityOn(person.standings, policy, today)[0];
      return best && (!query.tier || best.tier === query.tier) ? [{ person, best }] : [];
    });
  const standingOf = (person: (typeof people)[number], id: string) => person.standings.find((one) => one.id === id);
  const unpaired = eligible
    .filter(({ person }) => !paired.has(person.id))
    .map(({ person, best }) => {
      const standing = standingOf(person, best.standing);
      return {
        id: person.id,
        name: person.name,
        unit: person.unit,
        tier: best.tier,
        clause: best.clause,
        ground: standing ? { ...standing, ending: isEnding(standing, today) } : null,
      };
    });
  const short = leaders.flatMap((leader, index) => {
    const quota = quotas[index];
    if (!quota || quota.short === 0 || quota.required === null) return [];
    const { words, facts } = quota.arithmetic;
    return [
      {
        ...quota,
        id: leader.leaderId,
        name: leader.name,
        unit: leader.unit,
        tier: leader.tier,
        required: quota.required,
        arithmetic: { zh: say(words, 'zh', facts), en: say(words, 'en', facts) },
      },
    ];
  });
  const byUnit = Map.groupBy(leaders, (leader) => leader.unit.id);
  const withPair = new Set(active.map((pair) => pair.unitId));
  const emptyUnits = [...byUnit.entries()].flatMap(([id, own]) =>
    withPair.has(id) || !own[0]
      ? []
      : [
          {
            unit: own[0].unit,
            leaders: own.length,
            eligible: eligible.filter(({ person }) => person.unit.id === id).length,
          },
        ],
  );
  const known = new Map(people.map((person) => [person.id, person]));
  const until = addDays(today, EXPIRY_DAYS.ahead);
  const expiring = active
    .filter((pair) => (!query.tier || pair.tier === query.tier) && (!query.unit || pair.unitId === query.unit))
    .flatMap((pair) => {
      const person = known.get(pair.representativeId);
      const open = person && eligibilityFor(person.standings, policy, today, pair.tier);
      if (!person || !open?.expiresOn || open.expiresOn > until) return [];
      const standing = standingOf(person, open.standing);
      const daysLeft = Math.max(0, daysBetween(today, open.expiresOn));
      return [
        {
          representative: { id: person.id, name: person.name, unit: person.unit },
          leader: { id: pair.leaderId, name: pair.leaderName },
          pairingId: pair.id,
          standing: standing?.written ?? '',
          endsOn: open.expiresOn,
          precision: standing?.precision ?? null,
          daysLeft,
          within: daysLeft <= EXPIRY_DAYS.soon ? ('60' as const) : ('180' as const),
          nextTier: eligibilityOn(person.standings, policy, open.expiresOn)[0]?.tier ?? null,
          clause: open.clause,
        },
      ];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
  return {
    asOf: today,
    counts: {
      eligible: eligible.length,
      paired: eligible.length - unpaired.length,
      unpaired: unpaired.length,
      leaders: leaders.length,
      short: short.length,
      units: byUnit.size,
      emptyUnits: emptyUnits.length,
      expiring180: expiring.length,
      expiring60: expiring.filter((line) => line.within === '60').length,
      pairings: active.filter(
        (pair) => (!query.tier || pair.tier === query.tier) && (!query.unit || pair.unitId === query.unit),
      ).length,
    },
    unpaired,
    short,
    emptyUnits,
    expiring,
  };
}
