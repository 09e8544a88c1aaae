import * as desk from '@zhengyou/domain/matter/desk.contract.ts';
import * as matter from '@zhengyou/domain/matter/matter.contract.ts';
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';
import { refusal, Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Route } from '../../edge/route.ts';

const notBuilt = refusal('matter.notBuilt', 'conflict', {
  zh: '这一步还没有装好。',
  en: 'This step is not built yet.',
});

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'may' in value;

const refuse = () => Promise.reject(new Refused(notBuilt()));

/** The contract comes first, so that the pages can be written against it; the handlers follow within the hour. */
export const matterRoutes: readonly Route[] = ([...Object.values(matter), ...Object.values(desk)] as readonly unknown[])
  .filter(isEndpoint)
  .map((endpoint) => (endpoint.may === 'anyone' ? { endpoint, handleOpen: refuse } : { endpoint, handle: refuse }));
