import { basename, extname } from "node:path";
import type { ModuleSource, Value } from "@ostiary/rego";
import { isMembers, mergeDocuments, rootDocument } from "./merge-documents.js";
import { type DocumentReading, readJsonDocument, readJsonOrYaml, readYamlDocument } from "./read-document.js";
import { readTextFile } from "./read-text.js";
import { type WalkedFile, walkFiles } from "./walk-files.js";

/** What is to be loaded. */
export interface LoadRequest {
  /** Files and folders with `.rego`, `.json` and `.yaml`; `a.b:path` puts documents below `data.a.b`. */
  readonly data?: readonly string[];
  /** Folders that are bundles: of documents only those called `data`, each below the path of its folder. */
  readonly bundles?: readonly string[];
  /** Patterns of names to leave out. */
  readonly ignore?: readonly string[];
  /** Whether documents are loaded too. Default `loaded`. */
  readonly documents?: "loaded" | "ignored";
  readonly workingDirectory: string;
}

/** Policies and base documents; whatever could not be read is among the problems. */
export interface LoadedPolicies {
  readonly modules: readonly ModuleSource[];
  readonly data: Value;
  /** One line each, with the file in front. */
  readonly problems: readonly string[];
}

/** Loads policies and documents as OPA's commands do. */
export const loadPolicies = (request: LoadRequest): LoadedPolicies => {
  const loader = new Loader(request);
  for (const path of request.data ?? []) loader.addData(path);
  for (const path of request.bundles ?? []) loader.addBundle(path);
  return loader;
};

type DocumentReader = (text: string) => DocumentReading;

const DOCUMENT_READERS: Readonly<Record<string, DocumentReader>> = {
  ".json": readJsonDocument,
  ".yaml": readYamlDocument,
  ".yml": readYamlDocument,
};
const BUNDLE_DOCUMENT = /^data\.(?:json|ya?ml)$/;
const PACKED = /\.(?:tar|tgz|gz|zip)$/i;

class Loader implements LoadedPolicies {
  readonly modules: ModuleSource[] = [];
  readonly problems: string[] = [];
  data: Value = {};
  readonly #known = new Set<string>();

  constructor(private readonly request: LoadRequest) {}

  addData(argument: string): void {
    const { prefix, path } = splitPrefix(argument);
    for (const file of this.#walk(path)) this.#addFile(file, [...prefix, ...file.folders]);
  }

  addBundle(path: string): void {
    for (const file of this.#walk(path)) {
      if (file.isNamed) this.#report(file.name, "is no folder: packed bundles are not supported");
      else if (extname(file.name) === ".rego") this.#addModule(file);
      else if (BUNDLE_DOCUMENT.test(basename(file.name))) this.#addFile(file, file.folders);
    }
  }

  #walk(path: string): Iterable<WalkedFile> {
    const { workingDirectory, ignore = [] } = this.request;
    return walkFiles(path, { workingDirectory, ignore, report: (name, message) => this.#report(name, message) });
  }

  #addFile(file: WalkedFile, place: readonly string[]): void {
    const extension = extname(file.name);
    const reader = Object.hasOwn(DOCUMENT_READERS, extension) ? DOCUMENT_READERS[extension] : undefined;
    const isIgnored = this.request.documents === "ignored";
    if (extension === ".rego" || (isIgnored && file.isNamed && reader === undefined)) this.#addModule(file);
    else if (isIgnored) return;
    else if (reader !== undefined) this.#addDocument(file, place, reader);
    else if (file.isNamed) this.#addUnknown(file, place);
  }

  /** A file without a telling name counts as what it can be read as, if it was asked for. */
  #addUnknown(file: WalkedFile, place: readonly string[]): void {
    if (PACKED.test(file.name)) this.#report(file.name, "packed bundles are not supported");
    else this.#addDocument(file, place, readJsonOrYaml);
  }

  #addModule({ name, path }: WalkedFile): void {
    if (this.#known.has(path)) return;
    this.#known.add(path);
    const reading = readTextFile(path);
    if (reading.ok) this.modules.push({ file: name, source: reading.text });
    else this.#report(name, reading.message);
  }

  #addDocument({ name, path }: WalkedFile, place: readonly string[], read: DocumentReader): void {
    const reading = readTextFile(path);
    const document = reading.ok ? read(reading.text) : reading;
    if (!document.ok) {
      this.#report(name, document.message);
      return;
    }
    const rooted = rootDocument(place, document.value);
    const merged = mergeDocuments(this.data, rooted);
    if (!isMembers(rooted)) this.#report(name, "a document that is put at `data` itself must be an object");
    else if (merged === undefined) this.#report(name, "the document and one before it both have a value at one place");
    else this.data = merged;
  }

  #report(name: string, message: string): void {
    this.problems.push(`${name}: ${message}`);
  }
}

/** The beginning of an absolute path of Windows. Behind a place for documents no path begins so elsewhere. */
const DRIVE = /^[a-z]:\\/i;

/** `a.b:path` is a path with a place for its documents; an address is a path alone. */
const splitPrefix = (argument: string): { readonly prefix: readonly string[]; readonly path: string } => {
  const local = argument.replace(/^file:\/\//, "");
  const colon = local.indexOf(":");
  if (colon <= 0 || DRIVE.test(local)) return { prefix: [], path: local };
  return { prefix: local.slice(0, colon).split("."), path: local.slice(colon + 1) };
};
