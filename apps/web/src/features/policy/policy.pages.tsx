export { ClausePage } from './ClausePage.tsx';
export { PolicyPage } from './PolicyPage.tsx';
