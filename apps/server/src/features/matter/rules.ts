/** The rules of the loop in force on the day: what the measures ask, what the house set for itself, the working days. */
import { createHash } from 'node:crypto';
import { LOOP_SETTINGS, replyLoopOf, type LoopSetting, type ReplyLoop } from '@zhengyou/domain/matter/reply-loop.ts';
import type { Rules } from '@zhengyou/domain/matter/matter.clocks.ts';
import { findRequirement, tiersOf } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { workdaysOf } from '../calendar/calendar.door.ts';
import { getPolicyVersion, settingsOn } from '../policy/policy.door.ts';

export type RulesInForce = Rules & {
  /** The same for the same rules and calendar: under which of them days to sort by were computed. */
  readonly fingerprint: string;
};

type Asks = Pick<Context, 'db' | 'institutionId' | 'today'>;

/** Read anew at every request, so that a changed rule counts at once. */
export async function getRules({ db, institutionId, today }: Asks): Promise<RulesInForce> {
  const { policy } = await getPolicyVersion(db, institutionId, today);
  const settings = (await settingsOn(db, institutionId, policy, today)).filter(
    ({ kind, unitId }) => unitId === null && kind in LOOP_SETTINGS,
  );
  const loop = loopOf(policy, settings, today);
  const workdays = await workdaysOf({ db, institutionId });
  const years = [...workdays.values()].map((table) => [table.year, [...table.off], [...table.working]]);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([loop.rules, years]))
    .digest('base64url')
    .slice(0, 22);
  return { loop, workdays, fingerprint };
}

function loopOf(
  policy: Awaited<ReturnType<typeof getPolicyVersion>>['policy'],
  settings: readonly LoopSetting[],
  today: Context['today'],
): ReplyLoop {
  // What is raised goes to the leadership of the whole institution: its first tier's rules.
  const tier = tiersOf(policy)[0] ?? 'school';
  const reply = findRequirement(policy, 'reply', today, tier);
  const reporting = findRequirement(policy, 'reporting', today, tier);
  return replyLoopOf(reply, reporting, settings);
}
