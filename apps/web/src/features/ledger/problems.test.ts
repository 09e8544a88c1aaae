import { describe, expect, it } from 'vitest';
import { makeFix, makeProblem } from './ledger.build.ts';
import {
  bulksOf,
  countOpen,
  findSelected,
  firstLevel,
  inPortions,
  listAlike,
  neighbourOf,
  sectionsOf,
  takeBack,
  takeProposals,
  withDecisions,
} from './problems.ts';

const proposal = makeFix('chooseUnit', { value: 'u1', proposed: true });
const keys = (problems: readonly { key: string }[]) => problems.map(({ key }) => key);
const refused = ['r1', 'r2'].map((key) => makeProblem({ key, level: 'refused', code: 'impossibleDate' }));
const asked = ['a1', 'a2', 'a3', 'a4', 'a5'].map((key) =>
  makeProblem({ key, fixes: [proposal, makeFix('createUnit')] }),
);
const settledFirst = makeProblem({ key: 'r1', level: 'refused', settled: true });
const rows = [
  { level: 'refused', items: refused, total: 2 },
  { level: 'ask', items: asked, total: 5 },
  { level: 'note', items: [], total: 0 },
] as const;

describe('the sections of the list', () => {
  it('show the chosen kind whole and first, the others in short, and leave out what is empty', () => {
    expect(sectionsOf(rows, 'refused').map(({ level, shown }) => [level, shown.length])).toEqual([
      ['refused', 2],
      ['ask', 3],
    ]);
    expect(sectionsOf(rows, 'ask').map(({ level, shown }) => [level, shown.length])).toEqual([
      ['ask', 5],
      ['refused', 2],
    ]);
  });
  it('keep the chosen kind even when nothing of it is left', () => {
    expect(sectionsOf(rows, 'note').map(({ level }) => level)).toEqual(['note', 'refused', 'ask']);
  });
  it('begin with the first kind that is open, then with any', () => {
    const settled = refused.map((problem) => ({ ...problem, settled: true }));
    expect(firstLevel(rows)).toBe('refused');
    expect(firstLevel([{ ...rows[0], items: settled }, rows[1], rows[2]])).toBe('ask');
    expect(firstLevel([{ ...rows[0], items: settled }, { ...rows[1], items: [], total: 0 }, rows[2]])).toBe('refused');
  });
  it('count what was not fetched yet as open', () => {
    expect(countOpen({ items: [settledFirst, ...refused.slice(1)], total: 40 })).toBe(39);
  });
});

describe('the chosen row', () => {
  it('is found by its key, and gives way to what took its place', () => {
    expect(findSelected(asked, 'a3', 0)?.key).toBe('a3');
    expect(findSelected(asked, 'gone', 3)?.key).toBe('a4');
    expect(findSelected(asked, 'gone', 99)?.key).toBe('a5');
    expect(findSelected(asked, undefined, -1)?.key).toBe('a1');
    expect(findSelected([], 'gone', 2)).toBeUndefined();
  });
  it('moves by one and stops at the ends', () => {
    expect(neighbourOf(asked, 'a1', 1)?.key).toBe('a2');
    expect(neighbourOf(asked, 'a2', -1)?.key).toBe('a1');
    expect(neighbourOf(asked, 'a1', -1)).toBeUndefined();
    expect(neighbourOf(asked, 'a5', 1)).toBeUndefined();
    expect(neighbourOf(asked, undefined, 1)?.key).toBe('a1');
  });
});

describe('many decisions at once', () => {
  it('are offered for open proposals of one kind, and not for a single one', () => {
    const single = makeProblem({
      key: 'b1',
      code: 'remarkRetired',
      fixes: [makeFix('acceptFact', { proposed: true })],
    });
    const done = makeProblem({ key: 'c1', settled: true, fixes: [proposal] });
    expect(bulksOf([...asked, single, done]).map(({ kind, items }) => [kind, items.length])).toEqual([
      ['chooseUnit', 5],
    ]);
  });
  it('leave out what was unticked, and can be taken back', () => {
    const [bulk] = bulksOf(asked);
    const changes = takeProposals(bulk?.items ?? [], new Set(['a2']));
    expect(keys(changes)).toEqual(['a1', 'a3', 'a4', 'a5']);
    expect(changes[0]).toEqual({ key: 'a1', decision: { fix: 'chooseUnit:u1' } });
    expect(takeBack(changes).every(({ decision }) => decision === null)).toBe(true);
  });
  it('go in portions that the server takes', () => {
    expect(inPortions([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inPortions([], 2)).toEqual([]);
  });
  it('reach the open rows of the same words and question that the same answer fits', () => {
    const decided = makeProblem({ key: 'a1', decision: { fix: 'createUnit' }, settled: true });
    const other = makeProblem({ key: 'd1', written: '公卫', fixes: [makeFix('createUnit')] });
    const without = makeProblem({ key: 'd2', fixes: [proposal] });
    expect(keys(listAlike([decided, ...asked.slice(1, 3), other, without], decided))).toEqual(['a2', 'a3']);
  });
});

describe('a decision that was just made', () => {
  it('shows at once, with the value that its choice carries', () => {
    const [first, second] = withDecisions(asked, [{ key: 'a1', decision: { fix: 'chooseUnit:u1' } }]);
    expect(first).toMatchObject({ settled: true, decision: { fix: 'chooseUnit:u1', value: 'u1' } });
    expect(second).toBe(asked[1]);
  });
  it('is gone once it is taken back, and with it the word that it could not be followed', () => {
    const wrong = makeProblem({ key: 'a1', decision: { fix: 'useDate', value: 'x' }, decisionRefused: true });
    const [bare] = withDecisions([wrong], [{ key: 'a1', decision: null }]);
    expect(bare).not.toHaveProperty('decision');
    expect(bare).not.toHaveProperty('decisionRefused');
    expect(bare?.settled).toBe(false);
  });
});
