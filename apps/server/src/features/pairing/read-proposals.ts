/** The lists of pairs on their way, and one pair with its history. */
import type { listProposals as listEndpoint } from '@zhengyou/domain/pairing/proposal.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { pathOf } from '@zhengyou/domain/pairing/roster-path.ts';
import { ASK_AGAIN_DAYS, ESCALATE_DAYS } from '@zhengyou/domain/pairing/waiting.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { listLeaderPosts } from './pairing.reads.ts';
import type { ProposalRow } from './proposal.reads.ts';
import { readProposals } from './show-proposal.ts';

/** Answers older than this are history, not work. */
const ANSWERS_FOR_DAYS = 180;

type Shown = Awaited<ReturnType<typeof readProposals>>;

export async function listProposals(context: Context, query: QueryOf<typeof listEndpoint>) {
  const { today } = context;
  const all = await readProposals(context, {
    tier: query.tier,
    draft: query.draft,
    underWaySince: addDays(today, -ANSWERS_FOR_DAYS),
  });
  const waiting = all.filter(({ row }) => row.status === 'recommended');
  const confirmed = all.filter(({ row }) => row.status === 'confirmed');
  const changeAsked = all.filter(({ row }) => row.status === 'active' && row.changeAskedOn !== null);
  const answered = withoutSuccessor(all);
  const parts = { waiting, confirmed, answered, changeAsked };
  const late = (state: string) => waiting.filter(({ shown }) => shown.waiting?.state === state).length;
  return {
    asOf: today,
    items: parts[query.show].map(({ shown }) => shown),
    counts: {
      waiting: waiting.length,
      askAgain: late('askAgain'),
      escalate: late('escalate'),
      confirmed: confirmed.length,
      answered: answered.length,
      changeAsked: changeAsked.length,
    },
    ownDays: { askAgain: ASK_AGAIN_DAYS, escalate: ESCALATE_DAYS },
  };
}

/** Answers of leaders who said no that nobody has taken up since. */
export const listUnanswered = async (context: Context) =>
  withoutSuccessor(await readProposals(context, { underWaySince: addDays(context.today, -ANSWERS_FOR_DAYS) }));

const answerOf = (row: ProposalRow) =>
  row.steps.find((step) => step.action === 'decline' || step.action === 'askAnother');

/** A no that nobody has taken up: no later proposal for the leader who asks, or for the representative who was declined. */
function withoutSuccessor(all: Shown): Shown {
  return all.filter(({ row }) => {
    const answer = answerOf(row);
    if (!answer) return false;
    return !all.some(({ row: other }) => {
      const begun = other.steps[0];
      const same =
        row.status === 'anotherAsked'
          ? other.leaderId === row.leaderId
          : other.representativeId === row.representativeId || other.leaderId === row.leaderId;
      return other.id !== row.id && same && begun !== undefined && begun.at >= answer.at;
    });
  });
}

export async function readMyProposals(context: Context) {
  const { db, institutionId, actor, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const all = await readProposals(context, { leader: actor.personId, statuses: ['recommended'] });
  const [first] = all;
  return {
    asOf: today,
    clause: first ? pathOf(policy, today, first.row.tier).clause : null,
    items: all.map(({ shown }) => shown),
  };
}

export async function readMyPairings(context: Context) {
  const { db, institutionId, reach, actor, today } = context;
  const all = await readProposals(context, { representative: actor.personId, held: true });
  const posts = await listLeaderPosts(db, institutionId, reach, today);
  return {
    asOf: today,
    items: all.flatMap(({ row, shown }) => {
      if ((row.status !== 'active' && row.status !== 'ended') || row.startsOn === null) return [];
      const kept = row.steps.findLast((step) => step.action === 'keep');
      return [
        {
          ...shown,
          status: row.status,
          startsOn: row.startsOn,
          endsOn: row.endsOn,
          leader: {
            ...shown.leader,
            posts: posts.filter((post) => post.leaderId === row.leaderId).map((post) => post.title),
          },
          changeAsked: changeAskedOf(row),
          kept: kept ? { on: kept.onDay, words: kept.reason } : null,
        },
      ];
    }),
  };
}

function changeAskedOf(row: ProposalRow) {
  const asked = row.steps.findLast((step) => step.action === 'requestChange');
  return row.changeAskedOn !== null && asked
    ? { on: row.changeAskedOn, cause: asked.cause, words: asked.reason }
    : null;
}

export async function readPairing(context: Context, pairingId: Id) {
  const [found] = await readProposals(context, { ids: [pairingId] });
  if (!found) throw new Refused(edgeRefusals.notFound());
  const { row, shown } = found;
  await context.audit({
    action: 'read',
    subjectKind: 'pairing',
    subjectId: pairingId,
    people: [row.leaderId, row.representativeId],
    detail: { by: context.actor.name },
  });
  return {
    ...shown,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    changeAsked: changeAskedOf(row),
    steps: row.steps.map((step) => ({ ...step, at: step.at.toISOString(), by: step.actorName })),
  };
}
