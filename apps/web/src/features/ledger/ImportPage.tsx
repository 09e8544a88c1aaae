import { readLedgerImport } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Link } from '../../kit/Link.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FailedStep, ReadingStep } from './ReadingStep.tsx';
import { ledgerWords } from './ledger.words.ts';
import { LookStep } from './LookStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import type { ImportRead } from './shapes.ts';
import { viewOf } from './steps.ts';

const READING_MS = 700;

/** One import, on whichever step it stands. */
export function ImportPage() {
  const t = useWords();
  const importId = usePathParam('importId');
  const read = useCall(
    readLedgerImport,
    { params: { importId } },
    { askAgainAfter: (reply) => (reply?.status === 'reading' ? READING_MS : false) },
  );
  if (read.data) return <OpenImport run={read.data} />;
  return (
    <Page title={t(ledgerWords.importTitle)} width="wide">
      {read.isError ? (
        <>
          <CallErrorNote error={read.error} onRetry={() => void read.refetch()} />
          <p className="after">
            <Link href={paths.ledger()}>{t(ledgerWords.toImports)}</Link>
          </p>
        </>
      ) : (
        <LoadingRows rows={6} height={44} />
      )}
    </Page>
  );
}

function OpenImport({ run }: { readonly run: ImportRead }) {
  const { search } = useSearchState();
  const view = viewOf(run, search.step);
  if (view === 'reading') return <ReadingStep run={run} />;
  if (view === 'applied' || view === 'undone') return <ResultStep run={run} />;
  if (view === 'failed' || !run.look) return <FailedStep run={run} />;
  if (view === 'columns') return <ColumnsStep run={run} look={run.look} />;
  return <LookStep run={run} look={run.look} />;
}
