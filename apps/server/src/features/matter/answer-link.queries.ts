import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../../store/database.ts';

export type NewLink = {
  readonly matterId: Id;
  readonly party: number;
  readonly unitId: Id;
  readonly round: number;
  readonly personId: Id;
  readonly tokenHash: Buffer;
  readonly endsAt: Date;
  readonly now: Date;
};

/** One link at a time for one proposer: the older one dies. */
export const keepLink = (db: Db, institutionId: Id, one: NewLink) =>
  db
    .insertInto('matter_answer_link')
    .values({
      institution_id: institutionId,
      matter_id: one.matterId,
      party: one.party,
      unit_id: one.unitId,
      round: one.round,
      person_id: one.personId,
      token_hash: one.tokenHash,
      ends_at: one.endsAt,
      made_at: one.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'matter_id', 'party']).doUpdateSet((set) => ({
        round: set.ref('excluded.round'),
        person_id: set.ref('excluded.person_id'),
        token_hash: set.ref('excluded.token_hash'),
        ends_at: set.ref('excluded.ends_at'),
        made_at: set.ref('excluded.made_at'),
      })),
    )
    .execute();
