import { listDrafts } from '@zhengyou/domain/pairing/draft.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useMay } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { boardWords } from './board.words.ts';
import { DraftBoard } from './DraftBoard.tsx';
import { NewDraft } from './NewDraft.tsx';
import { PairingTabs } from './PairingTabs.tsx';
import './board.css';
import './pair.css';
import './pairing.css';

export type Drafts = ReplyOf<typeof listDrafts>['items'];

/** The pairing board: a draft of who would befriend whom, beside what is so today. */
export function BoardPage() {
  const t = useWords();
  const { search } = useSearchState();
  const drafts = useCall(listDrafts, { query: { all: search['draft'] ? 'yes' : 'no' } }, { keepPrevious: true });
  const items = drafts.data?.items;
  const draft =
    items?.find((one) => one.id === search['draft']) ??
    items?.find((one) => one.kind === 'board' && one.status === 'open') ??
    items?.find((one) => one.status === 'open');
  if (items && draft) return <DraftBoard key={draft.id} draftId={draft.id} drafts={items} />;
  return (
    <Page title={t(boardWords.title)} width="wide">
      <PairingTabs here="board" />
      <Answer of={drafts} loading={{ rows: 8, height: 60 }}>
        {() => <NoDraft />}
      </Answer>
    </Page>
  );
}

function NoDraft() {
  const t = useWords();
  const may = useMay();
  const { search, setSearch } = useSearchState();
  return (
    <>
      <Empty lead={t(boardWords.none)}>{t(boardWords.noneText)}</Empty>
      {may('pairing.createDraft') && (
        <p className="board-begin">
          <Button look="primary" onClick={() => setSearch({ sheet: 'new' })}>
            {t(boardWords.newDraft)}
          </Button>
        </p>
      )}
      {search['sheet'] === 'new' && <NewDraft drafts={[]} kind="board" />}
    </>
  );
}
