import { editPolicyDraft, readPolicyDraft } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useRef, useState } from 'react';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useSayWhen } from '../../app/use-say-when.ts';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { actionWords, draftWords } from './draft.words.ts';
import { Effects } from './Effects.tsx';
import { PassDraft } from './PassDraft.tsx';
import { changesIn, PolicyDiff } from './PolicyDiff.tsx';
import { goTo, PolicyText } from './PolicyText.tsx';
import { UploadPolicy } from './UploadPolicy.tsx';
import './draft.css';

export type Draft = ReplyOf<typeof readPolicyDraft>;

/** A change of the measures on its way: mend, see what changes and whom it touches, hand to the second person, pass. */
export function DraftPage() {
  const t = useWords();
  const draftId = usePathParam('draftId') as Id;
  const draft = useCall(readPolicyDraft, { params: { draftId } });
  const lead = useLead(draft.data);
  const when = useSayWhen().moment;
  const first = draft.data?.steps[0];
  return (
    <Page
      title={t(draftWords.draft)}
      lead={lead}
      sub={
        draft.data && first && t(draftWords.fileBy, { file: draft.data.fileName, by: first.by, when: when(first.at) })
      }
      back={{ href: paths.policyVersions(), label: t(draftWords.versions) }}
      width="wide"
      actions={draft.data?.status === 'open' && draft.data.problems.length > 0 && <UploadPolicy again />}
    >
      <Answer of={draft} loading={{ rows: 8, height: 40 }}>
        {(found) => <DraftBody key={`${found.id} ${found.version}`} draft={found} />}
      </Answer>
    </Page>
  );
}

function useLead(draft: Draft | undefined): string | undefined {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  if (!draft) return undefined;
  const { problems, diff, status } = draft;
  const on = draft.startsOn === null ? '' : sayDay(draft.startsOn, { language, today });
  if (status === 'withdrawn') return t(draftWords.leadWithdrawn);
  if (status === 'approved')
    return draft.steps.at(-1)?.action === 'undo' ? t(draftWords.leadUndone) : t(draftWords.leadApproved, { on });
  if (status === 'submitted')
    return t(draft.can.includes('approve') ? draftWords.leadForYou : draftWords.leadSubmitted, { on });
  if (problems.length > 0)
    return t(problems.length === 1 ? draftWords.leadOneProblem : draftWords.leadProblems, { count: problems.length });
  const count = diff ? changesIn(diff) : 0;
  return count === 0 ? t(draftWords.leadSame) : t(draftWords.leadChanged, { count });
}

function DraftBody({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const { search } = useSearchState();
  const open = draft.status === 'open';
  const [on, setOn] = useState<string>(draft.startsOn ?? draft.suggestedOn);
  const day = parsePlainDate(on);
  const changes = draft.diff ? changesIn(draft.diff) : 0;
  const judged = changes > 0 && draft.status !== 'approved' && draft.status !== 'withdrawn';
  return (
    <div className="draft">
      {open && (draft.problems.length > 0 || search['text'] === 'open') && <Editor draft={draft} />}
      {draft.diff && (changes > 0 || !open) && (
        <section>
          <div className="sec ruled">
            <h2>{t(draftWords.changes)}</h2>
            <span className="meta">{t(draftWords.against, { number: draft.against.number })}</span>
          </div>
          <PolicyDiff diff={draft.diff} />
        </section>
      )}
      {judged && <PassDraft draft={draft} on={on} onChange={setOn} />}
      {judged && day && day >= draft.earliestOn && <Effects draftId={draft.id} on={day} />}
      {!(open && (draft.problems.length > 0 || search['text'] === 'open')) && <FoldedText draft={draft} />}
      <History draft={draft} />
    </div>
  );
}

function Editor({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const area = useRef<HTMLTextAreaElement>(null);
  const edit = useChange(editPolicyDraft);
  const [text, setText] = useState(draft.text);
  const { problems } = draft;
  return (
    <section className="editor">
      {problems.length > 0 && (
        <>
          <div className="sec ruled">
            <h2>{t(draftWords.problems)}</h2>
          </div>
          <ol className="file-problems">
            {problems.map(({ line, column, path, message }) => (
              <li key={`${line} ${column} ${path} ${message.zh}`}>
                <button type="button" className="link" onClick={() => goTo(area.current, line, column)}>
                  {t(draftWords.at, { line, column })}
                </button>
                <span>
                  {t(message)} {path !== '' && <code className="meta">{path}</code>}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <PolicyText
        value={text}
        onChange={setText}
        marked={new Set(text === draft.text ? problems.map((problem) => problem.line) : [])}
        area={area}
      />
      <div className="row wrap">
        <Button
          look={text === draft.text ? 'plain' : 'primary'}
          busy={edit.isPending}
          disabled={text === draft.text}
          onClick={() => edit.mutate({ params: { draftId: draft.id }, ifMatch: draft.version, body: { text } })}
        >
          {t(draftWords.checkAgain)}
        </Button>
        {search['text'] === 'open' && problems.length === 0 && text === draft.text && (
          <Button look="text" onClick={() => setSearch({ text: undefined }, { replace: true })}>
            {t(draftWords.hideText)}
          </Button>
        )}
        <span className="meta">{text === draft.text ? t(draftWords.textHint) : t(draftWords.unsaved)}</span>
      </div>
      {edit.isError && <CallErrorNote error={edit.error} />}
    </section>
  );
}

/** The whole file, for whoever wants to read it; behind a press, because the page is about the change. */
function FoldedText({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = search['text'] === 'open';
  return (
    <section>
      <Button
        look="text"
        aria-expanded={shown}
        onClick={() => setSearch({ text: shown ? undefined : 'open' }, { replace: true })}
      >
        {t(shown ? draftWords.hideText : draft.can.includes('edit') ? draftWords.showText : draftWords.readText)}
      </Button>
      {shown && <PolicyText value={draft.text} marked={new Set()} area={area} />}
    </section>
  );
}

function History({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const { language } = useLanguage();
  const when = useSayWhen().moment;
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(draftWords.history)}</h2>
      </div>
      <ol className="draft-steps">
        {draft.steps.map((step) => (
          <li key={`${step.at} ${step.action}`}>
            <span>
              {step.by} {t(actionWords[step.action])}
              {step.reason !== null && (
                <span className="second">{`${language === 'zh' ? '：' : ': '}${step.reason}`}</span>
              )}
            </span>
            <span className="meta">{when(step.at)}</span>
          </li>
        ))}
      </ol>
      <p className="meta wrap-any">SHA-256 {draft.sha256}</p>
    </section>
  );
}
