export { ClaimPage } from './ClaimPage.tsx';
export { DelegationsPage } from './DelegationsPage.tsx';
export { InvitationPage } from './InvitationPage.tsx';
export { MePage } from './MePage.tsx';
export { SignInPage } from './SignInPage.tsx';
