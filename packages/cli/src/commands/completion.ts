import type { Command } from "commander";
import { PROFILES, RELEASES } from "../check/clusters.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { OUTPUT_FORMATS } from "../output-format.js";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage-error.js";
import { EXPLAINED } from "./explain.js";

/** What can be completed. */
interface Vocabulary {
  /** Sub-commands with their summaries and options. */
  readonly commands: readonly CommandWords[];
  /** The values that arguments of sub-commands, or of options, can have. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly description: string }[];
}

type Script = (vocabulary: Vocabulary) => string;

/** The values of arguments, by sub-command, and of options, by long flag. Everything else is completed with files. */
const VALUES: Vocabulary["values"] = {
  explain: EXPLAINED,
  completion: ["bash", "zsh", "fish"],
  "--output": OUTPUT_FORMATS,
  "--level": ["privileged", "baseline", "restricted"],
  "--profile": PROFILES,
  "--release": RELEASES,
  "--fail-on": ["deny", "warn"],
};

/**
 * `ostiary completion`: prints a script that completes commands, options and their values.
 *
 * @param program - the commands
 * @throws {@link UsageError} when the shell is unknown
 */
export const completion = (shell: string, program: Command, { standardOutput }: Surroundings): ExitCode => {
  const write = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (write === undefined) {
    throw new UsageError(`no completion for \`${shell}\`: expected one of ${Object.keys(SCRIPTS).join(", ")}`);
  }
  const families = program.commands.filter(({ commands }) => commands.length > 0);
  const values = { ...VALUES, ...Object.fromEntries(families.map((family) => [family.name(), namesOf(family)])) };
  standardOutput.write(write({ commands: program.commands.map(readCommand), values }));
  return EXIT_CODE.clean;
};

const namesOf = ({ commands }: Command): readonly string[] => commands.map((command) => command.name());

/** A command with its options; of one with sub-commands, with all of theirs. */
const readCommand = (command: Command): CommandWords => ({
  name: command.name(),
  summary: command.summary(),
  options: [...new Map([command, ...command.commands].flatMap(readOptions)).values()],
});

const readOptions = ({ options }: Command): readonly (readonly [string, CommandWords["options"][number]])[] =>
  options.map(({ long, short, description }) => {
    const flag = long ?? short ?? "";
    return [flag, { flag, description }];
  });

const writeBash: Script = ({ commands, values }) => {
  const cases = Object.entries(values).map(
    ([owner, words]) => `    ${owner}) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")); return ;;`,
  );
  const options = commands.map(
    ({ name, options: own }) => `    ${name}) options="${own.map(({ flag }) => flag).join(" ")} --help" ;;`,
  );
  return `# source <(ostiary completion bash)
_ostiary() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" options=""
  case "$previous" in
${cases.join("\n")}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${options.join("\n")}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word")); fi
}
complete -o default -F _ostiary ostiary
`;
};

const writeZsh: Script = ({ commands, values }) => {
  const described = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`);
  const cases = Object.entries(values).map(
    ([owner, words]) => `    ${owner}) compadd -- ${words.join(" ")}; return ;;`,
  );
  const options = commands.map(
    ({ name, options: own }) => `    ${name}) options=(${own.map(({ flag }) => flag).join(" ")} --help) ;;`,
  );
  return `#compdef ostiary
# ostiary completion zsh > "\${fpath[1]}/_ostiary"
_ostiary() {
  local -a commands options
  commands=(
${described.join("\n")}
  )
  case "$words[CURRENT-1]" in
${cases.join("\n")}
  esac
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${options.join("\n")}
  esac
  if [[ "$PREFIX" == -* ]]; then compadd -- $options; else _files; fi
}
if [ "$funcstack[1]" = "_ostiary" ]; then _ostiary "$@"; else compdef _ostiary ostiary; fi
`;
};

const writeFish: Script = ({ commands, values }) => {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c ostiary -f -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ...completeArgument(name, values[name]),
    ...options.map(({ flag, description }) => completeOption(name, flag, description, values[flag])),
  ]);
  return ["# ostiary completion fish > ~/.config/fish/completions/ostiary.fish", ...lines, ""].join("\n");
};

const seen = (command: string): string => quote(`__fish_seen_subcommand_from ${command}`);

const completeArgument = (command: string, words: readonly string[] | undefined): readonly string[] =>
  words === undefined ? [] : [`complete -c ostiary -f -n ${seen(command)} -a ${quote(words.join(" "))}`];

const completeOption = (
  command: string,
  flag: string,
  description: string,
  words: readonly string[] | undefined,
): string => {
  const values = words === undefined ? "" : ` -x -a ${quote(words.join(" "))}`;
  return `complete -c ostiary -n ${seen(command)} -l ${flag.slice(2)}${values} -d ${quote(description)}`;
};

/** Quotes for zsh and fish. */
const quote = (text: string): string => `'${text.replaceAll("'", "’")}'`;

const SCRIPTS: Readonly<Record<string, Script>> = { bash: writeBash, zsh: writeZsh, fish: writeFish };
