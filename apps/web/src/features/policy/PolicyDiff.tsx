import type { zPolicyDiff } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { REQUIREMENT_KIND_WORDS } from '@zhengyou/domain/policy/policy.words.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useWords } from '../../app/language.tsx';
import { draftWords } from './draft.words.ts';
import { policyWords } from './policy.words.ts';

type Diff = z.infer<typeof zPolicyDiff>;
type Field = Diff['head'][number];

export const changesIn = (diff: Diff): number =>
  diff.clauses.length + diff.requirements.length + (diff.head.length > 0 ? 1 : 0);

/** Clause by clause, what one version says otherwise than another. Where the sentence is the same, its fields say the difference. */
export function PolicyDiff({ diff }: { readonly diff: Diff }) {
  const t = useWords();
  const clauseName = (id: string) => (id === 'preamble' ? t(policyWords.preamble) : id);
  if (changesIn(diff) === 0) return <p className="second">{t(draftWords.same)}</p>;
  return (
    <ul className="diff">
      {diff.head.length > 0 && (
        <Line clause="" change={draftWords.changed} what={t(draftWords.head)}>
          <Fields fields={diff.head} />
        </Line>
      )}
      {diff.clauses.map((clause) => (
        <Line
          key={`clause ${clause.id}`}
          clause={clauseName(clause.id)}
          change={draftWords[clause.change]}
          what={t(clause.heading)}
        >
          <Fields fields={clause.fields} />
        </Line>
      ))}
      {diff.requirements.map((row) => {
        const [before, after] = [row.before && t(row.before), row.after && t(row.after)];
        return (
          <Line
            key={row.id}
            clause={clauseName(row.basis)}
            change={draftWords[row.change]}
            what={t(REQUIREMENT_KIND_WORDS[row.kind])}
          >
            <p>
              {before !== null && before !== after && <del>{before}</del>}{' '}
              {after !== null && (before === after ? <span>{after}</span> : <ins>{after}</ins>)}
            </p>
            {before === after && <Fields fields={row.fields} />}
          </Line>
        );
      })}
    </ul>
  );
}

type LineProps = {
  readonly clause: string;
  readonly change: Words;
  readonly what: string;
  readonly children: ReactNode;
};

function Line({ clause, change, what, children }: LineProps) {
  const t = useWords();
  return (
    <li>
      <span className="ordinal voice">{clause}</span>
      <div>
        <p>
          <span className="change">{t(change)}</span> <span className="strong">{what}</span>
        </p>
        {children}
      </div>
    </li>
  );
}

function Fields({ fields }: { readonly fields: readonly Field[] }) {
  const t = useWords();
  return (
    <dl className="fields">
      {fields.map((field) => (
        <div key={field.path}>
          <dt>
            <code>{field.path}</code>
          </dt>
          <dd>
            <del>{field.before ?? t(draftWords.nothing)}</del> <ins>{field.after ?? t(draftWords.nothing)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
