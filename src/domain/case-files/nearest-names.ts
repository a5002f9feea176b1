const MOST = 3;

/**
 * The names that a misspelt one is most like, the likest first; none where nothing is like it. Capitals do not count.
 * Whoever wrote `takeItms` is helped by `takeItem`, not by a list of all there is.
 */
export function nearestNames(given: string, names: Iterable<string>): string[] {
  const wanted = given.toLowerCase();
  // A slip of the pen for every third letter, and two in short names.
  const most = Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(names)]
    .map((name) => ({ name, steps: steps(wanted, name.toLowerCase()) }))
    .filter(({ name, steps: each }) => each <= most && each < name.length)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** How many letters must be put in, taken out or changed to make one text the other (Levenshtein). */
function steps(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      here.push(Math.min(changed, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[to.length] ?? 0;
}
