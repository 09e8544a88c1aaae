/** Rows of the leaders' sheet: the person, the posts, since when. */
import { cleanText } from '../person/name-text.ts';
import { fixOf, type RowOutcome, type RowScope } from './collector.ts';
import type { Ref } from './known.ts';
import { partialText, readDate, type PartialDate } from './partial-date.ts';
import type { Draft } from './people-book.ts';
import { findWho, readOwnName, readPhone, takeFact } from './people.ts';
import type { PlanContext } from './plan-context.ts';
import { agreesOn, findHeldPost, planPost, type PostIndex } from './plan-posts.ts';
import { readPosts } from '../person/posts.ts';
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
  const holdsAll = (draft: Draft) =>
    (phone === null || draft.facts.phone === phone) &&
    posts.every((read) => {
      const held = findHeldPost(index, draft.ref, read, unitRef)?.facts;
      const isSinceHeld = since === null || (held?.startsOn ? agreesOn(held.startsOn, since) : false);
      return held !== undefined && isSinceHeld && (read.charge === null || read.charge === held.charge);
    });
  const holdsPost = (ref: Ref) => posts.some((read) => findHeldPost(index, ref, read, unitRef) !== undefined);
  const who = findWho(
    context,
    scope,
    { name, unit: unitRef, birthMonth: null, phone },
    'leader',
    {
      agrees: (draft) => holdsPost(draft.ref),
      isAllHeld: holdsAll,
    },
    cells,
  );
  if (who.kind === 'waiting') return scope.isSkipped() ? 'skipped' : 'ask';
  const { draft } = who;
  const changedBefore = draft.changed.size;
  if (!who.isNew) {
    takeFact(context, scope, draft, 'phone', phone, 'phone', cells.text('phone'));
  }
  const fresh = posts.map((read, at) =>
    planPost(context, scope, index, {
      person: draft.ref,
      unit: unitRef,
      since,
      number: at + 1,
      // A column of its own for the charge speaks of the first post.
      read: chargeText !== '' && read.charge === null && at === 0 ? { ...read, charge: chargeText } : read,
      postWritten: postText,
      sinceWritten: cells.text('since'),
    }),
  );
  if (who.isNew) return 'fresh';
  if (who.isAgain) return 'merged';
  return draft.changed.size > changedBefore || fresh.includes(true) ? 'changed' : 'same';
}
