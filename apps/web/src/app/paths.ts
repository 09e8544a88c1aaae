/** Every address of the pages, as a function. A link anywhere is built here, so that none points into the void. */

type Query = Readonly<Record<string, string | number | undefined>>;

/** Adds the facts that are there; a screen's state lives in its address. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const part = encodeURIComponent;

type DeskRoom = 'lead' | 'co' | 'replied' | 'lookBack';

export const paths = {
  home: () => '/',
  signIn: (query?: { next?: string | undefined; way?: 'password' | undefined }) => withQuery('/sign-in', query),
  claim: () => '/claim',
  invitation: () => '/invitation',
  year: (query?: { state?: string; unit?: string; leader?: string; group?: string }) => withQuery('/year', query),
  yearMonths: () => '/year/months',
  agenda: () => '/year/agenda',
  talkSearch: (query?: { q?: string }) => withQuery('/talks', query),
  talk: (interactionId: string) => `/talks/${part(interactionId)}`,
  friends: () => '/friends',
  friend: (personId: string) => `/friends/${part(personId)}`,
  talkRequests: (query?: { show?: string }) => withQuery('/talk-requests', query),
  people: (query?: { show?: string; unit?: string; party?: string; q?: string; person?: string }) =>
    withQuery('/people', query),
  paste: () => '/people/paste',
  person: (personId: string) => `/people/${part(personId)}`,
  pairings: (query?: {
    show?: string;
    tier?: string;
    unit?: string;
    sheet?: string;
    leader?: string | undefined;
    friend?: string;
  }) => withQuery('/pairings', query),
  pairing: (pairingId: string) => `/pairings/${part(pairingId)}`,
  proposals: (query?: { show?: string; draft?: string }) => withQuery('/pairings/proposals', query),
  pairingBoard: (query?: { draft?: string }) => withQuery('/pairings/board', query),
  renewal: (query?: { draft?: string }) => withQuery('/pairings/renewal', query),
  handover: (draftId: string, query?: { person?: string }) =>
    withQuery(`/pairings/drafts/${part(draftId)}/handover`, query),
  coverage: (query?: { tier?: string; unit?: string; part?: string }) => withQuery('/pairings/coverage', query),
  adjustments: () => '/pairings/adjustments',
  offices: () => '/pairings/offices',
  portfolio: (leaderId: string) => `/leaders/${part(leaderId)}`,
  occasions: (query?: { show?: string }) => withQuery('/occasions', query),
  round: (roundId: string, query?: { show?: string; unit?: string; leader?: string }) =>
    withQuery(`/occasions/rounds/${part(roundId)}`, query),
  roundPrint: (roundId: string, query?: { unit?: string; leader?: string }) =>
    withQuery(`/occasions/rounds/${part(roundId)}/print`, query),
  briefings: () => '/briefings',
  briefing: (briefingId: string) => `/briefings/${part(briefingId)}`,
  youSaid: () => '/you-said',
  policy: (query?: { sheet?: 'set' | 'end'; setting?: string }) => withQuery('/policy', query),
  policyVersions: () => '/policy/versions',
  policyComparison: (before: string, after: string) => withQuery('/policy/comparison', { before, after }),
  policyDraft: (draftId: string, query?: { text?: 'open' }) => withQuery(`/policy/drafts/${part(draftId)}`, query),
  policyCalendar: () => '/policy/calendar',
  clause: (clause: string) => `/policy/clauses/${part(clause)}`,
  ledger: () => '/import',
  import: (importId: string, query?: { step?: 'columns' | 'look' }) => withQuery(`/import/${part(importId)}`, query),
  matters: (query?: { view?: string; kind?: string; lead?: string; q?: string; raise?: string }) =>
    withQuery('/matters', query),
  matter: (matterId: string, query?: { step?: string }) => withQuery(`/matters/${part(matterId)}`, query),
  asking: () => '/matters/asking',
  desk: (view: DeskRoom = 'lead', query?: { matter?: string }) => withQuery(`/desk/${view}`, query),
  templates: () => '/desk/templates',
  promises: (query?: { view?: string }) => withQuery('/promises', query),
  me: () => '/me',
  delegations: (query?: { show?: 'all' }) => withQuery('/delegations', query),
  helping: () => '/helping',
  inbox: (query?: { show?: string }) => withQuery('/inbox', query),
  channels: (query?: { tab?: string; show?: string }) => withQuery('/settings/channels', query),
  marks: () => '/marks',
} as const;
