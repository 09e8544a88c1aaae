/** The year of contact, for rooms that make something of the list. */
export { readYear } from './read-year.ts';
