/**
 * The one-tap answer: a link for one proposer, good for some days, that shows the reply and takes an answer without signing
 * in. Opening it writes nothing, because mail scanners follow links; only the button does.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, dateInZone, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/matter/desk.contract.ts';
import { answerableUntil, isDelivered } from '@zhengyou/domain/matter/matter.answers.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import { ANSWER_CHANGEABLE_DAYS, ANSWER_LINK_DAYS, RESULTS } from '@zhengyou/domain/matter/matter.ts';
import type { Context, OpenContext } from '../../edge/context.ts';
import { tellFollowers } from '../../edge/news.ts';
import { writeAudit } from '../../edge/audit.ts';
import { inTransaction, openMatters } from '../../store/database.ts';
import { findLink, findInstitutionOf, type LinkRow } from './answer-link.reads.ts';
import { keepLink } from './answer-link.queries.ts';
import { listAnswers, listPoints, listReplies, listSaid } from './line.reads.ts';
import { findMatter, listProposers, listUnitRefs } from './matter.reads.ts';
import { openMatter } from './open-matter.ts';
import { storeAnswer } from './proposer-steps.ts';
import { getRules } from './rules.ts';
import { takeStep } from './take-step.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest();

export async function makeAnswerLink(context: Context, id: Id, { party }: BodyOf<typeof contract.makeAnswerLink>) {
  const { db, institutionId, now } = context;
  const { matter, state, proposers, relation } = await openMatter(context, id);
  const proposer = proposers.find((one) => one.party === party && !one.withdrawn);
  if (relation.level !== 'keeper') throw new Refused(MATTER_REFUSALS.notYours());
  if (!proposer) throw new Refused(MATTER_REFUSALS.noSuchParty(undefined, { field: 'party' }));
  if (state.published === null) throw new Refused(MATTER_REFUSALS.nothingToAnswer());

  const token = randomBytes(32).toString('base64url');
  const endsAt = new Date(now.getTime() + ANSWER_LINK_DAYS * 86_400_000);
  await keepLink(db, institutionId, {
    matterId: id,
    party,
    unitId: matter.unitId,
    round: state.round,
    personId: proposer.personId,
    tokenHash: hashOf(token),
    endsAt,
    now,
  });
  await context.audit({
    action: 'makeAnswerLink',
    subjectKind: 'matter',
    subjectId: id,
    people: [proposer.personId],
    detail: { number: matter.number },
  });
  return { path: `/answer#${token}`, expiresAt: endsAt.toISOString() };
}

/** Whose link it is, and the day where they are; refuses an unknown or expired one. */
async function follow({ outside, now }: OpenContext, token: string): Promise<{ link: LinkRow; zone: string }> {
  const hash = hashOf(token);
  const link = await inTransaction(outside.pool, { answer: hash }, (db) => findLink(db, hash));
  if (!link) throw new Refused(MATTER_REFUSALS.linkUnknown());
  if (link.endsAt <= now) throw new Refused(MATTER_REFUSALS.linkExpired());
  return { link, zone: link.zone };
}

/** Just as far as this one person reaches on this one matter. */
const settingsOf = (link: LinkRow) => ({
  institution: link.institutionId,
  actor: link.personId,
  self: [link.personId],
  people: [link.personId],
  matters: [link.matterId],
});
const reachOf = (link: LinkRow) => ({
  whole: false,
  units: [],
  self: [link.personId],
  people: [link.personId],
  desks: [],
});

