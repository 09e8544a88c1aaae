import { listDrafts } from '@zhengyou/domain/pairing/draft.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { changeFacts, readRenewal } from '@zhengyou/domain/pairing/renewal.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { ReactNode } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import { BoardActions } from './BoardActions.tsx';
import { BoardDiff } from './BoardDiff.tsx';
import type { Drafts } from './BoardPage.tsx';
import { BoardSheets } from './BoardSheets.tsx';
import { FactForm } from './FactForm.tsx';
import { NewDraft } from './NewDraft.tsx';
import { PairingTabs } from './PairingTabs.tsx';
import { pairingWords } from './pairing.words.ts';
import { PasteFacts } from './PasteFacts.tsx';
import { factWords, renewalWords } from './renewal.words.ts';
import { SentNote } from './SentNote.tsx';
import { useBoard, useMoves, type Board } from './use-board.ts';
import './board.css';
import './pair.css';
import './pairing.css';
import './renewal.css';

type Renewal = ReplyOf<typeof readRenewal>;

/** 换届: what changes, what follows from it, and the plan; a sandbox until it is published. */
export function RenewalPage() {
  const t = useWords();
  const may = useMay();
  const { search, setSearch } = useSearchState();
  const query = { kind: 'renewal' as const, all: search['draft'] ? ('yes' as const) : ('no' as const) };
  const drafts = useCall(listDrafts, { query }, { keepPrevious: true });
  const items = drafts.data?.items;
  const draft = items?.find((one) => one.id === search['draft']) ?? items?.find((one) => one.status === 'open');
  if (items && draft) return <Workspace key={draft.id} draftId={draft.id} drafts={items} />;
  return (
    <Page title={t(renewalWords.title)} width="wide">
      <PairingTabs here="renewal" />
      <Answer of={drafts} loading={{ rows: 6, height: 52 }}>
        {() => (
          <>
            <Empty lead={t(renewalWords.none)}>{t(renewalWords.noneText)}</Empty>
            {may('pairing.createDraft') && (
              <p className="board-begin">
                <Button look="primary" onClick={() => setSearch({ sheet: 'new' })}>
                  {t(renewalWords.begin)}
                </Button>
              </p>
            )}
            {search['sheet'] === 'new' && <NewDraft drafts={[]} kind="renewal" />}
          </>
        )}
      </Answer>
    </Page>
  );
}

type WorkspaceProps = { readonly draftId: Id; readonly drafts: Drafts };

function Workspace({ draftId, drafts }: WorkspaceProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const renewal = useCall(readRenewal, { params: { draftId } });
  const board = useBoard(draftId);
  const { data } = renewal;
  const counts = data && { out: data.outOfScope.length, in: data.comesIn.length, due: data.due.length };
  return (
    <Page
      title={t(renewalWords.title)}
      lead={counts && data.facts.length > 0 ? t(renewalWords.lead, counts) : undefined}
      sub={data && t(renewalWords.sub, { day: sayDay(data.draft.effectiveOn, { language, today }) })}
      width="wide"
      actions={board.data && <BoardActions board={board.data} drafts={drafts} />}
    >
      <PairingTabs here="renewal" />
      {board.data && board.data.draft.status !== 'open' && <SentNote board={board.data} />}
      <div className="renewal-parts">
        <div>
          <Answer of={renewal} loading={{ rows: 8, height: 44 }}>
            {(reply) => <Follows renewal={reply} />}
          </Answer>
        </div>
        <div>
          <Answer of={board} loading={{ rows: 5, height: 44 }}>
            {(reply) => <Plan board={reply} drafts={drafts} />}
          </Answer>
        </div>
      </div>
    </Page>
  );
}

function Plan({ board, drafts }: { readonly board: Board; readonly drafts: Drafts }) {
  const t = useWords();
  const moves = useMoves(board);
  return (
    <>
      <BoardDiff board={board} moves={moves} />
      <p className="board-note">
        <Link href={paths.pairingBoard({ draft: board.draft.id })}>{t(renewalWords.toBoard)}</Link>
      </p>
      <BoardSheets board={board} drafts={drafts} moves={moves} />
    </>
  );
}

