/** The roster, for rooms that make something of the list. */
export { readRoster } from './read-roster.ts';
