import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { previewUndo, undoDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Link } from '../../kit/Link.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { boardWords } from './board.words.ts';
import { pairingWords } from './pairing.words.ts';
import { proposalWords } from './proposal.words.ts';
import type { Board } from './use-board.ts';

/** Over a draft that has been published: who has not answered yet, and until when it can be taken back. */
export function SentNote({ board }: { readonly board: Board }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const { setSearch } = useSearchState();
  const { draft } = board;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className="well sent-note">
      <p>
        {draft.status === 'sent' && draft.sentAt !== null
          ? t(boardWords.sentOn, { day: sayDay(dateInZone(new Date(draft.sentAt), zone), { language, today }) })
          : t(boardWords[`status_${draft.status}`])}{' '}
        {draft.status === 'sent' && may('pairing.listProposals') && (
          <Link href={paths.proposals({ draft: draft.id })}>{t(boardWords.sentFollow)}</Link>
        )}
      </p>
      {draft.can.includes('undo') && (
        <span className="row wrap">
          {draft.undoUntil !== null && (
            <span className="meta">
              {t(boardWords.undoUntil, { day: sayDay(draft.undoUntil, { language, today }) })}
            </span>
          )}
          <Button small onClick={() => setSearch({ sheet: 'undo' })}>
            {t(boardWords.undo)}
          </Button>
        </span>
      )}
    </div>
  );
}

type UndoSheetProps = { readonly board: Board; readonly onClose: () => void };

/** What undoing would take back and what stays, before it is done. */
export function UndoSheet({ board, onClose }: UndoSheetProps) {
  const t = useWords();
  const toast = useToast();
  const { draft } = board;
  const preview = useCall(previewUndo, { params: { draftId: draft.id } });
  const undo = useChange(undoDraft);
  const nothing = preview.data?.takesBack.length === 0;
  const pairOf = (line: {
    readonly leader: { name: string | null };
    readonly representative: { name: string | null };
  }) =>
    t(proposalWords.pairTitle, {
      leader: line.leader.name ?? t(pairingWords.someone),
      friend: line.representative.name ?? t(pairingWords.someone),
    });
  return (
    <Sheet
      title={t(boardWords.undoTitle)}
      onClose={onClose}
      foot={
        preview.data &&
        !nothing && (
          <Button
            look="primary"
            wide
            busy={undo.isPending}
            onClick={() =>
              undo.mutate(
                { params: { draftId: draft.id }, body: {}, ifMatch: draft.version },
                {
                  onSuccess: ({ takenBack }) => {
                    toast({ text: t(boardWords.undone, { count: takenBack }) });
                    onClose();
                  },
                },
              )
            }
          >
            {t(boardWords.undo)}
          </Button>
        )
      }
    >
      <div className="stack sheet-form">
        <Answer of={preview}>
          {({ takesBack, stays, factsStay }) => (
            <>
              {nothing && <p className="second">{t(boardWords.nothingBack)}</p>}
              {takesBack.length > 0 && (
                <section>
                  <div className="sec">
                    <h3>{t(boardWords.takesBack)}</h3>
                    <span className="meta num">{takesBack.length}</span>
                  </div>
                  <ul className="lines">
                    {takesBack.map((line) => (
                      <li key={`${line.leader.id} ${line.representative.id} ${line.what}`}>
                        <span>{pairOf(line)}</span>
                        <span className="meta">{t(boardWords[`what_${line.what}`])}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {stays.length > 0 && (
                <section>
                  <div className="sec">
                    <h3>{t(boardWords.stays)}</h3>
                    <span className="meta num">{stays.length}</span>
                  </div>
                  <ul className="lines">
                    {stays.map((line) => (
                      <li key={`${line.leader.id} ${line.representative.id} ${line.because}`}>
                        <span>{pairOf(line)}</span>
                        <span className="meta">{t(boardWords[`because_${line.because}`])}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {factsStay.length > 0 && (
                <section>
                  <div className="sec">
                    <h3>{t(boardWords.factsStay)}</h3>
                    <span className="meta num">{factsStay.length}</span>
                  </div>
                  <ul className="lines">
                    {factsStay.map((fact) => (
                      <li key={`${fact.person.id} ${fact.says.zh}`}>
                        <Link href={paths.person(fact.person.id)}>{fact.person.name ?? t(pairingWords.someone)}</Link>
                        <span className="meta">{t(fact.says)}</span>
                      </li>
                    ))}
                  </ul>
                  <p className="meta board-note">{t(boardWords.factsStayText)}</p>
                </section>
              )}
            </>
          )}
        </Answer>
        {undo.error && <CallErrorNote error={undo.error} />}
      </div>
    </Sheet>
  );
}
