import { existsSync, writeFileSync } from "node:fs";
import { type Command, parseCommandLine } from "./command-line.js";
import { describeCounts, describeReport } from "./describe-report.js";
import { type KnownFailures, readKnownFailures } from "./known-failures.js";
import { type CaseCounts, type FileCounts, type FileReport, runFile } from "./run-file.js";
import type { Suite } from "./suite.js";
import { listSuiteFiles, listSuiteFolders } from "./suite-files.js";

/** What a run needs from outside. */
export interface Surroundings {
  /** The arguments of the command. */
  readonly args: readonly string[];
  /** The folder that holds a folder for each suite. */
  readonly folder: string;
  readonly suites: readonly Suite[];
  /** The file that lists the known failures. */
  readonly knownFailures: string;
  print(text: string): void;
}

/** 0: everything agrees. 1: something fails that is not known to, or the other way round. 2: there was nothing to be done. */
export type ExitCode = 0 | 1 | 2;

const USAGE = "usage: pnpm conformance [SUITE…] [--json FILE]";

/**
 * Compares our answers with those of the real engines, suite by suite.
 *
 * @returns the exit code
 */
export const runConformance = async (surroundings: Surroundings): Promise<ExitCode> => {
  const { args, folder, suites, print } = surroundings;
  const command = parseCommandLine(args);
  if (typeof command === "string") return refuse(surroundings, `${command}\n${USAGE}`);
  if (!existsSync(folder)) {
    return refuse(surroundings, `no conformance data in ${folder}: name its folder in OSTIARY_CONFORMANCE`);
  }
  const present = listSuiteFolders(folder);
  const stranger = command.suites.find(
    (name) => !present.includes(name) && !suites.some((suite) => suite.name === name),
  );
  if (stranger !== undefined) return refuse(surroundings, `no suite \`${stranger}\`: there are ${present.join(", ")}`);
  const reports = await runSuites(surroundings, command, present, readKnownFailures(surroundings.knownFailures));
  print(`\nconformance: ${describeCounts(addUp(reports))}`);
  if (command.json !== undefined)
    writeFileSync(command.json, `${JSON.stringify({ suites: reports.map(countsOf) }, null, 2)}\n`);
  return reports.some(({ failed }) => failed > 0) ? 1 : 0;
};

const refuse = ({ print }: Surroundings, message: string): ExitCode => {
  print(message);
  return 2;
};

const runSuites = async (
  surroundings: Surroundings,
  command: Command,
  present: readonly string[],
  knownFailures: KnownFailures,
): Promise<readonly FileReport[]> => {
  const reports: FileReport[] = [];
  for (const name of command.suites.length === 0 ? present : command.suites) {
    if (present.includes(name)) reports.push(...(await runSuite(name, surroundings, knownFailures)));
    else surroundings.print(`${name}: skipped, the folder has no such suite`);
  }
  return reports;
};

const runSuite = async (
  name: string,
  { folder, suites, print }: Surroundings,
  knownFailures: KnownFailures,
): Promise<readonly FileReport[]> => {
  const suite = suites.find((candidate) => candidate.name === name);
  const reports: FileReport[] = [];
  for (const { file, list } of listSuiteFiles(folder, name, suite)) {
    const report = await runFile({ suite: name, file }, list, knownFailures(name, file));
    if (suite !== undefined) print(describeReport(report));
    reports.push(report);
  }
  if (suite === undefined) print(`${name}: ${describeCounts(addUp(reports))}, no suite of this name yet`);
  return reports;
};

const countsOf = ({ suite, file, passed, failed, known, deviations, skipped }: FileReport): FileCounts => ({
  suite,
  file,
  passed,
  failed,
  known,
  deviations,
  skipped,
});

const addUp = (reports: readonly FileCounts[]): CaseCounts => {
  const add = (name: keyof CaseCounts): number => reports.reduce((total, counts) => total + counts[name], 0);
  return {
    passed: add("passed"),
    failed: add("failed"),
    known: add("known"),
    deviations: add("deviations"),
    skipped: add("skipped"),
  };
};
