import type { Language } from '@zhengyou/domain/kit/words.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { FIX_WORDS, SHEET_SHORT_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import { sayFix, sayProblem } from '@zhengyou/domain/ledger/say-problem.ts';
import { ledgerWords } from './ledger.words.ts';
import type { Decision, Problem } from './shapes.ts';

/** A152 of the records; a sheet that was not understood goes by its own name. */
export const sayCell = ({ kind, sheet, cell }: Pick<Problem, 'kind' | 'sheet' | 'cell'>, language: Language): string =>
  say(ledgerWords.cellOf, language, {
    sheet: kind === null ? sheet : say(SHEET_SHORT_WORDS[kind], language),
    cell,
  }).trim();

export const sayWhy = (problem: Problem, language: Language): string => sayProblem(problem, language).wrong;
export const sayTodo = (problem: Problem, language: Language): string => sayProblem(problem, language).advice;

/** What was decided, in words. `named`: the person or unit behind a value that only the server can name. */
export function sayDecision(
  problem: Problem,
  { fix: id, value }: Decision,
  language: Language,
  named?: string,
): string {
  const fix = problem.fixes.find((each) => each.id === id);
  if (!fix) return id;
  if (fix.needs === undefined || value === undefined) return sayFix(fix, language);
  const same = problem.fixes.find((each) => each.value === value && each.kind === fix.kind);
  if (same) return sayFix(same, language);
  return `${say(FIX_WORDS[fix.kind], language)}${language === 'zh' ? '：' : ': '}${sayValue(fix.needs, value, language) ?? named ?? say(ledgerWords.chosenOne, language)}`;
}

function sayValue(needs: string, value: string, language: Language): string | undefined {
  if (needs === 'leader' || needs === 'person' || needs === 'unit') return undefined;
  const table: Readonly<Record<string, { zh: string; en: string }>> =
    needs === 'party' ? AFFILIATION_WORDS : needs === 'channel' ? CHANNEL_WORDS : {};
  const found = Object.hasOwn(table, value) ? table[value] : undefined;
  return found ? say(found, language) : value;
}
