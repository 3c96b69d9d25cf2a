import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { watchInputs } from "./watch.js";

const start = (folder: string, inputs: readonly string[], ignored: readonly string[] = []) => {
  const watcher = watchInputs(inputs, folder, ignored);
  onTestFinished(() => watcher.close());
  return watcher;
};

const TREE = { "apps/shop/a.yaml": "", "b.yaml": "" };

test.each<[what: string, input: string, changed: string]>([
  ["a file deep in a folder", ".", "apps/shop/a.yaml"],
  ["a new file in a folder", "apps", "apps/shop/new.yaml"],
  ["a file", "b.yaml", "b.yaml"],
  ["a file that was not there", "new.yaml", "new.yaml"],
  ["a file that a glob may mean", "apps/**/*.yaml", "apps/shop/a.yaml"],
])("a change of %s is noticed", async (_what, input, changed) => {
  const folder = makeFolder(TREE);
  const watcher = start(folder, [input]);
  writeFileSync(join(folder, changed), "changed");
  await watcher.changed();
});

test("an editor that replaces the file is noticed again and again", async () => {
  const folder = makeFolder(TREE);
  const watcher = start(folder, ["b.yaml"]);
  for (const text of ["one", "two"]) {
    writeFileSync(join(folder, "b.yaml.tmp"), text);
    renameSync(join(folder, "b.yaml.tmp"), join(folder, "b.yaml"));
    await watcher.changed();
  }
});

test("other files, and those that are written to, count for nothing", async () => {
  const folder = makeFolder(TREE);
  const watcher = start(folder, ["b.yaml", "apps"], [join(folder, "apps/report.json")]);
  writeFileSync(join(folder, "c.yaml"), "changed");
  writeFileSync(join(folder, "apps/report.json"), "changed");
  const outcome = await Promise.race([watcher.changed().then(() => "changed"), wait(300).then(() => "quiet")]);
  expect(outcome).toBe("quiet");
});
