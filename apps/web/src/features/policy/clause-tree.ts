/** How clauses stand under one another, read off their numbers: 4.3 under 4. */
import type { Clause } from './Asks.tsx';

export const childrenOf = (clause: Clause, clauses: readonly Clause[]): Clause[] =>
  clauses.filter((one) => one.id.startsWith(`${clause.id}.`) && !one.id.slice(clause.id.length + 1).includes('.'));

export const parentOf = (clause: Clause, clauses: readonly Clause[]): Clause | undefined =>
  clauses.find((one) => childrenOf(one, clauses).includes(clause));
