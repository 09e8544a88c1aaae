import { judgeMoves } from '@zhengyou/domain/pairing/draft.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Field } from '../../kit/Field.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { boardWords } from './board.words.ts';
import { sayGround } from './PairSlot.tsx';
import { pairingWords } from './pairing.words.ts';
import { moveTo, type Board, type Moves } from './use-board.ts';
import { Wishes } from './Wishes.tsx';

type PlaceSheetProps = {
  readonly board: Board;
  readonly moves: Moves;
  readonly personId: string;
  /** Whose list they stand on; none in the pool. */
  readonly leaderId: string | undefined;
  readonly onClose: () => void;
};

/** One person of the board: in whose name, who else could befriend them and what the rules say of it, keep, take out. */
export function PlaceSheet({ board, moves, personId, leaderId, onClose }: PlaceSheetProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const mayWish = useMay();
  const leader = board.leaders.find((one) => one.id === leaderId);
  const slot = leader?.slots.find((one) => one.representative.id === personId);
  const line = board.pool.find((one) => one.representative.id === personId);
  const person = slot?.representative ?? line?.representative;
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const judgements = useCall(
    judgeMoves,
    { params: { draftId: board.draft.id }, query: { representative: personId as Id } },
    { enabled: person !== undefined },
  );
  if (!person)
    return (
      <Sheet title={t(boardWords.title)} onClose={onClose}>
        <p className="second">{t(pairingWords.gone)}</p>
      </Sheet>
    );
  const may = board.draft.can.includes('change');
  const verdicts = judgements.data?.items ?? [];
  const verdict = verdicts.find((one) => one.leader.id === to);
  const wantsReason = verdict?.verdict === 'reason';
  const move = to === '' ? null : moveTo(board, person.id, leader?.id ?? null, to as Id, reason.trim());
  const ready =
    move !== null && verdict !== undefined && verdict.verdict !== 'no' && (!wantsReason || reason.trim() !== '');
  const pair = leader && { leaderId: leader.id, representativeId: person.id };
  const fitting = board.leaders.filter((one) => one.id !== leader?.id);
  return (
    <Sheet
      title={leader ? t(boardWords.slotTitle, { leader: leader.name, friend: person.name }) : person.name}
      onClose={onClose}
      foot={
        may && (
          <Button
            look="primary"
            wide
            busy={moves.busy}
            disabled={!ready}
            onClick={() => move && moves.make(move, onClose)}
          >
            {t(leader ? boardWords.move : boardWords.place)}
          </Button>
        )
      }
    >
      <div className="stack sheet-form">
        <p className="second">
          {[
            person.unit.name,
            sayGround(person.ground, today, language, t),
            slot?.since && t(boardWords.slotSince, { day: sayDay(slot.since, { language, today }) }),
          ]
            .filter(Boolean)
            .join(t(kitWords.comma))}
        </p>
        {slot?.reason && <p className="voice">{slot.reason}</p>}
        {slot?.problem && (
          <p>
            {t(slot.problem.words)}
            {slot.problem.clause !== null && <ClauseMark clause={slot.problem.clause} />}
          </p>
        )}
        <p className="row wrap">
          <Link href={paths.person(person.id)}>{t(pairingWords.openRecord)}</Link>
          {slot?.pairingId && <Link href={paths.pairing(slot.pairingId)}>{t(boardWords.pairHistory)}</Link>}
        </p>
        {may && pair && slot && (
          <div className="row wrap">
            <Button
              busy={moves.busy}
              onClick={() => moves.make({ op: slot.pinned ? 'unpin' : 'pin', ...pair }, onClose)}
            >
              {t(slot.pinned ? boardWords.unpin : boardWords.pin)}
            </Button>
            <Button look="quiet" busy={moves.busy} onClick={() => moves.make({ op: 'drop', ...pair }, onClose)}>
              {t(boardWords.takeOut)}
            </Button>
          </div>
        )}
        {may && (
          <Field label={t(boardWords.moveTo)}>
            {(control) => (
              <select className="input" {...control} value={to} onChange={(event) => setTo(event.target.value)}>
                <option value="">{t(boardWords.choose)}</option>
                {fitting.map((one) => {
                  const no = verdicts.find((each) => each.leader.id === one.id)?.verdict === 'no';
                  return (
                    <option key={one.id} value={one.id}>
                      {`${one.name} · ${t(pairingWords.people, { count: one.quota.has })}${no ? ` · ${t(boardWords.unfit)}` : ''}`}
                    </option>
                  );
                })}
              </select>
            )}
          </Field>
        )}
        {verdict && (
          <output className="second">
            {t(verdict.says)}
            {verdict.clause !== null && <ClauseMark clause={verdict.clause} />}
          </output>
        )}
        {wantsReason && (
          <Field label={t(boardWords.reason)} hint={t(boardWords.reasonHint)}>
            {(control) => (
              <textarea
                className="input"
                {...control}
                rows={2}
                maxLength={400}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        {moves.refused && <CallErrorNote error={moves.refused.error} />}
        {mayWish('pairing.listWishes') && <Wishes personId={person.id} name={person.name} />}
      </div>
    </Sheet>
  );
}
