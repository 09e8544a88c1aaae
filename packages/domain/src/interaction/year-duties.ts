/** The year of a pair that has several duties, or none that is counted by the year: the one that presses most leads. */
import { daysBetween, type PlainDate } from '../kit/plain-date.ts';
import { CONTACT_STATES, type ContactState, type YearOfContact } from './year-of-contact.ts';
import type { Duty } from './duty.ts';

/** Met only where all are met; without a number only where none has one. */
export function withDuties(judged: YearOfContact, duties: readonly Duty[], today: PlainDate): YearOfContact {
  if (duties.length === 0 || judged.state === 'excused') return judged;
  const standing: { readonly state: ContactState; readonly dueOn: PlainDate | null }[] = duties
    .filter((duty) => duty.state !== 'noNumber')
    .map((duty) => ({ state: duty.state === 'resting' ? 'onTrack' : duty.state, dueOn: duty.dueOn }));
  if (judged.required !== null) standing.push({ state: judged.state, dueOn: judged.dueOn });
  const place = ({ state, dueOn }: (typeof standing)[number]) => `${CONTACT_STATES.indexOf(state)} ${dueOn ?? '9999'}`;
  const lead = standing.reduce<(typeof standing)[number] | undefined>(
    (best, one) => (best === undefined || place(one) < place(best) ? one : best),
    undefined,
  );
  const arithmetic = judged.clause === null ? [] : judged.arithmetic;
  if (!lead) return { ...judged, arithmetic };
  if (judged.required !== null && lead.state === judged.state && lead.dueOn === judged.dueOn) return judged;
  const { state, dueOn } = lead;
  const due = dueOn === null ? judged.next : ({ kind: 'due', on: dueOn } as const);
  const keepsNext = judged.next.kind === 'planned' || judged.next.kind === 'request' || state === 'met';
  return {
    ...judged,
    state,
    dueOn,
    days: dueOn === null ? null : daysBetween(today, dueOn),
    dueIsLocal: false,
    next: keepsNext ? judged.next : due,
    arithmetic,
  };
}
