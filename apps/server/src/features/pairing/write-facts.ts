/** The sandbox of a renewal enters the records: posts, standings, the list; through the doors of the room that keeps them. */
import { sayDay } from '@zhengyou/domain/calendar/date.words.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { SOURCE_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { readStanding } from '@zhengyou/domain/person/standing-text.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { personLeft } from '../person/news.door.ts';
import { addPosts, addStandings } from '../person/bulk.door.ts';
import { endListings, endPosts, endStandings } from '../person/renewal.door.ts';
import type { Board } from './load-board.ts';

export async function writeFacts(context: Context, board: Board): Promise<void> {
  const { db, institutionId, actor, today } = context;
  const { facts } = board;
  if (facts.length === 0) return;
  const of = (kind: (typeof facts)[number]['kind']) => facts.filter((fact) => fact.kind === kind);
  const source = say(SOURCE_WORDS.added, 'zh', { name: actor.name, day: sayDay(today, plainDate('0001-01-01'), 'zh') });

  await endPosts(db, institutionId, of('postEnds'));
  await endStandings(db, institutionId, of('standingEnds'));
  await endListings(db, institutionId, of('leavesList'));
  await addPosts(
    db,
    of('postBegins').flatMap((fact) =>
      fact.unit
        ? [
            {
              institution_id: institutionId,
              post_id: newId(),
              person_id: fact.personId,
              unit_id: fact.unit.id,
              kind: 'leadershipMember',
              title: fact.written ?? '',
              charge: fact.charge,
              tier: fact.unit.tier,
              leadership: true,
              starts_on: fact.onDay,
              ends_on: null,
              precision: 'day',
            },
          ]
        : [],
    ),
  );
  await addStandings(
    db,
    of('standingBegins').map((fact) => {
      const reading = readStanding(fact.written ?? '');
      return {
        institution_id: institutionId,
        standing_id: newId(),
        person_id: fact.personId,
        unit_id: fact.homeId,
        kind: fact.standingKind ?? 'other',
        level: fact.level,
        role: fact.role,
        body: reading.body,
        party: reading.party,
        written: fact.written ?? '',
        starts_on: fact.onDay,
        ends_on: fact.endsOn,
        precision: fact.precision,
        source,
      };
    }),
  );
  for (const fact of of('leavesList'))
    if (fact.onDay <= today)
      await context.tell(personLeft, { personId: fact.personId, on: fact.onDay, reason: 'other' });
  await context.audit({
    action: 'renew',
    subjectKind: 'pairingDraft',
    subjectId: board.draft.id,
    people: [...new Set(facts.map((fact) => fact.personId))],
    detail: { facts: facts.map(({ kind, personId, onDay }) => ({ kind, personId, onDay })) },
  });
}
