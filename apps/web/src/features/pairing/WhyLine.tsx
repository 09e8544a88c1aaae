import { useWords } from '../../app/language.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { proposalWords } from './proposal.words.ts';
import type { Proposal } from './say-pair.ts';

/** Why this pair: by the standing and its clause, or for the reason that was stated. */
export function WhyLine({ why }: { readonly why: Proposal['why'] }) {
  const t = useWords();
  return (
    <>
      {why.standing !== null
        ? t(proposalWords.whyStanding, { standing: why.standing })
        : why.reason !== null
          ? t(proposalWords.whyReason, { reason: why.reason })
          : t(proposalWords.whyNone)}
      {why.clause !== null && <ClauseMark clause={why.clause} />}
    </>
  );
}
