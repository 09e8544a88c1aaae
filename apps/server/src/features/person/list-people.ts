/** The directory: who is within reach, by reading; eligibility is judged person by person, as the policy is data and no column. */
import type { listPeople as endpoint, PeopleShown } from '@zhengyou/domain/person/person.contract.ts';
import { PEOPLE_SHOWN } from '@zhengyou/domain/person/person.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import { eligibilityOn } from '@zhengyou/domain/person/eligibility.ts';
import { byReading, isFoundBy } from '@zhengyou/domain/person/person-search.ts';
import { isHeldOn } from '@zhengyou/domain/person/standing.ts';
import { isEnding, termStateOf } from '@zhengyou/domain/person/term.ts';
import { tiersOf } from '@zhengyou/domain/policy/policy.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import { isWithin } from '@zhengyou/domain/kit/plain-date.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import {
  listBonds,
  listDirectory,
  listPosts,
  listStandings,
  type Bond,
  type DirectoryPerson,
  type RecordedStanding,
} from './person.reads.ts';

const belongsTo = (person: DirectoryPerson, party: string) =>
  party === 'none' ? person.affiliations.length === 0 : person.affiliations.some((one) => one === party);

type Line = DirectoryPerson & {
  readonly held: readonly RecordedStanding[];
  readonly tier: Tier | null;
  readonly bonds: readonly Bond[];
};

export async function listPeople(context: Context, query: QueryOf<typeof endpoint>) {
  const { db, institutionId, reach, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const everyone = await listDirectory(db, institutionId, reach, query.kind, today);
  const asLeaders = query.kind === 'leaders';
  const standings = Map.groupBy(
    asLeaders ? [] : await listStandings(db, institutionId, reach),
    (standing) => standing.personId,
  );
  const bonds = Map.groupBy(await listBonds(db, institutionId, reach, { active: true }), (bond) =>
    asLeaders ? bond.leaderId : bond.representativeId,
  );
  const lines = everyone
    .filter((person) => isFoundBy(person, query.q ?? ''))
    .filter((person) => !query.unit || person.unit.id === query.unit)
    .filter((person) => !query.party || belongsTo(person, query.party))
    .map((person): Line => {
      const own = standings.get(person.id) ?? [];
      const tier = eligibilityOn(own, policy, today)[0]?.tier ?? null;
      return { ...person, held: own.filter((one) => isHeldOn(one, today)), tier, bonds: bonds.get(person.id) ?? [] };
    });
  const is: Readonly<Record<PeopleShown, (line: Line) => boolean>> = {
    all: () => true,
    outside: (line) => line.tier === null,
    unpaired: (line) => line.bonds.length === 0,
    ending: (line) => line.held.some((standing) => isEnding(standing, today)),
    noTerm: (line) => line.held.some((standing) => termStateOf(standing) === 'missing'),
  };
  const shown = lines
    .filter(is[asLeaders ? 'all' : query.show])
    .filter((line) => asLeaders || !query.tier || line.tier === query.tier)
    .sort(byReading);
  const page = shown.slice(query.offset, query.offset + query.limit);
  const posts = Map.groupBy(
    asLeaders
      ? await listPosts(
          db,
          institutionId,
          page.map((line) => line.id),
        )
      : [],
    (post) => post.personId,
  );
  const names = Map.groupBy(everyone, (person) => person.name);
  return {
    total: shown.length,
    whole: everyone.length,
    counts: Object.fromEntries(
      PEOPLE_SHOWN.map((show) => [show, asLeaders && show !== 'all' ? 0 : lines.filter(is[show]).length]),
    ) as Record<PeopleShown, number>,
    tiers: tiersOf(policy).map((tier) => ({ tier, count: lines.filter((line) => line.tier === tier).length })),
    items: page.map((line) => ({
      ...line,
      sharesName: (names.get(line.name)?.length ?? 0) > 1,
      standings: line.held.map((standing) => ({
        id: standing.id,
        written: standing.written,
        endsOn: standing.endsOn,
        precision: standing.precision,
        term: termStateOf(standing),
        ending: isEnding(standing, today),
      })),
      posts: (posts.get(line.id) ?? []).filter(
        (post) => post.leadership && isWithin(today, post.startsOn, post.endsOn),
      ),
      leaders: asLeaders
        ? []
        : line.bonds.map((bond) => ({ pairingId: bond.id, id: bond.leaderId, name: bond.leaderName, tier: bond.tier })),
      friends: asLeaders ? line.bonds.length : 0,
    })),
  };
}
