import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { judgeMoves } from '@zhengyou/domain/pairing/draft.contract.ts';
import { Fragment } from 'react';
import { useSearchState } from '../../app/address.ts';
import { useWords } from '../../app/language.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { BoardRow } from './BoardRow.tsx';
import { boardWords } from './board.words.ts';
import { pairingWords } from './pairing.words.ts';
import type { Board, BoardLeader, Moves } from './use-board.ts';
import type { Carry } from './use-carry.ts';

export type Verdict = ReplyOf<typeof judgeMoves>['items'][number];

type BoardLeadersProps = {
  readonly board: Board;
  readonly carry: Carry;
  readonly may: boolean;
  readonly moves: Moves;
  readonly verdicts: readonly Verdict[];
  readonly onAim: (personId: Id | undefined) => void;
};

const SHOWN = ['all', 'changed', 'short'] as const;
const isChanged = (leader: BoardLeader) =>
  leader.gone.length > 0 || leader.slots.some((slot) => slot.change !== 'kept');
const FITS: Readonly<Record<(typeof SHOWN)[number], (leader: BoardLeader) => boolean>> = {
  all: () => true,
  changed: isChanged,
  short: (leader) => leader.quota.short > 0,
};

/** Leaders as rows, in official order, each with the people of the plan; every row takes whoever is carried. */
export function BoardLeaders({ board, carry, may, moves, verdicts, onAim }: BoardLeadersProps) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const counts = {
    all: board.leaders.length,
    changed: board.leaders.filter(FITS.changed).length,
    short: board.leaders.filter(FITS.short).length,
  };
  const show = SHOWN.find((one) => one === search['show']) ?? 'all';
  // While somebody is carried every leader is in sight: a place that is hidden takes nobody.
  const leaders = carry.carried ? board.leaders : board.leaders.filter(FITS[show]);
  const words = { all: boardWords.rowsAll, changed: boardWords.rowsChanged, short: boardWords.rowsShort };
  const units = new Set(board.leaders.map((leader) => `${leader.tier} ${leader.unit.id}`));
  return (
    <section className="board-leaders">
      <div className="sec">
        <h2>{t(boardWords.leaders)}</h2>
        {may && (
          <span className="meta desk-only">
            {t(boardWords.how)} <Kbd>Space</Kbd> {t(boardWords.howSpace)} <Kbd>Enter</Kbd> {t(boardWords.howEnter)}
          </span>
        )}
      </div>
      {(counts.changed > 0 || counts.short > 0) && (
        <ChoiceChips
          label={t(boardWords.shownRows)}
          fit="scroll"
          value={show}
          onChange={(next) => setSearch({ show: next === 'all' ? undefined : next }, { replace: true })}
          options={SHOWN.filter((one) => one === 'all' || one === show || counts[one] > 0).map((value) => ({
            value,
            label: t(words[value], { count: counts[value] }),
          }))}
        />
      )}
      <table className="tbl roster plan">
        <thead>
          <tr>
            <th scope="col">{t(pairingWords.leader)}</th>
            <th scope="col">{t(pairingWords.friends)}</th>
            <th scope="col" className="r">
              {t(boardWords.inPlan)}
            </th>
          </tr>
        </thead>
        <tbody>
          {leaders.map((leader, index) => {
            const before = leaders[index - 1];
            const begins = units.size > 1 && (before?.unit.id !== leader.unit.id || before.tier !== leader.tier);
            return (
              <Fragment key={leader.id}>
                {begins && (
                  <tr className="group">
                    <th scope="rowgroup" colSpan={3}>
                      {leader.unit.name}
                    </th>
                  </tr>
                )}
                <BoardRow
                  board={board}
                  leader={leader}
                  carry={carry}
                  may={may}
                  moves={moves}
                  verdict={verdicts.find((one) => one.leader.id === leader.id)}
                  onAim={onAim}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <p className="meta board-note">{t(boardWords.foot)}</p>
    </section>
  );
}
