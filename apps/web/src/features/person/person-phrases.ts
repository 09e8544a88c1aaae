/** How a person’s facts are put into words on these pages. */
import { dayAfter, firstDayOf, type Precision } from '@zhengyou/domain/calendar/precision.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { listPeople, readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import type { Affiliation } from '@zhengyou/domain/person/party.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Say } from '../../app/language.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { personWords } from './person.words.ts';

export type PersonLineReply = ReplyOf<typeof listPeople>['items'][number];
export type PersonReply = ReplyOf<typeof readPerson>;
export type StandingReply = PersonReply['standings'][number];

/** `2027.6`: in a column of terms, where the word for month would only repeat. */
export function sayTermEnd(endsOn: PlainDate, precision: Precision | null): string {
  const [year, month] = addDays(endsOn, -1).split('-').map(Number);
  return precision === 'year' ? `${year}` : `${year}.${month}`;
}

/** A bound as `TermBar` takes it, no more exact than it was told. `last`: the end, kept as the first day after. */
export function boundOf(on: PlainDate | null, precision: Precision | null, last = false): string | null {
  if (on === null) return null;
  if (precision === null || precision === 'day') return on;
  return (last ? addDays(on, -1) : on).slice(0, precision === 'year' ? 4 : 7);
}

/** A bound as the form shows and takes it: the last day, month or year that still belongs. */
export const lastOf = (endsOn: PlainDate, precision: Precision): PlainDate =>
  firstDayOf(addDays(endsOn, -1), precision);
export const endAfter = (on: PlainDate, precision: Precision): PlainDate => dayAfter(on, precision);

export const sayAffiliations = (affiliations: readonly Affiliation[], t: Say): string =>
  affiliations.map((affiliation) => t(AFFILIATION_WORDS[affiliation])).join(t(kitWords.comma));

/** What a person does, after the unit: 科主任，主任医师. */
export const sayPosition = (
  person: { readonly position: string | null; readonly titles: readonly string[] },
  t: Say,
): string => [person.position, ...person.titles].filter(Boolean).join(t(kitWords.comma));

export function sayUnitAndPosition(
  person: {
    readonly unit: { readonly name: string };
    readonly position: string | null;
    readonly titles: readonly string[];
  },
  t: Say,
): string {
  const title = sayPosition(person, t);
  return title === '' ? person.unit.name : t(personWords.unitTitle, { unit: person.unit.name, title });
}

/** `deng qin` → `Deng Qin` */
export const sayReading = (reading: string): string => reading.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

export const sayPost = (post: { readonly title: string; readonly charge: string | null }, t: Say): string =>
  post.charge === null ? post.title : t(personWords.charge, { title: post.title, charge: post.charge });
