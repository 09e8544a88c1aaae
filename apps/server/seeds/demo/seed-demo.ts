/** Sets up the demo institution at first start: all in one transaction, so that a kill leaves nothing half seeded. */
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import { marksOf } from '@zhengyou/domain/interaction/text-search.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { writeAudit } from '../../src/edge/audit.ts';
import { readingOf } from '../../src/features/person/reading.ts';
import { loadFirstPolicy } from '../../src/features/policy/load-policy.ts';
import type { FieldCipher } from '../../src/outside/field-cipher.ts';
import { inTransaction, type Db } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { readExample, zDescription, type Description } from './description.ts';
import * as own from './institution.ts';

type Leader = Description['leaders'][number];
type Representative = Description['representatives'][number];

/** The house's own demo, or an institution of another shape from `policies/examples`. */
async function describe(id: string | undefined): Promise<{ description: Description; policy?: URL }> {
  if (id !== undefined) return await readExample(id);
  const leaders: unknown = JSON.parse(await readFile(new URL('leaders.json', import.meta.url), 'utf8'));
  const { institution, units, settings, staff, delegations, checkers, representatives, templates } = own;
  return {
    description: zDescription.parse({
      institution,
      units,
      settings,
      leaders,
      staff,
      delegations,
      checkers,
      representatives,
      templates,
    }),
  };
}

/** `institution`: the folder of another one below `policies/examples`. */
export async function seedDemo(pool: pg.Pool, cipher: FieldCipher, now: Date, institution?: string): Promise<Id> {
  const institutionId = newId(now.getTime());
  const { description, policy } = await describe(institution);
  await inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
    await db
      .insertInto('institution')
      .values({
        institution_id: institutionId,
        name: description.institution.name,
        short_name: description.institution.shortName,
        help: description.institution.help,
      })
      .execute();
    await loadFirstPolicy(db, institutionId, policy);
    const seed = new Seed(db, institutionId, cipher);
    for (const [rank, unit] of description.units.entries()) await seed.unit(unit, rank);
    for (const set of description.settings) await seed.setting(null, set.kind, set.value, set.reason);
    for (const leader of description.leaders) await seed.leader(leader);
    for (const person of description.staff) await seed.staff(person);
    for (const person of description.representatives) await seed.representative(person);
    for (const one of description.delegations) await seed.delegation(one, now);
    for (const talk of description.talks) await seed.talk(talk);
    for (const name of description.checkers) await seed.grant(seed.personOf(name), 'checker', null);
    for (const template of description.templates) await seed.template(template);
    const witness = { institutionId, actorId: null, roles: [], endpoint: 'seed', requestId: 'seed', at: now };
    await writeAudit(db, witness, { action: 'seed', subjectKind: 'institution', subjectId: institutionId });
  });
  return institutionId;
}

/** Days before the demo’s history begins: pairings that were there when the house opened. */
const PAIRED_ON = '2025-01-01';

class Seed {
  readonly #db: Db;
  readonly #institution: Id;
  readonly #cipher: FieldCipher;
  readonly #units = new Map<string, Id>();
  readonly #tiers = new Map<string, string>();
  readonly #people = new Map<string, Id>();
  #top: Id | undefined;

  constructor(db: Db, institutionId: Id, cipher: FieldCipher) {
    this.#db = db;
    this.#institution = institutionId;
    this.#cipher = cipher;
  }

