import type { Encoding } from "./decode-bytes.js";
import { jsonObjects, type TextPart } from "./json-stream.js";
import { isList, listItems } from "./list-items.js";
import { LocatedText, latestEvents } from "./located-text.js";
import type { ManifestDocument, ReadOptions } from "./manifest-document.js";
import { parseJson, type ReadJson } from "./parse-json.js";
import { firstDocument } from "./parse-yaml.js";
import { documentAt, type Place, shapeProblems } from "./place.js";
import { type Remark, Remarks } from "./remarks.js";
import type { Dialect } from "./scalar.js";
import { SourceText } from "./source-text.js";
import type { DocumentChunk } from "./split-documents.js";

const DEFAULT_DOCUMENT_LENGTH = 16 * 1024 * 1024;
const DEFAULT_DEPTH = 500;
const NOT_JSON: Remark = {
  severity: "error",
  code: "syntax",
  message: "not a JSON object, in a stream of JSON objects",
  offset: 0,
};
const JSON_OBJECT = /^\s*\{/;

/** The longest document that a reader with these options takes, in UTF-16 code units. */
export const longestDocument = (options: ReadOptions): number =>
  options.limits?.documentLength ?? DEFAULT_DOCUMENT_LENGTH;

/** Reads the documents of one stream one after the other, and counts them. */
export class DocumentReader {
  readonly #file: string | undefined;
  readonly #depth: number;
  readonly #longest: number;
  readonly #latest = latestEvents();
  readonly #encoding: Encoding;
  readonly #dialect: Dialect;
  #next = 0;

  /**
   * @param options - name of the file and limits
   * @param encoding - whether the stream's bytes were text; default: they were
   */
  constructor(options: ReadOptions, encoding: Encoding = "sound") {
    this.#encoding = encoding;
    this.#dialect = options.booleans === "1.2" ? "yaml-1.2" : "yaml";
    this.#file = options.file;
    this.#depth = options.limits?.depth ?? DEFAULT_DEPTH;
    this.#longest = longestDocument(options);
  }

  /** Reads what stands between two separators: nothing, a document, a list with its items, or a stream of JSON. */
  *read(chunk: DocumentChunk): Generator<ManifestDocument> {
    const source = new SourceText(chunk.text, chunk.firstLine);
    const whole = { text: chunk.text, offset: 0 };
    const failure = this.#refusal(chunk);
    if (failure !== undefined) yield this.#unreadable(this.#locate(source, whole), failure);
    else if (JSON_OBJECT.test(chunk.text)) yield* this.#readJson(source, whole);
    else yield* this.#readYaml(source, whole);
  }

  *#readJson(source: SourceText, part: TextPart): Generator<ManifestDocument> {
    const json = parseJson(part.text, this.#depth);
    if (json.kind !== "other") {
      yield* this.#fromJson(json, this.#locate(source, part));
      return;
    }
    const objects = jsonObjects(part.text);
    if (objects.length === 1) yield* this.#readYaml(source, part);
    else for (const object of objects) yield* this.#readObject(source, object);
  }

  /** One of several JSON objects: YAML is not accepted there. */
  *#readObject(source: SourceText, part: TextPart): Generator<ManifestDocument> {
    const json = parseJson(part.text, this.#depth);
    const located = this.#locate(source, part);
    if (json.kind !== "other") yield* this.#fromJson(json, located);
    else yield this.#unreadable(located, NOT_JSON);
  }

  #fromJson(json: ReadJson, located: LocatedText): Generator<ManifestDocument> {
    if (json.kind === "delicate") return this.#compose(located, "json");
    return this.#documents(json.value, located, new Remarks());
  }

  #readYaml(source: SourceText, part: TextPart): Generator<ManifestDocument> {
    return this.#compose(this.#locate(source, { ...part, text: firstDocument(part.text) }), this.#dialect);
  }

  *#compose(located: LocatedText, dialect: Dialect): Generator<ManifestDocument> {
    const remarks = new Remarks();
    const value = located.read(remarks, dialect);
    if (remarks.failure === undefined) yield* this.#documents(value, located, remarks);
    else yield this.#unreadable(located, remarks.failure);
  }

  *#documents(value: unknown, located: LocatedText, remarks: Remarks): Generator<ManifestDocument> {
    if (value === null) return;
    const document = this.#next++;
    const place = this.#place(located, document);
    const problems = remarks.notes.map((remark) => located.problem(remark));
    if (!isList(value)) {
      yield documentAt(place, { kind: "object", value, problems: [...problems, ...shapeProblems(value, place)] });
      return;
    }
    yield documentAt(place, { kind: "list", value, problems });
    for (const { index, path, value: item } of listItems(value)) {
      const itemPlace = { ...place, path };
      yield documentAt(itemPlace, {
        kind: "object",
        item: index,
        value: item,
        problems: shapeProblems(item, itemPlace),
      });
    }
  }

  #unreadable(located: LocatedText, remark: Remark): ManifestDocument {
    const problems = [located.failure(remark)];
    return documentAt(this.#place(located, this.#next++), { kind: "unreadable", problems });
  }

  /** Why a text need not be looked at. */
  #refusal({ text, tooLong }: DocumentChunk): Remark | undefined {
    if (tooLong) {
      const message = `the document is longer than ${this.#longest} characters`;
      return { severity: "error", code: "too-large", message, offset: 0 };
    }
    const replaced = this.#encoding === "damaged" ? text.indexOf("\uFFFD") : -1;
    const nul = text.indexOf("\0");
    if (nul >= 0) return { severity: "error", code: "binary", message: "the document has a null byte", offset: nul };
    if (replaced < 0) return undefined;
    return { severity: "error", code: "invalid-encoding", message: "the document is not UTF-8", offset: replaced };
  }

  #locate(source: SourceText, part: TextPart): LocatedText {
    return new LocatedText(source, part, this.#depth, this.#latest);
  }

  #place(located: LocatedText, document: number): Place {
    const { helmSource } = located;
    return {
      ...(this.#file === undefined ? {} : { file: this.#file }),
      ...(helmSource === undefined ? {} : { source: helmSource }),
      document,
      located,
      path: [],
    };
  }
}
