import { Command, CommanderError, Option } from "commander";
import { PROFILES, RELEASES } from "./check/clusters.js";
import { EXIT_CODE, type ExitCode } from "./exit-code.js";
import { addGator } from "./gator/add-gator.js";
import { addMutate } from "./mutate/add-mutate.js";
import { OUTPUT_FORMATS } from "./output-format.js";
import { addRego } from "./rego/add-rego.js";
import { addTest } from "./suite/add-test.js";
import type { Surroundings } from "./surroundings.js";
import { UsageError } from "./usage-error.js";

const CHECK_HELP = `
Exit codes:
  0  nothing is refused (warnings are allowed)
  1  objects are refused; with --fail-on warn: or warned about
  2  bad input, no object at all, or bad usage; whatever could be checked has been
  3  internal error

Examples:
  ostiary check deploy/                            every .yaml, .yml and .json file below deploy/
  helm template shop | ostiary check -             what a chart comes to
  kustomize build overlays/production | ostiary check - --namespace shop
  ostiary check --level restricted --version v1.30 'apps/**/*.yaml' --exclude '*-values.yaml'
  ostiary check . --output text --output sarif=ostiary.sarif
  ostiary check . --output json=known.json         what there is to mend; from then on only what is new:
  ostiary check . --baseline known.json
  ostiary check deploy/ --profile deckhouse --policies cluster/policies --release 1.66
  ostiary check --explain pod.yaml                 also why policies applied or not, and why rules passed`;

const LINT_HELP = `
Exit codes:
  0  nothing to say
  1  findings
  2  a policy, or something else that was given, cannot be read
  3  internal error

Examples:
  ostiary lint policies/                           every policy below policies/
  kubectl get securitypolicies -o yaml | ostiary lint - --release 1.66`;

const HELP = `
Examples:
  ostiary check deploy/                  judge manifests by the standards and policies of a cluster
  ostiary mutate deploy/ -m mutators/    what Gatekeeper's mutators would make of manifests
  ostiary test policies/                 run suites of tests of policies
  ostiary explain runAsNonRoot           what a control asks, with examples
  ostiary explain requiredProbes         what a field of a policy asks, in every release
  ostiary rego test policies/            test policies in Rego; evaluate, check, format them
  ostiary completion bash                complete commands and options in a shell`;

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/**
 * Runs the command line. Each sub-command is loaded when it is called.
 *
 * @param words - the words behind the program's name
 * @param version - the version of this program
 */
export const runCommandLine = async (
  words: readonly string[],
  surroundings: Surroundings,
  version: string,
): Promise<ExitCode> => {
  const outcome: Outcome = { code: EXIT_CODE.clean };
  const program = createProgram(surroundings, version, outcome);
  try {
    await program.parseAsync(words, { from: "user" });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? outcome.code : EXIT_CODE.badInput;
    if (!(error instanceof UsageError)) throw error;
    surroundings.standardError.write(`error: ${error.message}\n`);
    return EXIT_CODE.badInput;
  }
};

interface Outcome {
  code: ExitCode;
}

/** Creates the commands; they leave their exit code in `outcome`. */
export const createProgram = (surroundings: Surroundings, version: string, outcome: Outcome): Command => {
  const program = new Command("ostiary")
    .description("The doorkeeper for pods: learn what a cluster would refuse, at which line, and why.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => surroundings.standardOutput.write(text),
      writeErr: (text) => surroundings.standardError.write(text),
    })
    .showHelpAfterError("(ostiary --help tells how to call it)")
    .exitOverride()
    .addHelpText("after", HELP);
  addCheck(program, surroundings, version, outcome);
  addLint(program, surroundings, outcome);
  addExplain(program, surroundings, outcome);
  addMutate(program, surroundings, (code) => {
    outcome.code = code;
  });
  addTest(program, surroundings, (code) => {
    outcome.code = code;
  });
  addRego(program, surroundings, (code) => {
    outcome.code = code;
  });
  addGator(program, surroundings, (code) => {
    outcome.code = code;
  });
  addCompletion(program, surroundings, outcome);
  return program;
};

