/** Writes people, the list of representatives and standings, one at a time; an import writes many at once. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Precision } from '@zhengyou/domain/calendar/precision.ts';
import type { Affiliation } from '@zhengyou/domain/person/party.ts';
import type { Level, StandingKind, StandingRole } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Db } from '../../store/database.ts';

export type PersonValues = {
  readonly unitId: Id;
  readonly name: string;
  readonly reading: string;
  readonly initials: string;
  readonly strokeKey: string;
  readonly affiliations: readonly Affiliation[];
  /** Stated that there is none, which is not the certified status of a non-affiliate. */
  readonly noPartyStated: boolean;
  readonly position: string | null;
  readonly titles: readonly string[];
  /** `1979-05` */
  readonly birthMonth: string | null;
  readonly phone: Buffer | null;
};
export type StandingValues = {
  readonly kind: StandingKind;
  readonly level: Level | null;
  readonly role: StandingRole | null;
  readonly body: string;
  readonly party: Affiliation | null;
  readonly written: string;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly precision: Precision | null;
  readonly source: string;
};

export const personColumns = (values: Partial<PersonValues>) => ({
  ...(values.unitId === undefined ? {} : { unit_id: values.unitId }),
  ...(values.name === undefined ? {} : { name: values.name }),
  ...(values.reading === undefined ? {} : { reading: values.reading }),
  ...(values.initials === undefined ? {} : { initials: values.initials }),
  ...(values.strokeKey === undefined ? {} : { stroke_key: values.strokeKey }),
  ...(values.affiliations === undefined ? {} : { affiliations: [...values.affiliations] }),
  ...(values.noPartyStated === undefined ? {} : { no_party_stated: values.noPartyStated }),
  ...(values.position === undefined ? {} : { position: values.position }),
  ...(values.titles === undefined ? {} : { titles: [...values.titles] }),
  ...(values.birthMonth === undefined ? {} : { birth_month: values.birthMonth }),
  ...(values.phone === undefined ? {} : { phone: values.phone }),
});

const standingColumns = (values: StandingValues) => ({
  kind: values.kind,
  level: values.level,
  role: values.role,
  body: values.body,
  party: values.party,
  written: values.written,
  starts_on: values.startsOn,
  ends_on: values.endsOn,
  precision: values.precision,
  source: values.source,
});

export async function insertPerson(db: Db, institutionId: Id, personId: Id, values: PersonValues) {
  await db
    .insertInto('person')
    .values({
      institution_id: institutionId,
      person_id: personId,
      unit_id: values.unitId,
      name: values.name,
      reading: values.reading,
      initials: values.initials,
      stroke_key: values.strokeKey,
      ...personColumns(values),
    })
    .execute();
}

/** The new version, or undefined where the record is no longer at `version`. */
export async function changePerson(
  db: Db,
  institutionId: Id,
  personId: Id,
  version: number,
  values: Partial<PersonValues>,
): Promise<number | undefined> {
  const row = await db
    .updateTable('person')
    .set({ ...personColumns(values), version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** The unit is kept beside everything that a row policy must place; all of it moves along. */
export async function moveRecords(db: Db, institutionId: Id, personId: Id, unitId: Id): Promise<void> {
  for (const table of ['representative', 'standing', 'dated_fact'] as const)
    await db
      .updateTable(table)
      .set({ unit_id: unitId })
      .where('institution_id', '=', institutionId)
      .where('person_id', '=', personId)
      .execute();
}

export async function insertRepresentative(
  db: Db,
  institutionId: Id,
  values: {
    readonly personId: Id;
    readonly unitId: Id;
    readonly sinceOn?: PlainDate | null;
    readonly untilOn?: PlainDate | null;
  },
) {
  await db
    .insertInto('representative')
    .values({
      institution_id: institutionId,
      person_id: values.personId,
      unit_id: values.unitId,
      since_on: values.sinceOn ?? null,
      until_on: values.untilOn ?? null,
    })
    .execute();
}

export async function insertStanding(
  db: Db,
  institutionId: Id,
  standingId: Id,
  values: StandingValues & { readonly personId: Id; readonly unitId: Id },
) {
  await db
    .insertInto('standing')
    .values({
      institution_id: institutionId,
      standing_id: standingId,
      person_id: values.personId,
      unit_id: values.unitId,
      ...standingColumns(values),
    })
    .execute();
}

export async function changeStanding(
  db: Db,
  institutionId: Id,
  standingId: Id,
  version: number,
  values: StandingValues,
): Promise<number | undefined> {
  const row = await db
    .updateTable('standing')
    .set({ ...standingColumns(values), version: sql<number>`version + 1` })
    .where('institution_id', '=', institutionId)
    .where('standing_id', '=', standingId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}
