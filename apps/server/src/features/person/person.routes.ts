import {
  countPeople as countPeopleEndpoint,
  createPerson as createPersonEndpoint,
  createStanding as createStandingEndpoint,
  endStanding as endStandingEndpoint,
  listNamesakes as listNamesakesEndpoint,
  listPeople as listPeopleEndpoint,
  readPerson as readPersonEndpoint,
  updatePerson as updatePersonEndpoint,
  updateStanding as updateStandingEndpoint,
} from '@zhengyou/domain/person/person.contract.ts';
import * as merge from '@zhengyou/domain/person/merge.contract.ts';
import * as record from '@zhengyou/domain/person/record.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { createPerson } from './create-person.ts';
import { createFact, removeFact, updateFact } from './keep-fact.ts';
import { createLeader, createPost, removePost, updatePost } from './keep-post.ts';
import { createStanding, endStanding, updateStanding } from './keep-standing.ts';
import { putBack, takeOff } from './leave-list.ts';
import { countPeople, listPeople } from './list-people.ts';
import { mergePeople, previewMerge, previewUnmerge, showMerges, unmerge } from './merge-people.ts';
import { showNamesakes } from './show-namesakes.ts';
import { readPerson } from './read-person.ts';
import { updatePerson } from './update-person.ts';

export const personRoutes: Route[] = [
  route(listPeopleEndpoint, (context, { query }) => listPeople(context, query)),
  route(readPersonEndpoint, (context, { params, query }) => readPerson(context, params.personId, query.on)),
  route(countPeopleEndpoint, (context, { query }) => countPeople(context, query)),
  route(listNamesakesEndpoint, (context, { query }) => showNamesakes(context, query.names)),
  route(createPersonEndpoint, (context, { body }) => createPerson(context, body)),
  route(updatePersonEndpoint, (context, { params, body }) => updatePerson(context, params.personId, body)),
  route(createStandingEndpoint, (context, { params, body }) => createStanding(context, params.personId, body)),
  route(updateStandingEndpoint, (context, { params, body }) => updateStanding(context, params.standingId, body)),
  route(endStandingEndpoint, (context, { params, body }) => endStanding(context, params.standingId, body)),
  route(record.createLeader, (context, { body }) => createLeader(context, body)),
  route(record.createPost, (context, { params, body }) => createPost(context, params.personId, body)),
  route(record.updatePost, (context, { params, body }) => updatePost(context, params.postId, body)),
  route(record.removePost, (context, { params }) => removePost(context, params.postId)),
  route(record.createFact, (context, { params, body }) => createFact(context, params.personId, body)),
  route(record.updateFact, (context, { params, body }) => updateFact(context, params.factId, body)),
  route(record.removeFact, (context, { params }) => removeFact(context, params.factId)),
  route(record.takeOff, (context, { params, body }) => takeOff(context, params.personId, body)),
  route(record.putBack, (context, { params }) => putBack(context, params.personId)),
  route(merge.previewMerge, (context, { params }) => previewMerge(context, params)),
  route(merge.mergePeople, (context, { params, body }) => mergePeople(context, params, body)),
  route(merge.listMerges, (context) => showMerges(context)),
  route(merge.previewUnmerge, (context, { params }) => previewUnmerge(context, params.mergeId)),
  route(merge.unmerge, (context, { params }) => unmerge(context, params.mergeId)),
];
