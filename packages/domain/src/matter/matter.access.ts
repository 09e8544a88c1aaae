/** How someone stands to a matter, and which steps are theirs. The same table hides a button and refuses the request. */
import type { Actor } from '../access/actor.ts';
import type { Id } from '../kit/ids.ts';
import type { Refusal } from '../kit/refusal.ts';
import { nextClock, type Clock } from './matter.clocks.ts';
import { answerableUntil, isDelivered, isLive, mayClose } from './matter.answers.ts';
import type { MatterState } from './matter.state.ts';
import { FROM, isReady } from './matter.table.ts';
import { MATTER_REFUSALS } from './matter.refusals.ts';
import type { LevelOfView, MatterActionKind } from './matter.ts';
import { MATTER_STATUS_WORDS } from './matter.words.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import { ANSWER_LINK_DAYS } from './matter.ts';

export type Relation = {
  readonly level: LevelOfView;
  readonly person: Id;
  /** The proposer’s own place. */
  readonly party: number | null;
  /** The department in whose name a handler acts. */
  readonly unit: Id | null;
};

type Parties = readonly {
  readonly party: number;
  readonly personId: Id;
  readonly leaderId: Id | null;
  readonly withdrawn: boolean;
}[];

/** Whoever raised it stands to it as such, whatever else they are; undefined for someone who has nothing to do with it. */
export function relationOf(
  actor: Pick<Actor, 'personId' | 'roles' | 'reach'>,
  matter: {
    readonly unitId: Id;
    readonly lead: Id | null;
    readonly coHandlers: readonly Id[];
    readonly desks: readonly Id[];
  },
  parties: Parties,
): Relation | undefined {
  const person = actor.personId;
  const own = parties.find((one) => one.personId === person);
  if (own) return { level: 'proposer', person, party: own.party, unit: null };
  const keeps =
    actor.roles.includes('office') ||
    (actor.roles.includes('unitOfficer') && actor.reach.units.includes(matter.unitId));
  if (keeps) return { level: 'keeper', person, party: null, unit: null };
  const desks = actor.roles.includes('handler') ? actor.reach.desks : [];
  const lead = desks.find((unit) => unit === matter.lead);
  if (lead) return { level: 'handler', person, party: null, unit: lead };
  const co =
    desks.find((unit) => matter.coHandlers.includes(unit)) ?? desks.find((unit) => matter.desks.includes(unit));
  if (co) return { level: 'coHandler', person, party: null, unit: co };
  if (parties.some((one) => one.leaderId === person)) return { level: 'leader', person, party: null, unit: null };
  if (actor.roles.includes('checker')) return { level: 'checker', person, party: null, unit: null };
  return undefined;
}

const PROPOSER: readonly LevelOfView[] = ['proposer'];
const KEEPER: readonly LevelOfView[] = ['keeper'];
const WORKER: readonly LevelOfView[] = ['handler', 'keeper'];
const NOBODY: readonly LevelOfView[] = [];

const PERMITTED: Readonly<Record<MatterActionKind, readonly LevelOfView[]>> = {
  register: NOBODY,
  receive: NOBODY,
  import: NOBODY,
  choose: PROPOSER,
  revise: PROPOSER,
  add: PROPOSER,
  askProgress: PROPOSER,
  withdraw: PROPOSER,
  acknowledge: PROPOSER,
  answer: PROPOSER,
  forward: ['leader'],
  answerOnSpot: ['leader'],
  report: KEEPER,
  triage: KEEPER,
  release: KEEPER,
  assign: KEEPER,
  decideExtension: KEEPER,
  review: KEEPER,
  publish: KEEPER,
  merge: KEEPER,
  split: KEEPER,
  close: KEEPER,
  deliver: ['keeper', 'leader'],
  reopen: ['proposer', 'keeper'],
  take: ['handler'],
  handBack: ['handler'],
  askExtension: ['handler'],
  giveOpinion: ['coHandler'],
  wait: WORKER,
  resume: WORKER,
  draft: WORKER,
  submit: WORKER,
  tell: WORKER,
  lookBack: WORKER,
  note: ['handler', 'coHandler', 'keeper'],
};

/** Where a department leads, the drafting is its own; the office writes what it decided itself. */
const LEADS_OWN: readonly MatterActionKind[] = ['wait', 'draft', 'submit'];

export type World = { readonly today: PlainDate; readonly clocks: readonly Clock[] };

