/** Rows of the representatives' sheet: the person, the standings, the pairing, and what the remark may mean. */
import type { PlainDate } from '../kit/plain-date.ts';
import { cleanText, squeeze } from '../person/name-text.ts';
import { readStanding, splitStandings, type StandingReading } from '../person/standing-text.ts';
import { fixOf, type RowOutcome, type RowScope } from './collector.ts';
import type { Ref } from './known.ts';
import { readDate, type Bounds } from './partial-date.ts';
import { findWho, readOwnName, readPhone, takeFact } from './people.ts';
import type { Draft } from './people-book.ts';
import { countRow, type PlanContext } from './plan-context.ts';
import { readLeaderColumn } from './plan-pairings.ts';
import { readPartyCell, showContradictions, takeParty, type PartyFacts } from './plan-party.ts';
import { readRemarkCell } from './plan-remarks.ts';
import { hasTerm, planStandings, readTerms } from './plan-standings.ts';
import type { CellReader } from './rows.ts';

/** A birth day is cut to its month: enough to tell namesakes apart. */
function readBirthMonth(scope: RowScope, cells: CellReader, today: PlainDate): string | null {
  const written = cells.text('birth');
  const fromText = (text: string): string | null => {
    const read = readDate(text);
    if (read.kind !== 'date' || read.date.precision === 'year' || read.date.on > today) return null;
    return read.date.on.slice(0, 7);
  };
  if (cleanText(written) === '') return null;
  const month = fromText(written);
  if (month !== null) {
    if (month !== written && cells.date('birth') === undefined) scope.tidy('birthSpelling', 'birth', written, month);
    return month;
  }
  const decision = scope.raise({
    code: 'birthUnreadable',
    level: 'note',
    field: 'birth',
    written,
    fixes: [fixOf('useMonth', { needs: 'month' })],
    follows: ({ value }) => fromText(value ?? '') !== null,
  });
  return decision?.value === undefined ? null : fromText(decision.value);
}

function readStandings(context: PlanContext, scope: RowScope, cells: CellReader, name: string): StandingReading[] {
  const text = cells.text('standing');
  const parts = splitStandings(text);
  if (parts.length > 1) scope.tidy('standingsSplit', 'standing', text, parts.join(' | '));
  if (parts.length === 0 && scope.place.columns.standing !== undefined)
    scope.raise({ code: 'standingNone', level: 'note', field: 'standing', written: text, facts: { name } });
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const read = readStanding(part, context.ownNames);
    const key = squeeze(part);
    if (seen.has(key)) return [];
    seen.add(key);
    countRow(context.readings.standings, key, () => ({ ...read, rows: 1 }));
    if (read.kind === 'other')
      scope.raise({
        code: 'standingUnknown',
        level: 'note',
        field: 'standing',
        written: text,
        facts: { standing: read.words },
        detail: key,
      });
    else if (read.level === null || read.role === null)
      scope.raise({
        code: 'standingLevelMissing',
        level: 'note',
        field: 'standing',
        written: text,
        facts: { standing: read.words },
        detail: key,
      });
    return [read];
  });
}

type RowFacts = {
  readonly birthMonth: string | null;
  readonly phone: string | null;
  readonly position: string | null;
  readonly titles: readonly string[];
  readonly party: PartyFacts;
  readonly standings: readonly StandingReading[];
  readonly terms: readonly Bounds[];
  readonly leaders: readonly Ref[];
};

/** The store says all of the row already: a second row of one person that was joined before is no question any more. */
function isAllHeld(context: PlanContext, { ref, facts }: Draft, row: RowFacts): boolean {
  const held = context.standingsOf.get(ref) ?? [];
  const isHeld = (standing: StandingReading, term: Bounds | undefined) =>
    held.some(
      (each) =>
        squeeze(each.words) === squeeze(standing.words) &&
        (!term || !hasTerm(term) || (each.startsOn === term.startsOn && each.endsOn === term.endsOn)),
    );
  const agrees = (read: string | null, known: string | null) => read === null || read === known;
  return (
    row.standings.every((standing, at) => isHeld(standing, row.terms[at])) &&
    agrees(row.birthMonth, facts.birthMonth) &&
    agrees(row.phone, facts.phone) &&
    row.titles.every((title) => facts.titles.includes(title)) &&
    (row.position ?? '')
      .split('、')
      .every((part) => part === '' || (facts.position ?? '').split('、').includes(part)) &&
    row.party.affiliations.every((each) => facts.affiliations.includes(each)) &&
    (!row.party.noneStated || facts.noPartyStated) &&
    row.leaders.every((leader) => context.leadersOf.get(ref)?.has(leader))
  );
}

