/** Parts of a dry run that a page asks for one by one: problems, the cells around one, whom a decision can name. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import { cellText } from '@zhengyou/domain/ledger/headings.ts';
import type {
  listLedgerChoices,
  listLedgerProblems,
  readLedgerCells,
} from '@zhengyou/domain/ledger/ledger.contract.ts';
import { isFoundBy } from '@zhengyou/domain/person/person-search.ts';
import type { Context } from '../../edge/context.ts';
import { readingOf } from '../person/reading.door.ts';
import { getReadRun, lookAt } from './dry-run.ts';
import { headingsOf } from './read-import.ts';

const AROUND = 3;
const MOST_CHOICES = 30;

export async function listProblems(context: Context, importId: Id, query: QueryOf<typeof listLedgerProblems>) {
  const { plan } = await lookAt(context, await getReadRun(context, importId));
  const all = plan.problems.filter((problem) => problem.level === query.level);
  const items = all.slice(query.offset, query.offset + query.limit);
  return { items: items.map((problem) => ({ ...problem, fixes: [...problem.fixes] })), total: all.length };
}

export async function readCells(context: Context, importId: Id, query: QueryOf<typeof readLedgerCells>) {
  const run = await getReadRun(context, importId);
  const sheet = run.sheets.find((one) => one.name === query.sheet);
  const mapped = run.mapping.sheets.find((one) => one.sheet === query.sheet);
  const rows = sheet?.rows ?? [];
  const at = rows.findIndex((row) => row.row >= query.row);
  const near = rows.slice(Math.max(0, (at < 0 ? rows.length : at) - AROUND), (at < 0 ? rows.length : at) + AROUND + 1);
  return {
    sheet: query.sheet,
    headings: headingsOf(run.sheets, query.sheet, mapped?.headingRow ?? 0),
    rows: near.map((row) => ({ row: row.row, cells: row.cells.map((cell) => cellText(cell)) })),
  };
}

export async function listChoices(context: Context, importId: Id, query: QueryOf<typeof listLedgerChoices>) {
  const { plan, known } = await lookAt(context, await getReadRun(context, importId));
  const unitName = new Map(known.units.map((unit) => [unit.id, unit.name]));
  for (const unit of plan.units) unitName.set(unit.key, unit.name);
  // By its reference too: a decision made on an earlier visit has to be told by name again.
  const wanted = query.search.trim();
  const fits = (name: string, ref: string) => name.includes(wanted) || ref === wanted;
  // The file's own people have no reading yet; it is worked out only for one who types letters.
  const bears = (name: string, ref: string) =>
    fits(name, ref) || (/^[a-z]/i.test(wanted) && isFoundBy({ name, ...readingOf(name) }, wanted));
  if (query.of === 'unit')
    return {
      items: known.units
        .filter((unit) => fits(unit.name, unit.id))
        .map((unit) => ({
          ref: unit.id,
          name: unit.name,
          what: unit.shortName === unit.name ? '' : (unit.shortName ?? ''),
        }))
        .slice(0, MOST_CHOICES),
    };
  // The file's own people first: they carry what is about to change.
  const planned = plan.people.map((person) => ({
    ref: person.ref,
    name: person.name,
    what: unitName.get(person.unit) ?? '',
    isLeader: person.roles.includes('leader'),
  }));
  const touched = new Set(planned.map((person) => person.ref));
  const stored = known.people
    .filter((person) => !touched.has(person.id))
    .map((person) => ({
      ref: person.id,
      name: person.name,
      what: unitName.get(person.unit) ?? '',
      isLeader: person.isLeader,
    }));
  return {
    items: [...planned, ...stored]
      .filter((person) => person.isLeader === (query.of === 'leader') && bears(person.name, person.ref))
      .slice(0, MOST_CHOICES),
  };
}
