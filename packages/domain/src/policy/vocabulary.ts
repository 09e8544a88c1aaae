/**
 * The words in which a policy file speaks of people and of contact. They stand here, before the rooms that own the
 * facts, because a requirement is written in them and the facts are judged in them.
 */

/** In what a standing consists. */
export const STANDING_KINDS = [
  'peoplesCongress', // 人大代表
  'consultativeConference', // 政协委员
  'democraticParty', // 民主党派的职务
  'intellectualsAssociation', // 知联会
  'unitedFrontGroup', // 欧美同学会、侨联、青联等统战团体
  'notableInfluence', // 学术上、社会上有重大影响
  'talentTitle', // 高层次人才
  'other',
] as const;
export type StandingKind = (typeof STANDING_KINDS)[number];

/** How far the body reaches; `school` is the institution itself, `unit` one of its units. */
export const LEVELS = ['national', 'municipal', 'district', 'school', 'unit'] as const;
export type Level = (typeof LEVELS)[number];

export const STANDING_ROLES = [
  'chair', // 主委、会长、主席
  'viceChair', // 副主委、副会长
  'councilMember', // 委员、理事
  'deputy', // 人大代表
  'branchHead', // 支部、支社、总支负责人
  'titleHolder', // 院士、人才计划入选者
] as const;
export type StandingRole = (typeof STANDING_ROLES)[number];

/** The tier of a duty-holder: the institution's own leadership team, or that of a unit. */
export const TIERS = ['school', 'unit'] as const;
export type Tier = (typeof TIERS)[number];

/** Six large ways in which two people are in contact. */
export const CHANNELS = ['faceToFace', 'phone', 'online', 'symposium', 'visit', 'activity'] as const;
export type Channel = (typeof CHANNELS)[number];
