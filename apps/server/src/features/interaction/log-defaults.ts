/** What the sheet pre-chooses, so that two taps are enough. */
import { festivalWindow, type FestivalVisit } from '@zhengyou/domain/calendar/festivals.ts';
import { defaultChannel } from '@zhengyou/domain/interaction/log-rules.ts';
import { defaultNextChoice } from '@zhengyou/domain/interaction/next-talk.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { findRequirement, requirementsOfKind, type Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { lendAllNames } from '../access/lend.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { inOrder, readYearBook, type YearPair } from './year-rows.ts';

export async function readLogDefaults(asked: Context, wanted: Id | undefined) {
  const { actor, db, institutionId, today, zone } = asked;
  const policy = await getPolicyInForce(db, institutionId, today);
  // A leader writes for oneself even where a check or an office reaches further.
  const self = actor.roles.includes('leader') && !writesForOthers(asked) ? actor.personId : null;
  const { context, under } = await lendAllNames(asked, 'log', { hold: false });
  const leaders = [...(self ? [self] : []), ...under.map((one) => one.leaderId)];
  const book = await readYearBook(context, policy, writesForOthers(asked) ? {} : { leaders });
  const window = festivalWindow(today, festivalsOf(policy, today));
  const first = chosen(book.pairs, wanted, actor.personId);
  const rest = book.pairs.filter((pair) => pair !== first).sort(byLastUse);
  return {
    today,
    zone,
    self,
    people: (first ? [first, ...rest] : rest).map(({ pair, row, latest }) => ({
      pairingId: pair.pairingId,
      leader: pair.leader,
      person: {
        id: pair.person.id,
        name: pair.person.name,
        unitShort: pair.person.unitShort,
        standings: row.person.standings,
        reading: pair.person.reading,
        initials: pair.person.initials,
      },
      channel: defaultChannel({
        last: latest?.channel ?? null,
        inFestivalWindow: window !== undefined,
        visitedInWindow: window !== undefined && latest?.channel === 'visit' && latest.on >= window.from,
      }),
      next: defaultNextChoice(findRequirement(policy, 'cadence', today, pair.tier)),
      state: row.year.state,
    })),
  };
}

const writesForOthers = ({ actor }: Context) => actor.roles.includes('office') || actor.roles.includes('unitOfficer');

/** The one asked for; else the one that presses most, one's own friends before those of others. */
function chosen(pairs: readonly YearPair[], wanted: Id | undefined, self: Id): YearPair | undefined {
  if (wanted !== undefined) {
    const asked = pairs.filter(({ pair }) => pair.pairingId === wanted || pair.person.id === wanted);
    const found = asked.find(({ pair }) => pair.leader.id === self) ?? asked[0];
    if (found) return found;
  }
  const own = pairs.filter(({ pair }) => pair.leader.id === self);
  return inOrder(own.length > 0 ? own : pairs)[0];
}

const byLastUse = (a: YearPair, b: YearPair): number => {
  const [left, right] = [a.latest?.on ?? '', b.latest?.on ?? ''];
  return left === right ? 0 : left > right ? -1 : 1;
};

function festivalsOf(policy: Policy, on: PlainDate): FestivalVisit[] {
  return requirementsOfKind(policy, 'occasion', on).flatMap((row) =>
    row.value.trigger === 'festival' ? (row.value.festivals ?? []) : [],
  );
}
