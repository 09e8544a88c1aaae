/** Rows arrive as they were given: bytes, lists, days, documents, nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/server.ts';
import { inTransaction } from './database.ts';
import { insertMany } from './insert-many.ts';
import { newId } from './new-id.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('carries every kind of column, any number of rows', async () => {
  const rows = await inTransaction(house.pool, { institution: house.institutionId, whole: true }, async (db) => {
    const unit = await db.selectFrom('unit').select('unit_id').limit(1).executeTakeFirstOrThrow();
    await insertMany(
      db,
      'person',
      Array.from({ length: 4100 }, (_, at) => ({
        institution_id: house.institutionId,
        person_id: newId(),
        unit_id: unit.unit_id,
        name: `𠮷·"${at}"\\`,
        reading: 'ji',
        initials: 'j',
        affiliations: at % 2 ? ['minmeng', 'jiusan'] : [],
        titles: ['a,b', '{c}'],
        phone: at === 0 ? Buffer.from([0, 255, 92, 120]) : null,
        birth_month: at === 0 ? '1979-05' : null,
      })),
    );
    await insertMany(db, 'person', []);
    return db.selectFrom('person').selectAll().where('reading', '=', 'ji').orderBy('person_id').execute();
  });
  expect(rows).toHaveLength(4100);
  expect(rows[0]).toMatchObject({
    name: '𠮷·"0"\\',
    affiliations: [],
    titles: ['a,b', '{c}'],
    phone: Buffer.from([0, 255, 92, 120]),
    birth_month: '1979-05',
  });
  expect(rows[1]).toMatchObject({ affiliations: ['minmeng', 'jiusan'], phone: null });
});
