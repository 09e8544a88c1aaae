import { STRENGTH_WORDS } from '@zhengyou/domain/policy/policy.words.ts';
import type { readPolicy } from '@zhengyou/domain/policy/policy.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';

export type Clause = ReplyOf<typeof readPolicy>['clauses'][number];
export type RequirementLine = Clause['requirements'][number];

/** What a requirement asks, the word for its firmness underlined where it stands in the sentence. */
export function Asks({ line }: { readonly line: RequirementLine }) {
  const t = useWords();
  const { language } = useLanguage();
  const text = t(line.asks);
  const word = STRENGTH_WORDS[line.strength][language];
  const at = line.strength === 'shall' ? -1 : text.indexOf(word);
  return (
    <>
      {at < 0 ? (
        text
      ) : (
        <>
          {text.slice(0, at)}
          <span className="kept">{word}</span>
          {text.slice(at + word.length)}
        </>
      )}
      {line.local && (
        <>
          {' '}
          <ClauseMark local />
        </>
      )}
    </>
  );
}
