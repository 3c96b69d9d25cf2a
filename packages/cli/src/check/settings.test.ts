import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type CheckFlags, readSettings } from "./settings.js";

const read = async (flags: CheckFlags, files: Readonly<Record<string, string>> = {}) =>
  (await readSettings(flags, makeFolder(files))).settings;

test("without flags and configuration nothing is set", async () => {
  expect(await read({})).toEqual({ options: {}, exclude: [], failOn: undefined });
});

test("flags are read", async () => {
  const flags = {
    level: "restricted",
    version: "v1.30",
    profile: "kubernetes",
    namespace: "shop",
    namespaceLabels: ["a=1,b=", "example.com/c=x=y"],
    exclude: ["*.json"],
    failOn: "warn",
    explain: true,
  };
  expect(await read(flags)).toEqual({
    options: {
      level: "restricted",
      version: "v1.30",
      namespace: "shop",
      namespaceLabels: { a: "1", b: "", "example.com/c": "x=y" },
      explain: true,
    },
    exclude: ["*.json"],
    failOn: "warn",
  });
});

test.each<[flags: CheckFlags, message: string]>([
  [{ level: "strict" }, "`--level` takes one of privileged, baseline, restricted, not `strict`"],
  [{ version: "1.30" }, "`--version` takes `latest` or a version like `v1.30`, not `1.30`"],
  [{ profile: "deckhouse" }, "`--profile` takes one of kubernetes, not `deckhouse`"],
  [{ failOn: "never" }, "`--fail-on` takes one of deny, warn, not `never`"],
  [{ namespaceLabels: ["a"] }, "`--namespace-labels` takes `name=value`, not `a`"],
  [{ namespaceLabels: ["=a"] }, "`--namespace-labels` takes `name=value`, not `=a`"],
])("%j is refused: %s", async (flags, message) => {
  await expect(readSettings(flags, "/")).rejects.toThrow(message);
});

const CONFIGURATION =
  "level: baseline\nnamespaceLabels: {a: '1', b: '2'}\nexclude: [x]\nfailOn: warn\nnamespace: shop\n";

test("`ostiary.yaml` in the working directory is read, and no manifest", async () => {
  const settings = await read({}, { "ostiary.yaml": CONFIGURATION });
  expect(settings).toMatchObject({
    options: { level: "baseline", namespace: "shop", namespaceLabels: { a: "1", b: "2" } },
    exclude: ["x"],
    failOn: "warn",
  });
  expect(settings?.configurationPath).toMatch(/\/ostiary\.yaml$/);
});

test("flags win over the configuration; labels one by one, and all patterns count", async () => {
  const flags = {
    config: "conf.yaml",
    level: "restricted",
    namespaceLabels: ["b=3"],
    exclude: ["y"],
    failOn: "deny",
    namespace: "other",
  };
  expect(await read(flags, { "conf.yaml": CONFIGURATION })).toMatchObject({
    options: { level: "restricted", namespace: "other", namespaceLabels: { a: "1", b: "3" } },
    exclude: ["x", "y"],
    failOn: "deny",
  });
});

test("a configuration that is named has to be there, and right", async () => {
  const folder = makeFolder({ "wrong.yaml": "level: strict\n" });
  const missing = await readSettings({ config: "missing.yaml" }, folder);
  expect(missing).toMatchObject({ problems: [{ file: "missing.yaml", message: "no such file or folder" }] });
  const wrong = await readSettings({ config: "wrong.yaml" }, folder);
  expect(wrong).toMatchObject({ problems: [{ file: "wrong.yaml", line: 1, column: 8 }] });
});
