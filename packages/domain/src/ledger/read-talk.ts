/** The four cells without which a talk cannot be kept: when, which leader, with whom, in which way. */
import { CHANNELS, type Channel } from '../policy/vocabulary.ts';
import { readChannel } from './channels.ts';
import { fixOf, SKIP_ROW, type RowScope } from './collector.ts';
import { partialText, readDate, type DateReading, type PartialDate } from './partial-date.ts';
import { fixForPerson, listMeant, readNames, type NameReading } from './people.ts';
import type { Draft } from './people-book.ts';
import type { PlanContext } from './plan-context.ts';
import { isLeader } from './plan-pairings.ts';
import type { CellReader } from './rows.ts';

/** `refused` and `ask` hold the row back; `waiting` too, for another row's sake. */
export type Part<T> = { readonly value: T } | { readonly stop: 'refused' | 'ask' | 'waiting' };
const stop = (why: 'refused' | 'ask' | 'waiting') => ({ stop: why }) as const;

const FAULTS = {
  blank: 'dateMissing',
  unreadable: 'dateUnreadable',
  impossibleDay: 'impossibleDate',
  impossibleMonth: 'impossibleMonth',
} as const;

export function readTalkDate(
  context: PlanContext,
  scope: RowScope,
  cells: CellReader,
): Part<{ on: PartialDate; isPlanned: boolean }> {
  const written = cells.text('date');
  const { today } = context;
  const isPast = (date: PartialDate) => date.on <= today;
  const readDecided = (value: string | undefined): PartialDate | undefined => {
    const read = readDate(value ?? '');
    return read.kind === 'date' && read.date.precision !== 'year' && isPast(read.date) ? read.date : undefined;
  };
  const follows = ({ fix, value }: { fix: string; value?: string }) =>
    !fix.startsWith('useDate') || readDecided(value) !== undefined;
  const useDate = fixOf('useDate', { needs: 'date' });
  const read: DateReading = readDate(written);

  if (read.kind === 'date' && read.date.precision !== 'year' && isPast(read.date)) {
    if (read.date.precision === 'month') {
      const decision = scope.raise({
        code: 'monthOnly',
        level: 'note',
        field: 'date',
        written,
        fixes: [useDate],
        follows,
      });
      const decided = readDecided(decision?.value);
      if (decided) return { value: { on: decided, isPlanned: false } };
    }
    if (read.respelt && cells.date('date') === undefined)
      scope.tidy('dateSpelling', 'date', written, partialText(read.date));
    return { value: { on: read.date, isPlanned: false } };
  }
  const isFuture = read.kind === 'date' && !isPast(read.date);
  const code = isFuture ? 'futureDate' : read.kind === 'date' ? 'yearOnly' : FAULTS[read.kind];
  const { kind: _kind, ...facts } =
    read.kind === 'impossibleDay' || read.kind === 'impossibleMonth' ? read : { kind: null };
  const proposal = read.kind === 'unreadable' && readDecided(read.proposal) ? read.proposal : undefined;
  const isDay = read.kind === 'date' && read.date.precision === 'day';
  const decision = scope.raise({
    code,
    level: 'refused',
    field: 'date',
    written,
    facts,
    fixes: [
      ...(proposal === undefined
        ? []
        : [fixOf('useDate', { value: proposal, proposed: true, facts: { date: proposal } })]),
      useDate,
      ...(isFuture && isDay ? [fixOf('asPlanned')] : []),
      SKIP_ROW,
    ],
    follows,
  });
  if (decision?.fix === 'asPlanned' && read.kind === 'date') return { value: { on: read.date, isPlanned: true } };
  const decided = readDecided(decision?.value);
  return decided ? { value: { on: decided, isPlanned: false } } : stop('refused');
}

