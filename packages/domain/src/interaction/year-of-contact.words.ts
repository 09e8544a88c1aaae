import { sayDay, sayMonth, sayNear, sayThird } from '../calendar/date.words.ts';
import {
  addDays,
  daysBetween,
  daysInMonth,
  dayOf,
  monthOf,
  startOfMonth,
  yearOf,
  type PlainDate,
} from '../kit/plain-date.ts';
import { say, words, type Language, type Words } from '../kit/words.ts';
import { CHANNEL_WORDS, CONTACT_STATE_WORDS, MARK_WORDS } from './interaction.words.ts';
import type { YearMark, YearOfContact } from './year-of-contact.ts';

export const YEAR_ARITHMETIC = words({
  required: {
    zh: '{year} 年应谈 {required} 次，已谈 {done} 次，依据 {clause}。',
    en: '{year}: {required} asked for, {done} done, by clause {clause}.',
  },
  requiredAndAim: {
    zh: '{year} 年应谈 {required} 次，望谈 {aim} 次，已谈 {done} 次，依据 {clause}。',
    en: '{year}: {required} asked for, {aim} hoped for, {done} done, by clause {clause}.',
  },
  none: {
    zh: '{year} 年不计应谈次数，已谈 {done} 次，依据 {clause}。',
    en: '{year}: none asked for, {done} done, by clause {clause}.',
  },
  noNumber: {
    zh: '依据 {clause}，没有定次数；{year} 年已谈 {done} 次。',
    en: 'Clause {clause} sets no number. {done} done in {year}.',
  },
  noRule: { zh: '没有定次数；{year} 年已谈 {done} 次。', en: 'No rule sets a number. {done} done in {year}.' },
  notPaired: { zh: '{year} 年没有结对。', en: 'Not paired in {year}.' },
  changed: {
    zh: '{month} 月 {day} 日起改了规定，前后各按所占天数计。',
    en: 'The rule changed on {month}/{day}; each part of the year counts by its days.',
  },
  part: {
    zh: '当年结对 {pairedDays} 天，全年 {yearDays} 天，按所占天数计。',
    en: 'Paired for {pairedDays} of {yearDays} days; the share is counted.',
  },
  excused: { zh: '其中暂缓 {excused} 天，不计在内。', en: 'Excused for {excused} of them, which are left out.' },
  tooShort: {
    zh: '余下 {days} 天，不足 90 天，当年不计。',
    en: '{days} days are left, fewer than 90, so nothing is asked this year.',
  },
  visits: { zh: '走访 {visits} 次另记，不算交谈。', en: 'Visits are kept apart and count as no talk: {visits}.' },
  local: {
    zh: '{month} 月 {day} 日是自定的首谈日，不是办法的规定。',
    en: 'The date of the first talk ({day}/{month}) is our own, not the rule’s.',
  },
});

const SENTENCE = words({
  doneThisYear: { zh: '今年谈了 {done} 次', en: '{done} talks this year' },
  doneInYear: { zh: '{year} 年谈了 {done} 次', en: '{done} talks in {year}' },
  aim: { zh: '望谈 {aim} 次', en: '{aim} hoped for' },
  noNumber: { zh: '没有定次数', en: 'no numeric duty' },
  quiet: { zh: '今年还没有联系', en: 'no contact yet this year' },
  quietYear: { zh: '这一年没有联系', en: 'no contact in that year' },
  next: { zh: '下次：{next}', en: 'Next: {next}' },
});

const NEXT = words({
  by: { zh: '{day}前', en: 'by {day}' },
  firstBy: { zh: '{day}前首谈', en: 'first talk by {day}' },
  first: { zh: '先谈一次', en: 'a first talk' },
  left: { zh: '还有 {days} 天', en: '{days} left' },
  today: { zh: '就是今天', en: 'that is today' },
  past: { zh: '已过 {days} 天', en: '{days} past' },
  planned: { zh: '已约 {day}', en: 'arranged for {day}' },
  beyond: { zh: '过期限 {days} 天', en: '{days} after the due day' },
  request: { zh: '约请谈话', en: 'asked to talk' },
  answerBy: { zh: '{day}前答复', en: 'answer by {day}' },
  answerToday: { zh: '今天答复', en: 'answer today' },
  answerPast: { zh: '答复已过 {days} 天', en: 'answer {days} past' },
  resumes: { zh: '至 {day}', en: 'until {day}' },
  noEnd: { zh: '没有定期限', en: 'no end set' },
  anytime: { zh: '随时可谈', en: 'any time' },
  yearly: { zh: '一年一谈', en: 'once a year' },
  halfYearly: { zh: '半年一谈', en: 'twice a year' },
  every: { zh: '{months} 个月一谈', en: 'every {months} months' },
});

const countOfDays = (days: number, language: Language): string | number =>
  language === 'zh' ? days : days === 1 ? '1 day' : `${days} days`;

