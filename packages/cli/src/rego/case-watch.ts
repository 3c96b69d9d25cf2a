import { jsonText, type Module, type Observer, type Value } from "@ostiary/rego";

type Rule = Module["rules"][number];
type Literal = Rule["body"][number];
type Bindings = Parameters<NonNullable<Observer["pass"]>>[1];

/**
 * Watches which cases a test of several cases has, e.g. `test_names[note] if { some note, case in cases; … }`: the values that
 * the variables in its name had. A case whose body fails leaves nothing in the result, and would be missed.
 */
export class CaseWatch implements Observer {
  /** The names of the cases, in order. */
  readonly seen = new Set<string>();
  private readonly open: Rule[] = [];

  /** @param name - the name of the test */
  constructor(private readonly name: string) {}

  enterRule(rule: Rule): void {
    this.open.push(rule);
  }

  exitRule(): void {
    this.open.pop();
  }

  pass(literal: Literal, bindings: Bindings): void {
    const rule = this.open.at(-1);
    if (rule === undefined || !rule.body.includes(literal)) return;
    const { head, path } = rule.head.reference;
    if (path.length === 0 || head.kind !== "variable" || head.name !== this.name) return;
    const values = bindings();
    const keys = path.map((part) => (part.kind === "variable" ? values.get(part.name) : constantOf(part)));
    if (keys.every((key) => key !== undefined)) this.seen.add(caseName(keys));
  }
}

const constantOf = (part: Rule["head"]["reference"]["path"][number]): Value | undefined =>
  part.kind === "scalar" ? part.value : undefined;

const caseName = (keys: readonly Value[]): string =>
  keys.map((key) => (typeof key === "string" ? key : jsonText(key))).join(" / ");

/** The cases in the result of a test: the names of the members at any depth, and whether each is true. */
export const casesIn = (value: Value, path: readonly string[] = []): readonly (readonly [string, boolean])[] => {
  if (typeof value !== "object" || value === null) return [[path.join(" / "), value !== false]];
  const members: unknown = JSON.parse(jsonText(value));
  if (typeof members !== "object" || members === null || Array.isArray(members)) return [[path.join(" / "), true]];
  // What was written as JSON is a value.
  return Object.entries(members).flatMap(([key, member]) => casesIn(member as Value, [...path, key]));
};
