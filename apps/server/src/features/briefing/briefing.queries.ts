/** Writes the briefing’s own tables. */
import type { BriefingAction, BriefingState } from '@zhengyou/domain/briefing/briefing.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterKind } from '@zhengyou/domain/matter/matter.ts';
import { sql } from 'kysely';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';

/** The next number of the year; held until the transaction ends, so that none is missing and none is given twice. */
export async function takeIssueNumber(db: Db, institutionId: Id, year: number): Promise<number> {
  const row = await db
    .insertInto('briefing_counter')
    .values({ institution_id: institutionId, year, last: 1 })
    .onConflict((on) =>
      on.columns(['institution_id', 'year']).doUpdateSet({ last: sql<number>`briefing_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export const insertBriefing = (db: Db, institutionId: Id, id: Id, title: string, on: PlainDate) =>
  db
    .insertInto('briefing')
    .values({ institution_id: institutionId, briefing_id: id, status: 'drafted', title, changed_on: on })
    .execute();

export type Texts = { readonly title: string; readonly opening: string; readonly closing: string };
export type Issue = {
  readonly year: number;
  readonly ordinal: number;
  readonly issuedOn: PlainDate;
  readonly recipientIds: readonly Id[];
};

/** Stores what follows from a step; undefined where the briefing is no longer at `version`. */
export async function storeBriefing(
  db: Db,
  institutionId: Id,
  at: { readonly id: Id; readonly version: number },
  state: BriefingState,
  on: PlainDate,
  more: { readonly texts?: Texts; readonly issue?: Issue } = {},
): Promise<number | undefined> {
  const { texts, issue } = more;
  const changed = await db
    .updateTable('briefing')
    .set({
      status: state.status,
      changed_on: on,
      version: at.version + 1,
      ...texts,
      ...(issue && {
        year: issue.year,
        ordinal: issue.ordinal,
        issued_on: issue.issuedOn,
        recipient_ids: sql<string[]>`${[...issue.recipientIds]}::uuid[]`,
      }),
    })
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? at.version + 1 : undefined;
}

export type ItemRow = {
  readonly ordinal: number;
  readonly matterId: Id | null;
  readonly matterNumber: string | null;
  readonly kind: MatterKind | null;
  readonly heading: string;
  readonly text: string;
  readonly namedAs: readonly string[];
  readonly raisedBy: number;
};

/** The draft’s items as a whole. */
export async function replaceItems(db: Db, institutionId: Id, id: Id, items: readonly ItemRow[]): Promise<void> {
  await db
    .deleteFrom('briefing_item')
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', id)
    .execute();
  await insertMany(
    db,
    'briefing_item',
    items.map((item) => ({
      institution_id: institutionId,
      briefing_id: id,
      ordinal: item.ordinal,
      matter_id: item.matterId,
      matter_number: item.matterNumber,
      kind: item.kind,
      heading: item.heading,
      words: item.text,
      named_as: [...item.namedAs],
      raised_by: item.raisedBy,
      recipient_ids: [],
    })),
  );
}

/** Opens the items to those to whom the briefing was issued. */
export const issueItems = (db: Db, institutionId: Id, id: Id, { issuedOn, recipientIds }: Issue) =>
  db
    .updateTable('briefing_item')
    .set({ issued_on: issuedOn, recipient_ids: sql<string[]>`${[...recipientIds]}::uuid[]` })
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', id)
    .execute();

export type NewStep = {
  readonly ordinal: number;
  readonly action: BriefingAction;
  readonly actor: { readonly id: Id; readonly name: string };
  readonly on: PlainDate;
  readonly at: Date;
  readonly words: string | null;
  readonly requestKey: string;
};

export const appendBriefingStep = (db: Db, institutionId: Id, id: Id, step: NewStep) =>
  db
    .insertInto('briefing_step')
    .values({
      institution_id: institutionId,
      briefing_id: id,
      ordinal: step.ordinal,
      action: step.action,
      actor_id: step.actor.id,
      actor_name: step.actor.name,
      on_day: step.on,
      at: step.at,
      words: step.words,
      request_key: step.requestKey,
    })
    .execute();

export const insertRecipients = (
  db: Db,
  institutionId: Id,
  id: Id,
  people: readonly { readonly id: Id; readonly name: string; readonly title: string }[],
) =>
  insertMany(
    db,
    'briefing_recipient',
    people.map((one, index) => ({
      institution_id: institutionId,
      briefing_id: id,
      person_id: one.id,
      name: one.name,
      title: one.title,
      place: index + 1,
    })),
  );

/** The first day stays. */
export const markRead = (db: Db, institutionId: Id, id: Id, personId: Id, on: PlainDate) =>
  db
    .updateTable('briefing_recipient')
    .set({ read_on: on })
    .where('institution_id', '=', institutionId)
    .where('briefing_id', '=', id)
    .where('person_id', '=', personId)
    .where('read_on', 'is', null)
    .execute();

export type NewInstruction = {
  readonly id: Id;
  readonly person: { readonly id: Id; readonly name: string };
  readonly words: string;
  readonly items: readonly number[];
  readonly on: PlainDate;
  readonly at: Date;
  readonly recordedAs: string | null;
};

export const insertInstruction = (db: Db, institutionId: Id, briefingId: Id, one: NewInstruction) =>
  db
    .insertInto('briefing_instruction')
    .values({
      institution_id: institutionId,
      briefing_id: briefingId,
      instruction_id: one.id,
      person_id: one.person.id,
      person_name: one.person.name,
      words: one.words,
      items: sql<number[]>`${[...one.items]}::integer[]`,
      on_day: one.on,
      at: one.at,
      recorded_as: one.recordedAs,
    })
    .execute();

/** False where it has been passed on already. */
export async function markPassed(
  db: Db,
  institutionId: Id,
  instructionId: Id,
  passed: { readonly on: PlainDate; readonly by: string; readonly numbers: readonly string[] },
): Promise<boolean> {
  const changed = await db
    .updateTable('briefing_instruction')
    .set({
      passed_on: passed.on,
      passed_by: passed.by,
      passed_to: sql<string[]>`${[...passed.numbers]}::text[]`,
    })
    .where('institution_id', '=', institutionId)
    .where('instruction_id', '=', instructionId)
    .where('passed_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
