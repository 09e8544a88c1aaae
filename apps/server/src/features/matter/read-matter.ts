/** The line of one matter, each reader with their level. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { refuseStep } from '@zhengyou/domain/matter/matter.access.ts';
import { daysStill, workingDaysOf } from '@zhengyou/domain/matter/matter.clocks.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { isLoop } from '@zhengyou/domain/matter/matter.access.ts';
import type { DetailOf } from '@zhengyou/domain/matter/matter.steps.ts';
import { MATTER_ACTIONS, type MatterActionKind } from '@zhengyou/domain/matter/matter.ts';
import type { Context } from '../../edge/context.ts';
import {
  listActions,
  listAdditions,
  listAnswers,
  listDeliveries,
  listPoints,
  listReplies,
  listSaid,
} from './line.reads.ts';
import { listNumbers, listUnitRefs } from './matter.reads.ts';
import { changeableUntil, clockShown, readsSaid, shapeItem } from './matter-shown.ts';
import { openMatter, openOwn, type Opened } from './open-matter.ts';
import { promiseShown, promisesOf } from './promises.reads.ts';
import { historyOf, notesOf, partsOf, stopsOf } from './line-parts.ts';

const ORDER = MATTER_ACTIONS.filter(
  (action) => action !== 'register' && action !== 'receive' && action !== 'draft' && action !== 'import',
);

export async function readMatter(context: Context, id: Id): Promise<MatterLine> {
  const { db, institutionId, reach } = context;
  const opened = await openMatter(context, id);
  const { matter, state, proposers, relation, rules, world, own } = opened;
  const { level } = relation;
  const units = await listUnitRefs(db, institutionId);
  const said = readsSaid(relation) ? await listSaid(db, institutionId, [id]) : [];
  const saidTitle = said.find((one) => one.sort === 'title')?.words;
  const points = await listPoints(db, institutionId, reach, own, id);
  const additions = await listAdditions(db, institutionId, reach, own, id);
  const replies = await listReplies(db, institutionId, id);
  const actions = await listActions(db, institutionId, reach, own, id);
  const answers = level === 'handler' || level === 'coHandler' ? [] : await listAnswers(db, institutionId, id);
  const deliveries = await listDeliveries(db, institutionId, id);
  const promises = await promisesOf(db, institutionId, reach, own, { matterId: id });
  const linked = [...(matter.mergedInto ? [matter.mergedInto] : []), ...(matter.splitFrom ? [matter.splitFrom] : [])];
  const received = actions.flatMap(({ step }) => (step.action === 'receive' ? [step.detail.from] : []));
  const others = [...linked, ...received];
  const ownToo = others.length > 0 ? await openOwn(context, [id, ...others]) : own;
  const numbers = await listNumbers(db, institutionId, reach, ownToo, others);
  const link = (other: Id | null) =>
    other && numbers.has(other) ? { id: other, number: numbers.get(other) ?? '' } : null;

  const clocks = world.clocks.map((clock) => clockShown(clock, units));
  const item = shapeItem(matter, { relation, proposers, saidTitle, clocks: world.clocks, units });
  const unit = (one: Id | null) => (one === null ? null : (units.get(one) ?? null));
  const known = new Map(proposers.map((one) => [one.party, one]));
  const first = proposers[0];
  const last = <K extends MatterActionKind>(action: K, round?: number) => {
    const row = actions.findLast((one) => one.step.action === action && (round === undefined || one.round === round));
    return row && { ...row, detail: row.step.detail as DetailOf<K> }; // found by its action
  };
  const mine = (party: number) => party === relation.party;
  const shared = { actions, units, relation, state, matter };
  const triage = last('triage');
  const report = last('report');
  const asked = last('askExtension', state.round);
  const decided = last('decideExtension', state.round);
  const review = last('review', state.round);
  const seesAnswer = (party: number) => level !== 'proposer' || mine(party);

  await context.audit({
    action: 'open',
    subjectKind: 'matter',
    subjectId: id,
    // A department does not know whose it is, and what it has opened does not tell it.
    people:
      level === 'handler' || level === 'coHandler' || level === 'checker' ? [] : proposers.map((one) => one.personId),
    detail: { number: matter.number },
  });

  return {
    ...item,
    origin: {
      kind: matter.origin,
      interactionId: readsSaid(relation) ? (first?.interactionId ?? null) : null,
      leader: readsSaid(relation) && first?.leaderId ? { id: first.leaderId, name: first.leaderName ?? '' } : null,
      channel: readsSaid(relation) ? (first?.channel ?? null) : null,
      on: matter.registeredOn,
    },
    ledger: state.imported
      ? { on: state.imported.on, words: said.find((one) => one.sort === 'ledger')?.words ?? null }
      : null,
    addressees: state.parties.flatMap((live, index) => {
      const party = index + 1;
      const one = known.get(party);
      // The other proposers of a merged matter are nobody’s business among one another, unless named.
      const tell = one !== undefined && (level !== 'proposer' || mine(party) || one.named);
      const person = tell ? { id: one.personId, name: one.name } : null;
      const mergedFrom = readsSaid(relation) ? (one?.mergedFrom ?? null) : null;
      return [{ party, person, named: one?.named ?? false, me: mine(party), withdrawn: !live, mergedFrom }];
    }),
    coOpinions: state.coHandlers.flatMap((one) => {
      const given = actions.findLast(({ step }) => step.action === 'giveOpinion' && step.detail.unit === one);
      const ref = unit(one);
      const open = level !== 'proposer' && level !== 'leader';
      const text = open ? (given?.words ?? null) : null;
      return ref ? [{ unit: ref, text, on: given?.step.on ?? null, by: given?.actorName ?? null }] : [];
    }),
    pointList: partsOf({ points, said, replies, relation, state }),
    additions: additions.map((one) => {
      const words = said.find((each) => each.sort === one.sort && each.ordinal === one.ordinal);
      const visible = level !== 'proposer' || (words !== undefined && mine(words.party ?? 0));
      return {
        ordinal: one.ordinal,
        on: one.on,
        sort: one.sort,
        said: visible ? (words?.words ?? null) : null,
        released: one.released,
        mine: words !== undefined && mine(words.party ?? 0),
      };
    }),
    stops: stopsOf(shared, world.clocks),
    clocks,
    pauses: pausesOf(opened, actions),
    notes: notesOf(shared),
    triage: triage ? { disposition: triage.detail.disposition, reason: triage.words, on: triage.step.on } : null,
    report: report ? { way: report.detail.way, on: report.step.on, note: report.words } : null,
    handBacks: actions.flatMap(({ step, words }) => {
      const ref = step.action === 'handBack' ? unit(step.detail.unit) : null;
      if (step.action !== 'handBack' || !ref) return [];
      const hidden = level === 'proposer' || level === 'leader';
      const reason = hidden ? '' : (words ?? '');
      return [{ unit: ref, on: step.on, reason, suggests: unit(step.detail.suggests), loop: isLoop(state) }];
    }),
    extension:
      asked && state.extension
        ? {
            askedOn: asked.step.on,
            until: asked.detail.until,
            reason: asked.words ?? '',
            state: state.extension.state,
            answer: decided?.words ?? null,
          }
        : null,
    review: review ? { verdict: review.detail.verdict, on: review.step.on, reason: review.words } : null,
    deliveries: deliveries.flatMap((one) => {
      if (level === 'proposer' && !mine(one.party)) return [];
      const person = known.get(one.party);
      return [{ ...one, person: person ? { id: person.personId, name: person.name } : null }];
    }),
    answers: answers.flatMap(({ firstOn, ...one }) =>
      seesAnswer(one.party)
        ? [
            {
              ...one,
              me: mine(one.party),
              comment: readsSaid(relation) ? one.comment : null,
              changeableUntil: changeableUntil(firstOn),
            },
          ]
        : [],
    ),
    promises: promises.map((one) => promiseShown(one, units, relation)),
    rounds: state.rounds.map((one) => {
      const clock = world.clocks.find((each) => each.clock === 'reply' && each.round === one.round);
      return { ...one, outcomes: [...one.outcomes], workingDays: clock ? workingDaysOf(clock, rules.workdays) : null };
    }),
    mergedInto: link(matter.mergedInto),
    mergedFrom: received
      .map((from) => ({
        id: level === 'keeper' || level === 'checker' ? from : null,
        number: numbers.get(from) ?? '',
      }))
      .filter((one) => one.number !== ''),
    splitFrom: link(matter.splitFrom),
    history: historyOf(shared),
    can: canOf(opened),
  };
}

/** The same table that refuses a step says which are offered. */
function canOf({ state, relation, world }: Opened): MatterLine['can'] {
  const can: MatterLine['can'] = ORDER.filter((action) => refuseStep(state, action, relation, world) === undefined);
  if (refuseStep(state, 'draft', relation, world) === undefined) can.push('writeReply');
  if (relation.level === 'keeper' && state.published !== null) can.push('makeAnswerLink');
  return can;
}

function pausesOf(
  { state, rules, world }: Opened,
  actions: Awaited<ReturnType<typeof listActions>>,
): MatterLine['pauses'] {
  const questions = actions.filter(({ step }) => step.action === 'wait');
  return state.clocks
    .filter((one) => one.clock === 'reply')
    .flatMap((one) => one.pauses)
    .map((one, index) => ({
      ...one,
      question: questions[index]?.words ?? '',
      workingDays: daysStill(one.from, one.until ?? world.today, rules.workdays),
    }));
}
