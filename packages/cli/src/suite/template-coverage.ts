import { resolve } from "node:path";
import type { CelWatch, RegoEngineOptions } from "@ostiary/gatekeeper";
import { readField } from "../check/identity.js";
import { readDocuments } from "../check/read-file.js";
import { describeMarks, joinMarks, type LineMarks, type TemplateLines } from "./line-marks.js";
import type { Source } from "./suite-model.js";
import { WatchedTemplate } from "./watched-template.js";

/** Who watches the rules of templates, in either language. */
export interface TemplateWatch {
  readonly rego: NonNullable<RegoEngineOptions["watch"]>;
  readonly cel: CelWatch;
}

interface CoverageEntry {
  readonly file: string;
  readonly marks: LineMarks;
}

/** What is known of the lines of templates, by file and kind. Can be sent to another thread as it is. */
export type CoverageMarks = ReadonlyMap<string, CoverageEntry>;

/** Records which lines of the templates' rules are evaluated while suites run. */
export class TemplateCoverage {
  readonly #watched = new Map<string, { readonly file: string; readonly template: WatchedTemplate }>();

  /** @param nameOf - a file as reports name it, by its absolute path */
  constructor(private readonly nameOf: (path: string) => string) {}

  /**
   * Who watches the templates of a test. Templates that stand in the suite itself are not counted.
   *
   * @param folder - where paths are meant from
   */
  watchTemplates(sources: readonly Source[], folder: string): TemplateWatch {
    const paths = sources.flatMap((source) => (typeof source === "string" ? [resolve(folder, source)] : []));
    return {
      rego: (kind, modules) => this.#find(kind, paths)?.watchRego(modules) ?? {},
      cel: (kind, expressions) => this.#find(kind, paths)?.watchCel(expressions) ?? { evaluated: () => undefined },
    };
  }

  /** What is known by now. */
  marks(): CoverageMarks {
    return new Map([...this.#watched].map(([key, { file, template }]) => [key, { file, marks: template.marks() }]));
  }

  #find(kind: string, paths: readonly string[]): WatchedTemplate | undefined {
    const place = findTemplate(kind, paths);
    if (place === undefined) return undefined;
    const file = this.nameOf(place.path);
    const key = `${file}\0${kind}`;
    const known = this.#watched.get(key);
    if (known !== undefined) return known.template;
    const template = new WatchedTemplate(place.document);
    this.#watched.set(key, { file, template });
    return template;
  }
}

/** What was evaluated of every file by all together, in the order of their names. */
export const describeCoverage = (parts: readonly CoverageMarks[]): readonly TemplateLines[] => {
  const whole = new Map<string, CoverageEntry>();
  for (const [key, { file, marks }] of parts.flatMap((part) => [...part])) {
    const known = whole.get(key);
    whole.set(key, { file, marks: known === undefined ? marks : joinMarks(known.marks, marks) });
  }
  const entries = [...whole].sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([, { file, marks }]) => describeMarks(file, marks));
};

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
