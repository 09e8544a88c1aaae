import { say, type Words } from '@zhengyou/domain/kit/words.ts';
import { clausesKeptByPeople, postsNamedIn, settingsInForce, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { asksOf } from '@zhengyou/domain/policy/policy.words.ts';
import type { Requirement } from '@zhengyou/domain/policy/requirement.ts';
import type { Context } from '../../edge/context.ts';
import { readChain } from './draft.ts';
import { getPolicyVersion } from './policy.door.ts';
import { listNamedSettings } from './policy.reads.ts';

export async function readPolicy(context: Context) {
  const { db, institutionId, today, actor } = context;
  const { policyId, key, version, policy } = await getPolicyVersion(db, institutionId, today);
  const kept = new Set(clausesKeptByPeople(policy).map((clause) => clause.id));
  const { coming } = await readChain(context);
  return {
    policyId,
    coming: coming ? { policyId: coming.policyId, startsOn: coming.startsOn, number: coming.number } : null,
    can: actor.roles.includes('office') ? (['draft', 'set'] as const).slice() : [],
    key,
    version,
    name: policy.name,
    number: policy.number ?? null,
    from: policy.from,
    until: policy.until,
    clauses: policy.clauses.map((clause) => ({
      ...clause,
      requirements: policy.requirements
        .filter((row) => row.basis === clause.id)
        .map((row) => requirementLine(row, policy)),
      keptByPeople: kept.has(clause.id),
    })),
    settings: [
      ...settingsInForce(policy, today).map(({ unit = null, ...setting }) => ({
        id: null,
        unit,
        version: 0,
        ...setting,
      })),
      ...(await listNamedSettings(db, institutionId, today)),
    ],
  };
}

const requirementLine = (row: Requirement, policy: Policy) => ({
  id: row.id,
  kind: row.kind,
  strength: row.strength,
  tiers: row.appliesTo.tiers,
  asks: inBoth(asksOf(row, postsNamedIn(policy))),
  local: row.kind === 'occasion' && row.value.local === true,
  see: row.see ?? [],
  from: row.from,
  until: row.until,
});

const inBoth = ({ words, facts }: ReturnType<typeof asksOf>): Words => ({
  zh: say(words, 'zh', facts),
  en: say(words, 'en', facts),
});
