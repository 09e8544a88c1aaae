/**
 * Numbers that the house sets for itself where the measures name none. Every screen shows them as its own. A day of the
 * year is written `10-31`; a time is a count of calendar days (`7d`) or of working days (`5w`).
 */
import { parsePlainDate } from '../kit/plain-date.ts';

export const SETTING_KINDS = [
  'firstTalkBy',
  'recordWithin',
  'reportWithin',
  'replyWithin',
  'requestWithin',
  'achievementWithin',
  'hardshipWithin',
  'triageWithin',
  'handBackWithin',
  'firstContactWithin',
  'responseWithin',
  'coOpinionWithin',
  'reviewWithin',
  'deliverWithin',
  'answerWithin',
  'redoWithin',
  'extensionWithin',
] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

export type SettingTime = { readonly count: number; readonly unit: 'day' | 'workingDay' };

/** Undefined where the value is no count of days. */
export function readTime(value: string): SettingTime | undefined {
  const written = /^([1-9]\d{0,2})([dw])$/.exec(value);
  if (!written || Number(written[1]) > 366) return undefined;
  return { count: Number(written[1]), unit: written[2] === 'd' ? 'day' : 'workingDay' };
}

export const writeTime = ({ count, unit }: SettingTime): string => `${count}${unit === 'day' ? 'd' : 'w'}`;

/** A day that comes every year; the last of February only comes in some, so it is none of them. */
export const isYearlyDay = (value: string): boolean =>
  /^\d{2}-\d{2}$/.test(value) && parsePlainDate(`2023-${value}`) !== undefined;

export const isSettingValue = (kind: SettingKind, value: string): boolean =>
  kind === 'firstTalkBy' ? isYearlyDay(value) : readTime(value) !== undefined;
