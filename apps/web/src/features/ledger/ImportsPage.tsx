import { listLedgerImports } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { ExportTalks } from './ExportTalks.tsx';
import { ledgerWords } from './ledger.words.ts';
import { PastImports } from './PastImports.tsx';
import { UploadArea } from './UploadArea.tsx';

const READING_MS = 2000;

export function ImportsPage() {
  const t = useWords();
  const may = useMay();
  const list = useCall(
    listLedgerImports,
    {},
    {
      askAgainAfter: (reply) => (reply?.items.some(({ status }) => status === 'reading') ? READING_MS : false),
    },
  );
  return (
    <Page title={t(ledgerWords.title)} sub={t(ledgerWords.sub)} width="wide">
      {may('ledger.upload') && <UploadArea />}
      {may('ledger.exportTalks') && <ExportTalks />}
      <section className="earlier">
        <div className="sec ruled">
          <h2>{t(ledgerWords.earlier)}</h2>
        </div>
        <Answer of={list} loading={{ rows: 3, height: 54 }}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty lead={t(ledgerWords.earlierNone)}>{t(ledgerWords.earlierNoneText)}</Empty>
            ) : (
              <PastImports items={items} />
            )
          }
        </Answer>
      </section>
    </Page>
  );
}