/** Why a step is not possible for someone now, whatever they would fill in; undefined where it is. */
export function refuseStep(
  state: MatterState,
  action: MatterActionKind,
  relation: Relation,
  { today, clocks }: World,
): Refusal | undefined {
  if (!PERMITTED[action].includes(relation.level)) return MATTER_REFUSALS.notYours();
  if (LEADS_OWN.includes(action) && relation.level === 'keeper' && state.lead !== null)
    return MATTER_REFUSALS.notYours();
  const naming = action === 'choose' || action === 'revise';
  if (naming && state.status !== 'registered') return MATTER_REFUSALS.reportedAlready();
  if (!FROM[action].includes(state.status)) return notNow(state);
  const party = relation.party;
  if (party !== null && !isLive(state, party)) return MATTER_REFUSALS.noSuchParty();
  if (action === 'triage' || action === 'assign') {
    if (!isReady(state)) return notNow(state);
    if (action === 'triage' && state.disposition !== null) return MATTER_REFUSALS.triagedAlready();
    if (action === 'assign' && state.disposition !== 'accepted') return MATTER_REFUSALS.triageFirst();
    if (action === 'assign' && !state.released) return MATTER_REFUSALS.notReleased();
  }
  // Once the office has begun, the answer is given where it is handled.
  if (action === 'answerOnSpot' && (state.disposition !== null || state.released)) return notNow(state);
  if (action === 'forward' && state.forwardedOn) return MATTER_REFUSALS.forwardedAlready();
  if (action === 'report' && state.reportedOn !== null) return notNow(state);
  if (action === 'handBack') return refuseHandBack(state, relation, today, clocks);
  if (action === 'giveOpinion') {
    if (!relation.unit || !state.coHandlers.includes(relation.unit)) return MATTER_REFUSALS.notYours();
    if (state.opinions.some((one) => one.unit === relation.unit && one.round === state.round))
      return MATTER_REFUSALS.opinionGiven();
  }
  if (action === 'askExtension' && state.extension !== null) return MATTER_REFUSALS.extendedAlready();
  if (action === 'decideExtension' && state.extension?.state !== 'asked') return MATTER_REFUSALS.noExtension();
  if (action === 'review' && state.wroteBy.includes(relation.person)) return MATTER_REFUSALS.secondPerson();
  if (action === 'withdraw' && party !== null && isDelivered(state, party)) return notNow(state);
  if (action === 'acknowledge' && party !== null && !state.published) return MATTER_REFUSALS.nothingToAnswer();
  if (action === 'answer' && party !== null) {
    const until = answerableUntil(state, party, today);
    if (until === undefined)
      return state.published ? MATTER_REFUSALS.answerClosed({ days: 7 }) : MATTER_REFUSALS.nothingToAnswer();
  }
  if (action === 'deliver' && state.published === null) return notNow(state);
  if (action === 'lookBack' && !state.promises.some((one) => one.settledOn === null)) return notNow(state);
  if (action === 'close') return refuseClosing(state, today, clocks);
  return undefined;
}

const notNow = (state: MatterState): Refusal => {
  const { zh, en } = MATTER_STATUS_WORDS[state.status];
  // The status stands in the sentence in the reader’s language.
  const { notNow: make } = MATTER_REFUSALS;
  const bare = make();
  return { ...bare, words: { zh: bare.words.zh.replace('{status}', zh), en: bare.words.en.replace('{status}', en) } };
};

/** A department hands a matter back once: the second time it has gone to and fro, and the office decides. */
function refuseHandBack(
  state: MatterState,
  { unit }: Relation,
  today: PlainDate,
  clocks: readonly Clock[],
): Refusal | undefined {
  if (!unit || state.lead !== unit) return MATTER_REFUSALS.notYours();
  if (handedBackBefore(state, unit)) return MATTER_REFUSALS.handBackTwice();
  const last = clocks.findLast((one) => one.clock === 'handBack');
  const window = last?.endedOn === null || last?.state === 'stopped' ? last.dueOn : null;
  if (window !== null && window !== undefined && today > window)
    return MATTER_REFUSALS.handBackTooLate({ day: window });
  return undefined;
}

export const handedBackBefore = (state: MatterState, unit: Id): boolean =>
  state.handBacks.some((one) => one.unit === unit && one.round === state.round);

/** Two departments have each said that it is not theirs. */
export const isLoop = (state: MatterState): boolean =>
  new Set(state.handBacks.filter((one) => one.round === state.round).map((one) => one.unit)).size > 1;

/** Silence is no consent, but it does not keep a matter open for ever: the time for the answer must be over. */
function refuseClosing(state: MatterState, today: PlainDate, clocks: readonly Clock[]): Refusal | undefined {
  if (!mayClose(state)) return MATTER_REFUSALS.noReplyDelivered();
  if (state.status === 'confirmed') return undefined;
  const waiting = clocks.findLast((one) => one.clock === 'confirm' && one.round === state.round);
  const until = waiting ? (waiting.dueOn ?? addDays(waiting.startedOn, ANSWER_LINK_DAYS)) : today;
  return today <= until ? MATTER_REFUSALS.stillWaitingForAnswer({ day: until }) : undefined;
}

/** The latest day that a department may pledge: the rule’s own. */
export function latestPledge(clocks: readonly Clock[]): PlainDate | null {
  const reply = clocks.findLast((one) => one.clock === 'reply' && one.endedOn === null);
  return reply && !reply.pledged ? reply.dueOn : null;
}

/** The clock that is shown beside a matter in a list. */
export const shownClock = (clocks: readonly Clock[], level: LevelOfView, unit: Id | null): Clock | undefined => {
  if (level === 'handler') return nextClock(clocks, ['lead'], unit);
  if (level === 'coHandler') return nextClock(clocks, ['coHandler'], unit);
  return nextClock(clocks, ['keeper', 'lead', 'coHandler', 'reviewer']);
};
