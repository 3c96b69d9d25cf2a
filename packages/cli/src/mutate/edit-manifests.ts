import type { Json } from "@ostiary/core";
import { createPatch, type PatchOperation } from "@ostiary/gatekeeper";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { patchSplices } from "./patch-splices.js";
import { indentLines, type PrintStyle, printBlock, printFlow } from "./print-value.js";
import { readSourceTrees, type SourceValue } from "./source-tree.js";
import { applySplices, lineStart, type Splice } from "./splice.js";

/** What an object shall become. */
export interface ObjectChange {
  readonly object: Json;
  /** As `createPatch` makes it of the object that was read and of the other one. */
  readonly patch: readonly PatchOperation[];
}

/** A text in which objects were changed. */
export interface EditedText {
  readonly text: string;
  /** Objects that had to be written anew: their comments and their layout are lost. */
  readonly rewritten: readonly ObjectDocument[];
}

/**
 * Changes objects in a text and leaves all else as it is written: comments, order, quotes, layout. The new text is read again,
 * and is only given back if it holds what it shall.
 *
 * @param text - what was read
 * @param documents - all objects that were read of it, in their order
 * @param changes - those of them that change
 * @returns `undefined` when the text cannot be changed so, e.g. when objects that do not change share parts with those that do
 */
export const editManifests = (
  text: string,
  documents: readonly ObjectDocument[],
  changes: ReadonlyMap<ObjectDocument, ObjectChange>,
): EditedText | undefined => {
  const source = new EditedSource(text, documents, changes);
  // At worst the first attempt finds objects that have to be written anew.
  return source.attempt() ?? source.attempt();
};

const BYTE_ORDER_MARK = "\uFEFF";

class EditedSource {
  readonly #mark: string;
  readonly #text: string;
  readonly #offsets: ReadonlyMap<ObjectDocument, number>;
  readonly #trees: ReadonlyMap<number, SourceValue>;
  readonly #rewritten = new Set<ObjectDocument>();
  readonly #lineBreak: string;

  constructor(
    text: string,
    private readonly documents: readonly ObjectDocument[],
    private readonly changes: ReadonlyMap<ObjectDocument, ObjectChange>,
  ) {
    this.#mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.#text = text.slice(this.#mark.length);
    this.#lineBreak = this.#text.includes("\r\n") ? "\r\n" : "\n";
    const starts = lineStarts(this.#text);
    this.#offsets = new Map(Array.from(changes.keys(), (document) => [document, offsetOf(document, starts)]));
    this.#trees = readSourceTrees(this.#text, new Set(this.#offsets.values()));
  }

  /** Changes all objects; `undefined` when the text would not hold what it shall. */
  attempt(): EditedText | undefined {
    const splices: Splice[] = [];
    for (const [document, change] of this.changes) {
      const own = this.#spliceObject(document, change);
      if (own === undefined) return undefined;
      splices.push(...own);
    }
    const text = `${this.#mark}${applySplices(this.#text, splices.map(this.#withLineBreaks))}`;
    const wrong = this.#findWrong(text);
    for (const document of wrong) this.#rewritten.add(document);
    return wrong.length === 0 ? { text, rewritten: [...this.#rewritten] } : undefined;
  }

  #spliceObject(document: ObjectDocument, { object, patch }: ObjectChange): readonly Splice[] | undefined {
    const tree = this.#trees.get(this.#offsets.get(document) ?? -1);
    if (tree === undefined) return undefined;
    const style = this.#styleOf(tree);
    const splices = this.#rewritten.has(document) ? undefined : patchSplices(this.#text, tree, patch, style);
    if (splices !== undefined) return splices;
    this.#rewritten.add(document);
    return [this.#rewrite(tree, object, style)];
  }

  #rewrite({ start, end, style }: SourceValue, object: Json, printStyle: PrintStyle): Splice {
    if (style === "flow") return { start, end, text: printFlow(object, printStyle) };
    const text = indentLines(printBlock(object, printStyle), start - lineStart(this.#text, start)).trimStart();
    const written = this.#text.slice(start, end);
    return { start, end, text: `${text}${written.slice(written.trimEnd().length)}` };
  }

  #styleOf({ start, end }: SourceValue): PrintStyle {
    const written = this.#text.slice(start, end);
    return {
      syntax: /^\{\s*"/.test(written) ? "json" : "yaml",
      lists: /^( *)(?:- +)*[^\s#-].*:[ \t]*\r?\n\1- /m.test(written) ? "flush" : "indented",
    };
  }

  readonly #withLineBreaks = (splice: Splice): Splice => ({
    ...splice,
    text: splice.text.replaceAll("\n", this.#lineBreak),
  });

  /** The objects that are not what they shall be; when there are others than these objects, all that were changed. */
  #findWrong(text: string): readonly ObjectDocument[] {
    const read = [...readManifests(text)].filter((document) => document.kind === "object");
    if (read.length !== this.documents.length) return [...this.changes.keys()];
    return this.documents.filter((document, index) => {
      const wanted = this.changes.get(document)?.object ?? document.value;
      // Both are JSON, as it comes from readers.
      return createPatch(wanted as Json, (read[index]?.value ?? null) as Json).length > 0;
    });
  }
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: lineBreak }) => index + lineBreak.length),
];

const offsetOf = (document: ObjectDocument, starts: readonly number[]): number => {
  const { line, column } = document.position([]);
  return (starts[line - 1] ?? 0) + column - 1;
};
