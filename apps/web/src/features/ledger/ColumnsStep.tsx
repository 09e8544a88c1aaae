import { useRouter } from '@tanstack/react-router';
import type { MappedSheet } from '@zhengyou/domain/ledger/headings.ts';
import { mapLedgerColumns } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { countMistakes } from './columns.ts';
import { ledgerWords } from './ledger.words.ts';
import { PairedFrom } from './PairedFrom.tsx';
import type { ImportRead, Look } from './shapes.ts';
import { SheetColumns } from './SheetColumns.tsx';
import { StepLine } from './StepLine.tsx';
import { isStale, useStale } from './use-version.ts';

/** Which column holds what. What was recognised is chosen already; nothing is sent before the office says so. */
export function ColumnsStep({ run, look }: { readonly run: ImportRead; readonly look: Look }) {
  const t = useWords();
  const router = useRouter();
  const { today } = useSession();
  const [sheets, setSheets] = useState<readonly MappedSheet[]>(look.mapping.sheets);
  const [pairedFrom, setPairedFrom] = useState<string>(look.pairedFrom);
  const save = useChange(mapLedgerColumns);
  const onStale = useStale();

  const mistakes = countMistakes(sheets);
  const none = sheets.every(({ kind }) => kind === null);
  const day = parsePlainDate(pairedFrom);
  const dayWrong = day === undefined ? ledgerWords.pairedMissing : day > today ? ledgerWords.pairedInFuture : undefined;
  const stops = none
    ? t(ledgerWords.noSheet)
    : mistakes > 0
      ? t(ledgerWords.mendColumns, { count: mistakes })
      : dayWrong && t(dayWrong);

  const goOn = () => void router.navigate({ href: paths.import(run.id, { step: 'look' }) });
  const isSame = sheets === look.mapping.sheets && pairedFrom === look.pairedFrom;
  function readAgain() {
    if (day === undefined) return;
    if (isSame) return goOn();
    save.mutate(
      {
        params: { importId: run.id },
        body: { sheets: sheets.map((sheet) => ({ ...sheet })), pairedFrom: day },
        ifMatch: run.version,
      },
      { onSuccess: goOn, onError: onStale },
    );
  }

  return (
    <Page
      title={t(ledgerWords.importTitle)}
      sub={<span className="wrap-any">{t(ledgerWords.columnsSub, { file: run.fileName })}</span>}
      actions={
        <LinkButton look="text" href={paths.ledger()}>
          {t(ledgerWords.otherFile)}
        </LinkButton>
      }
      width="wide"
    >
      <StepLine view="columns" />
      {sheets.map((sheet, index) => (
        <SheetColumns
          key={sheet.sheet}
          importId={run.id}
          sheet={sheet}
          rows={look.sheets.find((one) => one.sheet === sheet.sheet)?.rows ?? 0}
          onChange={(next) => setSheets((all) => all.with(index, next))}
        />
      ))}
      {sheets.some(({ kind, columns }) => kind === 'representatives' && columns.leader !== undefined) && (
        <PairedFrom value={pairedFrom} today={today} wrong={dayWrong && t(dayWrong)} onChange={setPairedFrom} />
      )}
      {save.isError && !isStale(save.error) && <CallErrorNote error={save.error} />}
      <div className="go-on">
        <Button look="primary" busy={save.isPending} disabled={Boolean(stops)} onClick={readAgain}>
          {t(ledgerWords.dryRun)}
        </Button>
        <output className="second">{stops}</output>
      </div>
    </Page>
  );
}
