import { words, type Words } from '../kit/words.ts';
import type { OccasionAction, OccasionKind, OccasionStatus, Purpose, RaisedAs, TaskState } from './occasion.ts';
import type { RoundState } from './round.ts';

export const OCCASION_KIND_WORDS: Readonly<Record<OccasionKind, Words>> = words({
  achievement: { zh: '喜事', en: 'Achievement' },
  hardship: { zh: '难处', en: 'Hardship' },
  illness: { zh: '身体不适', en: 'Illness' },
  familyEvent: { zh: '家里的事', en: 'Family' },
  jobChange: { zh: '岗位变动', en: 'Change of post' },
});

/** What the leader is asked to do. */
export const OCCASION_ACTION_WORDS: Readonly<Record<OccasionAction, Words>> = words({
  visit: { zh: '走访', en: 'Visit' },
  congratulate: { zh: '道贺', en: 'Congratulate' },
  comfort: { zh: '看望', en: 'See how they are' },
  meet: { zh: '见面谈谈', en: 'Meet' },
  call: { zh: '打个电话', en: 'Call' },
});

/** How the leader says that it has been done. */
export const OCCASION_DONE_WORDS: Readonly<Record<OccasionAction, Words>> = words({
  visit: { zh: '走访过了', en: 'Visited' },
  congratulate: { zh: '道贺过了', en: 'Congratulated' },
  comfort: { zh: '看望过了', en: 'Seen to' },
  meet: { zh: '见过了', en: 'Met' },
  call: { zh: '打过了', en: 'Called' },
});

export const TASK_STATE_WORDS: Readonly<Record<TaskState, Words>> = words({
  open: { zh: '请及时', en: 'Promptly' },
  due: { zh: '就在这几天', en: 'These days' },
  late: { zh: '已过日子', en: 'Past its day' },
  done: { zh: '已回应', en: 'Answered' },
  declined: { zh: '没有办成', en: 'Not done' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
});

export const OCCASION_STATUS_WORDS: Readonly<Record<OccasionStatus, Words>> = words({
  open: { zh: '等联系人', en: 'With the leader' },
  done: { zh: '已回应', en: 'Answered' },
  declined: { zh: '没有办成', en: 'Not done' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
});

export const RAISED_AS_WORDS: Readonly<Record<RaisedAs, Words>> = words({
  self: { zh: '本人', en: 'the person' },
  unit: { zh: '单位', en: 'the unit' },
  office: { zh: '统战部', en: 'the office' },
});

export const PURPOSE_WORDS: Readonly<Record<Purpose, Words>> = words({
  visit: { zh: '看望', en: 'a visit' },
  help: { zh: '帮忙', en: 'help' },
  visitAndHelp: { zh: '看望和帮忙', en: 'a visit and help' },
});

export const ROUND_STATE_WORDS: Readonly<Record<RoundState, Words>> = words({
  ahead: { zh: '还没到', en: 'To come' },
  running: { zh: '正在走访', en: 'Under way' },
  over: { zh: '已结束', en: 'Over' },
});

/** Plain things to say; whoever calls or writes chooses one, or none. */
export const WORDINGS: Readonly<Record<OccasionKind, readonly Words[]>> = {
  achievement: [
    {
      zh: '听到好消息了，真替您高兴，向您道贺。',
      en: 'I heard the good news. I am very glad for you; congratulations.',
    },
    {
      zh: '祝贺您。这是您多年用心的结果，我们都看在眼里。',
      en: 'Congratulations. You have worked on this for years, and we know it.',
    },
    {
      zh: '向您道喜。哪天方便，我想当面听您说说。',
      en: 'My congratulations. When it suits you, I would like to hear about it in person.',
    },
  ],
  hardship: [
    {
      zh: '听说您最近不容易，我想来看看您，哪天方便？',
      en: 'I heard that things are not easy. I would like to come by; which day suits you?',
    },
    {
      zh: '有什么我们能做的，请直说，我来想办法。',
      en: 'If there is something we can do, please say so and I will see to it.',
    },
    { zh: '先别着急，我们一起想办法。', en: 'Do not worry; we will find a way together.' },
  ],
  illness: [
    { zh: '请先安心休养，别的事有我们。', en: 'Please rest first; leave the other things to us.' },
    {
      zh: '想来看看您，方便吗？不方便也没关系，我打个电话。',
      en: 'May I come to see you? If not, I will gladly call instead.',
    },
    { zh: '有需要帮忙的，请随时告诉我。', en: 'If you need a hand, please tell me at any time.' },
  ],
  familyEvent: [
    { zh: '听说了家里的事，请您多保重。', en: 'I heard about your family. Please take care.' },
    { zh: '有需要我们出力的地方，请别客气。', en: 'Where we can help, please do not hesitate.' },
  ],
  jobChange: [
    { zh: '祝您在新岗位上一切顺利。', en: 'I wish you all the best in the new post.' },
    { zh: '岗位变了，联系不变，常来往。', en: 'The post has changed; our contact has not.' },
  ],
};

/** The answer that whoever told it gets when the pair is no more. */
export const PAIR_ENDED_WORDS = words({
  ended: {
    zh: '联系人已经调整，请告诉新的联系人。',
    en: 'The pair has ended; please tell the new leader.',
  },
});
