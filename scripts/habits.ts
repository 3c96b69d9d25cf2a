// The habits of the house that no other tool knows, each as a function of one source file.
import { findContainerLists } from "./container-names.js";

/** A source file of a package. */
export interface Source {
  /** Its path from the top of the repository. */
  readonly file: string;
  readonly text: string;
  /** Whether a test stands beside it. */
  readonly hasTest: boolean;
}

/** What is wrong with a file, each as `:LINE: …` or `: …`. */
type Habit = (source: Source) => readonly string[];

const LONGEST = 300;

/** The pod view; and policies' rules, whose messages and releases tell the lists apart, in tables by `ContainerList`. */
const MAY_NAME_LISTS = /^packages\/rules\/src\/(subject|operation|security)\//;

const podViewOnly: Habit = ({ file, text }) => {
  const isConcerned = /^packages\/(rules|core)\/src\//.test(file) && !MAY_NAME_LISTS.test(file);
  const places = isConcerned ? findContainerLists(text) : [];
  return places.map(({ line, what }) => `:${line}: ${what}, which only the pod view may: use its \`containers\``);
};

const short: Habit = ({ text }) => {
  const lines = text.split("\n").length - 1;
  return lines > LONGEST ? [`: has ${lines} lines, more than ${LONGEST}: split it by what its parts are about`] : [];
};

const named: Habit = ({ file }) =>
  /\/(utils?|helpers?|common|misc|shared|types)(\.ts|\/)/.test(file) ? [": has a name that says nothing"] : [];

const tested: Habit = ({ file, text, hasTest }) => {
  const isEntry = /\/(index|bin)\.ts$/.test(file);
  const exportsCode = /^export (?!type|interface|\*|\{)/m.test(text);
  return hasTest || isEntry || !exportsCode ? [] : [": has no test beside it"];
};

const explained: Habit = ({ text }) =>
  text
    .split("\n")
    .flatMap((line, index) =>
      /(v8|istanbul|c8) ignore/.test(line) && !/ -- \S/.test(line)
        ? [`:${index + 1}: is excluded from coverage without a reason: write \` -- reason\` behind it`]
        : [],
    );

/** The one name `z` drags every language of zod into a bundle; a namespace import leaves out what nobody uses. */
const lean: Habit = ({ text }) =>
  /import \{[^}]*\bz\b[^}]*\} from "zod\/mini"/.test(text)
    ? [': imports all of zod: write `import * as z from "zod/mini"`']
    : [];

const habits: readonly Habit[] = [podViewOnly, short, named, tested, explained, lean];

/** Every habit that a file breaks, one line each. */
export const findBrokenHabits = (source: Source): readonly string[] =>
  habits.flatMap((habit) => habit(source).map((complaint) => `${source.file}${complaint}`));
