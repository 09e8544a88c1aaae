/** A leading cadre's posts as one cell words them: `院长、党委副书记`, `副院长（分管医疗）`. */
import { cleanText, squeeze, toHalfWidth } from './name-text.ts';
import { splitStandings } from './standing-text.ts';

export const POST_KINDS = [
  'partySecretary',
  'deputySecretary',
  'assistingDeputy', // 协管统战 of the institution's own committee: who checks beside the secretary
  'president',
  'vicePresident',
  'standingMember',
  'unitedFrontHead',
  'disciplineSecretary',
  'other',
] as const;
export type PostKind = (typeof POST_KINDS)[number];

export type PostReading = {
  readonly kind: PostKind;
  /** The title as written, without what stands in brackets. */
  readonly title: string;
  /** What the brackets say: 分管医疗, 协管统战. */
  readonly charge: string | null;
  readonly leadership: true;
};

const KINDS: readonly (readonly [RegExp, PostKind])[] = [
  [/纪委书记|纪检委书记|纪委副书记/, 'disciplineSecretary'],
  [/统战部(?:部长|长)|统战部$/, 'unitedFrontHead'],
  [/(?:党委|党总支|总支|党组|党工委)(?:常务)?副书记|^(?:常务)?副书记$/, 'deputySecretary'],
  [/(?:党委|党总支|总支|党组|党工委)书记|^书记$/, 'partySecretary'],
  [/副(?:院长|校长|所长)|副主任$/, 'vicePresident'],
  [/^(?:执行|常务)?(?:院长|校长|所长|中心主任|主任)$/, 'president'],
  [/常委|党委委员|班子成员/, 'standingMember'],
];

const CHARGE = /^(.*?)\((.*)\)$/s;

function readPost(text: string): PostReading {
  const plain = toHalfWidth(text);
  const parts = CHARGE.exec(plain);
  const title = squeeze(parts?.[1] ? parts[1] : plain);
  const charge = parts?.[1] ? cleanText(parts[2] ?? '') || null : null;
  const kind = KINDS.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
  const assists = kind === 'deputySecretary' && charge !== null && /协管.*统战|协助.*统战/.test(charge);
  return { kind: assists ? 'assistingDeputy' : kind, title, charge, leadership: true };
}

export const readPosts = (text: string): PostReading[] => splitStandings(text.replace(/[/／]/g, '、')).map(readPost);

/** The leader in charge (分管) of united-front work, who checks on the leaders of the same unit. */
export const isInChargeOfUnitedFront = (post: { readonly charge: string | null }): boolean =>
  post.charge !== null && /统战/.test(post.charge);
