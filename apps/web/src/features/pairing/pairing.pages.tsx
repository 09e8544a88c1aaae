export { AdjustmentsPage } from './Adjustments.tsx';
export { BoardPage } from './BoardPage.tsx';
export { CoveragePage } from './CoveragePage.tsx';
export { HandoverPage } from './HandoverPage.tsx';
export { OfficesPage } from './OfficesPage.tsx';
export { ProposalsPage } from './ProposalsPage.tsx';
export { RenewalPage } from './RenewalPage.tsx';
export { RosterPage } from './RosterPage.tsx';
