/** Opens one matter for whoever asks: the row, its steps, who raised it as far as they may know, and how they stand to it. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { relationOf, type Relation, type World } from '@zhengyou/domain/matter/matter.access.ts';
import { clocksOf } from '@zhengyou/domain/matter/matter.clocks.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { openMatters } from '../../store/database.ts';
import { findMatter, listOwnAmong, listProposers, type MatterRow, type ProposerRow } from './matter.reads.ts';
import { getRules, type RulesInForce } from './rules.ts';

export type Opened = {
  readonly matter: MatterRow;
  readonly state: MatterState;
  /** Those whom the reader may know. */
  readonly proposers: readonly ProposerRow[];
  readonly relation: Relation;
  readonly rules: RulesInForce;
  readonly world: World;
  readonly own: readonly Id[];
};

/** May write in all of it, and so knows who raised what. */
export const keepsAll = ({ actor }: Pick<Context, 'actor'>): boolean => actor.keeps;

/** Opens what is one's own among these for the rest of the request; the database then shows their rows. */
export async function openOwn(context: Context, ids: readonly Id[]): Promise<Id[]> {
  const own = await listOwnAmong(context.db, context.institutionId, context.reach, ids);
  if (own.length > 0) await openMatters(context.db, own);
  return own;
}

export async function openMatter(context: Context, id: Id, options: { readonly lock?: boolean } = {}): Promise<Opened> {
  const { db, institutionId, reach, actor, today } = context;
  const own = await openOwn(context, [id]);
  const matter = await findMatter(db, institutionId, reach, own, id, options);
  if (!matter) throw new Refused(edgeRefusals.notFound());
  const proposers = await listProposers(db, institutionId, reach, keepsAll(context), [id]);
  const { state } = matter;
  const places = { unitId: matter.unitId, lead: state.lead, coHandlers: state.coHandlers, desks: matter.desks };
  const relation = relationOf(actor, places, proposers);
  if (!relation) throw new Refused(edgeRefusals.notFound());
  const rules = await getRules(context);
  return { matter, state, proposers, relation, rules, own, world: { today, clocks: clocksOf(state, rules, today) } };
}
