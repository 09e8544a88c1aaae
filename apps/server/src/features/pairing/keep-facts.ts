/** The sandbox of a renewal: facts entered, taken out, read from what was pasted. */
import type {
  changeFacts as changeEndpoint,
  readPastedFacts as pastedEndpoint,
} from '@zhengyou/domain/pairing/renewal.contract.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { DRAFT_REFUSALS, PASTED_WORDS } from '@zhengyou/domain/pairing/draft.words.ts';
import { readPasted, type PastedLine } from '@zhengyou/domain/pairing/pasted-facts.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { insertFacts, removeFacts, type NewFact } from './draft.queries.ts';
import { forLines, getOpenDraft, takeVersion } from './keep-drafts.ts';
import { readGround, type Ground } from './load-board.ts';
import { getDraft, keepsDraft } from './read-draft.ts';
import { listCalled, type Called } from './renewal.reads.ts';

type Fact = BodyOf<typeof changeEndpoint>['add'][number];

const EMPTY = {
  postId: null,
  postUnitId: null,
  standingId: null,
  standingKind: null,
  level: null,
  role: null,
  written: null,
  charge: null,
  endsOn: null,
  precision: null,
};

function rowOf(fact: Fact): NewFact {
  const { kind, personId, onDay } = fact;
  const base = { ...EMPTY, id: newId(), kind, personId, onDay };
  if (fact.kind === 'postBegins') return { ...base, postUnitId: fact.unitId, written: fact.title, charge: fact.charge };
  if (fact.kind === 'postEnds') return { ...base, postId: fact.postId ?? null };
  if (fact.kind === 'standingEnds') return { ...base, standingId: fact.standingId };
  if (fact.kind === 'leavesList') return base;
  const { standingKind, level, role, written, endsOn, precision } = fact;
  return { ...base, standingKind, level, role, written, endsOn, precision };
}

export async function changeFacts(context: Context, draftId: Id, body: BodyOf<typeof changeEndpoint>) {
  const { db, institutionId, reach, actor } = context;
  const draft = await getOpenDraft(context, draftId);
  if (draft.kind !== 'renewal') throw new Refused(DRAFT_REFUSALS.noSandbox());
  const ids = [...new Set(body.add.map((fact) => fact.personId))];
  const people = new Map((await listCalled(db, institutionId, reach, { ids })).map((one) => [one.id, one]));
  const keeping = keepingOf(actor);
  for (const [index, fact] of body.add.entries()) {
    const person = people.get(fact.personId);
    const field = `add.${index}`;
    if (!person) throw new Refused(edgeRefusals.notFound(undefined, { field }));
    const unitId = fact.kind === 'postBegins' ? fact.unitId : person.unit.id;
    if (!keeps(keeping, unitId) || !keeps(keeping, person.unit.id))
      throw new Refused(personRefusals.notYourUnit(undefined, { field }));
    if (fact.kind === 'standingBegins' && fact.endsOn !== null && fact.endsOn <= fact.onDay)
      throw new Refused(personRefusals.endsBeforeStart(undefined, { field: `${field}.endsOn` }));
  }

  const version = await takeVersion(context, draft);
  await removeFacts(db, institutionId, draftId, body.remove);
  await insertFacts(db, institutionId, forLines(draft), body.add.map(rowOf));
  const detail = { added: body.add.length, removed: body.remove.length };
  await context.audit({ action: 'facts', subjectKind: 'pairingDraft', subjectId: draftId, people: ids, detail });
  return { version };
}

export async function readPastedFacts(context: Context, draftId: Id, body: BodyOf<typeof pastedEndpoint>) {
  const { db, institutionId, reach, actor } = context;
  const draft = await getDraft(context, draftId);
  if (!keepsDraft(keepingOf(actor), draft)) throw new Refused(DRAFT_REFUSALS.notYours());
  const { lines, tooMany } = readPasted(body.text);
  const called = Map.groupBy(
    await listCalled(db, institutionId, reach, { names: [...new Set(lines.map((line) => line.name))] }),
    (person) => person.name,
  );
  const ground = await readGround(context);
  const rows = lines.map((line) => {
    const people = called.get(line.name) ?? [];
    const [person] = people;
    const doubt = (says: (typeof PASTED_WORDS)[keyof typeof PASTED_WORDS]) => ({ fact: null, says });
    const read = !person
      ? doubt(PASTED_WORDS.nobody)
      : people.length > 1
        ? doubt(PASTED_WORDS.several)
        : factOf(line, person, ground, draft.effectiveOn);
    return { line: line.line, text: line.text, people, ...read };
  });
  await context.audit({
    action: 'readPasted',
    subjectKind: 'pairingDraft',
    subjectId: draftId,
    detail: { lines: rows.length },
  });
  return { rows, tooMany };
}

/** One line about one person. The day of the plan stands in where none is written. */
function factOf(line: PastedLine, person: Called, ground: Ground, on: Fact['onDay']) {
  const [from, until] = line.days;
  const onDay = from ?? on;
  const isLeader = ground.posts.some((post) => post.leaderId === person.id);
  const listed = ground.people.find((one) => one.id === person.id);
  const ready = (fact: Fact) => ({ fact, says: null });
  if (line.ends) {
    const standing = listed?.standings.find((one) => line.title !== '' && one.written.includes(line.title));
    if (standing) return ready({ kind: 'standingEnds', personId: person.id, standingId: standing.id as Id, onDay });
    if (isLeader) return ready({ kind: 'postEnds', personId: person.id, onDay });
    if (listed && line.title === '') return ready({ kind: 'leavesList', personId: person.id, onDay });
    return { fact: null, says: PASTED_WORDS.noSuchEnd };
  }
  if (line.standing && listed) {
    const { kind: standingKind, level, role } = line.standing;
    const endsOn = until ?? null;
    if (endsOn !== null && endsOn <= onDay) return { fact: null, says: PASTED_WORDS.reversed };
    const written = line.title;
    return ready({
      kind: 'standingBegins',
      personId: person.id,
      standingKind,
      level,
      role,
      written,
      onDay,
      endsOn,
      precision: 'day',
    });
  }
  if (line.title.length >= 2 && !listed)
    return ready({
      kind: 'postBegins',
      personId: person.id,
      unitId: person.unit.id,
      title: line.title,
      charge: null,
      onDay,
    });
  return { fact: null, says: PASTED_WORDS.unclear };
}
