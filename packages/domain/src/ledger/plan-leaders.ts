/** Rows of the leaders' sheet: the person, the posts, since when. */
import type { PlainDate } from '../kit/plain-date.ts';
import { cleanText, squeeze } from '../person/name-text.ts';
import { fixOf, type RowOutcome, type RowScope } from './collector.ts';
import type { PostFacts, Ref } from './known.ts';
import { endOfPartial, partialText, readDate, type PartialDate } from './partial-date.ts';
import { findWho, readOwnName, readPhone, takeFact } from './people.ts';
import { pushTo, type PlanContext } from './plan-context.ts';
import { readPosts, type PostReading } from './posts.ts';
import type { CellReader } from './rows.ts';

function readSince(scope: RowScope, cells: CellReader): PartialDate | null {
  const written = cells.text('since');
  const read = readDate(written);
  if (read.kind === 'blank') return null;
  if (read.kind === 'date') {
    if (read.respelt && cells.date('since') === undefined)
      scope.tidy('dateSpelling', 'since', written, partialText(read.date));
    return read.date;
  }
  const decision = scope.raise({
    code: 'sinceUnreadable',
    level: 'note',
    field: 'since',
    written,
    fixes: [fixOf('useDate', { needs: 'date' })],
    follows: ({ value }) => readDate(value ?? '').kind === 'date',
  });
  const decided = readDate(decision?.value ?? '');
  return decided.kind === 'date' ? decided.date : null;
}

type Stored = PostFacts & { readonly id: Ref };
export type PostIndex = Map<Ref, Stored[]>;

export function indexPosts(context: PlanContext): PostIndex {
  const index: PostIndex = new Map();
  for (const post of context.known.posts) pushTo(index, post.person, post);
  return index;
}

const isSamePost = (held: PostFacts, read: PostReading, unit: Ref) =>
  held.kind === read.kind && held.unit === unit && (read.kind !== 'other' || squeeze(held.title) === read.title);

/** Answers whether anything of the post is new. */
function planPost(
  context: PlanContext,
  scope: RowScope,
  index: PostIndex,
  facts: { person: Ref; unit: Ref; since: PartialDate | null; written: string; sinceWritten: string },
  read: PostReading,
  number: number,
): boolean {
  const { person, unit, since } = facts;
  const held = (index.get(person) ?? []).find((post) => isSamePost(post, read, unit));
  const post = {
    key: `${scope.place.key}!${scope.row}/post${number}`,
    source: scope.source,
    person,
    unit,
    kind: read.kind,
    title: held?.title ?? read.title,
    charge: held?.charge ?? read.charge,
    startsOn: held?.startsOn ?? since?.on ?? null,
    precision: held?.startsOn ? held.precision : (since?.precision ?? null),
    tier: context.tierOf(unit),
    leadership: true,
    stored: held?.id ?? null,
  } as const;
  if (!held) {
    context.lists.posts.push({ ...post, action: 'create' });
    pushTo(index, person, { ...post, id: post.key });
    return true;
  }
  let isChanged = (held.charge === null && read.charge !== null) || (held.startsOn === null && since !== null);
  const next = { ...post };
  const differs = (field: 'post' | 'since', heldText: string, written: string) =>
    scope.raise({
      code: 'fieldDiffers',
      level: 'ask',
      field,
      written,
      detail: `${number}`,
      facts: { field, held: heldText, name: '' },
      fixes: [
        fixOf('keepKnown', { proposed: true, facts: { held: heldText } }),
        fixOf('useFile', { facts: { written } }),
      ],
    })?.fix === 'useFile';
  if (held.charge !== null && read.charge !== null && squeeze(held.charge) !== squeeze(read.charge))
    if (differs('post', `${held.title}（${held.charge}）`, facts.written)) {
      isChanged = true;
      Object.assign(next, { charge: read.charge });
    }
  if (since !== null && held.startsOn !== null && !agrees(held.startsOn, since))
    if (differs('since', partialText({ on: held.startsOn, precision: held.precision ?? 'day' }), facts.sinceWritten)) {
      isChanged = true;
      Object.assign(next, { startsOn: since.on, precision: since.precision });
    }
  context.lists.posts.push({ ...next, action: isChanged ? 'change' : 'same' });
  return isChanged;
}

/** A month in the file agrees with a day of that month in the store. */
const agrees = (held: PlainDate, read: PartialDate) => held >= read.on && held < endOfPartial(read);

export function planLeaderRow(context: PlanContext, scope: RowScope, cells: CellReader, index: PostIndex): RowOutcome {
  const { name, isOpen } = readOwnName(scope, cells);
  const unit = context.resolveUnit(cells.text('unit'), scope, name ?? '');
  const phone = readPhone(scope, cells.text('phone'));
  const since = readSince(scope, cells);
  const postText = cells.text('post');
  const posts = readPosts(postText);
  const chargeText = cleanText(cells.text('charge'));
  if (posts.length === 0) scope.raise({ code: 'postMissing', level: 'note', field: 'post', written: postText });
  for (const { kind, title } of posts)
    if (kind === 'other')
      scope.raise({
        code: 'postUnknown',
        level: 'note',
        field: 'post',
        written: postText,
        facts: { title },
        detail: title,
      });
  if (scope.isSkipped()) return 'skipped';
  if (name === null) return 'refused';
  if (isOpen || unit.kind !== 'unit') {
    context.book.wait(name, 'leader');
    return isOpen || unit.kind === 'ask' ? 'ask' : 'waiting';
  }

  const unitRef = unit.unit;
  const holdsPost = (ref: Ref) =>
    posts.some((read) => (index.get(ref) ?? []).some((held) => isSamePost(held, read, unitRef)));
  const who = findWho(
    context,
    scope,
    { name, unit: unitRef, birthMonth: null, phone },
    'leader',
    {
      agrees: (draft) => holdsPost(draft.ref),
      isAllHeld: (draft) => holdsPost(draft.ref) && (phone === null || draft.facts.phone === phone),
    },
    cells,
  );
  if (who.kind === 'waiting') return scope.isSkipped() ? 'skipped' : 'ask';
  const { draft } = who;
  const changedBefore = draft.changed.size;
  if (!who.isNew) {
    takeFact(context, scope, draft, 'phone', phone, 'phone', cells.text('phone'));
  }
  const facts = { person: draft.ref, unit: unitRef, since, written: postText, sinceWritten: cells.text('since') };
  const fresh = posts.map((read, at) =>
    planPost(
      context,
      scope,
      index,
      facts,
      chargeText !== '' && read.charge === null && at === 0 ? { ...read, charge: chargeText } : read,
      at + 1,
    ),
  );
  if (who.isNew) return 'fresh';
  if (who.isAgain) return 'merged';
  return draft.changed.size > changedBefore || fresh.includes(true) ? 'changed' : 'same';
}
