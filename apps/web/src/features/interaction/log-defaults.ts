/** What the sheet pre-chooses: from the server, or without network from what this device keeps of one's own pairs. */
import { readLogDefaults } from '@zhengyou/domain/interaction/year.contract.ts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { call, CallFailed } from '../../app/call.ts';
import { houseNow } from '../../app/offline/clock.ts';
import { findOnDevice, keepOnDevice } from '../../app/offline/device-store.ts';
import { keyOf, retryUnanswered, type CallError } from '../../app/queries.ts';
import type { Defaults } from './log-draft.ts';

const NAME = 'log-defaults';

/** Names and states of one's own pairs, and nothing else of anybody. */
export const ownPairsOf = (defaults: Defaults): Defaults => ({
  ...defaults,
  people: defaults.people
    .filter((one) => one.leader.id === defaults.self)
    .map((one) => ({ ...one, person: { ...one.person, standings: [] } })),
});

export async function keepDefaults(defaults: Defaults): Promise<void> {
  const own = ownPairsOf(defaults);
  // A device that cannot keep them works online alone.
  if (own.self !== null && own.people.length > 0) await keepOnDevice(own.self, NAME, own).catch(() => false);
}

/** What was kept, as of today: the first is the one asked for. Undefined where nothing was kept. */
export async function findKeptDefaults(wanted?: string): Promise<Defaults | undefined> {
  const found = await findOnDevice<Defaults>(NAME).catch(() => undefined); // unreadable is not there
  if (!found) return undefined;
  const { people, zone } = found.value;
  const first = people.find((one) => one.pairingId === wanted || one.person.id === wanted);
  const others = people.filter((one) => one !== first);
  return { ...found.value, people: first ? [first, ...others] : others, today: dateInZone(houseNow(), zone) };
}

export function useLogDefaults(wanted: string | undefined): UseQueryResult<Defaults, CallError> {
  const input = { query: wanted === undefined ? {} : { with: wanted } };
  return useQuery<Defaults, CallError>({
    queryKey: keyOf(readLogDefaults, input),
    queryFn: async ({ signal }) => {
      try {
        const defaults = await call(readLogDefaults, input, { signal });
        await keepDefaults(defaults);
        return defaults;
      } catch (error) {
        const kept = error instanceof CallFailed ? await findKeptDefaults(wanted) : undefined;
        if (kept) return kept;
        throw error;
      }
    },
    retry: retryUnanswered,
  });
}
