/** The roster: leaders in official order, whom each befriends, and who waits for a leader. */
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { readRoster as endpoint } from '@zhengyou/domain/pairing/pairing.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { isWithin, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import { quotaOn } from '@zhengyou/domain/pairing/quota.ts';
import { eligibilityFor, eligibilityOn } from '@zhengyou/domain/person/eligibility.ts';
import { isHeldOn } from '@zhengyou/domain/person/standing.ts';
import { isEnding } from '@zhengyou/domain/person/term.ts';
import type { Said } from '@zhengyou/domain/policy/arithmetic.ts';
import { findRequirement, highestOf, postsNamedIn, tiersOf, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { asksOf } from '@zhengyou/domain/policy/policy.words.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import {
  listLeaderPosts,
  listNamedPairings,
  listRepresentatives,
  sidesOf,
  type LeaderPost,
  type ListedRepresentative,
} from './pairing.reads.ts';

/** The directory lists the rest; before a ledger’s leaders are paired it may be everyone. */
const UNPAIRED_SENT = 60;

export async function readRoster(context: Context, query: QueryOf<typeof endpoint>) {
  const { db, institutionId, reach, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const posts = await listLeaderPosts(db, institutionId, reach, today);
  const pairings = await listNamedPairings(db, institutionId, reach, { status: 'active' });
  const listed = await listRepresentatives(db, institutionId, reach);

  const people = new Map(listed.map((person) => [person.id, person]));
  const leaders = leadersOf(posts, policy).filter(
    (leader) => (!query.tier || leader.tier === query.tier) && (!query.unit || leader.unit.id === query.unit),
  );
  const verdicts = quotaOn(
    leaders.map((leader) => ({ id: leader.leaderId, tier: leader.tier, rank: leader.rank })),
    pairings,
    policy,
    today,
    sidesOf(listed, today),
  );
  const keeping = keepingOf(context.actor);
  const rows = leaders.map((leader, index) => {
    const verdict = verdicts[index];
    if (!verdict) throw new Error('a leader without a verdict');
    const { arithmetic, requirement: _, leaderId: __, ...quota } = verdict;
    const slots = pairings
      .filter((pairing) => pairing.leaderId === leader.leaderId)
      .map((pairing) => ({
        pairingId: pairing.id,
        version: pairing.version,
        startsOn: pairing.startsOn ?? today,
        representative: {
          id: pairing.representativeId,
          name: pairing.representativeName,
          unit: people.get(pairing.representativeId)?.unit ?? null,
          ground: groundOf(people.get(pairing.representativeId), policy, today, pairing.tier),
        },
      }));
    return {
      id: leader.leaderId,
      name: leader.name,
      posts: leader.posts,
      tier: leader.tier,
      unit: leader.unit,
      quota: {
        ...quota,
        arithmetic: inBoth(arithmetic),
      },
      slots,
      can: keeps(keeping, leader.unit.id) ? (['pair', 'end'] as const).slice() : [],
    };
  });
  const unpaired = unpairedOf(context, listed, pairings, policy, query);
  const ending = rows.filter((row) => row.slots.some((slot) => slot.representative.ground?.ending));
  const shown =
    query.show === 'short' ? rows.filter((row) => row.quota.short > 0) : query.show === 'ending' ? ending : rows;
  return {
    asOf: today,
    quotas: tiersOf(policy).flatMap((tier) => {
      const row = findRequirement(policy, 'quota', today, tier);
      return row ? [{ tier, clause: row.basis, asks: inBoth(asksOf(row, postsNamedIn(policy))) }] : [];
    }),
    groups: [...Map.groupBy(shown, (row) => `${row.tier} ${row.unit.id}`).values()].flatMap((group) =>
      group[0] ? [{ tier: group[0].tier, unit: group[0].unit, leaders: group }] : [],
    ),
    unpaired: unpaired.slice(0, UNPAIRED_SENT),
    counts: {
      leaders: rows.length,
      short: rows.filter((row) => row.quota.short > 0).length,
      pairings: rows.reduce((sum, row) => sum + row.slots.length, 0),
      ending: ending.length,
      unpaired: unpaired.length,
    },
  };
}

type Leader = LeaderPost & { readonly posts: { readonly title: string; readonly charge: string | null }[] };

/** One line for each leader; who holds posts in several tiers stands with the highest. */
function leadersOf(posts: readonly LeaderPost[], policy: Policy): Leader[] {
  const held = Map.groupBy(posts, (post) => post.leaderId);
  const leaders = [...held.values()].flatMap((own) => {
    const main = highestOf(policy, own);
    return main ? [{ ...main, posts: own.map(({ title, charge }) => ({ title, charge })) }] : [];
  });
  return tiersOf(policy).flatMap((tier) => leaders.filter((leader) => leader.tier === tier));
}

/** Who is on the list today, fits a tier or none, and has no leader. Only whoever keeps or checks a list needs to know. */
function unpairedOf(
  { reach, today }: Context,
  listed: readonly ListedRepresentative[],
  pairings: readonly { readonly representativeId: Id }[],
  policy: Policy,
  query: QueryOf<typeof endpoint>,
) {
  if (!reach.whole && reach.units.length === 0) return [];
  const paired = new Set(pairings.map((pairing) => pairing.representativeId));
  return listed
    .filter((person) => isWithin(today, person.since, person.until) && !paired.has(person.id))
    .filter((person) => !query.unit || person.unit.id === query.unit)
    .map((person) => {
      const best = eligibilityOn(person.standings, policy, today)[0];
      const tier = best?.tier ?? null;
      return {
        id: person.id,
        name: person.name,
        unit: person.unit,
        tier,
        clause: best?.clause ?? null,
        ground: groundOf(person, policy, today, tier),
      };
    })
    .filter((person) => !query.tier || person.tier === query.tier);
}

/** The standing that opens the tier; where none does, the first that is held, so that the line is not empty. */
function groundOf(person: ListedRepresentative | undefined, policy: Policy, today: PlainDate, tier: Tier | null) {
  if (!person) return null;
  const opens = tier === null ? undefined : eligibilityFor(person.standings, policy, today, tier)?.standing;
  const standing =
    person.standings.find((one) => one.id === opens) ?? person.standings.find((one) => isHeldOn(one, today));
  if (!standing) return null;
  const { written, endsOn, precision } = standing;
  return { written, endsOn, precision, ending: isEnding(standing, today) };
}

const inBoth = ({ words, facts }: Said): Words => ({ zh: say(words, 'zh', facts), en: say(words, 'en', facts) });
