import { refusal } from '../kit/refusal.ts';

export const policyRefusals = {
  noneInForce: refusal('policy.noneInForce', 'unprocessable', {
    zh: '{on} 没有执行中的办法，请管理员先载入。',
    en: 'No measures were in force on {on}; the administrator needs to load them first.',
  }),
  noText: refusal('policy.noText', 'unprocessable', {
    zh: '这不是一份文本文件。请存成 UTF-8 编码的 YAML 文本再传。',
    en: 'This is no text file. Save it as YAML text in UTF-8 and hand it in again.',
  }),
  hasProblems: refusal('policy.hasProblems', 'unprocessable', {
    zh: '文件里还有 {count} 处问题，改好才能往下走。',
    en: 'The file still has {count} problems; mend them first.',
  }),
  sameAsInForce: refusal('policy.sameAsInForce', 'unprocessable', {
    zh: '这份文件和现在执行的一版一样，没有要审核的改动。',
    en: 'This file says what the version in force says; there is nothing to pass.',
  }),
  notOpen: refusal('policy.notOpen', 'conflict', {
    zh: '这份草稿已经送审或收起，不能再改。需要改，请先退回。',
    en: 'This draft has been submitted or put away and can no longer be edited; have it given back first.',
  }),
  notSubmitted: refusal('policy.notSubmitted', 'conflict', {
    zh: '这份草稿没有在等审核。',
    en: 'This draft is not waiting to be passed.',
  }),
  ownDraft: refusal('policy.ownDraft', 'forbidden', {
    zh: '改办法要两个人：您参与了这份草稿，请统战部的另一位来审核。',
    en: 'A change of the measures takes two: you had a hand in this draft, so another person of the office passes it.',
  }),
  beginsTooEarly: refusal('policy.beginsTooEarly', 'unprocessable', {
    zh: '最早从 {earliest} 起执行：已经过去的日子按当时的办法算。',
    en: 'It can begin on {earliest} at the earliest: days that have passed are judged by the measures of their time.',
  }),
  outsideItsTime: refusal('policy.outsideItsTime', 'unprocessable', {
    zh: '文件写的有效期从 {from} 到 {until}，{on} 不在其中。',
    en: 'The file states that it is valid from {from} until {until}; {on} lies outside.',
  }),
  unknownUnit: refusal('policy.unknownUnit', 'unprocessable', {
    zh: '文件为「{unit}」自定了数，名单里没有这个单位。请核对名称，或删去这一行。',
    en: 'The file sets a number for “{unit}”, which is no unit here. Check the name or remove that line.',
  }),
  overlaps: refusal('policy.overlaps', 'conflict', {
    zh: '已有一版定在 {on} 起执行，两版会重叠。请先撤回那一版。',
    en: 'A version is already due to begin on {on}, and the two would overlap. Take that one back first.',
  }),
  overtaken: refusal('policy.overtaken', 'conflict', {
    zh: '送审以后，执行的办法换过了，这份草稿要对着新的一版再看一遍。请退回重新送审。',
    en: 'The measures have changed since this was submitted; it must be looked at against the new version. Give it back and submit it again.',
  }),
  notComing: refusal('policy.notComing', 'conflict', {
    zh: '只有还没开始执行的一版可以撤回。',
    en: 'Only a version that has not begun can be taken back.',
  }),
  settingValue: refusal('policy.settingValue', 'invalid', {
    zh: '「{value}」不对：日子写成 10-31，期限写成天数。',
    en: '“{value}” is not right: a day is written 10-31, a time as a number of days.',
  }),
  settingThere: refusal('policy.settingThere', 'conflict', {
    zh: '同一项已经定过，从 {from} 起。请先结束那一条，再定新的。',
    en: 'The same is already set, from {from}. End that one first.',
  }),
  settingPast: refusal('policy.settingPast', 'unprocessable', {
    zh: '自定的数不能追到过去：最早从今天起。',
    en: 'A number of your own cannot reach back: today is the earliest day.',
  }),
  settingEnded: refusal('policy.settingEnded', 'conflict', {
    zh: '这一条已经结束。',
    en: 'This one has already ended.',
  }),
};
