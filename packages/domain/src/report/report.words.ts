import { refusal } from '../kit/refusal.ts';
import { words } from '../kit/words.ts';

/** What stands in the heads and at the foot of an exported list. */
export const EXPORT_WORDS = words({
  people: { zh: '代表人士名单', en: 'Representatives' },
  leaders: { zh: '领导名单', en: 'Leaders' },
  roster: { zh: '结对名单', en: 'Roster' },
  year: { zh: '一年的联系', en: 'Year of contact' },
  name: { zh: '姓名', en: 'Name' },
  reading: { zh: '读音', en: 'Reading' },
  unit: { zh: '单位', en: 'Unit' },
  party: { zh: '党派', en: 'Party' },
  position: { zh: '职务', en: 'Position' },
  titles: { zh: '职称', en: 'Titles' },
  standings: { zh: '代表性身份', en: 'Standings' },
  endsOn: { zh: '任期至', en: 'Term to' },
  tier: { zh: '哪一级', en: 'Tier' },
  leader: { zh: '联系领导', en: 'Leader' },
  posts: { zh: '职务', en: 'Posts' },
  friends: { zh: '联系几位', en: 'Befriends' },
  person: { zh: '代表人士', en: 'Representative' },
  clause: { zh: '依据', en: 'Clause' },
  startsOn: { zh: '结对自', en: 'Paired since' },
  state: { zh: '状态', en: 'State' },
  required: { zh: '应谈', en: 'Asked for' },
  done: { zh: '已谈', en: 'Done' },
  last: { zh: '上次', en: 'Last' },
  next: { zh: '下次', en: 'Next' },
  months: { zh: '按月联系', en: 'Contact by month' },
  m1: { zh: '1 月', en: 'Jan' },
  m2: { zh: '2 月', en: 'Feb' },
  m3: { zh: '3 月', en: 'Mar' },
  m4: { zh: '4 月', en: 'Apr' },
  m5: { zh: '5 月', en: 'May' },
  m6: { zh: '6 月', en: 'Jun' },
  m7: { zh: '7 月', en: 'Jul' },
  m8: { zh: '8 月', en: 'Aug' },
  m9: { zh: '9 月', en: 'Sep' },
  m10: { zh: '10 月', en: 'Oct' },
  m11: { zh: '11 月', en: 'Nov' },
  m12: { zh: '12 月', en: 'Dec' },
  talksIn: { zh: '谈 {count} 次', en: '{count} talks' },
  gatheringsIn: { zh: '座谈或活动 {count} 次', en: '{count} gatherings' },
  visitsIn: { zh: '走访 {count} 次', en: '{count} visits' },
  foot: {
    zh: '{name} {at} 从诤友导出，共 {count} 行。只供联谊交友工作使用，用后请删除。',
    en: 'Exported from Zhengyou by {name}, {at}, {count} rows. For liaison only; please delete it after use.',
  },
  xlsx: { zh: 'Excel 表格', en: 'Excel workbook' },
  csv: { zh: 'CSV 文本', en: 'CSV text' },
});

export const reportRefusals = {
  tooMany: refusal('report.tooMany', 'unprocessable', {
    zh: '一次最多导出 {most} 行。请先用筛选缩小范围，再分几次导出。',
    en: 'At most {most} rows can be exported at once. Please narrow the list and export it in parts.',
  }),
};
