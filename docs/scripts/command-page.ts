import { createProgram } from "../../packages/cli/src/command-line.js";
import { processSurroundings } from "../../packages/cli/src/surroundings.js";
import { block, code, type Page, plain, table } from "./page.js";

type Command = ReturnType<typeof createProgram>;
type Option = Command["options"][number];

/** The reference of the command line, made from the definitions of its commands. */
export const commandPage = (): Page => {
  const program = createProgram(processSurroundings, "0.0.0", { code: 0 });
  const sections = [program, ...allBelow(program)].map((command) => describe(command));
  return { path: "reference/command-line.md", text: `# Command line\n\n${sections.join("\n\n")}\n` };
};

/** The commands below one, each before its own. */
const allBelow = ({ commands }: Command): readonly Command[] =>
  commands.flatMap((command) => [command, ...allBelow(command)]);

const fullName = ({ parent }: Command, own: string): string =>
  parent === null ? own : `${fullName(parent, parent.name())} ${own}`;

const describe = (command: Command): string => {
  const { registeredArguments, options, commands } = command;
  const name = fullName(command, command.name());
  return [
    `## ${name}`,
    plain(command.description() || command.summary()),
    block("sh", `${name} ${command.usage()}`),
    ...(commands.length > 0 ? [table(["command", ""], commands.map(describeCommand))] : []),
    ...describeWords([
      ...registeredArguments.map((argument) => [code(argument.name()), plain(argument.description)]),
      ...options.map(describeOption),
    ]),
    ...addedHelp(command),
  ].join("\n\n");
};

const describeWords = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : [table(["argument or option", ""], rows)];

const describeCommand = (command: Command): readonly string[] => [
  code(`${command.name()} ${command.usage()}`),
  plain(command.summary()),
];

const describeOption = ({ flags, description, argChoices }: Option): readonly string[] => [
  code(flags),
  plain(description) + (argChoices === undefined ? "" : `: ${argChoices.map(code).join(" or ")}`),
];

/** What `--help` adds behind the options: exit codes and examples. */
const addedHelp = (command: Command): readonly string[] => {
  let help = "";
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  const added = help.slice(command.helpInformation().length).trim();
  return added === "" ? [] : [block("", added)];
};
