export { FriendPage } from './FriendPage.tsx';
export { FriendsPage } from './FriendsPage.tsx';
export { RequestsPage } from './RequestsPage.tsx';
export { YearPage } from './YearPage.tsx';
export { AgendaPage } from './AgendaPage.tsx';
export { HeatPage } from './HeatPage.tsx';
export { TalkPage } from './TalkPage.tsx';
export { TalkSearchPage } from './TalkSearchPage.tsx';
