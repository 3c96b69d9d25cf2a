import type { LocatedText } from "./located-text.js";
import type {
  FieldPath,
  ListDocument,
  ManifestDocument,
  ObjectDocument,
  ReadProblem,
  SourceRange,
  UnreadableDocument,
} from "./manifest-document.js";

/** Where an object was read. */
export interface Place {
  readonly file?: string;
  readonly source?: string;
  readonly document: number;
  readonly located: LocatedText;
  /** Path of the object in its document; empty unless it is an item of a list. */
  readonly path: FieldPath;
}

type Content =
  | Pick<ObjectDocument, "kind" | "item" | "value" | "problems">
  | Pick<ListDocument, "kind" | "value" | "problems">
  | Pick<UnreadableDocument, "kind" | "problems">;

/** Puts together what was read and where. Lines and positions are found out when they are asked for. */
export const documentAt = (place: Place, content: Content): ManifestDocument => {
  const { file, source, document, located, path } = place;
  const position = (inner: FieldPath): SourceRange =>
    content.kind === "unreadable" ? located.beginning() : located.position([...path, ...inner]);
  const keyPosition = (inner: FieldPath): SourceRange =>
    content.kind === "unreadable" ? located.beginning() : located.keyPosition([...path, ...inner]);
  return {
    ...content,
    ...(file === undefined ? undefined : { file }),
    ...(source === undefined ? undefined : { source }),
    document,
    get line() {
      return position([]).line;
    },
    position,
    keyPosition,
    excerpt: (range) => located.excerpt(range),
  };
};

/** A manifest is an object: anything else is read, and told. */
export const shapeProblems = (value: unknown, { located, path }: Place): readonly ReadProblem[] => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return [];
  const { line, column } = located.position(path);
  const message = `a manifest is an object, this is ${Array.isArray(value) ? "a list" : "a single value"}`;
  return [{ severity: "error", code: "not-an-object", message, line, column }];
};
