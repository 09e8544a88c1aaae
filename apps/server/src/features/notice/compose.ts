/** The text of a message is made when it goes: from what is open then, without names unless the house says so. */
import { sayDay } from '@zhengyou/domain/calendar/date.words.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Language } from '@zhengyou/domain/kit/words.ts';
import type { Notice } from '@zhengyou/domain/notice/notice.contract.ts';
import { NEAR_DAYS, NOTICES } from '@zhengyou/domain/notice/notice.ts';
import { messageWords, NOTICE_NAMED, NOTICE_PLAIN, noticeText } from '@zhengyou/domain/notice/notice.words.ts';
import type { Message } from '../../outside/messenger.ts';
import type { DeliveryRow } from './delivery.queries.ts';

/** More are told as a number. */
const LINES = 10;

type How = {
  readonly language: Language;
  readonly today: PlainDate;
  readonly names: boolean;
  /** Begins every link. */
  readonly address: string;
};

/** Undefined where nothing is left to say: it was read or done meanwhile. */
export function composeMessage(
  one: Pick<DeliveryRow, 'id' | 'purpose'>,
  open: readonly Notice[],
  how: How,
): Message | undefined {
  const { language, address } = how;
  const link = `${address}/inbox?message=${one.id}`;
  const fixed = { id: one.id, link, open: say(messageWords.open, language), foot: say(messageWords.foot, language) };
  if (one.purpose === 'test')
    return {
      ...fixed,
      title: say(messageWords.test, language),
      lead: say(messageWords.testText, language),
      lines: [],
    };
  const extra = one.purpose === 'extra';
  const until = addDays(how.today, NEAR_DAYS);
  const told = extra
    ? open.filter((notice) => NOTICES[notice.kind].presses && notice.onDay !== null && notice.onDay <= until)
    : open;
  if (told.length === 0) return undefined;
  const count = { count: told.length };
  const lines = told
    .slice(0, LINES)
    .map((notice) => ({ text: lineOf(notice, how), link: `${address}/inbox/${notice.id}` }));
  const more = told.length - lines.length;
  return {
    ...fixed,
    title: say(extra ? messageWords.titleExtra : messageWords.title, language, count),
    lead: say(extra ? messageWords.leadExtra : messageWords.lead, language, count),
    lines:
      more > 0
        ? [...lines, { text: say(messageWords.more, language, { count: more }), link: `${address}/inbox` }]
        : lines,
  };
}

function lineOf(notice: Notice, { language, today, names }: How): string {
  const name = notice.about?.name;
  const said =
    names && (name !== undefined || notice.about === null)
      ? say(NOTICE_NAMED[notice.kind], language, {
          name: name ?? say(noticeText.someone, language),
          number: notice.number ?? '',
        })
      : say(NOTICE_PLAIN[notice.kind], language);
  if (notice.onDay === null) return said;
  const by = NOTICES[notice.kind].presses ? noticeText.byDay : noticeText.onDay;
  const day = say(by, language, { day: sayDay(notice.onDay, today, language) });
  return language === 'zh' ? `${said}，${day}` : `${said}, ${day}`;
}
