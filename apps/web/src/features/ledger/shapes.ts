/** The parts of the contract's answers that these pages speak of. */
import type { BodyInOf, ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type {
  decideLedgerProblems,
  listLedgerImports,
  readLedgerImport,
} from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { LedgerProblem } from '@zhengyou/domain/ledger/plan.types.ts';

export type PastImport = ReplyOf<typeof listLedgerImports>['items'][number];
export type ImportRead = ReplyOf<typeof readLedgerImport>;
export type Look = NonNullable<ImportRead['look']>;
/** As the planner writes it: JSON has no undefined, which the contract's reading of an optional field allows. */
export type Problem = LedgerProblem;
export type Fix = Problem['fixes'][number];
export type Level = Problem['level'];
export type DecisionChange = BodyInOf<typeof decideLedgerProblems>['decisions'][number];
export type Decision = NonNullable<DecisionChange['decision']>;

export const LEVELS: readonly Level[] = ['refused', 'ask', 'note'];
export const isLevel = (text: string | undefined): text is Level => LEVELS.some((level) => level === text);
