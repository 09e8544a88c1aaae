/** The parts of the contract's answers that these pages speak of. */
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { listLedgerImports, readLedgerImport } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Decision, LedgerProblem } from '@zhengyou/domain/ledger/plan.types.ts';

export type PastImport = ReplyOf<typeof listLedgerImports>['items'][number];
export type ImportRead = ReplyOf<typeof readLedgerImport>;
export type Look = NonNullable<ImportRead['look']>;
/** As the planner writes it: JSON has no undefined, which the contract's reading of an optional field allows. */
export type Problem = LedgerProblem;
export type Fix = Problem['fixes'][number];
export type Level = Problem['level'];
export type { Decision };
/** Null takes a decision back. */
export type DecisionChange = { readonly key: string; readonly decision: Decision | null };

export const LEVELS: readonly Level[] = ['refused', 'ask', 'note'];
export const isLevel = (text: string | undefined): text is Level => LEVELS.some((level) => level === text);
