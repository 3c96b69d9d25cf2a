import { resolve } from "node:path";
import type { Fault, Outcome } from "@ostiary/gatekeeper";
import { readDocuments } from "../check/read-file.js";
import type { Source } from "./suite-model.js";

/** Reads what suites refer to, every file once for all who ask. */
export class SourceDocuments {
  readonly #read = new Map<string, Outcome<readonly unknown[]>>();

  /** @param folder - where paths are meant from */
  constructor(private readonly folder: string) {}

  /** The objects that a source stands for, in their order. */
  load(source: Source): Outcome<readonly unknown[]> {
    if (typeof source !== "string") return succeed([source]);
    const known = this.#read.get(source) ?? readObjects(source, resolve(this.folder, source));
    this.#read.set(source, known);
    return known;
  }

  /** The objects of several sources. */
  loadAll(sources: readonly Source[]): Outcome<readonly unknown[]> {
    const objects: unknown[] = [];
    for (const source of sources) {
      const read = this.load(source);
      if (!read.ok) return read;
      objects.push(...read.value);
    }
    return succeed(objects);
  }

  /** The one object of a source. */
  loadOne(source: Source): Outcome<unknown> {
    const read = this.load(source);
    if (!read.ok) return read;
    const [object] = read.value;
    if (read.value.length === 1) return succeed(object);
    return fail("not-one-object", `\`${source}\` holds ${read.value.length} objects, and one is wanted`);
  }
}

const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

const fail = (code: string, message: string): { readonly ok: false; readonly error: Fault } => ({
  ok: false,
  error: { code, message },
});

const readObjects = (name: string, path: string): Outcome<readonly unknown[]> => {
  const objects: unknown[] = [];
  for (const { document, problem } of readDocuments({ name, path })) {
    if (problem !== undefined) return unreadable(name, problem.message);
    const error = document.problems.find(({ severity }) => severity === "error");
    if (error !== undefined) return unreadable(`${name}:${error.line}:${error.column}`, error.message);
    if (document.kind === "object") objects.push(document.value);
  }
  return succeed(objects);
};

const unreadable = (place: string, message: string): { readonly ok: false; readonly error: Fault } =>
  fail("unreadable", `\`${place}\`: ${message}`);
