/** How many letters have to be put in, taken out or replaced: Levenshtein's distance, row by row. */
export const editDistance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  let last = to.length;
  for (const [index, letter] of [...from].entries()) {
    let diagonal = index;
    row = row.map((above, column) => {
      const replaced = diagonal + (to[column - 1] === letter ? 0 : 1);
      last = column === 0 ? index + 1 : Math.min(above + 1, last + 1, replaced);
      diagonal = above;
      return last;
    });
  }
  return last;
};
