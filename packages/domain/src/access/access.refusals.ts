import { refusal } from '../kit/refusal.ts';

export const accessRefusals = {
  /** One answer for an unknown name and a wrong password: whoever guesses learns nothing. */
  wrongPassword: refusal('wrongPassword', 'unauthenticated', {
    zh: '账号或密码不对。请再核对一次；忘了密码，请统战部发一个新的链接。',
    en: 'The account or the password is not right. Please check; if you forgot it, the office can send a new link.',
  }),
  tooManyAttempts: refusal('tooManyAttempts', 'tooMany', {
    zh: '试错的次数多了，请等 {minutes} 分钟再试。您的账号没有被锁。',
    en: 'Too many attempts. Please try again in {minutes} min. Your account has not been locked.',
  }),
  accountDisabled: refusal('accountDisabled', 'forbidden', {
    zh: '这个账号已经停用。需要恢复，请联系统战部。',
    en: 'This account has been disabled. To restore it, please contact the office.',
  }),
  plainHttp: refusal('plainHttp', 'forbidden', {
    zh: '这个地址没有加密，密码会在路上被看到，所以这里不能登录。请管理员配好 https，再从 https 地址打开。',
    en: 'This address is not encrypted, so a password could be read on its way; signing in is refused. Have the administrator set up https and open the https address.',
  }),
  currentPasswordWrong: refusal('currentPasswordWrong', 'invalid', {
    zh: '现在的密码不对，请再输一次。',
    en: 'The current password is not right; please enter it again.',
  }),
  noPassword: refusal('noPassword', 'conflict', {
    zh: '您的账号还没有密码，请用统战部发的链接设置。',
    en: 'Your account has no password yet; please set one with the link from the office.',
  }),
  passwordEasy: refusal('passwordEasy', 'invalid', {
    zh: '这个密码容易被猜到。请换一个，比如连起来的几个不相干的词。',
    en: 'This password is easy to guess. Please choose another, for example several unrelated words.',
  }),
  passwordHoldsName: refusal('passwordHoldsName', 'invalid', {
    zh: '密码里有您的账号或姓名，容易被猜到。请换一个。',
    en: 'The password contains your account or your name and is easy to guess. Please choose another.',
  }),
  passwordUnchanged: refusal('passwordUnchanged', 'invalid', {
    zh: '新密码和现在的一样，请换一个。',
    en: 'The new password is the same as the current one; please choose another.',
  }),
  linkSpent: refusal('linkSpent', 'missing', {
    zh: '这个链接已经用过、过期，或者换过新的。已经设过密码的，请直接登录；没有设过的，请统战部再发一个。',
    en: 'This link was used, has expired, or was replaced. If you have set a password, please sign in; if not, ask the office for a new link.',
  }),
  founded: refusal('founded', 'conflict', {
    zh: '本单位已经建好，请直接登录。',
    en: 'The institution has been founded; please sign in.',
  }),
  claimTokenWrong: refusal('claimTokenWrong', 'forbidden', {
    zh: '认领口令不对。它印在启动程序的终端里，每次启动都会换。',
    en: 'The claim token is not right. It is printed in the terminal where the program was started, anew at each start.',
  }),
  nameUnclear: refusal('nameUnclear', 'invalid', {
    zh: '账号用字母、数字、点、横线或邮箱，3 到 64 个字符。',
    en: 'An account is made of letters, digits, dots and dashes, or is an e-mail address: 3 to 64 characters.',
  }),
};
