/** You said, we did: proposed from what was answered, worded and issued by the office, read by everyone. */
import { guardNaming, type GuardedItem } from '@zhengyou/domain/briefing/naming-guard.ts';
import { briefingRefusals } from '@zhengyou/domain/briefing/briefing.refusals.ts';
import type { YouSaidCounts, YouSaidLine } from '@zhengyou/domain/briefing/you-said.contract.ts';
import { halfYearOf } from '@zhengyou/domain/briefing/half-year.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { listKnown } from './known.reads.ts';
import { listSourceRows } from './briefing.reads.ts';
import { keepYouSaid } from './you-said.queries.ts';
import { countStillOpen, listAnswered, listYouSaid, type Answered } from './you-said.reads.ts';

async function answeredIn(context: Context, period: string) {
  const { db, institutionId, reach, today } = context;
  const half = halfYearOf(period);
  if (half.from > today) throw new Refused(briefingRefusals.periodAhead());
  const answered = await listAnswered(db, institutionId, reach, half);
  return { answered, counts: countsOf(answered, await countStillOpen(db, institutionId, reach, half.until)) };
}

function countsOf(answered: readonly Answered[], stillOpen: number): YouSaidCounts {
  const byKind: YouSaidCounts['byKind'] = {};
  const byOutcome: YouSaidCounts['byOutcome'] = {};
  const seen = new Set<Id>();
  for (const { matterId, kind, outcome } of answered) {
    if (outcome !== null) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
    if (seen.has(matterId)) continue;
    seen.add(matterId);
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  return { answered: seen.size, byKind, byOutcome, stillOpen };
}

const LINE_ROOM = 300;
const short = (text: string) => [...text.replace(/\s+/gu, ' ')].slice(0, LINE_ROOM).join('');

/** What someone is in need of is counted and never told, however it is worded. */
const tellable = (one: Answered) => one.kind !== 'difficulty' && one.title !== null;

export async function proposeYouSaid(context: Context, period: string) {
  const { answered, counts } = await answeredIn(context, period);
  const issued = (await listYouSaid(context.db, context.institutionId)).some((page) => page.period === period);
  const lines = answered
    .filter(tellable)
    .slice(0, 60)
    .map((one) => ({ number: one.number, said: short(one.title ?? ''), did: short(one.text), outcome: one.outcome }));
  return { period, counts, lines, issued };
}

export async function issueYouSaid(context: Context, period: string, lines: readonly YouSaidLine[]) {
  const { db, institutionId, today } = context;
  const { answered, counts } = await answeredIn(context, period);
  await refuseTelling(context, lines, answered);
  const page = { period, issuedOn: today, counts, lines: [...lines] };
  await keepYouSaid(db, institutionId, page);
  await context.audit({ action: 'issue', subjectKind: 'youSaid', detail: { period, lines: lines.length } });
  return page;
}

/** Nobody is named here, whatever they chose elsewhere, and nobody is told by what is true of few. */
async function refuseTelling(context: Context, lines: readonly YouSaidLine[], answered: readonly Answered[]) {
  const { db, institutionId, reach, today } = context;
  const ids = [...new Set(answered.map((one) => one.matterId))];
  const sources = await listSourceRows(db, institutionId, reach, ids);
  const people = [...new Set(sources.flatMap((source) => source.proposers.map((one) => one.personId)))];
  const items: GuardedItem[] = lines.map((line, index) => ({
    ordinal: index + 1,
    texts: [line.said, line.did],
    unnamed: people,
    named: [],
  }));
  const warnings = guardNaming(items, await listKnown(db, institutionId, today));
  if (warnings.length > 0)
    throw new Refused(
      briefingRefusals.lineTells(
        { lines: [...new Set(warnings.map((one) => one.ordinal))].join('、') },
        { extra: { warnings } },
      ),
    );
}

export async function readYouSaid(context: Context) {
  const items = await listYouSaid(context.db, context.institutionId);
  return { items, total: items.length, can: context.actor.keeps ? ['issue' as const] : [] };
}
