/** One person’s record, as far as the asker may see it. Opening it is written down, where the person can read it. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dateInZone, isWithin, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { ROLES } from '@zhengyou/domain/kit/roles.ts';
import { eligibilityOn, type TierEligibility } from '@zhengyou/domain/person/eligibility.ts';
import { outlookOn } from '@zhengyou/domain/person/outlook.ts';
import { fieldsWithin, keepingOf, personActions, type Listing } from '@zhengyou/domain/person/person.access.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import { isEnding, termStateOf, timeOf, warningOf } from '@zhengyou/domain/person/term.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { openPhone } from './open-phone.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import {
  findMergedInto,
  findPerson,
  listBonds,
  listFacts,
  listOpenings,
  listPosts,
  listStandings,
} from './person.reads.ts';

export async function readPerson(context: Context, personId: Id, asOf?: PlainDate) {
  const { db, institutionId, reach, actor } = context;
  const today = asOf ?? context.today;
  const person = await findPerson(db, institutionId, reach, personId);
  if (!person) throw await notThere(context, personId);
  const policy = await getPolicyInForce(db, institutionId, today);
  const standings = await listStandings(db, institutionId, reach, { personId });
  const bonds = await listBonds(db, institutionId, reach, { personId });
  const posts = await listPosts(db, institutionId, [personId, ...bonds.map((bond) => bond.leaderId)]);

  const facts = await listFacts(db, institutionId, reach, personId);
  const death = facts.find((fact) => fact.kind === 'deceased');
  const isRepresentative = person.representative !== null;
  const listing = listingOf(person.representative, context.today);
  const fields = fieldsWithin(actor, { id: personId, unitId: person.unit.id, isRepresentative });
  const eligibility = eligibilityOn(standings, policy, today);
  const { next } = outlookOn(standings, policy, today);
  const record = {
    ...person,
    birthMonth: fields.birthMonth ? person.birthMonth : null,
    phone: fields.phone && person.phone ? openPhone(context, person.phone, personId) : null,
    posts: posts.filter((post) => post.personId === personId),
    standings: standings.map((standing) => ({
      ...standing,
      term: termStateOf(standing),
      time: timeOf(standing, today),
      ending: isEnding(standing, today),
      warning: warningOf(standing, today),
      opens: eligibility
        .filter((tier) => tier.grounds.some((ground) => ground.standing === standing.id))
        .map(({ tier }) => tier),
    })),
    eligibility: eligibility.map(withId),
    next: next && { on: next.on, eligibility: next.eligibility && withId(next.eligibility) },
    facts,
    deceased: death ? { on: death.startsOn, precision: death.precision } : null,
    on: today,
    pairings: bonds.map((bond) => ({
      ...bond,
      // As of another day a pair holds or not by its days; today by its history.
      active: asOf === undefined ? bond.active : isWithin(today, bond.startsOn, bond.endsOn),
      leader: {
        id: bond.leaderId,
        name: bond.leaderName,
        posts: posts
          .filter((post) => post.personId === bond.leaderId && isWithin(today, post.startsOn, post.endsOn))
          .map((post) => post.title),
      },
      representative: { id: bond.representativeId, name: bond.representativeName },
    })),
    readers: fields.readers ? await readersOf(context, personId) : null,
    can: personActions(keepingOf(actor), person.unit.id, listing, death !== undefined),
  };
  // The name is kept with the entry: the person who reads it may not look up who that is.
  const detail = { by: actor.name };
  await context.audit({ action: 'open', subjectKind: 'person', subjectId: personId, people: [personId], detail });
  return record;
}

/** A record that was merged says into whose, to whoever may open that one. */
async function notThere({ db, institutionId, reach }: Context, personId: Id): Promise<Refused> {
  const kept = await findMergedInto(db, institutionId, reach, personId);
  if (!kept) return new Refused(edgeRefusals.notFound());
  return new Refused(personRefusals.merged({ name: kept.name }, { extra: { personId: kept.person_id } }));
}

const listingOf = (row: { readonly untilOn: PlainDate | null } | null, today: PlainDate): Listing =>
  row === null ? 'never' : row.untilOn === null || row.untilOn > today ? 'listed' : 'left';

const withId = (eligibility: TierEligibility) => ({ ...eligibility, standing: eligibility.standing as Id });

const SHOWN_READERS = 20;

async function readersOf({ db, institutionId, zone }: Context, personId: Id) {
  const openings = await listOpenings(db, institutionId, personId);
  const lines = openings.map((opening) => ({
    key: `${opening.actorId} ${dateInZone(opening.at, zone)}`,
    name: opening.by,
    roles: ROLES.filter((role) => opening.roles.split(',').includes(role)),
    on: dateInZone(opening.at, zone),
  }));
  return [...Map.groupBy(lines, (line) => line.key).values()]
    .flatMap((same) => same.slice(0, 1))
    .slice(0, SHOWN_READERS);
}
