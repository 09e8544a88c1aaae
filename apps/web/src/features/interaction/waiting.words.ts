import { words } from '@zhengyou/domain/kit/words.ts';

export const waitingWords = words({
  title: { zh: '待上传', en: 'Waiting to upload' },
  sent: { zh: '已上传 {count} 条', en: 'Uploaded: {count}' },
  lead: {
    zh: '这些是没有网络时写下的，只在这台设备里。连上网络会自动上传。',
    en: 'Written without network and kept only on this device. They go up by themselves once there is a network.',
  },
  none: { zh: '都上传了。', en: 'Everything has gone up.' },
  waits: { zh: '等网络', en: 'Waiting for a network' },
  tried: { zh: '试过 {count} 次，还会再试', en: 'Tried {count} times, will try again' },
  retry: { zh: '再试一次', en: 'Try again' },
  sendNow: { zh: '现在上传', en: 'Upload now' },
  drop: { zh: '不要了', en: 'Discard' },
  dropSure: { zh: '真的不要', en: 'Yes, discard' },
  kept: { zh: '已写好，没有丢', en: 'Written and not lost' },
});
