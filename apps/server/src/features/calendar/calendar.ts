/** The calendar as it is counted here, and the office's own tables of working days. */
import { calendarRefusals } from '@zhengyou/domain/calendar/calendar.refusals.ts';
import { FESTIVAL_KEYS, festivalOn } from '@zhengyou/domain/calendar/festivals.ts';
import { stateCouncilDays } from '@zhengyou/domain/calendar/state-council.ts';
import { parseWorkdays } from '@zhengyou/domain/calendar/workday-table.ts';
import { changesOf, rangesOf, writeWorkdays } from '@zhengyou/domain/calendar/workday-years.ts';
import { addMonths, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { tableOf, workdaysOf } from './calendar.door.ts';
import { deleteTable, listTables, putTable } from './workday-tables.queries.ts';

export async function readCalendar({ actor, db, institutionId, today }: Context) {
  const own = new Map((await listTables(db, institutionId)).map((kept) => [kept.year, kept]));
  const shipped = stateCouncilDays();
  const year = yearOf(today);
  // This year and the next are shown in any case: a deadline may reach into it.
  const years = [...new Set([...shipped.keys(), ...own.keys(), year, year + 1])].sort();
  const until = addMonths(today, 12);
  return {
    years: years.map((each) => {
      const kept = own.get(each);
      const table = kept ? tableOf(kept) : shipped.get(each);
      return {
        year: each,
        kind: kept ? ('own' as const) : table ? ('shipped' as const) : ('estimated' as const),
        source: table?.source ?? null,
        off: rangesOf(table?.off ?? []),
        working: [...(table?.working ?? [])].sort(),
        version: kept?.version ?? null,
      };
    }),
    festivals: FESTIVAL_KEYS.flatMap((key) =>
      [year, year + 1].flatMap((each) => {
        const on = festivalOn(each, key);
        return on !== undefined && on >= today && on < until ? [{ on, key }] : [];
      }),
    ).sort((a, b) => (a.on < b.on ? -1 : 1)),
    can: actor.roles.includes('office') ? ['keep' as const] : [],
  };
}

/** Tables further away are slips of the keyboard. */
const NEAR_YEARS = 10;

export async function keepWorkdays(context: Context, body: { readonly text: string; readonly try: boolean }) {
  const { actor, db, institutionId, today, now } = context;
  const parsed = parseWorkdays(body.text);
  if (!parsed.ok) {
    await context.audit({
      action: 'tryWorkdays',
      subjectKind: 'calendar',
      detail: { problems: parsed.problems.length },
    });
    return { kept: false, problems: [...parsed.problems], years: [] };
  }
  const far = parsed.tables.find((table) => Math.abs(table.year - yearOf(today)) > NEAR_YEARS);
  if (far) throw new Refused(calendarRefusals.yearTooFar({ year: far.year }, { field: 'text' }));
  const present = await workdaysOf(context);
  const years = parsed.tables.map((table) => ({
    year: table.year,
    off: table.off.size,
    working: table.working.size,
    changes: changesOf(table, present.get(table.year)),
  }));

  if (!body.try)
    for (const table of parsed.tables) {
      const { year, source } = table;
      await putTable(db, institutionId, { year, source, text: writeWorkdays(table) }, actor.personId, now);
    }

  const detail = { years: parsed.tables.map((table) => table.year) };
  await context.audit({ action: body.try ? 'tryWorkdays' : 'keepWorkdays', subjectKind: 'calendar', detail });
  return { kept: !body.try, problems: [], years };
}

export async function dropWorkdays(context: Context, year: number) {
  const { db, institutionId } = context;
  const kept = (await listTables(db, institutionId)).find((one) => one.year === year);
  if (!kept) throw new Refused(edgeRefusals.notFound());
  if (!(await deleteTable(db, institutionId, year, context.ifMatch)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: kept.version } } }));
  await context.audit({ action: 'dropWorkdays', subjectKind: 'calendar', detail: { year } });
  return { year };
}
