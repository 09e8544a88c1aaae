/** No generated request brings any endpoint to fall: everything odd is refused, nothing is a bug. */
import fc from 'fast-check';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';
import { allEndpoints } from '../../../../tools/lib/endpoints.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../tests/support/server.ts';

const endpoints = await allEndpoints();
/** These end the session under test or hash passwords, which is slow on purpose. */
const APART = new Set([
  'access.signOut',
  'access.signIn',
  'access.changePassword',
  'access.claimHouse',
  'access.acceptInvitation',
]);

let house: TestHouse;
let callers: Caller[];
let known: string[];
beforeAll(async () => {
  house = await openHouse();
  callers = [await house.as('周敏'), await house.as('田文建'), await house.as('林远')];
  known = [await house.personId('林远'), await house.personId('田文建')];
});
afterAll(() => house.close());

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    "'; drop table person;--",
    '<img src=x onerror=alert(1)>',
    '＝cmd()',
    '\u0000',
    '𠮷·\ud800',
    '2026-02-30',
    '%',
    '_',
    '单',
  ),
);

/** Mostly what the shape asks for, so that it gets past the gate; sometimes anything at all. */
function from(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 7, arbitrary: fitting(schema) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
}
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(from));
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...known), fc.uuid());
  if (schema.type === 'string') return fc.oneof(text, fc.constantFrom('2026-11-20', '2026-01-31', '2024-02-29', '林'));
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(fc.integer({ min: -3, max: 3000 }), fc.double());
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'array') return fc.array(from(schema.items ?? {}), { maxLength: 4 });
  if (schema.type === 'object' && schema.properties) {
    const fields = Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, from(inner)]));
    return fc.record(fields, { requiredKeys: schema.required ?? [] });
  }
  return fc.jsonValue({ maxDepth: 2 });
}

const schemaOf = (shape: z.ZodType | undefined): Schema =>
  shape
    ? (z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema)
    : { type: 'object', properties: {} };

const plain = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, unknown>)
      .filter(([, inner]) => inner !== undefined && inner !== null)
      .map(([name, inner]) => [name, typeof inner === 'object' ? JSON.stringify(inner) : String(inner).toWellFormed()]),
  );

describe('generated requests', () => {
  it.each(endpoints.filter((one) => !APART.has(one.id)).map((one) => [one.id, one] as const))(
    '%s never falls',
    async (_id, one: AnyEndpoint) => {
      const input = fc.record({
        who: fc.constantFrom(0, 1, 2),
        params: fitting(schemaOf(one.params)),
        query: fitting(schemaOf(one.query)),
        body: from(schemaOf(one.body)),
        version: fc.constantFrom(1, 2, 99),
      });
      await fc.assert(
        fc.asyncProperty(input, async ({ who, params, query, body, version }) => {
          const response = await callers[who]?.try(one, {
            params: plain(params),
            query: plain(query),
            ...(one.upload ? { bytes: Buffer.from(JSON.stringify(body ?? '')) } : one.body ? { body } : {}),
            ...(one.versioned ? { ifMatch: version } : {}),
          });
          expect([response?.statusCode, response && response.statusCode >= 500 ? response.body : '']).toEqual([
            expect.any(Number),
            '',
          ]);
        }),
        { numRuns: 12, seed: 20_261_123 },
      );
    },
  );
});
