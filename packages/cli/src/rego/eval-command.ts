import { Option } from "commander";
import { type AddCommand, addPaths, addVersions, collect } from "./command-options.js";

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
bundles and their manifests, WebAssembly.`;

/** Adds `rego eval`. */
export const addEval: AddCommand = (rego, surroundings, finish) => {
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
