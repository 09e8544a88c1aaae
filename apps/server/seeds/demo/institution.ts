/** The demo institution before its ledger is imported. Everyone here is invented. */
export const institution = {
  name: '江海大学医学院',
  shortName: '江海医学院',
  help: '登录遇到困难，请找党委统战部：行政楼 312 室，工作日 8:30 至 17:00',
};

export type DemoUnit = {
  name: string;
  shortName: string;
  kind: 'institution' | 'department' | 'hospital' | 'college' | 'centre';
  tier: 'school' | 'unit';
  /** Day by which the unit wants the first talk of the year, its own setting. */
  firstTalkBy?: string;
};

/** In their official order; the first is the institution itself, the others stand below it. */
export const units: readonly DemoUnit[] = [
  { name: '医学院本部', shortName: '本部', kind: 'institution', tier: 'school' },
  { name: '附属第一医院', shortName: '第一医院', kind: 'hospital', tier: 'unit' },
  { name: '附属东湖医院', shortName: '东湖医院', kind: 'hospital', tier: 'unit', firstTalkBy: '10-31' },
  { name: '附属儿童医院', shortName: '儿童医院', kind: 'hospital', tier: 'unit', firstTalkBy: '10-31' },
  { name: '附属口腔医院', shortName: '口腔医院', kind: 'hospital', tier: 'unit', firstTalkBy: '11-15' },
  { name: '附属精神卫生中心', shortName: '精神卫生中心', kind: 'centre', tier: 'unit' },
  { name: '基础医学院', shortName: '基础医学院', kind: 'college', tier: 'unit', firstTalkBy: '11-30' },
  { name: '公共卫生学院', shortName: '公共卫生学院', kind: 'college', tier: 'unit', firstTalkBy: '12-14' },
  { name: '护理学院', shortName: '护理学院', kind: 'college', tier: 'unit' },
  { name: '药学院', shortName: '药学院', kind: 'college', tier: 'unit' },
  { name: '医务处', shortName: '医务处', kind: 'department', tier: 'unit' },
  { name: '后勤处', shortName: '后勤处', kind: 'department', tier: 'unit' },
  { name: '人事处', shortName: '人事处', kind: 'department', tier: 'unit' },
  { name: '科研处', shortName: '科研处', kind: 'department', tier: 'unit' },
];

/**
 * What the house set for itself where the measures say “promptly”, in days (d) or working days (w); every screen marks it as
 * its own.
 */
export const settings = [
  { kind: 'requestWithin', value: '5w', reason: '对方约谈，五个工作日内给回音' },
  { kind: 'triageWithin', value: '2w', reason: '收到就看，不压着' },
  { kind: 'reportWithin', value: '5w', reason: '赶得上下一次办公会' },
  { kind: 'handBackWithin', value: '2w', reason: '不归自己办的早说' },
  { kind: 'firstContactWithin', value: '3w', reason: '接了就同本人说一声' },
  { kind: 'responseWithin', value: '3w', reason: '补充了、问了，回一句话' },
  { kind: 'coOpinionWithin', value: '5w', reason: '不让主办久等' },
  { kind: 'replyWithin', value: '20w', reason: '多数事情一个月里能有准话' },
  { kind: 'reviewWithin', value: '2w', reason: '写好了就审' },
  { kind: 'deliverWithin', value: '2w', reason: '审好了就送到本人' },
  { kind: 'answerWithin', value: '15d', reason: '给本人留两个星期' },
  { kind: 'redoWithin', value: '10w', reason: '没办到的，两个星期里再答' },
  { kind: 'extensionWithin', value: '10w', reason: '确有难处，延一次' },
];

