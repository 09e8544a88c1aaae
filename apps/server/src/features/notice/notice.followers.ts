/** Whom to tell when an earlier room tells news, in the same transaction. People whom whoever acts may not know are told by the worker. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterNotice } from '@zhengyou/domain/matter/matter-notices.ts';
import type { MatterActionKind } from '@zhengyou/domain/matter/matter.ts';
import type { NoticeKind } from '@zhengyou/domain/notice/notice.ts';
import type { Context } from '../../edge/context.ts';
import { follow, type Follower } from '../../edge/news.ts';
import type { Redirection } from '../../store/redirect.ts';
import { delegationAsked, delegationEnded, delegationGiven } from '../access/news.door.ts';
import { briefingInstructed, briefingIssued } from '../briefing/news.door.ts';
import {
  correctionAnswered,
  correctionAsked,
  recordsConfirmed,
  requestAnswered,
  requestAsked,
  requestClosed,
  requestPassedOn,
  talkLogged,
  talkUndone,
} from '../interaction/news.door.ts';
import { matterConcerns, matterMoved } from '../matter/news.door.ts';
import {
  occasionAnswered,
  occasionRaised,
  occasionReopened,
  occasionWithdrawn,
  roundOpened,
  roundWithdrawn,
  type OccasionTold,
} from '../occasion/news.door.ts';
import {
  pairingAnswered,
  pairingChangeRequested,
  pairingEnded,
  pairingKept,
  pairingPublished,
  pairingRecommended,
  pairingWithdrawn,
  type PairTold,
} from '../pairing/news.door.ts';
import { followMerge } from '../person/merge.door.ts';
import { putNews, type NewEvent, type NewNotice, type News } from './notice.queries.ts';

const tell = ({ db, institutionId, now }: Context, news: News) => putNews(db, institutionId, now, news);

/** A thing may happen to the same record again: each request that causes it is one telling. */
const keyOf = ({ requestKey }: Context, kind: string, subject: string) => `${kind}:${subject}:${requestKey}`;

const of = {
  request: (id: string) => `request:${id}`,
  offer: (id: string) => `request:${id}:offer`,
  correction: (id: string) => `correction:${id}`,
  record: (id: string) => `record:${id}`,
  pairing: (id: string) => `pairing:${id}`,
  change: (id: string) => `pairing:${id}:change`,
  matter: (id: string) => `matter:${id}`,
  occasion: (id: string) => `occasion:${id}`,
  round: (id: string) => `round:${id}`,
  delegation: (id: string) => `delegation:${id}`,
};
export const festivalKey = (on: PlainDate) => `festival:${on}`;
export const dueThing = (leaderId: string, personId: string) => `due:${leaderId}:${personId}`;

/** What of this room names people. */
const NAMED: readonly Redirection[] = [
  { table: 'notice', key: ['notice_id'], column: 'person_id', onceBy: ['dedupe_key'] },
  { table: 'notice', key: ['notice_id'], column: 'about_id' },
  { table: 'notice_event', key: ['event_id'], column: 'about_id' },
  { table: 'notice_choice', key: ['choice_id'], column: 'person_id', onceBy: ['institution_id'] },
  { table: 'delivery', key: ['delivery_id'], column: 'person_id' },
];

const pairNotice = (
  context: Context,
  kind: NewNotice['kind'],
  { pairingId, leaderId, representativeId }: PairTold,
  to: 'leader' | 'representative',
): NewNotice => ({
  kind,
  personId: to === 'leader' ? leaderId : representativeId,
  subjectId: pairingId,
  aboutId: to === 'leader' ? representativeId : leaderId,
  thing: of.pairing(pairingId),
  key: keyOf(context, kind, pairingId),
});

const delegationNotice = (context: Context, kind: NewNotice['kind'], subjectId: Id, personId: Id): NewNotice => ({
  kind,
  personId,
  subjectId,
  thing: of.delegation(subjectId),
  key: keyOf(context, kind, subjectId),
});

/** The office of the whole house for its list, the unit's officer for the unit's. */
const pairKeeper = (context: Context, kind: NewEvent['kind'], told: PairTold, thing: string): NewEvent => ({
  kind,
  audience: told.tier === 'unit' ? 'unit' : 'office',
  unitId: told.unitId,
  subjectId: told.pairingId,
  aboutId: told.representativeId,
  thing,
  key: keyOf(context, kind, told.pairingId),
});

const MATTER_KINDS: Readonly<Record<MatterNotice, NoticeKind>> = {
  raised: 'matterRaised',
  reported: 'matterReported',
  assigned: 'matterHanded',
  handedBack: 'matterHandedBack',
  askedBack: 'matterAsksMore',
  added: 'matterAdded',
  toReview: 'matterToReview',
  replied: 'matterReplied',
  reopened: 'matterReopened',
  withdrawn: 'matterWithdrawn',
};

