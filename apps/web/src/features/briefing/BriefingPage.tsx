import { downloadBriefing, readBriefing, type Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import { BRIEFING_STATUS_WORDS } from '@zhengyou/domain/briefing/briefing.words.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useDownload } from '../../app/use-download.ts';
import { Button } from '../../kit/Button.tsx';
import { BriefingEditor } from './BriefingEditor.tsx';
import { BriefingPaper } from './BriefingPaper.tsx';
import { BriefingSide } from './BriefingSide.tsx';
import { briefingWords } from './briefing.words.ts';
import { briefingCardWords } from './card.words.ts';
import { Warnings } from './Warnings.tsx';
import './briefing.css';

/** One briefing: its text while it is drafted, its paper from then on. */
export function BriefingPage() {
  const id = findId(usePathParam('briefingId'));
  return id === undefined ? <NotFoundPage /> : <KnownBriefing key={id} briefingId={id} />;
}

function KnownBriefing({ briefingId }: { readonly briefingId: Id }) {
  const t = useWords();
  const read = useCall(readBriefing, { params: { briefingId } });
  return (
    <Answer of={read} loading={{ rows: 6, height: 60 }}>
      {(briefing) => (
        <Page
          title={briefing.title}
          sub={[briefing.number, t(BRIEFING_STATUS_WORDS[briefing.status])].filter(Boolean).join(' · ')}
          width="wide"
          back={{ href: paths.briefings(), label: t(briefingCardWords.title) }}
        >
          <Body briefing={briefing} />
        </Page>
      )}
    </Answer>
  );
}

function Body({ briefing }: { readonly briefing: Briefing }) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const writes = briefing.can.includes('write');
  if (writes && search['show'] !== 'paper')
    return <BriefingEditor key={briefing.version} briefing={briefing} onPaper={() => setSearch({ show: 'paper' })} />;
  return (
    <div className="briefing-cols">
      <div>
        <div className="row wrap briefing-tools">
          {writes && <Button onClick={() => setSearch({ show: undefined })}>{t(briefingWords.edit)}</Button>}
          <Tools briefing={briefing} />
        </div>
        <BriefingPaper briefing={briefing} />
      </div>
      <aside>
        <Warnings briefing={briefing} />
        <BriefingSide briefing={briefing} />
      </aside>
    </div>
  );
}

function Tools({ briefing }: { readonly briefing: Briefing }) {
  const t = useWords();
  const number = briefing.number ?? briefing.paper.head.number;
  const { download, busy, error } = useDownload(downloadBriefing, t(briefingWords.fileName, { number }));
  return (
    <>
      <Button busy={busy} onClick={() => void download({ params: { briefingId: briefing.id } })}>
        {t(briefingWords.word)}
      </Button>
      <Button look="text" className="briefing-print" onClick={() => window.print()}>
        {t(briefingWords.print)}
      </Button>
      {error !== null && <CallErrorNote error={error} />}
    </>
  );
}