export function readTalkLeader(
  context: PlanContext,
  scope: RowScope,
  cells: CellReader,
  peopleMeant: readonly Draft[],
): Part<Draft> {
  const written = cells.text('leader');
  const readings = readNames(context, scope, 'leader', written, 'leader');
  const [reading] = readings;
  const choose = fixOf('chooseLeader', { needs: 'leader' });
  const follows = ({ fix, value }: { fix: string; value?: string }) =>
    !fix.startsWith('chooseLeader') || isLeader(context, value);
  const decide = (
    code: 'leaderMissing' | 'leaderSeveral' | 'leaderAmbiguous' | 'leaderUnknown',
    level: 'refused' | 'ask',
    offered: readonly Draft[],
  ): Part<Draft> => {
    const decision = scope.raise({
      code,
      level,
      field: 'leader',
      written,
      facts: { name: reading?.name ?? '', count: offered.length },
      fixes: [...offered.slice(0, 20).map((draft) => fixForPerson(context, 'chooseLeader', draft)), choose, SKIP_ROW],
      follows,
    });
    const chosen = context.book.find(decision?.value ?? '');
    return chosen ? { value: chosen } : stop(level === 'refused' ? 'refused' : 'ask');
  };
  if (!reading) return decide('leaderMissing', 'refused', []);
  if (readings.length > 1)
    return decide(
      'leaderSeveral',
      'ask',
      readings.flatMap((each) => listMeant(context, each, 'leader')),
    );
  if (context.book.isWaiting(reading.name, 'leader')) return stop('waiting');
  const meant = listMeant(context, reading, 'leader');
  const [only] = meant;
  if (meant.length > 1) return decide('leaderAmbiguous', 'ask', meant);
  if (only) return { value: only };
  const paired = peopleMeant
    .flatMap((draft) => [...(context.leadersOf.get(draft.ref) ?? [])])
    .flatMap((ref) => context.book.find(ref) ?? []);
  return decide('leaderUnknown', 'refused', [...new Set([...context.listNear(reading.name, 'leader'), ...paired])]);
}

export function readTalkPerson(
  context: PlanContext,
  scope: RowScope,
  written: string,
  reading: NameReading,
  leader: Draft | undefined,
  isAlone: boolean,
): Part<Draft | null> {
  const { book } = context;
  const meant = listMeant(context, reading, 'representative');
  const [only] = meant;
  const isPaired = (draft: Draft) =>
    leader !== undefined && (context.pairedWith.get(leader.ref)?.has(draft.ref) ?? false);
  const follows = ({ fix, value }: { fix: string; value?: string }) =>
    !fix.startsWith('choosePerson') || (book.find(value ?? '')?.roles.has('representative') ?? false);
  const choose = fixOf('choosePerson', { needs: 'person' });
  const others = [choose, ...(isAlone ? [] : [fixOf('dropName', { facts: { name: reading.name } })]), SKIP_ROW];

  if (book.isWaiting(reading.name, 'representative')) return stop('waiting');
  if (!only) {
    const decision = scope.raise({
      code: 'personUnknown',
      level: 'refused',
      field: 'people',
      written,
      detail: reading.name,
      facts: { name: reading.name },
      fixes: [
        ...context
          .listNear(reading.name, 'representative')
          .map((draft) => fixForPerson(context, 'choosePerson', draft)),
        ...others,
      ],
      follows,
    });
    if (decision?.fix === 'dropName') return { value: null };
    const chosen = book.find(decision?.value ?? '');
    return chosen ? { value: chosen } : stop('refused');
  }
  if (meant.length === 1) return { value: only };

  // Without a leader nothing can settle it yet; the question comes once the leader is known.
  if (!leader) return stop('waiting');
  const paired = meant.filter(isPaired);
  const [settled] = paired;
  const isSettled = paired.length === 1 && settled !== undefined;
  const decision = scope.raise({
    code: isSettled ? 'personSettled' : 'personAmbiguous',
    level: isSettled ? 'note' : 'ask',
    field: 'people',
    written,
    detail: reading.name,
    facts: {
      name: reading.name,
      leader: leader.facts.name,
      count: meant.length,
      unit: isSettled ? context.unitName(settled.facts.unit) : '',
      units: meant.map((draft) => context.unitName(draft.facts.unit)).join('、'),
    },
    fixes: [
      ...meant.slice(0, 20).map((draft) => fixForPerson(context, 'choosePerson', draft)),
      ...(isSettled ? [] : others),
    ],
    follows,
  });
  if (decision?.fix === 'dropName') return { value: null };
  const chosen = book.find(decision?.value ?? '');
  if (chosen) return { value: chosen };
  return isSettled ? { value: settled } : stop('ask');
}

export function readTalkChannel(context: PlanContext, scope: RowScope, cells: CellReader): Part<Channel> {
  const written = cells.text('channel');
  const read = readChannel(written);
  if (read.kind === 'channel') return { value: read.channel };
  const offered = read.kind === 'unclear' && read.candidates.length > 0 ? read.candidates : CHANNELS;
  const decision = scope.raise({
    code: read.kind === 'blank' ? 'channelMissing' : 'channelUnknown',
    level: 'ask',
    field: 'channel',
    written,
    fixes: [
      ...offered.map((channel) => fixOf('chooseChannel', { value: channel, facts: { channel } })),
      fixOf('chooseChannel', { needs: 'channel' }),
      SKIP_ROW,
    ],
    follows: ({ fix, value }) => !fix.startsWith('chooseChannel') || CHANNELS.some((channel) => channel === value),
  });
  const channel = CHANNELS.find((each) => each === decision?.value);
  return channel ? { value: channel } : stop('ask');
}
