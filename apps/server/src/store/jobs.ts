/**
 * Work that comes round by itself, by pg-boss: it decides when, and that somebody comes; what is done and that it is done once is the
 * work's own business. Its tables stand in a schema of their own, made and used by the owner of the database: the application's role,
 * under which requests run, cannot see them.
 */
export const JOBS_SCHEMA = 'zhengyou_jobs';

export type Round = { readonly name: string; readonly everyMinutes: number; readonly work: () => Promise<void> };
type Log = { error(facts: object, text: string): void };

/** A round that takes longer is taken for dead and begun again elsewhere. */
const LONGEST_SECONDS = 300;

/** `url`: of the owner, not of the application's role. Each round begins once at once. Resolves when the worker stands. */
export async function startJobs(url: string, rounds: readonly Round[], log: Log): Promise<{ stop(): Promise<void> }> {
  // Comes when it is needed: a server whose worker runs elsewhere does not carry it.
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    application_name: 'zhengyou jobs',
    // One asks, one keeps time: more would only lie idle.
    max: 2,
    // Idle, it asks the database a few times a minute and not every second.
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 10,
    superviseIntervalSeconds: 60,
    maintenanceIntervalSeconds: 3600,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the jobs have trouble'));
  await boss.start();
  for (const { name, everyMinutes, work } of rounds) {
    // At most one waits: a house that was down for a night has one round to catch up with, not a hundred.
    await boss.createQueue(name, {
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: LONGEST_SECONDS,
      retentionSeconds: 3600,
      deleteAfterSeconds: 86_400,
    });
    await boss.schedule(name, everyMinutes === 1 ? '* * * * *' : `*/${everyMinutes} * * * *`);
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
      await work();
    });
    await boss.send(name);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 2000 }) };
}
