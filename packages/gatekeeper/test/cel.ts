import type { Json } from "@ostiary/core";
import { NAMESPACE_TYPE, REQUEST_TYPE } from "../src/cel/admission-types.js";
import { CelError } from "../src/cel/cel-error.js";
import { DYN } from "../src/cel/cel-type.js";
import type { CelType } from "../src/cel/cel-value.js";
import { Effort } from "../src/cel/effort.js";
import { kubernetesEnvironment } from "../src/cel/environment.js";
import { fromJson } from "../src/cel/json-value.js";
import { printValue } from "../src/cel/library/print-value.js";
import { Origin } from "../src/cel/origin.js";
import { compileExpression } from "../src/cel/program.js";
import { ReadJournal } from "../src/cel/read-journal.js";

/** An object with a field of every type. */
export const SAMPLE = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "p", labels: { "a.b/c": "v" } },
  spec: {
    n: 5,
    s: "Str",
    nil: null,
    b: true,
    f: 1.5,
    l: [1, 2, 3],
    m: { a: 1 },
    mixed: [1, "x", 3],
    strs: ["a", "b"],
    bad: "[",
    e: [],
    big: 9007199254740993n,
  },
};

const environment = kubernetesEnvironment();

const variables = new Map<string, CelType>([
  ["object", DYN],
  ["oldObject", DYN],
  ["request", REQUEST_TYPE],
  ["namespaceObject", NAMESPACE_TYPE],
]);

const REQUEST = { kind: { group: "", version: "v1", kind: "Pod" }, operation: "CREATE", userInfo: {} };

/** What is known of an evaluation. */
export interface CelOutcome {
  /** The value as it is printed; or the error, after `error: `. */
  readonly text: string;
  readonly cost: number;
  readonly reads: readonly string[];
}

/** Evaluates an expression as an admission policy does, about an object that is created. */
export const runCel = (expression: string, object: Json = SAMPLE): CelOutcome => {
  const program = compileExpression(expression, variables, environment);
  if (!program.ok) return { text: `error: ${program.error.message}`, cost: 0, reads: [] };
  const effort = new Effort(1_000_000);
  const journal = new ReadJournal();
  const names = new Map<string, ReturnType<typeof fromJson>>([
    ["object", fromJson(object, Origin.root())],
    ["oldObject", null],
    ["request", fromJson(REQUEST)],
    ["namespaceObject", null],
  ]);
  const value = program.value.run({ find: (name) => names.get(name) }, effort, journal);
  const reads = journal.since(0).map((origin) => origin.path().join("."));
  const printed = value instanceof CelError ? value : printValue(value, new Effort(1_000_000));
  const text = printed instanceof CelError ? `error: ${printed.message}` : printed;
  return { text, cost: effort.cost, reads };
};

/** What an expression comes to: its value as it is printed; or the error, after `error: `. */
export const evaluateCel = (expression: string, object: Json = SAMPLE): string => runCel(expression, object).text;
