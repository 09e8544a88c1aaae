/** What a day brings by itself becomes notices: looked through once a day, in the transaction that remembers the day. */
import { festivalWindow } from '@zhengyou/domain/calendar/festivals.ts';
import { NO_REACH } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, plainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { NEAR_DAYS, TERM_DAYS, type NoticeKind } from '@zhengyou/domain/notice/notice.ts';
import { requirementsOfKind, type Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Db } from '../../store/database.ts';
import { listRemindedFor } from '../access/lend.door.ts';
import { listDuePairs } from '../interaction/due.door.ts';
import { listPromisesDue } from '../matter/notices.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { listEndingStandings, listLeaders, listUnanswered } from './found.reads.ts';
import { dueThing, festivalKey } from './notice.followers.ts';
import type { NewNotice } from './notice.queries.ts';
import { readStaff, type Staff } from './recipients.reads.ts';
import { endOthers, forgetOld, holdProgress, putFound, setProgress } from './worker.queries.ts';

/** Kinds that come with a day and go by themselves when the cause has gone. */
const OF_THE_DAY: readonly NoticeKind[] = ['talkDue', 'talkDueFor', 'termEnding', 'lookBack'];
const KEPT_DAYS = 183;
/** No promise is older; one that is overdue is still one to look back at. */
const FIRST_DAY = plainDate('2000-01-01');

export type At = { readonly db: Db; readonly institutionId: Id; readonly now: Date; readonly today: PlainDate };

/** True where the day was looked through now; false where it had been already. */
export async function findByTime(at: At): Promise<boolean> {
  const { db, institutionId, now, today } = at;
  const { foundOn } = await holdProgress(db, institutionId);
  if (foundOn !== null && foundOn >= today) return false;
  const policy = await getPolicyInForce(db, institutionId, today);
  const staff = await readStaff(db, institutionId, today);
  const found = [
    ...(await dueTalks(at, policy)),
    ...(await unanswered(at, staff)),
    ...(await endingTerms(at, staff)),
    ...(await promises(at, staff)),
    ...(await festivals(at, policy)),
  ];

  await endOthers(db, institutionId, OF_THE_DAY, [...new Set(found.map((one) => one.thing))]);
  await putFound(db, institutionId, now, found);
  await forgetOld(db, institutionId, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
  await setProgress(db, institutionId, { found_on: today });
  return true;
}

async function dueTalks(at: At, policy: Policy): Promise<NewNotice[]> {
  const pairs = await listDuePairs({ ...at, reach: { ...NO_REACH, whole: true } }, policy);
  const leaders = [...new Set(pairs.map(({ leaderId }) => leaderId))];
  const helpers = Map.groupBy(await listRemindedFor(at.db, at.institutionId, leaders, at.today), (one) => one.leaderId);
  return pairs.flatMap(({ pairingId, leaderId, personId, dueOn }) => {
    const due = { subjectId: pairingId, onDay: dueOn, thing: dueThing(leaderId, personId) };
    const own = { ...due, kind: 'talkDue' as const, personId: leaderId, aboutId: personId };
    return [
      { ...own, key: `talkDue:${pairingId}:${dueOn}` },
      // Whoever helps is told that something is due; whose friend it is they see where the leader let them.
      ...(helpers.get(leaderId) ?? []).map(({ delegateId }) => ({
        ...due,
        kind: 'talkDueFor' as const,
        personId: delegateId,
        key: `talkDueFor:${pairingId}:${dueOn}`,
      })),
    ];
  });
}

async function unanswered({ db, institutionId, today }: At, staff: Staff): Promise<NewNotice[]> {
  const requests = await listUnanswered(db, institutionId, today);
  return requests.flatMap(({ id, leaderId, representativeId, unitId, answerBy }) =>
    [...new Set([leaderId, ...staff.office, ...staff.unit(unitId)])].map((personId) => ({
      kind: 'requestOverdue' as const,
      personId,
      subjectId: id,
      aboutId: representativeId,
      onDay: answerBy,
      thing: `request:${id}`,
      key: `requestOverdue:${id}:${answerBy}`,
    })),
  );
}

async function endingTerms({ db, institutionId, today }: At, staff: Staff): Promise<NewNotice[]> {
  const ending = await listEndingStandings(db, institutionId, today, addDays(today, TERM_DAYS));
  return ending.flatMap(({ id, personId: aboutId, unitId, endsOn }) =>
    [...new Set([...staff.office, ...staff.unit(unitId)])].map((personId) => ({
      kind: 'termEnding' as const,
      personId,
      subjectId: id,
      aboutId,
      onDay: endsOn,
      thing: `standing:${id}`,
      key: `termEnding:${id}:${endsOn}`,
    })),
  );
}

async function promises({ db, institutionId, today }: At, staff: Staff): Promise<NewNotice[]> {
  const due = await listPromisesDue(db, institutionId, FIRST_DAY, addDays(today, NEAR_DAYS));
  return due.flatMap(({ promiseId: id, matterId, owner, dueOn, number }) =>
    [...new Set([...staff.office, ...staff.desk(owner)])].map((personId) => ({
      kind: 'lookBack' as const,
      personId,
      subjectId: matterId,
      number,
      onDay: dueOn,
      thing: `promise:${id}`,
      key: `lookBack:${id}:${dueOn}`,
    })),
  );
}

/** One for each leader and festival, when its time begins. Festivals of one profession are left to those who know who is of it. */
async function festivals({ db, institutionId, today }: At, policy: Policy): Promise<NewNotice[]> {
  const visits = requirementsOfKind(policy, 'occasion', today).flatMap((row) =>
    row.value.trigger === 'festival' ? (row.value.festivals ?? []) : [],
  );
  const window = festivalWindow(today, visits);
  if (!window || window.on < today) return [];
  const leaders = await listLeaders(db, institutionId, today);
  return leaders.map((personId) => ({
    kind: 'festival' as const,
    personId,
    subjectId: personId,
    onDay: window.on,
    thing: festivalKey(window.on),
    key: festivalKey(window.on),
  }));
}
