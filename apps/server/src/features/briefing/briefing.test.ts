/** Briefings over real requests: refusals first, then from matters to an instruction on their lines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listBriefings } from '@zhengyou/domain/briefing/briefing-list.contract.ts';
import * as contract from '@zhengyou/domain/briefing/briefing.contract.ts';
import * as youSaid from '@zhengyou/domain/briefing/you-said.contract.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';
import {
  answered,
  assigned,
  deskIds,
  must,
  peopleOf,
  raised,
  seen,
  take,
  type People,
} from '../matter/matter.build.ts';

let house: TestHouse;
let people: People;
beforeAll(async () => {
  house = await openHouse();
  people = await peopleOf(house);
});
afterAll(() => house.close());

type Wanted = BodyInOf<typeof contract.writeBriefing>;
const at = (briefingId: Id) => ({ params: { briefingId } });
const read = (caller: Caller, id: Id) => caller.call(contract.readBriefing, at(id));

async function step(caller: Caller, endpoint: { readonly id: string }, id: Id, body: object = {}) {
  const { version } = await read(people.office, id);
  return caller.try(endpoint as typeof contract.approveBriefing, {
    ...at(id),
    ifMatch: version,
    body: body as BodyInOf<typeof contract.approveBriefing>,
  });
}
async function done(caller: Caller, endpoint: { readonly id: string }, id: Id, body: object = {}) {
  const response = await step(caller, endpoint, id, body);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`);
}
const codeOf = (response: { json(): { code: string } }) => response.json().code;

/** Reported wordings of one matter: worded and ready to hand over. */
async function written(matterId: Id, over: Partial<Wanted> = {}, text = '晚间班车班次少，建议增加一班。') {
  const { id } = await people.office.call(contract.draftBriefing, { body: { matterIds: [matterId] } });
  const { version } = await read(people.office, id);
  const body = { title: '关于晚间班车的情况', items: [{ matterId, heading: '晚间班车', text }], ...over };
  const response = await people.office.try(contract.writeBriefing, {
    ...at(id),
    ifMatch: version,
    body,
  });
  return { id, response };
}
async function issued(matterId: Id, body: object = {}) {
  const { id } = await written(matterId);
  await done(people.office, contract.handOverBriefing, id);
  await done(people.second, contract.approveBriefing, id);
  await done(people.office, contract.issueBriefing, id, body);
  return id;
}

