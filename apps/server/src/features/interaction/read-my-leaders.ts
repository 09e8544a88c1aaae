/** For a representative: who keeps in touch, since when, and by which standing and clause this pair is. */
import { eligibilityFor } from '@zhengyou/domain/person/eligibility.ts';
import type { Standing } from '@zhengyou/domain/person/standing.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { findOwnTitles, listTitles } from './overview.reads.ts';
import { listPauseSteps } from './pause.queries.ts';
import { pausesShown } from './pauses.ts';
import { listStandings, type HeldStanding } from './year.reads.ts';
import { readYearBook } from './year-rows.ts';

export async function readMyLeaders(context: Context) {
  const { actor, db, institutionId, reach, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const book = await readYearBook(context, policy, { self: actor.personId });
  const leaders = book.pairs.map(({ pair }) => pair.leader.id);
  const titles = await listTitles(db, institutionId, leaders, today);
  const held = await listStandings(db, institutionId, [actor.personId], today);
  const steps = await listPauseSteps(
    db,
    institutionId,
    reach,
    book.pairs.map(({ pair }) => pair.pairingId),
  );
  return {
    asOf: book.asOf,
    titles: await findOwnTitles(db, institutionId, actor.personId),
    items: book.pairs.map(({ pair, row }) => {
      const open = eligibilityFor(held.map(standingOf), policy, today, pair.tier);
      return {
        pairingId: pair.pairingId,
        tier: pair.tier,
        since: pair.startsOn,
        leader: {
          ...pair.leader,
          titles: titles.get(pair.leader.id) ?? [],
        },
        why: open
          ? {
              clause: open.clause,
              standing: held.find((each) => each.id === open.standing)?.written ?? '',
              expiresOn: open.expiresOn,
            }
          : null,
        last: row.year.last,
        done: row.year.done,
        aim: row.year.aim,
        pauses: pausesShown(steps.get(pair.pairingId) ?? []),
      };
    }),
  };
}

const standingOf = (held: HeldStanding): Standing => ({
  id: held.id,
  kind: held.kind as Standing['kind'],
  level: held.level as Standing['level'],
  role: held.role as Standing['role'],
  startsOn: held.startsOn,
  endsOn: held.endsOn,
  precision: null,
});
