/** The first rows of a claimed house: they belong to several rooms, so the composition writes them. */
import type { Found } from './features/access/claim-house.ts';
import { readingOf } from './features/person/reading.ts';
import { tiersOf } from '@zhengyou/domain/policy/policy.ts';
import { loadFirstPolicy } from './features/policy/load-policy.ts';
import { newId } from './store/new-id.ts';

/** `policyFile`: the measures that the house begins with; the shipped ones when left out. */
export const createFoundHouse =
  (policyFile?: URL): Found =>
  async (db, { institutionId, institution, personId, name, now }) => {
    const here = { institution_id: institutionId };
    await db
      .insertInto('institution')
      .values({ ...here, name: institution, short_name: institution, created_at: now })
      .execute();
    const policy = await loadFirstPolicy(db, institutionId, policyFile);
    const unitId = newId(now.getTime());
    await db
      .insertInto('unit')
      .values({
        ...here,
        unit_id: unitId,
        parent_id: null,
        kind: 'institution',
        // The whole institution is of the first tier that its measures name.
        tier: tiersOf(policy)[0] ?? 'school',
        name: institution,
        short_name: institution,
        rank: 0,
      })
      .execute();
    await db
      .insertInto('person')
      .values({ ...here, person_id: personId, unit_id: unitId, name, ...readingOf(name), created_at: now })
      .execute();
  };
