export { AskingPage } from './AskingPage.tsx';
export { MatterPage } from './MatterPage.tsx';
export { MattersPage } from './MattersPage.tsx';
export { PromisesPage } from './PromisesPage.tsx';
