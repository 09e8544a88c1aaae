/** People, leaders and pairs in a plan. One file, because each case is a few lines and all share the same small ledgers. */
import { describe, expect, it } from 'vitest';
import { demoKnown, leaders, people, person, plan, problemsOf, sheet } from './plan.build.ts';
import type { Known } from './known.ts';
import type { LedgerPlan } from './plan.types.ts';

const named = (made: LedgerPlan, name: string) => made.people.filter((each) => each.name === name);
const open = (made: LedgerPlan) =>
  made.problems.filter(({ level, settled }) => level !== 'note' && !settled).map(({ key }) => key);
const decide = (...pairs: [string, string, string?][]) =>
  Object.fromEntries(pairs.map(([key, fix, value]) => [key, { fix, ...(value === undefined ? {} : { value }) }]));

describe('a person new to the store', () => {
  it('is taken with everything the row says but the sex', () => {
    const made = plan([
      sheet('人士', [
        [
          '序号',
          '姓名',
          '性别',
          '出生年月',
          '党派',
          '工作单位',
          '职务',
          '职称',
          '代表性身份',
          '任期',
          '联系电话',
          '备注',
        ],
        [
          '1',
          '林远 ',
          '女',
          '1979年5月',
          '民盟盟员',
          '江海大学附属第一医院',
          '护理部主任',
          '教授、主任医师',
          '市人大代表',
          '2022-2027',
          '138 0635 9039',
          '',
        ],
      ]),
    ]);
    expect(made.people).toEqual([
      {
        key: 'representatives!2',
        ref: 'representatives!2',
        action: 'create',
        source: { sheet: '人士', row: 2 },
        rows: [{ sheet: '人士', row: 2 }],
        roles: ['representative'],
        changed: [],
        name: '林远',
        unit: '附属第一医院',
        birthMonth: '1979-05',
        phone: '13806359039',
        affiliations: ['minmeng'],
        noPartyStated: false,
        position: '护理部主任',
        titles: ['教授', '主任医师'],
      },
    ]);
    expect(made.standings).toMatchObject([
      {
        person: 'representatives!2',
        action: 'create',
        kind: 'peoplesCongress',
        level: 'municipal',
        role: 'deputy',
        words: '市人大代表',
        startsOn: '2022-01-01',
        endsOn: '2028-01-01',
        precision: 'year',
        stored: null,
      },
    ]);
    expect(made.representatives).toMatchObject([{ action: 'create', person: 'representatives!2' }]);
    expect(JSON.stringify(made.people)).not.toContain('女');
    expect(made.tidied.map(({ kind, count }) => [kind, count])).toEqual([
      ['phoneGaps', 1],
      ['unitShortForm', 1],
      ['blanksAfterName', 1],
      ['partyAsMember', 1],
      ['birthSpelling', 1],
      ['termSpelling', 1],
    ]);
    expect(made.counts.representatives).toMatchObject({ rows: 1, acceptable: 1, fresh: 1 });
  });

  it('keeps only the month of a birth day, and nothing where none can be read', () => {
    const made = plan([
      people(
        { birth: { d: '1987-08-09' as never } },
        { name: '马然', birth: '1987年' },
        { name: '杜力', birth: '2027-01' },
      ),
    ]);
    expect(made.people.map(({ birthMonth }) => birthMonth)).toEqual(['1987-08', null, null]);
    expect(problemsOf(made)).toEqual(['人士 B3 note birthUnreadable', '人士 B4 note birthUnreadable']);
    const mended = plan([people({ birth: '属马' })], {
      decisions: decide(['representatives!B2:birthUnreadable', 'useMonth', '1978-02']),
    });
    expect(mended.people[0]?.birthMonth).toBe('1978-02');
  });

  it('states no party and is not made a certified non-affiliate by it, unless the office says so', () => {
    const made = plan([people({ party: '无' })]);
    expect(made.people[0]).toMatchObject({ affiliations: [], noPartyStated: true });
    const certified = plan([people({ party: '无' })], {
      decisions: decide(['representatives!C2:partyNone', 'chooseParty:nonAffiliate']),
    });
    expect(certified.people[0]).toMatchObject({ affiliations: ['nonAffiliate'], noPartyStated: false });
  });

  it('keeps the party of the column and that of a post as both are written', () => {
    const made = plan([people({ party: '农工党', standing: '九三学社东湖医院支社主委' })]);
    expect(made.people[0]?.affiliations).toEqual(['nonggong']);
    expect(made.standings[0]?.party).toBe('jiusan');
    expect(made.open).toBe(0);
  });

  it('is taken without the retirement until the office confirms it', () => {
    const sheets = [people({ remark: '2026年9月退休' })];
    const asked = plan(sheets);
    expect([asked.people.length, asked.datedFacts.length, asked.counts.representatives.partly]).toEqual([1, 0, 1]);
    const key = 'representatives!K2:remarkRetired';
    const accepted = plan(sheets, { decisions: decide([key, 'acceptFact']) });
    expect(accepted.datedFacts).toMatchObject([
      {
        action: 'create',
        kind: 'retired',
        startsOn: '2026-09-01',
        endsOn: null,
        precision: 'month',
        words: '2026年9月退休',
      },
    ]);
    expect(plan(sheets, { decisions: decide([key, 'declineFact']) })).toMatchObject({ datedFacts: [], open: 0 });
  });

  it('does not carry a free remark anywhere', () => {
    const made = plan([people({ remark: '性格直爽' })]);
    const { problems: _shownToTheImporter, ...written } = made;
    expect(JSON.stringify(written)).not.toContain('性格直爽');
  });
});

