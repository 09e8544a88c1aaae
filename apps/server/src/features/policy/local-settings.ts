/** Numbers of the house's own. One is ended and another begun; none is edited, so that the past keeps its own. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { isSettingValue } from '@zhengyou/domain/policy/local-setting.ts';
import type { addLocalSetting } from '@zhengyou/domain/policy/local-setting.contract.ts';
import { policyRefusals } from '@zhengyou/domain/policy/policy.refusals.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { stale } from './draft.ts';
import { findSetting, insertSetting, listSettingsFrom, setSettingEnd } from './policy.queries.ts';
import { hasUnit } from './policy.reads.ts';

export async function addSetting(context: Context, body: BodyOf<typeof addLocalSetting>) {
  const { db, institutionId, today } = context;
  if (!isSettingValue(body.kind, body.value))
    throw new Refused(policyRefusals.settingValue({ value: body.value }, { field: 'value' }));
  if (body.from < today) throw new Refused(policyRefusals.settingPast(undefined, { field: 'from' }));
  if (body.unitId !== null && !(await hasUnit(db, institutionId, body.unitId)))
    throw new Refused(edgeRefusals.notFound());
  const there = (await listSettingsFrom(db, institutionId, body.from)).find(
    (setting) => setting.kind === body.kind && setting.unitId === body.unitId,
  );
  if (there) throw new Refused(policyRefusals.settingThere({ from: there.from }));

  const id = newId(context.now.getTime());
  await insertSetting(db, institutionId, { id, ...body, actorId: context.actor.personId, at: context.now });
  await context.audit({ action: 'set', subjectKind: 'localSetting', subjectId: id, detail: { ...body } });
  return { id, version: 1 };
}

export async function endSetting(context: Context, settingId: Id, until: PlainDate) {
  const { db, institutionId, today } = context;
  const setting = await findSetting(db, institutionId, settingId);
  if (!setting) throw new Refused(edgeRefusals.notFound());
  if (setting.until !== null && setting.until <= today) throw new Refused(policyRefusals.settingEnded());
  // One that has not begun may be ended on the day it would have: then it never holds.
  if (until < (setting.from > today ? setting.from : today))
    throw new Refused(policyRefusals.settingPast(undefined, { field: 'until' }));
  const version = await setSettingEnd(db, institutionId, settingId, until, context.ifMatch);
  if (version === undefined) throw stale(setting.version);
  await context.audit({ action: 'end', subjectKind: 'localSetting', subjectId: settingId, detail: { until } });
  return { version };
}
