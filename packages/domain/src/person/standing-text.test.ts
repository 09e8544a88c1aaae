import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, STANDING_KINDS, STANDING_ROLES } from '../policy/vocabulary.ts';
import { readStanding, splitStandings } from './standing-text.ts';

const OWN = ['江海大学医学院', '医学院'];

describe('a standing in words', () => {
  it.each([
    ['全国政协委员', 'consultativeConference', 'national', 'councilMember', '全国政协', null],
    ['市政协委员', 'consultativeConference', 'municipal', 'councilMember', '市政协', null],
    ['区政协委员', 'consultativeConference', 'district', 'councilMember', '区政协', null],
    ['东湖区政协副主席', 'consultativeConference', 'district', 'viceChair', '东湖区政协', null],
    ['全国人大代表', 'peoplesCongress', 'national', 'deputy', '全国人大', null],
    ['市人大代表', 'peoplesCongress', 'municipal', 'deputy', '市人大', null],
    ['江海市东湖区人大代表', 'peoplesCongress', 'district', 'deputy', '江海市东湖区人大', null],
    ['市人大常委会委员', 'peoplesCongress', 'municipal', 'councilMember', '市人大常委会', null],
    ['区人大代表', 'peoplesCongress', 'district', 'deputy', '区人大', null],
    ['农工党中央委员', 'democraticParty', 'national', 'councilMember', '农工党中央', 'nonggong'],
    ['九三学社市委委员', 'democraticParty', 'municipal', 'councilMember', '九三学社市委', 'jiusan'],
    ['民盟市委委员', 'democraticParty', 'municipal', 'councilMember', '民盟市委', 'minmeng'],
    ['民盟市委副主委', 'democraticParty', 'municipal', 'viceChair', '民盟市委', 'minmeng'],
    ['民盟区委委员', 'democraticParty', 'district', 'councilMember', '民盟区委', 'minmeng'],
    ['九三学社区委委员', 'democraticParty', 'district', 'councilMember', '九三学社区委', 'jiusan'],
    ['九三学社医学院委员会主委', 'democraticParty', 'school', 'chair', '九三学社医学院委员会', 'jiusan'],
    ['民盟医学院委员会主委', 'democraticParty', 'school', 'chair', '民盟医学院委员会', 'minmeng'],
    ['农工党医学院委员会主委', 'democraticParty', 'school', 'chair', '农工党医学院委员会', 'nonggong'],
    ['九三学社医学院委员会副主委', 'democraticParty', 'school', 'viceChair', '九三学社医学院委员会', 'jiusan'],
    ['民盟医学院委员会委员', 'democraticParty', 'school', 'councilMember', '民盟医学院委员会', 'minmeng'],
    [
      '民盟江海大学医学院委员会委员',
      'democraticParty',
      'school',
      'councilMember',
      '民盟江海大学医学院委员会',
      'minmeng',
    ],
    ['致公党医学院总支主委', 'democraticParty', 'school', 'chair', '致公党医学院总支', 'zhigong'],
    ['民盟附属第一医院总支主委', 'democraticParty', 'unit', 'branchHead', '民盟附属第一医院总支', 'minmeng'],
    ['民进支部主任', 'democraticParty', 'unit', 'branchHead', '民进支部', 'minjin'],
    ['民进支部副主任', 'democraticParty', 'unit', 'viceChair', '民进支部', 'minjin'],
    ['民盟基础医学院支部主委', 'democraticParty', 'unit', 'branchHead', '民盟基础医学院支部', 'minmeng'],
    ['九三学社东湖医院支社主委', 'democraticParty', 'unit', 'branchHead', '九三学社东湖医院支社', 'jiusan'],
    ['农工党附属第一医院支部主委', 'democraticParty', 'unit', 'branchHead', '农工党附属第一医院支部', 'nonggong'],
    [
      '医学院中青年知识分子联谊会会长',
      'intellectualsAssociation',
      'school',
      'chair',
      '医学院中青年知识分子联谊会',
      null,
    ],
    ['知联会副会长', 'intellectualsAssociation', 'school', 'viceChair', '知联会', null],
    ['知联会理事', 'intellectualsAssociation', 'school', 'councilMember', '知联会', null],
    ['市知联会理事', 'intellectualsAssociation', 'municipal', 'councilMember', '市知联会', null],
    ['医学院欧美同学会会长', 'unitedFrontGroup', 'school', 'chair', '医学院欧美同学会', null],
    ['欧美同学会副会长', 'unitedFrontGroup', 'school', 'viceChair', '欧美同学会', null],
    ['医学院侨联主席', 'unitedFrontGroup', 'school', 'chair', '医学院侨联', null],
    ['侨联理事', 'unitedFrontGroup', 'school', 'councilMember', '侨联', null],
    ['区侨联委员', 'unitedFrontGroup', 'district', 'councilMember', '区侨联', null],
    ['市青联常委', 'unitedFrontGroup', 'municipal', 'councilMember', '市青联', null],
    ['中国工程院院士', 'notableInfluence', 'national', 'titleHolder', '中国工程院', null],
    ['国家重点实验室主任（学术影响）', 'notableInfluence', 'national', 'titleHolder', '国家重点实验室主任', null],
    ['国家级人才计划入选者', 'talentTitle', 'national', 'titleHolder', '国家级人才计划', null],
    ['长江学者特聘教授', 'talentTitle', 'national', 'titleHolder', '长江学者特聘教授', null],
  ])('%s', (words, kind, level, role, body, party) => {
    expect(readStanding(words, OWN)).toMatchObject({ kind, level, role, body, party, words });
  });

  it('says where the level was not written but taken from the kind of body', () => {
    expect(readStanding('知联会理事', OWN).levelWritten).toBe(false);
    expect(readStanding('医学院侨联主席', OWN).levelWritten).toBe(true);
    expect(readStanding('长江学者特聘教授', OWN).levelWritten).toBe(false);
  });

  it.each([
    ['省政协委员', 'consultativeConference', null, 'councilMember'],
    ['政协委员', 'consultativeConference', null, 'councilMember'],
    ['人大代表', 'peoplesCongress', null, 'deputy'],
    ['民盟省委委员', 'democraticParty', null, 'councilMember'],
    ['内蒙古自治区政协委员', 'consultativeConference', null, 'councilMember'],
  ])('leaves open what the words do not say in our terms: %s', (words, kind, level, role) => {
    expect(readStanding(words, OWN)).toMatchObject({ kind, level, role });
  });

  it.each(['民盟盟员', '优秀教师', '中国人民大学教授', '??', '', '九三学社'])(
    'is other where it fits nothing: %j',
    (words) => {
      expect(readStanding(words, OWN)).toMatchObject({ kind: 'other', level: null, role: null, party: null });
    },
  );
});

