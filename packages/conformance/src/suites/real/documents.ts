import { createHash } from "node:crypto";
import type { ManifestDocument } from "@ostiary/manifests";
import { canonicalJson } from "../../canonical-json.js";
import { compare } from "../../compare.js";
import { readJsonLines } from "../../json-lines.js";
import type { CaseFile, ConformanceCase, Outcome } from "../../suite.js";
import { type DocumentPlace, type Manifests, nameDocument } from "./manifests.js";
import { weighWrongType } from "./wrong-type.js";

/** How Kubernetes reads a document. */
interface Line extends DocumentPlace {
  readonly status: "ok" | "unregistered" | "list" | "decode-error" | "parse-error";
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  /** The reference's words for what it cannot read or decode. */
  readonly error?: string;
  readonly jsonSha256?: string;
}

const KIND_OF_STATUS = {
  ok: "object",
  unregistered: "object",
  list: "list",
  "decode-error": "object",
  "parse-error": "unreadable",
} as const satisfies Record<Line["status"], ManifestDocument["kind"]>;

/** Every document of the collection, and that there is none beside them. */
export const documents = (manifests: Manifests): CaseFile => ({
  names: /^documents\.jsonl$/,
  list: (path) => {
    const lines = readJsonLines<Line>(path);
    const cases = lines.map((line) => ({ id: nameDocument(line), judge: () => judge(line, manifests.find(line)) }));
    return [...cases, ...superfluous(lines, manifests)];
  },
});

const judge = (line: Line, document: ManifestDocument | undefined): Outcome => {
  const { status, apiVersion, kind, name, namespace, jsonSha256 } = line;
  const reading = compare(
    { reads: document?.kind, ...(document && identify(document)), jsonSha256: jsonSha256 && hash(document) },
    { reads: KIND_OF_STATUS[status], apiVersion, kind, name, namespace, jsonSha256 },
  );
  if (reading.kind !== "passed" || status !== "decode-error" || document?.kind !== "object") return reading;
  return weighWrongType(document.value, line.error ?? "");
};

const hash = (document: ManifestDocument | undefined): string | undefined => {
  if (document === undefined || document.kind === "unreadable") return undefined;
  return createHash("sha256").update(canonicalJson(document.value)).digest("hex");
};

type Fields = Readonly<Record<string, unknown>>;

/** What a document says of itself; of an unreadable one nothing is known. */
const identify = (document: ManifestDocument): Fields => {
  if (document.kind === "unreadable") return {};
  const object = fieldsOf(document.value);
  const metadata = fieldsOf(object["metadata"]);
  return {
    apiVersion: object["apiVersion"],
    kind: object["kind"],
    name: metadata["name"] ?? metadata["generateName"],
    namespace: metadata["namespace"],
  };
};

// What is neither null nor a scalar has fields.
const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});

/** Documents that we find where the reference sees none. */
const superfluous = (lines: readonly Line[], manifests: Manifests): readonly ConformanceCase[] => {
  const expected = new Set(lines.map(nameDocument));
  const files = new Set(lines.map(({ file }) => file));
  const names = [...files].flatMap((file) => namesIn(file, manifests));
  const judge = (): Outcome => ({ kind: "failed", difference: "the reference sees no such document" });
  return names.filter((name) => !expected.has(name)).map((id) => ({ id, judge }));
};

/** A file that cannot be read has no documents; each of the expected ones fails for that already. */
const namesIn = (file: string, manifests: Manifests): readonly string[] => {
  try {
    return [...manifests.read(file).keys()];
  } catch {
    return [];
  }
};
