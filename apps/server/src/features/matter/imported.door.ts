/**
 * Matters that come with an earlier ledger, many at once: registered on the day of the import, each followed by the one step
 * that says what the ledger claims. And how they go again where the import is taken back.
 */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { clocksOf, nextClock } from '@zhengyou/domain/matter/matter.clocks.ts';
import { applyStep, foldMatter } from '@zhengyou/domain/matter/matter.machine.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import { sayNumber, type LedgerClaim, type MatterKind } from '@zhengyou/domain/matter/matter.ts';
import type { Context } from '../../edge/context.ts';
import { insertMany } from '../../store/insert-many.ts';
import { newId } from '../../store/new-id.ts';
import type { Json } from '../../store/tables.gen.ts';
import { takeNumbers } from './matter.queries.ts';
import { anyOf } from './matter.reads.ts';
import { titleFrom } from './register-matter.ts';
import { getRules } from './rules.ts';

export type ImportedMatter = {
  readonly kind: MatterKind;
  readonly words: string;
  readonly claim: LedgerClaim;
  /** The ledger's own words on the handling. */
  readonly handling: string | null;
  readonly unitId: Id;
  readonly leaderId: Id;
  readonly leaderName: string;
  readonly people: readonly { readonly id: Id; readonly name: string }[];
  readonly interactionId: Id;
  readonly pointId: Id;
  readonly channel: string;
};

/** Writes them in few statements, whatever their number. Whoever imports keeps all; nobody is told of each. */
export async function addImportedMatters(
  context: Context,
  importId: Id,
  drafts: readonly ImportedMatter[],
): Promise<void> {
  const { db, institutionId, today, now, actor } = context;
  if (drafts.length === 0) return;
  const rules = await getRules(context);
  const year = yearOf(today);
  const first = await takeNumbers(db, institutionId, year, drafts.length);
  const by = { as: 'keeper', person: actor.personId, unit: null, party: null } as const;
  const made = drafts.map((draft, at) => {
    const steps: readonly MatterStep[] = [
      { action: 'register', on: today, by, detail: { kind: draft.kind, parties: draft.people.length, points: 1 } },
      { action: 'import', on: today, by, detail: { claim: draft.claim } },
    ];
    const state = foldMatter(steps);
    if (!state) throw new Error('a matter begins with being registered');
    return { draft, steps, state, ordinal: first + at, id: newId(now.getTime()), point: newId(now.getTime()) };
  });
  const place = (one: (typeof made)[number]) => ({
    institution_id: institutionId,
    matter_id: one.id,
    unit_id: one.draft.unitId,
  });

  await insertMany(
    db,
    'matter',
    made.map((one) => {
      const { state } = one;
      const clocks = clocksOf(state, rules, today);
      return {
        ...place(one),
        year,
        ordinal: one.ordinal,
        kind: state.kind,
        origin: 'ledger',
        status: state.status,
        disposition: state.disposition,
        desk_ids: [],
        bigrams: [],
        round: 1,
        points_replied: 0,
        version: 1,
        // A ledger does not say that anyone agreed to be named.
        named: false,
        registered_on: today,
        status_on: today,
        next_on: nextClock(clocks, ['keeper', 'lead', 'coHandler', 'reviewer'])?.dueOn ?? null,
        lead_next_on: nextClock(clocks, ['lead'])?.dueOn ?? null,
        clocks_under: rules.fingerprint,
        points: 1,
        state: state as unknown as Json, // plain JSON by its own definition
        import_id: importId,
        created_at: now,
      };
    }),
  );
  await insertMany(
    db,
    'matter_proposer',
    made.flatMap((one) =>
      one.draft.people.map((person, index) => ({
        ...place(one),
        party: index + 1,
        person_id: person.id,
        person_name: person.name,
        leader_id: one.draft.leaderId,
        leader_name: one.draft.leaderName,
        desk_ids: [],
        named: false,
        interaction_id: one.draft.interactionId,
        point_id: one.draft.pointId,
        channel: one.draft.channel,
        created_at: now,
      })),
    ),
  );
  await insertMany(
    db,
    'matter_point',
    made.map((one) => ({ ...place(one), point_id: one.point, desk_ids: [], ordinal: 1 })),
  );
  const said = (one: (typeof made)[number], sort: string, ordinal: number, words: string) => ({
    ...place(one),
    sort,
    ordinal,
    point_id: sort === 'point' ? one.point : null,
    party: sort === 'ledger' ? null : 1,
    words,
    on_day: today,
    at: now,
  });
  await insertMany(
    db,
    'matter_said',
    made.flatMap((one) => [
      said(one, 'title', 0, titleFrom(one.draft.words)),
      said(one, 'point', 1, one.draft.words),
      ...(one.draft.handling === null ? [] : [said(one, 'ledger', 0, one.draft.handling)]),
    ]),
  );
  await insertMany(
    db,
    'matter_action',
    made.flatMap((one) =>
      one.steps.map((step, index) => ({
        ...place(one),
        ordinal: index + 1,
        desk_ids: [],
        action: step.action,
        round: 1,
        on_day: step.on,
        at: now,
        performer: step.by.as,
        actor_id: step.by.person,
        actor_name: actor.name,
        detail: step.detail as Json,
        request_key: context.requestKey,
      })),
    ),
  );
}