export async function readAnswerLink(open: OpenContext, token: string) {
  const { link, zone } = await follow(open, token);
  const today = dateInZone(open.now, zone);
  const { institutionId, matterId, party } = link;
  return inTransaction(open.outside.pool, settingsOf(link), async (db) => {
    const reach = reachOf(link);
    const own = [matterId];
    const matter = await findMatter(db, institutionId, reach, own, matterId);
    const [proposer] = await listProposers(db, institutionId, reach, false, own);
    if (!matter || !proposer) throw new Refused(MATTER_REFUSALS.linkUnknown());
    const { state } = matter;
    const until = openUntil(link, answerableUntil(state, party, today), today);
    const rules = await getRules({ db, institutionId, today });
    const said = await listSaid(db, institutionId, own);
    const points = await listPoints(db, institutionId, reach, own, matterId);
    const replies = (await listReplies(db, institutionId, matterId)).filter(
      (one) => one.round === link.round && one.publishedOn !== null,
    );
    const answer = (await listAnswers(db, institutionId, matterId)).find(
      (one) => one.round === link.round && one.party === party,
    );
    const units = await listUnitRefs(db, institutionId);
    const words = (pointId: Id) => said.find((one) => one.pointId === pointId)?.words;
    return {
      institution: (await findInstitutionOf(db, institutionId)).name,
      number: matter.number,
      kind: matter.kind,
      title: said.find((one) => one.sort === 'title')?.words ?? matter.title ?? '',
      repliedOn: replies[0]?.publishedOn ?? matter.statusOn,
      lead: state.lead === null ? null : (units.get(state.lead)?.shortName ?? null),
      points: points.flatMap((point) => {
        const reply = replies.find((one) => one.pointId === point.id);
        if (!reply) return [];
        return [
          {
            said: words(point.id) ?? point.released ?? '',
            reply: reply.text,
            outcome: reply.outcome,
            outcomeLabel: reply.outcome === null ? null : rules.loop.outcomes[reply.outcome],
            promiseOn: reply.promiseOn,
          },
        ];
      }),
      results: RESULTS.map((result) => ({ result, label: rules.loop.results[result] })),
      answer: answer ? { ...answer, answeredOn: answer.on } : null,
      openUntil: until,
      today,
    };
  });
}

/** The last day on which this link still answers; refuses where there is none. */
function openUntil(link: LinkRow, until: PlainDate | null | undefined, today: PlainDate): PlainDate {
  if (until === undefined) throw new Refused(MATTER_REFUSALS.linkOver());
  const linkEnds = dateInZone(link.endsAt, link.zone);
  return until === null ? (linkEnds < today ? today : linkEnds) : until;
}

export async function answerByLink(open: OpenContext, token: string, body: BodyOf<typeof contract.answerByLink>) {
  const { link, zone } = await follow(open, token);
  const today = dateInZone(open.now, zone);
  const { institutionId, matterId, party, personId } = link;
  return inTransaction(open.outside.pool, settingsOf(link), async (db) => {
    const reach = reachOf(link);
    // The row is held until the answer is stored, so that a press on two devices at once is one after the other.
    const matter = await findMatter(db, institutionId, reach, [matterId], matterId, { lock: true });
    if (!matter) throw new Refused(MATTER_REFUSALS.linkUnknown());
    const round = matter.state.published ? matter.state.round : matter.state.round - 1;
    if (round !== link.round) throw new Refused(MATTER_REFUSALS.linkOver());
    if (answerableUntil(matter.state, party, today) === undefined)
      throw new Refused(
        isDelivered(matter.state, party, round)
          ? MATTER_REFUSALS.answerClosed({ days: ANSWER_CHANGEABLE_DAYS })
          : MATTER_REFUSALS.linkOver(),
      );
    const actor = {
      institutionId,
      personId,
      sessionId: personId,
      name: '',
      roles: ['representative' as const],
      reach,
      keeps: false,
    };
    const context: Context = {
      ...open,
      actor,
      reach,
      institutionId,
      today,
      zone,
      db,
      ifMatch: matter.version,
      requestKey: open.requestId,
      audit: (entry) =>
        writeAudit(
          db,
          {
            institutionId,
            actorId: personId,
            roles: ['answerLink'],
            endpoint: 'matter.answerByLink',
            requestId: open.requestId,
            at: open.now,
          },
          entry,
        ),
      tell: (told, fact) => tellFollowers(open.followers, context, told.id, fact),
    };
    await openMatters(db, [matterId]);
    const before = (await listAnswers(db, institutionId, matterId)).find(
      (one) => one.round === round && one.party === party,
    );
    // What is said besides the one tap may come later and in parts: what is left out stays as it was.
    const kept = before?.result === body.result ? before : undefined;
    const timely = body.timely === undefined ? (kept?.timely ?? null) : body.timely;
    const clear = body.clear === undefined ? (kept?.clear ?? null) : body.clear;
    const comment = body.comment ?? kept?.comment ?? null;
    await takeStep(context, matterId, {
      action: 'answer',
      party,
      detail: () => ({ party, result: body.result, timely, clear }),
      write: (opened, next) => storeAnswer(context, opened, next, party, comment, true),
    });
    const firstOn = before && today <= addDays(before.firstOn, ANSWER_CHANGEABLE_DAYS) ? before.firstOn : today;
    return {
      answer: { result: body.result, timely, clear, comment, answeredOn: today },
      openUntil: addDays(firstOn, ANSWER_CHANGEABLE_DAYS),
    };
  });
}
