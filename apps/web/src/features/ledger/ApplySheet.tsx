import { applyLedgerImport, UNDO_DAYS } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useEffect, useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { sumOf } from './board.ts';
import { ledgerWords, stepWords } from './ledger.words.ts';
import type { ImportRead, Look } from './shapes.ts';
import { isStale, useStale } from './use-version.ts';

type ApplySheetProps = { readonly run: ImportRead; readonly look: Look; readonly onClose: () => void };

/** The last look before anything is written: what comes in, what stays out. */
export function ApplySheet({ run, look, onClose }: ApplySheetProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const apply = useChange(applyLedgerImport);
  const onStale = useStale();
  const rows = look.acceptable;
  const held = { open: sumOf(look, 'ask') + sumOf(look, 'waiting'), refused: sumOf(look, 'refused') };
  const same = sumOf(look, 'same');
  const partly = sumOf(look, 'partly');
  const lines = [
    [ledgerWords.willPeople, look.counts.representatives.fresh + look.counts.leaders.fresh, ledgerWords.people],
    [ledgerWords.willTalks, look.counts.talks.fresh, ledgerWords.rows],
    [ledgerWords.willPairings, look.pairings, ledgerWords.pairs],
  ] as const;
  return (
    <Sheet
      title={t(ledgerWords.applyTitle, { rows })}
      onClose={onClose}
      foot={
        <div className="stack tight">
          <Button
            look="primary"
            wide
            busy={apply.isPending}
            onClick={() =>
              apply.mutate({ params: { importId: run.id }, body: {}, ifMatch: run.version }, { onError: onStale })
            }
          >
            {t(ledgerWords.apply)}
          </Button>
          <Button look="text" wide onClick={onClose}>
            {t(ledgerWords.back)}
          </Button>
        </div>
      }
    >
      <div className="stack sheet-text">
        <section>
          <h3>{t(ledgerWords.applyWhat)}</h3>
          <div className="lines">
            {lines.map(
              ([words, count, unit]) =>
                count > 0 && (
                  <div key={words.zh}>
                    <span>{t(words, { day: sayDay(look.pairedFrom, { language, today }) })}</span>
                    <b>{t(unit, { count })}</b>
                  </div>
                ),
            )}
          </div>
        </section>
        {same > 0 && <p className="second">{t(ledgerWords.applySame, { count: same })}</p>}
        {held.open > 0 && <p>{t(ledgerWords.applyOpen, { count: held.open })}</p>}
        {partly > 0 && <p>{t(ledgerWords.applyPartly, { count: partly })}</p>}
        {held.refused > 0 && <p>{t(ledgerWords.applyRefused, { count: held.refused })}</p>}
        <p className="meta">
          {t(ledgerWords.applyAll)} {t(stepWords.undo, { days: UNDO_DAYS })}
        </p>
        {apply.isPending && <Slow text={t(ledgerWords.applying)} />}
        {apply.isError && !isStale(apply.error) && <CallErrorNote error={apply.error} />}
      </div>
    </Sheet>
  );
}

/** Said only when it takes longer than a moment. */
function Slow({ text }: { readonly text: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return <output aria-busy="true">{late && text}</output>;
}
