/** Something is told of a friend; the leader turns to them or says why not; whoever told it hears how it ended. */
import { mayWriteFor } from '@zhengyou/domain/interaction/interaction.access.ts';
import type { BodyOf, QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/occasion/occasion.contract.ts';
import { occasionRefusals } from '@zhengyou/domain/occasion/occasion.refusals.ts';
import {
  isPrivate,
  isSensitive,
  mayFollow,
  nextState,
  occasionCans,
  taskState,
  type OccasionAction,
  type OccasionStepKind,
  type RaisedAs,
} from '@zhengyou/domain/occasion/occasion.ts';
import {
  dueDay,
  dutyOf,
  keepUntil,
  kindsOn,
  refuseOccasion,
  refuseWords,
  settingOf,
} from '@zhengyou/domain/occasion/occasion.rules.ts';
import { WORDINGS } from '@zhengyou/domain/occasion/occasion.words.ts';
import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { workdaysOf } from '../calendar/calendar.door.ts';
import { getPolicyInForce, localSettingsOn } from '../policy/policy.door.ts';
import { occasionAnswered, occasionRaised, occasionWithdrawn } from './news.door.ts';
import {
  appendStep,
  eraseExpired,
  eraseWords,
  findOccasion,
  insertOccasion,
  listOccasionRows,
  listSteps,
  listTold,
  replaceWords,
  writeState,
  type NewStep,
  type OccasionRow,
  type StepRow,
  type ToldRow,
} from './occasion.queries.ts';
import { listReaders, listTellable, namesOfLeaders, type Told } from './occasion.reads.ts';

export const askerOf = ({ reach, actor }: Context) => ({ reach, keeps: actor.keeps });

/** In what capacity one tells something of a person. */
function capacity({ actor }: Context, personId: Id | undefined): RaisedAs {
  if (personId === actor.personId) return 'self';
  return actor.roles.includes('office') ? 'office' : 'unit';
}

const PEOPLE_SHOWN = 30;

export async function startRaise(context: Context, query: QueryOf<typeof contract.startRaise>) {
  const { actor, db, institutionId, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const own = !actor.roles.includes('office') && !actor.roles.includes('unitOfficer');
  const people = await listTellable(db, institutionId, context.reach, scopeOf(context), today, {
    people: own ? [actor.personId] : query.person === undefined ? undefined : [query.person],
    q: query.q,
    limit: PEOPLE_SHOWN,
  });
  const as = own ? ('self' as const) : capacity(context, query.person);
  const tier = people[0]?.leaders[0]?.tier ?? policy.tiers[0]?.id ?? '';
  const tables = await workdaysOf(context);
  return {
    today,
    as,
    kinds: kindsOn(policy, today)
      .filter((kind) => as !== 'office' || !isPrivate(kind))
      .map((kind) => ({
        kind,
        private: isPrivate(kind),
        clause: dutyOf(policy, tier, kind, today, tables)?.clause ?? null,
      })),
    people: people.map(({ id, name, unitShort, leaders }) => ({
      id,
      name,
      unitShort,
      leaders: leaders.map((one) => ({ id: one.id, name: one.name })),
    })),
  };
}

/** A leader's friends are not theirs to tell of: the office tells of everybody, a unit of its own people, a person of themself. */
const scopeOf = ({ reach, actor }: Context) => ({
  ...reach,
  whole: reach.whole && actor.roles.includes('office'),
  people: [actor.personId],
});

export async function raiseOccasion(context: Context, body: BodyOf<typeof contract.raiseOccasion>) {
  const { actor, db, institutionId, today, now } = context;
  const personId = body.representativeId ?? actor.personId;
  const [person] = await listTellable(db, institutionId, context.reach, scopeOf(context), today, {
    people: [personId],
    limit: 1,
  });
  if (!person) throw new Refused(occasionRefusals.noSuchPerson(undefined, { field: 'representativeId' }));
  const as = capacity(context, personId);
  const leader = chooseLeader(person, body.leaderId);
  const words = body.words.trim();
  const refusal = refuseOccasion({ ...body, as, words }, today);
  if (refusal) throw new Refused(refusal);

  const asked = await askedOf(context, leader.tier, leader.unitId, body.kind);
  const row: OccasionRow = {
    id: newId(now.getTime()),
    version: 1,
    kind: body.kind,
    private: isPrivate(body.kind),
    personId,
    personName: person.name,
    personUnitId: person.unitId,
    leaderId: leader.id,
    leaderName: leader.known ? leader.name : null,
    unitId: leader.unitId,
    pairingId: leader.pairingId,
    raisedBy: actor.personId,
    raisedName: actor.name,
    raisedAs: as,
    raisedOn: today,
    happenedOn: body.happenedOn,
    ...asked,
    status: 'open',
    interactionId: null,
    seen: false,
  };
  await insertOccasion(db, institutionId, row, {
    words,
    purpose: isSensitive(body.kind) ? (body.purpose ?? 'visit') : null,
    consent: as === 'self' ? 'own' : body.consent ? 'toUnit' : null,
    consentOn: as === 'self' || body.consent ? today : null,
    keepUntil: keepUntil(today, body.keepMonths),
  });
  await append(context, row, 'raise');
  await eraseExpired(db, institutionId, today);

  await context.tell(occasionRaised, { ...toldOf(row), action: row.action, dueOn: row.dueOn });
  return shownOne(context, row);
}

function chooseLeader(person: Told, wanted: Id | undefined): Told['leaders'][number] {
  const [first] = person.leaders;
  if (!first) throw new Refused(occasionRefusals.notPaired(undefined, { field: 'representativeId' }));
  if (wanted === undefined && person.leaders.length > 1)
    throw new Refused(occasionRefusals.whichLeader({ count: person.leaders.length }, { field: 'leaderId' }));
  const chosen = wanted === undefined ? first : person.leaders.find((one) => one.id === wanted);
  if (!chosen) throw new Refused(occasionRefusals.notPaired(undefined, { field: 'leaderId' }));
  return chosen;
}

/** What the measures ask, until when: their own day, else the house's, else none. */
async function askedOf(context: Context, tier: Tier, unitId: Id, kind: OccasionRow['kind']) {
  const { db, institutionId, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const tables = await workdaysOf(context);
  const duty = dutyOf(policy, tier, kind, today, tables);
  const setting = (await localSettingsOn(db, institutionId, settingOf(kind), today))(unitId);
  const due = dueDay(duty, setting?.value, today, tables);
  const otherwise: OccasionAction = kind === 'achievement' || kind === 'jobChange' ? 'congratulate' : 'comfort';
  return {
    action: duty?.action ?? otherwise,
    requirement: duty?.requirement ?? null,
    clause: duty?.clause ?? null,
    dueOn: due.on,
    dueIsLocal: due.local,
    dueIsEstimated: due.estimated,
  };
}

export const toldOf = (row: OccasionRow) => ({
  occasionId: row.id,
  kind: row.kind,
  private: row.private,
  leaderId: row.leaderId,
  representativeId: row.personId,
  unitId: row.unitId,
  raisedBy: row.raisedBy,
});

type Said = Partial<Pick<NewStep, 'words' | 'channel' | 'happenedOn' | 'interactionId'>>;

async function append(context: Context, row: OccasionRow, action: OccasionStepKind, said: Said = {}): Promise<void> {
  const { actor, db, institutionId, now, requestKey } = context;
  await appendStep(db, institutionId, row, {
    action,
    words: said.words ?? null,
    channel: said.channel ?? null,
    happenedOn: said.happenedOn ?? null,
    interactionId: said.interactionId ?? null,
    actor: { id: actor.personId, name: actor.name },
    requestKey,
    at: now,
  });
  await context.audit({
    action,
    subjectKind: 'occasion',
    subjectId: row.id,
    people: [row.personId, row.leaderId],
    detail: row.private ? {} : { kind: row.kind },
  });
}

/** Steps the machine and stores where it came to, by the same fold that reads the history. */
export async function takeStep(
  context: Context,
  row: OccasionRow,
  action: Exclude<OccasionStepKind, 'raise'>,
  said: Said = {},
): Promise<OccasionRow> {
  if (!mayFollow(row, action)) throw new Refused(occasionRefusals.notNow());
  await append(context, row, action, said);
  const state = nextState(row, { action, interactionId: said.interactionId ?? null });
  await writeState(context.db, context.institutionId, row, state, context.today);
  return { ...row, ...state, interactionId: state.interactionId as Id | null, version: row.version + 1 };
}

async function hold(context: Context, id: Id, version: number): Promise<OccasionRow> {
  const row = await findOccasion(context.db, context.institutionId, askerOf(context), id, { lock: true });
  if (!row) throw new Refused(edgeRefusals.notFound());
  if (row.version !== version)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await shownOne(context, row) } }));
  return row;
}

