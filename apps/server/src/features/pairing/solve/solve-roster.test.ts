import { afterAll, expect, it } from 'vitest';
import { addDays, plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import {
  bound,
  current,
  leader,
  problem,
  randomFrom,
  randomProblem,
  representative,
  shuffled,
} from '@zhengyou/domain/pairing/optimiser.build.ts';
import type { RosterProgress } from '@zhengyou/domain/pairing/optimiser.types.ts';
import { solveRoster, type SolverLimits } from './solve-roster.ts';
import { endSolvers, listSolvers } from './solver-process.ts';

afterAll(endSolvers);

/** An institution in which some leave and some are short. */
function roster(leaders: number, representatives: number) {
  const random = randomFrom(7);
  const people = Array.from({ length: leaders }, (_, at) =>
    leader(`L${at + 100}`, {
      floor: bound(2),
      cap: bound(9),
      leaving: at < 3 ? { zh: '调离。', en: 'Moves away.' } : null,
    }),
  );
  const others = Array.from({ length: representatives }, (_, at) => representative(`R${at + 100}`));
  return problem({
    leaders: people,
    representatives: others,
    current: others.map((one) =>
      current(people[Math.floor(random() * leaders)]?.id ?? '', one.id, {
        since: addDays(plainDate('2026-11-23'), -Math.floor(random() * 3000)),
      }),
    ),
  });
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
  );

it('answers from a process of its own, telling how far it is', async () => {
  const told: RosterProgress[] = [];
  const answer = await solveRoster(roster(12, 30), { onProgress: (progress) => told.push(progress) });
  expect(answer.status).toBe('optimal');
  expect(told.map(({ aim }) => aim)).toEqual([
    null,
    'givenUp',
    'softBroken',
    'newPairs',
    'imbalance',
    'wishesUnmet',
    'apart',
    'daysLost',
  ]);
  expect(told.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(told.map(({ total }) => total))).toEqual(new Set([8]));
});

it('gives the same answer, sentence by sentence, in whatever order people are listed', async () => {
  const given = roster(12, 30);
  const [first, second] = await Promise.all([solveRoster(given), solveRoster(shuffled(given, 3))]);
  expect(second).toEqual(first);
  const random = randomProblem(5, { leaders: 6, representatives: 9 });
  const [third, fourth] = await Promise.all([solveRoster(random), solveRoster(shuffled(random, 8))]);
  expect(fourth).toEqual(third);
});

it('is called off: before, while it waits, and while it works', async () => {
  expect(await solveRoster(roster(3, 6), { signal: AbortSignal.abort() })).toEqual({ status: 'cancelled' });
  const working = new AbortController();
  const large = roster(80, 330);
  const first = solveRoster(large, {
    signal: working.signal,
    onProgress: ({ aim }) => aim !== null && working.abort(),
  });
  const second = solveRoster(large, {
    signal: working.signal,
    onProgress: ({ aim }) => aim !== null && working.abort(),
  });
  const third = solveRoster(large, { signal: working.signal });
  expect(await Promise.all([first, second, third])).toEqual(Array.from({ length: 3 }, () => ({ status: 'cancelled' })));
  expect((await solveRoster(roster(4, 8))).status).toBe('optimal');
});

it('says at the end of its time what it has: firm rules kept, and by which aims it is the best', async () => {
  const given = roster(12, 30);
  const answer = await solveRoster(given, { timeLimitMs: 0 });
  if (answer.status !== 'bestSoFar') throw new Error(`it said ${answer.status}`);
  expect(answer.settled).toEqual([]);
  const { kept, moved, added } = answer.plan;
  const loads = new Map<string, number>();
  for (const id of [...kept, ...added].map((pair) => pair.leaderId).concat(moved.map((pair) => pair.toLeaderId)))
    loads.set(id, (loads.get(id) ?? 0) + 1);
  for (const one of given.leaders.filter(({ leaving }) => leaving === null))
    expect(loads.get(one.id) ?? 0).toBeGreaterThanOrEqual(2);
  expect(kept.length + moved.length + added.length).toBe(30);
});

it('ends a process that goes on past its time, and answers with its last step', async () => {
  const answer = await solveRoster(roster(80, 330), { timeLimitMs: 60_000 }, { graceMs: -59_999 }).catch(
    (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
  );
  // A process ended before its first step has nothing to say.
  expect(answer).toBe('pairing.solver.unfinished');
});

it('refuses what it cannot do, in words', async () => {
  const given = roster(3, 6);
  const twice = { ...given, leaders: [...given.leaders, ...given.leaders] };
  const unknown = {
    ...given,
    wishes: [{ leaderId: 'nobody', representativeId: 'R100', by: 'leader' as const, wants: true }],
  };
  expect(await refusalOf(solveRoster(twice))).toBe('pairing.solver.malformed');
  expect(await refusalOf(solveRoster(unknown))).toBe('pairing.solver.malformed');
  expect(await refusalOf(solveRoster(given, {}, { pairs: 17 }))).toBe('pairing.solver.tooLarge');
});

it('says so when the process dies, and works on', async () => {
  const small: Partial<SolverLimits> = { heapMegabytes: 24 };
  expect(await refusalOf(solveRoster(roster(300, 450), {}, small))).toBe('pairing.solver.died');
  expect((await solveRoster(roster(4, 8))).status).toBe('optimal');
});

it('keeps one process warm, which answers as a new one would', async () => {
  await endSolvers();
  const given = [roster(12, 30), randomProblem(5, { leaders: 6, representatives: 9 }), roster(20, 60)];
  const fresh = [];
  for (const one of given) {
    fresh.push(await solveRoster(one));
    await endSolvers();
  }
  expect(listSolvers()).toEqual([]);
  const kept = [];
  const processes = new Set<number>();
  for (const one of [...given, ...given]) {
    kept.push(await solveRoster(one));
    for (const id of listSolvers()) processes.add(id);
  }
  expect(kept).toEqual([...fresh, ...fresh]);
  expect(processes.size).toBe(1);
  // Two at once are two processes, of which one is kept.
  expect(await Promise.all([solveRoster(roster(12, 30)), solveRoster(roster(12, 30))])).toEqual([fresh[0], fresh[0]]);
  await expect.poll(() => listSolvers().length).toBe(1);
});

it('is called off by ending the process that works; the next one begins anew', async () => {
  await solveRoster(roster(4, 8));
  const [kept] = listSolvers();
  const caller = new AbortController();
  const answer = await solveRoster(roster(80, 330), {
    signal: caller.signal,
    onProgress: ({ aim }) => aim !== null && caller.abort(),
  });
  expect(answer).toEqual({ status: 'cancelled' });
  await expect.poll(() => listSolvers()).toEqual([]);
  expect((await solveRoster(roster(4, 8))).status).toBe('optimal');
  expect(listSolvers()).not.toContain(kept);
});

it('does not mind that the kept process has died', async () => {
  await solveRoster(roster(4, 8));
  const [kept] = listSolvers();
  process.kill(kept ?? 0, 'SIGKILL');
  expect((await solveRoster(roster(4, 8))).status).toBe('optimal');
  expect(listSolvers()).not.toContain(kept);
});

it('says so when the process is killed while it works', async () => {
  let killed = 0;
  const answer = refusalOf(
    solveRoster(roster(80, 330), {
      onProgress: ({ aim }) => {
        if (aim === null || killed > 0) return;
        killed = listSolvers()[0] ?? 0;
        process.kill(killed, 'SIGKILL');
      },
    }),
  );
  expect(await answer).toBe('pairing.solver.died');
  expect(killed).toBeGreaterThan(0);
});
