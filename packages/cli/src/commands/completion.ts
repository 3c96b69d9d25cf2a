import type { Command, Option } from "commander";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { OUTPUT_FORMATS } from "../output-format.js";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage-error.js";
import { EXPLAINED } from "./explain.js";

/** A command, or one of a family, with what can be completed after it. */
interface CommandWords {
  /** As it is typed, e.g. `rego eval`. */
  readonly path: string;
  readonly summary: string;
  /** The names of its sub-commands. */
  readonly children: readonly string[];
  /** What its argument can be. None: files. */
  readonly values: readonly string[];
  readonly options: readonly OptionWords[];
}

interface OptionWords {
  /** As it is offered. */
  readonly flag: string;
  /** The same in one letter, which is known where its value is to be completed. */
  readonly short: string | undefined;
  readonly description: string;
  /** What its value can be. None: files, or it takes none. */
  readonly values: readonly string[];
}

/** @param commands - sub-commands before their families */
type Script = (commands: readonly CommandWords[]) => string;

/** The values of arguments and options that the commands do not declare themselves. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  explain: EXPLAINED,
  completion: ["bash", "zsh", "fish"],
  "check --output": OUTPUT_FORMATS,
  "check --level": ["privileged", "baseline", "restricted"],
  "gator expand --format": ["yaml", "json"],
  "gator test --output": ["yaml", "json"],
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
  standardOutput.write(write(program.commands.flatMap((command) => readCommand(command, []))));
  return EXIT_CODE.clean;
};

const readCommand = (command: Command, parents: readonly string[]): readonly CommandWords[] => {
  const names = [...parents, command.name()];
  const path = names.join(" ");
  const own: CommandWords = {
    path,
    summary: command.summary(),
    children: command.commands.map((child) => child.name()),
    values: VALUES[path] ?? [],
    options: command.options.map((option) => readOption(option, path)),
  };
  return [...command.commands.flatMap((child) => readCommand(child, names)), own];
};

const readOption = ({ long, short, description, argChoices }: Option, path: string): OptionWords => {
  const flag = long ?? short ?? "";
  return { flag, short, description, values: argChoices ?? VALUES[`${path} ${flag}`] ?? [] };
};

const isTop = ({ path }: CommandWords): boolean => !path.includes(" ");

/**
 * Patterns of what was typed before the word to complete, as bash and zsh know them, with the words that can follow. Values of
 * options come before those of arguments.
 */
const followers = (commands: readonly CommandWords[]): readonly (readonly [pattern: string, words: string])[] => {
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ flag, short, values: own }) =>
      [flag, ...(short === undefined ? [] : [short])].map((name) => [`"${path}"*" ${name}"`, own] as const),
    ),
  );
  const names = commands.flatMap(({ path, children, values: own }) => [[`"${path}"`, [...children, ...own]] as const]);
  return [...values, ...names].filter(([, words]) => words.length > 0).map(([at, words]) => [at, words.join(" ")]);
};

const flagsOf = ({ options }: CommandWords): string => [...options.map(({ flag }) => flag), "--help"].join(" ");

const writeBash: Script = (commands) => {
  const values = followers(commands).map(
    ([pattern, words]) => `    ${pattern}) COMPREPLY=($(compgen -W "${words}" -- "$word")); return ;;`,
  );
  const options = commands.map((command) => `    "${command.path} "*) options="${flagsOf(command)}" ;;`);
  const names = commands.filter(isTop).map(({ path }) => path);
  return `# source <(ostiary completion bash)
_ostiary() {
  local IFS=$' \\t\\n' word="\${COMP_WORDS[COMP_CWORD]}" options=""
  local before="\${COMP_WORDS[*]:1:COMP_CWORD-1}"
  case "$before" in
${values.join("\n")}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names.join(" ")} --help --version" -- "$word"))
    return
  fi
  case "$before " in
${options.join("\n")}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word")); fi
}
complete -o default -F _ostiary ostiary
`;
};

const writeZsh: Script = (commands) => {
  const described = commands.filter(isTop).map(({ path, summary }) => `    ${quote(`${path}:${summary}`)}`);
  const values = followers(commands).map(([pattern, words]) => `    ${pattern}) compadd -- ${words}; return ;;`);
  const options = commands.map((command) => `    "${command.path} "*) options=(${flagsOf(command)}) ;;`);
  return `#compdef ostiary
# ostiary completion zsh > "\${fpath[1]}/_ostiary"
_ostiary() {
  local -a commands options
  local before="\${(j: :)words[2,CURRENT-1]}"
  commands=(
${described.join("\n")}
  )
  case "$before" in
${values.join("\n")}
  esac
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$before " in
${options.join("\n")}
  esac
  if [[ "$PREFIX" == -* ]]; then compadd -- $options; else _files; fi
}
if [ "$funcstack[1]" = "_ostiary" ]; then _ostiary "$@"; else compdef _ostiary ostiary; fi
`;
};

const writeFish: Script = (commands) => {
  const lines = commands.flatMap((command) => [
    ...(isTop(command)
      ? [`complete -c ostiary -f -n __fish_use_subcommand -a ${command.path} -d ${quote(command.summary)}`]
      : []),
    ...completeArgument(`${command.path} `, command.children),
    ...completeArgument(`${command.path} *`, command.values),
    ...command.options.map((option) => completeOption(command.path, option)),
  ]);
  return `# ostiary completion fish > ~/.config/fish/completions/ostiary.fish
function __ostiary_typed
    set -l words (commandline -opc)
    set -e words[1]
    string match -q -- $argv[1] "$words "
end
${lines.join("\n")}
`;
};

const typed = (pattern: string): string => `"__ostiary_typed ${quote(pattern)}"`;

const completeArgument = (pattern: string, words: readonly string[]): readonly string[] =>
  words.length === 0 ? [] : [`complete -c ostiary -f -n ${typed(pattern)} -a ${quote(words.join(" "))}`];

const completeOption = (path: string, { flag, short, description, values }: OptionWords): string => {
  const letter = short === undefined ? "" : ` -s ${short.slice(1)}`;
  const chosen = values.length === 0 ? "" : ` -x -a ${quote(values.join(" "))}`;
  return `complete -c ostiary -n ${typed(`${path} *`)} -l ${flag.slice(2)}${letter}${chosen} -d ${quote(description)}`;
};

/** Quotes for zsh and fish. */
const quote = (text: string): string => `'${text.replaceAll("'", "’")}'`;

const SCRIPTS: Readonly<Record<string, Script>> = { bash: writeBash, zsh: writeZsh, fish: writeFish };
