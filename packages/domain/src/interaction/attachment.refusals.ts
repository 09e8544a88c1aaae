import { refusal } from '../kit/refusal.ts';

export const attachmentRefusals = {
  empty: refusal('attachment.empty', 'invalid', {
    zh: '这个文件是空的，请换一个。文字都在。',
    en: 'This file is empty; choose another. What you wrote is still here.',
  }),
  tooLarge: refusal('attachment.tooLarge', 'tooLarge', {
    zh: '文件太大，一个最多 {limit}。文字都在；请压缩后再附，或只写明在哪里。',
    en: 'The file is too large: at most {limit} each. What you wrote is still here; make it smaller, or say where it can be found.',
  }),
  overQuota: refusal('attachment.overQuota', 'tooLarge', {
    zh: '这一次谈话的附件加起来最多 {limit}，放不下了。文字都在。',
    en: 'The files of one talk hold {limit} together; this one no longer fits. What you wrote is still here.',
  }),
  tooMany: refusal('attachment.tooMany', 'conflict', {
    zh: '一次谈话最多附 {limit} 个文件。文字都在。',
    en: 'At most {limit} files beside one talk. What you wrote is still here.',
  }),
  wrongKind: refusal('attachment.wrongKind', 'unsupported', {
    zh: '只能附 PDF、PNG、JPEG 图片，或不带宏的 Word（docx）、Excel（xlsx）。文字都在；请另存成这几种再附。',
    en: 'Only PDF, PNG and JPEG, or Word (docx) and Excel (xlsx) without macros. What you wrote is still here; save it as one of these.',
  }),
  notYours: refusal('attachment.notYours', 'forbidden', {
    zh: '只有谈话的领导，或者替他记的人，可以附文件。',
    en: 'Only the leader who talked, or whoever writes for them, can add files.',
  }),
  confirmed: refusal('attachment.confirmed', 'conflict', {
    zh: '领导已经确认过这一条，要附文件请交给领导。',
    en: 'The leader has confirmed this record; hand them the file.',
  }),
  removeTooLate: refusal('attachment.removeTooLate', 'conflict', {
    zh: '附上已超过 {minutes} 分钟，对方可能已经看到，不再撤下。',
    en: 'More than {minutes} minutes have passed and the other side may have seen it; it stays.',
  }),
} as const;