/** The last day of an excuse: by month where it is the month's last, since that is how such ends are told. */
function sayLastDay(until: PlainDate, today: PlainDate, language: Language): string {
  const lastDay = addDays(until, -1);
  const isMonthEnd = dayOf(lastDay) === daysInMonth(yearOf(lastDay), monthOf(lastDay));
  return isMonthEnd ? sayMonth(lastDay, today, language) : sayDay(lastDay, today, language);
}

/** What comes next, in one or two parts that a narrow column may set on two lines. Empty where nothing does. */
export function sayNext(year: YearOfContact, today: PlainDate, language: Language): string[] {
  const tell = (entry: keyof typeof NEXT, facts: Record<string, string | number> = {}) =>
    say(NEXT[entry], language, facts);
  const day = (on: PlainDate) => sayDay(on, today, language);
  const { next, dueOn, days } = year;
  const { on } = next;
  if (next.kind === 'resumes') {
    const reason = year.excuse?.reason ?? '';
    return [
      ...(reason === '' ? [] : [reason]),
      on === null ? tell('noEnd') : tell('resumes', { day: sayLastDay(on, today, language) }),
    ];
  }
  if (next.kind === 'planned' && on !== null) {
    const beyond = dueOn === null ? 0 : daysBetween(dueOn, on);
    const second =
      beyond > 0
        ? tell('beyond', { days: countOfDays(beyond, language) })
        : next.channel
          ? say(CHANNEL_WORDS[next.channel], language)
          : '';
    return [
      tell('planned', { day: day(on) }),
      ...(second === '' ? [] : [language === 'en' && beyond <= 0 ? second.toLowerCase() : second]),
    ];
  }
  if (next.kind === 'request') {
    if (on === null) return [tell('request')];
    const ahead = daysBetween(today, on);
    const second =
      ahead < 0
        ? tell('answerPast', { days: countOfDays(-ahead, language) })
        : ahead === 0
          ? tell('answerToday')
          : tell('answerBy', { day: sayNear(on, today, language) });
    return [tell('request'), second];
  }
  if (next.kind === 'firstTalk') return [on === null ? tell('first') : tell('firstBy', { day: day(on) })];
  if (next.kind === 'due' && on !== null && days !== null) {
    const length = countOfDays(Math.abs(days), language);
    return [
      tell('by', { day: day(on) }),
      days === 0 ? tell('today') : tell(days < 0 ? 'past' : 'left', { days: length }),
    ];
  }
  if (next.kind === 'suggested' && on !== null) {
    const months = next.everyMonths;
    // Chosen by the leader, not by the rule: then no rhythm stands behind it.
    if (months === undefined) return [sayThird(on, language)];
    return [
      sayThird(on, language),
      months === 12 ? tell('yearly') : months === 6 ? tell('halfYearly') : tell('every', { months }),
    ];
  }
  return next.kind === 'anytime' ? [tell('anytime')] : [];
}

/** 2 月走访，4 月交谈: every mark in the order of the year. */
export const sayMarks = (marks: readonly YearMark[], language: Language): string =>
  marks
    .map((mark) => {
      const kind = say(MARK_WORDS[mark.kind], language);
      const month = sayMonth(startOfMonth(mark.on), mark.on, language);
      return language === 'zh' ? `${month}${kind}` : `${kind} in ${month}`;
    })
    .join(language === 'zh' ? '，' : ', ');

/** The whole row as a sentence, for those who hear it. */
export function sayYear(
  name: string,
  year: YearOfContact,
  today: PlainDate,
  language: Language,
  duties: readonly Words[] = [],
): string {
  const isThisYear = yearOf(today) === year.year;
  const one = language === 'en' && year.done === 1;
  const done = say(isThisYear ? SENTENCE.doneThisYear : SENTENCE.doneInYear, language, {
    done: year.done,
    year: year.year,
  });
  // Where duties over other periods stand beside the year, they say what is asked.
  const asked =
    year.aim !== null
      ? [say(SENTENCE.aim, language, { aim: year.aim })]
      : duties.length === 0
        ? [say(SENTENCE.noNumber, language)]
        : [];
  const state = say(CONTACT_STATE_WORDS[year.state], language);
  const comma = language === 'zh' ? '，' : ', ';
  const head = [
    name,
    ...(year.state === 'noNumber' ? [] : [language === 'zh' ? state : state.toLowerCase()]),
    one ? done.replace('talks', 'talk') : done,
    ...asked,
    ...duties.map((duty) => duty[language]),
  ].join(comma);
  const marks =
    year.marks.length === 0
      ? say(isThisYear ? SENTENCE.quiet : SENTENCE.quietYear, language)
      : sayMarks(year.marks, language);
  const next = sayNext(year, today, language);
  const parts = [head, language === 'en' ? marks.charAt(0).toUpperCase() + marks.slice(1) : marks];
  if (next.length > 0) parts.push(say(SENTENCE.next, language, { next: next.join(comma) }));
  return parts.join(language === 'zh' ? '。' : '. ');
}
