// Writes the pages that are made from the code: a page for every control and every field of a policy, the command line, the programming interface.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { writeApiPages } from "./api-pages.js";
import { commandPage } from "./command-page.js";
import { controlPages } from "./control-pages.js";
import { fieldPages } from "./field-pages.js";
import { regoPage } from "./rego-page.js";
import { releasePage } from "./release-page.js";
import { samplesPage } from "./samples-page.js";
import { standardsPage } from "./standards-page.js";

const docs = new URL("../", import.meta.url);
for (const folder of ["controls", "policies", "reference"])
  rmSync(new URL(folder, docs), { recursive: true, force: true });
for (const { path, text } of [
  ...controlPages(),
  ...fieldPages(),
  releasePage(),
  samplesPage(),
  standardsPage(),
  commandPage(),
  regoPage(),
]) {
  const file = fileURLToPath(new URL(path, docs));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
await writeApiPages(docs);
