import { expect, it } from 'vitest';
import { bound, current, leader, problem, representative } from './optimiser.build.ts';
import { explainPlan } from './optimiser.explain.ts';
import { modelOf } from './optimiser.model.ts';
import type { RosterProblem } from './optimiser.types.ts';

/** The plan that takes the pairs named `leader representative`. */
const planOf = (given: RosterProblem, taken: readonly string[]) => {
  const model = modelOf(given);
  const chosen = Uint8Array.from(model.pairs, ({ leader: one, representative: other }) =>
    taken.includes(`${model.leaders[one]?.id} ${model.representatives[other]?.id}`) ? 1 : 0,
  );
  return explainPlan(model, chosen);
};
const both = (zh: string, en: string) => ({ zh, en });
const leaders = [
  leader('A', { name: '许霞', leaving: both('许霞 12 月调离。', 'Xu Xia moves away in December.') }),
  leader('B', { name: '孙力', floor: bound(2) }),
  leader('C', { name: '王敏', floor: bound(2), fields: ['人才'] }),
];

it('says of a pair whose leader leaves who takes over, and why', () => {
  const given = problem({
    leaders,
    representatives: ['1', '2', '3', '4'].map((id) => representative(id, { name: `朱志${id}`, fields: ['人才'] })),
    current: [current('A', '1'), current('B', '2'), current('B', '3'), current('C', '4')],
  });
  const plan = planOf(given, ['C 1', 'B 2', 'B 3', 'C 4']);
  expect(plan.moved).toEqual([
    {
      representativeId: '1',
      fromLeaderId: 'A',
      toLeaderId: 'C',
      reason: both(
        '许霞 12 月调离；王敏还不足 2 人，由其联系。',
        'Xu Xia moves away in December; 王敏 has fewer than 2.',
      ),
      basis: [
        { requirement: 'quota-school', clause: '5.1' },
        { requirement: 'eligibility-school', clause: '5.1' },
      ],
    },
  ]);
  expect(plan.kept.map(({ reason }) => reason.zh)).toEqual(Array(3).fill('各项规定都合，不动。'));
});

it('says of a pair that could stay by itself which rules it would break', () => {
  const given = problem({
    leaders: [leader('B', { name: '田文建', cap: bound(1) }), leader('C', { name: '王敏', floor: bound(1) })],
    representatives: [representative('1', { name: '罗嘉德' }), representative('2', { name: '林远' })],
    current: [current('B', '1'), current('B', '2')],
  });
  const plan = planOf(given, ['B 2', 'C 1']);
  expect(plan.moved[0]?.reason.zh).toBe(
    '其余留下的各对不动，再留着田文建与罗嘉德，就守不住：田文建至多联系 1 人；只有王敏可以联系。',
  );
});

it('says why a pair ends without another, and why one is new', () => {
  const given = problem({
    leaders: leaders.slice(1),
    representatives: [
      representative('1', { name: '邓琴', need: null, eligible: [] }),
      representative('2', { name: '马然', leaving: both('马然退休离校。', 'Ma Ran retires.') }),
      representative('3', {
        name: '冯军',
        eligible: [
          {
            tier: 'school',
            unitId: null,
            basis: { requirement: 'eligibility-school', clause: '5.1' },
            ground: both('市政协委员', 'member of the municipal conference'),
          },
        ],
      }),
      representative('4', { name: '单慧', need: null }),
    ],
    current: [current('B', '1'), current('B', '2')],
    wishes: [{ leaderId: 'C', representativeId: '3', by: 'representative', wants: true }],
  });
  const plan = planOf(given, ['B 3', 'B 4']);
  expect(plan.ended.map(({ reason }) => reason.zh)).toEqual([
    '邓琴的身份已不在孙力的联系范围内；没有要求再安排。',
    '马然退休离校。',
  ]);
  expect(plan.added.map(({ reason }) => reason.zh)).toEqual([
    '冯军（市政协委员）还没有人联系；孙力还不足 2 人，由其联系。',
    '孙力应联系至少 2 人，原能留下 0 人；孙力还不足 2 人，由其联系。',
  ]);
});
