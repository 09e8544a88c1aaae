export { FriendPage } from './FriendPage.tsx';
export { FriendsPage } from './FriendsPage.tsx';
export { YearPage } from './YearPage.tsx';
