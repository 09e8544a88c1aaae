/** On which page a kind of requirement is fulfilled: shown beside each clause, and the screens of the trace. A kind without a page is kept by people. */
import type { RequirementKind } from '@zhengyou/domain/policy/requirement.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { appWords } from '../../app/app.words.ts';
import { paths } from '../../app/paths.ts';

export type Place = { readonly words: Words; readonly href: string; readonly opens: string };

const PEOPLE: Place = { words: appWords.people, href: paths.people(), opens: 'person.list' };
const PAIRINGS: Place = { words: appWords.pairings, href: paths.pairings(), opens: 'pairing.roster' };
const YEAR: Place = { words: appWords.year, href: paths.year(), opens: 'interaction.readYear' };

const OCCASIONS: Place = { words: appWords.occasions, href: paths.occasions(), opens: 'round.list' };
const BRIEFINGS: Place = { words: appWords.briefings, href: paths.briefings(), opens: 'briefing.list' };

export const PLACES: Readonly<Partial<Record<RequirementKind, readonly Place[]>>> = {
  dutyHolder: [PAIRINGS],
  eligibility: [PEOPLE],
  quota: [PAIRINGS],
  rosterProcedure: [PAIRINGS],
  adjustment: [PAIRINGS],
  cadence: [YEAR],
  recording: [YEAR],
  occasion: [OCCASIONS],
  reporting: [BRIEFINGS],
};

/** Each place once, of those open to whoever looks. */
export function placesOf(kinds: readonly RequirementKind[], may: (endpointId: string) => boolean): Place[] {
  const places = kinds.flatMap((kind) => PLACES[kind] ?? []);
  return places.filter(
    (place, index) => may(place.opens) && places.findIndex((one) => one.href === place.href) === index,
  );
}

export const isKeptByPeople = (kind: RequirementKind): boolean => PLACES[kind] === undefined;
