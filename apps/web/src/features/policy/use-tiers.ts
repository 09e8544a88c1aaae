/** What the measures in force call the tiers: words that come with the policy, since every institution has its own. */
import { useQuery } from '@tanstack/react-query';
import { readTiers } from '@zhengyou/domain/policy/policy.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { call } from '../../app/call.ts';
import { keyOf, retryUnanswered } from '../../app/queries.ts';

export type NamedTier = ReplyOf<typeof readTiers>['tiers'][number];

const NONE: readonly NamedTier[] = [];
const UNNAMED: Words = { zh: '', en: '' };

/** The highest first; empty until the answer is there. Asked once, since measures change once in years. */
export function useTiers(): readonly NamedTier[] {
  const answer = useQuery({
    queryKey: keyOf(readTiers, {}),
    queryFn: ({ signal }) => call(readTiers, {}, { signal }),
    retry: retryUnanswered,
    staleTime: Infinity,
  });
  return answer.data?.tiers ?? NONE;
}

/** `t(tierWords(row.tier))`: the name of a tier; nothing while it is not known. */
export function useTierWords(): (tier: string) => Words {
  const tiers = useTiers();
  return (id) => tiers.find((tier) => tier.id === id)?.name ?? UNNAMED;
}
