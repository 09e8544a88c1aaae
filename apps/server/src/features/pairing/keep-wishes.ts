/** Wishes about oneself, and ties that keep two people apart: listing, writing down, taking out. */
import type {
  addWish as addEndpoint,
  declareConflict as declareEndpoint,
} from '@zhengyou/domain/pairing/wish.contract.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { PAIRING_REFUSALS } from '@zhengyou/domain/pairing/pairing.rules.words.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { insertConflict, insertWish, removeRecord } from './pairing.queries.ts';
import { listLeaderPosts, listRepresentatives } from './pairing.reads.ts';
import { findHome, listConflicts as listConflictRows, listWishes as listWishRows } from './proposal.reads.ts';

/** The friend of a pair may open the other’s page and yet not read their wishes. */
const mine = ({ actor, reach }: Context) => ({ ...keepingOf(actor), self: reach.self });

export async function listWishes(context: Context, person: Id | undefined) {
  const rows = await listWishRows(context.db, context.institutionId, mine(context), { person });
  return {
    items: rows.map((row) => ({
      ...row,
      person: { id: row.personId, name: row.name },
      can: ['remove' as const],
    })),
  };
}

export async function addWish(context: Context, body: BodyOf<typeof addEndpoint>) {
  const { db, institutionId, reach, actor, today } = context;
  const personId = body.personId ?? actor.personId;
  const unitId = await findHome(db, institutionId, reach, personId);
  if (!unitId) throw new Refused(edgeRefusals.notFound());
  const own = personId === actor.personId;
  if (!own && !keeps(keepingOf(actor), unitId)) throw new Refused(pairingRefusals.noWishFor());

  const id = newId();
  const toldTo = own ? null : actor.name;
  const words = body.words || null;
  await insertWish(db, institutionId, { id, personId, unitId, kind: body.kind, words, since: today, toldTo });
  await context.audit({ action: 'create', subjectKind: 'pairingWish', subjectId: id, people: [personId] });
  return { id, version: 1 };
}

export async function removeWish(context: Context, wishId: Id) {
  const { db, institutionId, ifMatch } = context;
  const [wish] = await listWishRows(db, institutionId, mine(context), { id: wishId });
  if (!wish) throw new Refused(edgeRefusals.notFound());
  if (!(await removeRecord(db, institutionId, 'pairing_wish', wishId, ifMatch)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: wish.version } } }));
  await context.audit({ action: 'remove', subjectKind: 'pairingWish', subjectId: wishId, people: [wish.personId] });
  return { id: wishId };
}

export async function listConflicts(context: Context, person: Id | undefined) {
  const { db, institutionId, reach, actor } = context;
  const rows = await listConflictRows(db, institutionId, reach, { person });
  const keeping = keepingOf(actor);
  return {
    items: rows.map((row) => ({
      ...row,
      leader: { id: row.leaderId, name: row.leaderName },
      representative: { id: row.representativeId, name: row.representativeName },
      by: row.byName,
      can: keeps(keeping, row.unitId) ? ['remove' as const] : [],
    })),
  };
}

export async function declareConflict(context: Context, body: BodyOf<typeof declareEndpoint>) {
  const { db, institutionId, reach, actor, today } = context;
  const posts = await listLeaderPosts(db, institutionId, reach, today);
  const leader = posts.find((post) => post.leaderId === body.leaderId);
  const [representative] = await listRepresentatives(db, institutionId, reach, body.representativeId);
  if (!leader) throw new Refused(PAIRING_REFUSALS.noLeader(undefined, { field: 'leaderId' }));
  if (!representative) throw new Refused(PAIRING_REFUSALS.noRepresentative(undefined, { field: 'representativeId' }));
  if (!keeps(keepingOf(actor), leader.unit.id)) throw new Refused(pairingRefusals.notYourLeader());

  const conflict = {
    id: newId(),
    leaderId: body.leaderId,
    representativeId: body.representativeId,
    unitId: leader.unit.id,
    kind: body.kind,
    since: today,
    by: actor.personId,
    byName: actor.name,
  };
  if (!(await insertConflict(db, institutionId, conflict))) throw new Refused(pairingRefusals.conflictKnown());
  const people = [body.leaderId, body.representativeId];
  await context.audit({ action: 'create', subjectKind: 'pairingConflict', subjectId: conflict.id, people });
  return { id: conflict.id, version: 1 };
}

export async function removeConflict(context: Context, conflictId: Id) {
  const { db, institutionId, reach, actor, ifMatch } = context;
  const [row] = await listConflictRows(db, institutionId, reach, { id: conflictId });
  if (!row) throw new Refused(edgeRefusals.notFound());
  if (!keeps(keepingOf(actor), row.unitId)) throw new Refused(pairingRefusals.notYourLeader());
  if (!(await removeRecord(db, institutionId, 'pairing_conflict', conflictId, ifMatch)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: row.version } } }));
  const people = [row.leaderId, row.representativeId];
  await context.audit({ action: 'remove', subjectKind: 'pairingConflict', subjectId: conflictId, people });
  return { id: conflictId };
}