describe('standings of one cell', () => {
  const sheets = [people({ standing: '全国政协委员；九三学社东湖医院支社主委', term: '2021年12月—2026年12月' })];
  it('share the term of the row, which is said and can be undone', () => {
    expect(plan(sheets).standings.map(({ words, startsOn, endsOn }) => [words, startsOn, endsOn])).toEqual([
      ['全国政协委员', '2021-12-01', '2027-01-01'],
      ['九三学社东湖医院支社主委', '2021-12-01', '2027-01-01'],
    ]);
    const first = plan(sheets, { decisions: decide(['representatives!H2:termShared', 'termForFirst']) });
    expect(first.standings.map(({ startsOn }) => startsOn)).toEqual(['2021-12-01', null]);
  });

  it('have a term each where as many are written', () => {
    const made = plan([people({ standing: '区人大代表\n侨联理事', term: '2022-2027\n2023年起' })]);
    expect(made.standings.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2022-01-01', '2028-01-01'],
      ['2023-01-01', null],
    ]);
    expect(problemsOf(made)).toEqual([]);
  });

  it('are one where the same is written twice', () => {
    expect(plan([people({ standing: '侨联理事；侨联 理事' })]).standings).toHaveLength(1);
  });
});

describe('a unit', () => {
  const sheets = [people({ unit: '精卫中心' }, { name: '马然', unit: '精卫中心' })];
  const key = 'units!精卫中心:unitUnknown';
  it('holds its rows back until it is decided, once for all of them', () => {
    const made = plan(sheets);
    expect(open(made)).toEqual([key]);
    expect(made.people).toEqual([]);
    expect(made.counts.representatives).toMatchObject({ rows: 2, waiting: 2, ask: 0, acceptable: 0 });
  });
  it('is remembered as an alias once decided', () => {
    const made = plan(sheets, { decisions: decide([key, 'chooseUnit:附属精神卫生中心']) });
    expect(made.aliases).toMatchObject([{ unit: '附属精神卫生中心', written: '精卫中心', action: 'create' }]);
    expect(made.people.map(({ unit }) => unit)).toEqual(['附属精神卫生中心', '附属精神卫生中心']);
    expect(made.tidied).toMatchObject([{ kind: 'unitShortForm', count: 2 }]);
    expect(made.open).toBe(0);
  });
  it('is made only where that is decided', () => {
    const made = plan(sheets, { decisions: decide([key, 'createUnit']) });
    expect(made.units).toMatchObject([{ key: 'units!精卫中心', name: '精卫中心', kind: 'centre', tier: 'unit' }]);
    expect(made.people.map(({ unit }) => unit)).toEqual(['units!精卫中心', 'units!精卫中心']);
  });
  it('cannot be one that there is not', () => {
    const made = plan(sheets, { decisions: decide([key, 'chooseUnit', '没有的']) });
    expect(made.problems[0]).toMatchObject({ key, settled: false, decisionRefused: true });
    expect(made.people).toEqual([]);
  });
  it('is asked once for a sheet without such a column', () => {
    const bare = sheet('人士', [
      ['姓名', '党派', '代表性身份'],
      ['林远', '民盟', '侨联理事'],
      ['马然', '民盟', '侨联理事'],
    ]);
    expect(open(plan([bare]))).toEqual(['representatives!unitMissing']);
    const made = plan([bare], { decisions: decide(['representatives!unitMissing', 'chooseUnit', '药学院']) });
    expect(made.people.map(({ unit }) => unit)).toEqual(['药学院', '药学院']);
  });
});

