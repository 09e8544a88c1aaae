/** Each opinion and difficulty of a dry run, with the state in which it would begin as a matter. */
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { listLedgerMatters } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Ref } from '@zhengyou/domain/ledger/known.ts';
import { plannedMatters } from '@zhengyou/domain/ledger/planned-matters.ts';
import type { Context } from '../../edge/context.ts';
import { getReadRun, lookAt } from './dry-run.ts';

export async function listPlanned(context: Context, importId: Id, query: QueryOf<typeof listLedgerMatters>) {
  const { plan, known } = await lookAt(context, await getReadRun(context, importId));
  const names = new Map<Ref, string>(known.people.map((person) => [person.id, person.name]));
  for (const person of plan.people) names.set(person.ref, person.name);
  const nameOf = (ref: Ref) => names.get(ref) ?? '';
  const all = plannedMatters(plan).filter(({ point }) => query.claim === undefined || point.claim === query.claim);
  return {
    items: all.slice(query.offset, query.offset + query.limit).map(({ talk, kind, point }) => ({
      sheet: talk.source.sheet,
      row: talk.source.row,
      on: talk.on,
      precision: talk.precision,
      leader: nameOf(talk.leader),
      people: talk.people.map(nameOf),
      kind,
      words: point.words,
      handling: point.handling,
      claim: point.claim,
    })),
    total: all.length,
  };
}
