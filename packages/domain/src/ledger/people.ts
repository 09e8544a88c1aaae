/** Reading the people of a row: their names, their phone, who they are, and what of them is new. */
import type { Facts } from '../kit/refusal.ts';
import { findNameBeforePost, looksLikeName, splitNames, squeeze, tidyName, toHalfWidth } from '../person/name-text.ts';
import { fixOf, SKIP_ROW, type RowScope } from './collector.ts';
import type { LedgerField } from './headings.ts';
import type { PersonFacts } from './known.ts';
import type { Draft, PeopleRole } from './people-book.ts';
import type { PlanContext } from './plan-context.ts';
import type { Fix, PersonField } from './plan.types.ts';
import type { CellReader } from './rows.ts';

export const personFacts = (context: PlanContext, draft: Draft): Facts => ({
  name: draft.facts.name,
  unit: context.unitName(draft.facts.unit),
});

export const fixForPerson = (context: PlanContext, kind: Fix['kind'], draft: Draft, proposed = false): Fix =>
  fixOf(kind, { value: draft.ref, facts: personFacts(context, draft), ...(proposed ? { proposed: true } : {}) });

/** One name in a cell that must hold one: tidied, and asked where it cannot be a name. */
export function readOwnName(scope: RowScope, cells: CellReader): { name: string | null; isOpen: boolean } {
  const written = cells.text('name');
  const tidy = tidyName(written);
  for (const kind of tidy.tidied) scope.tidy(kind, 'name', written, tidy.name);
  if (tidy.name === '') {
    scope.raise({ code: 'missingName', level: 'refused', field: 'name', written, fixes: [fixOf('skipRow')] });
    return { name: null, isOpen: false };
  }
  if (looksLikeName(tidy.name)) return { name: tidy.name, isOpen: false };
  const decision = scope.raise({
    code: 'nameOdd',
    level: 'ask',
    field: 'name',
    written,
    facts: { name: tidy.name },
    fixes: [fixOf('useName', { needs: 'name' }), SKIP_ROW],
    follows: ({ fix, value }) => fix !== 'useName' || looksLikeName(tidyName(value ?? '').name),
  });
  const decided = decision?.fix === 'useName' ? tidyName(decision.value ?? '').name : null;
  return { name: decided ?? tidy.name, isOpen: decided === null };
}

export type NameReading = { readonly name: string; readonly hint: string | null };

/** One name out of a cell, tidied and counted; a post behind the name goes only where the bare name is known. */
export function readNames(
  context: PlanContext,
  scope: RowScope,
  field: LedgerField,
  text: string,
  role: PeopleRole,
): NameReading[] {
  // Blanks around the whole cell would be lost in splitting, and they are what is counted.
  const whole = tidyName(text);
  const written = splitNames(text);
  if (written.length > 1) scope.tidy('namesSplit', field, text, written.join(' | '));
  return written.map((part) => {
    const tidy = written.length === 1 ? whole : tidyName(part);
    for (const kind of tidy.tidied) scope.tidy(kind, field, part, tidy.name);
    if (context.book.isNamed(tidy.name, role) || context.book.isWaiting(tidy.name, role)) return tidy;
    const bare = findNameBeforePost(
      tidy.name,
      (each) => context.book.isNamed(each, role) || context.book.isWaiting(each, role),
    );
    if (bare === undefined) return tidy;
    scope.tidy('postAfterName', field, part, bare);
    return { name: bare, hint: tidy.hint };
  });
}

/** Those of the name; a unit in brackets behind it narrows them. */
export function listMeant(context: PlanContext, reading: NameReading, role: PeopleRole): Draft[] {
  const all = context.book.listNamed(reading.name, role);
  if (all.length < 2 || reading.hint === null) return all;
  const hint = squeeze(reading.hint);
  const hinted = all.filter((draft) => {
    const unit = squeeze(context.unitName(draft.facts.unit));
    return hint !== '' && unit !== '' && (unit.includes(hint) || hint.includes(unit));
  });
  return hinted.length > 0 ? hinted : all;
}

const listParts = (value: string | readonly string[] | null): string[] =>
  value === null ? [] : typeof value === 'string' ? value.split('、') : [...value];

/**
 * Takes a value into a person's facts. A blank is filled; what the person holds already stays; where both differ it is
 * asked, and until it is answered the older value stands.
 */
export function takeFact<F extends Exclude<PersonField, 'affiliations' | 'noPartyStated'>>(
  context: PlanContext,
  scope: RowScope,
  draft: Draft,
  field: F,
  value: PersonFacts[F] | null,
  cell: LedgerField,
  written: string,
): void {
  const current = draft.facts[field];
  const parts = listParts(value);
  if (value === null || parts.length === 0) return;
  const set = (next: PersonFacts[F]) => {
    draft.facts[field] = next;
    draft.changed.add(field);
  };
  const held = listParts(current);
  if (held.length === 0) return set(value);
  if (parts.every((part) => held.includes(part))) return;
  // Two rows of one file that are one person: titles and duties add up, as they do in life.
  if (!draft.isStored && (field === 'titles' || field === 'position')) {
    const both = [...new Set([...held, ...parts])];
    return set((field === 'titles' ? both : both.join('、')) as PersonFacts[F]);
  }
  const shown = field === 'unit' ? context.unitName(draft.facts.unit) : held.join('、');
  const decision = scope.raise({
    code: 'fieldDiffers',
    level: 'ask',
    field: cell,
    written,
    facts: { field: cell, held: shown, name: draft.facts.name },
    fixes: [fixOf('keepKnown', { proposed: true, facts: { held: shown } }), fixOf('useFile', { facts: { written } })],
  });
  if (decision?.fix === 'useFile') set(value);
}