describe('one person listed twice', () => {
  const row = { name: '郑立', unit: '护理学院', birth: '1976.3', phone: '13854440679', party: '民革' };
  const sheets = [
    people(
      { ...row, title: '主任药师', standing: '侨联理事' },
      { ...row, phone: '138 5444 0679', title: '教授', standing: '区政协委员', remark: '重复？' },
    ),
  ];
  const key = 'representatives!A3:duplicatePerson';

  it('is asked, with the proposal to join', () => {
    const made = plan(sheets);
    const [problem] = made.problems;
    expect(open(made)).toEqual([key]);
    expect(problem?.facts).toMatchObject({ row: 2, unitAgrees: 'same', birthAgrees: 'same', phoneAgrees: 'same' });
    expect(problem?.fixes.find(({ proposed }) => proposed)?.kind).toBe('samePerson');
    expect(made.counts.representatives).toMatchObject({ rows: 2, fresh: 1, ask: 1 });
    expect(made.people.map(({ titles }) => titles)).toEqual([['主任药师']]);
  });
  it('joined: one person with the standings and titles of both', () => {
    const made = plan(sheets, { decisions: decide([key, 'samePerson:representatives!2']) });
    expect(named(made, '郑立')).toMatchObject([{ titles: ['主任药师', '教授'], rows: [{ row: 2 }, { row: 3 }] }]);
    expect(made.standings.map(({ person: who, words }) => [who, words])).toEqual([
      ['representatives!2', '侨联理事'],
      ['representatives!2', '区政协委员'],
    ]);
    expect(made.representatives).toHaveLength(1);
    expect(made.counts.representatives).toMatchObject({ fresh: 1, merged: 1, acceptable: 2 });
    expect(made.open).toBe(0);
  });
  it('two people: both are made', () => {
    expect(named(plan(sheets, { decisions: decide([key, 'twoPeople']) }), '郑立')).toHaveLength(2);
  });
  it('left out: the second row only', () => {
    const made = plan(sheets, { decisions: decide([key, 'skipRow']) });
    expect(made.standings).toHaveLength(1);
    expect(made.counts.representatives).toMatchObject({ fresh: 1, skipped: 1 });
  });
  it('is not proposed as one where the birth months differ', () => {
    const made = plan([people({ birth: '1976.3' }, { birth: '1980.3' })]);
    expect(made.problems[0]).toMatchObject({ code: 'duplicatePerson', facts: { birthAgrees: 'differs' } });
    expect(made.problems[0]?.fixes.some(({ proposed }) => proposed)).toBe(false);
  });
});

