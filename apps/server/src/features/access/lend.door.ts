/** What later rooms may ask of delegations. */
export { findLentName, lendAllNames, listLent, type Lent } from './lend-name.ts';
export { listRemindedFor } from './reminded.reads.ts';
