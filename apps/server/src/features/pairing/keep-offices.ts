/** Offices as counterparts: whoever holds one is befriended by the same leader; who that is follows from the day’s standings. */
import type { createOffice as createEndpoint } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { adjustmentBasis, followsOffice } from '@zhengyou/domain/pairing/adjustment.ts';
import { PAIRING_REFUSALS } from '@zhengyou/domain/pairing/pairing.rules.words.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { highestOf } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { holdersOf } from './adjustments.ts';
import { closeOfficeRow, insertOffice, tieToOffice } from './office.queries.ts';
import { listLeaderPosts, listNamedPairings } from './pairing.reads.ts';
import { listHolders, listOffices as listOfficeRows } from './roster-watch.reads.ts';

export async function listOffices(context: Context, on: PlainDate | undefined) {
  const { db, institutionId, reach, actor, today } = context;
  const day = on ?? today;
  const policy = await getPolicyInForce(db, institutionId, today);
  const offices = await listOfficeRows(db, institutionId, reach);
  const holders = await listHolders(db, institutionId, reach, [...new Set(offices.map((office) => office.body))], day);
  const pairs = await listNamedPairings(db, institutionId, reach, { status: 'active' });
  const keeping = keepingOf(actor);
  return {
    asOf: day,
    items: offices.map((office) => {
      const pair = pairs.find((one) => one.officeId === office.id);
      return {
        ...office,
        leader: { id: office.leaderId, name: office.leaderName },
        holders: holdersOf(office, holders).map((holder) => ({
          id: holder.personId,
          name: holder.name,
          until: holder.until,
        })),
        pairing: pair
          ? { id: pair.id, representative: { id: pair.representativeId, name: pair.representativeName } }
          : null,
        follows: followsOffice(policy, today, office.tier),
        clause: adjustmentBasis(policy, today, office.tier),
        can: keeps(keeping, office.unit.id) ? ['close' as const] : [],
      };
    }),
  };
}

export async function createOffice(context: Context, body: BodyOf<typeof createEndpoint>) {
  const { db, institutionId, reach, actor, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const posts = await listLeaderPosts(db, institutionId, reach, today);
  const leader = highestOf(
    policy,
    posts.filter((post) => post.leaderId === body.leaderId),
  );
  if (!leader) throw new Refused(PAIRING_REFUSALS.noLeader(undefined, { field: 'leaderId' }));
  if (!keeps(keepingOf(actor), leader.unit.id)) throw new Refused(pairingRefusals.notYourLeader());

  const id = newId();
  await insertOffice(db, institutionId, { id, ...body, unitId: leader.unit.id, tier: leader.tier, since: today });
  const [office] = await listOfficeRows(db, institutionId, reach, id);
  const holders = await listHolders(db, institutionId, reach, [body.body], today);
  const own = office ? holdersOf(office, holders).map((holder) => holder.personId) : [];
  await tieToOffice(db, institutionId, id, body.leaderId, own);
  const people = [body.leaderId, ...own];
  await context.audit({
    action: 'create',
    subjectKind: 'pairingOffice',
    subjectId: id,
    people,
    detail: { name: body.name },
  });
  return { id, version: 1 };
}

export async function closeOffice(context: Context, officeId: Id) {
  const { db, institutionId, reach, actor, today, ifMatch } = context;
  const [office] = await listOfficeRows(db, institutionId, reach, officeId);
  if (!office) throw new Refused(edgeRefusals.notFound());
  if (!keeps(keepingOf(actor), office.unit.id)) throw new Refused(pairingRefusals.notYourLeader());
  if (!(await closeOfficeRow(db, institutionId, officeId, ifMatch, today)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: office.version } } }));
  await context.audit({
    action: 'close',
    subjectKind: 'pairingOffice',
    subjectId: officeId,
    people: [office.leaderId],
  });
  return { id: officeId };
}
