/** The directory: a page of who is within reach, and what is shown of each. */
import type { countPeople as countEndpoint, listPeople as endpoint } from '@zhengyou/domain/person/person.contract.ts';
import { COUNTED_TO, WHOLE_TO } from '@zhengyou/domain/person/person.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import { isWithin } from '@zhengyou/domain/kit/plain-date.ts';
import { eligibilityOn } from '@zhengyou/domain/person/eligibility.ts';
import { searchRangeOf } from '@zhengyou/domain/person/person-search.ts';
import { isHeldOn } from '@zhengyou/domain/person/standing.ts';
import { firstStrokesOf } from '@zhengyou/domain/person/strokes.ts';
import { isEnding, termStateOf, warningOf } from '@zhengyou/domain/person/term.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { countChips, countListed, pageOfDirectory, type Asked, type DirectoryPerson } from './directory.reads.ts';
import { listBonds, listPosts, listStandings } from './person.reads.ts';

type Query = QueryOf<typeof endpoint>;

const askedBy = async ({ db, institutionId, reach, today }: Context): Promise<Asked> => ({
  institutionId,
  reach,
  today,
  policy: await getPolicyInForce(db, institutionId, today),
});

/** Letters that no index finds are looked for once more, wherever in the syllables they may fall. */
const mayBeLoose = (q: string | undefined): boolean => {
  const range = searchRangeOf(q ?? '');
  return range?.script === 'letters' && range.from.length > 2;
};

export async function listPeople(context: Context, query: Query) {
  const { db } = context;
  const asked = await askedBy(context);
  const { offset, limit, ...filters } = query;
  const most = Math.max(COUNTED_TO, offset + limit);
  const page = { offset, limit, most: most + 1 };
  let found = await pageOfDirectory(db, asked, filters, page);
  if (found.people.length === 0 && offset === 0 && mayBeLoose(filters.q))
    found = await pageOfDirectory(db, asked, filters, page, true);
  // A page behind the last tells of nobody, nor how many there are.
  if (found.people.length === 0 && offset > 0)
    found = { people: [], counted: (await pageOfDirectory(db, asked, filters, { ...page, offset: 0 })).counted };
  const { people, counted } = found;
  return {
    total: Math.min(counted, most),
    more: counted > most,
    items: await linesOf(context, asked, query.kind, people),
  };
}

async function linesOf(
  { db, institutionId, reach, today }: Context,
  asked: Asked,
  kind: Query['kind'],
  people: readonly DirectoryPerson[],
) {
  const asLeaders = kind === 'leaders';
  const ids = people.map((person) => person.id);
  const standings = Map.groupBy(
    asLeaders ? [] : await listStandings(db, institutionId, reach, { personIds: ids }),
    (standing) => standing.personId,
  );
  const bonds = Map.groupBy(
    await listBonds(db, institutionId, reach, {
      active: true,
      ...(asLeaders ? { leaderIds: ids } : { representativeIds: ids }),
    }),
    (bond) => (asLeaders ? bond.leaderId : bond.representativeId),
  );
  const posts = Map.groupBy(asLeaders ? await listPosts(db, institutionId, ids) : [], (post) => post.personId);
  return people.map((person) => {
    const own = standings.get(person.id) ?? [];
    const held = own.filter((one) => isHeldOn(one, today));
    const ties = bonds.get(person.id) ?? [];
    return {
      ...person,
      strokes: firstStrokesOf(person.strokeKey),
      tier: eligibilityOn(own, asked.policy, today)[0]?.tier ?? null,
      standings: held.map((standing) => ({
        id: standing.id,
        written: standing.written,
        endsOn: standing.endsOn,
        precision: standing.precision,
        term: termStateOf(standing),
        ending: isEnding(standing, today),
        warning: warningOf(standing, today),
      })),
      posts: (posts.get(person.id) ?? []).filter(
        (post) => post.leadership && isWithin(today, post.startsOn, post.endsOn),
      ),
      leaders: asLeaders
        ? []
        : ties.map((bond) => ({ pairingId: bond.id, id: bond.leaderId, name: bond.leaderName, tier: bond.tier })),
      friends: asLeaders ? ties.length : 0,
      left:
        person.leftOn === null && person.leftReason === null ? null : { on: person.leftOn, reason: person.leftReason },
    };
  });
}

export async function countPeople(context: Context, query: QueryOf<typeof countEndpoint>) {
  const { db } = context;
  const asked = await askedBy(context);
  let counted = await countChips(db, asked, query);
  if (counted.counts.all === 0 && mayBeLoose(query.q)) counted = await countChips(db, asked, query, true);
  const isNarrowed = Object.entries(query).some(
    ([name, value]) => value !== undefined && (name === 'state' ? value !== 'listed' : name !== 'kind'),
  );
  const whole = isNarrowed ? await countListed(db, asked, query.kind, WHOLE_TO + 1) : counted.counts.all;
  return { ...counted, whole: Math.min(whole, WHOLE_TO), wholeMore: whole > WHOLE_TO };
}
