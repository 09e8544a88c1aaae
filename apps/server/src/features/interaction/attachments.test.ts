/** Files beside a shared text: who may add, who reads, what is refused, and that they go with the record. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as attachment from '@zhengyou/domain/interaction/attachment.contract.ts';
import {
  listTalks,
  logInteraction,
  readInteraction,
  undoInteraction,
} from '@zhengyou/domain/interaction/interaction.contract.ts';
import { confirmMine } from '@zhengyou/domain/interaction/shared-text.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { callerOf, openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

let house: TestHouse;
let tian: Caller, lin: Caller, office: Caller, xu: Caller;
let talk: Id;
const pdf = (fill = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(fill, 0x20)]);
const add = (who: Caller, interactionId: Id, bytes: Buffer, name = '排班.pdf') =>
  who.try(attachment.addAttachment, { params: { interactionId }, query: { name }, bytes });
const log = async (who: Caller, more: object = {}) =>
  who.call(logInteraction, {
    body: {
      leaderId: await house.personId('田文建'),
      representativeIds: [await house.personId('林远')],
      channel: 'faceToFace',
      when: { kind: 'now' },
      words: '说了排班',
      ...more,
    },
  });

beforeAll(async () => {
  house = await openHouse();
  [tian, lin, office, xu] = (await Promise.all(['田文建', '林远', '周敏', '许文洁'].map((name) => house.as(name)))) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ];
  talk = (await log(tian)).id;
});
beforeEach(() => house.setNow(STORY_NOW));
afterAll(() => house.close());

const filesOf = async (who: Caller, id = talk) =>
  (await who.call(readInteraction, { params: { interactionId: id } })).attachments;

describe('a file beside the shared text', () => {
  test('is seen and read by both sides, always as a download, and the reading is written down', async () => {
    const added = (await add(tian, talk, pdf(), '../下月排班.exe')).json() as { id: Id };
    for (const who of [tian, lin, office])
      expect(await filesOf(who)).toMatchObject([{ name: '下月排班.pdf', by: '田文建', bytes: 109 }]);
    const file = await lin.try(attachment.readAttachment, { params: { attachmentId: added.id } });
    expect(file.rawPayload.equals(pdf())).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''%E4%B8%8B/);
  });

  test('in a list of many talks costs no question more', async () => {
    const count = () => countStatements(() => lin.call(listTalks, { query: {} }));
    const before = await count();
    await add(tian, talk, pdf());
    expect(await count()).toBe(before);
  });

  test('is taken away by whoever has just added it, and by nobody later', async () => {
    const at = (json: { id: Id }) => ({ params: { attachmentId: json.id } });
    const one = at((await add(tian, talk, pdf())).json());
    expect((await office.try(attachment.removeAttachment, one)).statusCode).toBe(404);
    expect((await tian.try(attachment.removeAttachment, one)).statusCode).toBe(200);
    expect((await tian.try(attachment.readAttachment, one)).statusCode).toBe(404);
    const two = at((await add(tian, talk, pdf())).json());
    house.setNow('2026-11-23T01:23:00Z');
    expect((await tian.try(attachment.removeAttachment, two)).json().code).toBe('attachment.removeTooLate');
  });

  test('goes with the record that is taken back', async () => {
    const made = await log(tian, { channel: 'visit' });
    const added = (await add(tian, made.id, pdf())).json() as { id: Id };
    await tian.call(undoInteraction, { params: { interactionId: made.id }, ifMatch: made.version });
    expect((await tian.try(attachment.readAttachment, { params: { attachmentId: added.id } })).statusCode).toBe(404);
  });

  test('is added by a secretary to what they wrote, until the leader has confirmed it; it is not theirs to read', async () => {
    const made = await log(xu, { channel: 'online' });
    const added = await add(xu, made.id, pdf());
    expect(added.json()).toMatchObject({ by: '许文洁' });
    expect((await xu.try(attachment.readAttachment, { params: { attachmentId: added.json().id } })).statusCode).toBe(
      404,
    );
    await tian.call(confirmMine, { body: { interactionIds: [made.id] } });
    expect((await add(xu, made.id, pdf())).json().code).toBe('attachment.confirmed');
    expect((await add(xu, talk, pdf())).statusCode).toBe(404);
  });
});

describe('refused', () => {
  let alone: Id;
  beforeAll(async () => {
    alone = (await log(tian, { channel: 'phone' })).id;
  });

  test.each([
    ['a picture that is a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.from('MZ\u0090\u0000')],
  ])('%s, whatever it is called: 415 and a sentence', async (_, bytes) => {
    const reply = await add(tian, alone, bytes, '排班.pdf');
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'attachment.wrongKind']);
    expect(reply.json().title).toContain('文字都在');
  });

  test('one that is too large, before it is read to its end', async () => {
    const reply = await add(tian, alone, pdf(10 * 1024 * 1024 + 10));
    expect([reply.statusCode, reply.json().title]).toEqual([413, expect.stringContaining('10 MB')]);
  });

  test('what is over the quota of a talk, by size and by number', async () => {
    const large = pdf(9 * 1024 * 1024);
    expect((await add(tian, alone, large)).statusCode).toBe(200);
    expect((await add(tian, alone, large)).statusCode).toBe(200);
    expect((await add(tian, alone, large)).json().code).toBe('attachment.overQuota');
    for (let at = 0; at < 3; at += 1) expect((await add(tian, alone, pdf())).statusCode).toBe(200);
    expect((await add(tian, alone, pdf())).json().code).toBe('attachment.tooMany');
  });

  test('whoever is a stranger to the talk, neither adds nor reads', async () => {
    const added = (await add(tian, talk, pdf())).json() as { id: Id };
    for (const name of ['唐杰秀', '冯飞梅', '贺明', '顾晓芸']) {
      const who = await house.as(name);
      expect([name, [403, 404].includes((await add(who, talk, pdf())).statusCode)]).toEqual([name, true]);
      expect((await who.try(attachment.readAttachment, { params: { attachmentId: added.id } })).statusCode).toBe(404);
    }
    expect((await add(lin, talk, pdf())).statusCode).toBe(403);
    const checker = await house.as('王敏');
    expect((await add(checker, talk, pdf())).json().code).toBe('attachment.notYours');
    expect(
      (await callerOf(house.app, '').try(attachment.readAttachment, { params: { attachmentId: added.id } })).statusCode,
    ).toBe(401);
  });
});