describe('a person of the store', () => {
  const held = (more: Parameters<typeof person>[3] = {}): Known =>
    demoKnown({
      people: [
        person('p1', '林远', '护理学院', {
          birthMonth: '1979-05',
          phone: '13800000001',
          affiliations: ['minmeng'],
          titles: ['教授'],
          ...more,
        }),
      ],
      standings: [
        {
          id: 's1',
          person: 'p1',
          kind: 'peoplesCongress',
          level: 'district',
          role: 'deputy',
          body: '区人大',
          party: null,
          words: '区人大代表',
          startsOn: '2022-01-01' as never,
          endsOn: '2028-01-01' as never,
          precision: 'year',
        },
      ],
    });
  const row = { birth: '1979.5', phone: '138 0000 0001', party: '民盟', title: '教授', term: '2022-2027' };

  it('is met by name and unit, and stays as it is', () => {
    const made = plan([people(row)], { known: held() });
    expect(made.people).toMatchObject([{ ref: 'p1', action: 'same', changed: [] }]);
    expect(made.standings).toMatchObject([{ stored: 's1', action: 'same' }]);
    expect(made.counts.representatives).toMatchObject({ matched: 1, same: 1, fresh: 0 });
  });
  it('has its blanks filled', () => {
    const made = plan([people(row)], { known: held({ phone: null, titles: [] }) });
    expect(made.people).toMatchObject([
      { ref: 'p1', action: 'change', changed: ['phone', 'titles'], phone: '13800000001' },
    ]);
    expect(made.counts.representatives).toMatchObject({ matched: 1, same: 0 });
  });
  it('has the term of a standing filled in', () => {
    const [standing] = held().standings;
    const known = {
      ...held(),
      standings: standing ? [{ ...standing, startsOn: null, endsOn: null, precision: null }] : [],
    };
    const made = plan([people(row)], { known });
    expect(made.standings).toMatchObject([
      { action: 'change', stored: 's1', startsOn: '2022-01-01', endsOn: '2028-01-01', precision: 'year' },
    ]);
    expect(made.counts.representatives).toMatchObject({ matched: 1, same: 0 });
  });
  it('keeps what it holds until it is decided otherwise', () => {
    const sheets = [people({ ...row, title: '研究员' })];
    const key = 'representatives!F2:fieldDiffers';
    expect(plan(sheets, { known: held() }).people).toMatchObject([{ action: 'same', titles: ['教授'] }]);
    expect(plan(sheets, { known: held(), decisions: decide([key, 'useFile']) }).people).toMatchObject([
      { action: 'change', titles: ['研究员'] },
    ]);
  });
  it('gets the next term of a standing as a standing of its own, and another term is asked', () => {
    const next = plan([people({ ...row, term: '2027-2032' })], { known: held() });
    expect(next.standings).toMatchObject([
      { action: 'create', stored: null, startsOn: '2027-01-01', endsOn: '2033-01-01' },
    ]);
    const other = plan([people({ ...row, term: '2023-2028' })], { known: held() });
    expect(other.standings).toMatchObject([{ action: 'same', stored: 's1', endsOn: '2028-01-01' }]);
    expect(open(other)).toEqual(['representatives!H2:fieldDiffers:区人大代表']);
    const used = plan([people({ ...row, term: '2023-2028' })], {
      known: held(),
      decisions: decide(['representatives!H2:fieldDiffers:区人大代表', 'useFile']),
    });
    expect(used.standings).toMatchObject([
      { action: 'change', stored: 's1', startsOn: '2023-01-01', endsOn: '2029-01-01' },
    ]);
  });
  it('at another unit is another person, unless birth month or phone agree', () => {
    expect(
      plan([people({ ...row, unit: '药学院', birth: '1960-01', phone: '13900000000' })], { known: held() }).people,
    ).toMatchObject([{ action: 'create' }]);
    const doubtful = plan([people({ ...row, unit: '药学院' })], { known: held() });
    expect(doubtful.people).toEqual([]);
    const key = 'representatives!A2:sameNameUnclear';
    expect(open(doubtful)).toEqual([key]);
    const moved = plan([people({ ...row, unit: '药学院' })], {
      known: held(),
      decisions: decide([key, 'choosePerson:p1'], ['representatives!D2:fieldDiffers', 'useFile']),
    });
    expect(moved.people).toMatchObject([{ ref: 'p1', action: 'change', unit: '药学院', changed: ['unit'] }]);
  });
  it('joined from two rows before is no question any more', () => {
    const known = held({ titles: ['教授', '主任药师'] });
    const made = plan([people(row, { ...row, title: '主任药师', remark: '重复？' })], { known });
    expect([made.open, made.counts.representatives.same, made.counts.representatives.merged]).toEqual([0, 1, 1]);
  });
  it('met by birth month is asked for all the same where the phone is that of another', () => {
    const [one] = held().people;
    const other = person('p2', '林远', '药学院', { birthMonth: '1970-01', phone: '13800000001' });
    const known = { ...held(), people: one ? [{ ...one, phone: '8021' }, other] : [] };
    const made = plan([people(row)], { known });
    expect(made.people).toEqual([]);
    expect(open(made)).toEqual(['representatives!A2:sameNameUnclear']);
    expect(made.problems[0]?.fixes.flatMap(({ value }) => value ?? [])).toEqual(['p1', 'p2']);
  });
  it('is not a leader of the same name', () => {
    const made = plan([people(row)], { known: held({ isLeader: true, isRepresentative: false }) });
    expect(made.people).toMatchObject([{ action: 'create' }]);
  });
});

