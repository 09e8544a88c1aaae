/** Problems for tests. */
import type { Fix, Problem } from './shapes.ts';

export const makeFix = (kind: Fix['kind'], more: Omit<Partial<Fix>, 'kind'> = {}): Fix => ({
  id: more.value === undefined ? kind : `${kind}:${more.value}`,
  kind,
  ...more,
});

export const makeProblem = (more: Partial<Problem> & Pick<Problem, 'key'>): Problem => ({
  level: 'ask',
  sheet: '党外代表人士',
  kind: 'representatives',
  row: 5,
  column: 5,
  cell: 'F5',
  written: '精卫中心',
  code: 'unitUnknown',
  facts: {},
  fixes: [],
  settled: false,
  ...more,
});
