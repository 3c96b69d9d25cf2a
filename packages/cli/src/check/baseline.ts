import { readFileSync } from "node:fs";
import type { CheckedObject, PositionedViolation } from "@ostiary/report";
import { UsageError } from "../usage-error.js";
import { readField } from "./identity.js";
import { describeReadError } from "./problem.js";

/** Violations that an earlier run has told, each of which is left out once. */
export class Baseline {
  readonly #known = new Map<string, number>();
  #omitted = 0;

  /** @param report - what `--output json` wrote */
  constructor(report: unknown) {
    for (const object of listIn(report, "objects")) {
      const place = textsIn(object, OBJECT_FIELDS);
      for (const violation of listIn(readField(object, "decision"), "violations")) {
        const policy = textsIn(readField(violation, "policy"), POLICY_FIELDS);
        const key = JSON.stringify([...place, ...policy, ...textsIn(violation, VIOLATION_FIELDS)]);
        this.#known.set(key, (this.#known.get(key) ?? 0) + 1);
      }
    }
  }

  /** How many violations have been left out so far. */
  get omitted(): number {
    return this.#omitted;
  }

  /** The object without the violations that are known. It counts as admitted where nothing else denies. */
  omitKnown(object: CheckedObject): CheckedObject {
    const { decision } = object;
    const violations = decision.violations.filter((violation) => !this.#take(keyOf(object, violation)));
    if (violations.length === decision.violations.length) return object;
    this.#omitted += decision.violations.length - violations.length;
    const isDenied =
      violations.some(({ action }) => action === "deny") || decision.problems.some(({ effect }) => effect === "deny");
    return { ...object, decision: { ...decision, allowed: !isDenied, violations } };
  }

  #take(key: string): boolean {
    const left = this.#known.get(key) ?? 0;
    if (left > 0) this.#known.set(key, left - 1);
    return left > 0;
  }
}

/**
 * Reads a baseline.
 *
 * @param name - the file as it was named
 * @throws {@link UsageError} when it is not there, or no report of `--output json`
 */
export const readBaseline = (name: string, path: string): Baseline => {
  const text = readText(name, path);
  try {
    return new Baseline(JSON.parse(text));
  } catch {
    throw new UsageError(`\`--baseline\` takes a report that \`--output json\` wrote, and \`${name}\` is none`);
  }
};

const readText = (name: string, path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read the baseline \`${name}\`: ${describeReadError(error)}`);
  }
};

/** What a violation is known by, wherever its object stands in which file. */
const OBJECT_FIELDS = ["apiVersion", "kind", "namespace", "name"] as const;
const POLICY_FIELDS = ["kind", "name"] as const;
const VIOLATION_FIELDS = ["action", "rule", "message"] as const;

const keyOf = (object: CheckedObject, violation: PositionedViolation): string =>
  JSON.stringify([
    ...OBJECT_FIELDS.map((field) => object[field]),
    ...POLICY_FIELDS.map((field) => violation.policy[field]),
    ...VIOLATION_FIELDS.map((field) => violation[field]),
  ]);

const listIn = (value: unknown, field: string): readonly unknown[] => {
  const list = readField(value, field);
  if (!Array.isArray(list)) throw new TypeError(`no ${field}`);
  return list;
};

const textsIn = (value: unknown, fields: readonly string[]): readonly string[] =>
  fields.map((field) => {
    const text = readField(value, field);
    if (typeof text !== "string") throw new TypeError(`no ${field}`);
    return text;
  });
