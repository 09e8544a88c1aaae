/** An occasion in sentences: whose and what, who told it, how it ended. */
import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Language } from '@zhengyou/domain/kit/words.ts';
import type { OccasionShown } from '@zhengyou/domain/occasion/occasion.contract.ts';
import {
  OCCASION_ACTION_WORDS,
  OCCASION_KIND_WORDS,
  RAISED_AS_WORDS,
} from '@zhengyou/domain/occasion/occasion.words.ts';
import { sayDay } from '../../kit/dates.ts';
import { toldWords } from './told.words.ts';

/** `self`: who reads; a leader is asked as “you”. */
type Saying = { readonly language: Language; readonly today: PlainDate; readonly self?: string };
type Occasion = Pick<
  OccasionShown,
  'kind' | 'person' | 'leader' | 'raisedAs' | 'raisedBy' | 'raisedOn' | 'action' | 'answer' | 'status'
>;

const small = (text: string, language: Language) => (language === 'en' ? text.toLowerCase() : text);

export const kindOf = ({ kind }: Pick<Occasion, 'kind'>, { language }: Saying): string =>
  OCCASION_KIND_WORDS[kind][language];

/** 单位 11 月 20 日告知 */
export function toldBy({ raisedAs, raisedBy, raisedOn }: Occasion, saying: Saying, withName = false): string {
  const by = RAISED_AS_WORDS[raisedAs][saying.language];
  const day = sayDay(raisedOn, saying);
  return withName && raisedAs !== 'self'
    ? say(toldWords.toldByName, saying.language, { by, day, name: raisedBy })
    : say(toldWords.toldBy, saying.language, { by, day });
}

/** What is asked, or how it ended. */
export function standsOf(occasion: Occasion, saying: Saying): string {
  const { language } = saying;
  const { answer, action, leader, status } = occasion;
  if (status === 'withdrawn') return toldWords.withdrawn[language];
  if (answer === null)
    return say(leader.id === saying.self ? toldWords.asksYou : toldWords.asks, language, {
      leader: leader.name,
      action: small(OCCASION_ACTION_WORDS[action][language], language),
    });
  if (answer.channel !== null && answer.on !== null)
    return say(toldWords.doneBy, language, {
      by: answer.by,
      day: sayDay(answer.on, saying),
      way: small(CHANNEL_WORDS[answer.channel][language], language),
    });
  return say(toldWords.declinedBy, language, { by: answer.by, words: answer.words ?? '' });
}

/** Cents as people write money. */
export const yuanOf = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));
/** What was typed as whole cents; undefined where it is no amount above zero. */
export function centsOf(text: string): number | undefined {
  const written = /^\s*(\d{1,7})(?:[.．](\d{1,2}))?\s*$/.exec(text);
  if (!written) return undefined;
  const cents = Number(written[1]) * 100 + Number((written[2] ?? '').padEnd(2, '0'));
  return cents > 0 ? cents : undefined;
}
