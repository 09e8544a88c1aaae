/** The time, so that a test can hold it still. */
export type Clock = () => Date;
export const systemClock: Clock = () => new Date();
export const fixedClock =
  (text: string): Clock =>
  () =>
    new Date(text);
