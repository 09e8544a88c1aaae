/** Appends to the audit, in the transaction that it witnesses. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from '../store/database.ts';
import type { AuditEntry } from './context.ts';

export type Witness = {
  readonly institutionId: Id;
  /** Null for the house itself: first start, seeding. */
  readonly actorId: Id | null;
  readonly roles: readonly string[];
  readonly endpoint: string;
  readonly requestId: string;
  readonly at: Date;
};

export async function writeAudit(db: Db, witness: Witness, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      institution_id: witness.institutionId,
      at: witness.at,
      actor_id: witness.actorId,
      roles: witness.roles.join(','),
      endpoint: witness.endpoint,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId ?? null,
      people: sql`${[...(entry.people ?? [])]}::uuid[]`,
      detail: JSON.stringify(entry.detail ?? {}),
      request_id: witness.requestId,
    })
    .execute();
}
