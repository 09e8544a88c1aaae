/** What occasions do when an earlier room tells news: a record answers what it was logged from; an ended pair hands nothing on by itself. */
import { occasionRefusals } from '@zhengyou/domain/occasion/occasion.refusals.ts';
import { mayFollow } from '@zhengyou/domain/occasion/occasion.ts';
import { PAIR_ENDED_WORDS } from '@zhengyou/domain/occasion/occasion.words.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { follow, type Follower } from '../../edge/news.ts';
import type { Redirection } from '../../store/redirect.ts';
import { talkLogged, talkUndone } from '../interaction/news.door.ts';
import { pairingEnded } from '../pairing/news.door.ts';
import { followMerge } from '../person/merge.door.ts';
import { occasionAnswered, occasionReopened } from './news.door.ts';
import { closeToLeader, findOccasion, holdAnsweredBy, holdOpenOf } from './occasion.queries.ts';
import { askerOf, takeStep, toldOf } from './occasions.ts';
import { markVisitsUndone } from './round.queries.ts';

const NAMED: readonly Redirection[] = [
  { table: 'occasion', key: ['occasion_id'], column: 'leader_id' },
  { table: 'occasion', key: ['occasion_id'], column: 'representative_id' },
  { table: 'occasion_told', key: ['occasion_id'], column: 'leader_id' },
  { table: 'occasion_told', key: ['occasion_id'], column: 'representative_id' },
  { table: 'occasion_step', key: ['occasion_id'], column: 'leader_id' },
  { table: 'occasion_step', key: ['occasion_id'], column: 'representative_id' },
  // Both were ticked in one round: one visit is left, as one record of it is.
  {
    table: 'festival_visit',
    key: ['tick_id', 'leader_id'],
    column: 'representative_id',
    onceBy: ['round_id', 'leader_id'],
  },
  {
    table: 'festival_visit',
    key: ['tick_id', 'representative_id'],
    column: 'leader_id',
    onceBy: ['round_id', 'representative_id'],
  },
];

export const occasionFollowers: readonly Follower[] = [
  followMerge(NAMED),
  follow(talkLogged, async (context, talk) => {
    if (talk.from === null) return;
    const row = await findOccasion(context.db, context.institutionId, askerOf(context), talk.from, { lock: true });
    // On the sheet somebody else may have been chosen: then it is a record of its own.
    if (!row || row.leaderId !== talk.leaderId || !talk.people.includes(row.personId)) return;
    if (!mayFollow(row, 'do')) throw new Refused(occasionRefusals.notNow());
    await takeStep(context, row, 'do', {
      channel: talk.channel,
      happenedOn: talk.on,
      interactionId: talk.interactionId,
    });
    await context.tell(occasionAnswered, { ...toldOf(row), answer: 'done' });
  }),
  follow(talkUndone, async (context, { interactionId }) => {
    const { db, institutionId, now } = context;
    await markVisitsUndone(db, institutionId, [interactionId], now);
    for (const row of await holdAnsweredBy(db, institutionId, askerOf(context), interactionId)) {
      if (row.status !== 'done') continue;
      await takeStep(context, row, 'undo');
      await context.tell(occasionReopened, toldOf(row));
    }
  }),
  follow(pairingEnded, async (context, pairs) => {
    const { db, institutionId, today } = context;
    const ended = pairs.filter((pair) => pair.endsOn <= today).map((pair) => pair.pairingId);
    if (ended.length === 0) return;
    for (const row of await holdOpenOf(db, institutionId, askerOf(context), ended)) {
      await takeStep(context, row, 'decline', { words: say(PAIR_ENDED_WORDS.ended, 'zh') });
      await context.tell(occasionAnswered, { ...toldOf(row), answer: 'declined' });
    }
    await closeToLeader(db, institutionId, ended);
  }),
];
