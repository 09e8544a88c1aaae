/** Rows of the talks' sheet: when, who with whom, in which way, what was raised. */
import type { FestivalKey } from '../calendar/festivals.ts';
import { cleanText, squeeze } from '../person/name-text.ts';
import { findFestival, isNearFestival, readChannel } from './channels.ts';
import { fixOf, SKIP_ROW, type RowOutcome, type RowScope } from './collector.ts';
import { talkFingerprint, type Ref, type TalkIdentity } from './known.ts';
import type { PartialDate } from './partial-date.ts';
import { listMeant, personFacts, readNames } from './people.ts';
import { countRow, pushTo, type PlanContext } from './plan-context.ts';
import type { PlannedTalk, TalkPoint } from './plan.types.ts';
import { splitHandling } from './handling.ts';
import { splitPoints } from './points.ts';
import { readClaims } from './read-claims.ts';
import { readTalkChannel, readTalkDate, readTalkLeader, readTalkPerson } from './read-talk.ts';
import type { CellReader } from './rows.ts';

/** The festival that the wording names, where the date lies near it; a wording far from it is shown and not counted as one. */
function readFestival(context: PlanContext, scope: RowScope, cells: CellReader, on: PartialDate): FestivalKey | null {
  const written = cells.text('channel');
  const festival = findFestival(written);
  if (!festival) return null;
  const isNear = isNearFestival(on, festival);
  if (!isNear)
    scope.raise({
      code: 'festivalFar',
      level: 'note',
      field: 'channel',
      written,
      facts: { festival, month: Number(on.on.slice(5, 7)) },
    });
  return isNear ? festival : null;
}

function readPoints(scope: RowScope, cells: CellReader): { points: TalkPoint[]; handling: string | null } {
  const handling = cleanText(cells.text('handling')) || null;
  const read = (field: 'opinions' | 'difficulties', kind: TalkPoint['kind']) => {
    const words = splitPoints(cells.text(field));
    if (words.length > 1) scope.tidy('pointsSplit', field, cells.text(field), words.join(' | '));
    return words.map((each) => ({ kind, words: each }));
  };
  const said = [...read('opinions', 'opinion'), ...read('difficulties', 'difficulty')];
  const parts = splitHandling(handling, said.length);
  const points = said.map((one, at): TalkPoint => ({ ...one, handling: parts[at] ?? null, claim: 'open' }));
  return { points, handling: points.length === 0 ? handling : null };
}

type TalkContent = Pick<PlannedTalk, 'points' | 'place' | 'handling' | 'recorder'>;
/** Compared only where two rows are the same talk otherwise. */
const contentOf = ({ points, place, handling, recorder }: TalkContent): string =>
  squeeze(JSON.stringify([points, place, handling, recorder]));

export type TalkIndex = {
  /** By what makes a talk one: how many the store holds, and what this file brought so far. */
  readonly exact: Map<string, { stored: Ref[]; planned: { row: number; talk: TalkContent }[] }>;
  /** Those of a known day by their month: somebody may have added the day that the ledger does not say. */
  readonly inMonth: Map<string, Ref[]>;
  /** Those that a row of this file was found to be. */
  readonly met: Set<Ref>;
};

export function indexTalks(talks: readonly (TalkIdentity & { readonly id: Ref })[]): TalkIndex {
  const index: TalkIndex = { exact: new Map(), inMonth: new Map(), met: new Set() };
  for (const talk of talks) {
    const key = talkFingerprint(talk);
    const entry = index.exact.get(key) ?? { stored: [], planned: [] };
    entry.stored.push(talk.id);
    index.exact.set(key, entry);
    if (talk.precision === 'day') pushTo(index.inMonth, talkFingerprint({ ...talk, precision: 'month' }), talk.id);
  }
  return index;
}

/** Only where words were written: without them two talks of a month cannot be told apart. */
function findDayKnown(index: TalkIndex, talk: TalkIdentity): Ref | undefined {
  const found = talk.precision === 'month' && talk.text !== '' ? index.inMonth.get(talkFingerprint(talk)) : undefined;
  const [only] = found?.filter((id) => !index.met.has(id)) ?? [];
  return found?.length === 1 ? only : undefined;
}

