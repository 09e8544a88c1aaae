/** What records and the year of contact do when an earlier room tells news. */
import { laterOf } from '@zhengyou/domain/kit/plain-date.ts';
import { yearEffects } from '@zhengyou/domain/interaction/policy-effects.ts';
import type { Redirection } from '../../store/redirect.ts';
import { follow, type Follower } from '../../edge/news.ts';
import { followMerge } from '../person/merge.door.ts';
import { personLeft, personMerged } from '../person/news.door.ts';
import { policyTried } from '../policy/news.door.ts';
import { dropAppointmentsOf } from './interaction.queries.ts';
import { withdrawTwins } from './talk-requests.ts';
import { readYearBook } from './year-rows.ts';

/** What of this room names people. A talk with both records is afterwards a talk with one. */
const NAMED: readonly Redirection[] = [
  {
    table: 'interaction_party',
    // Its other half is the id that changes.
    key: ['interaction_id'],
    column: 'representative_id',
    onceBy: ['interaction_id'],
  },
  { table: 'interaction_party', key: ['interaction_id', 'representative_id'], column: 'leader_id' },
  { table: 'interaction', key: ['interaction_id'], column: 'leader_id' },
  { table: 'interaction', key: ['interaction_id'], column: 'representative_ids', many: true },
  { table: 'interaction_point', key: ['point_id'], column: 'leader_id' },
  { table: 'interaction_point', key: ['point_id'], column: 'representative_ids', many: true },
  { table: 'interaction_step', key: ['interaction_id'], column: 'leader_id' },
  { table: 'interaction_step', key: ['interaction_id'], column: 'representative_ids', many: true },
  { table: 'interaction_attachment', key: ['attachment_id'], column: 'leader_id' },
  { table: 'interaction_attachment', key: ['attachment_id'], column: 'representative_ids', many: true },
  { table: 'talk_request', key: ['request_id'], column: 'leader_id' },
  { table: 'talk_request', key: ['request_id'], column: 'representative_id' },
  { table: 'talk_request_step', key: ['request_id'], column: 'leader_id' },
  { table: 'talk_request_step', key: ['request_id'], column: 'representative_id' },
  { table: 'interaction_mark', key: ['interaction_id'], column: 'leader_id' },
  { table: 'interaction_mark', key: ['interaction_id'], column: 'representative_ids', many: true },
  { table: 'contact_pause', key: ['pairing_id'], column: 'leader_id' },
  { table: 'contact_pause', key: ['pairing_id'], column: 'representative_id' },
  { table: 'contact_pause_step', key: ['pairing_id', 'ordinal'], column: 'leader_id' },
  { table: 'contact_pause_step', key: ['pairing_id', 'ordinal'], column: 'representative_id' },
  { table: 'appointment', key: ['appointment_id'], column: 'leader_id' },
  { table: 'appointment', key: ['appointment_id'], column: 'representative_ids', many: true },
];

export const interactionFollowers: readonly Follower[] = [
  follow(personMerged, withdrawTwins),
  followMerge(NAMED),
  follow(policyTried, async ({ db, institutionId, reach }, trial) => {
    const then = { db, institutionId, reach, today: trial.on };
    const before = await readYearBook(then, trial.before);
    const after = await readYearBook(then, trial.after);
    trial.add(
      yearEffects(
        after.pairs.map(({ row }, index) => {
          const was = before.pairs[index];
          if (was?.row.pairingId !== row.pairingId) throw new Error('the same pairs in another order');
          const { id, name, unitShort } = row.person;
          return {
            leader: row.leader,
            person: { id, name, unit: unitShort },
            before: was.row.year,
            after: row.year,
          };
        }),
      ),
    );
  }),
  // Whoever left is not waited for on a day agreed; what was is kept.
  follow(personLeft, ({ db, institutionId, today }, { personId, on }) =>
    dropAppointmentsOf(db, institutionId, personId, laterOf(on, today)),
  ),
];
