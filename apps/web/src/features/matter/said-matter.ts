/** How a matter is said on a page: its stops, its clocks, its short state. Pure, so that a table of cases can hold it. */
import { sayLeft, sayMatter } from '@zhengyou/domain/matter/matter.sentence.ts';
import { dayOf, monthOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Language } from '@zhengyou/domain/kit/words.ts';
import type { ClockShown, MatterItem, MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { CLOCK_WORDS, MATTER_ORIGIN_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { sayDay } from '../../kit/dates.ts';
import type { SpineStop, StopStatus } from '../../kit/MatterSpine.tsx';
import type { MarkState } from '../../kit/state.ts';
import { clockUntilWords, matterWords, stopShortWords, stopWords, talkWayWords } from './matter.words.ts';

export type Reader = { readonly language: Language; readonly today: PlainDate };

/** Working days left from which a clock looks near, and from which it presses. */
const SOON = 10;
const PRESSING = 5;

export function clockState(clock: Pick<ClockShown, 'state' | 'left'>): MarkState {
  if (clock.state === 'late') return 'late';
  if (clock.state === 'paused' || clock.state === 'stopped') return 'excused';
  if (clock.state === 'met' || clock.state === 'metLate') return 'met';
  if (clock.left === null) return 'onTrack';
  return clock.left <= PRESSING ? 'due' : clock.left <= SOON ? 'dueSoon' : 'onTrack';
}

/** One clock in words: what, until when, how much is left; or when it was done. */
export function clockWords(clock: ClockShown, { language, today }: Reader): string {
  const comma = language === 'zh' ? '，' : ', ';
  const what = CLOCK_WORDS[clock.clock][language];
  const ended = clock.endedOn === null ? '' : sayDay(clock.endedOn, { language, today });
  const said = (() => {
    if (clock.state === 'met') return say(matterWords.clockDone, language, { what, day: ended });
    if (clock.state === 'metLate') return say(matterWords.clockDoneLate, language, { what, day: ended });
    if (clock.state === 'paused') return say(matterWords.clockPaused, language, { what });
    if (clock.state === 'stopped') return say(matterWords.clockStopped, language, { what });
    if (clock.dueOn === null) return say(matterWords.clockNoDay, language, { what });
    const until = say(clockUntilWords[clock.clock], language, { day: sayDay(clock.dueOn, { language, today }) });
    // That it is reckoned is said once, in the sentence above.
    const left = sayLeft({ ...clock, estimated: false }, language);
    return left === '' ? until : say(matterWords.clockLeft, language, { until, left });
  })();
  const more = [
    clock.extended && matterWords.clockExtended[language],
    clock.pausedDays > 0 && say(matterWords.clockPausedDays, language, { days: clock.pausedDays }),
  ].filter((part): part is string => typeof part === 'string');
  const text = [said, ...more].join(comma);
  return clock.unit === null ? text : say(matterWords.clockOf, language, { unit: clock.unit.shortName, text });
}

/** For a row of a list: the next clock with what is left of it, and nothing where none runs. */
export function shortClock(
  item: Pick<MatterItem, 'next'>,
  { language }: Pick<Reader, 'language'>,
): { readonly state: MarkState; readonly words: string } | undefined {
  const { next } = item;
  if (!next) return undefined;
  const state = clockState(next);
  if (next.state === 'paused') return { state, words: matterWords.shortPaused[language] };
  if (next.left === null) return undefined;
  if (next.left === 0) return { state, words: matterWords.shortToday[language] };
  const words = next.left > 0 ? matterWords.shortLeft : matterWords.shortLate;
  return { state, words: say(words, language, { days: Math.abs(next.left) }) };
}

export const sentenceOf = (matter: Parameters<typeof sayMatter>[0], { language, today }: Reader): string =>
  sayMatter(matter, today, language);

/** Whether a day is still awaited; what is over is told quietly. */
export const isRunning = (clock: Pick<ClockShown, 'state'>): boolean =>
  clock.state === 'running' || clock.state === 'late' || clock.state === 'noNumber';

/** The clocks of this round that concern the reader: a department's own time for handing back is no matter of the proposer's. */
export function clocksFor(line: Pick<MatterLine, 'clocks' | 'round' | 'level'>): {
  readonly running: readonly ClockShown[];
  readonly over: readonly ClockShown[];
} {
  const inside = line.level === 'proposer' || line.level === 'leader' ? ['handBack', 'coOpinion', 'review'] : [];
  const mine = line.clocks.filter(
    (clock) =>
      clock.round === line.round &&
      !inside.includes(clock.clock) &&
      (clock.state !== 'stopped' || line.level === 'keeper'),
  );
  const awaited = (clock: ClockShown) => isRunning(clock) || clock.state === 'paused';
  return { running: mine.filter(awaited), over: mine.filter((clock) => !awaited(clock)) };
}

/** The day of the reply, as the sentence of state says it. */
export function dayIn(line: Pick<MatterLine, 'clocks'>, { language, today }: Reader): string | undefined {
  const reply = line.clocks.find((clock) => clock.clock === 'reply' && isRunning(clock));
  return reply?.dueOn ? sayDay(reply.dueOn, { language, today }) : undefined;
}

type LineStop = MatterLine['stops'][number];

/** 10.28: only lying, where a column is two words wide. */
const dotted = (on: PlainDate): string => `${monthOf(on)}.${dayOf(on)}`;

const STATUS: Readonly<Record<LineStop['state'], StopStatus>> = {
  reached: 'reached',
  now: 'now',
  paused: 'paused',
  ahead: 'ahead',
};

/** Figures keep a space to the word after them. */
const figures = (on: PlainDate): string => `${dotted(on)} `;

export function lyingStops(line: Pick<MatterLine, 'stops'>, reader: Reader): SpineStop[] {
  const { language } = reader;
  const at = (stop: LineStop): string => {
    if (stop.on !== null)
      return stop.state === 'now' ? say(matterWords.sinceDay, language, { day: figures(stop.on) }) : dotted(stop.on);
    return stop.dueOn === null ? '' : say(matterWords.byDay, language, { day: figures(stop.dueOn) });
  };
  return line.stops.map((stop, index) => ({
    key: `${stop.stop} ${index}`,
    name: stopShortWords[stop.stop][language],
    at: at(stop).trim(),
    status: STATUS[stop.state],
  }));
}

/** What the stop is called by whoever reads: the proposer is addressed. */
function stopName(stop: LineStop, line: MatterLine, language: Language): string {
  const own = line.level === 'proposer';
  if (stop.stop === 'reported') return matterWords.toLeadership[language];
  if (stop.stop === 'assigned' && stop.state !== 'ahead' && (stop.by ?? line.lead?.shortName))
    return say(matterWords.handedTo, language, { unit: stop.by ?? line.lead?.shortName ?? '' });
  if (own && stop.stop === 'waiting') return matterWords.waitingYou[language];
  if (own && stop.stop === 'replied') return matterWords.answerYou[language];
  if (own && stop.stop === 'confirmed') return matterWords.youSay[language];
  return stopWords[stop.stop][language];
}

function stopDay(stop: LineStop, { language, today }: Reader): string | undefined {
  const said = (on: PlainDate) => sayDay(on, { language, today });
  if (stop.on !== null && stop.state === 'now') return say(matterWords.sinceDay, language, { day: said(stop.on) });
  if (stop.on !== null) return said(stop.on);
  return stop.dueOn === null ? undefined : say(matterWords.byDay, language, { day: said(stop.dueOn) });
}

/** Where it was raised: on the phone with Dean Tian, three points. */
export function originWords(line: Pick<MatterLine, 'origin' | 'pointList'>, language: Language): string {
  const { origin } = line;
  const talk =
    origin.leader && origin.channel
      ? say(matterWords.withLeader, language, {
          leader: origin.leader.name,
          way: talkWayWords[origin.channel][language],
        })
      : undefined;
  const place = MATTER_ORIGIN_WORDS[origin.kind][language];
  const said = talk ?? place;
  const count = line.pointList.length;
  return say(count > 1 ? matterWords.raisedOn : matterWords.raisedOnOne, language, { origin: said, count });
}

export function uprightStops(line: MatterLine, reader: Reader): SpineStop[] {
  const { language } = reader;
  const stops: SpineStop[] = [];
  for (const [index, stop] of line.stops.entries()) {
    const next = line.stops[index + 1];
    // Nobody outside waits for the two apart while neither has begun.
    if (stop.stop === 'reviewed' && stop.state === 'ahead' && line.stops[index - 1]?.state === 'ahead') continue;
    const both = stop.stop === 'drafted' && stop.state === 'ahead' && next?.stop === 'reviewed';
    stops.push({
      key: `${stop.stop} ${index}`,
      name: both ? matterWords.draftedAhead[language] : stopName(stop, line, language),
      at: stopDay(stop, reader),
      note: index === 0 && stop.note === null ? originWords(line, language) : stopNote(stop, line, language),
      status: STATUS[stop.state],
    });
  }
  return stops;
}

function stopNote(stop: LineStop, line: MatterLine, language: Language): string | undefined {
  if (stop.stop === 'waiting' && stop.on !== null) {
    const pause = line.pauses.find((one) => one.from === stop.on);
    if (pause) return say(matterWords.pausedFor, language, { days: pause.workingDays, question: pause.question });
  }
  return stop.note ?? undefined;
}
