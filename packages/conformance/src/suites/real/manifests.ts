import { join } from "node:path";
import type { ManifestDocument } from "@ostiary/manifests";
import { readDocuments } from "ostiary/check";

/** Names a document, or an item of a list, as every file of the collection does. */
export interface DocumentPlace {
  readonly file: string;
  /** Counted from 0, documents without content left out. */
  readonly document: number;
  /** Position among the items of a List, from 0. */
  readonly item?: number;
}

/** The manifest files, each read once, as `ostiary check` reads them. */
export class Manifests {
  readonly #folder: string;
  readonly #files = new Map<string, ReadonlyMap<string, ManifestDocument>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The documents of a file by their names, in their order. */
  read(file: string): ReadonlyMap<string, ManifestDocument> {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const documents = [...readDocuments({ name: file, path: join(this.#folder, file) })].map((item) => {
      if (item.problem !== undefined) throw new Error(`${file}: ${item.problem.message}`);
      return item.document;
    });
    const named = new Map(documents.map((document) => [nameDocument({ ...document, file }), document]));
    this.#files.set(file, named);
    return named;
  }

  /** A document, or an item of a list. */
  find(place: DocumentPlace): ManifestDocument | undefined {
    return this.read(place.file).get(nameDocument(place));
  }
}

/** The name of a document for people, unique in the collection. */
export const nameDocument = ({ file, document, item }: DocumentPlace): string =>
  `${file}#${document}${item === undefined ? "" : `.${item}`}`;
