// Writes the pages that are made from the code: a page for every control, the command line, the programming interface.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { writeApiPages } from "./api-pages.js";
import { commandPage } from "./command-page.js";
import { controlPages } from "./control-pages.js";

const docs = new URL("../", import.meta.url);
for (const folder of ["controls", "reference"]) rmSync(new URL(folder, docs), { recursive: true, force: true });
for (const { path, text } of [...controlPages(), commandPage()]) {
  const file = fileURLToPath(new URL(path, docs));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
await writeApiPages(docs);
