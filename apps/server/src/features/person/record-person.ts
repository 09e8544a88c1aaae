/** Putting a person into the table and changing them: readings are made, numbers sealed. Who may do it is the caller’s to have asked. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { strokeKeyOf } from '@zhengyou/domain/person/strokes.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { changePerson, insertPerson, personColumns, type PersonValues } from './person.queries.ts';
import { readingOf } from './reading.ts';

export type NewPerson = {
  readonly name: string;
  readonly unitId: Id;
  /** Made from the name where it is left out: `deng qin`. */
  readonly reading?: string | undefined;
  readonly affiliations?: PersonValues['affiliations'];
  readonly noPartyStated?: boolean;
  readonly position?: string | null;
  readonly titles?: readonly string[];
  readonly birthMonth?: string | null;
  /** In clear; it is sealed here. */
  readonly phone?: string | null;
};
export type PersonChange = { readonly [K in keyof NewPerson]?: NewPerson[K] | undefined };

/** Bound to the person’s id: it opens in that row only. */
const sealPhone = (cipher: FieldCipher, personId: Id, phone: string): Buffer => cipher.seal(phone, personId);

const initialsOf = (reading: string): string =>
  reading
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join('');

const readingsOf = (name: string, reading?: string) => {
  const made = readingOf(name);
  return reading === undefined
    ? { reading: made.reading, initials: made.initials }
    : { reading: reading.replaceAll('ü', 'v'), initials: initialsOf(reading) };
};

export async function createPerson(db: Db, institutionId: Id, cipher: FieldCipher, person: NewPerson): Promise<Id> {
  const id = newId();
  await insertPerson(db, institutionId, id, {
    name: person.name,
    unitId: person.unitId,
    ...readingsOf(person.name, person.reading),
    strokeKey: strokeKeyOf(person.name),
    affiliations: person.affiliations ?? [],
    noPartyStated: person.noPartyStated ?? false,
    position: person.position ?? null,
    titles: person.titles ?? [],
    birthMonth: person.birthMonth ?? null,
    phone: person.phone ? sealPhone(cipher, id, person.phone) : null,
  });
  return id;
}

/** The same fields as columns of the table, with bytes in PostgreSQL’s own spelling. */
export function columnsOfChange(
  cipher: FieldCipher,
  personId: Id,
  change: PersonChange,
): Readonly<Record<string, unknown>> {
  const { phone, ...columns } = personColumns(valuesOf(cipher, personId, change));
  return phone === undefined ? columns : { ...columns, phone: phone && `\\x${phone.toString('hex')}` };
}

/** The new version; undefined where the record is no longer at `version`. A change of unit is `moveRecords` besides. */
export function changePersonFields(
  db: Db,
  institutionId: Id,
  cipher: FieldCipher,
  personId: Id,
  version: number,
  change: PersonChange,
): Promise<number | undefined> {
  return changePerson(db, institutionId, personId, version, valuesOf(cipher, personId, change));
}

function valuesOf(cipher: FieldCipher, personId: Id, change: PersonChange): Partial<PersonValues> {
  const { name, reading, phone } = change;
  const readings = name !== undefined || reading !== undefined ? readingsOf(name ?? '', reading) : {};
  return {
    ...readings,
    ...(name === undefined ? {} : { name, strokeKey: strokeKeyOf(name) }),
    ...(change.unitId === undefined ? {} : { unitId: change.unitId }),
    ...(change.affiliations === undefined ? {} : { affiliations: change.affiliations }),
    ...(change.noPartyStated === undefined ? {} : { noPartyStated: change.noPartyStated }),
    ...(change.position === undefined ? {} : { position: change.position }),
    ...(change.titles === undefined ? {} : { titles: change.titles }),
    ...(change.birthMonth === undefined ? {} : { birthMonth: change.birthMonth }),
    ...(phone === undefined ? {} : { phone: phone ? sealPhone(cipher, personId, phone) : null }),
  };
}
