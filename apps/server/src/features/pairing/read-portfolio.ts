/** One leader’s whole list: posts, quota, friends now, proposals that wait, earlier friends. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { isWithin } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { quotaOn } from '@zhengyou/domain/pairing/quota.ts';
import { eligibilityFor } from '@zhengyou/domain/person/eligibility.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import { isHeldOn } from '@zhengyou/domain/person/standing.ts';
import { isEnding } from '@zhengyou/domain/person/term.ts';
import { highestOf } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { listLeaderPosts } from './pairing.reads.ts';
import { listStandingsOf } from './proposal.reads.ts';
import { listOffices } from './roster-watch.reads.ts';
import { readProposals } from './show-proposal.ts';
import { listSides } from './sides.door.ts';

export async function readPortfolio(context: Context, leaderId: Id) {
  const { db, institutionId, reach, actor, today } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const posts = (await listLeaderPosts(db, institutionId, reach, null)).filter((post) => post.leaderId === leaderId);
  const [first] = posts;
  if (!first) throw new Refused(edgeRefusals.notFound());
  const all = await readProposals(context, { leader: leaderId });
  const people = [...new Set(all.map(({ row }) => row.representativeId))];
  const standings = await listStandingsOf(db, institutionId, reach, people);
  const offices = new Map((await listOffices(db, institutionId, reach)).map((office) => [office.id, office.name]));

  const main = highestOf(
    policy,
    posts.filter((post) => isWithin(today, post.since, post.until)),
  );
  const held = all.map(({ row }) => row).filter((row) => row.status === 'active');
  const sides = await listSides(
    db,
    institutionId,
    reach,
    held.map((row) => row.representativeId),
    today,
  );
  const [quota] = main ? quotaOn([{ id: leaderId, tier: main.tier, rank: main.rank }], held, policy, today, sides) : [];
  const unit = main?.unit ?? first.unit;
  return {
    asOf: today,
    leader: { id: leaderId, name: first.name, unit, tier: main?.tier ?? null },
    posts: posts.map(({ title, charge, since, until }) => ({ title, charge, startsOn: since, endsOn: until })),
    quota: quota
      ? {
          ...quota,
          arithmetic: {
            zh: say(quota.arithmetic.words, 'zh', quota.arithmetic.facts),
            en: say(quota.arithmetic.words, 'en', quota.arithmetic.facts),
          },
        }
      : null,
    friends: held.map((row) => {
      const own = standings.get(row.representativeId) ?? [];
      const open = eligibilityFor(own, policy, today, row.tier);
      const ground = own.find((one) => one.id === open?.standing) ?? own.find((one) => isHeldOn(one, today));
      return {
        pairingId: row.id,
        version: row.version,
        startsOn: row.startsOn ?? today,
        clause: open?.clause ?? null,
        office: row.officeId ? (offices.get(row.officeId) ?? null) : null,
        changeAsked: row.changeAskedOn !== null,
        representative: {
          id: row.representativeId,
          name: row.representativeName,
          unit: row.representativeUnit,
          ground: ground ? { ...ground, ending: isEnding(ground, today) } : null,
        },
      };
    }),
    waiting: all
      .filter(({ row }) => row.status === 'recommended' || row.status === 'confirmed')
      .map(({ shown }) => shown),
    earlier: all.flatMap(({ row }) =>
      row.status === 'ended' && row.startsOn !== null && row.endsOn !== null
        ? [
            {
              pairingId: row.id,
              representative: { id: row.representativeId, name: row.representativeName },
              startsOn: row.startsOn,
              endsOn: row.endsOn,
              reason: row.steps.findLast((step) => step.action === 'end')?.reason ?? null,
            },
          ]
        : [],
    ),
    can: keeps(keepingOf(actor), unit.id) ? (['pair', 'end'] as const).slice() : [],
  };
}
