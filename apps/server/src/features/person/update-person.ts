import type { updatePerson as endpoint } from '@zhengyou/domain/person/person.contract.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { listUnits } from '../unit/unit.door.ts';
import { moveRecords } from './person.queries.ts';
import { findPerson } from './person.reads.ts';
import { personMoved } from './news.door.ts';
import { changePersonFields } from './record-person.ts';

export async function updatePerson(context: Context, personId: Id, body: BodyOf<typeof endpoint>) {
  const { db, institutionId, reach, actor, ifMatch, outside } = context;
  const person = await findPerson(db, institutionId, reach, personId);
  if (!person) throw new Refused(edgeRefusals.notFound());
  const keeping = keepingOf(actor);
  if (!keeps(keeping, person.unit.id)) throw new Refused(personRefusals.notYourUnit());
  const fields = Object.entries(body).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (fields.length === 0) throw new Refused(personRefusals.nothingToChange());
  const moves = body.unitId !== undefined && body.unitId !== person.unit.id;
  if (moves && body.unitId) {
    const units = await listUnits(db, institutionId);
    const known = units.some((unit) => unit.id === body.unitId);
    if (!known) throw new Refused(personRefusals.unitMissing(undefined, { field: 'unitId' }));
    if (!keeps(keeping, body.unitId)) throw new Refused(personRefusals.notYourUnit(undefined, { field: 'unitId' }));
  }

  const version = await changePersonFields(db, institutionId, outside.cipher, personId, ifMatch, body);
  if (version === undefined) {
    const { phone: _, birthMonth: __, ...current } = person;
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current } }));
  }
  if (moves && body.unitId) {
    await moveRecords(db, institutionId, personId, body.unitId);
    await context.tell(personMoved, { personId, unitId: body.unitId });
  }
  const detail = { fields };
  await context.audit({ action: 'update', subjectKind: 'person', subjectId: personId, people: [personId], detail });
  return { version };
}
