import { refusal } from '../kit/refusal.ts';
import { words, type Words } from '../kit/words.ts';
import type { LeftReason, PersonFactKind } from './dated-fact.ts';
import type { Affiliation } from './party.ts';
import type { PeopleShown, PeopleSort, PeopleState } from './person.contract.ts';
import type { TermState } from './term.ts';

export const PEOPLE_SHOWN_WORDS: Readonly<Record<PeopleShown, Words>> = words({
  all: { zh: '全部', en: 'All' },
  outside: { zh: '身份对不上', en: 'No matching standing' },
  unpaired: { zh: '还没有结对', en: 'Not paired' },
  ending: { zh: '60 天内届满', en: 'Ending within 60 days' },
  near: { zh: '半年内届满', en: 'Ending within half a year' },
  noTerm: { zh: '缺任期', en: 'Term missing' },
});

export const PEOPLE_STATE_WORDS: Readonly<Record<PeopleState, Words>> = words({
  listed: { zh: '在名单上', en: 'On the list' },
  left: { zh: '已不在名单', en: 'No longer on it' },
  deceased: { zh: '已故', en: 'Deceased' },
});

export const PEOPLE_SORT_WORDS: Readonly<Record<PeopleSort, Words>> = words({
  reading: { zh: '按读音', en: 'By reading' },
  strokes: { zh: '按笔画', en: 'By strokes' },
});

export const LEFT_REASON_WORDS: Readonly<Record<LeftReason, Words>> = words({
  standingOver: { zh: '不再有代表性身份', en: 'holds no standing any more' },
  movedAway: { zh: '调离', en: 'moved elsewhere' },
  ownWish: { zh: '本人意愿', en: 'own wish' },
  joinedParty: { zh: '加入中国共产党', en: 'joined the Communist Party' },
  deceased: { zh: '去世', en: 'passed away' },
  other: { zh: '其他原因', en: 'another reason' },
});

export const TERM_STATE_WORDS: Readonly<Record<Exclude<TermState, 'dated'>, Words>> = words({
  missing: { zh: '缺任期', en: 'Term missing' },
  without: { zh: '无任期', en: 'No term' },
});

export const PERSON_FACT_WORDS: Readonly<Record<PersonFactKind, Words>> = words({
  retired: { zh: '退休', en: 'Retired' },
  abroad: { zh: '出国', en: 'Abroad' },
  leave: { zh: '请假', en: 'On leave' },
  deceased: { zh: '去世', en: 'Passed away' },
});

/** Who told of a standing, kept with it in the language of the ledgers. */
export const SOURCE_WORDS = words({
  added: { zh: '{name} {day}补充', en: 'Added by {name}, {day}' },
  corrected: { zh: '{name} {day}更正', en: 'Corrected by {name}, {day}' },
  ended: { zh: '{name} {day}记卸任', en: 'End noted by {name}, {day}' },
});

/** Behind an office: who holds it on the day, in the language of the ledgers. */
export const HOLDER_WORDS = words({ holder: { zh: '现任 {name}', en: 'held by {name}' } });

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
  postsUnread: refusal('post.unread', 'invalid', {
    zh: '请写职务，如「党委副书记」。几个职务用顿号分开。',
    en: 'Please write the post. Several are parted by commas.',
  }),
  postEndsBeforeStart: refusal('post.endsBeforeStart', 'invalid', {
    zh: '卸任要晚于到任，请核对日期。',
    en: 'A post must end later than it begins; please check the dates.',
  }),
  factEndsBeforeStart: refusal('fact.endsBeforeStart', 'invalid', {
    zh: '结束要晚于开始，请核对日期。',
    en: 'It must end later than it begins; please check the dates.',
  }),
  ahead: refusal('person.ahead', 'invalid', {
    zh: '日期还没到，请写今天或以前的日子。',
    en: 'That day is still ahead; please name today or an earlier one.',
  }),
  deathKnown: refusal('person.deathKnown', 'conflict', {
    zh: '{name}去世的日期已经记过，要更正请改那一条。',
    en: 'The death of {name} is already recorded; please correct that entry.',
  }),
  deceased: refusal('person.deceased', 'unprocessable', {
    zh: '{name}已去世，记录照旧保存，不再添新的。',
    en: '{name} has passed away; the record is kept and nothing new is added to it.',
  }),
  notListed: refusal('person.notListed', 'conflict', {
    zh: '{name}已经不在名单上。',
    en: '{name} is no longer on the list.',
  }),
  alreadyListed: refusal('person.alreadyListed', 'conflict', {
    zh: '{name}已经在名单上。',
    en: '{name} is already on the list.',
  }),
  leftTooEarly: refusal('person.leftTooEarly', 'invalid', {
    zh: '离开名单的日子要晚于列入的日子。',
    en: 'The day of leaving must be later than the day of joining the list.',
  }),
  otherNeedsWords: refusal('person.otherNeedsWords', 'invalid', {
    zh: '选「其他原因」时，请用一句话写明。',
    en: 'For another reason, please say it in a sentence.',
  }),
  merged: refusal('person.merged', 'missing', {
    zh: '这条记录已并入{name}的记录。',
    en: 'This record was merged into that of {name}.',
  }),
  mergeWithSelf: refusal('person.mergeWithSelf', 'invalid', {
    zh: '要合并的是同一条记录，请另选一条。',
    en: 'These are one and the same record; please choose another.',
  }),
  mergeUndone: refusal('person.mergeUndone', 'conflict', {
    zh: '这次合并已经撤销了。',
    en: 'This merge has already been taken back.',
  }),
  mergeTooLate: refusal('person.mergeTooLate', 'conflict', {
    zh: '合并已过 {days} 天，不能再撤销。可以新添一位，把内容改回去。',
    en: 'The merge is more than {days} days old and can no longer be taken back. Add the person anew and correct both records.',
  }),
  alreadyOver: refusal('standing.alreadyOver', 'conflict', {
    zh: '这个身份在那之前已经结束，不必再记。',
    en: 'This standing had already ended by then.',
  }),
};
