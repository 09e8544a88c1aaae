/** What later rooms may ask of pairings, and what a ledger’s import does with them. */
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { PairingStatus } from '@zhengyou/domain/pairing/pairing.steps.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { withinPairings } from '../../store/reach.ts';
import { insertPairing, type NewPairing, type PairingRow } from './pairing.queries.ts';

export type PairingScope = {
  readonly leaderId?: Id | undefined;
  readonly representativeId?: Id | undefined;
  /** The leader’s unit. */
  readonly unitId?: Id | undefined;
};

/** Pairings within reach that held at some time of a period (`until` does not belong), current or ended. */
export async function listPairingsBetween(
  db: Db,
  institutionId: Id,
  reach: Reach,
  from: PlainDate,
  until: PlainDate,
  scope: PairingScope = {},
): Promise<PairingRow[]> {
  let query = db
    .selectFrom('pairing')
    .select(['pairing_id', 'leader_id', 'representative_id', 'unit_id', 'tier', 'status', 'starts_on', 'ends_on'])
    .select('version')
    .where('institution_id', '=', institutionId)
    .where(withinPairings(reach))
    .where('starts_on', '<', until)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', from)]))
    .orderBy('starts_on')
    .orderBy('pairing_id');
  if (scope.leaderId) query = query.where('leader_id', '=', scope.leaderId);
  if (scope.representativeId) query = query.where('representative_id', '=', scope.representativeId);
  if (scope.unitId) query = query.where('unit_id', '=', scope.unitId);
  return (await query.execute()).map((row) => ({
    id: row.pairing_id as Id,
    leaderId: row.leader_id as Id,
    representativeId: row.representative_id as Id,
    unitId: row.unit_id as Id,
    tier: row.tier as Tier,
    status: row.status as PairingStatus,
    startsOn: row.starts_on as PlainDate,
    endsOn: row.ends_on as PlainDate | null,
    version: row.version,
  }));
}

/** Those that hold today. */
export const listActivePairings = async (
  db: Db,
  institutionId: Id,
  reach: Reach,
  scope: PairingScope = {},
): Promise<PairingRow[]> => {
  const all = await listPairingsBetween(db, institutionId, reach, '0001-01-01' as PlainDate, END_OF_TIME, scope);
  return all.filter((pairing) => pairing.status === 'active');
};
const END_OF_TIME = '9999-12-31' as PlainDate;

/** Enters a pair as it stands, with its first step. Whether it may be is judged before: by `judgeProposal`, or by the office that confirmed a ledger. */
export async function enterPairing(db: Db, institutionId: Id, pairing: NewPairing): Promise<Id> {
  const id = newId();
  await insertPairing(db, institutionId, id, pairing);
  return id;
}

export { judgeProposal, type Proposal } from './judge-proposal.ts';
export {
  deletePairing as removePairing,
  followRepresentative,
  type NewPairing,
  type PairingRow,
} from './pairing.queries.ts';
