import { type Command, Option } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";

const EVAL_HELP = `
Exit codes:
  0  evaluated, whatever the result
  1  with --fail: no result; with --fail-defined: a result
  2  errors, of policies, documents or the query

Errors are part of JSON; other formats tell them on standard error. What \`print\` prints goes there too. Without --timeout an
evaluation ends after 5,000,000 steps.

Examples:
  ostiary rego eval -d policy.rego -i input.json data.example.allow
  ostiary rego eval -d policies/ -f pretty 'data.example.deny[message]'
  ostiary rego eval -d roles:roles.yaml 'data.roles'       the document is put at data.roles
  ostiary rego eval -d policy.rego -i input.json --explain fails -f pretty data.example.allow
  kubectl get pod web -o json | ostiary rego eval -d policy.rego -I --fail-defined 'data.example.deny[_]'

Of opa eval are not supported: partial evaluation (--partial, --unknowns), profiles and metrics, schemas, capabilities, packed
bundles, WebAssembly.`;

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** Takes the exit code of the command that was called. */
export type Finish = (code: ExitCode) => void;

/** Adds `rego` with its sub-commands, which are named and called as OPA's are. */
export const addRego = (program: Command, surroundings: Surroundings, finish: Finish): void => {
  const rego = program
    .command("rego")
    .summary("evaluate, check, format and test policies in Rego, as OPA's commands do")
    .description(
      "Evaluates, checks, formats and tests policies in Rego without OPA; options, outputs and exit codes are those of the\n" +
        "commands of OPA with the same names.",
    );
  addEval(rego, surroundings, finish);
};

const addPaths = (command: Command): Command =>
  command
    .option("-d, --data <path>", "policies and documents: files, folders; prefix:path; repeatable", collect)
    .option("-b, --bundle <folder>", "folders that are bundles; repeatable", collect)
    .option("--ignore <pattern>", "names of files and folders to leave out; repeatable", collect);

const addVersions = (command: Command): Command =>
  command.option("--v0-compatible", "read Rego v0").option("--v1-compatible", "read Rego v1, which is the default");

const addEval = (rego: Command, surroundings: Surroundings, finish: Finish): void => {
  addVersions(addPaths(rego.command("eval")))
    .summary("evaluate a query")
    .description("Evaluates a query over policies, documents and an input.")
    .argument("[query]", "e.g. data.example.allow")
    .option("-i, --input <file>", "the input document: JSON or YAML")
    .option("-I, --stdin-input", "read the input document from standard input")
    .option("--stdin", "read the query from standard input")
    .option("--package <name>", "the package that the query stands in")
    .option("--import <path>", "what the query imports; repeatable", collect)
    .addOption(
      new Option("-f, --format <format>", "form of the output")
        .choices(["json", "values", "bindings", "pretty", "raw", "discard"])
        .default("json"),
    )
    .option("--pretty-limit <characters>", "where values in tables are cut off; 0: nowhere", "80")
    .option("--fail", "exit with 1 when there is no result")
    .option("--fail-defined", "exit with 1 when there is a result")
    .option("-S, --strict", "refuse what is unused, deprecated or hardly meant")
    .option("--strict-builtin-errors", "make the first error of a builtin an error of the evaluation")
    .addOption(
      new Option("--explain <steps>", "show the steps of the evaluation; debug: the same as full")
        .choices(["off", "full", "notes", "fails", "debug"])
        .default("off"),
    )
    .option("--coverage", "say which lines were evaluated")
    .option("--timeout <duration>", "when to give up, e.g. 5s")
    .addHelpText("after", EVAL_HELP)
    .action(async (query, flags) => {
      const { regoEval } = await import("../commands/rego-eval.js");
      finish(await regoEval(query, flags, surroundings));
    });
};
