/** Finds a Chromium for the browser journeys, or installs one on Debian as root. Alone it prints the path. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canInstall, install } from './lib/debian.mjs';
import { run } from './lib/run.mjs';
import { say, tell, Trouble } from './lib/say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const FILES = [
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where Playwright's own installer puts its browsers. */
function ofPlaywright() {
  const base = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(base)) return [];
  const builds = readdirSync(base).filter((name) => /^chromium-\d+$/.test(name));
  return builds
    .sort()
    .toReversed()
    .flatMap((name) => ['chrome-linux', 'chrome-linux64'].map((inner) => join(base, name, inner, 'chrome')));
}

/** @returns {string | undefined} */
export function findChromium() {
  const told = process.env['CHROMIUM_PATH'];
  if (told) {
    if (isProgram(told)) return told;
    throw new Trouble(
      `CHROMIUM_PATH 指向的 ${told} 不能运行：请改正它，或取消该变量。`,
      `CHROMIUM_PATH points to ${told}, which cannot be run: mend it, or unset it.`,
    );
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...FOLDERS];
  const named = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named, ...FILES, ...ofPlaywright()].find(isProgram);
}

export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (canInstall()) {
    await install(['chromium', 'fonts-noto-cjk']);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Trouble(
    '没有找到 Chromium，浏览器测试无法进行：请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明它的位置。',
    'No Chromium was found, so the browser journeys cannot run: install Chromium or Chrome, or say with CHROMIUM_PATH where it is.',
  );
}

/** Without a Chinese font every character is an empty box: pictures prove nothing then, and widths differ. */
export async function ensureChineseFont() {
  if (process.platform !== 'linux') return;
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  if (code === 0 && output.trim()) return;
  if (canInstall()) await install(['fontconfig', 'fonts-noto-cjk']);
  else
    say(
      '没有中文字体，浏览器测试里的汉字会显示为方框。',
      'There is no Chinese font; characters show as boxes in the journeys.',
    );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await ensureChromium().then(
    (path) => console.log(path),
    (error) => {
      tell(error);
      process.exitCode = 1;
    },
  );
