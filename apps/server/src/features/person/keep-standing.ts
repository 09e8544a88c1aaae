/** Adding, correcting and ending a standing: three short use cases over one record. */
import type {
  createStanding as createEndpoint,
  endStanding as endEndpoint,
  updateStanding as updateEndpoint,
} from '@zhengyou/domain/person/person.contract.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { personRefusals, SOURCE_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { readStanding } from '@zhengyou/domain/person/standing-text.ts';
import { sayDay } from '@zhengyou/domain/calendar/date.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { getKeptPerson, refuseDeceased } from './find-kept.ts';
import { changeStanding, insertStanding, type StandingValues } from './person.queries.ts';
import { listStandings, type RecordedStanding } from './person.reads.ts';

/** Who told it, and when, with the year: it is read years later. */
const sourceOf = ({ actor, today }: Context, deed: keyof typeof SOURCE_WORDS) =>
  say(SOURCE_WORDS[deed], 'zh', { name: actor.name, day: sayDay(today, plainDate('0001-01-01'), 'zh') });

function valuesOf(body: BodyOf<typeof createEndpoint>, source: string): StandingValues {
  if (body.startsOn !== null && body.endsOn !== null && body.endsOn <= body.startsOn)
    throw new Refused(personRefusals.endsBeforeStart(undefined, { field: 'endsOn' }));
  // The body and the party are read off the words; what the form chose goes before what the words suggest.
  const reading = readStanding(body.written);
  return { ...body, body: reading.body, party: reading.party, source };
}

export async function createStanding(context: Context, personId: Id, body: BodyOf<typeof createEndpoint>) {
  const { db, institutionId } = context;
  const person = await getKeptPerson(context, personId);
  await refuseDeceased(context, person);
  if (!person.representative) throw new Refused(personRefusals.notRepresentative({ name: person.name }));
  const values = valuesOf(body, sourceOf(context, 'added'));

  const id = newId();
  await insertStanding(db, institutionId, id, { ...values, personId, unitId: person.unit.id });
  await context.audit({ action: 'create', subjectKind: 'standing', subjectId: id, people: [personId] });
  return { id };
}

export async function updateStanding(context: Context, standingId: Id, body: BodyOf<typeof updateEndpoint>) {
  const standing = await ownStanding(context, standingId);
  return change(context, standing, valuesOf(body, sourceOf(context, 'corrected')), 'update');
}

export async function endStanding(context: Context, standingId: Id, body: BodyOf<typeof endEndpoint>) {
  const standing = await ownStanding(context, standingId);
  if (standing.startsOn !== null && body.endsOn <= standing.startsOn)
    throw new Refused(personRefusals.endsBeforeStart(undefined, { field: 'endsOn' }));
  if (standing.endsOn !== null && standing.endsOn <= body.endsOn) throw new Refused(personRefusals.alreadyOver());
  const values = { ...standing, endsOn: body.endsOn, precision: 'day' as const, source: sourceOf(context, 'ended') };
  return change(context, standing, values, 'end');
}

async function ownStanding({ db, institutionId, reach, actor }: Context, standingId: Id): Promise<RecordedStanding> {
  const [standing] = await listStandings(db, institutionId, reach, { standingId });
  if (!standing) throw new Refused(edgeRefusals.notFound());
  if (!keeps(keepingOf(actor), standing.unitId)) throw new Refused(personRefusals.notYourUnit());
  return standing;
}

async function change(context: Context, standing: RecordedStanding, values: StandingValues, action: string) {
  const { db, institutionId, ifMatch } = context;
  const version = await changeStanding(db, institutionId, standing.id, ifMatch, values);
  if (version === undefined) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: standing } }));
  const people = [standing.personId];
  await context.audit({ action, subjectKind: 'standing', subjectId: standing.id, people });
  return { version };
}
