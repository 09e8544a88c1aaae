import { words } from '@zhengyou/domain/kit/words.ts';

export const policyWords = words({
  title: { zh: '实施办法', en: 'The measures' },
  sub: {
    zh: '{from}起执行，本院第 {version} 版。条文用自己的话说，逐条写明要求什么、在哪里做',
    en: 'In force from {from}, version {version} here. Clause by clause in our own words: what is asked, and where it is done',
  },
  clause: { zh: '条款', en: 'Clause' },
  saying: { zh: '说的是什么', en: 'What it says' },
  asks: { zh: '要求', en: 'What it asks' },
  where: { zh: '在哪里做', en: 'Where it is done' },
  semicolon: { zh: '；', en: '; ' },
  guidance: {
    zh: '诚恳相待写进规矩：没有背后的评语，没有打分',
    en: 'Sincerity is built in: no remarks behind anyone’s back, no scores',
  },
  points: { zh: '分项', en: 'Points' },
  byPeople: { zh: '靠人', en: 'By people' },
  restByPeople: { zh: '其余靠人', en: 'the rest by people' },
  foot: {
    zh: '加线的词照办法原样保留。',
    en: 'Underlined words are kept as the measures have them.',
  },
  localFoot: {
    zh: '是本院自己定的，不是办法原文。',
    en: 'marks what was set here and is not in the measures.',
  },
  settings: { zh: '本院自己定的', en: 'Set here' },
  since: { zh: '{from}起', en: 'from {from}' },
  clauseTitle: { zh: '第 {clause} 条', en: 'Clause {clause}' },
  preamble: { zh: '前言', en: 'Preamble' },
  noSuch: { zh: '办法里没有第 {clause} 条。', en: 'The measures have no clause {clause}.' },
  toAll: { zh: '看全部条文', en: 'See all clauses' },
  nothingAsked: {
    zh: '这一条没有可以逐项核对的要求，靠大家记在心里。',
    en: 'Nothing here can be checked point by point; people keep it in mind.',
  },
  appliesTo: { zh: '适用', en: 'Applies to' },
  strength: { zh: '分寸', en: 'Strength' },
  inForce: { zh: '执行', en: 'In force' },
  leansOn: { zh: '参看', en: 'See also' },
  previous: { zh: '上一条', en: 'Previous clause' },
  next: { zh: '下一条', en: 'Next clause' },
  untilDay: { zh: '{from}至 {until}', en: '{from} to {until}' },
});
