import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";

/** Takes the exit code of the command that was called. */
export type Finish = (code: ExitCode) => void;

/** Adds a sub-command of `rego`. */
export type AddCommand = (rego: Command, surroundings: Surroundings, finish: Finish) => void;

/** Gathers the values of an option that can be repeated. */
export const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** The options that say where policies and documents are. */
export const addPaths = (command: Command): Command =>
  addIgnore(
    command
      .option("-d, --data <path>", "policies and documents: files, folders; prefix:path; repeatable", collect)
      .option("-b, --bundle <folder>", "folders that are bundles; repeatable", collect),
  );

/** The option for what is left out. */
export const addIgnore = (command: Command): Command =>
  command.option("--ignore <pattern>", "names of files and folders to leave out; repeatable", collect);

/** The options for the version of Rego. */
export const addVersions = (command: Command): Command =>
  command.option("--v0-compatible", "read Rego v0").option("--v1-compatible", "read Rego v1, which is the default");