it.each([
  ['全国政协委员；九三学社东湖医院支社主委', ['全国政协委员', '九三学社东湖医院支社主委']],
  ['市人大代表\n民进支部主任', ['市人大代表', '民进支部主任']],
  ['民盟市委委员、国家级人才计划入选者', ['民盟市委委员', '国家级人才计划入选者']],
  ['实验室主任（学术、社会影响），院士', ['实验室主任（学术、社会影响）', '院士']],
  ['实验室主任（学术\n院士', ['实验室主任（学术', '院士']],
  [' ；\n', []],
])('several in one cell: %j', (text, parts) => expect(splitStandings(text)).toEqual(parts));

it('never fails, keeps the words, and answers in the vocabulary', () => {
  const pieces = fc.constantFrom(
    '九三学社',
    '民盟',
    '医学院',
    '市',
    '区',
    '委员会',
    '支部',
    '主委',
    '副主委',
    '人大',
    '政协',
    '代表',
    '（',
    '）',
    '知联会',
    '院士',
    '总',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (text) => {
        const read = readStanding(text, OWN);
        expect(STANDING_KINDS).toContain(read.kind);
        if (read.level !== null) expect(LEVELS).toContain(read.level);
        if (read.role !== null) expect(STANDING_ROLES).toContain(read.role);
        expect(readStanding(read.words, OWN)).toEqual(read);
        for (const part of splitStandings(text)) expect(part).not.toBe('');
      },
    ),
  );
});
