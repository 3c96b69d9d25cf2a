import { type Command, Option } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";

const MUTATE_HELP = `
Exit codes:
  0  all objects are mutated, or need not be
  1  a cluster would refuse objects, because mutators fail on them
  2  bad input or usage: no objects, files that cannot be read; for mutators that cannot be read or conflict nothing is printed
  3  internal error

Examples:
  ostiary mutate deploy/ --mutators cluster/mutators                what would be stored
  ostiary mutate deploy/ --mutators cluster/mutators -o diff        and what is different about it
  ostiary mutate deploy/ --mutators cluster/mutators --in-place     change the files themselves
  helm template shop | ostiary mutate - --mutators m.yaml --trace | kubectl apply -f -`;

const FORMATS = ["yaml", "diff", "json-patch", "json"] as const;

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** Adds `mutate`. */
export const addMutate = (program: Command, surroundings: Surroundings, finish: (code: ExitCode) => void): void => {
  program
    .command("mutate")
    .summary("apply Gatekeeper's mutators to manifests")
    .description(
      "Applies Gatekeeper's mutators (Assign, AssignMetadata, AssignImage, ModifySet) to manifests as its webhook does, and prints\n" +
        "what becomes of them. Comments, order and quotes stay where nothing changes.",
    )
    .argument("[path...]", "files, folders, globs; - for standard input; mutators and Namespaces among them count")
    .option("-m, --mutators <path>", "files, folders, globs that hold mutators; repeatable", collect)
    .addOption(new Option("-o, --output <format>", "what is printed").choices([...FORMATS]).default("yaml"))
    .option("-i, --in-place", "write changed files instead of printing them")
    .option("--trace", "say which mutator changed which field, and which path test stopped one")
    .option("-n, --namespace <name>", "namespace of objects that name none (default: default)")
    .option("--namespace-labels <labels>", "labels that every namespace has: name=value,…; repeatable", collect)
    .addOption(
      new Option("--operation <operation>", "what the request does").choices(["CREATE", "UPDATE"]).default("CREATE"),
    )
    .option("--user <name>", "who makes the request: external data may ask for it")
    .option("--providers <file>", "answers of providers of external data, by their names")
    .option("-x, --exclude <glob>", "files and folders to leave out; repeatable", collect)
    .addHelpText("after", MUTATE_HELP)
    .action(async (paths, flags) => {
      const { mutate } = await import("../commands/mutate.js");
      finish(await mutate(paths, flags, surroundings));
    });
};
