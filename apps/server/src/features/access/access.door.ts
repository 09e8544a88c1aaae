/** What later rooms, seeds and the composition may ask of access. */
export { insertAccount as addAccount, insertGrant as addGrant } from './access.queries.ts';
export { hashPassword } from './passwords.ts';
