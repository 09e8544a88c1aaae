/** What later rooms may ask of units. */
export { listUnits } from './unit.queries.ts';
