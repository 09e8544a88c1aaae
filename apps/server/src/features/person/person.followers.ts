/** What the room of people does when an earlier room tells news. */
import { eligibilityEffects } from '@zhengyou/domain/person/policy-effects.ts';
import { follow, type Follower } from '../../edge/news.ts';
import { policyTried } from '../policy/news.door.ts';
import { listDirectory, listStandings } from './person.reads.ts';

export const personFollowers: readonly Follower[] = [
  follow(policyTried, async ({ db, institutionId, reach }, trial) => {
    const people = await listDirectory(db, institutionId, reach, 'representatives', trial.on);
    const standings = Map.groupBy(await listStandings(db, institutionId, reach), (one) => one.personId);
    trial.add(
      eligibilityEffects(
        people.map(({ id, name, unit }) => ({ id, name, unit: unit.shortName, standings: standings.get(id) ?? [] })),
        trial,
      ),
    );
  }),
];
