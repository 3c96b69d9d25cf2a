import { readManifests } from "@ostiary/manifests";
import { writeJson } from "@ostiary/report";
import { readIdentity } from "../check/identity.js";
import { indentJson } from "../rego/indent-json.js";
import type { MutatedFile, MutatedObject } from "./mutate-files.js";
import { holdsMutator } from "./mutation-files.js";

/** Writes what became of all files, as one text. */
type Writer = (files: readonly MutatedFile[]) => string | Promise<string>;

const SEPARATOR = /^---[ \t]*(?:#.*)?\r?\n?/m;

/** The objects as they are now, as one stream; mutators are left out. */
const writeYaml: Writer = (files) =>
  files
    .flatMap(({ newText, documents }) => (documents.some(holdsMutator) ? withoutMutators(newText) : [newText]))
    .filter((text) => text.trim() !== "")
    .map((text) => (text.endsWith("\n") ? text : `${text}\n`))
    .join("---\n")
    .replace(/^(?:---\n)+/, "");

const withoutMutators = (text: string): readonly string[] =>
  text.split(SEPARATOR).filter((part) => {
    const objects = [...readManifests(part)].filter((document) => document.kind === "object");
    return objects.length > 0 && !objects.every(holdsMutator);
  });

const CONTEXT = 3;

/** A unified diff of the files, as `patch -p1` and `git apply` take it. */
const writeDiff: Writer = async (files) => {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  return files
    .filter(({ text, newText }) => text !== newText)
    .map(({ name, text, newText }) =>
      createTwoFilesPatch(`a/${name}`, `b/${name}`, text, newText, undefined, undefined, {
        context: CONTEXT,
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join("");
};

const describeObject = (file: string, { document }: MutatedObject) => ({
  file,
  line: document.line,
  ...readIdentity(document.value),
});

/** The patch (RFC 6902) of every object that changes. */
const writePatches: Writer = (files) => {
  const patches = files.flatMap(({ name, objects }) =>
    objects.filter(({ mutated }) => mutated).map((one) => ({ ...describeObject(name, one), patch: one.patch })),
  );
  return `${indentJson(writeJson(patches))}\n`;
};

/** Everything that is known, for programs. */
const writeReport: Writer = (files) => {
  const objects = files.flatMap(({ name, objects: own }) =>
    own.map((one) => {
      const { mutated, iterations, patch, trace, object } = one;
      return { ...describeObject(name, one), mutated, iterations, patch, trace, object };
    }),
  );
  const problems = files.flatMap((file) => file.problems.map(({ excerpt: _, ...problem }) => problem));
  return `${indentJson(writeJson({ objects, problems }))}\n`;
};

const WRITERS: Readonly<Record<string, Writer>> = {
  yaml: writeYaml,
  diff: writeDiff,
  "json-patch": writePatches,
  json: writeReport,
};

/** The names of the formats of `ostiary mutate`. */
export const MUTATION_FORMATS: readonly string[] = Object.keys(WRITERS);

/** Writes what became of files in one of {@link MUTATION_FORMATS}. */
export const writeMutation = async (format: string, files: readonly MutatedFile[]): Promise<string> =>
  (await WRITERS[format]?.(files)) ?? "";
