/** Lines for the person at the terminal, in both languages: theirs is not known yet. */
const began = Date.now();

/** @param {string} zh @param {string} en */
export function say(zh, en) {
  console.log(`诤友 ${zh} ${en}`);
}

/** Repeats a line every few seconds while slow work goes on, so that nobody takes silence for a standstill. */
export async function whileSaying(zh, en, work, every = 5000) {
  say(`${zh}……`, `${en} …`);
  const start = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    say(`${zh}……（${seconds} 秒）`, `${en} … (${seconds} s)`);
  }, every);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

export const secondsSoFar = () => Math.round((Date.now() - began) / 1000);

/** Trouble that the person can mend: told without a stack. */
export class Trouble extends Error {
  /** @param {string} zh @param {string} en @param {string} [details] output of a tool, shown below the sentence */
  constructor(zh, en, details = '') {
    super(`${zh}\n${en}`);
    this.details = details;
  }
}

/** @param {unknown} error */
export function tell(error) {
  if (!(error instanceof Trouble)) console.error(error);
  else {
    console.error(`\n${error.message}`);
    if (error.details) console.error(`\n${error.details}`);
  }
}

export const lastLines = (text, count = 20) => text.trimEnd().split('\n').slice(-count).join('\n');
