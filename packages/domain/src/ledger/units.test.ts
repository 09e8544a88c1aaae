import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoUnits, OWN } from './plan.build.ts';
import { unitReader } from './units.ts';

const read = unitReader(demoUnits(), OWN);

describe('a unit known without asking', () => {
  it.each([
    ['附属第一医院', '附属第一医院', 'name'],
    [' 附属 第一医院　', '附属第一医院', 'name'],
    ['医学院本部', '医学院本部', 'name'],
    ['一院', '附属第一医院', 'shortName'],
    ['东湖', '附属东湖医院', 'alias'],
    ['第一医院', '附属第一医院', 'unaffiliated'],
    ['东湖医院', '附属东湖医院', 'unaffiliated'],
    ['儿童医院', '附属儿童医院', 'unaffiliated'],
    ['口腔医院', '附属口腔医院', 'unaffiliated'],
    ['江海大学附属第一医院', '附属第一医院', 'prefixed'],
    ['江海大学医学院附属第一医院', '附属第一医院', 'prefixed'],
    ['医学院附属第一医院', '附属第一医院', 'prefixed'],
    ['江海大学医学院护理学院', '护理学院', 'prefixed'],
    ['江海大学医学院', '医学院本部', 'self'],
    ['医学院', '医学院本部', 'self'],
    ['本部', '医学院本部', 'self'],
    ['医学院机关', '医学院本部', 'self'],
  ])('%s is %s', (written, unit, how) => expect(read(written)).toEqual({ kind: 'certain', unit, how }));
});

describe('a unit that is asked, with a proposal where only one fits', () => {
  it.each([
    ['附一院', '附属第一医院'],
    ['精卫中心', '附属精神卫生中心'],
    ['基础院', '基础医学院'],
    ['儿院', '附属儿童医院'],
    ['公卫学院', '公共卫生学院'],
    ['护理学院临床教研室', '护理学院'],
    ['上海市护理学院', '护理学院'],
  ])('%s: %s', (written, proposed) => expect(read(written)).toEqual({ kind: 'ask', candidates: [proposed], proposed }));

  it.each(['附属医院', '学院', '财务处', '？'])('%s: no proposal', (written) =>
    expect(read(written)).toMatchObject({ kind: 'ask', proposed: null }),
  );

  it('asks where two units would be written alike', () => {
    const twins = unitReader(
      [...demoUnits(), { id: '第一医院', name: '第一医院东院', kind: 'hospital', tier: 'unit', aliases: [] }],
      OWN,
    );
    expect(twins('第一医')).toMatchObject({ kind: 'ask', proposed: null });
    const same = unitReader(
      [
        { id: 'a', name: '附属口腔医院', kind: 'hospital', tier: 'unit', aliases: [] },
        { id: 'b', name: '江海大学口腔医院', kind: 'hospital', tier: 'unit', aliases: [] },
      ],
      OWN,
    );
    expect(same('口腔医院')).toEqual({ kind: 'ask', candidates: ['a', 'b'], proposed: null });
  });
});

it('an alias that was remembered is certain, and a blank is blank', () => {
  const [first, ...others] = demoUnits();
  const taught = unitReader([...(first ? [{ ...first, aliases: ['总部'] }] : []), ...others], OWN);
  expect(taught('总部')).toEqual({ kind: 'certain', unit: '医学院本部', how: 'alias' });
  expect(read('　')).toEqual({ kind: 'blank' });
});

it('never fails, with any names', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), fc.string(), (names, own, written) => {
      const units = names.map((name, at) => ({
        id: String(at),
        name,
        kind: 'hospital' as const,
        tier: 'unit' as const,
        aliases: [own],
      }));
      unitReader(units, { name: own, shortName: own })(written);
    }),
  );
});
