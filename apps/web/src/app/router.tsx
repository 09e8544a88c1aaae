import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from './address.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { pageTable } from './page-table.ts';
import type { PageEntry } from './page-entry.ts';
import { SignedIn } from './SignedIn.tsx';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: SignedIn });

const routeOf = (entry: PageEntry, parent: typeof rootRoute | typeof shellRoute) =>
  createRoute({
    getParentRoute: () => parent as typeof rootRoute, // both only hold an outlet
    path: entry.path,
    component: lazyRouteComponent(entry.load, entry.name),
  });

/** An address that leads nowhere still has rail and bar around it. */
const elsewhereRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage });

const inFrame = (frame: PageEntry['frame']) => pageTable.filter((entry) => entry.frame === frame);

const routeTree = rootRoute.addChildren([
  shellRoute.addChildren([...inFrame('shell').map((entry) => routeOf(entry, shellRoute)), elsewhereRoute]),
  ...inFrame('bare').map((entry) => routeOf(entry, rootRoute)),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});
