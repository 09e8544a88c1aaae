/** What later rooms ask of the policy: the measures in force on a day, and what a unit set for itself. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { parsePolicy, settingsInForce, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { policyRefusals } from '@zhengyou/domain/policy/policy.refusals.ts';
import type { Db } from '../../store/database.ts';
import {
  findPolicyBody,
  findPolicyHead,
  listSettings,
  type LocalSetting,
  type LocalSettingKind,
  type PolicyHead,
} from './policy.queries.ts';
import { findUnitIds } from './policy.reads.ts';

/** A version is never edited once loaded, so that it is read and checked once in a process. */
const parsed = new Map<Id, Policy>();

export async function getPolicyVersion(
  db: Db,
  institutionId: Id,
  on: PlainDate,
): Promise<PolicyHead & { readonly policy: Policy }> {
  const head = await findPolicyHead(db, institutionId, on);
  if (!head) throw new Refused(policyRefusals.noneInForce({ on }));
  return { ...head, policy: await getPolicy(db, institutionId, head.policyId) };
}

/** A version by its id. */
export async function getPolicy(db: Db, institutionId: Id, policyId: Id): Promise<Policy> {
  const known = parsed.get(policyId);
  if (known) return known;
  const result = parsePolicy(await findPolicyBody(db, institutionId, policyId));
  if (!result.ok) throw new Error(`the stored policy ${policyId} is malformed: ${result.problems[0]?.path ?? ''}`);
  parsed.set(policyId, result.policy);
  return result.policy;
}

export const getPolicyInForce = async (db: Db, institutionId: Id, on: PlainDate): Promise<Policy> =>
  (await getPolicyVersion(db, institutionId, on)).policy;

/** Every number of the house's own on a day: those that the measures bring, then those that the office set over them. */
export async function settingsOn(db: Db, institutionId: Id, policy: Policy, on: PlainDate): Promise<LocalSetting[]> {
  const written = settingsInForce(policy, on);
  const units = await findUnitIds(
    db,
    institutionId,
    written.flatMap(({ unit }) => unit ?? []),
  );
  return [
    ...written.flatMap(({ unit, ...setting }) => {
      const unitId = unit === undefined ? null : units.get(unit);
      return unitId === undefined ? [] : [{ id: null, unitId, ...setting }];
    }),
    ...(await listSettings(db, institutionId, on)),
  ];
}

/** Looks up what a unit set, or the institution for all of its units; one query for any number of units. */
export async function localSettingsOn(
  db: Db,
  institutionId: Id,
  kind: LocalSettingKind,
  on: PlainDate,
): Promise<(unitId: Id | null) => LocalSetting | undefined> {
  const policy = await getPolicyInForce(db, institutionId, on);
  const settings = (await settingsOn(db, institutionId, policy, on)).filter((setting) => setting.kind === kind);
  return (unitId) =>
    settings.findLast((setting) => setting.unitId === unitId) ??
    settings.findLast((setting) => setting.unitId === null);
}
