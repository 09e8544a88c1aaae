export { BriefingPage } from './BriefingPage.tsx';
export { BriefingsPage } from './BriefingsPage.tsx';
export { YouSaidPage } from './YouSaidPage.tsx';
