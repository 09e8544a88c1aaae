export { ChannelsPage } from './ChannelsPage.tsx';
export { InboxPage } from './InboxPage.tsx';
export { OpenNoticePage } from './OpenNoticePage.tsx';
