import { readFileSync } from "node:fs";
import { type GatorSuite, isGatorSuite, readGatorSuite } from "@ostiary/gatekeeper";
import type { FieldPath, ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { describeIssues } from "../check/configuration.js";
import type { InputFile } from "../check/find-files.js";
import { readIdentity } from "../check/identity.js";
import { placeIn } from "../check/policy-document.js";
import { describeReadError, fileProblem } from "../check/problem.js";
import { readDocuments } from "../check/read-file.js";
import { decodeDocument } from "../gator/decode-document.js";
import { readProviderAnswers } from "../mutate/provider-answers.js";
import type { Suite, SuiteCase, SuiteTest } from "./suite-model.js";
import { SUITE_API_VERSION, type SuiteDocument, suiteSchema } from "./suite-schema.js";

/** The suites in files, and what is wrong with them. Files that hold none are passed over. */
export interface ReadSuites {
  readonly suites: readonly Suite[];
  readonly problems: readonly FileProblem[];
}

type SuiteReading = { readonly suite?: Suite; readonly problems: readonly FileProblem[] };

/** Reads the suites in files; the first document of a file counts. */
export const readSuites = (files: readonly InputFile[]): ReadSuites => {
  const readings = files.map(readSuite);
  return {
    suites: readings.flatMap(({ suite }) => (suite === undefined ? [] : [suite])),
    problems: readings.flatMap(({ problems }) => problems),
  };
};

const NOTHING: SuiteReading = { problems: [] };

const readSuite = (file: InputFile): SuiteReading => {
  try {
    const text = readFileSync(file.path);
    for (const { document } of readDocuments({ ...file, bytes: text })) {
      if (document?.kind !== "object") return NOTHING;
      if (isGatorSuite(document.value)) return readGator(text.toString("utf8"), document, file);
      return isOwnSuite(document.value) ? readOwn(document, file) : NOTHING;
    }
    return NOTHING;
  } catch (error) {
    return { problems: [fileProblem(file.name, describeReadError(error))] };
  }
};

const isOwnSuite = (value: unknown): boolean => {
  const { apiVersion, kind } = readIdentity(value);
  return kind === "Suite" && apiVersion.split("/")[0] === SUITE_API_VERSION.split("/")[0];
};

const readOwn = (document: ObjectDocument, file: InputFile): SuiteReading => {
  const problems = document.problems.map((problem) => ({ ...problem, file: file.name }));
  const parsed = suiteSchema.safeParse(document.value);
  if (!parsed.success) {
    const issues = describeIssues(parsed.error.issues, document, file).map((one) => ({
      ...one,
      code: "invalid-suite",
    }));
    return { problems: [...problems, ...issues] };
  }
  const placed = new PlacedSuite(document, file);
  const suite = placed.suite(parsed.data);
  return { suite, problems: [...problems, ...placed.problems] };
};

/** Takes over a suite, and notes what a schema cannot tell. */
class PlacedSuite {
  readonly problems: FileProblem[] = [];

  constructor(
    private readonly document: ObjectDocument,
    private readonly file: InputFile,
  ) {}

  suite({ skip = false, tests }: SuiteDocument): Suite {
    const { name, path } = this.file;
    return {
      file: name,
      path,
      manner: "ostiary",
      skip,
      tests: tests.map((test, index) => this.#test(test, index)),
    };
  }

  #test(test: SuiteDocument["tests"][number], index: number): SuiteTest {
    const { name, skip = false, level, version, profile, release, expansion, invalid = false, mutators = [] } = test;
    const path = ["tests", index];
    const expansions = expansion === undefined ? [] : [expansion].flat();
    return {
      name,
      skip,
      templates: [...(test.template === undefined ? [] : [test.template]), ...(test.templates ?? [])],
      constraints: [...(test.constraint === undefined ? [] : [test.constraint]), ...(test.constraints ?? [])],
      policies: test.policies ?? [],
      level,
      version,
      profile,
      release,
      expansions,
      invalid,
      cases: (test.cases ?? []).flatMap((one, place) => this.#cases(one, [...path, "cases", place], mutators)),
      line: this.#line(path),
    };
  }

  #cases(one: OwnCase, path: FieldPath, mutators: NonNullable<OwnCase["mutators"]>): readonly SuiteCase[] {
    const { matrix } = one;
    const whole = { ...one, mutators: [...mutators, ...(one.mutators ?? [])] };
    if (matrix === undefined) return [this.#case(whole, path)];
    return matrix.map((variation, index) => {
      const parameters = { ...one.parameters, ...variation.parameters };
      const name = `${one.name}/${variation.name}`;
      return this.#case({ ...whole, ...variation, name, parameters }, [...path, "matrix", index]);
    });
  }

  #case(one: OwnCase, path: FieldPath): SuiteCase {
    const { namespace, assertions = [], expectObject, expectPatch } = one;
    const providers = one.providers === undefined ? undefined : readProviderAnswers(one.providers);
    if (typeof providers === "string") this.#refuse([...path, "providers"], `\`providers\`: ${providers}`);
    if (one.object === undefined && one.oldObject === undefined)
      this.#refuse(path, "a case needs an `object`, or an `oldObject`");
    if (assertions.length === 0 && expectObject === undefined && expectPatch === undefined) {
      this.#refuse(path, "a case needs `assertions`, or `expectObject` or `expectPatch`");
    }
    return {
      name: one.name,
      skip: one.skip ?? false,
      object: one.object,
      oldObject: one.oldObject,
      operation: one.operation,
      // Absent and undefined are the same to whoever reads it.
      userInfo: one.userInfo as SuiteCase["userInfo"],
      namespace: typeof namespace === "string" ? { name: namespace, labels: {} } : describe(namespace),
      inventory: one.inventory ?? [],
      parameters: one.parameters,
      mutators: one.mutators ?? [],
      providers: typeof providers === "string" ? undefined : providers,
      assertions: assertions.map(({ violations = "yes", message, ...selection }) => ({
        ...selection,
        violations,
        ...(message !== undefined && message !== "" && { message }),
      })),
      expectObject,
      // Whoever applies it looks at what it is made of.
      expectPatch: expectPatch as SuiteCase["expectPatch"],
      line: this.#line(path),
    };
  }

  #line(path: FieldPath): number {
    return this.document.position(path).line;
  }

  #refuse(path: FieldPath, message: string): void {
    this.problems.push({
      ...placeIn(this.document, this.file.name, path),
      severity: "error",
      code: "invalid-suite",
      message,
    });
  }
}

type OwnCase = NonNullable<SuiteDocument["tests"][number]["cases"]>[number];

const describe = (namespace: Exclude<OwnCase["namespace"], string>): SuiteCase["namespace"] => {
  if (namespace === undefined) return undefined;
  const { name, labels = {} } = namespace;
  return { labels, ...(name !== undefined && { name }) };
};

const readGator = (text: string, document: ObjectDocument, file: InputFile): SuiteReading => {
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