const listTitles = (text: string) => [
  ...new Set(
    cleanText(text)
      .split(/[、,，;；/\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

export function planRepresentativeRow(context: PlanContext, scope: RowScope, cells: CellReader): RowOutcome {
  const { name: nameOrNull, isOpen } = readOwnName(scope, cells);
  const name = nameOrNull ?? '';
  const birthMonth = readBirthMonth(scope, cells, context.today);
  const party = readPartyCell(context, scope, cells, name);
  const unit = context.resolveUnit(cells.text('unit'), scope, name);
  const standings = readStandings(context, scope, cells, name);
  const terms = readTerms(scope, cells, standings.length);
  const phone = readPhone(scope, cells.text('phone'));
  const pairing = readLeaderColumn(context, scope, cells, name);
  const planRemark = readRemarkCell(context, scope, cells, name);
  showContradictions(scope, party, standings, cells, name);
  if (scope.isSkipped()) return 'skipped';
  if (nameOrNull === null) return 'refused';
  if (isOpen || party.isOpen || unit.kind !== 'unit') {
    context.book.wait(name, 'representative');
    planRemark.ofNobodyYet();
    return isOpen || party.isOpen || unit.kind === 'ask' ? 'ask' : 'waiting';
  }

  const unitRef = unit.unit;
  const titles = listTitles(cells.text('title'));
  const position = cleanText(cells.text('duty')).replace(/[，,；;/\n]+/g, '、') || null;
  const words = new Set(standings.map((standing) => squeeze(standing.words)));
  const row: RowFacts = { birthMonth, phone, position, titles, party, standings, terms, leaders: pairing.leaders };
  const evidence = {
    agrees: (draft: Draft) => (context.standingsOf.get(draft.ref) ?? []).some((held) => words.has(squeeze(held.words))),
    isAllHeld: (draft: Draft) => isAllHeld(context, draft, row),
  };
  const who = findWho(context, scope, { name, unit: unitRef, birthMonth, phone }, 'representative', evidence, cells);
  if (who.kind === 'waiting') {
    planRemark.ofNobodyYet();
    return scope.isSkipped() ? 'skipped' : 'ask';
  }

  const { draft } = who;
  const changedBefore = draft.changed.size;
  const text = (field: Parameters<CellReader['text']>[0]) => cells.text(field).trim();
  if (!who.isNew) {
    takeFact(context, scope, draft, 'unit', unitRef, 'unit', text('unit'));
    takeFact(context, scope, draft, 'birthMonth', birthMonth, 'birth', text('birth'));
    takeFact(context, scope, draft, 'phone', phone, 'phone', text('phone'));
  }
  takeParty(scope, draft, party, text('party'));
  takeFact(context, scope, draft, 'position', position, 'duty', text('duty'));
  takeFact(context, scope, draft, 'titles', titles, 'title', text('title'));

  const key = `${scope.place.key}!${scope.row}`;
  const wasRepresentative = context.storedRepresentatives.has(draft.ref);
  if (!who.isAgain)
    context.lists.representatives.push({
      key: `${key}/representative`,
      action: wasRepresentative ? 'same' : 'create',
      source: scope.source,
      person: draft.ref,
    });
  const effects = [
    !wasRepresentative && !who.isAgain,
    draft.changed.size > changedBefore,
    planStandings(context, scope, draft.ref, standings, terms, cells),
    pairing.plan(draft.ref),
    planRemark.of(draft.ref, who.isAgain),
  ];
  if (who.isNew) return 'fresh';
  if (who.isAgain) return 'merged';
  return effects.includes(true) ? 'changed' : 'same';
}
