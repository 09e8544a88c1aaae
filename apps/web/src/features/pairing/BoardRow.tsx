import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Icon } from '../../kit/Icon.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import type { Verdict } from './BoardLeaders.tsx';
import { boardWords } from './board.words.ts';
import { FriendField } from './FriendField.tsx';
import { pairingWords } from './pairing.words.ts';
import { QuotaBar } from './QuotaBar.tsx';
import { moveTo, type Board, type BoardLeader, type BoardSlot, type Moves } from './use-board.ts';
import type { Carry } from './use-carry.ts';

type BoardRowProps = {
  readonly board: Board;
  readonly leader: BoardLeader;
  readonly carry: Carry;
  readonly may: boolean;
  readonly moves: Moves;
  readonly verdict: Verdict | undefined;
  readonly onAim: (personId: Id | undefined) => void;
};

/** One leader with the people of the plan, those whom it takes away, and a place for one more. */
export function BoardRow({ board, leader, carry, may, moves, verdict, onAim }: BoardRowProps) {
  const t = useWords();
  const { setSearch } = useSearchState();
  const [typing, setTyping] = useState(false);
  const over = carry.over === leader.id;
  const leaves = leader.leaves !== null;
  const { refused } = moves;
  const stopTyping = () => {
    setTyping(false);
    onAim(undefined);
  };
  const place = may ? carry.placeProps(leader.id) : {};
  const className = [over && 'over', carry.carried && verdict?.verdict === 'no' && 'unfit'].filter(Boolean).join(' ');
  return (
    <tr className={className || undefined} {...place}>
      <th scope="row" className="who">
        <Link className="strong" href={paths.portfolio(leader.id)}>
          {leader.name}
        </Link>
        <div className="meta">
          <Posts leader={leader} />
        </div>
      </th>
      <td>
        <div className="row wrap">
          {leader.slots.map((slot) => (
            <Slot key={slot.representative.id} slot={slot} leader={leader} carry={carry} may={may} />
          ))}
          {leader.gone.map((gone) => (
            <span key={gone.representative.id} className="slot out">
              <span aria-hidden="true">{gone.representative.name ?? t(pairingWords.someone)}</span>
              <span className="sr">
                {t(gone.to ? boardWords.gone : boardWords.goneNobody, {
                  name: gone.representative.name ?? t(pairingWords.someone),
                  leader: gone.to?.name ?? '',
                })}
              </span>
            </span>
          ))}
          {may && !typing && (!leaves || leader.slots.length > 0) && (
            <button
              type="button"
              className="slot free"
              data-take
              aria-label={t(carry.carried ? boardWords.putHere : boardWords.oneFor, { leader: leader.name })}
              onClick={() => setTyping(true)}
            >
              <Icon name="add" size={14} />
              {t(carry.carried ? boardWords.putDown : boardWords.one)}
            </button>
          )}
        </div>
        {typing && (
          <TypedFriend
            leader={leader}
            verdict={verdict}
            onAim={onAim}
            onClose={stopTyping}
            onPlace={(id) => {
              stopTyping();
              const move = moveTo(board, id, null, leader.id);
              if (move) moves.make(move);
            }}
          />
        )}
        {over && verdict && !typing && <Says verdict={verdict} />}
        {refused?.leaderId === leader.id && (
          <div className="board-refused">
            <CallErrorNote error={refused.error} />
            <div className="row">
              {refused.wantsReason && (
                <Button small onClick={() => setSearch({ sheet: 'reason' })}>
                  {t(boardWords.reasonTitle)}
                </Button>
              )}
              <Button small look="quiet" onClick={moves.forget}>
                {t(kitWords.close)}
              </Button>
            </div>
          </div>
        )}
      </td>
      <td className="r">
        {leaves && leader.quota.required === null && leader.slots.length === 0 ? (
          <span className="muted">{t(boardWords.noLonger)}</span>
        ) : (
          <QuotaBar quota={leader.quota} />
        )}
      </td>
    </tr>
  );
}

function Posts({ leader }: { readonly leader: BoardLeader }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const day = (on: typeof today) => sayDay(on, { language, today });
  return [
    leader.posts.join(t(kitWords.and)),
    leader.arrives !== null && t(boardWords.arrives, { day: day(leader.arrives) }),
    leader.leaves !== null && t(boardWords.leaves, { day: day(leader.leaves) }),
  ]
    .filter(Boolean)
    .join(t(kitWords.comma));
}

function Says({ verdict }: { readonly verdict: Verdict }) {
  const t = useWords();
  return (
    <p className="meta board-says">
      {t(verdict.says)}
      {verdict.clause !== null && <ClauseMark clause={verdict.clause} />}
    </p>
  );
}

type SlotProps = {
  readonly slot: BoardSlot;
  readonly leader: BoardLeader;
  readonly carry: Carry;
  readonly may: boolean;
};

function Slot({ slot, leader, carry, may }: SlotProps) {
  const t = useWords();
  const { setSearch } = useSearchState();
  const { id, name, ground } = slot.representative;
  const carried = carry.carried?.personId === id && carry.carried.from === leader.id;
  const item = may && !slot.pinned ? carry.itemProps({ personId: id, name, from: leader.id }) : {};
  const small =
    slot.change === 'moved'
      ? t(boardWords.fromWho, { leader: slot.from?.name ?? t(pairingWords.someone) })
      : slot.change === 'added'
        ? t(boardWords.added)
        : slot.waiting && t(boardWords.waiting);
  const className = ['slot', slot.change !== 'kept' && 'in', slot.problem && 'amiss', carried && 'carried']
    .filter(Boolean)
    .join(' ');
  return (
    <button
      type="button"
      className={className}
      {...item}
      title={slot.problem ? t(slot.problem.words) : undefined}
      onClick={() => setSearch({ sheet: 'slot', person: id, leader: leader.id })}
    >
      {slot.pinned && (
        <>
          <Icon name="lock" size={14} />
          <span className="sr">{t(boardWords.pinned)}</span>
        </>
      )}
      {(slot.problem || ground?.ending) && (
        <span className={slot.problem ? 'state is-due' : 'state is-due-soon'}>
          <StateShape state={slot.problem ? 'due' : 'dueSoon'} />
        </span>
      )}
      {name}
      {small && <small>{small}</small>}
      {slot.problem && <span className="sr">{t(slot.problem.words)}</span>}
    </button>
  );
}

type TypedFriendProps = {
  readonly leader: BoardLeader;
  readonly verdict: Verdict | undefined;
  readonly onAim: (personId: Id | undefined) => void;
  readonly onClose: () => void;
  readonly onPlace: (personId: Id) => void;
};

/** The way without a mouse: a name is typed, what the rules say of the one under the arrow stands below, Enter places. */
function TypedFriend({ leader, verdict, onAim, onClose, onPlace }: TypedFriendProps) {
  const t = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the Escape of the field within
    <div
      className="board-typed"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <FriendField
        focused
        friend={undefined}
        error={undefined}
        label={t(boardWords.oneFor, { leader: leader.name })}
        onAim={(person) => onAim(person?.id as Id | undefined)}
        onChoose={(person) => person && onPlace(person.id as Id)}
      />
      {verdict && <Says verdict={verdict} />}
      <Button small look="quiet" onClick={onClose}>
        {t(kitWords.cancel)}
      </Button>
    </div>
  );
}
