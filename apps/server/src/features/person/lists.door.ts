/** The directory, for rooms that make something of the list: what is asked for is what is shown. */
export { listPeople } from './list-people.ts';
