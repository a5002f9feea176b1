// What the two commands say on the screen: one line a step, in Swedish, without colours that a log would keep.

/** Prints a line. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Prints what went wrong and what to do, and ends the program with code 1. */
export function giveUp(message) {
  process.stderr.write(`\nDet gick inte att starta.\n${message}\n`);
  process.exit(1);
}

/** Runs a step, telling its name before and its time after. */
export async function step(name, act) {
  const begun = performance.now();
  say(`· ${name} …`);
  const result = await act();
  say(`  klart (${seconds(begun)})`);
  return result;
}

/** The time since a moment of performance.now(), as people write it: "1,2 s". */
export function seconds(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1).replace('.', ',')} s`;
}
