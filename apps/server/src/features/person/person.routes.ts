import {
  createPerson as createPersonEndpoint,
  createStanding as createStandingEndpoint,
  endStanding as endStandingEndpoint,
  listPeople as listPeopleEndpoint,
  readPerson as readPersonEndpoint,
  updatePerson as updatePersonEndpoint,
  updateStanding as updateStandingEndpoint,
} from '@zhengyou/domain/person/person.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { createPerson } from './create-person.ts';
import { createStanding, endStanding, updateStanding } from './keep-standing.ts';
import { listPeople } from './list-people.ts';
import { readPerson } from './read-person.ts';
import { updatePerson } from './update-person.ts';

export const personRoutes: Route[] = [
  route(listPeopleEndpoint, (context, { query }) => listPeople(context, query)),
  route(readPersonEndpoint, (context, { params }) => readPerson(context, params.personId)),
  route(createPersonEndpoint, (context, { body }) => createPerson(context, body)),
  route(updatePersonEndpoint, (context, { params, body }) => updatePerson(context, params.personId, body)),
  route(createStandingEndpoint, (context, { params, body }) => createStanding(context, params.personId, body)),
  route(updateStandingEndpoint, (context, { params, body }) => updateStanding(context, params.standingId, body)),
  route(endStandingEndpoint, (context, { params, body }) => endStanding(context, params.standingId, body)),
];
