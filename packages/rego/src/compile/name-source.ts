/**
 * Makes variable names that no source can spell: `x#7` for a declared `x`, `#8` for a variable of the compiler.
 */
export class NameSource {
  private count = 0;

  /** A new name for a declared variable, or for one of the compiler's own. */
  fresh(sourceName = ""): string {
    const name = `${sourceName}#${this.count}`;
    this.count += 1;
    return name;
  }
}

/** Was the name made by the compiler for a value without a name in the source? */
export const isGenerated = (name: string): boolean => name.startsWith("#");
