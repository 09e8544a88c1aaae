/** The contract: every endpoint is mounted once, every input is strict, and the printed API page is the one in force. */
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { allEndpoints } from '../../tools/lib/endpoints.ts';
import { openApiOf } from '../../tools/lib/open-api.ts';
import { allRoutes } from '../../apps/server/src/composition.ts';
import { modulesUnder, textOf } from '../support/sources.ts';

const endpoints = await allEndpoints();

describe('the contract', () => {
  it('names every endpoint once', () => {
    expect(endpoints.length).toBeGreaterThan(25);
    expect(new Set(endpoints.map((one) => one.id)).size).toBe(endpoints.length);
    expect(new Set(endpoints.map((one) => `${one.method} ${one.path}`)).size).toBe(endpoints.length);
  });

  it('is mounted whole, each endpoint exactly once', () => {
    const mounted = allRoutes({ claimToken: undefined, demo: true }).map((one) => one.endpoint.id);
    expect([...mounted].sort()).toEqual(endpoints.map((one) => one.id).sort());
  });

  it('refuses unknown fields everywhere', () => {
    const loose = endpoints.flatMap((one) =>
      (['params', 'query', 'body'] as const)
        .filter((part) => {
          const shape = one[part];
          if (!shape) return false;
          const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
          return 'properties' in schema && schema.additionalProperties !== false;
        })
        .map((part) => `${one.id} ${part}`),
    );
    expect(loose).toEqual([]);
  });

  it('says which answers a change makes stale, and names only endpoints that there are', () => {
    const known = new Set(endpoints.map((one) => one.id));
    expect(
      endpoints.flatMap((one) => (one.changes ?? []).filter((id) => !known.has(id)).map((id) => `${one.id} → ${id}`)),
    ).toEqual([]);
  });

  it('asks for the version on every change of a record', () => {
    const unversioned = endpoints.filter((one) => ['PUT', 'PATCH', 'DELETE'].includes(one.method) && !one.versioned);
    // Ending a session is no change of a record: it has no versions to lose.
    expect(unversioned.map((one) => one.id).sort()).toEqual(['access.revokeSession', 'access.signOut']);
  });

  it('writes nothing on GET', () => {
    expect(endpoints.filter((one) => one.method === 'GET' && (one.body || one.upload)).map((one) => one.id)).toEqual(
      [],
    );
  });

  it('has the API page in step (npm run generate)', () => {
    expect(JSON.parse(textOf('docs/openapi.json'))).toEqual(JSON.parse(JSON.stringify(openApiOf(endpoints))));
  });

  it('is used by the browser through the contract alone', () => {
    const direct = modulesUnder('apps/web/src').filter(
      (module) => /\bfetch\(/.test(textOf(module.path)) && !module.path.endsWith('app/call.ts'),
    );
    expect(direct.map((module) => module.path)).toEqual([]);
  });

  it('is judged by the server alone: the built pages hold no zod', () => {
    const judging = modulesUnder('apps/web/src').filter(
      ({ path }) => !path.endsWith('.test.ts') && /(?<!\b(?:JSON|Date))\.(?:safeParse|parse)\(/.test(textOf(path)),
    );
    expect(judging.map((module) => module.path)).toEqual([]);
  });
});
