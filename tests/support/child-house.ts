/** The house as users start it: a process of its own with its embedded database, to be killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { repository } from './sources.ts';

export type ChildHouse = {
  readonly origin: string;
  readonly child: ChildProcess;
  /** The process is gone at once, with nothing said to anyone. */
  kill(): Promise<void>;
  /** As Ctrl-C does; the exit code, and how long it took in milliseconds. */
  stop(): Promise<{ code: number | null; took: number }>;
};

export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

export async function startChild(dataFolder: string, flags: readonly string[] = []): Promise<ChildHouse> {
  const port = await freePort();
  const { DATABASE_URL: _own, ...rest } = process.env;
  const child = spawn(
    process.execPath,
    [join(repository, 'apps/server/src/main.ts'), '--port', String(port), ...flags],
    {
      env: { ...rest, ZHENGYOU_DATA: dataFolder, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const ended = new Promise<number | null>((end) => child.once('exit', (code) => end(code)));
  const origin = `http://localhost:${port}`;
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || tries > 600) throw new Error(`the house did not start:\n${said}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return {
    origin,
    child,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      const from = performance.now();
      child.kill('SIGINT');
      return { code: await ended, took: performance.now() - from };
    },
  };
}