describe('leaders', () => {
  it('have posts with tier, charge and time', () => {
    const made = plan([
      leaders(
        { post: '院长、党委副书记', since: '2019-04-21', phone: '13955910543' },
        { name: '许霞', post: '副院长（分管科研）', since: '2023年4月' },
        { name: '韩生', unit: '口腔医院', post: '党委副书记（分管统战）' },
      ),
    ]);
    expect(
      made.posts.map(({ person: who, unit, kind, title, charge, tier, startsOn, precision, leadership }) => [
        who,
        unit,
        kind,
        title,
        charge,
        tier,
        startsOn,
        precision,
        leadership,
      ]),
    ).toEqual([
      ['leaders!2', '医学院本部', 'president', '院长', null, 'school', '2019-04-21', 'day', true],
      ['leaders!2', '医学院本部', 'deputySecretary', '党委副书记', null, 'school', '2019-04-21', 'day', true],
      ['leaders!3', '医学院本部', 'vicePresident', '副院长', '分管科研', 'school', '2023-04-01', 'month', true],
      ['leaders!4', '附属口腔医院', 'deputySecretary', '党委副书记', '分管统战', 'unit', null, null, true],
    ]);
    expect(made.people.map(({ name, roles }) => [name, roles])).toEqual([
      ['田文建', ['leader']],
      ['许霞', ['leader']],
      ['韩生', ['leader']],
    ]);
    expect(made.representatives).toEqual([]);
  });

  it('already held stay as they are; a blank is filled, another day is asked', () => {
    const known = demoKnown({
      people: [person('l1', '田文建', '医学院本部', { isLeader: true, isRepresentative: false, phone: '13955910543' })],
      posts: [
        {
          id: 'o1',
          person: 'l1',
          unit: '医学院本部',
          kind: 'president',
          title: '院长',
          charge: null,
          startsOn: '2019-04-21' as never,
          precision: 'day',
        },
      ],
    });
    const same = plan([leaders({ since: '2019年4月', phone: '139 5591 0543' })], { known });
    expect(same.posts).toMatchObject([{ action: 'same', stored: 'o1', startsOn: '2019-04-21', precision: 'day' }]);
    expect(same.counts.leaders).toMatchObject({ matched: 1, same: 1 });
    const filled = plan([leaders({ post: '院长（分管科研）' })], { known });
    expect(filled.posts).toMatchObject([{ action: 'change', stored: 'o1', charge: '分管科研' }]);
    const other = plan([leaders({ since: '2020-01-01', phone: '13955910543' })], { known });
    expect(open(other)).toEqual(['leaders!D2:fieldDiffers:1']);
    expect(other.posts).toMatchObject([{ action: 'same', startsOn: '2019-04-21' }]);
  });
});

