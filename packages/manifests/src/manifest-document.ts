/** Where a value lies in an object: property names as strings, list positions (from 0) as numbers. */
export type FieldPath = readonly (string | number)[];

/**
 * A stretch of a file. Lines and columns count from 1, columns in UTF-16 code units (SARIF's `utf16CodeUnits`), a
 * byte-order mark not counted; the end column is exclusive.
 */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** False when the field asked for is absent and this is its nearest existing ancestor. */
  readonly exact: boolean;
}

/** One line of a file, as an excerpt shows it. */
export interface SourceLine {
  /** Number of the line in its file, from 1. */
  readonly line: number;
  /** Its text, without the line break. */
  readonly text: string;
}

/** What can be wrong with a document. */
export type ReadProblemCode =
  | "alias-bomb"
  | "binary"
  | "complex-key"
  | "duplicate-key"
  | "invalid-encoding"
  | "invalid-tag-value"
  | "merge"
  | "non-finite-number"
  | "not-an-object"
  | "null-key"
  | "octal-number"
  | "syntax"
  | "tab-indentation"
  | "template-placeholder"
  | "too-deep"
  | "too-large"
  | "undefined-alias"
  | "unknown-tag";

/** Something to tell about the text of a document. An error does not always make the document unreadable: see its kind. */
export interface ReadProblem {
  readonly severity: "error" | "warning";
  readonly code: ReadProblemCode;
  readonly message: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** Column in UTF-16 code units, from 1. */
  readonly column: number;
}

interface DocumentBase {
  /** Name of the file, as given to the reader. */
  readonly file?: string;
  /** Position of the document in its file, from 0. Documents without content and `null` documents are not counted. */
  readonly document: number;
  /** The chart's template the document was rendered from, as `helm template` notes it in a comment. */
  readonly source?: string;
  /** The line where the content of the document (or of the list's item) begins, from 1. */
  readonly line: number;
  /** Errors and warnings about the text, in its order. */
  readonly problems: readonly ReadProblem[];
  /**
   * Where the value at a path is written. The work is done at the first call, and only then.
   *
   * @param path - path in `value`; a field without a written value (`emptyDir:`) is where its key is
   */
  position(path: FieldPath): SourceRange;
  /**
   * Where the key that leads to a path is written: what is told of a field itself, and not of its value. An item of a list has none and
   * is found where it is.
   */
  keyPosition(path: FieldPath): SourceRange;
  /** The lines that a range touches. */
  excerpt(range: SourceRange): readonly SourceLine[];
}

/** A document, or an item of a list, that could be read. Its value need not be an object: then a problem says so. */
export interface ObjectDocument extends DocumentBase {
  readonly kind: "object";
  /** Position in `items` of the (outermost) list that holds the object; absent where it is a document of its own. */
  readonly item?: number;
  /** The JSON value, with `bigint` for integers beyond 2^53. Aliased parts are shared, not copied. */
  readonly value: unknown;
}

/** A list (`v1` `List`, `PodList` and the like). Its items follow as documents of their own. */
export interface ListDocument extends DocumentBase {
  readonly kind: "list";
  readonly value: { readonly [key: string]: unknown };
}

/** A document that Kubernetes would refuse to read. The first error among its problems tells why. */
export interface UnreadableDocument extends DocumentBase {
  readonly kind: "unreadable";
}

/** What a reader yields for each document of a stream. */
export type ManifestDocument = ObjectDocument | ListDocument | UnreadableDocument;

/** Bounds of what a reader accepts. */
export interface ReadLimits {
  /** Longest document, in UTF-16 code units. Default 16,777,216. A longer one is unreadable; those after it are read. */
  readonly documentLength?: number;
  /** Deepest nesting of collections. Default 500. */
  readonly depth?: number;
}

/** Options of {@link readManifests} and {@link createManifestReader}. */
export interface ReadOptions {
  /** Name of the file, repeated in every document. */
  readonly file?: string;
  readonly limits?: ReadLimits;
  /**
   * Which unquoted words are booleans: with `1.1` those of YAML 1.1, `yes` and `on` among them, as Kubernetes reads them; with
   * `1.2` only `true` and `false`. Default `1.1`.
   */
  readonly booleans?: "1.1" | "1.2";
}
