import { type Command, Option } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";

const TEST_HELP = `
Exit codes:
  0  all cases pass, or are skipped
  1  cases fail or cannot be run
  2  bad input or usage: suites that cannot be read
  3  internal error

Examples:
  ostiary test policies/                          every suite below policies/
  ostiary test policies/ --run 'repos//denied'    cases that match \`denied\` of tests that match \`repos\`
  ostiary test policies/ --format junit > report.xml
  ostiary test policies/ --watch                  again whenever a file changes`;

const FORMATS = ["text", "json", "junit", "github"] as const;

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** Adds `test`. */
export const addTest = (program: Command, surroundings: Surroundings, finish: (code: ExitCode) => void): void => {
  program
    .command("test")
    .summary("run suites of tests of policies")
    .description(
      "Runs suites: gator's (test.gatekeeper.sh) as they are, and our own (test.ostiary.dev/v1), which judge objects by policies of\n" +
        "every kind, after mutators, in a namespace, for a user.",
    )
    .argument("[path...]", "files, folders, globs; files that hold no suite are passed over")
    .option("-r, --run <filter>", "only tests or cases that the regular expression matches; TEST//CASE for both")
    .addOption(new Option("-f, --format <format>", "what is printed").choices([...FORMATS]).default("text"))
    .addOption(new Option("--compat <tool>", "print and end as this tool does: `gator verify`").choices(["gator"]))
    .option("--coverage", "say which lines of templates, in Rego and CEL, were evaluated")
    .option("--parallel <number>", "suites to run at once, in threads (default: as many as pay)")
    .option("-v, --verbose", "tell of what passes too")
    .option("-w, --watch", "run again whenever a file changes")
    .option("-x, --exclude <glob>", "files and folders to leave out; repeatable", collect)
    .addHelpText("after", TEST_HELP)
    .action(async (paths, flags) => {
      const { test } = await import("../commands/test.js");
      finish(await test(paths, flags, surroundings));
    });
};
