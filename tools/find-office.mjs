/** Finds LibreOffice and the tools that measure a PDF, or installs them on Debian as root. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './lib/debian.mjs';
import { Trouble } from './lib/say.mjs';

const OFFICES = ['soffice', 'libreoffice'];
const FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
];

function find(names) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...FOLDERS];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

const findOffice = () => process.env['SOFFICE_PATH'] ?? find(OFFICES);
const all = () => findOffice() !== undefined && find(['pdftotext']) !== undefined;

/** The path of LibreOffice, with `pdftotext` beside it. Throws where either is missing and cannot be installed. */
export async function ensureOffice() {
  if (!all() && canInstall()) await install(['libreoffice-writer-nogui', 'poppler-utils', 'fonts-noto-cjk']);
  const found = findOffice();
  if (found && all()) return found;
  throw new Trouble(
    '没有找到 LibreOffice 或 pdftotext，公文版式无法量：请安装 LibreOffice 和 poppler-utils。',
    'No LibreOffice or no pdftotext was found, so the layout of papers cannot be measured: install LibreOffice and poppler-utils.',
  );
}
