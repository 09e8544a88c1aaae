/** How a name is read, for rooms that put people on the list. */
export { readingOf } from './reading.ts';
