import { tidyName } from '@zhengyou/domain/person/name-text.ts';
import type { Context } from '../../edge/context.ts';
import { listNamesakes } from './person.reads.ts';

/** Asked while names are typed, so they come as they stand: tidied first, as they would be stored. */
export async function showNamesakes({ db, institutionId, reach }: Context, typed: string) {
  const names = typed.split('|').map((name) => tidyName(name).name);
  const wanted = [...new Set(names)].filter((name) => name !== '').slice(0, 100);
  return { items: wanted.length === 0 ? [] : await listNamesakes(db, institutionId, reach, wanted) };
}
