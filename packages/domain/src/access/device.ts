/** Browser and system in words, from what the browser says of itself: enough for its owner to tell sessions apart. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/wxwork\//i, 'WeCom'],
  [/micromessenger\//i, 'WeChat'],
  [/dingtalk\//i, 'DingTalk'],
  [/lark\/|feishu\//i, 'Feishu'],
  [/edg(e|a|ios)?\//i, 'Edge'],
  [/firefox\/|fxios\//i, 'Firefox'],
  [/huaweibrowser\//i, 'Huawei'],
  [/qqbrowser\//i, 'QQ'],
  [/ucbrowser\//i, 'UC'],
  [/miuibrowser\//i, 'Xiaomi'],
  [/opr\/|opera/i, 'Opera'],
  [/chrome\/|crios\//i, 'Chrome'],
  [/safari\//i, 'Safari'],
];

/** Order matters: iPads and phones also name the systems of desks. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/harmonyos|openharmony/i, 'HarmonyOS'],
  [/iphone/i, 'iPhone'],
  [/ipad/i, 'iPad'],
  [/android/i, 'Android'],
  [/windows/i, 'Windows'],
  [/mac os x|macintosh/i, 'macOS'],
  [/uos|deepin/i, 'UOS'],
  [/kylin/i, 'Kylin'],
  [/linux/i, 'Linux'],
];

const nameOf = (table: typeof BROWSERS, agent: string) => table.find(([mark]) => mark.test(agent))?.[1];

/** `Chrome · Windows`; a dash where nothing is known. */
export const describeDevice = (agent: string): string =>
  [nameOf(BROWSERS, agent), nameOf(SYSTEMS, agent)].filter((name) => name !== undefined).join(' · ') || '—';
