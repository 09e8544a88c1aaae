/** The coming days, for rooms that carry them further. */
export { readAgenda } from './read-agenda.ts';
