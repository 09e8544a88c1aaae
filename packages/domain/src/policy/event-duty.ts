/** Duties that an event brings: until when, or only promptly; and the festivals of a span for a person of given groups. */
import { festivalDayOn, type FestivalGroup } from '../calendar/festivals.ts';
import { deadlineOf } from '../calendar/deadline.ts';
import type { Estimate, WorkdayCalendar } from '../calendar/working-days.ts';
import { yearOf, type PlainDate } from '../kit/plain-date.ts';
import { requirementsOfKind, type Policy } from './policy.ts';
import type { Occasion } from './requirement.ts';
import type { Tier } from './vocabulary.ts';

export type Trigger = Occasion['value']['trigger'];

export type EventDuty = {
  readonly requirement: string;
  readonly clause: string;
  readonly action: Occasion['value']['action'];
  readonly strength: Occasion['strength'];
  /** The last day in time; null where the rule says "promptly" or states no time, and then it is never late. */
  readonly by: Estimate | null;
};

/** What an event of a day asks of a tier, by the rules then in force. */
export const dutiesOfEvent = (
  policy: Policy,
  tier: Tier,
  event: { readonly trigger: Trigger; readonly on: PlainDate },
  tables: WorkdayCalendar,
): EventDuty[] =>
  requirementsOfKind(policy, 'occasion', event.on, tier)
    .filter((row) => row.value.trigger === event.trigger)
    .map((row) => ({
      requirement: row.id,
      clause: row.basis,
      action: row.value.action,
      strength: row.strength,
      by: row.value.within === null ? null : deadlineOf(row.value.within, event.on, tables),
    }));

export type FestivalDuty = Omit<EventDuty, 'by'> & {
  readonly key: string;
  readonly on: PlainDate;
  /** The list is the institution's own. */
  readonly local: boolean;
};

/** Festivals with a day in the span, in order: everybody's, those of the person's groups, those of the kind of unit. */
export function festivalDuties(
  policy: Policy,
  tier: Tier,
  span: { readonly from: PlainDate; readonly until: PlainDate },
  of: { readonly groups?: readonly FestivalGroup[]; readonly unitKind?: string } = {},
): FestivalDuty[] {
  const found: FestivalDuty[] = [];
  for (let year = yearOf(span.from); year <= yearOf(span.until); year += 1)
    for (const row of policy.requirements) {
      if (row.kind !== 'occasion' || row.value.trigger !== 'festival') continue;
      for (const festival of row.value.festivals ?? []) {
        if (festival.group !== undefined && !of.groups?.includes(festival.group)) continue;
        if (festival.unitKinds && (of.unitKind === undefined || !festival.unitKinds.includes(of.unitKind))) continue;
        const on = festivalDayOn(year, festival);
        if (on === undefined || on < span.from || on >= span.until) continue;
        if (!requirementsOfKind(policy, 'occasion', on, tier).includes(row)) continue;
        const { id, basis, strength, value } = row;
        found.push({
          requirement: id,
          clause: basis,
          strength,
          action: value.action,
          key: festival.key,
          on,
          local: value.local === true,
        });
      }
    }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
