import { discardDraft, sendDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { useCallback } from 'react';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { boardWords } from './board.words.ts';
import type { Drafts } from './BoardPage.tsx';
import { CompareDrafts } from './CompareDrafts.tsx';
import { NewDraft } from './NewDraft.tsx';
import { ReasonSheet } from './OfficeAnswer.tsx';
import { PlaceSheet } from './PlaceSheet.tsx';
import { UndoSheet } from './SentNote.tsx';
import type { Board, Moves } from './use-board.ts';

type BoardSheetsProps = { readonly board: Board; readonly drafts: Drafts; readonly moves: Moves };

const CLOSED = { sheet: undefined, person: undefined, leader: undefined };

/** What opens over the board; the address says which. */
export function BoardSheets({ board, drafts, moves }: BoardSheetsProps) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const close = useCallback(() => setSearch(CLOSED, { replace: true }), [setSearch]);
  const { refused } = moves;
  const sheet = search['sheet'];
  if (sheet === 'new') return <NewDraft drafts={drafts} kind={board.draft.kind} />;
  if (sheet === 'compare') return <CompareDrafts here={board.draft.id} onClose={close} />;
  if (sheet === 'send') return <SendSheet board={board} onClose={close} />;
  if (sheet === 'discard') return <DiscardSheet board={board} onClose={close} />;
  if (sheet === 'undo') return <UndoSheet board={board} onClose={close} />;
  if ((sheet === 'slot' || sheet === 'person') && search['person'] !== undefined)
    return (
      <PlaceSheet
        key={`${search['person']} ${search['leader']}`}
        board={board}
        moves={moves}
        personId={search['person']}
        leaderId={search['leader']}
        onClose={close}
      />
    );
  if (sheet === 'reason' && refused?.wantsReason)
    return (
      <ReasonSheet
        title={t(boardWords.reasonTitle)}
        label={t(boardWords.reason)}
        hint={t(boardWords.reasonHint)}
        deed={t(boardWords.place)}
        busy={moves.busy}
        error={null}
        onClose={close}
        onSend={(reason) => {
          const { move } = refused;
          moves.make(move.op === 'add' || move.op === 'move' ? { ...move, reason } : move, close);
        }}
      />
    );
  return null;
}

type SheetProps = { readonly board: Board; readonly onClose: () => void };

function SendSheet({ board, onClose }: SheetProps) {
  const t = useWords();
  const toast = useToast();
  const send = useChange(sendDraft);
  const { setSearch } = useSearchState();
  const { draft, diff, asks } = board;
  function sendNow() {
    send.mutate(
      { params: { draftId: draft.id }, body: {}, ifMatch: draft.version },
      {
        onSuccess: ({ leadersAsked, decided, published }) => {
          toast({
            text:
              leadersAsked > 0
                ? t(boardWords.sent, { leaders: leadersAsked })
                : t(boardWords.sentDecided, { decided: decided + published }),
          });
          // The draft is no open one any more: the address keeps it in sight.
          setSearch({ ...CLOSED, draft: draft.id }, { replace: true });
        },
      },
    );
  }
  return (
    <Sheet
      title={t(boardWords.sendTitle)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={send.isPending} onClick={sendNow}>
          {asks > 0 ? t(boardWords.send, { count: asks }) : t(boardWords.sendPlain)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <p>{t(boardWords.sendText, { ...pick(diff), asks })}</p>
        <p className="second">{t(boardWords.afterSend)}</p>
        {board.problems > 0 && <p className="second">{t(boardWords.problems, { count: board.problems })}</p>}
        {send.error && <CallErrorNote error={send.error} />}
      </div>
    </Sheet>
  );
}

const pick = ({ kept, moved, added, dropped }: Board['diff']) => ({ kept, moved, added, dropped });

function DiscardSheet({ board, onClose }: SheetProps) {
  const t = useWords();
  const toast = useToast();
  const discard = useChange(discardDraft);
  const { setSearch } = useSearchState();
  const { draft } = board;
  return (
    <Sheet
      title={t(boardWords.discard)}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          wide
          busy={discard.isPending}
          onClick={() =>
            discard.mutate(
              { params: { draftId: draft.id }, ifMatch: draft.version },
              {
                onSuccess: () => {
                  toast({ text: t(boardWords.discarded) });
                  setSearch({ ...CLOSED, draft: undefined }, { replace: true });
                },
              },
            )
          }
        >
          {t(boardWords.discard)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <p className="second">{draft.name}</p>
        {discard.error && <CallErrorNote error={discard.error} />}
      </div>
    </Sheet>
  );
}