export const staff = [
  { name: '周敏', login: 'zhoumin', unit: '医学院本部', position: '党委统战部科长', role: 'office', grantUnit: null },
  {
    name: '沈知行',
    login: 'shenzhixing',
    unit: '医学院本部',
    position: '党委统战部部长',
    role: 'office',
    grantUnit: null,
  },
  {
    name: '顾晓芸',
    login: 'guxiaoyun',
    unit: '附属儿童医院',
    position: '党委办公室主任',
    role: 'unitOfficer',
    grantUnit: '附属儿童医院',
  },
  { name: '贺明', login: 'heming', unit: '医务处', position: '医务处副处长', role: 'handler', grantUnit: '医务处' },
  {
    name: '何立平',
    login: 'heliping',
    unit: '后勤处',
    position: '后勤处综合科科长',
    role: 'handler',
    grantUnit: '后勤处',
  },
  {
    name: '卢静文',
    login: 'lujingwen',
    unit: '人事处',
    position: '人事处副处长',
    role: 'handler',
    grantUnit: '人事处',
  },
  { name: '秦越', login: 'qinyue', unit: '科研处', position: '科研处项目科科长', role: 'handler', grantUnit: '科研处' },
  {
    name: '许文洁',
    login: 'xuwenjie',
    unit: '医学院本部',
    position: '党政办公室秘书',
    role: 'secretary',
    grantUnit: null,
  },
] as const;

/** Who may act in a leader's name. */
export const delegations = [
  {
    leader: '田文建',
    delegate: '许文洁',
    scopes: ['friends', 'log', 'arrange', 'remind'],
    firstOn: '2026-09-01',
    lastOn: '2027-08-31',
  },
] as const;

/** A blank in 【】 says what belongs there; a reply that still holds one is not sent to review. */
export const templates = [
  {
    title: '待遇类，需上会',
    text: '此事由【哪个部门？】测算，【几月？】提交院务会，议定后 5 日内告知。',
    outcome: 'C',
    unit: null,
  },
  {
    title: '已经办好',
    text: '您提的【什么事？】已经办好，从【哪一天？】起照办。还有不便，请随时说。',
    outcome: 'A',
    unit: null,
  },
  {
    title: '一时办不了',
    text: '这件事现在办不了，原因是【什么原因？】。【什么条件？】具备了，我们会主动再办。',
    outcome: 'D',
    unit: null,
  },
  {
    title: '排班调整',
    text: '【哪个科？】从【哪一天？】起调整排班：【怎么排？】。',
    outcome: 'B',
    unit: '医务处',
  },
  {
    title: '修缮报修',
    text: '【哪里？】的修缮已经列入【几月？】的计划，开工前三天到现场说明。',
    outcome: 'C',
    unit: '后勤处',
  },
] as const;

/** Leaders who also check: the Party secretary and the assisting deputy secretary. */
export const checkers = ['王敏', '孙力'];

export const representatives = [
  {
    name: '林远',
    unit: '附属精神卫生中心',
    affiliations: ['taimeng'],
    position: '护理部主任',
    titles: ['教授'],
    birthMonth: '1979-05',
    phone: '13806359039',
    leader: '田文建',
    term: { from: '2022-01-01', until: '2028-01-01', precision: 'year' },
    standings: [
      {
        written: '市人大代表',
        kind: 'peoplesCongress',
        level: 'municipal',
        role: 'deputy',
        body: '市人大',
        party: null,
      },
      {
        written: '民进支部主任',
        kind: 'democraticParty',
        level: 'unit',
        role: 'branchHead',
        body: '民进支部',
        party: 'minjin',
      },
    ],
  },
  {
    name: '冯飞梅',
    unit: '公共卫生学院',
    affiliations: ['jiusan'],
    position: '科副主任',
    titles: ['主任医师'],
    birthMonth: '1984-04',
    phone: '13848060467',
    leader: '唐杰秀',
    term: { from: '2022-01-01', until: '2028-01-01', precision: 'year' },
    standings: [
      {
        written: '九三学社医学院委员会主委',
        kind: 'democraticParty',
        level: 'school',
        role: 'chair',
        body: '九三学社医学院委员会',
        party: 'jiusan',
      },
    ],
  },
  {
    name: '王雅学',
    unit: '护理学院',
    affiliations: ['nonggong'],
    position: '课题组长',
    titles: ['主任医师'],
    birthMonth: '1987-08',
    phone: '13827490459',
    leader: '孙光军',
    term: { from: '2021-12-01', until: '2027-01-01', precision: 'month' },
    standings: [
      {
        written: '全国政协委员',
        kind: 'consultativeConference',
        level: 'national',
        role: 'councilMember',
        body: '全国政协',
        party: null,
      },
      {
        written: '九三学社东湖医院支社主委',
        kind: 'democraticParty',
        level: 'unit',
        role: 'branchHead',
        body: '九三学社东湖医院支社',
        party: 'jiusan',
      },
    ],
  },
] as const;
