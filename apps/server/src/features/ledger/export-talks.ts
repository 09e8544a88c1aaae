/**
 * The talks in the columns of a ledger, so that an office can go on with its own file and read it in again. The headings are
 * those that are recognised, in the language of ledgers. Only those who know who raised what may have it.
 */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { sayHandling, writePoints } from '@zhengyou/domain/ledger/handling.ts';
import { importRefusals } from '@zhengyou/domain/ledger/import.refusals.ts';
import { FIELD_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import type { Context } from '../../edge/context.ts';
import type { Download } from '../../edge/route.ts';
import { fileOf } from '../../outside/table-file.ts';
import { listNames, listPointsRaised, listTalksHeld, listUnitNames, type RaisedPoint } from './export-talks.reads.ts';
import { witness } from './apply-import.ts';

const MOST = 100_000;
const COLUMNS = [
  ...(['date', 'leader', 'people', 'channel', 'place', 'text', 'opinions', 'difficulties', 'handling'] as const),
  'recorder' as const,
];

/** No more exact than it is known. */
const dateText = (on: PlainDate, precision: 'day' | 'month'): string =>
  precision === 'day' ? on : `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月`;

export async function exportTalks(context: Context, format: 'xlsx' | 'csv'): Promise<Download> {
  const { db, institutionId, reach } = context;
  const talks = await listTalksHeld(db, institutionId, reach, MOST + 1);
  if (talks.length > MOST) throw new Refused(importRefusals.exportTooMany({ most: MOST }));
  const points = Map.groupBy(await listPointsRaised(db, institutionId, reach), (point) => point.talk);
  const names = await listNames(db, institutionId);
  const units = await listUnitNames(db, institutionId);
  const nameOf = (id: Id) => names.get(id) ?? '';

  const rows = talks.map((talk) => {
    // What its person took back is no longer said.
    const raised = (points.get(talk.id) ?? []).filter(({ matter }) => matter?.state.status !== 'withdrawn');
    const words = (kind: RaisedPoint['kind']) =>
      writePoints(raised.filter((point) => point.kind === kind).map((point) => point.words));
    const ordered = [...raised].sort((a, b) => Number(a.kind === 'difficulty') - Number(b.kind === 'difficulty'));
    const handled = ordered.map((point) => handlingOf(point, units));
    return [
      dateText(talk.on, talk.precision),
      nameOf(talk.leader),
      talk.people.map(nameOf).join('、'),
      talk.channelWritten ?? CHANNEL_WORDS[talk.channel].zh,
      talk.place,
      talk.words,
      words('opinion'),
      words('difficulty'),
      raised.length === 0 ? talk.handling : new Set(handled).size === 1 ? (handled[0] ?? '') : writePoints(handled),
      talk.recorder,
    ];
  });

  const people = [...new Set(talks.flatMap((talk) => [talk.leader, ...talk.people]))];
  await witness(context, null, 'export', people, { list: 'talks', rows: rows.length, format });
  return fileOf({
    name: `联谊交友记录 ${context.today}`,
    heads: COLUMNS.map((column) => FIELD_WORDS[column].zh),
    rows,
    foot: [],
    format,
  });
}

/** A blank among others would shift them: it says that nothing was done yet. */
function handlingOf({ matter, handling }: RaisedPoint, units: ReadonlyMap<Id, string>): string {
  if (!matter) return handling ?? '';
  const { state, untouched } = matter;
  const promised = state.promises.filter((one) => one.settledOn === null).map((one) => one.dueOn);
  return sayHandling({
    status: state.status,
    untouched,
    words: handling,
    lead: state.lead === null ? null : (units.get(state.lead) ?? null),
    outcomes: state.published?.outcomes ?? [],
    repliedOn: state.published?.on ?? null,
    promiseOn: promised.toSorted()[0] ?? null,
  });
}
