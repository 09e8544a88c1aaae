import { endpoint } from '@zhengyou/domain/kit/endpoint.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { addressOf, call, CallFailed, CallRefused, headersOf } from './call.ts';

const reply = z.object({ name: z.string() });
const read = endpoint({
  id: 'thing.read',
  method: 'GET',
  path: '/api/things/:thingId',
  gist: 'Read a thing.',
  may: 'signedIn',
  params: z.strictObject({ thingId: z.string() }),
  query: z.strictObject({ part: z.string().optional() }),
  reply,
});
const make = endpoint({
  id: 'thing.make',
  method: 'POST',
  path: '/api/things',
  gist: 'Make a thing.',
  may: 'signedIn',
  body: z.strictObject({ name: z.string() }),
  reply,
});

function answerWith(status: number, body: unknown, type = 'application/json') {
  const fetched = vi.fn((_address: string, _init: RequestInit) =>
    Promise.resolve(
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'Content-Type': type },
      }),
    ),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
afterEach(() => vi.unstubAllGlobals());

describe('an address', () => {
  it('escapes what it is given and leaves out what is not there', () => {
    expect(addressOf(read, { params: { thingId: 'a/b' }, query: { part: '第一', none: undefined, no: null } })).toBe(
      `/api/things/a%2Fb?part=${encodeURIComponent('第一')}`,
    );
    expect(addressOf(make, { query: { each: ['a', 'b'] } })).toBe('/api/things?each=a&each=b');
  });
});

describe('headers', () => {
  it('mark what changes something, and give a making its key', () => {
    expect(headersOf(read, {}, false)).not.toHaveProperty('X-Zhengyou');
    const headers = headersOf(make, { idempotencyKey: 'k'.repeat(20), ifMatch: 3 }, true);
    expect(headers).toMatchObject({
      'X-Zhengyou': '1',
      'Idempotency-Key': 'k'.repeat(20),
      'If-Match': '"3"',
      'Content-Type': 'application/json',
    });
    expect(headersOf(make, {}, true)['Idempotency-Key']).toMatch(/^[\w-]{16,64}$/);
  });
});

describe('a call', () => {
  it('brings the reply', async () => {
    const fetched = answerWith(200, { name: 'one' });
    expect(await call(read, { params: { thingId: '1' }, query: {} })).toEqual({ name: 'one' });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/things/1');
  });

  it('throws the problem when the server says no', async () => {
    answerWith(
      409,
      { title: 'There is one already.', status: 409, code: 'thing.twice', requestId: 'r1', field: 'name' },
      'application/problem+json',
    );
    const error = await call(make, { body: { name: 'one' } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CallRefused);
    expect((error as CallRefused).message).toBe('There is one already.');
    expect((error as CallRefused).problem).toMatchObject({ status: 409, code: 'thing.twice', field: 'name' });
  });

  it('takes an answer that is no JSON for a refusal without words, or for no answer', async () => {
    answerWith(502, '<html>', 'text/html');
    await expect(call(read, { params: { thingId: '1' }, query: {} })).rejects.toMatchObject({
      problem: { code: 'http.502' },
    });
    answerWith(200, '<html>', 'text/html');
    await expect(call(read, { params: { thingId: '1' }, query: {} })).rejects.toBeInstanceOf(CallFailed);
  });

  it('throws CallFailed when there is no answer, and an abort as it came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await expect(call(make, { body: { name: 'one' } })).rejects.toBeInstanceOf(CallFailed);
    await expect(call(make, { body: { name: 'one' } }, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(
      TypeError,
    );
  });
});