describe('the leader column', () => {
  const lead = leaders({}, { name: '马洋', post: '纪委书记' });
  it('makes active pairings from the day of the import; blank is still to be decided', () => {
    const made = plan([
      lead,
      people({ leader: '田文建' }, { name: '马然' }, { name: '杜力', leader: '田文建、马洋书记' }),
    ]);
    expect(
      made.pairings.map(({ leader, representative, from, action }) => [leader, representative, from, action]),
    ).toEqual([
      ['leaders!2', 'representatives!2', '2026-11-23', 'create'],
      ['leaders!2', 'representatives!4', '2026-11-23', 'create'],
      ['leaders!3', 'representatives!4', '2026-11-23', 'create'],
    ]);
    expect(made.open).toBe(0);
  });
  it('with an unknown name leaves the person and asks for the pairing', () => {
    const sheets = [lead, people({ leader: '马扬' })];
    const made = plan(sheets);
    expect([made.people.length, made.pairings.length, made.counts.representatives.partly]).toEqual([3, 0, 1]);
    const [problem] = made.problems;
    expect(problem?.fixes.map(({ id }) => id)).toEqual(['chooseLeader:leaders!3', 'chooseLeader', 'noPairing']);
    const decided = plan(sheets, {
      decisions: decide(['representatives!J2:leaderUnknown:马扬', 'chooseLeader:leaders!3']),
    });
    expect(decided.pairings).toMatchObject([{ leader: 'leaders!3', representative: 'representatives!2' }]);
    const wrong = plan(sheets, {
      decisions: decide(['representatives!J2:leaderUnknown:马扬', 'chooseLeader', 'representatives!2']),
    });
    expect(wrong.problems[0]).toMatchObject({ decisionRefused: true, settled: false });
  });
});

describe('rows that are no data', () => {
  it('notes, repeated headings and numbered blanks are left out and listed', () => {
    const rows = [
      ['序号', '姓名', '党派', '工作单位'],
      ['1', '林远', '民盟', '药学院'],
      ['2'],
      ['序号', '姓名', '党派', '工作单位'],
      [],
      ['一、附属医院'],
      ['3', '马然', '民盟', '药学院'],
      ['注：空白联系领导为待定'],
      ['填表人：周敏', '', '', '2026年11月'],
    ];
    const made = plan([sheet('人士', rows, [{ fromRow: 6, toRow: 6, fromColumn: 0, toColumn: 3 }])]);
    expect(made.people.map(({ name }) => name)).toEqual(['林远', '马然']);
    expect(made.ignored.map(({ row }) => row)).toEqual([3, 4, 6, 8, 9]);
    expect(made.counts.representatives.rows).toBe(2);
  });
  it('a value merged over several rows counts for each', () => {
    const rows = [
      ['姓名', '党派', '工作单位'],
      ['林远', '民盟', '药学院'],
      ['马然', '民进', ''],
      ['杜力', '', ''],
    ];
    const made = plan([sheet('人士', rows, [{ fromRow: 2, toRow: 3, fromColumn: 2, toColumn: 2 }])]);
    expect(made.people.map(({ name, unit }) => [name, unit])).toEqual([
      ['林远', '药学院'],
      ['马然', '药学院'],
    ]);
    expect(problemsOf(made)).toEqual(['人士 C4 ask unitMissing']);
    expect(made.tidied).toMatchObject([{ kind: 'mergedCell', count: 1 }]);
  });
  it('a sheet can be set aside, and columns matched by hand', () => {
    const sheets = [
      sheet('表', [
        ['人', '甲', '哪里'],
        ['林远', '民盟', '药学院'],
      ]),
    ];
    const mapping = {
      sheets: [
        { sheet: '表', kind: 'representatives' as const, headingRow: 1, columns: { name: 0, party: 1, unit: 2 } },
      ],
    };
    expect(plan(sheets, { mapping }).people).toMatchObject([
      { name: '林远', affiliations: ['minmeng'], unit: '药学院' },
    ]);
    const aside = plan([leaders({}), people({})], {
      mapping: {
        sheets: [
          { sheet: '人士', kind: null, headingRow: 0, columns: {} },
          { sheet: '领导', kind: 'leaders', headingRow: 1, columns: { name: 0, unit: 1, post: 2 } },
        ],
      },
    });
    expect([problemsOf(aside), aside.people.length]).toEqual([[], 1]);
  });
});
