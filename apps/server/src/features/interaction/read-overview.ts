/** How things stand, in counts: each opens the list that makes it. */
import { quotaOn } from '@zhengyou/domain/pairing/quota.ts';
import type { ContactState } from '@zhengyou/domain/interaction/year-of-contact.ts';
import { highestOf } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { listSides } from '../pairing/sides.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { countRepresentatives, findAppliedImport, listLeadersIn } from './overview.reads.ts';
import { countBy, rulesOf } from './read-year.ts';
import { inOrder, readYearBook } from './year-rows.ts';

const PRESSING: ReadonlySet<ContactState> = new Set(['late', 'due', 'dueSoon', 'firstPending']);
const SHOWN = 5;

export async function readOverview(context: Context) {
  const { actor, db, institutionId, reach, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const book = await readYearBook(context, policy);
  const leaders = (await listLeadersIn(db, institutionId, reach, today)).flatMap(({ id, posts }) => {
    const main = highestOf(policy, posts);
    return main ? [{ id, tier: main.tier, rank: main.rank }] : [];
  });
  const pairs = book.pairs.map(({ pair }) => ({
    leaderId: pair.leader.id,
    representativeId: pair.person.id,
    startsOn: pair.startsOn,
    endsOn: pair.endsOn,
  }));
  const friends = [...new Set(pairs.map((pair) => pair.representativeId))];
  const sides = await listSides(db, institutionId, reach, friends, today);
  const quotas = quotaOn(leaders, pairs, policy, today, sides);
  const asked = new Set(quotas.map((quota) => quota.required));
  const inReach = await countRepresentatives(db, institutionId, reach, today);
  return {
    asOf: book.asOf,
    year: book.year,
    pairs: book.pairs.length,
    byState: countBy<ContactState>(book.pairs, ({ row }) => row.year.state),
    leaders: {
      all: quotas.length,
      enough: quotas.filter((quota) => quota.short === 0).length,
      clause: quotas[0]?.clause ?? null,
      asked: asked.size === 1 ? (quotas[0]?.required ?? null) : null,
    },
    representatives: inReach,
    cadenceClause: rulesOf(policy, book.asOf)[0]?.clause ?? null,
    imported: actor.roles.includes('office') ? await findAppliedImport(db, institutionId) : null,
    pressing: inOrder(book.pairs)
      .filter(({ row }) => PRESSING.has(row.year.state))
      .slice(0, SHOWN)
      .map(({ row }) => row),
  };
}
