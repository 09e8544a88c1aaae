import type { ContactState } from '@zhengyou/domain/interaction/year-of-contact.ts';
import type { Context } from '../../edge/context.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { inOrder, readYearBook } from './year-rows.ts';

const TO_CONTACT: ReadonlySet<ContactState> = new Set(['late', 'due', 'dueSoon']);
const CARDS = 3;

/** A leader's home: at most three friends to contact, and all friends with their year. */
export async function readHome(context: Context) {
  const { actor, db, institutionId, today, outside } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const book = await readYearBook(context, policy, { leader: actor.personId });
  const ordered = inOrder(book.pairs);
  const cards = ordered.filter(({ row }) => TO_CONTACT.has(row.year.state)).slice(0, CARDS);
  // A number is shown with the card, so that one tap calls: that is a reading of the person's record.
  const people = cards.filter(({ pair }) => pair.person.phone !== null).map(({ pair }) => pair.person.id);
  await context.audit({ action: 'read', subjectKind: 'phone', people, detail: { count: people.length } });
  return {
    asOf: book.asOf,
    year: book.year,
    talks: book.pairs.reduce((sum, { row }) => sum + row.year.done, 0),
    cards: cards.map(({ pair, row }) => ({
      row,
      phone: pair.person.phone === null ? null : outside.cipher.open(pair.person.phone, pair.person.id),
    })),
    friends: ordered.map(({ row }) => row),
  };
}
