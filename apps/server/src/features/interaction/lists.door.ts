/** The year of contact, pair by pair and month by month, for rooms that make something of the lists. */
export { readHeat } from './read-heat.ts';
export { readYear } from './read-year.ts';
