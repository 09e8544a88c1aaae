/** What a remark may mean, asked at once and planned when it is known of whom it speaks. */
import type { DatedFactKind } from '../person/dated-fact.ts';
import { cleanText } from '../person/name-text.ts';
import { fixOf, type RowScope } from './collector.ts';
import type { Ref } from './known.ts';
import { boundsOf, partialText } from './partial-date.ts';
import type { PlanContext } from './plan-context.ts';
import { readRemark } from './remarks.ts';
import type { CellReader } from './rows.ts';

const REMARK_CODES = {
  retired: 'remarkRetired',
  abroad: 'remarkAbroad',
  leave: 'remarkLeave',
} as const satisfies Record<DatedFactKind, string>;

export type PlanRemark = {
  /** Answers whether a fact is new. `isAgain`: an earlier row of this file spoke of the same person. */
  readonly of: (person: Ref, isAgain: boolean) => boolean;
  /** The row is held back: the question is shown all the same, so that all can be answered in one go. */
  readonly ofNobodyYet: () => void;
};
const NOTHING: PlanRemark = { of: () => false, ofNobodyYet: () => {} };

export function readRemarkCell(context: PlanContext, scope: RowScope, cells: CellReader, name: string): PlanRemark {
  const written = cleanText(cells.text('remark'));
  const read = readRemark(written);
  const raiseNote = (code: 'remarkNotTaken' | 'remarkDuplicate') =>
    scope.raise({ code, level: 'note', field: 'remark', written, facts: { name } });
  if (read.kind === 'blank') return NOTHING;
  if (read.kind === 'free') {
    raiseNote('remarkNotTaken');
    return NOTHING;
  }
  if (read.kind === 'duplicate')
    return {
      of: (_person, isAgain) => {
        if (!isAgain) raiseNote('remarkDuplicate');
        return false;
      },
      ofNobodyYet: () => {},
    };
  const { fact, from, until } = read;
  const bounds = boundsOf(from, until);
  const isAccepted = () =>
    scope.raise({
      code: REMARK_CODES[fact],
      level: 'ask',
      field: 'remark',
      written,
      facts: { name, from: from ? partialText(from) : '', until: until ? partialText(until) : '' },
      fixes: [fixOf('acceptFact', { proposed: true }), fixOf('declineFact')],
    })?.fix === 'acceptFact';
  return {
    ofNobodyYet: () => void isAccepted(),
    of: (person) => {
      const isHeld = (context.factsOf.get(person) ?? []).some(
        (held) => held.kind === fact && held.startsOn === bounds.startsOn && held.endsOn === bounds.endsOn,
      );
      if (!isHeld && !isAccepted()) return false;
      context.lists.datedFacts.push({
        key: `${scope.place.key}!${scope.row}/fact`,
        source: scope.source,
        person,
        kind: fact,
        ...bounds,
        words: written,
        action: isHeld ? 'same' : 'create',
      });
      return !isHeld;
    },
  };
}
