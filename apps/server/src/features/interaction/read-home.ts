import type { ContactState } from '@zhengyou/domain/interaction/year-of-contact.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { listUnconfirmed } from './shared-text.ts';
import { listRequests } from './talk-requests.ts';
import { inOrder, readYearBook } from './year-rows.ts';

const TO_CONTACT: ReadonlySet<ContactState> = new Set(['late', 'due', 'dueSoon']);
const CARDS = 3;
/** More than anybody answers in one sitting. */
const WAITING = 20;

/** A leader's home: at most three friends to contact, what waits for one's word, and all friends with their year. */
export async function readHome(context: Context) {
  const { actor, db, institutionId, today, outside } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const book = await readYearBook(context, policy, { leader: actor.personId });
  const ordered = inOrder(book.pairs);
  // Whoever asked to be reminded later is not reminded here meanwhile; the strip shows the state as it is.
  const cards = ordered
    .filter(({ row }) => TO_CONTACT.has(row.year.state) && row.pause.snoozedUntil === null)
    .slice(0, CARDS);
  // A number is shown with the card, so that one tap calls: that is a reading of the person's record.
  const people = cards.filter(({ pair }) => pair.person.phone !== null).map(({ pair }) => pair.person.id);
  await context.audit({ action: 'read', subjectKind: 'phone', people, detail: { count: people.length } });
  const requests = await listRequests(context, { show: 'open', limit: WAITING });
  return {
    asOf: book.asOf,
    year: book.year,
    talks: book.pairs.reduce((sum, { row }) => sum + row.year.done, 0),
    cards: cards.map(({ pair, row }) => ({
      row,
      phone: pair.person.phone === null ? null : outside.cipher.open(pair.person.phone, pair.person.id),
    })),
    requests: requests.items,
    unconfirmed: await listUnconfirmed(context),
    friends: ordered.map(({ row }) => row),
  };
}
