/** Where a notice leads: the page on which it is done, with the sheet that does it open and filled in. */
import type { Notice } from '@zhengyou/domain/notice/notice.contract.ts';
import type { NoticeKind } from '@zhengyou/domain/notice/notice.ts';
import type { Role } from '@zhengyou/domain/kit/roles.ts';
import { LOG_SHEET, OCCASION_SHEET, REQUEST_SHEET } from '../../app/navigation.ts';
import { paths, withQuery } from '../../app/paths.ts';

type Facts = Pick<Notice, 'kind' | 'subjectId' | 'about'>;

const withRequest = (path: string) => (notice: Facts) => withQuery(path, { [REQUEST_SHEET]: notice.subjectId });
const withOccasion = (notice: Facts) => withQuery(paths.inbox(), { [OCCASION_SHEET]: notice.subjectId });
const home = () => paths.home();
/** A department works at its desk; whoever keeps matters opens the matter itself. */
const onDesk =
  (room: 'lead' | 'lookBack') =>
  ({ subjectId }: Facts, roles: readonly Role[]) =>
    roles.includes('handler') && !roles.includes('office')
      ? paths.desk(room, { matter: subjectId })
      : paths.matter(subjectId);

const ADDRESSES: Readonly<Record<NoticeKind, (notice: Facts, roles: readonly Role[]) => string>> = {
  requestAsked: withRequest(paths.inbox()),
  requestAnswered: withRequest(paths.inbox()),
  requestPassedOn: withRequest(paths.talkRequests()),
  requestOverdue: withRequest(paths.talkRequests()),
  correctionAsked: ({ about }) => (about ? paths.friend(about.id) : paths.friends()),
  correctionAnswered: home,
  talkToConfirm: home,
  pairingToConfirm: home,
  pairingAnswered: () => paths.proposals(),
  pairingPublished: (_notice, roles) => (roles.includes('leader') ? paths.friends() : paths.home()),
  pairingEnded: (_notice, roles) => (roles.includes('leader') ? paths.friends() : paths.home()),
  pairingChangeAsked: () => paths.adjustments(),
  pairingKept: home,
  matterHanded: onDesk('lead'),
  matterReplied: ({ subjectId }) => paths.matter(subjectId),
  matterAsksMore: ({ subjectId }) => paths.matter(subjectId),
  matterRaised: ({ subjectId }) => paths.matter(subjectId),
  matterReported: ({ subjectId }) => paths.matter(subjectId),
  matterHandedBack: ({ subjectId }) => paths.matter(subjectId),
  matterAdded: onDesk('lead'),
  matterToReview: ({ subjectId }) => paths.matter(subjectId),
  matterReopened: onDesk('lead'),
  matterWithdrawn: onDesk('lead'),
  occasionRaised: withOccasion,
  occasionNear: withOccasion,
  occasionAnswered: withOccasion,
  briefingIssued: ({ subjectId }) => paths.briefing(subjectId),
  briefingInstructed: ({ subjectId }) => paths.briefing(subjectId),
  delegationAsked: () => paths.delegations(),
  delegationGiven: () => paths.helping(),
  delegationEnded: (_notice, roles) => (roles.includes('leader') ? paths.delegations() : paths.helping()),
  talkDueFor: () => paths.helping(),
  talkDue: ({ subjectId, about }) =>
    withQuery(about ? paths.friend(about.id) : paths.friends(), { [LOG_SHEET]: subjectId }),
  termEnding: ({ about }) => (about ? paths.person(about.id) : paths.people()),
  festival: () => paths.occasions(),
  lookBack: onDesk('lookBack'),
};

export const addressOfNotice = (notice: Facts, roles: readonly Role[]): string => ADDRESSES[notice.kind](notice, roles);
