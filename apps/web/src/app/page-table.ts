/**
 * Which page stands at which address. A page's script comes when it is opened: `load` is a dynamic import, and a room's
 * `<noun>.pages.tsx` is one chunk.
 */
import { page, type PageEntry } from './page-entry.ts';

const access = () => import('../features/access/access.pages.tsx');

const ledger = () => import('../features/ledger/ledger.pages.tsx');

const home = () => import('../features/home/home.pages.tsx');
const pairing = () => import('../features/pairing/pairing.pages.tsx');
const pair = () => import('../features/pairing/pair.pages.tsx');
const person = () => import('../features/person/person.pages.tsx');
const calendar = () => import('../features/calendar/calendar.pages.tsx');
const policy = () => import('../features/policy/policy.pages.tsx');
const matter = () => import('../features/matter/matter.pages.tsx');
const desk = () => import('../features/matter/desk.pages.tsx');
const briefing = () => import('../features/briefing/briefing.pages.tsx');
const notice = () => import('../features/notice/notice.pages.tsx');
const occasion = () => import('../features/occasion/occasion.pages.tsx');
const interaction = () => import('../features/interaction/interaction.pages.tsx');

const pages: readonly PageEntry[] = [
  page('/', home, 'HomePage'),
  page('/sign-in', access, 'SignInPage', 'bare'),
  page('/claim', access, 'ClaimPage', 'bare'),
  page('/invitation', access, 'InvitationPage', 'bare'),
  page('/me', access, 'MePage'),
  page('/settings/channels', notice, 'ChannelsPage'),
  page('/delegations', access, 'DelegationsPage'),
  page('/helping', () => import('../features/home/helping.pages.tsx'), 'HelpingPage'),
  page('/inbox', notice, 'InboxPage'),
  page('/inbox/$noticeId', notice, 'OpenNoticePage'),
  page('/year', interaction, 'YearPage'),
  page('/year/months', interaction, 'HeatPage'),
  page('/year/agenda', interaction, 'AgendaPage'),
  page('/talks', interaction, 'TalkSearchPage'),
  page('/talks/$interactionId', interaction, 'TalkPage'),
  page('/friends', interaction, 'FriendsPage'),
  page('/friends/$personId', interaction, 'FriendPage'),
  page('/talk-requests', interaction, 'RequestsPage'),
  page('/occasions', occasion, 'OccasionsPage'),
  page('/occasions/rounds/$roundId', occasion, 'RoundPage'),
  page('/occasions/rounds/$roundId/print', occasion, 'RoundPrintPage'),
  page('/people', person, 'DirectoryPage'),
  page('/people/paste', ledger, 'PastePage'),
  page('/people/$personId', person, 'PersonPage'),
  page('/pairings', pairing, 'RosterPage'),
  page('/pairings/proposals', pairing, 'ProposalsPage'),
  page('/pairings/board', pairing, 'BoardPage'),
  page('/pairings/renewal', pairing, 'RenewalPage'),
  page('/pairings/drafts/$draftId/handover', pairing, 'HandoverPage'),
  page('/pairings/coverage', pairing, 'CoveragePage'),
  page('/pairings/adjustments', pairing, 'AdjustmentsPage'),
  page('/pairings/offices', pairing, 'OfficesPage'),
  page('/leaders/$leaderId', pair, 'PortfolioPage'),
  page('/pairings/$pairingId', pair, 'PairPage'),
  page('/matters', matter, 'MattersPage'),
  page('/matters/asking', matter, 'AskingPage'),
  page('/matters/$matterId', matter, 'MatterPage'),
  page('/promises', matter, 'PromisesPage'),
  page('/desk/templates', desk, 'TemplatesPage'),
  page('/desk/$view', desk, 'DeskPage'),
  page('/answer', () => import('../features/matter/answer.pages.tsx'), 'AnswerPage', 'bare'),
  page('/briefings', briefing, 'BriefingsPage'),
  page('/briefings/$briefingId', briefing, 'BriefingPage'),
  page('/you-said', briefing, 'YouSaidPage'),
  page('/policy', policy, 'PolicyPage'),
  page('/policy/clauses/$clause', policy, 'ClausePage'),
  page('/policy/calendar', calendar, 'CalendarPage'),
  page('/policy/versions', policy, 'VersionsPage'),
  page('/policy/comparison', policy, 'ComparePage'),
  page('/policy/drafts/$draftId', policy, 'DraftPage'),
  page('/import', ledger, 'ImportsPage'),
  page('/import/$importId', ledger, 'ImportPage'),
];

/** For looking at the small parts while building; no part of what is shipped. */
const workbench: readonly PageEntry[] = import.meta.env.DEV
  ? [
      page('/marks', () => import('./marks/marks.pages.tsx'), 'MarksPage', 'bare'),
      page('/marks/frame', () => import('./marks/marks.pages.tsx'), 'FramePage'),
      page('/marks/cards', () => import('./marks/marks.pages.tsx'), 'CardsPage'),
    ]
  : [];

export const pageTable: readonly PageEntry[] = [...pages, ...workbench];
