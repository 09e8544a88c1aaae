/** An office as a counterpart ("whoever chairs X"): the person behind it is found by the day. */
import type { PlainDate } from '../kit/plain-date.ts';
import type { StandingKind, StandingRole } from '../policy/vocabulary.ts';
import { isHeldOn, type Standing } from './standing.ts';

export type Office = { readonly kind: StandingKind; readonly body: string; readonly role: StandingRole | null };
export type HeldOffice = Pick<Standing, 'kind' | 'role' | 'startsOn' | 'endsOn'> & {
  readonly personId: string;
  readonly body: string;
};

/** Who holds an office on a day; undefined while it is vacant. Of two (a handover told imprecisely), whoever began later. */
export const findHolder = (office: Office, held: readonly HeldOffice[], on: PlainDate): string | undefined =>
  held
    .filter(
      (one) => one.kind === office.kind && one.body === office.body && one.role === office.role && isHeldOn(one, on),
    )
    .reduce<HeldOffice | undefined>((best, one) => {
      if (best === undefined) return one;
      const [a, b] = [best.startsOn ?? '', one.startsOn ?? ''];
      return b > a || (b === a && one.personId < best.personId) ? one : best;
    }, undefined)?.personId;