const addCheck = (program: Command, surroundings: Surroundings, version: string, outcome: Outcome): void => {
  program
    .command("check")
    .summary("judge manifests by the standards and policies of their namespaces")
    .description(
      "Judges manifests as an API server with Pod Security admission would, and a workload by the pods it would create.\n" +
        "Namespaces among the input say by their labels what is asked; by default baseline denies and restricted warns.\n" +
        "Policies among the input hold too: Deckhouse's OperationPolicy, SecurityPolicy and SecurityPolicyException;\n" +
        "Gatekeeper's templates and constraints; ValidatingAdmissionPolicies and their bindings.",
    )
    .argument("[path...]", "files, folders, globs; - for standard input")
    .option("-o, --output <format[=file]>", `${OUTPUT_FORMATS.join(", ")}; repeatable (default: text)`, collect)
    .option("-l, --level <level>", "privileged, baseline or restricted; wins over labels and configuration")
    .option("--version <version>", "version of the level, e.g. v1.30; without --level: of the cluster")
    .option("-p, --policies <path>", "files, folders, globs that hold policies; repeatable", collect)
    .addOption(new Option("--profile <profile>", "whose standards hold").choices([...PROFILES]))
    .addOption(new Option("--release <release>", "state of Deckhouse (default: 1.76)").choices(RELEASES))
    .option(
      "-c, --config <file>",
      "configuration, or PodSecurityConfiguration of an API server (default: ostiary.yaml)",
    )
    .option("-n, --namespace <name>", "namespace of objects that name none")
    .option("--namespace-labels <labels>", "labels that every namespace has: name=value,…; repeatable", collect)
    .option("-x, --exclude <glob>", "files and folders to leave out; repeatable", collect)
    .addOption(new Option("--fail-on <action>", "what makes the command fail").choices(["deny", "warn"]))
    .option("--baseline <file>", "a report by --output json: what stands in it is known and left out")
    .option("--mutate", "apply Gatekeeper's mutators among the input and the policies before judging")
    .option("--no-expand", "show Gatekeeper's templates the pods of workloads only where an ExpansionTemplate does")
    .option("--explain", "say of every policy why it applied or not, and of every rule why it passed")
    .option("-w, --watch", "check again whenever a file changes")
    .option("--workers <number>", "threads to share the work among (default: as many as pay)")
    .addHelpText("after", CHECK_HELP)
    .action(async (paths, flags) => {
      const { check } = await import("./commands/check.js");
      outcome.code = await check(paths, flags, surroundings, version);
    });
};

const addLint = (program: Command, surroundings: Surroundings, outcome: Outcome): void => {
  program
    .command("lint")
    .summary("say what policies restrict less, or more, than they seem to")
    .description(
      "Looks in Deckhouse's policies and exceptions for what their authors can hardly mean: fields that restrict nothing,\n" +
        "refuse everything or let something slip; each finding with an object that shows it. Pods may be given too: then\n" +
        "exceptions that none of them needs are told.",
    )
    .argument("[path...]", "files, folders, globs; - for standard input")
    .addOption(new Option("--release <release>", "the release of Deckhouse (default: 1.76)").choices(RELEASES))
    .option("-x, --exclude <glob>", "files and folders to leave out; repeatable", collect)
    .addHelpText("after", LINT_HELP)
    .action(async (paths, flags) => {
      const { lint } = await import("./commands/lint.js");
      outcome.code = await lint(paths, flags, surroundings);
    });
};

const addExplain = (program: Command, surroundings: Surroundings, outcome: Outcome): void => {
  program
    .command("explain")
    .summary("say what a control or a field of a policy asks, with examples")
    .description(
      "Says what a control of the Pod Security Standards or a field of OperationPolicy or SecurityPolicy asks, since when, and in\n" +
        "which words, with a passing and a failing example; without a name: lists all.",
    )
    .argument("[name]", "a control or a field, e.g. runAsNonRoot, requiredProbes")
    .addOption(new Option("--release <release>", "of a field: only this state of Deckhouse").choices(RELEASES))
    .action(async (name, flags) => {
      const { explain } = await import("./commands/explain.js");
      outcome.code = explain(name, flags, surroundings);
    });
};

const addCompletion = (program: Command, surroundings: Surroundings, outcome: Outcome): void => {
  program
    .command("completion")
    .summary("print a script that completes commands in a shell")
    .argument("<shell>", "bash, zsh or fish")
    .action(async (shell) => {
      const { completion } = await import("./commands/completion.js");
      outcome.code = completion(shell, program, surroundings);
    });
};
