import { judgeMoves } from '@zhengyou/domain/pairing/draft.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Fragment, useCallback, useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { usePhone } from '../../kit/media.ts';
import { useToast } from '../../kit/Toast.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import { BoardActions } from './BoardActions.tsx';
import { BoardDiff } from './BoardDiff.tsx';
import { BoardLeaders } from './BoardLeaders.tsx';
import { BoardPool } from './BoardPool.tsx';
import { BoardSheets } from './BoardSheets.tsx';
import { boardWords } from './board.words.ts';
import type { Drafts } from './BoardPage.tsx';
import { PairingTabs } from './PairingTabs.tsx';
import { SentNote } from './SentNote.tsx';
import { moveTo, useBoard, useMoves, type Board } from './use-board.ts';
import { useCarry, type Carried } from './use-carry.ts';

type DraftBoardProps = { readonly draftId: Id; readonly drafts: Drafts };

/** The board of one draft. */
export function DraftBoard({ draftId, drafts }: DraftBoardProps) {
  const t = useWords();
  const board = useBoard(draftId);
  return (
    <Page
      title={t(boardWords.title)}
      sub={board.data && <Sub board={board.data} />}
      width="wide"
      actions={board.data && <BoardActions board={board.data} drafts={drafts} />}
    >
      <PairingTabs here="board" />
      <Answer of={board} loading={{ rows: 10, height: 60 }}>
        {(reply) => (
          <>
            {reply.draft.status !== 'open' && <SentNote board={reply} />}
            <Parts board={reply} drafts={drafts} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Sub({ board }: { readonly board: Board }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const tierWords = useTierWords();
  const { draft, leaders, pool, quotas } = board;
  const friends = new Set([
    ...leaders.flatMap((leader) => leader.slots.map((slot) => slot.representative.id)),
    ...pool.map((line) => line.representative.id),
  ]);
  const day = sayDay(draft.effectiveOn, { language, today });
  const tiers = new Set(leaders.map((leader) => leader.tier));
  return (
    <>
      {draft.kind === 'renewal' && t(boardWords.subRenewal)}
      {t(boardWords.sub, { day, leaders: leaders.length, friends: friends.size })}
      {quotas
        .filter((quota) => tiers.has(quota.tier))
        .map((quota) => (
          <Fragment key={quota.tier}>
            {t(boardWords.quota, { tier: t(tierWords(quota.tier)), asks: t(quota.asks) })}
            <ClauseMark clause={quota.clause} />{' '}
          </Fragment>
        ))}
    </>
  );
}

const PARTS = ['pool', 'leaders', 'diff'] as const;

/** Three columns at a desk; on a phone one list after the other, chosen above. */
function Parts({ board, drafts }: { readonly board: Board; readonly drafts: Drafts }) {
  const t = useWords();
  const toast = useToast();
  const phone = usePhone();
  const { search, setSearch } = useSearchState();
  const moves = useMoves(board);
  const { make } = moves;
  const may = board.draft.can.includes('change');
  const nameOf = (id: string) => board.leaders.find((leader) => leader.id === id)?.name ?? '';

  const onPut = useCallback(
    (carried: Carried, placeId: string) => {
      const personId = carried.personId as Id; // came from the board
      if (placeId === POOL) {
        if (carried.from !== null)
          make({ op: 'drop', leaderId: carried.from as Id, representativeId: personId }, () =>
            toast({ text: t(boardWords.takenOut, { name: carried.name }) }),
          );
        return;
      }
      const move = moveTo(board, personId, carried.from as Id | null, placeId as Id);
      if (move) make(move);
    },
    [board, make, t, toast],
  );
  const focusPlace = useCallback((placeId: string) => {
    document.querySelector<HTMLElement>(`[data-place="${placeId}"] [data-take]`)?.focus();
  }, []);
  const carry = useCarry([...board.leaders.map((leader) => leader.id), POOL], onPut, focusPlace);
  // Whom the name that is being typed would bring, so that it is checked like one who is carried.
  const [aimed, setAimed] = useState<Id>();
  const judged = carry.carried ? (carry.carried.personId as Id) : aimed;
  const judgements = useCall(
    judgeMoves,
    { params: { draftId: board.draft.id }, query: { representative: judged ?? board.draft.id } },
    { enabled: judged !== undefined },
  );
  const verdicts = judged === undefined ? [] : (judgements.data?.items ?? []);
  const part = PARTS.find((one) => one === search['part']) ?? 'leaders';
  const shown = (name: (typeof PARTS)[number]) => !phone || part === name;
  const changes = board.diff.moved + board.diff.added + board.diff.dropped;
  const counts = { pool: board.pool.length, leaders: board.leaders.length, diff: changes };
  const heard = carry.carried?.by === 'keys' ? t(boardWords.carries, { name: carry.carried.name }) : '';
  const verdict = verdicts.find((one) => one.leader.id === carry.over);
  return (
    <>
      {phone && (
        <ChoiceChips
          label={t(boardWords.part)}
          fit="even"
          value={part}
          onChange={(next) => setSearch({ part: next }, { replace: true })}
          options={PARTS.map((value) => ({ value, label: t(boardWords[`${value}Part`], { count: counts[value] }) }))}
        />
      )}
      <div className="board-parts">
        {shown('pool') && <BoardPool board={board} carry={carry} may={may} placeId={POOL} />}
        {shown('leaders') && (
          <BoardLeaders board={board} carry={carry} may={may} moves={moves} verdicts={verdicts} onAim={setAimed} />
        )}
        {shown('diff') && <BoardDiff board={board} moves={moves} />}
      </div>
      <output className="sr">
        {heard}
        {carry.over !== undefined && heard && `${nameOf(carry.over)} ${verdict ? t(verdict.says) : ''}`}
      </output>
      <BoardSheets board={board} drafts={drafts} moves={moves} />
    </>
  );
}

/** The pool as a place: putting somebody there takes them out of the plan. */
const POOL = 'pool';
