/** Which leaders would have too few or too many friends, or another number to reach, were another policy in force on a day. */
import type { Id } from '../kit/ids.ts';
import { say, words, type Words } from '../kit/words.ts';
import type { EffectPart, PolicyTrial } from '../policy/policy-effects.ts';
import { quotaOn, type CounterpartFacts, type DatedPairing, type LeaderQuota, type QuotaLeader } from './quota.ts';

export const QUOTA_EFFECT = words({
  title: { zh: '领导联系几位', en: 'How many each leader befriends' },
  met: { zh: '够了，应 {required} 位', en: 'enough, {required} asked for' },
  short: { zh: '差 {short} 位，应 {required} 位', en: '{short} short of {required}' },
  over: { zh: '多 {over} 位', en: '{over} over' },
  noNumber: { zh: '没有定人数', en: 'no number set' },
});

export function quotaEffects(
  leaders: readonly (QuotaLeader & { readonly id: Id; readonly name: string; readonly unit: string })[],
  pairings: readonly DatedPairing[],
  { before, after, on }: Pick<PolicyTrial, 'before' | 'after' | 'on'>,
  factsOf: (representativeId: string) => CounterpartFacts | undefined,
): EffectPart {
  const old = quotaOn(leaders, pairings, before, on, factsOf);
  const now = quotaOn(leaders, pairings, after, on, factsOf);
  const effects = leaders.flatMap(({ id, name, unit }, index) => {
    const [was, is] = [old[index], now[index]];
    if (!was || !is) throw new Error('a leader without a verdict');
    if (was.required === is.required && was.short === is.short && was.over === is.over) return [];
    const person = { id, name, unit };
    return [{ person, other: null, before: wordsOf(was), after: wordsOf(is), clause: is.clause }];
  });
  return { part: 'quota', title: QUOTA_EFFECT.title, of: leaders.length, effects };
}

function wordsOf({ required, short, over }: LeaderQuota): Words {
  const facts = { required: required ?? 0, short, over };
  const said =
    short > 0
      ? QUOTA_EFFECT.short
      : over > 0
        ? QUOTA_EFFECT.over
        : required === null
          ? QUOTA_EFFECT.noNumber
          : QUOTA_EFFECT.met;
  return { zh: say(said, 'zh', facts), en: say(said, 'en', facts) };
}
