import { UNDO_DAYS } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { Link } from '../../kit/Link.tsx';
import { joined } from './joined.ts';
import { ledgerWords } from './ledger.words.ts';
import { outcomeHead, outcomeLines } from './outcome.ts';
import type { ImportRead } from './shapes.ts';
import { StepLine } from './StepLine.tsx';
import { UndoSheet } from './UndoSheet.tsx';
import { useSayWhen } from '../../app/use-say-when.ts';

/** What came of it, where to look at it, and the way back. */
export function ResultStep({ run }: { readonly run: ImportRead }) {
  return run.status === 'undone' ? <Undone run={run} /> : <Applied run={run} />;
}

function Applied({ run }: { readonly run: ImportRead }) {
  const t = useWords();
  const { language } = useLanguage();
  const when = useSayWhen();
  const [undoing, setUndoing] = useState(false);
  const lines = run.outcome ? outcomeLines(run.outcome) : [];
  const head = run.outcome ? outcomeHead(run.outcome) : [];
  const shown = head.length > 0 ? head : lines.slice(0, 2);
  const parts = joined(
    shown.map(({ words, count }) => t(words, { count })),
    language,
  );
  const facts = { file: run.fileName, when: when.moment(run.appliedAt ?? run.startedAt), name: run.startedBy ?? '' };
  return (
    <Page
      title={t(ledgerWords.resultTitle)}
      lead={parts === '' ? t(ledgerWords.resultNothing) : t(ledgerWords.resultLead, { parts })}
      sub={
        <span className="wrap-any">
          {t(run.startedBy === null ? ledgerWords.resultSubAlone : ledgerWords.resultSub, facts)}
        </span>
      }
      width="wide"
    >
      <StepLine view="applied" />
      <div className="result">
        <section>
          <div className="sec ruled">
            <h2>{t(ledgerWords.made)}</h2>
          </div>
          <ul className="rows">
            {lines.map(({ words, count }) => (
              <li key={words.zh}>{t(words, { count })}</li>
            ))}
          </ul>
        </section>
        <section>
          <div className="sec ruled">
            <h2>{t(ledgerWords.next)}</h2>
          </div>
          <NextLinks />
          <p className="second after">
            {run.undoUntil === null
              ? t(ledgerWords.undoOver, { days: UNDO_DAYS })
              : t(ledgerWords.undoBy, { day: when.day(run.undoUntil) })}
          </p>
          {run.undoUntil !== null && <Button onClick={() => setUndoing(true)}>{t(ledgerWords.undo)}</Button>}
        </section>
      </div>
      {undoing && <UndoSheet run={run} onClose={() => setUndoing(false)} />}
    </Page>
  );
}

function NextLinks() {
  const t = useWords();
  const may = useMay();
  const links = [
    [may('person.list'), paths.people(), ledgerWords.seePeople],
    [may('pairing.list'), paths.pairings(), ledgerWords.seePairings],
    [may('interaction.readYear'), paths.year(), ledgerWords.seeYear],
    [true, paths.ledger(), ledgerWords.another],
  ] as const;
  return (
    <ul className="rows">
      {links.map(
        ([open, href, words]) =>
          open && (
            <li key={words.zh}>
              <Link href={href}>{t(words)}</Link>
            </li>
          ),
      )}
    </ul>
  );
}

function Undone({ run }: { readonly run: ImportRead }) {
  const t = useWords();
  const when = useSayWhen();
  return (
    <Page
      title={t(ledgerWords.undone)}
      lead={t(ledgerWords.undoneLead)}
      sub={
        <span className="wrap-any">
          {t(ledgerWords.undoneSub, { file: run.fileName, when: when.moment(run.startedAt) })}
        </span>
      }
      width="wide"
    >
      <StepLine view="undone" />
      <p className="second">{t(ledgerWords.undoneText)}</p>
      <div className="row wrap after">
        <LinkButton href={paths.ledger()}>{t(ledgerWords.another)}</LinkButton>
      </div>
    </Page>
  );
}
