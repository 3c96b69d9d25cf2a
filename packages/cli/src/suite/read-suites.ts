import { readFileSync } from "node:fs";
import { isGatorSuite } from "@ostiary/gatekeeper";
import type { FieldPath, ManifestDocument, ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { describeIssues } from "../check/configuration.js";
import type { InputFile } from "../check/find-files.js";
import { readIdentity } from "../check/identity.js";
import { placeIn } from "../check/policy-document.js";
import { describeReadError, fileProblem } from "../check/problem.js";
import { type ReadItem, readDocuments } from "../check/read-file.js";
import { readProviderAnswers } from "../mutate/provider-answers.js";
import { readGatorSuiteFile } from "./read-gator-suite-file.js";
import type { Suite, SuiteCase, SuiteTest } from "./suite-model.js";
import { SUITE_API_VERSION, type SuiteDocument, suiteSchema } from "./suite-schema.js";

/** The suites in files, and what is wrong with them. Files that hold none are passed over. */
export interface ReadSuites {
  readonly suites: readonly Suite[];
  readonly problems: readonly FileProblem[];
}

type SuiteReading = { readonly suite?: Suite; readonly problems: readonly FileProblem[] };

/**
 * Reads the suites in files; the first document of a file counts. What is broken cannot be passed over where it was asked for by its
 * name, or speaks of suites.
 *
 * @param named - the absolute paths that were asked for by name
 */
export const readSuites = (files: readonly InputFile[], named: ReadonlySet<string> = new Set()): ReadSuites => {
  const readings = files.map((file) => readSuite(file, named.has(file.path)));
  return {
    suites: readings.flatMap(({ suite }) => (suite === undefined ? [] : [suite])),
    problems: readings.flatMap(({ problems }) => problems),
  };
};

const NOTHING: SuiteReading = { problems: [] };

const readSuite = (file: InputFile, isNamed: boolean): SuiteReading => {
  try {
    const bytes = readFileSync(file.path);
    const others = readDocuments({ ...file, bytes });
    const first = others.next();
    if (first.done === true) return NOTHING;
    const { document, problem } = first.value;
    if (document?.kind === "object") return readObject(document, file, bytes, others);
    const isMeant = isNamed || SUITE_GROUPS.some((group) => bytes.includes(group));
    return isMeant ? { problems: problem === undefined ? problemsOf(document, file) : [problem] } : NOTHING;
  } catch (error) {
    return { problems: [fileProblem(file.name, describeReadError(error))] };
  }
};

/** What a broken suite says of itself. */
const SUITE_GROUPS: readonly string[] = ["test.gatekeeper.sh", groupOf(SUITE_API_VERSION)];

const problemsOf = (document: ManifestDocument, file: InputFile): readonly FileProblem[] =>
  document.problems.map((problem) => ({ ...problem, file: file.name }));

const readObject = (
  document: ObjectDocument,
  file: InputFile,
  bytes: Buffer,
  others: Iterable<ReadItem>,
): SuiteReading => {
  if (isGatorSuite(document.value)) return readGatorSuiteFile(bytes.toString("utf8"), document, file);
  if (!isOwnSuite(document.value)) return NOTHING;
  const reading = readOwn(document, file);
  return {
    ...reading,
    problems: [...reading.problems, ...Array.from(others).flatMap((other) => refuseSecond(other, file))],
  };
};

/** Of a file with several suites only the first would be run. */
const refuseSecond = ({ document, problem }: ReadItem, file: InputFile): readonly FileProblem[] => {
  if (problem !== undefined) return [problem];
  if (document.kind !== "object") return problemsOf(document, file);
  const message = "a file holds one suite, and this is a second document";
  return [{ ...placeIn(document, file.name, []), severity: "error", code: "invalid-suite", message }];
};

function groupOf(apiVersion: string): string {
  return apiVersion.split("/")[0] ?? "";
}

const isOwnSuite = (value: unknown): boolean => {
  const { apiVersion, kind } = readIdentity(value);
  return kind === "Suite" && groupOf(apiVersion) === groupOf(SUITE_API_VERSION);
};

const readOwn = (document: ObjectDocument, file: InputFile): SuiteReading => {
  const problems = problemsOf(document, file);
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
