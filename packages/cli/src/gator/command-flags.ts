import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";

/** Takes the exit code of the command that was called. */
export type Finish = (code: ExitCode) => void;

/** Adds a sub-command of `gator`. */
export type AddCommand = (gator: Command, surroundings: Surroundings, finish: Finish) => void;

/** Gathers the values of a flag that can be repeated; behind a short flag gator takes them with `=` too. */
export const collect = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  value.replace(/^=/, ""),
];

/**
 * The flags for where objects come from.
 *
 * @param letter - the short flag for files, which differs between gator's commands
 */
export const addSources = (command: Command, letter: "f" | "n"): Command =>
  command
    .option(`-${letter}, --filename <path>`, "file or folder with objects; repeatable", collect)
    .option("-i, --image <url>", "refused: images are not pulled", collect)
    .option("--plain-http", "without effect: images are not pulled")
    .option("-d, --tempdir <folder>", "without effect: images are not pulled");

/** The flags for CEL. */
export const addCelFlags = (command: Command): Command =>
  command
    .option("--enable-k8s-native-validation [boolean]", "judge by templates in CEL (default: true)")
    .option(
      "--default-k8s-native-validation-failure-policy <policy>",
      "failure policy of templates in CEL that name none: Fail or Ignore (default: Fail)",
    );
