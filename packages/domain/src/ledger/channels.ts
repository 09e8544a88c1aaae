/** The way of a contact as a ledger words it, and the festival that the wording claims. */
import { festivalOn, type FestivalKey } from '../calendar/festivals.ts';
import { addDays, yearOf } from '../kit/plain-date.ts';
import { squeeze } from '../person/name-text.ts';
import { CHANNELS, type Channel } from '../policy/vocabulary.ts';
import { endOfPartial, type PartialDate } from './partial-date.ts';

const WORDS: readonly (readonly [RegExp, FestivalKey])[] = [
  [/春节|新春|过年|拜年/, 'springFestival'],
  [/除夕/, 'springFestivalEve'],
  [/元宵/, 'lantern'],
  [/清明/, 'qingming'],
  [/教师节/, 'teachersDay'],
  [/元旦|新年/, 'newYear'],
  [/妇女节|三八/, 'womensDay'],
  [/劳动节|五一/, 'labourDay'],
  [/护士节/, 'nursesDay'],
  [/端午/, 'dragonBoat'],
  [/医师节/, 'physiciansDay'],
  [/中秋/, 'midAutumn'],
  [/国庆/, 'nationalDay'],
  [/重阳|敬老节/, 'doubleNinth'],
];
export const findFestival = (text: string): FestivalKey | undefined =>
  WORDS.find(([pattern]) => pattern.test(text))?.[1];

const EXACT: Readonly<Record<Channel, readonly string[]>> = {
  faceToFace: [
    '面谈',
    '访谈',
    '约谈',
    '当面',
    '见面',
    '谈话',
    '谈心',
    '谈心谈话',
    '个别谈话',
    '交谈',
    '面对面',
    '约请谈话',
  ],
  phone: ['电话', '通话', '手机', '电话联系', '电话沟通', '去电', '来电'],
  online: [
    '网络',
    '微信',
    '短信',
    '线上',
    '视频',
    '邮件',
    '电子邮件',
    'QQ',
    '腾讯会议',
    '视频会议',
    '企业微信',
    '微信沟通',
    '钉钉',
    '飞书',
    '网络新媒体',
  ],
  symposium: ['座谈', '座谈会', '恳谈会', '茶话会', '集体座谈'],
  visit: ['走访', '慰问', '走访慰问', '看望', '看望慰问', '探望', '登门', '登门走访', '上门', '家访', '拜访'],
  activity: ['活动', '活动间隙', '考察', '学习考察', '考察途中谈心', '调研', '参观'],
};
const EXACT_WORDS = new Map<string, Channel>(
  CHANNELS.flatMap((channel) => EXACT[channel].map((word) => [word, channel] as const)),
);

const PARTS: readonly (readonly [RegExp, Channel])[] = [
  [/面谈|访谈|约谈|当面|见面|谈话/, 'faceToFace'],
  [/电话|通话|手机/, 'phone'],
  [/微信|短信|线上|网络|视频|邮件|QQ|腾讯会议|钉钉|飞书/i, 'online'],
  [/座谈|恳谈|茶话/, 'symposium'],
  [/走访|慰问|看望|探望|登门|家访|拜访/, 'visit'],
  [/考察|活动|调研|参观/, 'activity'],
];

export type ChannelReading =
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'blank' }
  /** No word known, or words of several ways. */
  | { readonly kind: 'unclear'; readonly candidates: readonly Channel[] };

export function readChannel(text: string): ChannelReading {
  const plain = squeeze(text);
  if (plain === '') return { kind: 'blank' };
  const festival = WORDS.find(([pattern]) => pattern.test(plain));
  const bare = festival ? plain.replace(festival[0], '') : plain;
  const exact = EXACT_WORDS.get(plain) ?? EXACT_WORDS.get(bare);
  if (exact) return { kind: 'channel', channel: exact };
  const candidates = PARTS.filter(([pattern]) => pattern.test(bare)).map(([, channel]) => channel);
  const [only] = candidates;
  return candidates.length === 1 && only ? { kind: 'channel', channel: only } : { kind: 'unclear', candidates };
}

const DAYS_BEFORE = 30;
const DAYS_AFTER = 15;

/** Whether any day that the date can mean lies from 30 days before to 15 days after the festival: 春节 up to the Lantern Festival. */
export function isNearFestival(date: PartialDate, festival: FestivalKey): boolean {
  const end = endOfPartial(date);
  return [-1, 0, 1].some((years) => {
    const day = festivalOn(yearOf(date.on) + years, festival);
    return day !== undefined && date.on <= addDays(day, DAYS_AFTER) && end > addDays(day, -DAYS_BEFORE);
  });
}
