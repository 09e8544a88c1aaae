/** The house's clock as this device knows it: the device's own may be wrong, but it runs as fast. */
let ahead = 0;

/** `now`: the house's instant that has just come. */
export function setClock(now: string): void {
  ahead = Date.parse(now) - Date.now();
}

export const houseNow = (): Date => new Date(Date.now() + ahead);
