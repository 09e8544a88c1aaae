import type { publishPairings as endpoint } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { pairingEnded, pairingPublished } from './news.door.ts';
import { takeSteps, type StepBy, type StepTaken } from './pairing.queries.ts';
import { listProposalRows, type ProposalRow } from './proposal.reads.ts';

/** Publishes confirmed pairs together; each ends the pair that it replaces. All of it or nothing. */
export async function publishPairings(context: Context, body: BodyOf<typeof endpoint>) {
  const { db, institutionId, reach, actor, today } = context;
  const startsOn = body.startsOn ?? today;
  if (startsOn > today) throw new Refused(pairingRefusals.startsAhead(undefined, { field: 'startsOn' }));
  const seen = new Map(body.items.map((item) => [item.id, item.version]));
  const rows = await listProposalRows(db, institutionId, reach, { ids: [...seen.keys()] });

  if (rows.length < seen.size) throw new Refused(edgeRefusals.notFound());
  const keeping = keepingOf(actor);
  if (rows.some((row) => !keeps(keeping, row.unitId))) throw new Refused(pairingRefusals.notYourLeader());
  const changed = rows.filter((row) => row.version !== seen.get(row.id));
  if (changed.length > 0) throw changedMeanwhile(changed);
  const early = rows.filter((row) => row.status !== 'confirmed');
  if (early.length > 0)
    throw new Refused(
      pairingRefusals.notConfirmed(
        { count: early.length, names: namesOf(early) },
        { extra: early.map(({ id }) => id) },
      ),
    );

  const by = { actorId: actor.personId, actorName: actor.name, at: context.now };
  return publishRows(context, rows, startsOn, by);
}

/** The pairs are confirmed; whoever calls has asked whether that is so. */
export async function publishRows(context: Context, rows: readonly ProposalRow[], startsOn: PlainDate, by: StepBy) {
  const { db, institutionId, reach } = context;
  const replacedIds = rows.flatMap((row) => (row.replaces ? [row.replaces.id] : []));
  const replaced =
    replacedIds.length > 0
      ? await listProposalRows(db, institutionId, reach, { ids: replacedIds, statuses: ['active'] })
      : [];
  const successor = new Map(rows.flatMap((row) => (row.replaces ? [[row.replaces.id, row] as const] : [])));
  const ends = replaced.map((row) => ({
    row,
    // A pair that began later than the day from which its successor holds has held on no day less than its own first.
    endsOn: row.startsOn !== null && row.startsOn > startsOn ? row.startsOn : startsOn,
    reason: successor.get(row.id)?.steps[0]?.reason ?? null,
  }));
  const taken: StepTaken[] = [
    ...rows.map((row) => ({
      pairing: row,
      version: row.version,
      step: { action: 'publish', onDay: startsOn } as const,
      by,
    })),
    ...ends.map(({ row, endsOn, reason }) => ({
      pairing: row,
      version: row.version,
      step: { action: 'end', onDay: endsOn } as const,
      by: { ...by, cause: 'replaced', reason },
    })),
  ];
  const stale = new Set<Id>(await takeSteps(db, institutionId, taken));
  if (stale.size > 0) throw changedMeanwhile([...rows, ...replaced].filter((row) => stale.has(row.id)));
  const people = [...new Set(taken.flatMap(({ pairing }) => [pairing.leaderId, pairing.representativeId]))];
  await context.audit({
    action: 'publish',
    subjectKind: 'pairing',
    people,
    detail: { startsOn, pairings: rows.map((row) => row.id), ended: ends.map(({ row }) => row.id) },
  });
  await context.tell(
    pairingPublished,
    rows.map((row) => ({ ...row, pairingId: row.id, startsOn })),
  );
  if (ends.length > 0)
    await context.tell(
      pairingEnded,
      ends.map(({ row, endsOn, reason }) => ({ ...row, pairingId: row.id, endsOn, reason })),
    );
  return { published: rows.length, ended: ends.length };
}

const namesOf = (rows: readonly ProposalRow[]) =>
  rows
    .slice(0, 5)
    .map((row) => `${row.leaderName ?? '—'} – ${row.representativeName ?? '—'}`)
    .join('; ');

const changedMeanwhile = (rows: readonly ProposalRow[]) =>
  new Refused(
    pairingRefusals.changedMeanwhile(
      { count: rows.length, names: namesOf(rows) },
      { extra: { current: rows.map(({ id, version, status }) => ({ id, version, status })) } },
    ),
  );
