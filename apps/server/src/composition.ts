/** The only place that knows every room. Each room adds its line; the order is the line in which rooms stand. */
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type pg from 'pg';
import type { Locks } from './edge/mount.ts';
import type { Follower } from './edge/news.ts';
import type { Route } from './edge/route.ts';
import { createServer } from './edge/server.ts';
import { createAccessRoutes } from './features/access/access.routes.ts';
import { createIdentify } from './features/access/identify.ts';
import { calendarRoutes } from './features/calendar/calendar.routes.ts';
import { createFoundHouse } from './founding.ts';
import { personRoutes } from './features/person/person.routes.ts';
import { interactionFollowers } from './features/interaction/interaction.followers.ts';
import { personFollowers } from './features/person/person.followers.ts';
import { pairingFollowers } from './features/pairing/pairing.followers.ts';
import { endSolves } from './features/pairing/run-solve.ts';
import { pairingRoutes } from './features/pairing/pairing.routes.ts';
import { policyRoutes } from './features/policy/policy.routes.ts';
import { unitRoutes } from './features/unit/unit.routes.ts';
import { noticeFollowers } from './features/notice/notice.followers.ts';
import { noticeRoutes } from './features/notice/notice.routes.ts';
import { interactionRoutes } from './features/interaction/interaction.routes.ts';
import { occasionFollowers } from './features/occasion/occasion.followers.ts';
import { occasionRoutes } from './features/occasion/occasion.routes.ts';
import { matterFollowers } from './features/matter/matter.followers.ts';
import { briefingRoutes } from './features/briefing/briefing.routes.ts';
import { feedRoutes } from './features/notice/feed.routes.ts';
import { matterRoutes } from './features/matter/matter.routes.ts';
import { reportRoutes } from './features/report/report.routes.ts';
import { ledgerRoutes } from './features/ledger/ledger.routes.ts';
import type { Clock } from './outside/clock.ts';
import type { FieldCipher } from './outside/field-cipher.ts';
import { POST, type Post } from './outside/messenger.ts';

export type HouseParts = {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** How messages leave the house; as it is in the world when left out. */
  readonly post?: Post | undefined;
  readonly demo: boolean;
  /** Founds the institution at first run; undefined in demo mode and once it is founded. */
  readonly claimToken?: string | undefined;
  /** The measures that a claimed house begins with; the shipped ones when left out. */
  readonly policyFile?: URL | undefined;
  readonly webFolder?: string | undefined;
  readonly logger?: FastifyServerOptions['logger'];
  readonly trustProxy?: boolean;
  readonly locks?: Locks;
};

export const roomRoutes: readonly Route[] = [
  ...calendarRoutes,
  ...policyRoutes,
  ...unitRoutes,
  ...personRoutes,
  ...pairingRoutes,
  ...interactionRoutes,
  ...occasionRoutes,
  ...matterRoutes,
  ...briefingRoutes,
  ...reportRoutes,
  ...ledgerRoutes,
  ...noticeRoutes,
  ...feedRoutes,
];

/** Who follows what other rooms tell, in the order in which they act. */
export const followers: readonly Follower[] = [
  ...personFollowers,
  ...pairingFollowers,
  ...interactionFollowers,
  ...occasionFollowers,
  ...matterFollowers,
  ...noticeFollowers,
];

/** Every route of the house; access is told of the others, because it says what a session may do. */
export const allRoutes = (parts: Pick<HouseParts, 'claimToken' | 'demo' | 'policyFile'>): readonly Route[] => [
  ...createAccessRoutes({
    claimToken: parts.claimToken,
    demo: parts.demo,
    found: createFoundHouse(parts.policyFile),
    others: roomRoutes.map((one) => one.endpoint),
  }),
  ...roomRoutes,
];

export async function createHouse(parts: HouseParts): Promise<FastifyInstance> {
  const house = await createServer({
    outside: {
      pool: parts.pool,
      clock: parts.clock,
      cipher: parts.cipher,
      post: parts.post ?? POST,
      demo: parts.demo,
    },
    routes: allRoutes(parts),
    identify: createIdentify(parts.pool),
    followers,
    locks: parts.locks ?? { reachOf: (actor) => actor.reach },
    ...(parts.webFolder ? { webFolder: parts.webFolder } : {}),
    ...(parts.logger === undefined ? {} : { logger: parts.logger }),
    ...(parts.trustProxy === undefined ? {} : { trustProxy: parts.trustProxy }),
  });
  house.addHook('onClose', () => endSolves(parts.pool));
  return house;
}
