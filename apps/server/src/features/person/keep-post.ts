/** Adding, correcting and taking away a post; adding a leader by hand, who is one by their posts. */
import type {
  createLeader as leaderEndpoint,
  createPost as createEndpoint,
  updatePost as updateEndpoint,
} from '@zhengyou/domain/person/record.contract.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import { readPosts } from '@zhengyou/domain/person/posts.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { listUnits } from '../unit/unit.door.ts';
import { getKeptPerson, refuseDeceased } from './find-kept.ts';
import { listNamesakes } from './person.reads.ts';
import { createPerson } from './record-person.ts';
import { changePost, deletePost, insertPosts, type PostValues } from './record.queries.ts';
import { findPost } from './record.reads.ts';

async function getKeptUnit({ db, institutionId, actor }: Context, unitId: Id) {
  const unit = (await listUnits(db, institutionId)).find((one) => one.id === unitId);
  if (!unit) throw new Refused(personRefusals.unitMissing(undefined, { field: 'unitId' }));
  if (!keeps(keepingOf(actor), unit.id)) throw new Refused(personRefusals.notYourUnit(undefined, { field: 'unitId' }));
  return unit;
}

type Bounds = Pick<PostValues, 'startsOn' | 'endsOn'>;
function checkBounds({ startsOn, endsOn }: Bounds) {
  if (startsOn !== null && endsOn !== null && endsOn <= startsOn)
    throw new Refused(personRefusals.postEndsBeforeStart(undefined, { field: 'endsOn' }));
}

export async function createLeader(context: Context, body: BodyOf<typeof leaderEndpoint>) {
  const { db, institutionId, reach, outside } = context;
  const unit = await getKeptUnit(context, body.unitId);
  const readings = readPosts(body.posts);
  if (readings.length === 0) throw new Refused(personRefusals.postsUnread(undefined, { field: 'posts' }));
  const namesake = (await listNamesakes(db, institutionId, reach, [body.name])).find((one) => one.unit.id === unit.id);
  if (namesake && !body.another)
    throw new Refused(
      personRefusals.duplicate(
        { unit: unit.shortName, name: body.name },
        { field: 'name', extra: { personId: namesake.id } },
      ),
    );

  const { another: _, posts: __, startsOn, precision, ...values } = body;
  const id = await createPerson(db, institutionId, outside.cipher, values);
  const posts = readings.map((post) => ({
    ...post,
    unitId: unit.id,
    tier: unit.tier,
    startsOn,
    endsOn: null,
    precision,
  }));
  await insertPosts(db, institutionId, id, posts);
  await context.audit({ action: 'create', subjectKind: 'person', subjectId: id, people: [id] });
  return { id };
}

export async function createPost(context: Context, personId: Id, body: BodyOf<typeof createEndpoint>) {
  const { db, institutionId } = context;
  const person = await getKeptPerson(context, personId);
  await refuseDeceased(context, person);
  const values = await valuesOf(context, body);

  const [id] = await insertPosts(db, institutionId, personId, [values]);
  await context.audit({ action: 'create', subjectKind: 'post', subjectId: id ?? null, people: [personId] });
  return { id: id as Id /* one post in, one id out */ };
}

async function valuesOf(context: Context, body: BodyOf<typeof createEndpoint>): Promise<PostValues> {
  checkBounds(body);
  const unit = await getKeptUnit(context, body.unitId);
  // What is in charge of what decides the kind of some posts, so it is read together with the title.
  const [reading] = readPosts(body.charge === null ? body.title : `${body.title}（${body.charge}）`);
  return { ...body, tier: unit.tier, kind: reading?.kind ?? 'other' };
}

async function getOwnPost({ db, institutionId, reach, actor }: Context, postId: Id) {
  const post = await findPost(db, institutionId, reach, postId);
  if (!post) throw new Refused(edgeRefusals.notFound());
  if (!keeps(keepingOf(actor), post.unitId)) throw new Refused(personRefusals.notYourUnit());
  return post;
}

export async function updatePost(context: Context, postId: Id, body: BodyOf<typeof updateEndpoint>) {
  const { db, institutionId, ifMatch } = context;
  const post = await getOwnPost(context, postId);
  const version = await changePost(db, institutionId, postId, ifMatch, await valuesOf(context, body));
  if (version === undefined) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: post } }));
  const detail = { endsOn: body.endsOn };
  await context.audit({ action: 'update', subjectKind: 'post', subjectId: postId, people: [post.personId], detail });
  return { version };
}

export async function removePost(context: Context, postId: Id) {
  const { db, institutionId, ifMatch } = context;
  const post = await getOwnPost(context, postId);
  if (!(await deletePost(db, institutionId, postId, ifMatch)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: post } }));
  const detail = { title: post.title };
  await context.audit({ action: 'remove', subjectKind: 'post', subjectId: postId, people: [post.personId], detail });
  return {};
}
