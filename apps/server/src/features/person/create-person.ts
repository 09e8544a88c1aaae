import type { createPerson as endpoint } from '@zhengyou/domain/person/person.contract.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { listUnits } from '../unit/unit.door.ts';
import { insertRepresentative } from './person.queries.ts';
import { listNamesakes } from './person.reads.ts';
import { createPerson as insert } from './record-person.ts';

export async function createPerson(context: Context, body: BodyOf<typeof endpoint>) {
  const { db, institutionId, reach, actor, today, outside } = context;
  const unit = (await listUnits(db, institutionId)).find((one) => one.id === body.unitId);
  if (!unit) throw new Refused(personRefusals.unitMissing(undefined, { field: 'unitId' }));
  if (!keeps(keepingOf(actor), unit.id)) throw new Refused(personRefusals.notYourUnit(undefined, { field: 'unitId' }));
  const namesake = (await listNamesakes(db, institutionId, reach, [body.name])).find((one) => one.unit.id === unit.id);
  if (namesake && !body.another) {
    const facts = { unit: unit.shortName, name: body.name };
    throw new Refused(personRefusals.duplicate(facts, { field: 'name', extra: { personId: namesake.id } }));
  }

  const { another: _, ...values } = body;
  const id = await insert(db, institutionId, outside.cipher, values);
  await insertRepresentative(db, institutionId, { personId: id, unitId: unit.id, sinceOn: today });
  await context.audit({ action: 'create', subjectKind: 'person', subjectId: id, people: [id] });
  return { id };
}
