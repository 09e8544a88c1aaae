/** What the room of people does when an earlier room tells news. */
import { eligibilityEffects } from '@zhengyou/domain/person/policy-effects.ts';
import { follow, type Follower } from '../../edge/news.ts';
import { policyTried } from '../policy/news.door.ts';
import { pageOfDirectory } from './directory.reads.ts';
import { listStandings } from './person.reads.ts';

const EVERYONE = { kind: 'representatives', state: 'listed', show: 'all', sort: 'reading' } as const;

export const personFollowers: readonly Follower[] = [
  follow(policyTried, async ({ db, institutionId, reach }, trial) => {
    const asked = { institutionId, reach, policy: trial.before, today: trial.on };
    const all = { offset: 0, limit: 1_000_000, most: 1_000_000 };
    const { people } = await pageOfDirectory(db, asked, EVERYONE, all);
    const standings = Map.groupBy(await listStandings(db, institutionId, reach, {}), (one) => one.personId);
    trial.add(
      eligibilityEffects(
        people.map(({ id, name, unit }) => ({ id, name, unit: unit.shortName, standings: standings.get(id) ?? [] })),
        trial,
      ),
    );
  }),
];
