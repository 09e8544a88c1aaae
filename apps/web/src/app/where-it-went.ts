import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { call } from './call.ts';
import { paths } from './paths.ts';

export type Went = { readonly number: string; readonly href: string };

/** The numbers under which what was raised in a talk is now handled, each with its page. Empty where the answer does not come: the talk is saved. */
export async function whereItWent(talk: Id): Promise<readonly Went[]> {
  try {
    const { items } = await call(listMatters, { query: { view: 'all', talk, limit: 20 } });
    return items.map(({ id, number }) => ({ number, href: paths.matter(id) })).toReversed();
  } catch {
    return []; // what is asked here is a courtesy: nothing hangs on it
  }
}