/** Registered, and taken over. */
const STEPS_AT_IMPORT = 2;

/** Everyone who raised it leaves it. */
function leave(state: MatterState, on: PlainDate) {
  const steps = state.parties.map((_, index): MatterStep => {
    const by = { as: 'house', person: null, unit: null, party: index + 1 } as const;
    return { action: 'withdraw', on, by, detail: { party: index + 1 } };
  });
  return { steps, state: steps.reduce<MatterState>((known, step) => applyStep(known, step) ?? known, state) };
}

/**
 * Takes back those that nobody has touched since: their numbers stay, what was said and who said it go. The others stay, and
 * with them the talks from which they were born.
 */
export async function takeBackImportedMatters(context: Context, importId: Id) {
  const { db, institutionId, today, now } = context;
  const rows = await db
    .selectFrom('matter')
    .select(['matter_id', 'unit_id', 'version', 'year', 'ordinal', 'state'])
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .where('taken_back_at', 'is', null)
    .orderBy('ordinal')
    .forUpdate()
    .execute();
  const gone = rows.filter((row) => row.version === 1);
  const kept = rows.filter((row) => row.version > 1);
  const ids = gone.map((row) => row.matter_id as Id);
  if (ids.length > 0) {
    const left = gone.map((row) => leave(row.state as unknown as MatterState, today));
    await insertMany(
      db,
      'matter_action',
      gone.flatMap((row, at) =>
        (left[at]?.steps ?? []).map((step, index) => ({
          institution_id: institutionId,
          matter_id: row.matter_id,
          unit_id: row.unit_id,
          desk_ids: [],
          ordinal: STEPS_AT_IMPORT + 1 + index,
          action: step.action,
          round: 1,
          on_day: step.on,
          at: now,
          performer: step.by.as,
          party: step.by.party,
          detail: step.detail as Json,
          request_key: context.requestKey,
        })),
      ),
    );
    const states = JSON.stringify(gone.map((row, at) => ({ id: row.matter_id, state: left[at]?.state })));
    await sql`update matter set state = gone.state, status = 'withdrawn', status_on = ${today}, next_on = null,
        lead_next_on = null, version = version + 1, taken_back_at = ${now}
      from jsonb_to_recordset(${states}::jsonb) as gone (id uuid, state jsonb)
      where matter.institution_id = ${institutionId} and matter.matter_id = gone.id`.execute(db);
    for (const table of ['matter_said', 'matter_point', 'matter_proposer'] as const)
      await db
        .deleteFrom(table)
        .where('institution_id', '=', institutionId)
        .where('matter_id', '=', anyOf(ids))
        .execute();
  }
  const talks = await db
    .selectFrom('matter_proposer')
    .select('interaction_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('matter_id', '=', anyOf(kept.map((row) => row.matter_id as Id)))
    .where('interaction_id', 'is not', null)
    .execute();
  return {
    removed: gone.length,
    kept: kept.map((row) => sayNumber(row.year, row.ordinal)),
    talks: talks.flatMap((row) => (row.interaction_id === null ? [] : [row.interaction_id as Id])),
  };
}
