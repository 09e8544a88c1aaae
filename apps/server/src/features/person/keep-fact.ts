/** Circumstances as dated facts. A death is one of them: after it nobody is asked to contact the person, and nothing is deleted. */
import type {
  createFact as createEndpoint,
  updateFact as updateEndpoint,
} from '@zhengyou/domain/person/record.contract.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { earlierOf, laterOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { getKeptPerson, type KeptPerson } from './find-kept.ts';
import { personLeft } from './news.door.ts';
import { listFacts } from './person.reads.ts';
import { changeFact, deleteFact, endPosts, insertFact, setListing } from './record.queries.ts';
import { findFact } from './record.reads.ts';

type Bounds = { readonly startsOn: PlainDate | null; readonly endsOn: PlainDate | null };
function checkBounds({ startsOn, endsOn }: Bounds) {
  if (startsOn !== null && endsOn !== null && endsOn <= startsOn)
    throw new Refused(personRefusals.factEndsBeforeStart(undefined, { field: 'endsOn' }));
}

export async function createFact(context: Context, personId: Id, body: BodyOf<typeof createEndpoint>) {
  const { db, institutionId, reach, actor, now, today } = context;
  const person = await getKeptPerson(context, personId);
  checkBounds(body);
  const facts = await listFacts(db, institutionId, reach, personId);
  const isDeath = body.kind === 'deceased';
  if (facts.some((fact) => fact.kind === 'deceased'))
    throw new Refused((isDeath ? personRefusals.deathKnown : personRefusals.deceased)({ name: person.name }));
  if (isDeath && body.startsOn !== null && body.startsOn > today)
    throw new Refused(personRefusals.ahead(undefined, { field: 'startsOn' }));

  const of = { personId, unitId: person.unit.id, by: actor.personId, at: now };
  const id = await insertFact(db, institutionId, of, isDeath ? { ...body, endsOn: null } : body);
  if (isDeath) await followDeath(context, person, body.startsOn ?? today);
  const detail = { kind: body.kind };
  await context.audit({ action: 'create', subjectKind: 'fact', subjectId: id, people: [personId], detail });
  return { id };
}

/** Posts and the place on the list end; what later rooms keep ahead for the person falls away. */
async function followDeath(context: Context, person: KeptPerson, on: PlainDate) {
  const { db, institutionId } = context;
  await endPosts(db, institutionId, person.id, on);
  const listing = person.representative;
  if (listing) {
    const untilOn = earlierOf(listing.untilOn ?? on, laterOf(on, listing.sinceOn ?? on));
    await setListing(db, institutionId, person.id, { untilOn, reason: 'deceased', words: null });
  }
  await context.tell(personLeft, { personId: person.id, on, reason: 'deceased' });
}

async function getOwnFact({ db, institutionId, reach, actor }: Context, factId: Id) {
  const fact = await findFact(db, institutionId, reach, factId);
  if (!fact) throw new Refused(edgeRefusals.notFound());
  if (!keeps(keepingOf(actor), fact.unitId)) throw new Refused(personRefusals.notYourUnit());
  return fact;
}

export async function updateFact(context: Context, factId: Id, body: BodyOf<typeof updateEndpoint>) {
  const { db, institutionId, ifMatch, actor, now, today } = context;
  const fact = await getOwnFact(context, factId);
  checkBounds(body);
  if (fact.kind === 'deceased' && body.startsOn !== null && body.startsOn > today)
    throw new Refused(personRefusals.ahead(undefined, { field: 'startsOn' }));
  const by = { actorId: actor.personId, at: now };
  const version = await changeFact(db, institutionId, factId, ifMatch, body, by);
  if (version === undefined) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: fact } }));
  await context.audit({ action: 'update', subjectKind: 'fact', subjectId: factId, people: [fact.personId] });
  return { version };
}

/** Taking a mistaken death back opens the record again; the place on the list is given back by hand, with the pairs. */
export async function removeFact(context: Context, factId: Id) {
  const { db, institutionId, ifMatch } = context;
  const fact = await getOwnFact(context, factId);
  if (!(await deleteFact(db, institutionId, factId, ifMatch)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: fact } }));
  if (fact.kind === 'deceased') {
    const person = await getKeptPerson(context, fact.personId);
    const untilOn = person.representative?.untilOn;
    if (person.representative?.leftReason === 'deceased' && untilOn)
      await setListing(db, institutionId, fact.personId, { untilOn, reason: null, words: null });
  }
  const detail = { kind: fact.kind };
  await context.audit({ action: 'remove', subjectKind: 'fact', subjectId: factId, people: [fact.personId], detail });
  return {};
}
