export { PairPage } from './PairPage.tsx';
export { PortfolioPage } from './PortfolioPage.tsx';
