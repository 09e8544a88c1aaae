/** The page of whoever is lent a leader's name. What each leader lent decides what of theirs is shown. */
import { standingOf, type DelegationScope } from '@zhengyou/domain/access/delegation.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import type { Context } from '../../edge/context.ts';
import { lendAllNames, listLent } from '../access/lend.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { listLeaderTitles, listWrittenBy } from './helping.reads.ts';
import { listRequestRows } from './talk-request.queries.ts';
import { allShown } from './talk-requests.ts';
import { inOrder, readYearBook } from './year-rows.ts';

const REQUESTS = 100;
const WRITTEN = 100;
/** Days for which a delegation that has ended is still said. */
const SAID = 31;

export async function readHelping(asked: Context) {
  const { actor, db, institutionId, today } = asked;
  const all = await listLent(asked);
  const running = all.filter((one) => standingOf(one, today) === 'running');
  const titles = await listLeaderTitles(
    db,
    institutionId,
    running.map((one) => one.leaderId),
    today,
  );
  const { context, under } = await lendAllNames(asked, 'friends', { hold: false });
  const leadersFor = (scope: DelegationScope) =>
    under.filter((one) => one.scopes.includes(scope)).map((one) => one.leaderId);

  const policy = await getPolicyInForce(db, institutionId, today);
  const book = await readYearBook(context, policy, { leaders: leadersFor('friends') });
  const rows = Map.groupBy(
    inOrder(book.pairs).map(({ row }) => row),
    (row) => row.leader.id,
  );
  const arranged = new Set<Id>(leadersFor('arrange'));
  const open = await listRequestRows(db, institutionId, context.reach, 'open', today, REQUESTS);
  const requests = Map.groupBy(
    await allShown(
      context,
      open.items.filter((one) => arranged.has(one.leaderId)),
    ),
    (one) => one.leader.id,
  );
  const logged = leadersFor('log');
  const written = Map.groupBy(
    await listWrittenBy(db, institutionId, context.reach, {
      writer: actor.personId,
      leaders: logged,
      limit: WRITTEN,
    }),
    (one) => one.leaderId,
  );
  await asked.audit({
    action: 'read',
    subjectKind: 'helping',
    people: running.map((one) => one.leaderId),
    detail: { leaders: running.length },
  });
  return {
    asOf: today,
    helps: running.map((one) => ({
      delegationId: one.id,
      kind: one.kind,
      scopes: [...one.scopes],
      lastOn: addDays(one.endsOn, -1),
      leader: { id: one.leaderId, name: one.leaderName, titles: [...(titles.get(one.leaderId) ?? [])] },
      rows: one.scopes.includes('friends') ? (rows.get(one.leaderId) ?? []) : [],
      requests: one.scopes.includes('arrange') ? (requests.get(one.leaderId) ?? []) : [],
      written: one.scopes.includes('log') ? (written.get(one.leaderId) ?? []) : [],
    })),
    others: all
      .filter((one) => {
        const standing = standingOf(one, today);
        return (
          standing === 'ahead' || (standing !== 'running' && standing !== 'asked' && addDays(one.endsOn, SAID) > today)
        );
      })
      .map((one) => ({
        delegationId: one.id,
        leader: { id: one.leaderId, name: one.leaderName },
        standing: standingOf(one, today),
        firstOn: one.startsOn,
        lastOn: addDays(one.endsOn, -1),
      })),
  };
}
