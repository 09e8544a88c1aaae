/** The posts of one row against those already held: the same, a blank filled in, or a new post. */
import type { PlainDate } from '../kit/plain-date.ts';
import { squeeze } from '../person/name-text.ts';
import { fixOf, type RowScope } from './collector.ts';
import type { PostFacts, Ref } from './known.ts';
import { endOfPartial, partialText, type PartialDate } from './partial-date.ts';
import { pushTo, type PlanContext } from './plan-context.ts';
import type { PostReading } from '../person/posts.ts';

/** `stored` is null where an earlier row of this file planned it; `at`: where in the list of planned posts it stands. */
type HeldPost = { facts: PostFacts; readonly stored: Ref | null; at: number | null };
export type PostIndex = Map<Ref, HeldPost[]>;

export function indexPosts(context: PlanContext): PostIndex {
  const index: PostIndex = new Map();
  for (const { id, ...facts } of context.known.posts) pushTo(index, facts.person, { facts, stored: id, at: null });
  return index;
}

export const findHeldPost = (index: PostIndex, person: Ref, read: PostReading, unit: Ref): HeldPost | undefined =>
  (index.get(person) ?? []).find(
    ({ facts }) =>
      facts.kind === read.kind && facts.unit === unit && (read.kind !== 'other' || squeeze(facts.title) === read.title),
  );

/** A month in the file agrees with a day of that month in the store. */
export const agreesOn = (held: PlainDate, read: PartialDate): boolean => held >= read.on && held < endOfPartial(read);

type RowPost = {
  readonly person: Ref;
  readonly unit: Ref;
  readonly since: PartialDate | null;
  readonly number: number;
  readonly read: PostReading;
  readonly postWritten: string;
  readonly sinceWritten: string;
};

/** Answers whether anything of the post is new. */
export function planPost(context: PlanContext, scope: RowScope, index: PostIndex, row: RowPost): boolean {
  const { person, unit, since, number, read } = row;
  const { posts } = context.lists;
  const planned = {
    key: `${scope.place.key}!${scope.row}/post${number}`,
    source: scope.source,
    tier: context.tierOf(unit),
    leadership: true,
  } as const;
  const found = findHeldPost(index, person, read, unit);
  if (!found) {
    const facts: PostFacts = {
      person,
      unit,
      kind: read.kind,
      title: read.title,
      charge: read.charge,
      startsOn: since?.on ?? null,
      precision: since?.precision ?? null,
    };
    pushTo(index, person, { facts, stored: null, at: posts.length });
    posts.push({ ...planned, ...facts, stored: null, action: 'create' });
    return true;
  }

  const usesFile = (field: 'post' | 'since', held: string, written: string) =>
    scope.raise({
      code: 'fieldDiffers',
      level: 'ask',
      field,
      written,
      detail: String(number),
      facts: { field, held, name: found.facts.title },
      fixes: [fixOf('keepKnown', { proposed: true, facts: { held } }), fixOf('useFile', { facts: { written } })],
    })?.fix === 'useFile';
  const { facts: held } = found;
  let next = held;
  if (read.charge !== null && (held.charge === null || squeeze(held.charge) !== squeeze(read.charge)))
    if (held.charge === null || usesFile('post', `${held.title}（${held.charge}）`, row.postWritten))
      next = { ...next, charge: read.charge };
  if (since !== null && (held.startsOn === null || !agreesOn(held.startsOn, since)))
    if (
      held.startsOn === null ||
      usesFile('since', partialText({ on: held.startsOn, precision: held.precision ?? 'day' }), row.sinceWritten)
    )
      next = { ...next, startsOn: since.on, precision: since.precision };

  const isChanged = next !== held;
  found.facts = next;
  if (found.at === null) {
    found.at = posts.length;
    posts.push({ ...planned, ...next, stored: found.stored, action: isChanged ? 'change' : 'same' });
    return isChanged;
  }
  const before = posts[found.at];
  if (isChanged && before)
    posts[found.at] = { ...before, ...next, action: before.action === 'create' ? 'create' : 'change' };
  return isChanged;
}
