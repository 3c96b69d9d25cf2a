import type { Module } from "@ostiary/rego";

/** A rule that is a test. */
export interface RegoTest {
  /** `data.` and the package. */
  readonly package: string;
  readonly name: string;
  /** What is evaluated. */
  readonly query: string;
  readonly file: string;
  readonly row: number;
  readonly column: number;
  /** A test that is to be done: its name begins with `todo_`. */
  readonly isSkipped: boolean;
}

type Rule = Module["rules"][number];

/**
 * The tests among the rules of modules: those whose names begin with `test_`, or, to be skipped, with `todo_test_`; each name of a
 * package once, in the order of the files.
 *
 * @param pattern - what the whole name, e.g. `data.example.test_allow`, has to contain
 */
export const findTests = (modules: readonly Module[], pattern?: RegExp): readonly RegoTest[] => {
  const tests = new Map<string, RegoTest>();
  for (const module of modules) {
    for (const rule of module.rules) {
      const test = readTest(rule, module);
      if (test !== undefined && !tests.has(test.query) && pattern?.test(`${test.package}.${test.name}`) !== false) {
        tests.set(test.query, test);
      }
    }
  }
  return [...tests.values()];
};

const readTest = ({ head, location }: Rule, module: Module): RegoTest | undefined => {
  const start = head.reference.head;
  if (start.kind !== "variable" || head.args !== undefined || !/^(?:todo_)?test_/.test(start.name)) return undefined;
  const { name } = start;
  const parts = module.package.path.map((part) =>
    /^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`,
  );
  const packageName = `data${parts.join("")}`;
  const { file, row, column } = location;
  return {
    package: packageName,
    name,
    query: `${packageName}.${name}`,
    file,
    row,
    column,
    isSkipped: name.startsWith("todo_"),
  };
};
