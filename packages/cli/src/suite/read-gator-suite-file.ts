import { type GatorSuite, readGatorSuite } from "@ostiary/gatekeeper";
import type { FieldPath, ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import type { InputFile } from "../check/find-files.js";
import { placeIn } from "../check/policy-document.js";
import { decodeDocument } from "../gator/decode-document.js";
import type { Suite } from "./suite-model.js";

/** A suite of gator, as gator reads it, and what is wrong with it. */
export const readGatorSuiteFile = (
  text: string,
  document: ObjectDocument,
  file: InputFile,
): { readonly suite?: Suite; readonly problems: readonly FileProblem[] } => {
  // In a suite a plain `yes` is a text, unlike in what Kubernetes reads.
  const decoded = decodeDocument(text);
  const read = decoded.ok ? readGatorSuite(decoded.value) : decoded;
  if (!read.ok) {
    const { code, message } = read.error;
    return { problems: [{ ...placeIn(document, file.name, []), severity: "error", code, message }] };
  }
  return { suite: fromGator(read.value, document, file), problems: [] };
};

const fromGator = ({ skip, tests }: GatorSuite, document: ObjectDocument, { name, path }: InputFile): Suite => {
  const lineOf = (place: FieldPath): number => document.position(place).line;
  return {
    file: name,
    path,
    manner: "gator",
    skip,
    tests: tests.map((test, index) => ({
      ...NO_TEST,
      name: test.name,
      skip: test.skip,
      templates: [test.template],
      constraints: [test.constraint],
      expansions: test.expansion === "" ? [] : [test.expansion],
      invalid: test.invalid,
      line: lineOf(["tests", index]),
      cases: test.cases.map((one, place) => ({
        ...NO_CASE,
        name: one.name,
        skip: one.skip,
        object: one.object,
        inventory: one.inventory,
        assertions: one.assertions,
        line: lineOf(["tests", index, "cases", place]),
      })),
    })),
  };
};

const NO_TEST = { policies: [], level: undefined, version: undefined, profile: undefined, release: undefined } as const;

const NO_CASE = {
  oldObject: undefined,
  operation: undefined,
  userInfo: undefined,
  namespace: undefined,
  parameters: undefined,
  mutators: [],
  providers: undefined,
  expectObject: undefined,
  expectPatch: undefined,
} as const;
