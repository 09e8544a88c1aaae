import type { Words } from '../kit/words.ts';

/** What is wrong in a pasted table of working days, and what to do. */
export const WORKDAY_PROBLEMS = {
  empty: { zh: '没有内容。第一行写 year 和年份。', en: 'Nothing here. Begin with a line: year and the number.' },
  tooLong: { zh: '太长了，一年的表用不了这么多行。', en: 'Too long for tables of working days.' },
  badYear: { zh: 'year 后面写四位年份，例如 year 2027。', en: 'After year write four digits, such as year 2027.' },
  yearFirst: { zh: '请先写一行 year 和年份。', en: 'Write a line with year and the number first.' },
  yearTwice: (year: number): Words => ({ zh: `${year} 年写了两次。`, en: `The year ${year} stands twice.` }),
  noSource: (year: number): Words => ({
    zh: `${year} 年没有写出处，请加一行 source 和文件名。`,
    en: `The year ${year} names no source; add a line: source and the notice.`,
  }),
  badLine: {
    zh: '这一行读不懂。写成「2027-01-01..2027-01-03 off」或「2027-01-04 work」。',
    en: 'This line is not understood. Write 2027-01-01..2027-01-03 off, or 2027-01-04 work.',
  },
  badWord: (word: string): Words => ({
    zh: `「${word}」不认识，写 off（休）或 work（班）。`,
    en: `${word} is not understood; write off or work.`,
  }),
  noSuchDay: (text: string): Words => ({ zh: `没有 ${text} 这一天。`, en: `There is no such day as ${text}.` }),
  backwards: { zh: '后一天早于前一天。', en: 'The range ends before it begins.' },
  tooFar: { zh: '一段超过了一个月，请核对。', en: 'A range is longer than a month; check it.' },
  otherYear: (on: string, year: number): Words => ({
    zh: `${on} 不在 ${year} 年，请写到那一年下面。`,
    en: `${on} is not in ${year}; write it under its own year.`,
  }),
  dayTwice: (on: string): Words => ({ zh: `${on} 写了两次。`, en: `${on} stands twice.` }),
  worksAnyway: (on: string): Words => ({
    zh: `${on} 本来就是工作日，不必写「班」。`,
    en: `${on} is a weekday and worked anyway; leave it out.`,
  }),
} as const;
