/** How many tries within how long: a window of the throttle. */
export interface Window {
  readonly most: number;
  readonly seconds: number;
}

/** Tries on one account: five in a quarter of an hour, twenty in a day, whoever makes them. */
export const accountWindows: readonly Window[] = [
  { most: 5, seconds: 15 * 60 },
  { most: 20, seconds: 24 * 60 * 60 },
];

/** Tries from one network address; an office shares one. */
export const addressWindows: readonly Window[] = [
  { most: 30, seconds: 15 * 60 },
  { most: 200, seconds: 24 * 60 * 60 },
];

/** Letters with sign-in links that one account can be sent. */
export const linkWindows: readonly Window[] = [{ most: 3, seconds: 15 * 60 }];

/**
 * How long the next try has to wait.
 * @param ages seconds since each earlier try, in any order
 * @returns whole seconds, 0 when a try may be made now
 */
export function secondsToWait(ages: readonly number[], windows: readonly Window[]): number {
  const waits = windows.map((window) => {
    const within = ages.filter((age) => age < window.seconds).sort((a, b) => a - b);
    const blocking = within[window.most - 1];
    return blocking === undefined ? 0 : Math.ceil(window.seconds - blocking);
  });
  return Math.max(0, ...waits);
}
