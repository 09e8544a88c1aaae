/** A matter as its readers see it: each with their level; what a level does not know is not looked up. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterItem } from '@zhengyou/domain/matter/line.shapes.ts';
import { relationOf, shownClock, type Relation } from '@zhengyou/domain/matter/matter.access.ts';
import { clocksOf, type Clock } from '@zhengyou/domain/matter/matter.clocks.ts';
import { lastAnswer } from '@zhengyou/domain/matter/matter.answers.ts';
import { ANSWER_CHANGEABLE_DAYS } from '@zhengyou/domain/matter/matter.ts';
import type { Context } from '../../edge/context.ts';
import { listSaid } from './line.reads.ts';
import { listProposers, listUnitRefs, type MatterRow, type ProposerRow, type Units } from './matter.reads.ts';
import { keepsAll, type Opened } from './open-matter.ts';
import { getRules, type RulesInForce } from './rules.ts';

export const changeableUntil = (firstOn: PlainDate): PlainDate => addDays(firstOn, ANSWER_CHANGEABLE_DAYS);

const unitOf = (units: Units, id: Id | null) => (id === null ? null : (units.get(id) ?? null));

export const clockShown = ({ of, ...clock }: Clock, units: Units) => ({ ...clock, unit: unitOf(units, of) });

/** Whether this reader may read the proposers’ own words. */
export const readsSaid = ({ level }: Pick<Relation, 'level'>): boolean =>
  level === 'proposer' || level === 'keeper' || level === 'leader';

type Parts = {
  readonly relation: Relation;
  readonly proposers: readonly ProposerRow[];
  /** In the proposer’s words, where the reader may read them. */
  readonly saidTitle: string | undefined;
  readonly clocks: readonly Clock[];
  readonly units: Units;
};

export function shapeItem(matter: MatterRow, { relation, proposers, saidTitle, clocks, units }: Parts): MatterItem {
  const { state } = matter;
  const next = shownClock(clocks, relation.level, relation.unit);
  const back = state.status === 'reported' ? state.handBacks.at(-1) : undefined;
  const party = relation.party;
  const asksMe = party !== null && state.published !== null && !lastAnswer(state, party, state.round);
  const promised = state.promises.filter((one) => one.settledOn === null).map((one) => one.dueOn);
  const reply = clocks.findLast((one) => one.clock === 'reply' && one.endedOn === null);
  return {
    id: matter.id,
    version: matter.version,
    number: matter.number,
    kind: matter.kind,
    status: matter.status,
    round: matter.round,
    disposition: matter.disposition,
    level: relation.level,
    title: readsSaid(relation) ? (saidTitle ?? matter.title) : matter.title,
    named: party === null ? matter.named : (proposers.find((one) => one.party === party)?.named ?? matter.named),
    proposers: proposers.filter((one) => !one.withdrawn).map((one) => ({ id: one.personId, name: one.name })),
    lead: unitOf(units, state.lead),
    coHandlers: state.coHandlers.flatMap((id) => units.get(id) ?? []),
    registeredOn: matter.registeredOn,
    statusOn: matter.statusOn,
    points: matter.points,
    pointsReplied: matter.pointsReplied,
    next: next ? clockShown(next, units) : null,
    pledgedOn: reply?.pledged ? reply.dueOn : null,
    asksMe,
    lookBackOn: promised.toSorted()[0] ?? null,
    handedBackBy: back ? unitOf(units, back.unit) : null,
    fromPoints: readsSaid(relation) ? [...new Set(proposers.flatMap((one) => one.pointId ?? []))] : [],
    ledgerClaim: state.imported?.claim ?? null,
  };
}

/** Many at once: a bounded number of statements whatever the length. */
export async function itemsOf(
  context: Context,
  rows: readonly MatterRow[],
  given?: RulesInForce,
): Promise<MatterItem[]> {
  const { actor, db, institutionId, reach, today } = context;
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const rules = given ?? (await getRules(context));
  const proposers = Map.groupBy(
    await listProposers(db, institutionId, reach, keepsAll(context), ids),
    (row) => row.matterId,
  );
  const titles = new Map((await listSaid(db, institutionId, ids, ['title'])).map((row) => [row.matterId, row.words]));
  const units = await listUnitRefs(db, institutionId);
  return rows.flatMap((row) => {
    const known = proposers.get(row.id) ?? [];
    const { lead, coHandlers } = row.state;
    const relation = relationOf(actor, { unitId: row.unitId, lead, coHandlers, desks: row.desks }, known);
    if (!relation) return [];
    // A list shows what still runs; the days of what has ended are the line’s own.
    const running = row.state.clocks.filter((one) => one.endedOn === null);
    const clocks = clocksOf({ ...row.state, clocks: running }, rules, today);
    return [shapeItem(row, { relation, proposers: known, saidTitle: titles.get(row.id), clocks, units })];
  });
}

export async function itemOf(context: Context, opened: Opened): Promise<MatterItem> {
  const { db, institutionId } = context;
  const [title] = await listSaid(db, institutionId, [opened.matter.id], ['title']);
  const units = await listUnitRefs(db, institutionId);
  const { relation, proposers, world } = opened;
  return shapeItem(opened.matter, { relation, proposers, saidTitle: title?.words, clocks: world.clocks, units });
}
