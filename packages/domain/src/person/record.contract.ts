/** Keeping a record beyond its fields: leaders by hand, posts, circumstances, leaving the list and coming back to it. */
import { z } from 'zod';
import { PRECISIONS } from '../calendar/precision.ts';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { LEFT_REASONS, PERSON_FACT_KINDS } from './dated-fact.ts';
import { CHANGES_PEOPLE, KEEPERS, zName, zPhone, zReading, zTitles } from './person.contract.ts';

const zVersion = z.object({ version: z.number().int() });
const zPerson = z.strictObject({ personId: zId });
const zBounds = {
  startsOn: zPlainDate.nullable(),
  /** The first day that no longer belongs. */
  endsOn: zPlainDate.nullable(),
  precision: z.enum(PRECISIONS).nullable(),
};

/** One cell as people word it: `院长、党委副书记（分管医疗）` are two posts. */
const zPostWords = z.string().trim().min(2).max(60);
const zPostFields = {
  /** The unit of the post; the tier follows from it. */
  unitId: zId,
  title: zPostWords,
  charge: z.string().trim().min(1).max(60).nullable(),
  /** A post of the leadership team: its holder befriends. */
  leadership: z.boolean(),
  ...zBounds,
};

export const createLeader = endpoint({
  id: 'person.createLeader',
  method: 'POST',
  path: '/api/leaders',
  gist: 'Add a leader by hand, with the posts that make one. Someone of the same name in the same unit is asked about first.',
  may: KEEPERS,
  serves: ['dutyHolder'],
  body: z.strictObject({
    name: zName,
    reading: zReading.optional(),
    unitId: zId,
    titles: zTitles.default([]),
    phone: zPhone.default(null),
    /** As worded; several posts are parted by 、. */
    posts: zPostWords,
    startsOn: zPlainDate.nullable().default(null),
    precision: z.enum(PRECISIONS).nullable().default(null),
    /** Said knowingly: this is another person of the same name. */
    another: z.boolean().default(false),
  }),
  reply: z.object({ id: zId }),
  changes: CHANGES_PEOPLE,
});

export const createPost = endpoint({
  id: 'post.create',
  method: 'POST',
  path: '/api/people/:personId/posts',
  gist: 'Add a post that someone holds or held.',
  may: KEEPERS,
  serves: ['dutyHolder', 'adjustment'],
  params: zPerson,
  body: z.strictObject(zPostFields),
  reply: z.object({ id: zId }),
  changes: CHANGES_PEOPLE,
});

export const updatePost = endpoint({
  id: 'post.update',
  method: 'PATCH',
  path: '/api/posts/:postId',
  gist: 'Correct a post, or say from which day it is no longer held.',
  may: KEEPERS,
  serves: ['dutyHolder', 'adjustment'],
  versioned: true,
  params: z.strictObject({ postId: zId }),
  body: z.strictObject(zPostFields),
  reply: zVersion,
  changes: CHANGES_PEOPLE,
});

export const removePost = endpoint({
  id: 'post.remove',
  method: 'DELETE',
  path: '/api/posts/:postId',
  gist: 'Take away a post that was entered by mistake. One that was held is ended instead.',
  may: KEEPERS,
  versioned: true,
  params: z.strictObject({ postId: zId }),
  reply: z.object({}),
  changes: CHANGES_PEOPLE,
});

const zFactFields = {
  kind: z.enum(PERSON_FACT_KINDS),
  /** In words, as told; readable by the person. */
  written: z.string().trim().min(1).max(100),
  ...zBounds,
};

export const createFact = endpoint({
  id: 'fact.create',
  method: 'POST',
  path: '/api/people/:personId/facts',
  gist: 'Record retirement, absence, leave or death. A death ends posts and pairs and takes off every list of whom to contact.',
  may: KEEPERS,
  serves: ['adjustment', 'cadence'],
  params: zPerson,
  body: z.strictObject(zFactFields),
  reply: z.object({ id: zId }),
  changes: CHANGES_PEOPLE,
});

export const updateFact = endpoint({
  id: 'fact.update',
  method: 'PATCH',
  path: '/api/facts/:factId',
  gist: 'Correct a circumstance or its time. Its kind stays.',
  may: KEEPERS,
  versioned: true,
  params: z.strictObject({ factId: zId }),
  body: z.strictObject({ written: zFactFields.written, ...zBounds }),
  reply: zVersion,
  changes: CHANGES_PEOPLE,
});

export const removeFact = endpoint({
  id: 'fact.remove',
  method: 'DELETE',
  path: '/api/facts/:factId',
  gist: 'Take away a circumstance that was entered by mistake.',
  may: KEEPERS,
  versioned: true,
  params: z.strictObject({ factId: zId }),
  reply: z.object({}),
  changes: CHANGES_PEOPLE,
});

export const takeOff = endpoint({
  id: 'person.takeOff',
  method: 'POST',
  path: '/api/people/:personId/leaving',
  gist: 'Take someone off the list of representatives, with the reason; pairs end that day, the past stays as it was.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: zPerson,
  body: z.strictObject({
    /** The first day on which they are no longer on it; not ahead. */
    on: zPlainDate,
    reason: z.enum(LEFT_REASONS).exclude(['deceased']),
    words: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  reply: zVersion,
  changes: CHANGES_PEOPLE,
});

export const putBack = endpoint({
  id: 'person.putBack',
  method: 'POST',
  path: '/api/people/:personId/return',
  gist: 'Put someone back on the list of representatives, or put a leader on it.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: zPerson,
  body: z.strictObject({}),
  reply: zVersion,
  changes: CHANGES_PEOPLE,
});
