/** The lines of a template's file that something is known of, by what it is. Can be sent to another thread as it is. */
export interface LineMarks {
  /** Something that can be evaluated is written there. */
  readonly written: ReadonlySet<number>;
  readonly evaluated: ReadonlySet<number>;
  /** An expression of CEL is written there that is true or false. */
  readonly boolean: ReadonlySet<number>;
  readonly true: ReadonlySet<number>;
  readonly false: ReadonlySet<number>;
}

/** What became of the lines of a template's file, from 1. */
export interface TemplateLines {
  readonly file: string;
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
  /** Lines with an expression of CEL that was evaluated, but never true. */
  readonly neverTrue: readonly number[];
  /** The same for false. */
  readonly neverFalse: readonly number[];
}

/** What is known from either. */
export const joinMarks = (one: LineMarks, other: LineMarks): LineMarks => ({
  written: new Set([...one.written, ...other.written]),
  evaluated: new Set([...one.evaluated, ...other.evaluated]),
  boolean: new Set([...one.boolean, ...other.boolean]),
  true: new Set([...one.true, ...other.true]),
  false: new Set([...one.false, ...other.false]),
});

/** Describes what is known of a file. */
export const describeMarks = (file: string, marks: LineMarks): TemplateLines => {
  const judged = [...marks.boolean].filter((line) => marks.evaluated.has(line));
  return {
    file,
    covered: ascending([...marks.written].filter((line) => marks.evaluated.has(line))),
    uncovered: ascending([...marks.written].filter((line) => !marks.evaluated.has(line))),
    neverTrue: ascending(judged.filter((line) => !marks.true.has(line))),
    neverFalse: ascending(judged.filter((line) => !marks.false.has(line))),
  };
};

const ascending = (lines: readonly number[]): readonly number[] => lines.toSorted((one, other) => one - other);

/** How many of all lines are covered, from 0 to 100. */
export const percentOf = (templates: readonly Pick<TemplateLines, "covered" | "uncovered">[]): number => {
  const covered = templates.reduce((sum, one) => sum + one.covered.length, 0);
  const all = covered + templates.reduce((sum, one) => sum + one.uncovered.length, 0);
  return all === 0 ? 100 : (100 * covered) / all;
};
