/** Notices: written for others in the transaction of a change, read and marked by their owner. */
import { sql, type RawBuilder } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { NoticeKind, WebhookEvent } from '@zhengyou/domain/notice/notice.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

/** What is said, without whom it is said to. */
export type Told = {
  readonly kind: NoticeKind;
  readonly subjectId: Id;
  readonly aboutId?: Id | null;
  readonly number?: string | null;
  readonly onDay?: PlainDate | null;
  /** What has to be settled for it to have served, such as `request:<id>`. */
  readonly thing: string;
  /** Told again under the same key, it is the same notice. */
  readonly key: string;
};
export type NewNotice = Told & { readonly personId: Id };

export type NewEvent = Told & {
  /** People whom whoever acts may not know: the office, a unit’s officer, a desk, those who raised a matter. The worker spreads it. */
  readonly audience: 'office' | 'unit' | 'desk' | 'proposer' | 'leaders';
  /** The unit whose officer, or the department whose desk, is told. */
  readonly unitId?: Id | null;
  /** Which of those who raised it; all of them where it is left out. */
  readonly party?: number | null;
};

/** For other programs: written down only where one of them hears it. */
export type Fact = { readonly name: WebhookEvent; readonly subjectId: Id; readonly number?: string };

export type News = {
  /** Things that are settled: notices told before have served. */
  readonly ends?: readonly string[];
  readonly notices?: readonly NewNotice[];
  readonly events?: readonly NewEvent[];
  readonly facts?: readonly Fact[];
};

const plain = (one: Told) => ({
  id: newId(),
  kind: one.kind,
  subject: one.subjectId,
  about: one.aboutId ?? null,
  number: one.number ?? null,
  on_day: one.onDay ?? null,
  thing: one.thing,
  key: one.key,
});

/**
 * Writes what follows from a change, in its transaction and in one statement. Each notice is written once: told again under its key it is
 * the same one. The rows are for somebody else than whoever acts, who may not look at them: so nothing is asked back.
 * What ends here ends before what is told here, whatever the order of the parts.
 */
export async function putNews(db: Db, institutionId: Id, now: Date, news: News): Promise<void> {
  const { ends = [], notices = [], events = [], facts = [] } = news;
  const parts: RawBuilder<unknown>[] = [];
  if (ends.length > 0)
    parts.push(sql`insert into notice_end (institution_id, thing)
      select ${institutionId}, thing from unnest(${[...new Set(ends)]}::text[]) as thing
      on conflict (institution_id, thing) do update set ended_at = statement_timestamp()`);
  if (notices.length > 0)
    parts.push(sql`insert into notice (institution_id, notice_id, person_id, kind, subject_id, about_id, number, on_day, thing, dedupe_key, created_at)
      select ${institutionId}, n.id, n.person, n.kind, n.subject, n.about, n.number, n.on_day, n.thing, n.key, ${now}
      from jsonb_to_recordset(${JSON.stringify(notices.map((one) => ({ ...plain(one), person: one.personId })))}::jsonb)
        as n(id uuid, person uuid, kind text, subject uuid, about uuid, number text, on_day date, thing text, key text)
      on conflict do nothing`);
  if (events.length > 0)
    parts.push(sql`insert into notice_event (institution_id, event_id, audience, name, unit_id, party, subject_id, about_id, number, on_day, thing, dedupe_key, at)
      select ${institutionId}, n.id, n.audience, n.kind, n.unit, n.party, n.subject, n.about, n.number, n.on_day, n.thing, n.key, ${now}
      from jsonb_to_recordset(${JSON.stringify(
        events.map((one) => ({
          ...plain(one),
          audience: one.audience,
          unit: one.unitId ?? null,
          party: one.party ?? null,
        })),
      )}::jsonb) as n(id uuid, audience text, kind text, unit uuid, party integer, subject uuid, about uuid, number text,
        on_day date, thing text, key text)`);
  if (facts.length > 0)
    parts.push(sql`insert into notice_event (institution_id, event_id, audience, name, subject_id, number, thing, dedupe_key, at)
      select h.institution_id, n.id, 'webhook', n.name, n.subject, n.number, '', '', ${now}
      from jsonb_to_recordset(${JSON.stringify(
        facts.map((one) => ({ id: newId(), name: one.name, subject: one.subjectId, number: one.number ?? null })),
      )}::jsonb) as n(id uuid, name text, subject uuid, number text)
      join notice_house h on h.institution_id = ${institutionId} and n.name = any (h.hears)`);
  const last = parts.pop();
  if (!last) return;
  const before = parts.map((part, index) => sql`${sql.ref(`part_${index}`)} as (${part})`);
  await (before.length === 0 ? last : sql`with ${sql.join(before)} ${last}`).execute(db);
}

/** The ids given are one’s own notices: whoever reads has been asked for them by the caller. */
export async function markRead(
  db: Db,
  institutionId: Id,
  self: readonly Id[],
  now: Date,
  noticeId?: Id,
): Promise<number> {
  let change = db
    .updateTable('notice')
    .set({ read_at: now })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', sql<string>`any (${[...self]}::uuid[])`)
    .where('read_at', 'is', null);
  if (noticeId) change = change.where('notice_id', '=', noticeId);
  const { numUpdatedRows } = await change.executeTakeFirst();
  return Number(numUpdatedRows);
}
