import { createServer } from 'node:net';
import { EmbeddedError } from './embedded-error.ts';

export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });

// Below the range from which systems lend ports to outgoing connections, so that a remembered one stays ours.
const [LOWEST, HIGHEST] = [20_000, 32_000];

/** A port nobody listens on; the remembered one where it still is free. A demanded port is never exchanged. */
export async function choosePort(demanded: number | undefined, remembered: number | undefined): Promise<number> {
  if (demanded !== undefined) {
    if (await isFree(demanded)) return demanded;
    throw new EmbeddedError('portTaken', { port: demanded });
  }
  if (remembered && (await isFree(remembered))) return remembered;
  for (let tries = 0; tries < 200; tries += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
  throw new EmbeddedError('portTaken', { port: `${LOWEST}–${HIGHEST}` });
}
