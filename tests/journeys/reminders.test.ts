/** What waits for somebody is found on the phone and by letter, and one tap later the sheet that does it is open. */
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../apps/server/src/features/notice/notice.build.ts';
import { runNotices } from '../../apps/server/src/features/notice/run-notices.ts';
import { DESKTOP, enter, openStage, PHONE, picture, SOUND, soundness, type Stage } from './support/browser.ts';

let stage: Stage;
let smtp: SMTPServer;
const letters: { to: string; text: string }[] = [];
const run = () => runNotices(partsOf(stage.house, { address: stage.origin }), stage.house.institutionId);

/** Quoted-printable, as it travels. */
const read = (text: string) =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

beforeAll(async () => {
  stage = await openStage();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (part) => (text += part));
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
        done();
      });
    },
  });
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await stage.close();
  await new Promise<void>((closed) => smtp.close(() => closed()));
});

describe('a reminder', () => {
  it('stands in the leader’s inbox on the phone, and a tap opens the answer', async () => {
    const friend = await stage.open(PHONE);
    await enter(friend, '林远');
    await friend.getByRole('button', { name: '约个时间谈谈' }).click();
    await friend.getByLabel('时间 1', { exact: true }).fill('2026-11-26');
    await friend.getByLabel('时间 1，几点').fill('15:30');
    await friend.getByRole('button', { name: '发出' }).click();
    await friend.getByText('约了田文建').waitFor();

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    const me = leader.getByRole('link', { name: /^我/ });
    await me.getByText('件提醒').waitFor({ state: 'attached' });
    await me.click();
    await leader.getByRole('heading', { name: '怎样提醒我' }).waitFor();
    expect(await soundness(leader)).toEqual(SOUND);
    await picture(leader, 'reminders-me');
    await leader.getByRole('link', { name: '1 件提醒没看' }).click();
    await leader.getByRole('link', { name: /林远约您谈谈/ }).waitFor();
    expect(await soundness(leader)).toEqual(SOUND);
    await picture(leader, 'reminders-inbox');
    await leader.getByRole('link', { name: /林远约您谈谈/ }).click();
    const sheet = leader.getByRole('dialog');
    await sheet.getByRole('button', { name: /26 日.*15:30/ }).waitFor();
    expect(await soundness(leader)).toEqual(SOUND);
    await picture(leader, 'reminders-answer');
    await sheet.getByRole('button', { name: /26 日.*15:30/ }).click();
    await sheet.getByText('这一条已经谈过或撤回了').or(sheet.getByText('已约好')).waitFor();
    await sheet.getByRole('button', { name: '收起' }).click();
    await leader.getByText('没有要办的，也没有没看的。').first().waitFor();
  });

  it('goes by letter on Monday, and its link opens the log sheet filled in', async () => {
    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.getByRole('link', { name: '提醒渠道' }).click();
    await office.getByText('发提醒的程序还没有动过').waitFor();
    await office.getByRole('button', { name: '设置电子邮件' }).click();
    await office.getByLabel('启用').check();
    await office.getByLabel('邮件服务器').fill('localhost');
    await office.getByLabel('端口').fill(String((smtp.server.address() as AddressInfo).port));
    await office.getByLabel('加密').selectOption('none');
    await office.getByLabel('发件人').fill('诤友 <zhengyou@example.edu.cn>');
    await office.getByLabel('没填收件地址的人，用登录名').check();
    await office.getByLabel('登录名后面加的域名').fill('example.edu.cn');
    expect(await soundness(office)).toEqual(SOUND);
    await picture(office, 'reminders-set-up');
    await office.getByRole('button', { name: '存好' }).click();
    await office.getByRole('dialog').waitFor({ state: 'detached' });
    await office.getByText('启用了，还没有发过').waitFor();
    await office.getByRole('button', { name: '试发给我' }).click();
    await office.getByText('已发出').first().waitFor();
    await expect.poll(() => letters.filter((one) => one.to === 'zhoumin@example.edu.cn').length).toBe(1);
    await picture(office, 'reminders-channels');
    expect(await soundness(office)).toEqual(SOUND);

    // The last Monday of the year: friends whom nobody has talked with are due.
    stage.house.setNow('2026-12-28T00:40:00Z');
    await run();
    await expect.poll(() => letters.filter((one) => one.to === 'tianwenjian@example.edu.cn').length).toBe(1);
    const text = read(letters.find((one) => one.to === 'tianwenjian@example.edu.cn')?.text ?? '');
    expect(text).toContain('有一位朋友该联系了');
    expect(text).not.toContain('林远');
    const link = new RegExp(`有一位朋友该联系了[^\\n]*\\n(${stage.origin}/inbox/[0-9a-f-]+)`).exec(
      text.replaceAll('\r', ''),
    )?.[1];
    expect(link).toBeDefined();

    const leader = await stage.open(PHONE);
    await enter(leader, '田文建');
    await leader.goto(link ?? '');
    const sheet = leader.getByRole('dialog', { name: '记一次' });
    await sheet.getByRole('button', { name: '存好', exact: true }).waitFor();
    await picture(leader, 'reminders-log');
    await sheet.getByRole('button', { name: '存好', exact: true }).click();
    await leader.getByText('已记').first().waitFor();
  });

  it('that does not go out is said on the office’s first page', async () => {
    stage.house.setNow('2026-12-28T01:10:00Z');
    const office = await stage.open(DESKTOP);
    await enter(office, '周敏');
    await office.getByText('发提醒的程序停了').waitFor();
    expect(await soundness(office)).toEqual(SOUND);
    await picture(office, 'reminders-alarm');
    await office.getByRole('link', { name: '看看' }).click();
    await office.getByText('30 分钟没有动静了').waitFor();
  });
});
