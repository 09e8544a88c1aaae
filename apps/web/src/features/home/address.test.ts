import { describe, expect, it } from 'vitest';
import { addressOfLeader, addressOfRepresentative } from './address.ts';

describe('how someone is addressed', () => {
  it.each([
    ['田文建', '院长、党委副书记', '田院长'],
    ['田文建', '党委副书记、院长', '田院长'],
    ['许霞', '副院长', '许院长'],
    ['王敏', '党委书记', '王书记'],
    ['欧阳敏', '科研部部长', '欧阳部长'],
    ['赵秀生', '党委常委', '赵秀生'],
    ['赵秀生', null, '赵秀生'],
  ])('%s, %s', (name, title, said) => {
    expect(addressOfLeader(name, title, 'zh')).toBe(said);
  });
  it.each([
    ['林远', ['教授'], '林教授'],
    ['冯飞梅', ['主任医师'], '冯医生'],
    ['冯飞梅', ['主任医师', '教授'], '冯教授'],
    ['单慧', [], '单老师'],
  ])('%s, %s', (name, titles, said) => {
    expect(addressOfRepresentative(name, titles, 'zh')).toBe(said);
  });
  it('is the name in English', () => {
    expect([addressOfLeader('田文建', '院长', 'en'), addressOfRepresentative('林远', ['教授'], 'en')]).toEqual([
      '田文建',
      '林远',
    ]);
  });
});
