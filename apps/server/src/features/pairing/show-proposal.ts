/** A pair on its way as the pages show it: why it is, who proposed it, what came of it, what the asker may do. */
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { pairingCan } from '@zhengyou/domain/pairing/pairing.access.ts';
import { waitingOn } from '@zhengyou/domain/pairing/waiting.ts';
import { eligibilityFor } from '@zhengyou/domain/person/eligibility.ts';
import { isHeldOn } from '@zhengyou/domain/person/standing.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import type { WrittenStanding } from './pairing.reads.ts';
import { listProposalRows, listStandingsOf, type ProposalFilter, type ProposalRow } from './proposal.reads.ts';

export async function readProposals(context: Context, filter: ProposalFilter) {
  const { db, institutionId, reach, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const rows = await listProposalRows(db, institutionId, reach, filter);
  const people = [...new Set(rows.map((row) => row.representativeId))];
  const standings = people.length > 0 ? await listStandingsOf(db, institutionId, reach, people) : new Map();
  return rows.map((row) => ({
    row,
    shown: showProposal(context, row, standings.get(row.representativeId) ?? [], policy),
  }));
}

const ANSWERS: ReadonlySet<string> = new Set(['confirm', 'decline', 'askAnother']);

function showProposal(context: Context, row: ProposalRow, standings: readonly WrittenStanding[], policy: Policy) {
  const { today, actor } = context;
  const [first] = row.steps;
  const answer = row.steps.find((step) => ANSWERS.has(step.action));
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    tier: row.tier,
    unit: row.unit,
    leader: { id: row.leaderId, name: row.leaderName },
    representative: {
      id: row.representativeId,
      name: row.representativeName,
      unit: row.representativeUnit,
      standings: standings.filter((standing) => isHeldOn(standing, today)).map((standing) => standing.written),
    },
    why: { ...groundOf(row, standings, policy, today), reason: first?.reason ?? null },
    note: first?.note ?? null,
    proposedBy: first?.actorName ?? null,
    proposedOn: first && first.action !== 'enter' ? first.onDay : null,
    draft: row.draft,
    replaces: row.replaces,
    waiting: waitingOn(row.waitingSince, today),
    answer: answer ? { onDay: answer.onDay, cause: answer.cause, words: answer.reason } : null,
    can: pairingCan(actor, row, row),
  };
}

function groundOf(row: ProposalRow, standings: readonly WrittenStanding[], policy: Policy, today: PlainDate) {
  const open = eligibilityFor(standings, policy, today, row.tier);
  const standing = standings.find((one) => one.id === open?.standing);
  return { clause: open?.clause ?? null, standing: standing?.written ?? null };
}
