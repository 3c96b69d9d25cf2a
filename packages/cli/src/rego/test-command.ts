import { Option } from "commander";
import { type AddCommand, addIgnore, addVersions } from "./command-options.js";

const TEST_HELP = `
Exit codes:
  0  all tests passed, or there are none
  1  policies or documents cannot be read, or have errors; there are no policies; with --fail-on-empty: no tests
  2  a test failed, or was skipped; too little is covered; a wrong call

Tests are rules whose names begin with test_; those that begin with todo_test_ are skipped. A test that fails shows which literal
failed, with its values, and what the rules and functions behind it did.

Examples:
  ostiary rego test policies/
  ostiary rego test policies/ --verbose --run 'data.example.test_allow'
  ostiary rego test policies/ --coverage --threshold 80
  ostiary rego test policies/ --format junit > junit.xml

Of opa test are not supported: benchmarks, --watch, --explain, --parallel.`;

/** Adds `rego test`. */
export const addTest: AddCommand = (rego, surroundings, finish) => {
  addVersions(addIgnore(rego.command("test")))
    .summary("run the tests among policies")
    .description("Runs the tests among policies, and tells why those that fail do.")
    .argument("[path...]", "files and folders with policies, tests and documents")
    .option("-b, --bundle", "the paths are folders that are bundles")
    .option("-r, --run <pattern>", "run only tests whose names, e.g. data.example.test_allow, match")
    .addOption(
      new Option("-f, --format <format>", "form of the report").choices(["pretty", "json", "junit"]).default("pretty"),
    )
    .option("-v, --verbose", "tell of tests that passed too")
    .option("-c, --coverage", "when all pass, report the lines that were evaluated as JSON")
    .option("--threshold <percent>", "exit with 2 when less is covered")
    .option("-z, --exit-zero-on-skipped", "skipped tests are no failure")
    .option("--fail-on-empty", "exit with 1 when there are no tests")
    .option("--timeout <duration>", "how long one test may take", "5s")
    .addHelpText("after", TEST_HELP)
    .action(async (paths, flags) => {
      const { regoTest } = await import("../commands/rego-test.js");
      finish(regoTest(paths, flags, surroundings));
    });
};
