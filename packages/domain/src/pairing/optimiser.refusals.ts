import { refusal } from '../kit/refusal.ts';

export const SOLVER_REFUSALS = {
  malformed: refusal('pairing.solver.malformed', 'invalid', {
    zh: '名单已经变了：里面提到的一位人员不在名单内，或出现了两次。请刷新后再求方案。',
    en: 'The lists have changed: someone named is not on them, or is there twice. Reload and ask again.',
  }),
  tooLarge: refusal('pairing.solver.tooLarge', 'tooLarge', {
    zh: '名单太大，一次算不了：{leaders} 位领导、{representatives} 位代表人士。请按单位分开求方案。',
    en: 'Too much for one go: {leaders} leaders and {representatives} representatives. Ask for one unit at a time.',
  }),
  unfinished: refusal('pairing.solver.unfinished', 'unavailable', {
    zh: '到时间了还没有得到能用的方案，什么都没有改动。请放宽时间，或按单位分开求方案。',
    en: 'Time ran out before there was a proposal; nothing was changed. Allow more time or ask for one unit at a time.',
  }),
  died: refusal('pairing.solver.died', 'unavailable', {
    zh: '求方案时中断了，什么都没有改动。请再试一次；还不行，请告诉管理员。',
    en: 'The search for a proposal broke off; nothing was changed. Try again, or tell the administrator.',
  }),
} as const;
