/** HiGHS as the solver of the optimiser's linear programmes: one thread, a fixed seed, the simplex method, for a corner. */
import highsLoader from 'highs';
import type { LpColumns, LpTask, WithLp } from '@zhengyou/domain/pairing/optimiser.stages.ts';

const PRIMAL_SIMPLEX = 4;
/** HiGHS takes no infinite time. */
const LONGEST_SECONDS = 1e6;

// The package's types speak of its CommonJS side, Node loads the other.
const loadHighs = highsLoader as unknown as typeof highsLoader.default;

/** Resolves to a solver that gives up, answering undefined, when an instant of `performance.now()` has come. */
export async function loadLpSolver(): Promise<(until: number) => WithLp> {
  const highs = await loadHighs();
  const { optimal, timeLimit } = highs.constants.modelStatus;
  const { basic, lower, upper } = highs.constants.basisStatus;
  return (until) => (rows, work) =>
    highs.withModel((model) => {
      // Each programme begins where the one before it ended, which is feasible: the primal method goes on from there.
      model.options.set({
        output_flag: false,
        solver: 'simplex',
        simplex_strategy: PRIMAL_SIMPLEX,
        random_seed: 0,
      });
      const nought = new Float64Array(rows);
      model.addRows({
        lower: nought,
        upper: nought,
        matrix: {
          format: 'csr',
          numRows: rows,
          numCols: 0,
          starts: new Int32Array(rows + 1),
          indices: new Int32Array(0),
          values: new Float64Array(0),
        },
      });
      let size = 0;
      const stands: number[] = [];
      let isBegun = false;
      const add = ({ starts, indices, values }: LpColumns, atUpper: Uint8Array) => {
        const numCols = starts.length - 1;
        const zeroes = new Float64Array(numCols);
        model.addCols({
          cost: zeroes,
          lower: zeroes,
          upper: zeroes,
          matrix: { format: 'csc', numRows: rows, numCols, starts, indices, values },
        });
        size += numCols;
        if (!isBegun) for (const at of atUpper) stands.push(at === 1 ? upper : lower);
      };
      const solve = (task: LpTask) => {
        const left = (until - performance.now()) / 1000;
        if (left <= 0) return undefined;
        const every = { kind: 'range', from: 0, to: size - 1 } as const;
        model.changeColsCost(every, task.cost);
        model.changeColsBounds(every, task.lower, task.upper);
        if (!isBegun) {
          // Everything at the bound that the starting roster gives it: feasible, so that no phase is spent on that.
          model.setBasis({ colStatus: Int32Array.from(stands), rowStatus: new Int32Array(rows).fill(basic) });
          isBegun = true;
        }
        model.zeroAllClocks();
        model.options.set('time_limit', Math.min(left, LONGEST_SECONDS));
        model.run();
        const status = model.getModelStatus();
        if (status === timeLimit) return undefined;
        if (status !== optimal) throw new Error(`the linear programme ended with status ${status}`);
        const { colValue, rowDual } = model.getSolution();
        return { x: Float64Array.from(colValue), rowPrices: Float64Array.from(rowDual) };
      };
      return work({ add, solve });
    });
}
