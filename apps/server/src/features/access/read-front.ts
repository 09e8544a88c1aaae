/** What the sign-in page shows before anyone is known. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import type { Role } from '@zhengyou/domain/kit/roles.ts';
import type { OpenContext } from '../../edge/context.ts';
import { inTransaction } from '../../store/database.ts';
import { findInstitution, listBonds } from './access.queries.ts';
import { listAccounts } from './access.reads.ts';
import { actorFrom } from './identify.ts';

/** Whoever is several is listed once, under the role that is rarest. */
const LISTED_AS: readonly Role[] = [
  'office',
  'unitOfficer',
  'handler',
  'secretary',
  'checker',
  'leader',
  'representative',
];

export async function readFront({ outside, now }: OpenContext) {
  const institution = await inTransaction(outside.pool, {}, findInstitution);
  if (!institution) return { institution: null, demo: outside.demo, people: [] };
  const { institutionId, name, help } = institution;
  const people = outside.demo ? await listDemoPeople(outside, institutionId, institution.zone, now) : [];
  return { institution: { name, help }, demo: outside.demo, people };
}

/** Only in demo mode, where everyone is invented: outside it no name is told to a stranger. */
function listDemoPeople(outside: OpenContext['outside'], institutionId: Id, zone: string, now: Date) {
  const today = dateInZone(now, zone);
  return inTransaction(outside.pool, { institution: institutionId, whole: true }, async (db) => {
    const bonds = await listBonds(db, institutionId);
    const accounts = await listAccounts(db, institutionId, today);
    const people = accounts.flatMap(({ personId, login, name, shortUnit, title }) => {
      const own = bonds.get(personId);
      const roles = own ? actorFrom(own, { institutionId, personId, sessionId: personId }, today).roles : [];
      const role = LISTED_AS.find((one) => roles.includes(one));
      const what = [shortUnit, title].filter(Boolean).join(' · ');
      return role ? [{ login, name, what, role, paired: own?.pairedWith.length !== 0 }] : [];
    });
    // Whoever has someone to keep in touch with has most to show.
    return [...people.filter((one) => one.paired), ...people.filter((one) => !one.paired)];
  });
}
