/** A leader's days ahead: what was told of one's friends, and the festival that runs. */
import { roundState } from '@zhengyou/domain/occasion/round.ts';
import type { Context } from '../../edge/context.ts';
import { listOccasionRows } from './occasion.queries.ts';
import { shownAll } from './occasions.ts';
import { listRosterPairs, listRoundRows } from './round.reads.ts';
import { suggestFor } from './rounds.ts';

const CARDS = 3;
const NAMES = 4;
const LATEST = 6;

export async function readNear(context: Context) {
  const { actor, db, institutionId } = context;
  // One's own, also where the office or a check reaches further.
  const reach = { ...context.reach, whole: false, units: [] };
  const { items } = await listOccasionRows(
    db,
    institutionId,
    { reach, keeps: false },
    { show: 'open', leader: actor.personId, limit: CARDS },
  );
  const open = items.filter((one) => one.status === 'open');
  await context.audit({
    action: 'read',
    subjectKind: 'occasions',
    people: open.map((one) => one.personId),
    detail: { count: open.length },
  });
  return { occasions: await shownAll(context, open), festival: await festivalOf(context, reach) };
}

async function festivalOf(context: Context, reach: Context['reach']) {
  const { actor, db, institutionId, today } = context;
  const rounds = await listRoundRows(db, institutionId, reach, today, { limit: LATEST, leader: actor.personId });
  const round = rounds.findLast((one) => roundState(one, today) === 'running' && one.visited < one.pairs);
  if (!round) return null;
  const pairs = await listRosterPairs(db, institutionId, reach, round.id, today, { leader: actor.personId });
  const suggested = await suggestFor(context, round, pairs);
  const left = pairs
    .filter((pair) => pair.visit === null)
    .map((pair) => ({
      pairingId: pair.pairingId,
      name: pair.person.name,
      suggestedOn: suggested.on.get(pair.pairingId) ?? null,
    }))
    .sort((a, b) => ((a.suggestedOn ?? '9999') < (b.suggestedOn ?? '9999') ? -1 : 1));
  const { id, name, on, until, pairs: all, visited } = round;
  return { id, name, on, until, pairs: all, visited, left: left.slice(0, NAMES) };
}
