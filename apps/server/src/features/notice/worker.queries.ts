/** What the worker alone writes: its clock, what it spreads, what it finds, what it forgets. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { NOTICE_KINDS, NOTICES } from '@zhengyou/domain/notice/notice.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import type { NewNotice } from './notice.queries.ts';

export type Progress = { readonly foundOn: PlainDate | null; readonly digestOn: PlainDate | null };

/** Held until the end of the transaction: one worker at a time goes on from here, and whoever dies leaves it where it was. */
export async function holdProgress(db: Db, institutionId: Id): Promise<Progress> {
  await db
    .insertInto('notice_clock')
    .values({ institution_id: institutionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('notice_clock')
    .select(['found_on', 'digest_on'])
    .where('institution_id', '=', institutionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { foundOn: row.found_on as PlainDate | null, digestOn: row.digest_on as PlainDate | null };
}

export const setProgress = (
  db: Db,
  institutionId: Id,
  change: { readonly found_on?: PlainDate; readonly digest_on?: PlainDate; readonly beat_at?: Date },
) =>
  db
    .insertInto('notice_clock')
    .values({ institution_id: institutionId, ...change })
    .onConflict((conflict) => conflict.column('institution_id').doUpdateSet(change))
    .execute();

/** Takes what waits to be spread; the rows go, in the transaction that spreads them. */
export async function takeEvents(db: Db, institutionId: Id, limit: number) {
  const { rows } = await sql<{
    event_id: string;
    audience: string;
    name: string;
    unit_id: string | null;
    party: number | null;
    subject_id: string;
    about_id: string | null;
    number: string | null;
    on_day: string | null;
    thing: string;
    dedupe_key: string;
    at: Date;
  }>`delete from notice_event where institution_id = ${institutionId} and event_id in (
      select event_id from notice_event where institution_id = ${institutionId}
      order by event_id limit ${limit} for update skip locked)
    returning event_id, audience, name, unit_id, party, subject_id, about_id, number, on_day, thing, dedupe_key, at`.execute(
    db,
  );
  return rows.sort((a, b) => (a.event_id < b.event_id ? -1 : 1));
}

/**
 * Writes each notice once, and once more where the thing was settled meanwhile and has come open again under the same key: a talk that
 * was taken back is due as before.
 */
export async function putFound(db: Db, institutionId: Id, now: Date, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((one) => ({
    id: newId(now.getTime()),
    person: one.personId,
    kind: one.kind,
    subject: one.subjectId,
    about: one.aboutId ?? null,
    number: one.number ?? null,
    on_day: one.onDay ?? null,
    thing: one.thing,
    key: one.key,
  }));
  await sql`insert into notice (institution_id, notice_id, person_id, kind, subject_id, about_id, number, on_day, thing, dedupe_key, created_at)
    select ${institutionId}, n.id, n.person, n.kind, n.subject, n.about, n.number, n.on_day, n.thing, n.key, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, person uuid, kind text, subject uuid, about uuid, number text, on_day date, thing text, key text)
    on conflict (institution_id, person_id, dedupe_key)
    do update set told_at = clock_timestamp(), created_at = excluded.created_at, read_at = null, pressed_at = null
    where exists (select from notice_end e where e.institution_id = notice.institution_id and e.thing = notice.thing
      and e.ended_at > notice.told_at)`.execute(db);
}

/** Of kinds that the day brings: things that are open here and not among those given have settled by themselves. */
export async function endOthers(
  db: Db,
  institutionId: Id,
  kinds: readonly string[],
  things: readonly string[],
): Promise<void> {
  await sql`insert into notice_end (institution_id, thing)
    select distinct n.institution_id, n.thing from notice n
    where n.institution_id = ${institutionId} and n.kind = any (${[...kinds]}::text[])
      and not (n.thing = any (${[...things]}::text[]))
      and not exists (select from notice_end e where e.institution_id = n.institution_id and e.thing = n.thing
        and e.ended_at > n.told_at)
    on conflict (institution_id, thing) do update set ended_at = statement_timestamp()`.execute(db);
}

const open = sql`read_at is null and not exists (select from notice_end e
  where e.institution_id = notice.institution_id and e.thing = notice.thing and e.ended_at > notice.told_at)`;
const acting = NOTICE_KINDS.filter((kind) => NOTICES[kind].asks === 'act');
const pressing = NOTICE_KINDS.filter((kind) => NOTICES[kind].presses);

/** People for whom something waits: unread, or to be done. */
export async function listWaitingPeople(db: Db, institutionId: Id): Promise<Id[]> {
  const { rows } = await sql<{ person_id: string }>`select distinct person_id from notice
    where institution_id = ${institutionId} and (${open} or (kind = any (${acting}::text[]) and not exists (
      select from notice_end e where e.institution_id = notice.institution_id and e.thing = notice.thing
        and e.ended_at > notice.told_at)))
    order by person_id`.execute(db);
  return rows.map((row) => row.person_id as Id);
}

/** Marks what is near and has not been pressed for; whom it concerns. */
export async function pressNear(db: Db, institutionId: Id, now: Date, until: PlainDate): Promise<Id[]> {
  const { rows } = await sql<{ person_id: string }>`update notice set pressed_at = ${now}
    where institution_id = ${institutionId} and pressed_at is null and kind = any (${pressing}::text[])
      and on_day <= ${until} and ${open}
    returning person_id`.execute(db);
  return [...new Set(rows.map((row) => row.person_id as Id))].sort();
}

/** Who was written a digest on or after an instant: what is near stands in it. */
export async function listDigested(db: Db, institutionId: Id, since: Date): Promise<Set<Id>> {
  const rows = await db
    .selectFrom('delivery')
    .select('person_id')
    .where('institution_id', '=', institutionId)
    .where('purpose', '=', 'digest')
    .where('created_at', '>=', since)
    .execute();
  return new Set(rows.map((row) => row.person_id as Id));
}

/** What has served half a year ago is kept no longer. */
export async function forgetOld(db: Db, institutionId: Id, before: Date): Promise<void> {
  await sql`delete from notice where institution_id = ${institutionId} and created_at < ${before}
    and (read_at < ${before} or exists (select from notice_end e where e.institution_id = notice.institution_id
      and e.thing = notice.thing and e.ended_at > notice.told_at))`.execute(db);
  await sql`delete from delivery where institution_id = ${institutionId} and created_at < ${before}
    and status in ('sent', 'dropped', 'failed', 'unknown')`.execute(db);
}
