/** The leader's three answers, the representative's request, the keeper's answer to it, taking back: one step each. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { fits, type PairingAction } from '@zhengyou/domain/pairing/pairing.steps.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import type { ChangeCause, DeclineCause } from '@zhengyou/domain/pairing/wish.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { pairingAnswered, pairingChangeRequested, pairingKept, pairingWithdrawn } from './news.door.ts';
import { insertConflict, takeSteps } from './pairing.queries.ts';
import { listProposalRows, type ProposalRow } from './proposal.reads.ts';

type Said = { readonly cause?: string | undefined; readonly words?: string | undefined };

export async function confirmPairing(context: Context, pairingId: Id) {
  const row = await asLeader(context, pairingId);
  const version = await step(context, row, 'confirm', {});
  await context.tell(pairingAnswered, [{ ...told(row), answer: 'confirm' }]);
  return { version };
}

export async function declinePairing(
  context: Context,
  pairingId: Id,
  action: 'decline' | 'askAnother',
  said: { readonly cause: DeclineCause; readonly words?: string | undefined },
) {
  const row = await asLeader(context, pairingId);
  const version = await step(context, row, action, said);
  // What keeps two people apart today does so tomorrow: it is not asked a second time.
  if (said.cause === 'superior' || said.cause === 'household')
    await insertConflict(context.db, context.institutionId, {
      id: newId(),
      leaderId: row.leaderId,
      representativeId: row.representativeId,
      unitId: row.unitId,
      kind: said.cause,
      since: context.today,
      by: context.actor.personId,
      byName: context.actor.name,
    });
  await context.tell(pairingAnswered, [{ ...told(row), answer: action }]);
  return { version };
}

export async function requestChange(
  context: Context,
  pairingId: Id,
  said: { readonly cause: ChangeCause; readonly words?: string | undefined },
) {
  const row = await load(context, pairingId);
  const { actor } = context;
  if (actor.personId !== row.representativeId) throw new Refused(pairingRefusals.notYoursToAsk());
  if (row.status === 'active' && row.changeAskedOn !== null) throw new Refused(pairingRefusals.alreadyAsked());
  const version = await step(context, row, 'requestChange', said);
  await context.tell(pairingChangeRequested, [told(row)]);
  return { version };
}

export async function keepPairing(context: Context, pairingId: Id, reason: string) {
  const row = await asKeeper(context, pairingId);
  if (row.status === 'active' && row.changeAskedOn === null) throw new Refused(pairingRefusals.nothingAsked());
  const version = await step(context, row, 'keep', { words: reason });
  await context.tell(pairingKept, [{ ...told(row), reason }]);
  return { version };
}

export async function withdrawPairing(context: Context, pairingId: Id, reason: string) {
  const row = await asKeeper(context, pairingId);
  // What holds already is ended, with its day; only an unpublished proposal is taken back.
  if (row.status === 'active') throw new Refused(pairingRefusals.notAtThisStep());
  const version = await step(context, row, 'withdraw', { words: reason });
  await context.tell(pairingWithdrawn, [told(row)]);
  return { version };
}

async function load({ db, institutionId, reach }: Context, pairingId: Id): Promise<ProposalRow> {
  const [row] = await listProposalRows(db, institutionId, reach, { ids: [pairingId] });
  if (!row) throw new Refused(edgeRefusals.notFound());
  return row;
}

async function asLeader(context: Context, pairingId: Id): Promise<ProposalRow> {
  const row = await load(context, pairingId);
  if (context.actor.personId !== row.leaderId) throw new Refused(pairingRefusals.notYoursToAnswer());
  return row;
}

async function asKeeper(context: Context, pairingId: Id): Promise<ProposalRow> {
  const row = await load(context, pairingId);
  if (!keeps(keepingOf(context.actor), row.unitId)) throw new Refused(pairingRefusals.notYourLeader());
  return row;
}

async function step(context: Context, row: ProposalRow, action: PairingAction, said: Said): Promise<number> {
  const { db, institutionId, actor, today, ifMatch } = context;
  if (row.version !== ifMatch) throw staleOf(row);
  if (!fits(row, action)) throw new Refused(pairingRefusals.notAtThisStep());
  const by = {
    actorId: actor.personId,
    actorName: actor.name,
    at: context.now,
    cause: said.cause,
    reason: said.words || null,
  };
  const taken = { pairing: row, version: ifMatch, step: { action, onDay: today }, by };
  const stale = await takeSteps(db, institutionId, [taken]);
  if (stale.length > 0) throw staleOf(row);
  await context.audit({
    action,
    subjectKind: 'pairing',
    subjectId: row.id,
    people: [row.leaderId, row.representativeId],
    ...(said.cause ? { detail: { cause: said.cause } } : {}),
  });
  return ifMatch + 1;
}

const staleOf = (row: ProposalRow) =>
  new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: row.version, status: row.status } } }));

const told = (row: ProposalRow) => ({
  pairingId: row.id,
  leaderId: row.leaderId,
  representativeId: row.representativeId,
  unitId: row.unitId,
  tier: row.tier,
});
