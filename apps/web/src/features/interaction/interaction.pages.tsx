export { FriendPage } from './FriendPage.tsx';
export { FriendsPage } from './FriendsPage.tsx';
export { RequestsPage } from './RequestsPage.tsx';
export { YearPage } from './YearPage.tsx';