  personOf(name: string): Id {
    return found(this.#people, name);
  }

  async unit(unit: Description['units'][number], rank: number) {
    const id = newId();
    this.#units.set(unit.name, id);
    this.#tiers.set(unit.name, unit.tier);
    this.#top ??= id;
    await this.#db
      .insertInto('unit')
      .values({
        institution_id: this.#institution,
        unit_id: id,
        parent_id: rank === 0 ? null : unit.parent === undefined ? this.#top : this.#unitOf(unit.parent),
        kind: unit.kind,
        tier: unit.tier,
        name: unit.name,
        short_name: unit.shortName,
        rank,
      })
      .execute();
    if (unit.firstTalkBy) await this.setting(id, 'firstTalkBy', unit.firstTalkBy, '年底事多，先谈第一次');
  }

  /** What the house, or one unit of it, set for itself. */
  async setting(unitId: Id | null, kind: string, value: string, reason: string) {
    await this.#db
      .insertInto('local_setting')
      .values({
        institution_id: this.#institution,
        setting_id: newId(),
        unit_id: unitId,
        kind,
        value,
        reason,
        starts_on: '2025-01-01',
      })
      .execute();
  }

  async leader(leader: Leader) {
    const id = await this.#person(leader.name, leader.unit, { phone: leader.phone });
    for (const post of leader.posts)
      await this.#db
        .insertInto('post')
        .values({
          institution_id: this.#institution,
          post_id: newId(),
          person_id: id,
          unit_id: this.#unitOf(leader.unit),
          kind: post.kind,
          title: post.title,
          charge: post.charge,
          leadership: true,
          starts_on: leader.since,
          precision: 'day',
          tier: leader.tier ?? this.#tiers.get(leader.unit) ?? '',
        })
        .execute();
    await this.#account(id, readingOf(leader.name).reading.replaceAll(' ', ''));
  }

  async staff(person: Description['staff'][number]) {
    const id = await this.#person(person.name, person.unit, { position: person.position });
    await this.grant(id, person.role, person.grantUnit ? this.#unitOf(person.grantUnit) : null);
    await this.#account(id, person.login);
  }

  async representative(person: Representative) {
    const id = await this.#person(person.name, person.unit, {
      affiliations: [...person.affiliations],
      titles: [...person.titles],
      ...(person.position === null ? {} : { position: person.position }),
      ...(person.birthMonth === null ? {} : { birth_month: person.birthMonth }),
      ...(person.phone === null ? {} : { phone: person.phone }),
    });
    const unit_id = this.#unitOf(person.unit);
    await this.#db
      .insertInto('representative')
      .values({
        institution_id: this.#institution,
        person_id: id,
        unit_id,
        counterpart: person.counterpart ?? 'person',
      })
      .execute();
    for (const standing of person.standings)
      await this.#db
        .insertInto('standing')
        .values({
          institution_id: this.#institution,
          standing_id: newId(),
          person_id: id,
          unit_id,
          ...standing,
          starts_on: person.term.from,
          ends_on: person.term.until,
          precision: person.term.precision,
          source: '演示数据',
        })
        .execute();
    if (person.leader !== undefined)
      await this.#pair(this.personOf(person.leader), id, unit_id, person.pairedOn ?? PAIRED_ON);
    // A group or an office does not sign in.
    if ((person.counterpart ?? 'person') === 'person')
      await this.#account(id, readingOf(person.name).reading.replaceAll(' ', ''));
  }

