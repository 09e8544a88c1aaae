import { lazy, type ComponentType } from 'react';

const Nothing = () => null;

/**
 * A part that another room lends a page. Its script comes by itself, and where there is no network it does not come: then its place
 * stays empty until the page is opened anew, and the page around it stands.
 */
export const latePart = <P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): ComponentType<P> => lazy(() => load().catch(() => ({ default: Nothing as ComponentType<P> })));
