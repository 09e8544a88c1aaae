/** What the form of a standing holds while it is written. The words suggest what they mean; whoever writes may correct it. */
import { readWrittenDate, writeDate, type WrittenDate } from '@zhengyou/domain/calendar/written-date.ts';
import { PRECISIONS } from '@zhengyou/domain/calendar/precision.ts';
import { addMonths, daysBetween } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { readStanding } from '@zhengyou/domain/person/standing-text.ts';
import type { Level, StandingKind, StandingRole } from '@zhengyou/domain/policy/vocabulary.ts';
import { endAfter, lastOf, type StandingReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

export type StandingDraft = {
  readonly written: string;
  readonly kind: StandingKind;
  readonly level: Level | null;
  readonly role: StandingRole | null;
  /** As typed: 2027.6 */
  readonly from: string;
  readonly until: string;
};

export function standingDraftOf(standing: StandingReply | undefined): StandingDraft {
  if (!standing) return { written: '', kind: 'other', level: null, role: null, from: '', until: '' };
  const { written, kind, level, role, startsOn, endsOn, precision } = standing;
  const exact = precision ?? 'day';
  return {
    written,
    kind,
    level,
    role,
    from: startsOn === null ? '' : writeDate(startsOn, exact),
    until: endsOn === null ? '' : writeDate(lastOf(endsOn, exact), exact),
  };
}

/** The next term of the same office: it begins where the last ended and is proposed as many years. */
export function renewalDraftOf(standing: StandingReply): StandingDraft {
  const { startsOn, endsOn, precision } = standing;
  const exact = precision ?? 'day';
  if (endsOn === null) return { ...standingDraftOf(standing), from: '', until: '' };
  const months = startsOn === null ? 60 : Math.max(1, Math.round(daysBetween(startsOn, endsOn) / 365.25)) * 12;
  return {
    ...standingDraftOf(standing),
    from: writeDate(endsOn, exact),
    until: writeDate(lastOf(addMonths(endsOn, months), exact), exact),
  };
}

/** The words as typed, with what they suggest. */
export function withWords(draft: StandingDraft, written: string): StandingDraft {
  const { kind, level, role } = readStanding(written);
  return { ...draft, written, kind, level, role };
}

export type StandingMistakes = { readonly [K in 'written' | 'from' | 'until']?: Words };

const bound = (text: string): WrittenDate | null | undefined => (text.trim() === '' ? null : readWrittenDate(text));

export function judgeStanding(draft: StandingDraft): StandingMistakes {
  const [from, until] = [bound(draft.from), bound(draft.until)];
  const reversed = from && until && endAfter(until.on, until.precision) <= from.on;
  return {
    ...(draft.written.trim().length < 2 ? { written: personWords.writtenMissing } : {}),
    ...(from === undefined ? { from: personWords.dateWrong } : {}),
    ...(until === undefined ? { until: personWords.dateWrong } : reversed ? { until: personWords.orderWrong } : {}),
  };
}

/** One precision is kept for the term: the coarser of the two, so that neither end says more than it knew. */
export function sendableStanding(draft: StandingDraft) {
  const [from, until] = [bound(draft.from) ?? null, bound(draft.until) ?? null];
  const known = [from, until].filter((one) => one !== null).map((one) => PRECISIONS.indexOf(one.precision));
  return {
    kind: draft.kind,
    level: draft.level,
    role: draft.role,
    written: draft.written.trim(),
    startsOn: from?.on ?? null,
    endsOn: until && endAfter(until.on, until.precision),
    precision: known.length === 0 ? null : (PRECISIONS[Math.max(...known)] ?? null),
  };
}
