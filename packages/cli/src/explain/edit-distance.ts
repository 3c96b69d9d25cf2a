/** How many letters have to be put in, taken out or replaced (Levenshtein's distance). */
export const editDistance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

/** How many letters may be wrong: what takes more is another name. */
const MOST_WRONG = 3;

/** Whether somebody may have meant a name. Texts whose lengths differ by more are not compared, which takes a while. */
export const isNearly = (text: string, name: string): boolean =>
  Math.abs(text.length - name.length) <= MOST_WRONG &&
  editDistance(text.toLowerCase(), name.toLowerCase()) <= MOST_WRONG;
