/** Every endpoint of the house, read from the contracts themselves. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';

const DOMAIN = new URL('../../packages/domain/src/', import.meta.url);

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'may' in value;

export async function allEndpoints(): Promise<AnyEndpoint[]> {
  const files = (await readdir(fileURLToPath(DOMAIN), { recursive: true })).filter((name) =>
    name.endsWith('.contract.ts'),
  );
  const found: AnyEndpoint[] = [];
  for (const file of files.sort()) {
    const contract = (await import(new URL(file, DOMAIN).href)) as Record<string, unknown>;
    found.push(...Object.values(contract).filter(isEndpoint));
  }
  return found.sort((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1));
}
