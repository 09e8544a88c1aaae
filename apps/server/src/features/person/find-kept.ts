/** The person whose record is about to be changed: within reach, kept by whoever asks. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { findPerson, listFacts } from './person.reads.ts';

export async function getKeptPerson({ db, institutionId, reach, actor }: Context, personId: Id) {
  const person = await findPerson(db, institutionId, reach, personId);
  if (!person) throw new Refused(edgeRefusals.notFound());
  if (!keeps(keepingOf(actor), person.unit.id)) throw new Refused(personRefusals.notYourUnit());
  return person;
}

export type KeptPerson = Awaited<ReturnType<typeof getKeptPerson>>;

/** Refuses where a death is recorded: nothing new is asked of such a record. */
export async function refuseDeceased({ db, institutionId, reach }: Context, person: KeptPerson): Promise<void> {
  const facts = await listFacts(db, institutionId, reach, person.id);
  if (facts.some((fact) => fact.kind === 'deceased')) throw new Refused(personRefusals.deceased({ name: person.name }));
}
