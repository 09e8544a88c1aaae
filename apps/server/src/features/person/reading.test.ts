import { describe, expect, test } from 'vitest';
import { readingOf } from './reading.ts';

describe('the reading of a name', () => {
  test.each([
    ['单慧', 'shan hui', 'sh'],
    ['仇英', 'qiu ying', 'qy'],
    ['解放', 'xie fang', 'xf'],
    ['区明', 'ou ming', 'om'],
    ['曾国', 'zeng guo', 'zg'],
    ['朴树', 'piao shu', 'ps'],
    ['种田', 'chong tian', 'ct'],
    ['洗星', 'xian xing', 'xx'],
    ['贠明', 'yun ming', 'ym'],
    ['秘明', 'bi ming', 'bm'],
    ['单于丹', 'chan yu dan', 'cyd'],
    ['尉迟恭', 'yu chi gong', 'ycg'],
    ['万俟宁', 'mo qi ning', 'mqn'],
    ['缪斌', 'miao bin', 'mb'],
    ['查理', 'zha li', 'zl'],
    ['盖明', 'ge ming', 'gm'],
    ['吕洋', 'lv yang', 'ly'],
    ['阿依古丽·买买提', 'a yi gu li mai mai ti', 'ayglmmt'],
    ['欧阳𬭎', 'ou yang hong', 'oyh'],
  ])('%s is %s', (name, reading, initials) => {
    expect(readingOf(name)).toMatchObject({ reading, initials });
  });

  test('is empty, and the strokes stay, where no sign has one', () => {
    expect(readingOf('㐂')).toMatchObject({ stroke_key: expect.stringMatching(/^\d\d0[0-9a-f]{4}$/) });
  });
});
