/**
 * Words in shared texts, for those who read these texts anyway: the two sides, the office, the unit's officer. Whoever only checks
 * opens a text in its record, which the person can see; a search that showed sentences would be a way around it, and one that
 * named the talks nearly so. They learn how many there are.
 */
import { seesTexts } from '@zhengyou/domain/interaction/interaction.access.ts';
import type { searchTexts as contract } from '@zhengyou/domain/interaction/text-search.contract.ts';
import { marksOf, sentencesWith, soughtIn, standsIn } from '@zhengyou/domain/interaction/text-search.ts';
import { searchRefusals } from '@zhengyou/domain/interaction/text-search.words.ts';
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { listRecordsById, namesOf, listOwnParties } from './interaction.reads.ts';
import { COUNTED_TO, findByMarks, listTexts } from './marks.queries.ts';

/** A longer word's marks say nothing of their order: so many times a page is looked at, to fill it. A pair of characters stands as it is. */
const LOOKED_AT = 3;

export async function searchTexts(context: Context, query: QueryOf<typeof contract>) {
  const { actor, db, institutionId, reach } = context;
  const sought = soughtIn(query.q);
  if (!sought) throw new Refused(searchRefusals.tooShort(undefined, { field: 'q' }));
  const onlyChecks = reach.whole && !actor.keeps;
  const ownReach = onlyChecks ? { ...reach, whole: false } : reach;
  const marks = marksOf(institutionId, sought);
  // A checker who is a leader too reads their own talks as any leader does.
  const exact = sought.every((word) => [...word].length === 2);
  const limit = exact ? query.limit + 1 : query.limit * LOOKED_AT;
  const found = await findByMarks(db, institutionId, ownReach, marks, { offset: query.offset, limit });
  const all = onlyChecks ? await findByMarks(db, institutionId, reach, marks, { offset: 0, limit: 1 }) : found;

  const { ids } = found;
  const records = new Map((await listRecordsById(db, institutionId, ownReach, ids)).map((one) => [one.id, one]));
  const texts = await listTexts(db, institutionId, [...records.keys()]);
  const hits = ids.flatMap((id, index) => {
    const record = records.get(id);
    const words = texts.get(id) ?? [];
    return record && seesTexts(actor, record) && standsIn(words, sought) ? [{ record, words, index }] : [];
  });
  const shown = hits.slice(0, query.limit);
  const people = shown.flatMap(({ record }) => record.people);
  const names = new Map([
    ...(await listOwnParties(
      db,
      institutionId,
      reach,
      shown.map(({ record }) => record.id),
    )),
    ...(await namesOf(db, institutionId, reach, people)),
  ]);
  await context.audit({
    action: 'search',
    subjectKind: 'texts',
    people: [...new Set(people)],
    detail: { shown: shown.length, countOnly: onlyChecks },
  });

  const more = hits.length > query.limit;
  const last = shown.at(-1);
  return {
    sought,
    count: Math.min(all.count, COUNTED_TO),
    exact,
    more: all.count > COUNTED_TO,
    countOnly: onlyChecks,
    items: shown.map(({ record, words }) => {
      const seen = record.people.filter((id) => names.has(id));
      return {
        id: record.id,
        on: record.on,
        precision: record.precision,
        channel: record.channel,
        leader: { id: record.leaderId, name: record.leaderName },
        people: seen.map((id) => ({ id, name: names.get(id) ?? '' })),
        others: record.people.length - seen.length,
        lines: words.flatMap((text) => sentencesWith(text, sought)).slice(0, 3),
      };
    }),
    next: more && last ? query.offset + last.index + 1 : ids.length === limit ? query.offset + ids.length : null,
  };
}
