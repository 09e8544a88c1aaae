/** The styles stand here, in their order: what folds on narrow screens comes after what it folds. */
import './ledger.css';
import './ledger-look.css';
import './ledger-narrow.css';

export { ImportPage } from './ImportPage.tsx';
export { ImportsPage } from './ImportsPage.tsx';
export { PastePage } from './PastePage.tsx';
