export { HelpingPage } from './HelpingPage.tsx';
