import type { CelExpression, CelObserver, RegoEngineOptions } from "@ostiary/gatekeeper";
import type { FieldPath, ObjectDocument } from "@ostiary/manifests";
import { CoverageRecorder, type Observer } from "@ostiary/rego";
import type { LineMarks } from "./line-marks.js";

type Modules = Parameters<NonNullable<RegoEngineOptions["watch"]>>[1];

/** Sets of lines that grow. */
type Marking = { readonly [Mark in keyof LineMarks]: Set<number> };

/** A template in a file, and which lines of its rule are evaluated. */
export class WatchedTemplate {
  readonly #recorder = new CoverageRecorder();
  readonly #expressions: Marking = startMarking();
  #modules: Modules = [];

  constructor(private readonly document: ObjectDocument) {}

  /** Who watches its rule, if it is in Rego. */
  watchRego(modules: Modules): Observer {
    this.#modules = modules;
    return this.#recorder;
  }

  /** Who watches its rule, if it is in CEL. An expression counts as the line that it begins on. */
  watchCel(expressions: readonly CelExpression[]): CelObserver {
    const { written, boolean, evaluated, ...outcomes } = this.#expressions;
    const lines = new Map(expressions.map((expression) => [expression, celLine(this.document, expression)] as const));
    for (const [{ type }, line] of lines) {
      if (line === undefined) continue;
      written.add(line);
      if (type === "boolean") boolean.add(line);
    }
    return {
      evaluated: (expression, outcome) => {
        const line = lines.get(expression);
        if (line === undefined) return;
        evaluated.add(line);
        if (outcome === "true" || outcome === "false") outcomes[outcome].add(line);
      },
    };
  }

  /** What is known by now. */
  marks(): LineMarks {
    const { written, evaluated, ...outcomes } = this.#expressions;
    const marks = { written: new Set(written), evaluated: new Set(evaluated), ...outcomes };
    for (const { file, covered, uncovered } of this.#recorder.report(this.#modules).files) {
      const first = lineBefore(this.document, file);
      if (first === undefined) continue;
      for (const row of covered) marks.evaluated.add(first + row);
      for (const row of [...covered, ...uncovered]) marks.written.add(first + row);
    }
    return marks;
  }
}

const startMarking = (): Marking => ({
  written: new Set(),
  evaluated: new Set(),
  boolean: new Set(),
  true: new Set(),
  false: new Set(),
});

/** Where the source of a rule can stand in a target of a template. */
const SOURCES: readonly FieldPath[] = [
  ["code", 0, "source"],
  ["code", 1, "source"],
];
const LIBRARY = /^libs\["lib_(\d+)"\]$/;

const findRange = (document: ObjectDocument, holders: readonly FieldPath[], field: FieldPath) =>
  holders.map((holder) => document.position(["spec", "targets", 0, ...holder, ...field])).find(({ exact }) => exact);

const celLine = (document: ObjectDocument, { path }: CelExpression): number | undefined =>
  findRange(document, SOURCES, path)?.line;

/** The line before the first one of a module; `undefined` where it is not written as a block of lines. */
const lineBefore = (document: ObjectDocument, file: string): number | undefined => {
  const library = LIBRARY.exec(file)?.[1];
  const range = findRange(document, [[], ...SOURCES], library === undefined ? ["rego"] : ["libs", Number(library)]);
  return range !== undefined && range.endLine > range.line ? range.line : undefined;
};
