/** What matters do when an earlier room tells news: a line of a talk is a matter; a talk taken back takes its lines with it. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import { applyStep } from '@zhengyou/domain/matter/matter.machine.ts';
import type { Context } from '../../edge/context.ts';
import { follow, type Follower } from '../../edge/news.ts';
import { openMatters } from '../../store/database.ts';
import type { Redirection } from '../../store/redirect.ts';
import { talkLogged, talkUndone } from '../interaction/news.door.ts';
import { followMerge } from '../person/merge.door.ts';
import { deletePoints, deleteProposers, deleteSaid } from './said.queries.ts';
import { findMatter, listProposers } from './matter.reads.ts';
import { listBornFrom, listNewPoints, listTalkParties, listVersions } from './raise.reads.ts';
import { registerMatter } from './register-matter.ts';
import { getRules } from './rules.ts';
import { writeStep } from './take-step.ts';

/** What of this room names people. Who raised a matter stays its party of that number. */
const NAMED: readonly Redirection[] = [
  { table: 'matter_proposer', key: ['matter_id', 'party'], column: 'person_id' },
  { table: 'matter_proposer', key: ['matter_id', 'party'], column: 'leader_id' },
  { table: 'matter_answer_link', key: ['matter_id', 'party'], column: 'person_id' },
];

export const matterFollowers: readonly Follower[] = [
  followMerge(NAMED),
  follow(talkLogged, async (context, talk) => {
    const { actor, db, institutionId } = context;
    const points = await listNewPoints(db, institutionId, talk.interactionId);
    if (points.length === 0) return;
    const rules = await getRules(context);
    const people = await listTalkParties(db, institutionId, talk.interactionId);
    for (const point of points)
      await registerMatter(
        context,
        {
          kind: point.kind,
          origin: talk.channel === 'symposium' ? 'symposium' : 'talk',
          points: [point.words],
          unitId: talk.unitId,
          proposers: people.map((person) => ({
            personId: person.id,
            name: person.name,
            leaderId: talk.leaderId,
            leaderName: talk.leaderName,
            named: point.named,
            interactionId: talk.interactionId,
            pointId: point.id,
            channel: talk.channel,
            mergedFrom: null,
          })),
          by:
            talk.leaderId === actor.personId
              ? { as: 'leader', person: null, unit: null, party: null }
              : { as: 'keeper', person: actor.personId, unit: null, party: null },
        },
        rules,
      );
  }),
  follow(talkUndone, async (context, { interactionId }) => {
    const { db, institutionId } = context;
    const born = await listBornFrom(db, institutionId, interactionId);
    if (born.length === 0) return;
    await openMatters(db, born);
    const standing = await listVersions(db, institutionId, born);
    // Someone has already worked on it: then it is withdrawn by its proposer, not undone.
    if (standing.some((one) => one.version > 1 || one.status !== 'registered'))
      throw new Refused(MATTER_REFUSALS.talkHasMatters());
    for (const id of born) await unmake(context, id, born);
  }),
];

/** The number stays, so that none is missing; what was said and who said it do not. */
async function unmake(context: Context, id: Id, own: readonly Id[]): Promise<void> {
  const { db, institutionId, reach, actor, today } = context;
  const matter = await findMatter(db, institutionId, reach, own, id);
  if (!matter) return;
  const proposers = await listProposers(db, institutionId, reach, actor.keeps, [id]);
  const rules = await getRules(context);
  const relation = { level: 'leader', person: actor.personId, party: null, unit: null } as const;
  let state = matter.state;
  let version = matter.version;
  for (const { party } of proposers) {
    const by = { as: 'house', person: null, unit: null, party } as const;
    const step: MatterStep = { action: 'withdraw', on: today, by, detail: { party } };
    const opened = { proposers, relation, rules, own, state, matter: { ...matter, version, state } };
    const next = applyStep(state, step) ?? state;
    version = await writeStep(context, { ...opened, world: { today, clocks: [] } }, step, next, null);
    state = next;
  }
  await deleteSaid(db, institutionId, id);
  await deletePoints(db, institutionId, id);
  await deleteProposers(db, institutionId, id);
}
