/** A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it text again. */
export const harmless = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
