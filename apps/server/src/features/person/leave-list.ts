/** Leaving the list of representatives and coming back to it. Nothing of the past is changed by either. */
import type { takeOff as endpoint } from '@zhengyou/domain/person/record.contract.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { getKeptPerson, refuseDeceased, type KeptPerson } from './find-kept.ts';
import { personLeft } from './news.door.ts';
import { insertRepresentative } from './person.queries.ts';
import { setListing, touchPerson } from './record.queries.ts';

const isListed = (person: KeptPerson, today: string): boolean =>
  person.representative !== null && (person.representative.untilOn === null || person.representative.untilOn > today);

async function touch({ db, institutionId, ifMatch }: Context, person: KeptPerson): Promise<number> {
  const version = await touchPerson(db, institutionId, person.id, ifMatch);
  if (version === undefined) {
    const { phone: _, birthMonth: __, ...current } = person;
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current } }));
  }
  return version;
}

export async function takeOff(context: Context, personId: Id, body: BodyOf<typeof endpoint>) {
  const { db, institutionId, today } = context;
  const person = await getKeptPerson(context, personId);
  if (!isListed(person, today)) throw new Refused(personRefusals.notListed({ name: person.name }));
  if (body.on > today) throw new Refused(personRefusals.ahead(undefined, { field: 'on' }));
  const since = person.representative?.sinceOn ?? null;
  if (since !== null && body.on < since) throw new Refused(personRefusals.leftTooEarly(undefined, { field: 'on' }));
  if (body.reason === 'other' && body.words === null)
    throw new Refused(personRefusals.otherNeedsWords(undefined, { field: 'words' }));

  const version = await touch(context, person);
  await setListing(db, institutionId, personId, { untilOn: body.on, reason: body.reason, words: body.words });
  await context.tell(personLeft, { personId, on: body.on, reason: body.reason });
  const detail = { on: body.on, reason: body.reason };
  await context.audit({ action: 'takeOff', subjectKind: 'person', subjectId: personId, people: [personId], detail });
  return { version };
}

export async function putBack(context: Context, personId: Id) {
  const { db, institutionId, today } = context;
  const person = await getKeptPerson(context, personId);
  if (isListed(person, today)) throw new Refused(personRefusals.alreadyListed({ name: person.name }));
  await refuseDeceased(context, person);

  const version = await touch(context, person);
  if (person.representative)
    await setListing(db, institutionId, personId, { untilOn: null, reason: null, words: null });
  else await insertRepresentative(db, institutionId, { personId, unitId: person.unit.id, sinceOn: today });
  await context.audit({ action: 'putBack', subjectKind: 'person', subjectId: personId, people: [personId] });
  return { version };
}
