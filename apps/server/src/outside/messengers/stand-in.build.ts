/** A system that is not there: a local server that answers as the documents say, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
  readonly text: string;
};
/** `null` never answers; a string is sent as it stands. */
export type Answer = object | string | null | { readonly status: number; readonly headers?: Record<string, string> };

export type StandIn = {
  readonly base: string;
  readonly asked: Asked[];
  /** Answers the next question to a path in its own way; several stand in line. */
  next(path: string, answer: Answer): void;
  close(): Promise<void>;
};

export async function startStandIn(usual: (asked: Asked) => Answer): Promise<StandIn> {
  const asked: Asked[] = [];
  const line: { path: string; answer: Answer }[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://stand-in');
      const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
      const one = {
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body,
        text,
      };
      asked.push(one);
      const at = line.findIndex((each) => each.path === url.pathname);
      const answer = at < 0 ? usual(one) : (line.splice(at, 1)[0]?.answer ?? null);
      if (answer === null) return;
      if (typeof answer === 'string') return response.end(answer);
      if ('status' in answer && typeof answer.status === 'number') {
        response.writeHead(answer.status, (answer as { headers?: Record<string, string> }).headers);
        return response.end('');
      }
      return response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    next: (path, answer) => line.push({ path, answer }),
    close: () =>
      new Promise((closed) => {
        for (const response of open) response.destroy();
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
