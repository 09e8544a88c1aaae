/** The trace closes: nothing that the measures ask for is dropped in silence. */
import { describe, expect, it } from 'vitest';
import { allEndpoints } from '../../tools/lib/endpoints.ts';
import { PLACES } from '../../apps/web/src/features/policy/where-done.ts';
import { NO_RULE, NOT_YET, readShippedPolicy, rulesByKind, traceOf, tracePage } from '../../tools/lib/trace.ts';
import { textOf } from '../support/sources.ts';

const policy = await readShippedPolicy();
const endpoints = await allEndpoints();
const rows = await traceOf(policy, endpoints);

describe('the trace', () => {
  it('has a row for every clause that asks something', () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  it('gives every asking clause a requirement, its own or its parts’, or says that people keep it', () => {
    const bare = rows.filter(
      (row) =>
        row.requirements.length === 0 &&
        row.keptByPeople === null &&
        !rows.some((other) => other.clause.startsWith(`${row.clause}.`) && other.requirements.length > 0),
    );
    expect(bare.map((row) => row.clause)).toEqual([]);
  });

  it('gives every requirement an endpoint, or says that it is not there yet', () => {
    expect(
      rows
        .filter((row) => row.requirements.length > 0 && row.endpoints.length === 0 && row.notYet.length === 0)
        .map((row) => row.clause),
    ).toEqual([]);
  });

  it('gives every kind that is done a rule, or says why it needs none', async () => {
    const rules = await rulesByKind();
    const done = new Set(
      rows.filter((row) => row.endpoints.length > 0).flatMap((row) => row.requirements.map((one) => one.kind)),
    );
    const bare = [...done].filter((kind) => !(kind in NOT_YET) && !(kind in NO_RULE) && rules.get(kind)?.length === 0);
    expect(bare).toEqual([]);
    expect(Object.keys(NO_RULE).filter((kind) => (rules.get(kind as never) ?? []).length > 0)).toEqual([]);
    expect(rules.get('quota')).toContain('packages/domain/src/pairing/quota.ts');
  });

  it('gives every kind that is done a screen: a page that there is, opening on an endpoint of the room that serves it', () => {
    const roomOf = (id: string) => id.split('.')[0];
    const pages = textOf('apps/web/src/app/page-table.ts');
    for (const [kind, places] of Object.entries(PLACES))
      for (const place of places) {
        expect([kind, place.href, pages.includes(`page('${place.href.split('?')[0]}'`)]).toEqual([
          kind,
          place.href,
          true,
        ]);
        expect([kind, endpoints.some((one) => one.id === place.opens)]).toEqual([kind, true]);
        const serving = endpoints.filter((one) => one.serves?.includes(kind)).map((one) => roomOf(one.id));
        expect([kind, serving.includes(roomOf(place.opens)) || kind in NOT_YET]).toEqual([kind, true]);
      }
    const served = rows.filter((row) => row.endpoints.length > 0 && row.notYet.length === 0);
    const bare = served.filter(
      (row) => row.screens.length === 0 && row.requirements.some((one) => one.kind !== 'role'),
    );
    expect(bare.map((row) => row.clause)).toEqual([]);
  });

  it('gives what is done a test that begins with the clause', () => {
    const done = rows.filter(
      (row) =>
        row.endpoints.length > 0 && row.notYet.length === 0 && row.requirements.some((one) => one.kind !== 'role'),
    );
    expect(done.length).toBeGreaterThan(2);
    expect(done.filter((row) => row.tests.length === 0).map((row) => row.clause)).toEqual([]);
  });

  it('names no kind of requirement and no endpoint’s service that there is not', () => {
    const kinds = new Set<string>(policy.requirements.map((one) => one.kind));
    expect(
      endpoints.flatMap((one) =>
        (one.serves ?? []).filter((kind) => !kinds.has(kind)).map((kind) => `${one.id} ${kind}`),
      ),
    ).toEqual([]);
    expect(Object.keys(NOT_YET).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('is in step with its page (npm run generate)', () => {
    expect(textOf('docs/trace.md')).toBe(tracePage(rows));
  });
});
