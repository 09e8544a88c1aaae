import { refusal } from '../kit/refusal.ts';
import { words, type Words } from '../kit/words.ts';
import type { DatedFactKind } from './dated-fact.ts';
import type { Affiliation } from './party.ts';
import type { PeopleShown } from './person.contract.ts';
import type { TermState } from './term.ts';

export const PEOPLE_SHOWN_WORDS: Readonly<Record<PeopleShown, Words>> = words({
  all: { zh: '全部', en: 'All' },
  outside: { zh: '身份对不上', en: 'No matching standing' },
  unpaired: { zh: '还没有结对', en: 'Not paired' },
  ending: { zh: '60 天内届满', en: 'Ending within 60 days' },
  noTerm: { zh: '缺任期', en: 'Term missing' },
});

export const TERM_STATE_WORDS: Readonly<Record<Exclude<TermState, 'dated'>, Words>> = words({
  missing: { zh: '缺任期', en: 'Term missing' },
  without: { zh: '无任期', en: 'No term' },
});

export const DATED_FACT_WORDS: Readonly<Record<DatedFactKind, Words>> = words({
  retired: { zh: '退休', en: 'Retired' },
  abroad: { zh: '出国', en: 'Abroad' },
  leave: { zh: '请假', en: 'On leave' },
});

/** Who told of a standing, kept with it in the language of the ledgers. */
export const SOURCE_WORDS = words({
  added: { zh: '{name} {day}补充', en: 'Added by {name}, {day}' },
  corrected: { zh: '{name} {day}更正', en: 'Corrected by {name}, {day}' },
  ended: { zh: '{name} {day}记卸任', en: 'End noted by {name}, {day}' },
});

/** For columns: in English by the initials that stand for the long names. */
export const AFFILIATION_SHORT_WORDS: Readonly<Record<Affiliation, Words>> = words({
  minge: { zh: '民革', en: 'RCCK' },
  minmeng: { zh: '民盟', en: 'CDL' },
  minjian: { zh: '民建', en: 'CNDCA' },
  minjin: { zh: '民进', en: 'CAPD' },
  nonggong: { zh: '农工党', en: 'CPWDP' },
  zhigong: { zh: '致公党', en: 'Zhi Gong' },
  jiusan: { zh: '九三学社', en: 'Jiusan' },
  taimeng: { zh: '台盟', en: 'TDSL' },
  nonAffiliate: { zh: '无党派', en: 'none (certified)' },
});

export const personRefusals = {
  duplicate: refusal('person.duplicate', 'conflict', {
    zh: '{unit}已经有一位{name}。是同一个人就不必再添；确是另一位，可以照样添。',
    en: '{unit} already has a {name}. If it is the same person there is nothing to add; if it is another, add all the same.',
  }),
  unitMissing: refusal('person.unitMissing', 'unprocessable', {
    zh: '没有这个单位，请重新选。',
    en: 'There is no such unit; please choose again.',
  }),
  notYourUnit: refusal('person.notYourUnit', 'forbidden', {
    zh: '这不是您负责的单位。需要的话，请联系统战部。',
    en: 'This unit is not yours. If you need it, please contact the office.',
  }),
  nothingToChange: refusal('person.nothingToChange', 'invalid', {
    zh: '没有要改的内容。',
    en: 'There is nothing to change.',
  }),
  notRepresentative: refusal('person.notRepresentative', 'unprocessable', {
    zh: '{name}不在代表人士名单里，不能记身份。',
    en: '{name} is not on the list of representatives, so no standing can be added.',
  }),
  endsBeforeStart: refusal('standing.endsBeforeStart', 'invalid', {
    zh: '届满要晚于起始，请核对任期。',
    en: 'The term must end later than it begins; please check it.',
  }),
  alreadyOver: refusal('standing.alreadyOver', 'conflict', {
    zh: '这个身份在那之前已经结束，不必再记。',
    en: 'This standing had already ended by then.',
  }),
};