const sideOf = ({ actor }: Context, row: OccasionRow) => ({
  self: actor.reach.self.includes(row.personId),
  raised: actor.reach.self.includes(row.raisedBy),
  writes: mayWriteFor(actor, row.leaderId, row.unitId),
  keeps: actor.keeps,
});

function mustBeAble(context: Context, row: OccasionRow, action: 'decline' | 'amend' | 'seen' | 'withdraw'): void {
  const can = occasionCans(row, sideOf(context, row));
  if (can.includes(action)) return;
  throw new Refused(mayFollow(row, action) ? occasionRefusals.notYours() : occasionRefusals.notNow());
}

type Changed = { readonly version: number };

export async function declineOccasion(context: Context, id: Id, body: Changed & { readonly words: string }) {
  const row = await hold(context, id, body.version);
  mustBeAble(context, row, 'decline');
  const words = body.words.trim();
  if (words === '') throw new Refused(occasionRefusals.noReason(undefined, { field: 'words' }));
  const refusal = refuseWords(words);
  if (refusal) throw new Refused(refusal);
  const after = await takeStep(context, row, 'decline', { words });
  await context.tell(occasionAnswered, { ...toldOf(row), answer: 'declined' });
  return shownOne(context, after);
}

export async function amendOccasion(context: Context, id: Id, body: Changed & { readonly words: string }) {
  const row = await hold(context, id, body.version);
  mustBeAble(context, row, 'amend');
  const words = body.words.trim();
  const refusal = refuseWords(words);
  if (refusal) throw new Refused(refusal);
  await replaceWords(context.db, context.institutionId, id, words);
  return shownOne(context, await takeStep(context, row, 'amend'));
}

