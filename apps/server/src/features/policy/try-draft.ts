/** The dry run: the rooms that keep facts judge them under both policies; here only is asked, gathered and cut to a page. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { tryPolicyDraft } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { turnsOf, type EffectPart } from '@zhengyou/domain/policy/policy-effects.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import { policyRefusals } from '@zhengyou/domain/policy/policy.refusals.ts';
import type { Context } from '../../edge/context.ts';
import { earliestStart, getDraft, policyOf, readChain } from './draft.ts';
import { policyTried } from './news.door.ts';
import { getPolicy } from './policy.door.ts';

export async function tryDraft(context: Context, draftId: Id, query: QueryOf<typeof tryPolicyDraft>) {
  const draft = await getDraft(context, draftId);
  const after = policyOf(draft);
  const earliest = earliestStart(context.today);
  if (query.on < earliest) throw new Refused(policyRefusals.beginsTooEarly({ earliest }, { field: 'startsOn' }));
  const parts = await tryPolicy(context, after, query.on);
  return {
    on: query.on,
    parts: parts
      .filter((part) => query.part === undefined || part.part === query.part)
      .map(({ effects, ...part }) => ({
        ...part,
        total: effects.length,
        turns: turnsOf(effects),
        items: effects.slice(query.offset, query.offset + query.limit),
      })),
  };
}

/** Every part, against the version that is in force today. */
export async function tryPolicy(context: Context, after: Policy, on: PlainDate): Promise<EffectPart[]> {
  const { db, institutionId } = context;
  const before = await getPolicy(db, institutionId, (await readChain(context)).inForce.policyId);
  const parts: EffectPart[] = [];
  await context.tell(policyTried, { before, after, on, add: (part) => void parts.push(part) });
  return parts;
}
