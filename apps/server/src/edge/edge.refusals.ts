/** What the edge itself refuses, before a room is asked. */
import { refusal } from '@zhengyou/domain/kit/refusal.ts';

export const edgeRefusals = {
  notSignedIn: refusal('notSignedIn', 'unauthenticated', {
    zh: '登录已经过期，请重新登录。您写的内容还在这一页上。',
    en: 'Your session has ended. Please sign in again; what you typed is still on this page.',
  }),
  notYours: refusal('notYours', 'forbidden', {
    zh: '这件事不在您的职责里。需要的话，请联系统战部。',
    en: 'This is outside your role. If you need it, please contact the office.',
  }),
  notFound: refusal('notFound', 'missing', {
    zh: '没有找到，或者不在您能看的范围里。',
    en: 'Not found, or not within what you may see.',
  }),
  badInput: refusal('badInput', 'invalid', {
    zh: '有一处填写不对：{where}。请改好再试。',
    en: 'Something was filled in wrongly: {where}. Please correct it and try again.',
  }),
  tooLong: refusal('tooLong', 'invalid', {
    zh: '写得太长了，这里最多 {limit} 个字。请删短些再试。',
    en: 'Too long: at most {limit} characters here. Please shorten it and try again.',
  }),
  keyMissing: refusal('keyMissing', 'invalid', {
    zh: '请求缺少防重复的编号（Idempotency-Key，16 到 64 个字母或数字）。',
    en: 'The request lacks its Idempotency-Key (16 to 64 letters or digits).',
  }),
  keyReused: refusal('keyReused', 'unprocessable', {
    zh: '这个防重复的编号已经用在另一份内容上，请换一个编号。',
    en: 'This Idempotency-Key was used for other content; please use a new one.',
  }),
  keyRunning: refusal('keyRunning', 'conflict', {
    zh: '同一个请求正在处理，请稍等再看结果。',
    en: 'The same request is still being worked on; please look again in a moment.',
  }),
  versionMissing: refusal('versionMissing', 'precondition', {
    zh: '请求没有说明改的是哪一版（If-Match）。请刷新后再改。',
    en: 'The request does not say which version it changes (If-Match). Please reload and try again.',
  }),
  stale: refusal('stale', 'stale', {
    zh: '您打开以后，别人改过这条记录。两个版本都在，请看过再定。',
    en: 'Someone changed this record after you opened it. Both versions are kept; please compare and decide.',
  }),
  foreignOrigin: refusal('foreignOrigin', 'forbidden', {
    zh: '这个请求不是从本系统的页面发出的，已拒绝。',
    en: 'This request did not come from a page of this system and was refused.',
  }),
  tooLarge: refusal('tooLarge', 'tooLarge', {
    zh: '内容太大，最多 {limit}。',
    en: 'Too large: at most {limit}.',
  }),
  wrongType: refusal('wrongType', 'invalid', {
    zh: '内容的格式不对，这里要 {wanted}。',
    en: 'Wrong content type: {wanted} is expected here.',
  }),
  notReady: refusal('notReady', 'unavailable', {
    zh: '数据库暂时连不上，刚才的操作没有保存。请稍后再试。',
    en: 'The database cannot be reached; nothing was saved. Please try again shortly.',
  }),
  diskFull: refusal('diskFull', 'full', {
    zh: '服务器的磁盘满了，刚才的操作没有保存。请告诉管理员。',
    en: 'The server’s disk is full; nothing was saved. Please tell the administrator.',
  }),
  clash: refusal('clash', 'conflict', {
    zh: '同时有人在改同一处，刚才的操作没有保存，请再试一次。',
    en: 'Someone changed the same thing at the same moment; nothing was saved, please try again.',
  }),
};
