/** Turns the language-free facts of a problem into sentences: fields, parties, festivals and ways get their words here. */
import { say, type Language, type Words } from '../kit/words.ts';
import type { Facts } from '../kit/refusal.ts';
import { FESTIVAL_WORDS } from '../calendar/festival.words.ts';
import { CHANNEL_WORDS } from '../interaction/interaction.words.ts';
import { LEDGER_CLAIM_WORDS } from '../matter/matter.words.ts';
import { AFFILIATION_WORDS } from '../person/party.words.ts';
import {
  ADVICE_WORDS,
  AGREEMENT_WORDS,
  FIELD_WORDS,
  FIX_WITH_VALUE_WORDS,
  FIX_WORDS,
  PROBLEM_WORDS,
  WHEN_WORDS,
} from './ledger.words.ts';
import type { Fix, LedgerProblem } from './plan.types.ts';

const LOOKED_UP: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  field: FIELD_WORDS,
  party: { ...AFFILIATION_WORDS, none: WHEN_WORDS.noParty },
  otherParty: AFFILIATION_WORDS,
  festival: FESTIVAL_WORDS,
  channel: CHANNEL_WORDS,
  claim: LEDGER_CLAIM_WORDS,
};

function translate(facts: Facts, language: Language): Record<string, string | number> {
  const said = Object.entries(facts).map(([key, value]): [string, string | number] => {
    const table = Object.hasOwn(LOOKED_UP, key) ? LOOKED_UP[key] : undefined;
    const found = table && Object.hasOwn(table, value) ? table[value] : undefined;
    return [key, found ? say(found, language) : value];
  });
  const all = Object.fromEntries(said);
  for (const key of ['unit', 'otherUnit', 'units']) if (all[key] === '') all[key] = say(WHEN_WORDS.blankUnit, language);
  if (all.held === undefined && all.party !== undefined) all.held = all.party;
  return all;
}

function sayAgreement(facts: Facts, language: Language): string {
  const parts: Words[] = [AGREEMENT_WORDS.sameName];
  const add = (value: unknown, same: Words, differs: Words) => {
    if (value === 'same') parts.push(same);
    if (value === 'differs') parts.push(differs);
  };
  add(facts.unitAgrees, AGREEMENT_WORDS.sameUnit, AGREEMENT_WORDS.otherUnit);
  add(facts.birthAgrees, AGREEMENT_WORDS.sameBirth, AGREEMENT_WORDS.otherBirth);
  const joined = parts.map((part) => say(part, language)).join(language === 'zh' ? '' : ', ');
  const phone =
    facts.phoneAgrees === 'same'
      ? AGREEMENT_WORDS.samePhone
      : facts.phoneAgrees === 'differs'
        ? AGREEMENT_WORDS.otherPhone
        : null;
  return phone ? `${joined}${language === 'zh' ? '，' : ', '}${say(phone, language)}` : joined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2027-03` as 2027 年 3 月: no more exact than it was written. */
function sayPartial(text: string | number | undefined, language: Language): string {
  const [year, month, day] = String(text ?? '').split('-');
  if (language === 'zh') {
    const monthText = month === undefined ? '' : ` ${Number(month)} 月`;
    return year === '' ? '' : `${year} 年${monthText}${day === undefined ? '' : ` ${Number(day)} 日`}`;
  }
  return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
    .filter((part) => part !== '')
    .join(' ');
}

function sayWhen(facts: Facts, language: Language): string {
  const from = sayPartial(facts.from, language);
  const until = sayPartial(facts.until, language);
  if (from && until) return say(WHEN_WORDS.both, language, { from, until });
  if (from) return say(WHEN_WORDS.from, language, { date: from });
  return until ? say(WHEN_WORDS.until, language, { date: until }) : '';
}

/** `wrong`: what is the matter; `advice`: what to do. */
export function sayProblem(
  problem: Pick<LedgerProblem, 'code' | 'facts'>,
  language: Language,
): { wrong: string; advice: string } {
  const facts = {
    ...translate(problem.facts, language),
    agreement: sayAgreement(problem.facts, language),
    when: sayWhen(problem.facts, language),
  };
  return {
    wrong: say(PROBLEM_WORDS[problem.code], language, facts),
    advice: say(ADVICE_WORDS[problem.code], language, facts),
  };
}

export function sayFix(fix: Pick<Fix, 'kind' | 'value' | 'facts'>, language: Language): string {
  const withValue: Partial<Record<string, Words>> = FIX_WITH_VALUE_WORDS;
  const words = (fix.value === undefined ? undefined : withValue[fix.kind]) ?? FIX_WORDS[fix.kind];
  return say(words, language, translate(fix.facts ?? {}, language));
}