describe('what is refused', () => {
  it('the name of whoever has not agreed to it: in an item, in the title, in the opening', async () => {
    const matterId = await raised(people);
    for (const over of [{ title: '林远的意见' }, { opening: '林 远老师说' }] as const)
      expect(codeOf((await written(matterId, over)).response)).toBe('briefing.namesUnnamed');
    expect(codeOf((await written(matterId, {}, '林远说班车少')).response)).toBe('briefing.namesUnnamed');
  });

  it('handing over what has no wording, and a wording that tells who it was, without a reason', async () => {
    const matterId = await raised(people);
    const { id } = await people.office.call(contract.draftBriefing, { body: { matterIds: [matterId] } });
    expect((await read(people.office, id)).itemList).toMatchObject([{ text: '', heading: '' }]);
    expect(codeOf(await step(people.office, contract.handOverBriefing, id))).toBe('briefing.textMissing');
    const known = await read(people.office, id);
    const items = [{ matterId, heading: '班车', text: '精神卫生中心护理部主任提出加一班，附属精神卫生中心离市区远。' }];
    await people.office.call(contract.writeBriefing, {
      ...at(id),
      ifMatch: known.version,
      body: { title: '情况', items },
    });
    const { warnings, smallestGroup } = await read(people.office, id);
    expect(warnings).toMatchObject([{ kind: 'small', ordinal: 1 }]);
    for (const one of warnings)
      expect(one.kind === 'small' && one.count < smallestGroup && one.says.length > 0).toBe(true);
    const refused = await step(people.office, contract.handOverBriefing, id);
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'briefing.tellsWho']);
    await done(people.office, contract.handOverBriefing, id, { reason: '本人要求写明单位' });
    expect((await read(people.office, id)).status).toBe('handed');
  });

  it('approval by whoever wrote it, issue before approval, writing once it is handed over', async () => {
    const { id } = await written(await raised(people));
    expect(codeOf(await step(people.office, contract.issueBriefing, id))).toBe('briefing.notNow');
    await done(people.office, contract.handOverBriefing, id);
    expect(codeOf(await step(people.office, contract.approveBriefing, id))).toBe('briefing.secondPerson');
    const { version } = await read(people.office, id);
    const body = { title: '别的', items: [{ heading: '别的', text: '别的' }] };
    const late = await people.office.try(contract.writeBriefing, {
      ...at(id),
      ifMatch: version,
      body,
    });
    expect(codeOf(late)).toBe('briefing.notNow');
  });

  it('a step on a version that someone else has changed', async () => {
    const { id } = await written(await raised(people));
    const { version } = await read(people.office, id);
    await done(people.office, contract.handOverBriefing, id);
    const late = await people.second.try(contract.returnBriefing, {
      ...at(id),
      ifMatch: version,
      body: { reason: '再看' },
    });
    expect([late.statusCode, late.json().extra.current.status]).toEqual([412, 'handed']);
  });

  it('issuing what was withdrawn meanwhile, or whose proposer no longer wishes to be named', async () => {
    const gone = await raised(people);
    const { id } = await written(gone);
    await done(people.office, contract.handOverBriefing, id);
    await must(people.person, asProposer.withdrawMatter, gone);
    expect(codeOf(await step(people.second, contract.approveBriefing, id))).toBe('briefing.withdrawn');

    const named = await raised(people, { named: true });
    const other = await written(named);
    expect((await read(people.office, other.id)).itemList[0]?.attribution).toBe('林远提出：');
    await done(people.office, contract.handOverBriefing, other.id);
    await done(people.second, contract.approveBriefing, other.id);
    await must(people.person, asProposer.chooseNaming, named, { named: false });
    expect(codeOf(await step(people.office, contract.issueBriefing, other.id))).toBe('briefing.namingChanged');
    await done(people.office, contract.returnBriefing, other.id, { reason: '改为不署名' });
  });

  it('a matter that is not there, a recipient outside the team', async () => {
    const body = { matterIds: ['0190f000-0000-7000-8000-000000000000' as Id] };
    expect(codeOf(await people.office.try(contract.draftBriefing, { body }))).toBe('briefing.unknownMatter');
    const { id } = await written(await raised(people));
    await done(people.office, contract.handOverBriefing, id);
    await done(people.second, contract.approveBriefing, id);
    const outside = { recipientIds: [await house.personId('林远')] };
    expect(codeOf(await step(people.office, contract.issueBriefing, id, outside))).toBe('briefing.notAMember');
  });
});

describe('a briefing', () => {
  it('8.3 — takes over released words alone, reports its matters when it is issued, and is numbered without a gap', async () => {
    const matterId = await raised(people);
    const first = await issued(matterId);
    const shown = await read(people.office, first);
    expect(shown).toMatchObject({ status: 'issued', number: '2026年第1期', issuedOn: '2026-11-23' });
    expect(shown.paper.blocks.map((block) => block.text)).toContain(
      '有党外代表人士提出：晚间班车班次少，建议增加一班。',
    );
    expect(shown.steps.map((one) => [one.action, one.by])).toEqual([
      ['draft', '周敏'],
      ['write', '周敏'],
      ['handOver', '周敏'],
      ['approve', '沈知行'],
      ['issue', '周敏'],
    ]);
    const matter = await seen(people.office, matterId);
    expect(matter).toMatchObject({ status: 'reported', report: { way: 'briefing', note: '《情况专报》2026年第1期' } });
    expect((await read(people.office, await issued(await raised(people)))).number).toBe('2026年第2期');

    const desks = await deskIds(house);
    const other = await raised(people);
    await assigned(people, other, desks.medical);
    const drafted = await people.office.call(contract.draftBriefing, { body: { matterIds: [other] } });
    expect((await read(people.office, drafted.id)).itemList).toMatchObject([
      { heading: '晚间班车加开', attribution: '有党外代表人士提出：' },
    ]);
  });

  it('8.3 — is read by its recipients, and what they instruct reaches the lines of its matters', async () => {
    const matterId = await raised(people);
    const team = await people.office.call(contract.listRecipients);
    expect(team.total).toBeGreaterThan(3);
    // One who does not check as well: such a member sees everything that was issued.
    const first = team.items.find((one) => !['王敏', '孙力'].includes(one.name));
    const id = await issued(matterId);
    const leader = await house.as(first?.name ?? '');
    expect((await leader.call(listBriefings, {})).unread).toBeGreaterThan(0);
    const theirs = await read(leader, id);
    expect(theirs).toMatchObject({ mine: true, readOn: null, steps: [], recipients: [], warnings: [] });
    expect(theirs.can).toEqual(['markRead', 'instruct', 'download']);
    await leader.call(contract.markBriefingRead, { ...at(id), body: {} });
    const instruction = await leader.call(contract.instructOnBriefing, {
      ...at(id),
      body: { words: '请后勤处本月内研究。', items: [1] },
    });
    const seenByOffice = await read(people.office, id);
    expect(seenByOffice.readers?.read).toBe(1);
    expect(seenByOffice.instructionList).toMatchObject([{ words: '请后勤处本月内研究。', items: [1], passed: null }]);
    const passing = { params: { briefingId: id, instructionId: instruction.id }, body: { matterIds: [matterId] } };
    const { passed } = await people.office.call(contract.passOnInstruction, passing);
    const matter = await seen(people.office, matterId);
    expect(passed?.numbers).toEqual([matter.number]);
    expect(matter.notes.map((one) => one.text).join()).toContain('请后勤处本月内研究。');
    expect(codeOf(await people.office.try(contract.passOnInstruction, passing))).toBe('briefing.passedAlready');
  });

  it('lets the office write down what a recipient wrote on paper, and says so', async () => {
    const id = await issued(await raised(people));
    const [first] = (await read(people.office, id)).recipients;
    const body = { words: '阅。', personId: first?.id as Id };
    expect(await people.office.call(contract.instructOnBriefing, { ...at(id), body })).toMatchObject({
      recordedAs: '周敏',
    });
    expect((await read(people.office, id)).recipients[0]?.readOn).toBe('2026-11-23');
  });

  it('comes as a Word file', async () => {
    const id = await issued(await raised(people));
    const file = await people.office.try(contract.downloadBriefing, at(id));
    expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('.docx');
  });

  it('is read and listed with a bounded number of statements', async () => {
    const id = await issued(await raised(people));
    expect(await countStatements(() => read(people.office, id))).toBeLessThan(20);
    expect(await countStatements(() => people.office.call(listBriefings, {}))).toBeLessThan(14);
    expect(await countStatements(() => people.office.call(contract.listSources, {}))).toBeLessThan(14);
  });
});

