/** Parts of a line that follow from its steps: stops, notes, history, points with their replies. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Relation } from '@zhengyou/domain/matter/matter.access.ts';
import type { Clock } from '@zhengyou/domain/matter/matter.clocks.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import { STOPS, type ClockKind, type MatterActionKind, type Stop } from '@zhengyou/domain/matter/matter.ts';
import { blanksOf } from '@zhengyou/domain/matter/reply-text.ts';
import { readsSaid } from './matter-shown.ts';
import type { ActionRow, PointRow, ReplyRow, SaidRow } from './line.reads.ts';
import type { MatterRow, Units } from './matter.reads.ts';

type Shared = {
  readonly actions: readonly ActionRow[];
  readonly units: Units;
  readonly relation: Relation;
  readonly state: MatterState;
  readonly matter: MatterRow;
};

const REACHED_BY: Readonly<Record<Stop, MatterActionKind>> = {
  registered: 'register',
  reported: 'report',
  assigned: 'assign',
  inProgress: 'take',
  waiting: 'wait',
  drafted: 'submit',
  reviewed: 'review',
  replied: 'publish',
  confirmed: 'answer',
  closed: 'close',
};
const reaches = (action: MatterActionKind, stop: Stop): boolean =>
  action === REACHED_BY[stop] || (stop === 'replied' && action === 'answerOnSpot');
const DUE_BY: Partial<Record<Stop, ClockKind>> = { replied: 'reply', reviewed: 'review', reported: 'report' };

/** The wait is a stop only while, or after, there was one; the stops of the present round only. */
export function stopsOf({ actions, units, state }: Shared, clocks: readonly Clock[]): MatterLine['stops'] {
  const { status, round } = state;
  const ended = status === 'merged' || status === 'withdrawn' || status === 'endedInLedger';
  const now = STOPS.indexOf(ended ? 'registered' : status);
  // Answered by the leader at once, or by the office itself: nobody was handed it, nothing was drafted for review.
  const onSpot = actions.some((one) => one.step.action === 'answerOnSpot' && one.round === round);
  const skipped: readonly Stop[] = onSpot ? ['assigned', 'inProgress', 'drafted', 'reviewed'] : [];
  const waited = actions.findLast((one) => one.step.action === 'wait' && one.round === round);
  const resumed =
    waited &&
    actions.find((one) => one.ordinal > waited.ordinal && (one.step.action === 'resume' || one.step.action === 'add'));
  const drawn = STOPS.filter((stop) => !skipped.includes(stop) && (stop !== 'waiting' || waited !== undefined)).filter(
    (stop) => stop !== 'assigned' || state.lead !== null || now < STOPS.indexOf('inProgress') || ended,
  );
  // What the ledger ended went through none of them here.
  return drawn
    .filter((stop) => status !== 'endedInLedger' || stop === 'registered')
    .map((stop) => {
      const place = STOPS.indexOf(stop);
      const early = place <= STOPS.indexOf('assigned');
      const row = actions.findLast(
        (one) => reaches(one.step.action, stop) && (early || one.round === round) && reviewed(one),
      );
      // A difficulty may have been handed over before it was reported; a further round begins at the work itself.
      const passed = ended ? row !== undefined : place < now && (stop !== 'reported' || row !== undefined);
      const due = clocks.findLast((one) => one.clock === DUE_BY[stop] && one.endedOn === null);
      const reached = passed || (!ended && stop === 'closed' && status === 'closed');
      const isNow = !ended && stop === status && status !== 'closed';
      return {
        stop,
        state: reached ? 'reached' : isNow ? (stop === 'waiting' ? 'paused' : 'now') : 'ahead',
        on: reached || isNow ? (row?.step.on ?? (isNow ? state.statusOn : null)) : null,
        untilOn: stop === 'waiting' ? (resumed?.step.on ?? null) : null,
        dueOn: reached ? null : (due?.dueOn ?? null),
        by: stop === 'assigned' && state.lead ? (units.get(state.lead)?.shortName ?? null) : (row?.actorName ?? null),
        note: stop === 'waiting' ? (waited?.words ?? null) : null,
      };
    });
}

const reviewed = ({ step }: ActionRow) => step.action !== 'review' || step.detail.verdict === 'approved';

/** What was told to the proposer is theirs; notes on the handling stay with those who work on it. */
export function notesOf({ actions, units, relation }: Shared): MatterLine['notes'] {
  const works = relation.level !== 'proposer' && relation.level !== 'leader';
  return actions.flatMap(({ step, words, actorName }) => {
    const inner = step.action === 'note' || step.action === 'forward';
    if (step.action !== 'tell' && !(inner && works && (words ?? '') !== '')) return [];
    const unit = step.by.unit === null ? null : (units.get(step.by.unit) ?? null);
    const way = step.action === 'tell' ? step.detail.way : null;
    const sort = step.action === 'tell' ? ('progress' as const) : ('handling' as const);
    return [{ on: step.on, sort, text: words ?? '', by: actorName ?? '', unit, way }];
  });
}

/** Steps of the inner work are not the proposer’s to follow: they see the stops. */
const INNER: readonly MatterActionKind[] = ['note', 'draft', 'release', 'askExtension', 'giveOpinion'];

export const historyOf = ({ actions, units, relation }: Shared): MatterLine['history'] =>
  actions
    .filter(({ step }) => step.action !== 'draft')
    .filter(({ step }) => readsAll(relation) || !INNER.includes(step.action))
    .map(({ ordinal, round, at, actorName, step }) => ({
      ordinal,
      action: step.action,
      on: step.on,
      at: at.toISOString(),
      round,
      by: actorName,
      unit: step.by.unit === null ? null : (units.get(step.by.unit) ?? null),
    }));

const readsAll = ({ level }: Relation) => level !== 'proposer' && level !== 'leader';

type Points = {
  readonly points: readonly PointRow[];
  readonly said: readonly SaidRow[];
  readonly replies: readonly ReplyRow[];
  readonly relation: Relation;
  readonly state: MatterState;
};

export function partsOf({ points, said, replies, relation, state }: Points): MatterLine['pointList'] {
  const works = relation.level === 'keeper' || relation.level === 'handler' || relation.level === 'coHandler';
  const words = new Map<Id, string>(said.flatMap((one) => (one.pointId ? [[one.pointId, one.words] as const] : [])));
  const shaped = (one: ReplyRow) => ({
    round: one.round,
    text: one.text,
    outcome: one.outcome,
    promiseOn: one.promiseOn,
  });
  return points.map((point) => {
    const own = replies.filter((one) => one.pointId === point.id);
    const present = own.find((one) => one.round === state.round && one.text !== '');
    const shown = present && (present.publishedOn !== null || works) ? present : undefined;
    return {
      id: point.id,
      ordinal: point.ordinal,
      said: readsSaid(relation) ? (words.get(point.id) ?? null) : null,
      released: point.released,
      reply: shown ? { ...shaped(shown), published: shown.publishedOn !== null, blanks: blanksOf(shown.text) } : null,
      earlier: own.filter((one) => one.round < state.round && one.publishedOn !== null).map(shaped),
    };
  });
}
