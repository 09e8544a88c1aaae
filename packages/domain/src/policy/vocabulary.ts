/**
 * The words in which a policy file speaks of people and of contact. They stand here, before the rooms that own the
 * facts, because a requirement is written in them and the facts are judged in them.
 */
import { z } from 'zod';

/** In what a standing consists. */
export const STANDING_KINDS = [
  'peoplesCongress', // 人大代表
  'consultativeConference', // 政协委员
  'democraticParty', // 民主党派的职务
  'intellectualsAssociation', // 知联会
  'unitedFrontGroup', // 欧美同学会、侨联、青联等统战团体
  'notableInfluence', // 学术上、社会上有重大影响
  'talentTitle', // 高层次人才
  'publicOffice', // 政府、法院、检察院、事业单位的职务
  'professionalTitle', // 专业技术职称
  'overseasReturnee', // 留学归国人员
  'retiree', // 离退休人员
  'minority', // 少数民族
  'newStratum', // 新的社会阶层、非公有制经济人士
  'other',
] as const;
export type StandingKind = (typeof STANDING_KINDS)[number];

/** How far the body reaches; `school` is the institution itself, `unit` one of its units. */
export const LEVELS = ['national', 'provincial', 'municipal', 'district', 'school', 'unit'] as const;
export type Level = (typeof LEVELS)[number];

export const STANDING_ROLES = [
  'chair', // 主委、会长、主席
  'viceChair', // 副主委、副会长
  'councilMember', // 委员、理事
  'deputy', // 人大代表
  'branchHead', // 支部、支社、总支负责人
  'titleHolder', // 院士、人才计划入选者
  'standingMember', // 常委、常务理事
  'head', // 厅局、处室的正职
  'deputyHead', // 厅局、处室的副职
  'seniorTitle', // 正高
  'associateSeniorTitle', // 副高
  'intermediateTitle', // 中级
  'juniorTitle', // 初级
] as const;
export type StandingRole = (typeof STANDING_ROLES)[number];

/** Professional titles, the highest first: "associate senior or above" means it or one before it. */
export const TITLE_RANKS = ['seniorTitle', 'associateSeniorTitle', 'intermediateTitle', 'juniorTitle'] as const;
export type TitleRank = (typeof TITLE_RANKS)[number];

/** What stands on the other side: a person, whoever holds an office, or a group, a unit, a firm as a whole. */
export const COUNTERPARTS = ['person', 'office', 'group', 'unit', 'firm'] as const;
export type Counterpart = (typeof COUNTERPARTS)[number];

/** The tier of a duty-holder by the name that the policy file gives it; `tiers` of the file lists them, the highest first. */
const TIER = /^[a-z][A-Za-z0-9]{1,39}$/;
export const zTier = z.string().regex(TIER);
export type Tier = z.infer<typeof zTier>;
/** Undefined where the text names none: an address that somebody typed. */
export const findTier = (text: string | undefined): Tier | undefined =>
  text !== undefined && TIER.test(text) ? text : undefined;

/** Six large ways in which two people are in contact. */
export const CHANNELS = ['faceToFace', 'phone', 'online', 'symposium', 'visit', 'activity'] as const;
export type Channel = (typeof CHANNELS)[number];
