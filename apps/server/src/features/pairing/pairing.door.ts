/** What others may ask of pairings: to move along with a representative who changes units. */
export { followRepresentative } from './pairing.queries.ts';
