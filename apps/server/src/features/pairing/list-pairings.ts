import type { listPairings as endpoint } from '@zhengyou/domain/pairing/pairing.contract.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Context } from '../../edge/context.ts';
import { countPairings, listNamedPairings } from './pairing.reads.ts';

export async function listPairings({ db, institutionId, reach }: Context, query: QueryOf<typeof endpoint>) {
  const rows = await listNamedPairings(db, institutionId, reach, query, query);
  return {
    total: await countPairings(db, institutionId, reach, query),
    items: rows.map((row) => ({
      id: row.id,
      version: row.version,
      tier: row.tier,
      status: row.status,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      leader: {
        id: row.leaderId,
        name: row.leaderName,
      },
      representative: {
        id: row.representativeId,
        name: row.representativeName,
      },
      unit: {
        id: row.unitId,
        name: row.unitName,
        shortName: row.unitShortName,
      },
    })),
  };
}
