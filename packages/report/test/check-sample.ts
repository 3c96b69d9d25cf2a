import { type EvaluateOptions, evaluate } from "@ostiary/core";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import {
  type CheckedObject,
  createTally,
  type FileProblem,
  type PositionedDecision,
  type Renderer,
} from "@ostiary/report";

type Fields = { readonly [key: string]: unknown };

const BY_DEFAULT: EvaluateOptions = { applyDefaults: true, standards: { enforce: "baseline", warn: "restricted" } };

const fieldsOf = (value: unknown): Fields =>
  // Samples are objects where they are read as such.
  typeof value === "object" && value !== null ? (value as Fields) : {};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const positioned = (document: ObjectDocument, options: EvaluateOptions): PositionedDecision => {
  const decision = evaluate(document.value, {}, [], { ...BY_DEFAULT, ...options });
  const position = (path: CheckedObject["decision"]["violations"][number]["findings"][number]["path"]) => {
    const { exact: _, ...place } = document.position(path);
    return place;
  };
  return {
    ...decision,
    violations: decision.violations.map((violation) => ({
      ...violation,
      findings: violation.findings.map((finding) => ({ ...finding, position: position(finding.path) })),
    })),
    problems: decision.problems.map((problem) =>
      problem.path === undefined ? problem : { ...problem, position: position(problem.path) },
    ),
  };
};

/** Checks the objects of a text as `ostiary check` does: `baseline` denies, `restricted` warns. */
export const checkSample = (text: string, options: EvaluateOptions = {}, file = "shop/web.yaml"): CheckedObject[] => {
  const entries: CheckedObject[] = [];
  for (const document of readManifests(text, { file })) {
    if (document.kind !== "object") continue;
    const value = fieldsOf(document.value);
    const metadata = fieldsOf(value["metadata"]);
    entries.push({
      file,
      document: document.document,
      ...(document.item === undefined ? {} : { item: document.item }),
      line: document.line,
      apiVersion: textOf(value["apiVersion"]),
      kind: textOf(value["kind"]),
      namespace: textOf(metadata["namespace"]),
      name: textOf(metadata["name"]),
      decision: positioned(document, options),
      excerpt: (position) => document.excerpt({ ...position, exact: true }),
      locate: (path) => document.position(path),
    });
  }
  return entries;
};

/** Renders a whole run. */
export const renderAll = (
  renderer: Renderer,
  entries: readonly CheckedObject[],
  problems: readonly FileProblem[] = [],
): string => {
  const tally = createTally();
  let text = renderer.begin();
  for (const entry of entries) {
    tally.object(entry);
    text += renderer.object(entry);
  }
  for (const problem of problems) {
    tally.problem(problem);
    text += renderer.problem(problem);
  }
  return text + renderer.end(tally.summarize(new Set([...entries, ...problems].map(({ file }) => file)).size));
};
