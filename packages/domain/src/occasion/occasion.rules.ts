/** What an occasion asks by the measures then in force, until when, and what may be told. */
import { addWorkingDays, type WorkdayCalendar } from '../calendar/working-days.ts';
import { addDays, addMonths, yearOf, type PlainDate } from '../kit/plain-date.ts';
import type { Refusal } from '../kit/refusal.ts';
import { dutiesOfEvent, type EventDuty } from '../policy/event-duty.ts';
import { readTime, type SettingKind } from '../policy/local-setting.ts';
import { requirementsOfKind, type Policy } from '../policy/policy.ts';
import type { Tier } from '../policy/vocabulary.ts';
import { occasionRefusals } from './occasion.refusals.ts';
import { isPrivate, type OccasionKind, type RaisedAs } from './occasion.ts';

/** Characters of what is told; a longer story is better told in person. */
export const TOLD_LIMIT = 2000;
/** What lies further back is no longer news. */
const OLDEST_DAYS = 366;

/** Kinds that the measures name, and those that can always be told; illness is a hardship of its own where none is named. */
export function kindsOn(policy: Policy, on: PlainDate): OccasionKind[] {
  const named = new Set<string>(requirementsOfKind(policy, 'occasion', on).map((row) => row.value.trigger));
  const always: OccasionKind[] = ['achievement', 'hardship', 'illness'];
  return [...always, ...(['familyEvent', 'jobChange'] as const).filter((kind) => named.has(kind))];
}

/** The duty that an event of this day brings; an illness that the measures do not name is a hardship. */
export function dutyOf(
  policy: Policy,
  tier: Tier,
  kind: OccasionKind,
  on: PlainDate,
  tables: WorkdayCalendar,
): EventDuty | undefined {
  const [own] = dutiesOfEvent(policy, tier, { trigger: kind, on }, tables);
  if (own || kind !== 'illness') return own;
  return dutiesOfEvent(policy, tier, { trigger: 'hardship', on }, tables)[0];
}

export const settingOf = (kind: OccasionKind): SettingKind =>
  kind === 'achievement' || kind === 'jobChange' ? 'achievementWithin' : 'hardshipWithin';

export type DueDay = { readonly on: PlainDate | null; readonly local: boolean; readonly estimated: boolean };

/** The day of the measures; else the house's own; else none, since "promptly" is no number. `setting` as `7d` or `5w`. */
export function dueDay(
  duty: EventDuty | undefined,
  setting: string | undefined,
  raisedOn: PlainDate,
  tables: WorkdayCalendar,
): DueDay {
  if (duty?.by) return { on: duty.by.on, local: false, estimated: duty.by.estimated };
  const time = setting === undefined ? undefined : readTime(setting);
  if (!time) return { on: null, local: false, estimated: false };
  if (time.unit === 'day') return { on: addDays(raisedOn, time.count), local: true, estimated: false };
  return { ...addWorkingDays(raisedOn, time.count, tables), local: true };
}

export const keepUntil = (raisedOn: PlainDate, months: number): PlainDate => addMonths(raisedOn, months);

export type OccasionDraft = {
  readonly kind: OccasionKind;
  readonly as: RaisedAs;
  readonly words: string;
  readonly happenedOn: PlainDate;
  /** The person gave leave to pass it on. */
  readonly consent: boolean;
};

const lengthOf = (text: string) => [...text].length;

export function refuseWords(words: string): Refusal | undefined {
  if (words.trim() === '') return occasionRefusals.noWords(undefined, { field: 'words' });
  const length = lengthOf(words);
  return length > TOLD_LIMIT
    ? occasionRefusals.wordsTooLong({ limit: TOLD_LIMIT, length }, { field: 'words' })
    : undefined;
}

/** The first thing in the way, in the order of the form; undefined where nothing is. */
export function refuseOccasion(draft: OccasionDraft, today: PlainDate): Refusal | undefined {
  if (isPrivate(draft.kind) && draft.as === 'office') return occasionRefusals.onlyAsTold(undefined, { field: 'kind' });
  if (draft.happenedOn > today) return occasionRefusals.inFuture(undefined, { field: 'happenedOn' });
  if (addDays(draft.happenedOn, OLDEST_DAYS) < today)
    return occasionRefusals.tooLongAgo({ year: yearOf(draft.happenedOn) }, { field: 'happenedOn' });
  const words = refuseWords(draft.words);
  if (words) return words;
  if (isPrivate(draft.kind) && draft.as === 'unit' && !draft.consent)
    return occasionRefusals.noConsent(undefined, { field: 'consent' });
  return undefined;
}
