// Guards (`pnpm check:sources`) the habits of the house that no other tool knows: only the pod view names the container lists,
// files stay short, have a name that says something and a test beside them, and what is excluded from coverage says why.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findContainerLists } from "./container-names.js";
import { listPackages, listSources, top } from "./workspace.js";

const LONGEST = 300;

/** One habit: what it finds wrong with a file, each as `:line: what`, or `: what`. */
type Habit = (file: string, text: string) => readonly string[];

const podViewOnly: Habit = (file, text) => {
  const isConcerned = /^packages\/(rules|core)\/src\//.test(file) && !file.startsWith("packages/rules/src/subject/");
  if (!isConcerned) return [];
  return findContainerLists(text).map(
    ({ line, what }) => `:${line}: ${what}, which only the pod view may: use its \`containers\``,
  );
};

const short: Habit = (_file, text) => {
  const lines = text.split("\n").length - 1;
  return lines > LONGEST ? [`: has ${lines} lines, more than ${LONGEST}: split it by what its parts are about`] : [];
};

const named: Habit = (file) =>
  /\/(utils?|helpers?|common|misc|shared|types)(\.ts|\/)/.test(file) ? [": has a name that says nothing"] : [];

const tested: Habit = (file, text) => {
  const isEntry = /\/(index|bin)\.ts$/.test(file) || !/^export (?!type|interface|\*|\{)/m.test(text);
  return isEntry || existsSync(join(top, file.replace(/\.ts$/, ".test.ts"))) ? [] : [": has no test beside it"];
};

const explained: Habit = (_file, text) =>
  text
    .split("\n")
    .flatMap((line, index) =>
      /(v8|istanbul|c8) ignore/.test(line) && !/ -- \S/.test(line)
        ? [`:${index + 1}: excludes code from coverage without \` -- reason\``]
        : [],
    );

const habits = [podViewOnly, short, named, tested, explained];
const files = listPackages().flatMap(({ folder }) => listSources(`packages/${folder}/src`));
const complaints = files.flatMap((file) => {
  const text = readFileSync(join(top, file), "utf8");
  return habits.flatMap((habit) => habit(file, text).map((complaint) => `${file}${complaint}`));
});
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  console.error("\nA habit of the house is broken: CONTRIBUTING.md names them.");
  process.exit(1);
}
console.log(`${files.length} sources keep the habits of the house`);
