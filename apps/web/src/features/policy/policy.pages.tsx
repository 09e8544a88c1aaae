export { ClausePage } from './ClausePage.tsx';
export { ComparePage } from './ComparePage.tsx';
export { DraftPage } from './DraftPage.tsx';
export { PolicyPage } from './PolicyPage.tsx';
export { VersionsPage } from './VersionsPage.tsx';
