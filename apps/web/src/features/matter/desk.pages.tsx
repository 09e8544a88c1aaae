export { DeskPage } from './DeskPage.tsx';
export { TemplatesPage } from './TemplatesPage.tsx';
