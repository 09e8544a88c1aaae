import { exportLedgerProblems } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Link } from '../../kit/Link.tsx';
import { ApplySheet } from './ApplySheet.tsx';
import { ledgerWords } from './ledger.words.ts';
import { LookBoard } from './LookBoard.tsx';
import { ProblemDesk } from './ProblemDesk.tsx';
import { MattersSheet } from './MattersSheet.tsx';
import type { ImportRead, Look } from './shapes.ts';
import { StepLine } from './StepLine.tsx';
import { TidiedSheet } from './TidiedSheet.tsx';
import { useDownload } from '../../app/use-download.ts';
import { useSayWhen } from '../../app/use-say-when.ts';

/** The dry run: what would be written, what stands in the way, and the one button. */
export function LookStep({ run, look }: { readonly run: ImportRead; readonly look: Look }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const when = useSayWhen();
  const { search, setSearch } = useSearchState();
  const [applying, setApplying] = useState(false);
  const { download, busy, error } = useDownload(exportLedgerProblems, t(ledgerWords.problemsName));
  const sheets = look.sheets.filter(({ kind }) => kind !== null).length;
  const rows = look.sheets.reduce((sum, sheet) => sum + (sheet.kind === null ? 0 : sheet.rows), 0);
  const reason = look.nothingNew
    ? t(rows === 0 ? ledgerWords.noRows : look.acceptable === 0 ? ledgerWords.nothingTaken : ledgerWords.nothingNew)
    : undefined;
  const facts = { file: run.fileName, sheets, when: when.moment(run.startedAt) };

  return (
    <Page
      title={t(ledgerWords.importTitle)}
      sub={<span className="wrap-any">{t(ledgerWords.lookSub, facts)}</span>}
      actions={
        <>
          <LinkButton look="text" href={paths.ledger()}>
            {t(ledgerWords.otherFile)}
          </LinkButton>
          <Button busy={busy} onClick={() => void download({ params: { importId: run.id } })}>
            {t(ledgerWords.exportProblems)}
          </Button>
          <Button
            look="primary"
            disabled={reason !== undefined}
            aria-describedby={reason === undefined ? undefined : 'import-reason'}
            onClick={() => setApplying(true)}
          >
            {reason === undefined ? t(ledgerWords.importRows, { rows: look.acceptable }) : t(ledgerWords.apply)}
          </Button>
        </>
      }
      width="wide"
    >
      {reason !== undefined && (
        <p id="import-reason" className="import-reason second">
          {reason}
        </p>
      )}
      {error !== null && <CallErrorNote error={error} />}
      <StepLine view="look" hrefs={{ columns: paths.import(run.id, { step: 'columns' }) }} />
      <LookBoard
        look={look}
        onTidied={(kind) => setSearch({ read: kind })}
        onMatters={(claim) => setSearch({ matters: claim })}
      />
      {look.pairings > 0 && (
        <p className="pairings-line second">
          {t(ledgerWords.pairingsLine, {
            count: look.pairings,
            day: sayDay(look.pairedFrom, { language, today }),
          })}{' '}
          <ClauseMark local /> <Link href={paths.import(run.id, { step: 'columns' })}>{t(ledgerWords.change)}</Link>
        </p>
      )}
      {rows > 0 && <ProblemDesk run={run} look={look} />}
      {search.read !== undefined && (
        <TidiedSheet look={look} kind={search.read} onClose={() => setSearch({ read: undefined }, { replace: true })} />
      )}
      {search.matters !== undefined && (
        <MattersSheet
          importId={run.id}
          claim={search.matters}
          onClose={() => setSearch({ matters: undefined }, { replace: true })}
        />
      )}
      {applying && <ApplySheet run={run} look={look} onClose={() => setApplying(false)} />}
    </Page>
  );
}