/** Who a row speaks of. `waiting`: an open question holds the row back. */
export type WhoResult =
  | { readonly kind: 'person'; readonly draft: Draft; readonly isNew: boolean; readonly isAgain: boolean }
  | { readonly kind: 'waiting' };

export function findWho(
  context: PlanContext,
  scope: RowScope,
  row: Pick<PersonFacts, 'name' | 'unit' | 'birthMonth' | 'phone'>,
  role: PeopleRole,
  evidence: { readonly agrees: (draft: Draft) => boolean; readonly isAllHeld: (draft: Draft) => boolean },
  cells: CellReader,
): WhoResult {
  const { book } = context;
  const take = (draft: Draft, isNew: boolean): WhoResult => {
    const isAgain = draft.rows.length > 0;
    draft.roles.add(role);
    book.touch(draft, scope.source);
    return { kind: 'person', draft, isNew, isAgain };
  };
  const makeNew = () => take(book.create(`${scope.place.key}!${scope.row}`, row), true);
  const match = book.match(row, role, evidence.agrees);
  const written = cells.text('name').trim();

  if (match.kind === 'stored') return take(match.draft, false);
  if (match.kind === 'new') {
    const [other] = match.namesakes;
    if (other)
      scope.raise({
        code: 'sameNameApart',
        level: 'note',
        field: 'name',
        written,
        facts: { name: row.name, unit: context.unitName(row.unit), otherUnit: context.unitName(other.facts.unit) },
      });
    return makeNew();
  }
  if (match.kind === 'again') {
    const { draft } = match;
    // A row that says nothing new of somebody of this name and unit only repeats itself, as after an earlier joining.
    if (match.isFitting && evidence.isAllHeld(draft)) {
      scope.tidy('repeatedRow', 'name', written, draft.facts.name);
      return take(draft, false);
    }
    const first = draft.rows[0];
    const agreement = sameness(draft, row);
    const decision = scope.raise({
      code: 'duplicatePerson',
      level: 'ask',
      field: 'name',
      written,
      facts: { ...personFacts(context, draft), row: first?.row ?? 0, ...agreement },
      fixes: [
        fixForPerson(
          context,
          'samePerson',
          draft,
          agreement.unitAgrees === 'same' && agreement.birthAgrees !== 'differs',
        ),
        fixOf('twoPeople'),
        SKIP_ROW,
      ],
    });
    if (decision?.fix === 'twoPeople') return makeNew();
    if (decision && decision.fix !== 'skipRow') return take(draft, false);
    if (!match.identical && !decision) book.wait(row.name, role);
    return { kind: 'waiting' };
  }
  const decision = scope.raise({
    code: 'sameNameUnclear',
    level: 'ask',
    field: 'name',
    written,
    facts: {
      name: row.name,
      count: match.candidates.length,
      units: match.candidates.map((each) => context.unitName(each.facts.unit)).join('、'),
    },
    fixes: [
      ...match.candidates.slice(0, 20).map((draft) => fixForPerson(context, 'choosePerson', draft)),
      fixOf('newPerson'),
      SKIP_ROW,
    ],
  });
  if (decision?.fix === 'newPerson') return makeNew();
  const chosen = match.candidates.find((draft) => draft.ref === decision?.value);
  if (chosen) return take(chosen, false);
  if (!decision) book.wait(row.name, role);
  return { kind: 'waiting' };
}

const alike = (a: string | null, b: string | null) =>
  a === null || b === null ? 'unknown' : a === b ? 'same' : 'differs';
/** In what two rows of one name agree, for the words of the question. */
const sameness = (draft: Draft, row: Pick<PersonFacts, 'unit' | 'birthMonth' | 'phone'>) => ({
  unitAgrees: alike(draft.facts.unit, row.unit),
  birthAgrees: alike(draft.facts.birthMonth, row.birthMonth),
  phoneAgrees: alike(draft.facts.phone, row.phone),
});

/** Digits only, gaps gone; null where the cell holds no number that can be rung. */
export function readPhone(scope: RowScope, text: string): string | null {
  const half = toHalfWidth(text);
  const plain = half.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
  if (plain === '') return null;
  if (half !== text) scope.tidy('fullWidthPhone', 'phone', text, plain);
  else if (plain !== text) scope.tidy('phoneGaps', 'phone', text, plain);
  if (!/^(?:1[3-9]\d{9}|0\d{9,11}|\d{7,8}|\+\d{6,15})$/.test(plain)) {
    scope.raise({ code: 'phoneOdd', level: 'note', field: 'phone', written: text });
    return half.trim().slice(0, 40);
  }
  return plain;
}
