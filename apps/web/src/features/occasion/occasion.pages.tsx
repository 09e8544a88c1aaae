export { OccasionsPage } from './OccasionsPage.tsx';
export { RoundPage } from './RoundPage.tsx';
export { RoundPrintPage } from './RoundPrintPage.tsx';
