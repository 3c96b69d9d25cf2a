import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type ManifestDocument, readManifests } from "../src/index.js";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const collection = join(resolve(repository, process.env["OSTIARY_CONFORMANCE"] ?? "../shared/conformance"), "real");
const index = join(collection, "documents.jsonl");

interface Line {
  readonly file: string;
  readonly document: number;
  readonly item?: number;
  readonly status: string;
  readonly jsonSha256?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sorted = (_key: string, value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;

const hash = (value: unknown): string => createHash("sha256").update(JSON.stringify(value, sorted)).digest("hex");

const outcome = (document: ManifestDocument) => ({
  document: document.document,
  ...(document.kind === "object" && document.item !== undefined ? { item: document.item } : {}),
  status: document.kind === "unreadable" ? "unreadable" : "readable",
  ...(document.kind === "unreadable" || ("item" in document && document.item !== undefined)
    ? {}
    : { jsonSha256: hash(document.value) }),
});

const expected = ({ document, item, status, jsonSha256 }: Line) => ({
  document,
  ...(item === undefined ? {} : { item }),
  status: status === "parse-error" ? "unreadable" : "readable",
  ...(jsonSha256 === undefined ? {} : { jsonSha256 }),
});

describe.skipIf(!existsSync(index))(
  "real manifests are read as Kubernetes reads them (skipped where the collection is missing: set OSTIARY_CONFORMANCE)",
  () => {
    const byFile = new Map<string, Line[]>();
    const lines = existsSync(index) ? readFileSync(index, "utf8").split("\n").filter(Boolean) : [];
    for (const text of lines) {
      // The format of a line is the collection's own, described in its README.
      const line = JSON.parse(text) as Line;
      byFile.set(line.file, [...(byFile.get(line.file) ?? []), line]);
    }

    it.each([...byFile])("%s", (file, documents) => {
      const bytes = readFileSync(join(collection, "manifests", file));
      expect([...readManifests(bytes)].map(outcome)).toEqual(documents.map(expected));
    });
  },
);
