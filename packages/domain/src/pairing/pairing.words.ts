import { refusal } from '../kit/refusal.ts';

export const pairingRefusals = {
  notYourLeader: refusal('pairing.notYourLeader', 'forbidden', {
    zh: '这位领导的名单不由您管。需要的话，请联系统战部。',
    en: 'This leader’s list is not yours to keep. If you need it, please contact the office.',
  }),
  alreadyEnded: refusal('pairing.alreadyEnded', 'conflict', {
    zh: '这一对已经解除，不必再记。',
    en: 'This pairing has already ended.',
  }),
  endsTooEarly: refusal('pairing.endsTooEarly', 'invalid', {
    zh: '解除的日子早于结对的日子（{startsOn}），请核对。',
    en: 'It cannot end before it began ({startsOn}); please check the day.',
  }),
  endsAhead: refusal('pairing.endsAhead', 'invalid', {
    zh: '日子还没到，请到那天再记。',
    en: 'That day has not come yet; please record it then.',
  }),
  startsAhead: refusal('pairing.startsAhead', 'invalid', {
    zh: '日子还没到，请到那天再结对。',
    en: 'That day has not come yet; please pair them then.',
  }),
};
