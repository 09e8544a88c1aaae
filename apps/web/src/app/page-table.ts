/**
 * Which page stands at which address. A page's script comes when it is opened: `load` is a dynamic import, and a room's
 * `<noun>.pages.tsx` is one chunk.
 */
import { page, type PageEntry } from './page-entry.ts';

const pages: readonly PageEntry[] = [];

/** For looking at the small parts while building; no part of what is shipped. */
const workbench: readonly PageEntry[] = import.meta.env.DEV
  ? [page('/marks', () => import('./marks/marks.pages.tsx'), 'MarksPage', 'bare')]
  : [];

export const pageTable: readonly PageEntry[] = [...pages, ...workbench];