  async delegation(one: Description['delegations'][number], now: Date) {
    const leader_id = this.personOf(one.leader);
    const delegate_id = this.personOf(one.delegate);
    const post = await this.#db
      .selectFrom('post')
      .select('unit_id')
      .where('institution_id', '=', this.#institution)
      .where('person_id', '=', leader_id)
      .executeTakeFirstOrThrow();
    const here = { institution_id: this.#institution, delegation_id: newId(), unit_id: post.unit_id };
    // As the leader gave it: the row policies take it from nobody else.
    await sql.raw(`set local app.actor = '${leader_id}'`).execute(this.#db);
    await this.#db
      .insertInto('delegation')
      .values({
        ...here,
        kind: 'secretary',
        leader_id,
        leader_name: one.leader,
        delegate_id,
        delegate_name: one.delegate,
        scopes: [...one.scopes],
        starts_on: one.firstOn,
        ends_on: addDays(plainDate(one.lastOn), 1),
        status: 'given',
        created_at: now,
      })
      .execute();
    await this.#db
      .insertInto('delegation_step')
      .values({
        ...here,
        leader_id,
        delegate_id,
        ordinal: 1,
        action: 'give',
        actor_id: leader_id,
        actor_name: one.leader,
        at: now,
      })
      .execute();
    await sql.raw(`set local app.actor = ''`).execute(this.#db);
  }

  /** One talk of a leader with one friend. */
  async talk(talk: Description['talks'][number]) {
    const leaderId = this.personOf(talk.leader);
    const personId = this.personOf(talk.person);
    const pairing = await this.#db
      .selectFrom('pairing')
      .select(['pairing_id', 'unit_id'])
      .where('institution_id', '=', this.#institution)
      .where('leader_id', '=', leaderId)
      .where('representative_id', '=', personId)
      .executeTakeFirstOrThrow();
    const here = { institution_id: this.#institution, interaction_id: newId() };
    const told = {
      leader_id: leaderId,
      unit_id: pairing.unit_id,
      channel: talk.channel,
      happened_on: talk.on,
      precision: 'day',
    };
    await this.#db
      .insertInto('interaction')
      .values({
        ...here,
        ...told,
        leader_name: talk.leader,
        representative_ids: [personId],
        ...(talk.words === undefined ? {} : { words: talk.words }),
      })
      .execute();
    await this.#db
      .insertInto('interaction_party')
      .values({
        ...here,
        ...told,
        representative_id: personId,
        representative_name: talk.person,
        pairing_id: pairing.pairing_id,
        came_about: true,
      })
      .execute();
    const marks = marksOf(this.#institution, [talk.words ?? null]);
    if (marks.length > 0)
      await this.#db
        .insertInto('interaction_mark')
        .values({
          ...here,
          leader_id: leaderId,
          unit_id: pairing.unit_id,
          representative_ids: [personId],
          happened_on: talk.on,
          marks,
        })
        .execute();
  }

  async grant(personId: Id, role: string, unitId: Id | null) {
    await this.#db
      .insertInto('role_grant')
      .values({ institution_id: this.#institution, grant_id: newId(), person_id: personId, role, unit_id: unitId })
      .execute();
  }

  async template({ unit, ...template }: Description['templates'][number]) {
    const unit_id = unit === null ? null : this.#unitOf(unit);
    await this.#db
      .insertInto('reply_template')
      .values({ institution_id: this.#institution, template_id: newId(), unit_id, ...template })
      .execute();
  }

  async #pair(leaderId: Id, representativeId: Id, representativeUnitId: Id, pairedOn: string) {
    const post = await this.#db
      .selectFrom('post')
      .select(['unit_id', 'tier'])
      .where('institution_id', '=', this.#institution)
      .where('person_id', '=', leaderId)
      .executeTakeFirstOrThrow();
    const pair = {
      pairing_id: newId(),
      leader_id: leaderId,
      representative_id: representativeId,
      unit_id: post.unit_id,
    };
    await this.#db
      .insertInto('pairing')
      .values({
        institution_id: this.#institution,
        ...pair,
        representative_unit_id: representativeUnitId,
        tier: post.tier,
        status: 'active',
        starts_on: pairedOn,
      })
      .execute();
    await this.#db
      .insertInto('pairing_step')
      .values({ institution_id: this.#institution, ...pair, ordinal: 1, action: 'enter', on_day: pairedOn })
      .execute();
  }

  async #person(
    name: string,
    unit: string,
    more: {
      phone?: string;
      position?: string;
      titles?: string[];
      affiliations?: string[];
      birth_month?: string;
    },
  ) {
    const id = newId();
    this.#people.set(name, id);
    const { phone, ...fields } = more;
    await this.#db
      .insertInto('person')
      .values({
        institution_id: this.#institution,
        person_id: id,
        unit_id: this.#unitOf(unit),
        name,
        ...readingOf(name),
        ...fields,
        ...(phone ? { phone: this.#cipher.seal(phone, id) } : {}),
      })
      .execute();
    return id;
  }

  async #account(personId: Id, login: string) {
    const taken = await this.#db
      .selectFrom('account')
      .select('login')
      .where('institution_id', '=', this.#institution)
      .where('login', '=', login)
      .executeTakeFirst();
    await this.#db
      .insertInto('account')
      .values({
        institution_id: this.#institution,
        account_id: newId(),
        person_id: personId,
        login: taken ? `${login}2` : login,
      })
      .execute();
  }

  #unitOf(name: string): Id {
    return found(this.#units, name);
  }
}

function found(map: Map<string, Id>, name: string): Id {
  const id = map.get(name);
  if (!id) throw new Error(`the demo data name someone or something that they do not hold: ${name}`);
  return id;
}
