import { lintPolicies, type PolicyFinding, RELEASES, type Release } from "@ostiary/core/lint";
import type { ObjectDocument } from "@ostiary/manifests";
import { createTextRenderer, type FileProblem } from "@ostiary/report";
import { findFiles } from "../check/find-files.js";
import { warnOfNearPolicy } from "../check/near-policy.js";
import { placeIn, placeKeyIn } from "../check/policy-document.js";
import { describeReadError, fileProblem } from "../check/problem.js";
import { readDocuments } from "../check/read-file.js";
import { spool } from "../check/spool.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";
import { paintForTerminal, wantsColour, widthOf } from "../terminal.js";
import { UsageError } from "../usage-error.js";

/** What the command line of `ostiary lint` says, as written. */
export interface LintFlags {
  readonly release?: string;
  readonly exclude?: readonly string[];
}

/** A document, and the file that it is in. */
interface PlacedDocument {
  readonly file: string;
  readonly document: ObjectDocument;
}

/** What is to be told, in the order in which it is. */
interface Remark {
  readonly problem: FileProblem;
  /** An object that shows it, and what becomes of that. */
  readonly evidence?: PolicyFinding["evidence"];
}

/**
 * `ostiary lint`: says of policies what their authors can hardly mean, with an object that shows it.
 *
 * @param inputs - files, folders, globs, `-`; documents that are no policies are passed over
 * @returns 1 when there is something to say, 2 when something cannot be read
 * @throws {@link UsageError} when the command line makes no sense
 */
export const lint = async (
  inputs: readonly string[],
  { release, exclude = [] }: LintFlags,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  if (inputs.length === 0) throw new UsageError("nothing to lint: name files or folders, or `-` for standard input");
  const { workingDirectory } = surroundings;
  const found = findFiles(inputs, { workingDirectory, exclude });
  const unreadable = [...found.problems];
  const documents: PlacedDocument[] = [];
  for (const file of found.files) await readFile(file, surroundings, documents, unreadable);
  const result = lintPolicies(
    documents.map(({ document }) => document.value),
    RELEASES.find((known): known is Release => known === release),
  );
  const problems = result.problems.map(({ code, message, path, effect, document }): FileProblem => {
    const severity = effect === "deny" ? "error" : "warning";
    const place = code === "unknown-field" ? keyPlaceOf : placeOf;
    return { ...place(documents[document ?? -1], path), severity, code, message: message.replace(DOCUMENT, "") };
  });
  const findings = result.findings.map((finding): Remark => {
    const place = placeOf(documents[finding.document], finding.path);
    const { kind, name } = finding.policy;
    const message = `${kind} \`${name}\`: ${finding.message}${describeOther(documents[finding.otherDocument ?? -1])}`;
    return { problem: { ...place, severity: "warning", code: finding.code, message }, evidence: finding.evidence };
  });
  const remarks = [...[...unreadable, ...problems].map((problem): Remark => ({ problem })), ...findings];
  tell(remarks, surroundings);
  return exitCodeFor(remarks);
};

/** Core numbers the documents; here they have files and lines. */
const DOCUMENT = /^policy document \d+: /;

const readFile = async (
  file: Parameters<typeof spool>[0],
  { standardInput }: Surroundings,
  documents: PlacedDocument[],
  problems: FileProblem[],
): Promise<void> => {
  try {
    for (const { document, problem } of readDocuments(await spool(file, standardInput))) {
      if (problem !== undefined) problems.push(problem);
      for (const found of document?.problems ?? []) problems.push({ ...found, file: file.name });
      if (document?.kind !== "object") continue;
      documents.push({ file: file.name, document });
      const near = warnOfNearPolicy(document, file.name);
      if (near !== undefined) problems.push(near);
    }
  } catch (error) {
    problems.push(fileProblem(file.name, describeReadError(error)));
  }
};

/** Where the other policy is that a finding is about too. */
const describeOther = (placed: PlacedDocument | undefined): string =>
  placed === undefined ? "" : ` (${placed.file}:${placed.document.line})`;

type Place = Pick<FileProblem, "file" | "line" | "column" | "excerpt">;

const placeOf = (placed: PlacedDocument | undefined, path: PolicyFinding["path"] = []): Place =>
  placed === undefined ? { file: "policies" } : placeIn(placed.document, placed.file, path);

/** Of a field that should not be there at all. */
const keyPlaceOf = (placed: PlacedDocument | undefined, path: PolicyFinding["path"] = []): Place =>
  placed === undefined ? { file: "policies" } : placeKeyIn(placed.document, placed.file, path);

const tell = (remarks: readonly Remark[], { standardOutput, environment }: Surroundings): void => {
  const width = widthOf(standardOutput, environment);
  const renderer = createTextRenderer({
    ...(wantsColour(standardOutput, environment) && { paint: paintForTerminal }),
    ...(width !== undefined && { width }),
  });
  for (const { problem, evidence } of remarks) {
    standardOutput.write(renderer.problem(problem));
    if (evidence !== undefined) standardOutput.write(`  ${evidence.outcome}: ${JSON.stringify(evidence.object)}\n\n`);
  }
  standardOutput.write(remarks.length === 0 ? "nothing to say\n" : `${count(remarks.length, "remark")}\n`);
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

const exitCodeFor = (remarks: readonly Remark[]): ExitCode => {
  if (remarks.some(({ problem }) => problem.severity === "error")) return EXIT_CODE.badInput;
  return remarks.length > 0 ? EXIT_CODE.violations : EXIT_CODE.clean;
};