function placeTalk(
  list: PlannedTalk[],
  index: TalkIndex,
  scope: RowScope,
  talk: Omit<PlannedTalk, 'action'>,
  written: string,
): RowOutcome {
  const key = talkFingerprint(talk);
  const entry = index.exact.get(key) ?? { stored: [], planned: [] };
  index.exact.set(key, entry);
  const stored =
    entry.stored[entry.planned.length] ?? (entry.planned.length === 0 ? findDayKnown(index, talk) : undefined);
  const twin = entry.planned.find((each) => contentOf(each.talk) === contentOf(talk));
  const [first] = entry.planned;
  if (twin) {
    scope.raise({ code: 'talkTwice', level: 'note', field: 'date', written: '', facts: { row: twin.row } });
    return 'merged';
  }
  if (stored === undefined && first) {
    const decision = scope.raise({
      code: 'talkTwiceDiffers',
      level: 'ask',
      field: 'date',
      written: '',
      facts: { row: first.row },
      fixes: [fixOf('bothTalks'), SKIP_ROW],
    });
    if (decision?.fix !== 'bothTalks') return decision ? 'skipped' : 'ask';
  }
  entry.planned.push({ row: scope.row, talk });
  // What became of the points of a talk already held is the house's own to say.
  const points = readClaims(scope, talk, written, stored === undefined);
  if (stored !== undefined) index.met.add(stored);
  list.push({ ...talk, points, key: stored ?? talk.key, action: stored === undefined ? 'create' : 'same' });
  return stored === undefined ? 'fresh' : 'same';
}

export function planTalkRow(
  context: PlanContext,
  scope: RowScope,
  cells: CellReader,
  talks: TalkIndex,
  appointments: TalkIndex,
): RowOutcome {
  const date = readTalkDate(context, scope, cells);
  const peopleText = cells.text('people');
  const names = readNames(context, scope, 'people', peopleText, 'representative');
  const leader = readTalkLeader(
    context,
    scope,
    cells,
    names.flatMap((reading) => listMeant(context, reading, 'representative')),
  );
  const leaderDraft = 'value' in leader ? leader.value : undefined;
  const people = names.map((reading) =>
    readTalkPerson(context, scope, peopleText, reading, leaderDraft, names.length === 1),
  );
  const channel = readTalkChannel(context, scope, cells);
  const on = 'value' in date ? date.value.on : undefined;
  const { points, handling } = readPoints(scope, cells);
  const festival = on && 'value' in channel ? readFestival(context, scope, cells, on) : null;
  if (names.length === 0)
    scope.raise({ code: 'peopleMissing', level: 'refused', field: 'people', written: peopleText, fixes: [SKIP_ROW] });

  if (scope.isSkipped()) return 'skipped';
  const parts = [date, leader, channel, ...people];
  const stops = parts.flatMap((part) => ('stop' in part ? [part.stop] : []));
  if (names.length === 0 || stops.includes('refused')) return 'refused';
  if (stops.includes('ask')) return 'ask';
  if (stops.length > 0 || !on || !leaderDraft || !('value' in channel)) return 'waiting';

  const drafts = [...new Set(people.flatMap((part) => ('value' in part && part.value ? [part.value] : [])))];
  if (drafts.length === 0) return 'refused';
  for (const draft of drafts)
    if (!context.pairedWith.get(leaderDraft.ref)?.has(draft.ref))
      scope.raise({
        code: 'notPaired',
        level: 'note',
        field: 'people',
        written: peopleText,
        detail: draft.facts.name,
        facts: { ...personFacts(context, draft), leader: leaderDraft.facts.name },
      });
  const place = cleanText(cells.text('place')) || null;
  if (place !== null && readChannel(place).kind === 'channel' && channel.value !== 'phone' && /电话|手机/.test(place))
    scope.raise({
      code: 'placeSaysPhone',
      level: 'note',
      field: 'place',
      written: place,
      facts: { channel: channel.value },
    });
  const channelWritten = cleanText(cells.text('channel'));
  countRow(context.readings.channels, squeeze(channelWritten), () => ({
    written: channelWritten,
    channel: channel.value,
    festival: findFestival(channelWritten) ?? null,
    rows: 1,
  }));

  const isPlanned = 'value' in date && date.value.isPlanned;
  return placeTalk(
    isPlanned ? context.lists.appointments : context.lists.talks,
    isPlanned ? appointments : talks,
    scope,
    {
      key: `${scope.place.key}!${scope.row}`,
      source: scope.source,
      leader: leaderDraft.ref,
      people: drafts.map((draft) => draft.ref),
      on: on.on,
      precision: on.precision === 'month' ? 'month' : 'day',
      channel: channel.value,
      channelWritten,
      festival,
      text: cleanText(cells.text('text')),
      place,
      points,
      handling,
      recorder: cleanText(cells.text('recorder')) || null,
    },
    cleanText(cells.text('handling')),
  );
}
