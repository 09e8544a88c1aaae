import { say, words, type Words } from '../kit/words.ts';

/** Fills a sentence in both languages; a fact may itself be said in both. */
export function filled(sentence: Words, facts: Readonly<Record<string, string | number | Words>> = {}): Words {
  const inLanguage = (language: 'zh' | 'en') =>
    say(
      sentence,
      language,
      Object.fromEntries(
        Object.entries(facts).map(([key, fact]) => [key, typeof fact === 'object' ? fact[language] : fact]),
      ),
    );
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/** One after another in each language; the mark between them is part of the language. */
export const joined = (parts: readonly Words[], between: Words): Words => ({
  zh: parts.map(({ zh }) => zh).join(between.zh),
  en: parts.map(({ en }) => en).join(between.en),
});

/** A clause of a longer sentence: without its full stop. */
export const unstopped = ({ zh, en }: Words): Words => ({ zh: zh.replace(/[。.]$/, ''), en: en.replace(/\.$/, '') });

/** The rules, each a statement without a full stop. */
export const ROSTER_RULES = words({
  floor: { zh: '{leader}至少联系 {n} 人', en: '{leader} befriends at least {n}' },
  cap: { zh: '{leader}至多联系 {n} 人', en: '{leader} befriends at most {n}' },
  need: { zh: '{representative}至少要有 {n} 位领导联系', en: '{representative} has at least {n} leader(s)' },
  most: { zh: '{representative}至多由 {n} 位领导联系', en: '{representative} has at most {n} leader(s)' },
  stay: { zh: '已选定{leader}与{representative}不动', en: '{leader} and {representative} are held together' },
  be: { zh: '已选定{leader}与{representative}结对', en: '{leader} and {representative} are to be paired' },
  not: { zh: '已选定{leader}与{representative}不结对', en: '{leader} and {representative} are not to be paired' },
  eligibleNowhere: {
    zh: '{representative}在任的身份不在联系范围内',
    en: '{representative} holds no standing within the scope',
  },
  eligibleElsewhere: {
    zh: '{representative}的身份只在部分领导的联系范围内',
    en: 'The standings of {representative} are within the scope of some leaders only',
  },
});

export const ROSTER_CORES = words({
  between: { zh: '；', en: '; ' },
  names: { zh: '、', en: ', ' },
  one: { zh: '这一条做不到：{rules}。', en: 'This cannot be done: {rules}.' },
  many: { zh: '下面 {n} 条不能同时做到：{rules}。', en: 'These {n} cannot all be kept: {rules}.' },
  /** Where a list of every rule would be too long to read. */
  crowd: {
    zh: '{n} 条不能同时做到，涉及 {leaders} 位领导、{representatives} 位代表人士：{rules}，等等。',
    en: '{n} rules on {leaders} leaders and {representatives} representatives cannot all be kept: {rules}, and others.',
  },
  rest: { zh: '{rules}，等等', en: '{rules}, and others' },
});

export const ROSTER_CURES = words({
  floor: { zh: '把{leader}应联系的人数先降到 {n}。', en: 'Lower the number for {leader} to {n}.' },
  cap: { zh: '把{leader}的上限放宽到 {n} 人。', en: 'Raise the limit of {leader} to {n}.' },
  need: {
    zh: '{representative}这次先安排 {n} 位领导。',
    en: 'Let {representative} have {n} leader(s) for now.',
  },
  most: {
    zh: '允许{representative}由 {n} 位领导联系。',
    en: 'Let {representative} have up to {n} leaders.',
  },
  eligibility: {
    zh: '为{representative}补上在任的身份，或写明理由后由您选定结对。',
    en: 'Add a standing for {representative}, or state a reason and choose the pair yourself.',
  },
  pin: { zh: '松开{leader}与{representative}的选定。', en: 'Release your choice on {leader} and {representative}.' },
  conflict: {
    zh: '核对{leader}与{representative}的回避情况，已不成立的请撤销。',
    en: 'Check what keeps {leader} and {representative} apart, and withdraw it if it no longer holds.',
  },
  mustEnd: {
    zh: '核对{leader}与{representative}这一对为什么不能继续。',
    en: 'Check why the pair of {leader} and {representative} cannot go on.',
  },
  leaving: {
    zh: '核对是否属实：{says}。',
    en: 'Check whether this is so: {says}.',
  },
});

export const ROSTER_REASONS = words({
  keptPlain: { zh: '各项规定都合，不动。', en: 'All rules are kept, so it stays.' },
  keptHeld: { zh: '您选定了不动。', en: 'You chose that it stays.' },
  keptBy: { zh: '{ground}，各项规定都合，不动。', en: '{ground}. All rules are kept, so it stays.' },
  apart: { zh: '已选定{leader}与{representative}不再结对', en: '{leader} and {representative} are not to be paired' },
  outOfScope: {
    zh: '{representative}的身份已不在{leader}的联系范围内',
    en: '{representative} is no longer within the scope of {leader}',
  },
  inTheWay: {
    zh: '留着{leader}与{representative}，就守不住：{rules}',
    en: 'Keeping {leader} and {representative} would not keep to this: {rules}',
  },
  inTheWayOfKept: {
    zh: '其余留下的各对不动，再留着{leader}与{representative}，就守不住：{rules}',
    en: 'Keeping {leader} and {representative} beside all other pairs that stay would not keep to this: {rules}',
  },
  change: { zh: '{why}；{choice}。', en: '{why}; {choice}.' },
  end: { zh: '{why}。', en: '{why}.' },
  endWithout: { zh: '{why}；没有要求再安排。', en: '{why}; no other leader is asked for.' },
  endStillHas: { zh: '{why}；仍由{others}联系。', en: '{why}; {others} stay in touch.' },
  add: { zh: '{why}；{choice}。', en: '{why}; {choice}.' },
  unpaired: { zh: '{representative}还没有人联系', en: '{representative} has no leader yet' },
  second: { zh: '{representative}应有 {n} 位领导联系', en: '{representative} is to have {n} leaders' },
  leaderShort: {
    zh: '{leader}应联系至少 {n} 人，原能留下 {has} 人',
    en: '{leader} is to befriend at least {n} and would have {has}',
  },
  asked: { zh: '您选定了这一对', en: 'you chose this pair' },
  toAsked: { zh: '由您选定给{leader}', en: 'you chose {leader}' },
  toOnly: { zh: '只有{leader}可以联系', en: 'only {leader} may' },
  toShort: { zh: '{leader}还不足 {n} 人，由其联系', en: '{leader} has fewer than {n}' },
  toLightest: { zh: '{leader}联系的人较少（{n} 人）', en: '{leader} has fewer to befriend ({n})' },
  toWish: { zh: '有人提出愿由{leader}联系', en: 'a wish for {leader} was recorded' },
  toField: { zh: '{leader}与其工作领域相同', en: '{leader} works in the same field' },
  toUnit: { zh: '{leader}与其同在一个单位', en: '{leader} is of the same unit' },
  toRoom: { zh: '{leader}可以联系，还有余地', en: '{leader} may and has room' },
});