/** An illness, or something in the family, is named in no message: then there is no one on the other side to be named. */
const occasionNotice = (context: Context, told: OccasionTold, dueOn: PlainDate | null): NewNotice => ({
  kind: told.private ? 'occasionNear' : 'occasionRaised',
  personId: told.leaderId,
  subjectId: told.occasionId,
  aboutId: told.private ? null : told.representativeId,
  onDay: dueOn,
  thing: of.occasion(told.occasionId),
  key: keyOf(context, 'occasionRaised', told.occasionId),
});

export const noticeFollowers: readonly Follower[] = [
  followMerge(NAMED),

  follow(delegationAsked, (context, { delegationId, leaderId }) =>
    tell(context, { notices: [delegationNotice(context, 'delegationAsked', delegationId, leaderId)] }),
  ),
  follow(delegationGiven, (context, { delegationId, delegateId }) =>
    tell(context, {
      ends: [of.delegation(delegationId)],
      notices: [delegationNotice(context, 'delegationGiven', delegationId, delegateId)],
    }),
  ),
  follow(delegationEnded, (context, { delegationId, leaderId, delegateId, how }) =>
    tell(context, {
      ends: [of.delegation(delegationId)],
      // Whoever was never let act hears nothing of it; whoever lays it down tells the leader.
      notices:
        how === 'decline'
          ? []
          : [delegationNotice(context, 'delegationEnded', delegationId, how === 'layDown' ? leaderId : delegateId)],
    }),
  ),

  follow(requestAsked, (context, { requestId, leaderId, answerBy }) =>
    tell(context, {
      ends: [of.offer(requestId)],
      notices: [
        {
          kind: 'requestAsked',
          personId: leaderId,
          subjectId: requestId,
          aboutId: context.actor.personId,
          onDay: answerBy,
          thing: of.request(requestId),
          key: keyOf(context, 'requestAsked', requestId),
        },
      ],
      facts: [{ name: 'request.asked', subjectId: requestId }],
    }),
  ),
  follow(requestAnswered, (context, { requestId, leaderId, representativeId }) =>
    tell(context, {
      ends: [of.request(requestId)],
      notices: [
        {
          kind: 'requestAnswered',
          personId: representativeId,
          subjectId: requestId,
          aboutId: leaderId,
          thing: of.offer(requestId),
          key: keyOf(context, 'requestAnswered', requestId),
        },
      ],
      facts: [{ name: 'request.answered', subjectId: requestId }],
    }),
  ),
  follow(requestPassedOn, (context, { requestId, leaderId }) =>
    tell(context, {
      ends: [of.request(requestId)],
      events: [
        {
          kind: 'requestPassedOn',
          audience: 'office',
          subjectId: requestId,
          aboutId: leaderId,
          thing: of.request(requestId),
          key: keyOf(context, 'requestPassedOn', requestId),
        },
      ],
    }),
  ),
  follow(requestClosed, (context, { requestId }) =>
    tell(context, { ends: [of.request(requestId), of.offer(requestId)] }),
  ),

  follow(correctionAsked, (context, { interactionId, leaderId, answerBy }) =>
    tell(context, {
      notices: [
        {
          kind: 'correctionAsked',
          personId: leaderId,
          subjectId: interactionId,
          aboutId: context.actor.personId,
          onDay: answerBy,
          thing: of.correction(interactionId),
          key: keyOf(context, 'correctionAsked', interactionId),
        },
      ],
    }),
  ),
  follow(correctionAnswered, (context, { interactionId, people }) =>
    tell(context, {
      ends: [of.correction(interactionId)],
      notices: people.map((personId) => ({
        kind: 'correctionAnswered' as const,
        personId,
        subjectId: interactionId,
        thing: `${of.correction(interactionId)}:answer`,
        key: keyOf(context, 'correctionAnswered', interactionId),
      })),
    }),
  ),
  follow(talkLogged, (context, { interactionId, leaderId, people }) =>
    tell(context, {
      ends: people.map((person) => dueThing(leaderId, person)),
      // Somebody else wrote it down: the leader looks, in one tap for all of them.
      notices:
        leaderId === context.actor.personId
          ? []
          : [
              {
                kind: 'talkToConfirm',
                personId: leaderId,
                subjectId: interactionId,
                aboutId: people.length === 1 ? (people[0] ?? null) : null,
                thing: of.record(interactionId),
                key: `talkToConfirm:${interactionId}`,
              },
            ],
      facts: [{ name: 'talk.logged', subjectId: interactionId }],
    }),
  ),
  follow(talkUndone, (context, { interactionId }) =>
    tell(context, { ends: [of.record(interactionId), of.correction(interactionId)] }),
  ),
  follow(recordsConfirmed, (context, { interactionIds }) => tell(context, { ends: interactionIds.map(of.record) })),

  follow(pairingRecommended, (context, pairs) =>
    tell(context, { notices: pairs.map((told) => pairNotice(context, 'pairingToConfirm', told, 'leader')) }),
  ),
  follow(pairingAnswered, (context, pairs) =>
    tell(context, {
      ends: pairs.map((told) => of.pairing(told.pairingId)),
      events: pairs.map((told) => pairKeeper(context, 'pairingAnswered', told, `${of.pairing(told.pairingId)}:answer`)),
    }),
  ),
  follow(pairingWithdrawn, (context, pairs) =>
    tell(context, { ends: pairs.map((told) => of.pairing(told.pairingId)) }),
  ),
  follow(pairingPublished, (context, pairs) =>
    tell(context, {
      ends: pairs.map((told) => of.pairing(told.pairingId)),
      notices: pairs.flatMap((told) => [
        pairNotice(context, 'pairingPublished', told, 'leader'),
        pairNotice(context, 'pairingPublished', told, 'representative'),
      ]),
      facts: pairs.map((told) => ({ name: 'pairing.published', subjectId: told.pairingId })),
    }),
  ),
  follow(pairingEnded, (context, pairs) =>
    tell(context, {
      ends: pairs.flatMap((told) => [
        of.pairing(told.pairingId),
        of.change(told.pairingId),
        dueThing(told.leaderId, told.representativeId),
      ]),
      notices: pairs.flatMap((told) => [
        pairNotice(context, 'pairingEnded', told, 'leader'),
        pairNotice(context, 'pairingEnded', told, 'representative'),
      ]),
      facts: pairs.map((told) => ({ name: 'pairing.ended', subjectId: told.pairingId })),
    }),
  ),
  follow(pairingChangeRequested, (context, pairs) =>
    tell(context, {
      events: pairs.map((told) => pairKeeper(context, 'pairingChangeAsked', told, of.change(told.pairingId))),
    }),
  ),
  follow(pairingKept, (context, pairs) =>
    tell(context, {
      ends: pairs.map((told) => of.change(told.pairingId)),
      notices: pairs.map((told) => pairNotice(context, 'pairingKept', told, 'representative')),
    }),
  ),

  follow(matterMoved, (context, { matterId, number, action }) =>
    tell(context, {
      ends: ends(action) ? [of.matter(matterId)] : [],
      facts: [{ name: 'matter.moved', subjectId: matterId, number }],
    }),
  ),
  follow(matterConcerns, (context, { matterId, number, unitId, kind, to }) => {
    const told = {
      kind: MATTER_KINDS[kind],
      subjectId: matterId,
      number,
      thing: of.matter(matterId),
      key: keyOf(context, kind, matterId),
    };
    return tell(context, {
      events:
        'keepers' in to
          ? [
              { ...told, audience: 'office' },
              { ...told, audience: 'unit', unitId },
            ]
          : 'desks' in to
            ? to.desks.map((desk) => ({ ...told, audience: 'desk' as const, unitId: desk }))
            : to.parties.map((party) => ({ ...told, audience: 'proposer' as const, party })),
    });
  }),

  follow(occasionRaised, (context, told) => tell(context, { notices: [occasionNotice(context, told, told.dueOn)] })),
  follow(occasionReopened, (context, told) => tell(context, { notices: [occasionNotice(context, told, null)] })),
  follow(occasionAnswered, (context, { occasionId, representativeId, raisedBy, private: quiet }) =>
    tell(context, {
      ends: [of.occasion(occasionId)],
      notices: [
        {
          kind: 'occasionAnswered',
          personId: raisedBy,
          subjectId: occasionId,
          aboutId: quiet || raisedBy === representativeId ? null : representativeId,
          thing: `${of.occasion(occasionId)}:answer`,
          key: keyOf(context, 'occasionAnswered', occasionId),
        },
      ],
    }),
  ),
  follow(occasionWithdrawn, (context, { occasionId }) => tell(context, { ends: [of.occasion(occasionId)] })),
  follow(roundOpened, (context, { roundId, on }) =>
    tell(context, {
      events: [
        {
          kind: 'festival',
          audience: 'leaders',
          subjectId: roundId,
          onDay: on,
          thing: of.round(roundId),
          // The same key as what the day brings by itself: of a festival one is told once.
          key: festivalKey(on),
        },
      ],
    }),
  ),
  follow(roundWithdrawn, (context, { roundId }) => tell(context, { ends: [of.round(roundId)] })),

  follow(briefingIssued, (context, { briefingId, recipientIds }) =>
    tell(context, {
      notices: recipientIds.map((personId) => ({
        kind: 'briefingIssued' as const,
        personId,
        subjectId: briefingId,
        thing: `briefing:${briefingId}`,
        key: `briefingIssued:${briefingId}`,
      })),
      facts: [{ name: 'briefing.issued', subjectId: briefingId }],
    }),
  ),
  follow(briefingInstructed, (context, { briefingId, instructionId, personId }) =>
    tell(context, {
      events: [
        {
          kind: 'briefingInstructed',
          audience: 'office',
          subjectId: briefingId,
          aboutId: personId,
          thing: `briefing:${briefingId}:instruction`,
          key: `briefingInstructed:${instructionId}`,
        },
      ],
    }),
  ),
];

/** Any step that takes a matter on from where it waited: a new telling follows where the next one waits. */
const ends = (action: MatterActionKind): boolean => action !== 'askProgress' && action !== 'choose';