function Follows({ renewal }: { readonly renewal: Renewal }) {
  const t = useWords();
  const tierWords = useTierWords();
  const someone = (who: { readonly name: string | null }) => who.name ?? t(pairingWords.someone);
  const { outOfScope, comesIn, leaders, due } = renewal;
  return (
    <>
      <Facts renewal={renewal} />
      <Part title={t(renewalWords.due)} count={due.length}>
        {due.map((line) => (
          <li key={`${line.leader?.id} ${line.representative?.id} ${line.says.zh}`}>
            <span>
              {t(line.says)}
              {line.clause !== null && <ClauseMark clause={line.clause} />}
            </span>
          </li>
        ))}
      </Part>
      <Part title={t(renewalWords.outOfScope)} count={outOfScope.length}>
        {outOfScope.map((line) => (
          <li key={line.representative.id}>
            <span>
              <Link className="plain strong" href={paths.person(line.representative.id)}>
                {someone(line.representative)}
              </Link>
              <span className="meta">
                {t(kitWords.comma)}
                {t(line.says)}
                {line.clause !== null && <ClauseMark clause={line.clause} />}
              </span>
            </span>
            {line.nextTier !== null && (
              <span className="meta nb">{t(renewalWords.next, { tier: t(tierWords(line.nextTier)) })}</span>
            )}
          </li>
        ))}
      </Part>
      <Part title={t(renewalWords.comesIn)} count={comesIn.length}>
        {comesIn.map((line) => (
          <li key={line.representative.id}>
            <span>
              <Link className="plain strong" href={paths.person(line.representative.id)}>
                {someone(line.representative)}
              </Link>
              <span className="meta">
                {t(kitWords.comma)}
                {t(line.says)}
                <ClauseMark clause={line.clause} />
              </span>
            </span>
            <span className="meta nb">{t(tierWords(line.tier))}</span>
          </li>
        ))}
      </Part>
      <Part title={t(renewalWords.leaders)} count={leaders.length}>
        {leaders.map((line) => (
          <li key={`${line.leader.id} ${line.change}`}>
            <span>
              <Link className="plain strong" href={paths.portfolio(line.leader.id)}>
                {someone(line.leader)}
              </Link>
              <span className="meta">
                {t(kitWords.comma)}
                {t(renewalWords[line.change])}
              </span>
            </span>
            <span className="meta nb num">
              {t(renewalWords.counts, { before: line.before, after: line.after })}
              {line.required !== null && t(kitWords.comma) + t(renewalWords.required, { required: line.required })}
            </span>
          </li>
        ))}
      </Part>
    </>
  );
}

type PartProps = { readonly title: string; readonly count: number; readonly children: ReactNode };

function Part({ title, count, children }: PartProps) {
  const t = useWords();
  return (
    <section className="renewal-part">
      <div className="sec ruled">
        <h2>{title}</h2>
        <span className="meta num">{count}</span>
      </div>
      {count === 0 ? <p className="second">{t(renewalWords.nobody)}</p> : <ul>{children}</ul>}
    </section>
  );
}

function Facts({ renewal }: { readonly renewal: Renewal }) {
  const t = useWords();
  const toast = useToast();
  const { search, setSearch } = useSearchState();
  const change = useChange(changeFacts);
  const { draft, facts } = renewal;
  const may = draft.can.includes('change');
  const close = () => setSearch({ sheet: undefined, fact: undefined, person: undefined }, { replace: true });
  return (
    <section className="renewal-part">
      <div className="sec ruled">
        <h2>{t(renewalWords.facts)}</h2>
        <span className="meta num">{facts.length}</span>
      </div>
      {facts.length === 0 && <p className="second">{t(renewalWords.noFacts)}</p>}
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            <span>
              <span className="strong">{fact.person.name ?? t(pairingWords.someone)}</span>{' '}
              <span className="meta">{t(factWords[fact.kind])}</span> {t(fact.says)}
              {fact.problem && <span className="soon">{t(fact.problem)}</span>}
            </span>
            {may && (
              <Button
                small
                look="quiet"
                busy={change.isPending}
                aria-label={t(renewalWords.removeOf, { fact: `${fact.person.name ?? ''} ${t(fact.says)}` })}
                onClick={() =>
                  change.mutate(
                    { params: { draftId: draft.id }, body: { remove: [fact.id] }, ifMatch: draft.version },
                    { onSuccess: () => toast({ text: t(renewalWords.removed) }) },
                  )
                }
              >
                {t(renewalWords.remove)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {change.error && <CallErrorNote error={change.error} />}
      {may && (
        <p className="row renewal-add">
          <Button onClick={() => setSearch({ sheet: 'fact' })}>{t(renewalWords.addFact)}</Button>
          <Button onClick={() => setSearch({ sheet: 'paste' })}>{t(renewalWords.paste)}</Button>
        </p>
      )}
      {may && search['sheet'] === 'fact' && <FactForm draft={draft} onClose={close} />}
      {may && search['sheet'] === 'paste' && <PasteFacts draft={draft} onClose={close} />}
    </section>
  );
}
