// Guards (`pnpm check:sources`) the habits of the house that no other tool knows: only the pod view names the container lists,
// files stay short, have a name that says something and a test beside them, and what is excluded from coverage says why.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findBrokenHabits } from "./habits.js";
import { listPackages, listSources, top } from "./workspace.js";

const files = listPackages().flatMap(({ folder }) => listSources(`packages/${folder}/src`));
const complaints = files.flatMap((file) => {
  const path = join(top, file);
  return findBrokenHabits({
    file,
    text: readFileSync(path, "utf8"),
    hasTest: existsSync(path.replace(/\.ts$/, ".test.ts")),
  });
});
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  console.error("\nA habit of the house is broken: CONTRIBUTING.md names them.");
  process.exit(1);
}
console.log(`${files.length} sources keep the habits of the house`);
