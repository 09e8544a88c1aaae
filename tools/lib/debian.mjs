import { existsSync, readdirSync } from 'node:fs';
import { run } from './run.mjs';
import { lastLines, Trouble, whileSaying } from './say.mjs';

export const isRoot = () => process.getuid?.() === 0;
export const canInstall = () => isRoot() && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

let updated = false;

/** Installs packages of the system; only where `canInstall`. @param {string[]} packages */
export async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const list = packages.join(' ');
  await whileSaying(`正在安装系统软件包 ${list}`, `Installing the system's packages ${list}`, async () => {
    // A machine without the lists of packages cannot install; one with outdated lists may still.
    const update = updated ? { code: 0, output: '' } : await run('apt-get', ['update'], { env });
    updated = true;
    const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
    if (code !== 0)
      throw new Trouble(
        `系统软件包没有装成：请手工执行 apt-get install ${list}。`,
        `The system's packages could not be installed: run apt-get install ${list} by hand.`,
        lastLines(update.output + output),
      );
  });
}

/** The folder of PostgreSQL's programs as Debian lays them out: the oldest version we still support, or undefined. */
export function findDebianPostgres() {
  const base = '/usr/lib/postgresql';
  const versions = (existsSync(base) ? readdirSync(base) : []).map(Number).filter((version) => version >= 15);
  const bins = versions.sort((a, b) => a - b).map((version) => `${base}/${version}/bin`);
  return bins.find((bin) => existsSync(`${bin}/initdb`) && existsSync(`${bin}/postgres`));
}
