/** Who may write a record, and for how long it can be taken back whole. */
import type { Actor } from '../access/actor.ts';
import { refusal } from '../kit/refusal.ts';
import type { Id } from '../kit/ids.ts';

/** Afterwards the other side may have read it: then it is corrected, not taken back. */
export const UNDO_MINUTES = 10;

export const interactionRefusals = {
  notYourLeader: refusal('log.notYourLeader', 'forbidden', {
    zh: '只能记自己的谈话；代记要由领导请的秘书或代理、统战部，或本单位的联络员来记。',
    en: 'You can log your own talks only; a leader’s secretary or stand-in, the office or the unit’s liaison officer may write for a leader.',
  }),
  noSuchLeader: refusal('log.noSuchLeader', 'missing', {
    zh: '没有找到这位领导，或者不在您能看的范围里。',
    en: 'This leader was not found, or is not within what you may see.',
  }),
  noSuchPerson: refusal('log.noSuchPerson', 'missing', {
    zh: '选的人里有 {count} 位不在代表人士名单里，或者不在您能看的范围里。',
    en: '{count} of the people chosen are not on the list of representatives, or not within what you may see.',
  }),
  noDay: refusal('log.noDay', 'invalid', { zh: '请选是哪一天。', en: 'Choose the day.' }),
  noNextDay: refusal('log.noNextDay', 'invalid', { zh: '请选下次是哪一天。', en: 'Choose the day of the next talk.' }),
  cannotMerge: refusal('log.cannotMerge', 'conflict', {
    zh: '那一次已经不在，或者不是同一天、同一方式。请另记一次。',
    en: 'That record is gone, or is of another day or way. Log this one apart.',
  }),
  notYoursToMerge: refusal('log.notYoursToMerge', 'forbidden', {
    zh: '那一次是领导自己记的，或者已经确认过，代记的不并进去。请另记一次，或请领导自己补上。',
    en: 'The leader wrote or confirmed that record; nothing is merged into it on their behalf. Log this one apart, or let the leader add to it.',
  }),
  notYourRecord: refusal('log.notYourRecord', 'forbidden', {
    zh: '只有记下它的人可以撤销。',
    en: 'Only whoever wrote it down can take it back.',
  }),
  undoTooLate: refusal('log.undoTooLate', 'conflict', {
    zh: '记下已超过 {minutes} 分钟，对方可能已经看到，不能再整条撤销。',
    en: 'More than {minutes} minutes have passed and the other side may have read it; it can no longer be taken back.',
  }),
} as const;

/** One writes for oneself as a leader; for another the office, or the officer of the leader’s unit. Whoever only checks writes nothing. */
export function mayWriteFor(actor: Pick<Actor, 'personId' | 'roles' | 'reach'>, leader: Id, unit: Id): boolean {
  if (actor.roles.includes('office')) return true;
  if (actor.personId === leader && actor.roles.includes('leader')) return true;
  return actor.roles.includes('unitOfficer') && actor.reach.units.includes(unit);
}

export const undoUntil = (createdAt: Date): Date => new Date(createdAt.getTime() + UNDO_MINUTES * 60_000);

/** Whoever checks sees days and ways in a list; a text opens in its record, which is written down. */
export function seesTexts(
  actor: Pick<Actor, 'personId' | 'roles' | 'reach'>,
  record: { readonly leaderId: Id; readonly people: readonly Id[]; readonly unitId: Id },
): boolean {
  return (
    actor.personId === record.leaderId ||
    record.people.includes(actor.personId) ||
    actor.roles.includes('office') ||
    (actor.roles.includes('unitOfficer') && actor.reach.units.includes(record.unitId))
  );
}
