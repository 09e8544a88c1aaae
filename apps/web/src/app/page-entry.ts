import type { ComponentType } from 'react';

export type PageEntry = {
  /** As the router writes it: `/people/$personId`. */
  readonly path: string;
  readonly load: () => Promise<Readonly<Record<string, ComponentType>>>;
  readonly name: string;
  /** `shell`: signed in, with rail and bar. `bare`: nothing around it, open to anyone. */
  readonly frame: 'shell' | 'bare';
};

/** `page('/people/$personId', () => import('../features/person/person.pages.tsx'), 'PersonPage')` */
export const page = <M extends Readonly<Record<K, ComponentType>>, K extends string>(
  path: string,
  load: () => Promise<M>,
  name: K,
  frame: PageEntry['frame'] = 'shell',
): PageEntry => ({ path, load, name, frame });
