/** Lists as files. Each asks the list itself, with the same filter and the same reach: what cannot be seen is not exported either. */
import type {
  exportHeat as heatEndpoint,
  exportPeople as peopleEndpoint,
  exportRoster as rosterEndpoint,
  exportYear as yearEndpoint,
} from '@zhengyou/domain/report/report.contract.ts';
import { EXPORT_MOST, type ExportFormat } from '@zhengyou/domain/report/report.contract.ts';
import { EXPORT_WORDS, reportRefusals } from '@zhengyou/domain/report/report.words.ts';
import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import type { QueryOf, ReplyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { listPeople as listEndpoint } from '@zhengyou/domain/person/person.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import type { Context } from '../../edge/context.ts';
import type { Download } from '../../edge/route.ts';
import { fileOf, type Cell } from '../../outside/table-file.ts';
import { readHeat, readYear } from '../interaction/lists.door.ts';
import { readRoster } from '../pairing/lists.door.ts';
import { listPeople } from '../person/lists.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';

type Head = keyof typeof EXPORT_WORDS;
type Made = {
  readonly list: 'people' | 'leaders' | 'roster' | 'year' | 'months';
  readonly heads: readonly Head[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whose record is in it: they can read that it was exported. */
  readonly people: readonly Id[];
  readonly format: ExportFormat;
};

const PEOPLE_AN_ENTRY = 500;

async function hand(context: Context, made: Made): Promise<Download> {
  const { actor, language, now, zone } = context;
  const people = [...new Set(made.people)];
  const entry = {
    action: 'export',
    subjectKind: 'list',
    subjectId: made.list,
    detail: { rows: made.rows.length, format: made.format, by: actor.name },
  };
  await context.audit({ ...entry, people: people.slice(0, PEOPLE_AN_ENTRY) });
  for (let at = PEOPLE_AN_ENTRY; at < people.length; at += PEOPLE_AN_ENTRY)
    await context.audit({ ...entry, people: people.slice(at, at + PEOPLE_AN_ENTRY) });
  const t = (key: Head) => say(EXPORT_WORDS[key], language);
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(now);
  return fileOf({
    name: `${t(made.list)} ${context.today}`,
    heads: made.heads.map(t),
    rows: made.rows,
    foot: [say(EXPORT_WORDS.foot, language, { name: actor.name, at, count: made.rows.length })],
    format: made.format,
  });
}

/** Tiers as the measures in force name them. */
async function tierNames({ db, institutionId, today, language }: Context): Promise<(tier: string | null) => string> {
  const { tiers } = await getPolicyInForce(db, institutionId, today);
  const names = new Map(tiers.map((tier) => [tier.id, say(tier.name, language)]));
  return (tier) => (tier === null ? '' : (names.get(tier) ?? tier));
}

const lastDay = (endsOn: PlainDate | null): string => (endsOn === null ? '' : addDays(endsOn, -1));
const join = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join('；');

type PersonLine = ReplyInOf<typeof listEndpoint>['items'][number];

/** So many rows a question: a long list is gone through in few. */
const PAGE = 2000;

export async function exportPeople(context: Context, { format, ...query }: QueryOf<typeof peopleEndpoint>) {
  const { language } = context;
  const tierOf = await tierNames(context);
  const people: PersonLine[] = [];
  for (let more = true; more;) {
    const page = await listPeople(context, { ...query, offset: people.length, limit: PAGE });
    people.push(...page.items);
    more = page.items.length === PAGE;
    if (people.length > EXPORT_MOST) throw new Refused(reportRefusals.tooMany({ most: EXPORT_MOST }));
  }
  const common = (person: PersonLine) => [person.name, person.reading, person.unit.name];
  const asLeaders = query.kind === 'leaders';
  return hand(context, {
    list: asLeaders ? 'leaders' : 'people',
    format,
    people: people.map((person) => person.id as Id),
    heads: asLeaders
      ? ['name', 'reading', 'unit', 'posts', 'friends']
      : ['name', 'reading', 'unit', 'position', 'titles', 'party', 'standings', 'endsOn', 'tier', 'leader'],
    rows: people.map((person) =>
      asLeaders
        ? [...common(person), join(person.posts.map((post) => post.title)), person.friends]
        : [
            ...common(person),
            person.position,
            join(person.titles),
            join(person.affiliations.map((one) => say(AFFILIATION_WORDS[one], language))),
            join(person.standings.map((standing) => standing.written)),
            join(person.standings.map((standing) => lastDay(standing.endsOn as PlainDate | null))),
            tierOf(person.tier),
            join(person.leaders.map((leader) => leader.name)),
          ],
    ),
  });
}

export async function exportRoster(context: Context, { format, ...query }: QueryOf<typeof rosterEndpoint>) {
  const tierOf = await tierNames(context);
  const roster = await readRoster(context, query);
  const lines = roster.groups.flatMap((group) =>
    group.leaders.flatMap((leader) =>
      (leader.slots.length > 0 ? leader.slots : [null]).map((slot) => ({ group, leader, slot })),
    ),
  );
  return hand(context, {
    list: 'roster',
    format,
    people: lines.flatMap(({ leader, slot }) => [leader.id as Id, ...(slot ? [slot.representative.id as Id] : [])]),
    heads: ['tier', 'unit', 'leader', 'posts', 'person', 'unit', 'standings', 'clause', 'startsOn'],
    rows: lines.map(({ group, leader, slot }) => [
      tierOf(group.tier),
      group.unit.name,
      leader.name,
      join(leader.posts.map((post) => post.title)),
      slot?.representative.name ?? '',
      slot?.representative.unit?.name ?? '',
      slot?.representative.ground?.written ?? '',
      leader.quota.clause ?? '',
      slot?.startsOn ?? '',
    ]),
  });
}

export async function exportYear(context: Context, { format, ...query }: QueryOf<typeof yearEndpoint>) {
  const { language } = context;
  const tierOf = await tierNames(context);
  const { rows } = await readYear(context, { ...query, each: EXPORT_MOST });
  return hand(context, {
    list: 'year',
    format,
    people: rows.flatMap((row) => [row.leader.id as Id, row.person.id as Id]),
    heads: ['person', 'unit', 'standings', 'leader', 'tier', 'state', 'done', 'required', 'last', 'next', 'clause'],
    rows: rows.map((row) => [
      row.person.name,
      row.person.unit,
      join(row.person.standings),
      row.leader.name,
      tierOf(row.tier),
      say(CONTACT_STATE_WORDS[row.year.state], language),
      row.year.done,
      row.year.required,
      row.year.last?.on ?? '',
      row.year.next.on ?? '',
      row.year.clause,
    ]),
  });
}

const MONTHS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

export async function exportHeat(context: Context, { format, ...query }: QueryOf<typeof heatEndpoint>) {
  const { language } = context;
  const { leaders } = await readHeat(context, query);
  const counted = (words: Head, count: number) => (count > 0 ? say(EXPORT_WORDS[words], language, { count }) : null);
  return hand(context, {
    list: 'months',
    format,
    people: leaders.map((leader) => leader.id as Id),
    heads: ['leader', 'unit', 'friends', ...MONTHS],
    rows: leaders.map((leader) => [
      leader.name,
      leader.unit,
      leader.friends,
      ...leader.months.map((cell) =>
        join([
          counted('talksIn', cell.talks),
          counted('gatheringsIn', cell.gatherings),
          counted('visitsIn', cell.visits),
        ]),
      ),
    ]),
  });
}
