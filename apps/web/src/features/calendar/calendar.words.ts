import { words } from '@zhengyou/domain/kit/words.ts';

export const calendarWords = words({
  title: { zh: '工作日与节日', en: 'Working days and festivals' },
  leadAll: {
    zh: '{from} 至 {until} 年的工作日都有表。',
    en: 'There are tables of working days for {from} to {until}.',
  },
  leadEstimated: {
    zh: '{year} 年的放假安排还没有，按周末和法定节日估计。',
    en: 'There is no table for {year} yet; its days are estimated from weekends and statutory holidays.',
  },
  sub: {
    zh: '答复、办理的期限按这里的工作日算；落在没有表的年份，结果都注明「估计」。',
    en: 'Deadlines count these working days; where they reach into a year without a table, the result says that it is an estimate.',
  },
  year: { zh: '{year} 年', en: '{year}' },
  shipped: { zh: '随产品带来', en: 'Shipped' },
  own: { zh: '本单位贴入', en: 'Pasted here' },
  estimated: { zh: '估计', en: 'Estimated' },
  off: { zh: '放假', en: 'Days off' },
  working: { zh: '调休上班', en: 'Weekends worked' },
  range: { zh: '{from}至{until}', en: '{from} to {until}' },
  festivals: { zh: '今后一年的节日', en: 'Festivals of the year to come' },
  drop: { zh: '撤回这张表', en: 'Take this table back' },
  dropSure: { zh: '真的撤回', en: 'Yes, take it back' },
  paste: { zh: '贴入一年的安排', en: 'Paste a year’s table' },
  pasteLabel: { zh: '每行一天或一段', en: 'A day or a range on each line' },
  pasteHint: {
    zh: '第一行 year 和年份，第二行 source 和文件名，然后每行「2027-01-01..2027-01-03 off」或「2027-02-13 work」；off 也可写「休」，work 也可写「班」。',
    en: 'First line: year and the number; second: source and the notice; then lines such as 2027-01-01..2027-01-03 off, or 2027-02-13 work.',
  },
  look: { zh: '先看看', en: 'Look first' },
  keep: { zh: '存下', en: 'Keep' },
  kept: { zh: '已存下', en: 'Kept' },
  problem: { zh: '第 {line} 行：{message}', en: 'Line {line}: {message}' },
  nothingKept: { zh: '有 {count} 行要改，什么都没有存。', en: '{count} lines to mend; nothing has been kept.' },
  effect: {
    zh: '{year} 年：放假 {off} 天，调休上班 {working} 天；与现在相比有 {count} 天不同。',
    en: '{year}: {off} days off, {working} weekend days worked; {count} days differ from now.',
  },
  becomesOff: { zh: '改为放假：{days}', en: 'Now off: {days}' },
  becomesWorking: { zh: '改为上班：{days}', en: 'Now worked: {days}' },
  link: { zh: '工作日与节日', en: 'Working days and festivals' },
});