export async function markAnswerSeen(context: Context, id: Id, body: Changed) {
  const row = await hold(context, id, body.version);
  mustBeAble(context, row, 'seen');
  return shownOne(context, await takeStep(context, row, 'seen'));
}

export async function withdrawOccasion(context: Context, id: Id, body: Changed) {
  const row = await hold(context, id, body.version);
  mustBeAble(context, row, 'withdraw');
  await eraseWords(context.db, context.institutionId, id, context.today);
  const after = await takeStep(context, row, 'withdraw');
  await context.tell(occasionWithdrawn, toldOf(row));
  return shownOne(context, after);
}

export async function listOccasions(context: Context, query: QueryOf<typeof contract.listOccasions>) {
  const { actor, db, institutionId } = context;
  const { items, total } = await listOccasionRows(db, institutionId, askerOf(context), query);
  await context.audit({
    action: 'read',
    subjectKind: 'occasions',
    people: [...new Set(items.map((one) => one.personId))],
    detail: { count: items.length },
  });
  const tells = (['office', 'unitOfficer', 'representative'] as const).some((role) => actor.roles.includes(role));
  return { items: await shownAll(context, items), total, can: tells ? (['raise'] as const).slice() : [] };
}

export async function readOccasion(context: Context, id: Id) {
  const { actor, db, institutionId, today, zone } = context;
  const asker = askerOf(context);
  const row = await findOccasion(db, institutionId, asker, id);
  if (!row) throw new Refused(edgeRefusals.notFound());
  const told = (await listTold(db, institutionId, asker, [id], today)).get(id);
  const words = readable(told, today);
  const own = sideOf(context, row).self;
  // What is opened is what was told; looking at how it stands is only a reading.
  await context.audit({
    action: words !== null && !own ? 'open' : 'read',
    subjectKind: 'occasion',
    subjectId: id,
    people: [row.personId],
    detail: { by: actor.name, ...(row.private ? {} : { kind: row.kind }) },
  });
  const steps = await listSteps(db, institutionId, asker, [id]);
  return {
    ...(await shownOne(context, row)),
    words,
    told: told === undefined ? ('withheld' as const) : words === null ? ('erased' as const) : ('shown' as const),
    purpose: told?.purpose ?? null,
    consent: told?.consent ?? null,
    consentOn: told?.consentOn ?? null,
    keepUntil: told?.keepUntil ?? null,
    readers: own ? await listReaders(db, institutionId, id, zone) : null,
    wordings: [...WORDINGS[row.kind]],
    steps: steps.map((step) => ({ action: step.action, name: step.actorName, words: step.words, at: step.at })),
  };
}

/** Past its day it is no longer shown, whether or not it has been erased yet. */
const readable = (told: ToldRow | undefined, today: PlainDate): string | null =>
  told === undefined || told.keepUntil <= today ? null : told.words;

async function shownOne(context: Context, row: OccasionRow) {
  const [one] = await shownAll(context, [row]);
  if (!one) throw new Error('an occasion without itself');
  return one;
}

export async function shownAll(context: Context, rows: readonly OccasionRow[]) {
  const { db, institutionId, reach, today } = context;
  const asker = askerOf(context);
  const ids = rows.map((row) => row.id);
  const steps = Map.groupBy(await listSteps(db, institutionId, asker, ids), (step) => step.occasionId);
  const open = rows.filter((row) => !isSensitive(row.kind)).map((row) => row.id);
  const told = await listTold(db, institutionId, asker, open, today);
  const leaders = await namesOfLeaders(
    db,
    institutionId,
    reach,
    rows.map((row) => row.leaderId),
    today,
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    private: row.private,
    person: { id: row.personId, name: row.personName, pairingId: row.pairingId },
    leader: { id: row.leaderId, name: leaders.get(row.leaderId) || (row.leaderName ?? '') },
    raisedAs: row.raisedAs,
    raisedBy: row.raisedName,
    raisedOn: row.raisedOn,
    happenedOn: row.happenedOn,
    action: row.action,
    clause: row.clause,
    dueOn: row.dueOn,
    dueIsLocal: row.dueIsLocal,
    dueIsEstimated: row.dueIsEstimated,
    status: row.status,
    state: taskState(row, today),
    words: readable(told.get(row.id), today),
    answer: answerOf(row, steps.get(row.id) ?? []),
    can: occasionCans(row, sideOf(context, row)),
  }));
}

function answerOf(row: OccasionRow, steps: readonly StepRow[]) {
  if (row.status !== 'done' && row.status !== 'declined') return null;
  const step = steps.findLast((one) => one.action === (row.status === 'done' ? 'do' : 'decline'));
  if (!step) return null;
  return {
    by: step.actorName,
    at: step.at,
    channel: step.channel,
    on: step.happenedOn,
    words: step.words,
    seen: row.seen,
  };
}
