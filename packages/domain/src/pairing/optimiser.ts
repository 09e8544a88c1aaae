/** The whole of the reckoning but for the solver of linear programmes, which the server hands in. */
import { coreOf } from './optimiser.core.ts';
import { explainPlan } from './optimiser.explain.ts';
import { modelOf } from './optimiser.model.ts';
import { settleAims, type WithLp } from './optimiser.stages.ts';
import { findStart } from './optimiser.start.ts';
import { ROSTER_AIMS, type RosterAim, type RosterAnswer, type RosterProblem } from './optimiser.types.ts';

export type Watch = {
  /** Work begins on an aim; `chosen` is the best by the aims before it, a 1 for each pair of `modelOf(problem).pairs` taken. */
  onAim?(aim: RosterAim, done: number, chosen: Uint8Array): void;
};

/** The problem is well formed (`findMalformed`). Never `cancelled`. */
export function optimise(problem: RosterProblem, withLp: WithLp, watch: Watch = {}): RosterAnswer {
  const model = modelOf(problem);
  const start = findStart(model);
  if (!start) {
    const core = coreOf(model);
    if (!core) throw new Error('no roster was found, yet no rule stands in the way');
    return { status: 'infeasible', core };
  }
  const { chosen, settled } = settleAims(model, start, withLp, (...news) => watch.onAim?.(...news));
  const plan = explainPlan(model, chosen);
  return settled.length === ROSTER_AIMS.length ? { status: 'optimal', plan } : { status: 'bestSoFar', plan, settled };
}
