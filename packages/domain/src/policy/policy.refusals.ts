import { refusal } from '../kit/refusal.ts';

export const policyRefusals = {
  noneInForce: refusal('policy.noneInForce', 'unprocessable', {
    zh: '{on} 没有执行中的办法，请管理员先载入。',
    en: 'No measures were in force on {on}; the administrator needs to load them first.',
  }),
};
