/** A deadline of the loop in words, in both languages. */
import type { Deadline } from '../calendar/deadline.ts';
import { say, type Words } from '../kit/words.ts';
import { DEADLINE_SENTENCES } from './matter.words.ts';

const both = (words: Words, facts: Readonly<Record<string, string | number>>): Words => ({
  zh: say(words, 'zh', facts),
  en: say(words, 'en', facts),
});

export function sayRule(rule: Deadline): Words {
  if (rule.count === 'dayOfMonth')
    return both(rule.monthsLater === 0 ? DEADLINE_SENTENCES.dayOfMonth : DEADLINE_SENTENCES.dayOfLaterMonth, {
      day: rule.day,
      months: rule.monthsLater,
    });
  if (rule.count === 'fixedDates') return both(DEADLINE_SENTENCES.fixedDates, { dates: rule.dates.join(', ') });
  return both(DEADLINE_SENTENCES[rule.count], { number: rule.number });
}
