import { comparePolicyVersions } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { sayDay } from '../../kit/dates.ts';
import { draftWords } from './draft.words.ts';
import { PolicyDiff } from './PolicyDiff.tsx';
import { policyWords } from './policy.words.ts';
import './draft.css';

/** Two versions side by side, as their differences. */
export function ComparePage() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { search } = useSearchState();
  const compared = useCall(comparePolicyVersions, {
    query: { before: (search['before'] ?? '') as Id, after: (search['after'] ?? '') as Id },
  });
  const { data } = compared;
  return (
    <Page
      title={t(draftWords.changes)}
      lead={
        data &&
        [t(draftWords.number, { number: data.after.number }), t(draftWords.changes)].join(language === 'zh' ? '' : ': ')
      }
      sub={
        data &&
        [
          t(draftWords.against, { number: data.before.number }),
          t(policyWords.since, { from: sayDay(data.after.startsOn, { language, today }) }),
        ].join(language === 'zh' ? '，' : ', ')
      }
      back={{ href: paths.policyVersions(), label: t(draftWords.versions) }}
      width="narrow"
    >
      <Answer of={compared} loading={{ rows: 5, height: 48 }}>
        {({ diff }) => <PolicyDiff diff={diff} />}
      </Answer>
    </Page>
  );
}
