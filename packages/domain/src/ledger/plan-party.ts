/** The party column: what it states, what a standing says beside it, what the person holds already. */
import { cleanText, squeeze } from '../person/name-text.ts';
import { AFFILIATIONS, readParty, type Affiliation } from '../person/party.ts';
import type { StandingReading } from '../person/standing-text.ts';
import { fixOf, SKIP_ROW, type RowScope } from './collector.ts';
import type { Draft } from './people-book.ts';
import { countRow, type PlanContext } from './plan-context.ts';
import type { CellReader } from './rows.ts';

export type PartyFacts = {
  readonly affiliations: readonly Affiliation[];
  readonly noneStated: boolean;
  readonly isOpen: boolean;
};

export function readPartyCell(context: PlanContext, scope: RowScope, cells: CellReader, name: string): PartyFacts {
  const written = cleanText(cells.text('party'));
  const read = readParty(written);
  const nothing = { affiliations: [], noneStated: false, isOpen: false };
  const chosen = (value: string | undefined) => AFFILIATIONS.filter((each) => each === value);
  const choose = fixOf('chooseParty', { needs: 'party' });
  const follows = ({ fix, value }: { fix: string; value?: string }) =>
    !fix.startsWith('chooseParty') || chosen(value).length === 1;
  if (read.kind === 'affiliations') {
    if (read.asMember) scope.tidy('partyAsMember', 'party', written, read.affiliations.join(' '));
    countRow(context.readings.parties, squeeze(written), () => ({ written, affiliations: read.affiliations, rows: 1 }));
    return { ...nothing, affiliations: read.affiliations };
  }
  if (read.kind === 'none') {
    const decision = scope.raise({
      code: 'partyNone',
      level: 'note',
      field: 'party',
      written,
      facts: { name },
      fixes: [fixOf('chooseParty', { value: 'nonAffiliate', facts: { party: 'nonAffiliate' } }), choose],
      follows,
    });
    const decided = chosen(decision?.value);
    return { ...nothing, affiliations: decided, noneStated: decided.length === 0 };
  }
  if (read.kind === 'unknown') {
    const decision = scope.raise({
      code: 'partyUnknown',
      level: 'ask',
      field: 'party',
      written,
      facts: { name },
      fixes: [choose, fixOf('noParty')],
      follows,
    });
    return { ...nothing, affiliations: chosen(decision?.value) };
  }
  if (read.kind === 'communist') {
    const decision = scope.raise({
      code: 'partyCommunist',
      level: 'ask',
      field: 'party',
      written,
      facts: { name },
      fixes: [choose, SKIP_ROW],
      follows,
    });
    return { ...nothing, affiliations: chosen(decision?.value), isOpen: decision === undefined };
  }
  return nothing;
}

/**
 * A party in the column and another in a post are both kept as written and shown: two memberships at once do exist, either
 * may be the slip, and neither fact is changed by keeping the other.
 */
export function showContradictions(
  scope: RowScope,
  party: PartyFacts,
  standings: readonly StandingReading[],
  cells: CellReader,
  name: string,
) {
  const written = cleanText(cells.text('party'));
  if (written === '') return;
  const others = new Set(
    standings.flatMap((standing) =>
      standing.party && !party.affiliations.includes(standing.party) ? [standing.party] : [],
    ),
  );
  if (party.affiliations.length === 0 && !party.noneStated) return;
  for (const other of others)
    scope.raise({
      code: 'partyContradicts',
      level: 'note',
      field: 'party',
      written,
      detail: other,
      facts: {
        name,
        written,
        standing: standings.find((standing) => standing.party === other)?.words ?? '',
        otherParty: other,
      },
    });
}

export function takeParty(scope: RowScope, draft: Draft, party: PartyFacts, written: string): void {
  const { facts } = draft;
  if (party.affiliations.length === 0 && !party.noneStated) return;
  const isHeld = facts.affiliations.length > 0 || facts.noPartyStated;
  if (
    isHeld &&
    party.noneStated === facts.noPartyStated &&
    party.affiliations.every((each) => facts.affiliations.includes(each))
  )
    return;
  if (isHeld) {
    const decision = scope.raise({
      code: 'fieldDiffers',
      level: 'ask',
      field: 'party',
      written,
      facts: { field: 'party', party: facts.affiliations[0] ?? 'none', name: facts.name },
      fixes: [
        fixOf('keepKnown', { proposed: true, facts: { party: facts.affiliations[0] ?? 'none' } }),
        fixOf('useFile', { facts: { written } }),
      ],
    });
    if (decision?.fix !== 'useFile') return;
  }
  facts.affiliations = party.affiliations;
  draft.changed.add('affiliations');
  if (facts.noPartyStated !== party.noneStated) draft.changed.add('noPartyStated');
  facts.noPartyStated = party.noneStated;
}
