import { resolve } from "node:path";
import type { RegoEngineOptions } from "@ostiary/gatekeeper";
import type { FieldPath, ObjectDocument } from "@ostiary/manifests";
import { CoverageRecorder } from "@ostiary/rego";
import { readField } from "../check/identity.js";
import { readDocuments } from "../check/read-file.js";
import type { Source } from "./suite-model.js";

type Watch = NonNullable<RegoEngineOptions["watch"]>;
type Modules = Parameters<Watch>[1];

/** The lines of a template's file that rules were evaluated on, and the others, from 1. */
export interface TemplateLines {
  readonly file: string;
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

/** A template that has been compiled, and where its rules are written. */
interface Watched {
  readonly recorder: CoverageRecorder;
  readonly modules: Modules;
  readonly file: string;
  readonly document: ObjectDocument | undefined;
}

/** Records which lines of the templates' Rego are evaluated while suites run. */
export class TemplateCoverage {
  readonly #watched = new Map<string, Watched>();

  /** @param nameOf - a file as reports name it, by its absolute path */
  constructor(private readonly nameOf: (path: string) => string) {}

  /**
   * Who watches the templates of a test. Templates that stand in the suite itself are not counted.
   *
   * @param folder - where paths are meant from
   */
  watchTemplates(sources: readonly Source[], folder: string): Watch {
    const paths = sources.flatMap((source) => (typeof source === "string" ? [resolve(folder, source)] : []));
    return (kind, modules) => {
      const place = findTemplate(kind, paths);
      const key = `${place?.path} ${kind}`;
      const known = this.#watched.get(key);
      if (known !== undefined) return known.recorder;
      const recorder = new CoverageRecorder();
      const file = place === undefined ? "" : this.nameOf(place.path);
      this.#watched.set(key, { recorder, modules, file, document: place?.document });
      return recorder;
    };
  }

  /** What was evaluated of every file, in the order of their names. */
  report(): readonly TemplateLines[] {
    const reports = [...this.#watched.values()].flatMap(reportTemplate);
    return reports.sort((one, other) => (one.file < other.file ? -1 : 1));
  }
}

const findTemplate = (kind: string, paths: readonly string[]) => {
  for (const path of paths) {
    for (const { document } of readDocuments({ name: path, path })) {
      if (document?.kind === "object" && kindOf(document.value) === kind) return { path, document };
    }
  }
  return undefined;
};

const KIND_PATH = ["spec", "crd", "spec", "names", "kind"] as const;

const kindOf = (template: unknown): unknown =>
  KIND_PATH.reduce<unknown>((value, name) => readField(value, name), template);

const reportTemplate = ({ recorder, modules, file, document }: Watched): readonly TemplateLines[] => {
  if (document === undefined) return [];
  const { files } = recorder.report(modules);
  const lines = { covered: new Set<number>(), uncovered: new Set<number>() };
  for (const module of files) {
    const first = firstLine(document, module.file);
    if (first === undefined) continue;
    for (const row of module.covered) lines.covered.add(first + row);
    for (const row of module.uncovered) lines.uncovered.add(first + row);
  }
  return [{ file, covered: ascending(lines.covered), uncovered: ascending(lines.uncovered) }];
};

const ascending = (lines: ReadonlySet<number>): readonly number[] => [...lines].sort((one, other) => one - other);

/** Where rules in Rego can stand in a target of a template. */
const HOLDERS: readonly FieldPath[] = [[], ["code", 0, "source"], ["code", 1, "source"]];
const LIBRARY = /^libs\["lib_(\d+)"\]$/;

/** The line before the first one of a module; `undefined` where it is not written as a block of lines. */
const firstLine = (document: ObjectDocument, file: string): number | undefined => {
  const library = LIBRARY.exec(file)?.[1];
  const field: FieldPath = library === undefined ? ["rego"] : ["libs", Number(library)];
  for (const holder of HOLDERS) {
    const range = document.position(["spec", "targets", 0, ...holder, ...field]);
    if (!range.exact) continue;
    return range.endLine > range.line ? range.line : undefined;
  }
  return undefined;
};

/** How many of all lines are covered, from 0 to 100. */
export const percentOf = (templates: readonly TemplateLines[]): number => {
  const covered = templates.reduce((sum, one) => sum + one.covered.length, 0);
  const all = covered + templates.reduce((sum, one) => sum + one.uncovered.length, 0);
  return all === 0 ? 100 : (100 * covered) / all;
};
