import { exportTalks } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useDownload } from '../../app/use-download.ts';
import { Button } from '../../kit/Button.tsx';
import { ledgerWords } from './ledger.words.ts';

/** The talks in the columns of a ledger, for an office that goes on with its own file. */
export function ExportTalks() {
  const t = useWords();
  const { download, busy, error } = useDownload(exportTalks, t(ledgerWords.exportTalks));
  return (
    <section className="earlier">
      <div className="sec ruled">
        <h2>{t(ledgerWords.exportTalks)}</h2>
      </div>
      <p className="second">{t(ledgerWords.exportTalksText)}</p>
      {error !== null && <CallErrorNote error={error} />}
      <div className="row wrap">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} busy={busy} onClick={() => void download({ query: { format } })}>
            {format === 'xlsx' ? 'Excel' : 'CSV'}
          </Button>
        ))}
      </div>
    </section>
  );
}