describe('you said, we did', () => {
  it('8.3 — counts what was answered and tells lines that the office worded, to everyone', async () => {
    const desks = await deskIds(house);
    const matterId = await raised(people);
    await assigned(people, matterId, desks.medical);
    await answered(people, people.medical, matterId);
    const params = { period: '2026-H2' };
    const proposed = await people.office.call(youSaid.proposeYouSaid, { params });
    expect(proposed.counts).toMatchObject({ answered: 1, byKind: { opinion: 1 }, byOutcome: { A: 2 } });
    expect(proposed.lines[0]).toMatchObject({ said: '晚间班车加开', outcome: 'A' });
    const telling = await people.office.try(youSaid.issueYouSaid, {
      params,
      body: { lines: [{ said: '林远说班车少', did: '加开一班', outcome: 'A' }] },
    });
    expect(codeOf(telling)).toBe('briefing.lineTells');
    await people.office.call(youSaid.issueYouSaid, {
      params,
      body: { lines: [{ said: '晚间班车班次少', did: '周一至周五加开一班', outcome: 'A' }] },
    });
    const told = await people.person.call(youSaid.readYouSaid);
    expect(told).toMatchObject({ total: 1, can: [], items: [{ period: '2026-H2', counts: { answered: 1 } }] });
    expect(JSON.stringify(told)).not.toContain('林远');
    const ahead = await people.office.try(youSaid.proposeYouSaid, { params: { period: '2027-H1' } });
    expect(codeOf(ahead)).toBe('briefing.periodAhead');
  });

  it('never tells a difficulty, only counts it', async () => {
    const desks = await deskIds(house);
    const matterId = await raised(people, { kind: 'difficulty' });
    await must(people.office, asKeeper.triageMatter, matterId, { disposition: 'accepted' });
    const { pointList } = await seen(people.office, matterId);
    await must(people.office, asKeeper.releaseMatter, matterId, {
      title: '住房离得远',
      points: pointList.map((point) => ({ id: point.id, text: '住房' })),
    });
    await must(people.office, asKeeper.assignMatter, matterId, { lead: desks.medical });
    await answered(people, people.medical, matterId);
    const proposed = await people.office.call(youSaid.proposeYouSaid, { params: { period: '2026-H2' } });
    expect(proposed.counts.byKind.difficulty).toBe(1);
    expect(JSON.stringify(proposed.lines)).not.toContain('住房');
    expect((await take(people.person, asProposer.withdrawMatter, matterId)).statusCode).not.toBe(200);
  });
});
