import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type CheckFlags, readSettings } from "./settings.js";

const read = async (flags: CheckFlags, files: Readonly<Record<string, string>> = {}) =>
  (await readSettings(flags, makeFolder(files))).settings;

test("without flags and configuration nothing is set", async () => {
  expect(await read({})).toEqual({ options: {}, exclude: [], failOn: undefined, policyPaths: [] });
});

test("flags are read", async () => {
  const flags = {
    level: "restricted",
    version: "v1.30",
    profile: "kubernetes",
    release: "1.66",
    policies: ["policies"],
    namespace: "shop",
    namespaceLabels: ["a=1,b=", "example.com/c=x=y"],
    exclude: ["*.json"],
    failOn: "warn",
    explain: true,
    mutate: true,
    expand: false,
  };
  expect(await read(flags)).toEqual({
    options: {
      profile: "kubernetes",
      release: "1.66",
      level: "restricted",
      version: "v1.30",
      namespace: "shop",
      namespaceLabels: { a: "1", b: "", "example.com/c": "x=y" },
      explain: true,
      mutators: "applied",
      expansion: "templates",
    },
    exclude: ["*.json"],
    failOn: "warn",
    policyPaths: ["policies"],
  });
});

test.each<[flags: CheckFlags, message: string]>([
  [{ level: "strict" }, "`--level` takes one of privileged, baseline, restricted, not `strict`"],
  [{ version: "1.30" }, "`--version` takes `latest` or a version like `v1.30`, not `1.30`"],
  [{ profile: "openshift" }, "`--profile` takes one of kubernetes, deckhouse, not `openshift`"],
  [{ release: "1.70" }, "`--release` takes one of 1.66, 1.76, next, not `1.70`"],
  [{ profile: "deckhouse", level: "baseline" }, "`baseline` as a level that holds for all is one of Kubernetes"],
  [{ failOn: "never" }, "`--fail-on` takes one of deny, warn, not `never`"],
  [{ exclude: ["a", ""] }, "`--exclude` is given an empty value"],
  [{ namespace: "" }, "`--namespace` is given an empty value"],
  [{ config: "" }, "`--config` is given an empty value"],
  [{ policies: [""] }, "`--policies` is given an empty value"],
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

const DECKHOUSE = `profile: deckhouse
release: "1.66"
installVersion: v1.50.0
policies: [policies, ../more.yaml]
settings:
  podSecurityStandards:
    defaultPolicy: Restricted
`;

test("the configuration says what Deckhouse is like; its paths begin in its folder", async () => {
  const folder = makeFolder({ "conf/a.yaml": DECKHOUSE });
  const { settings } = await readSettings({ config: "conf/a.yaml", policies: ["own"], release: "next" }, folder);
  expect(settings).toMatchObject({
    options: { profile: "deckhouse", release: "next", installVersion: "v1.50.0" },
    policyPaths: [`${folder}/conf/policies`, `${folder}/more.yaml`, "own"],
  });
  const [policy] = settings?.policies ?? [];
  expect(policy?.value).toMatchObject({
    kind: "ModuleConfig",
    metadata: { name: "admission-policy-engine" },
    spec: { settings: { podSecurityStandards: { defaultPolicy: "Restricted" } } },
  });
  const path = ["spec", "settings", "podSecurityStandards", "defaultPolicy"];
  expect(policy?.locate(path)).toMatchObject({ file: "conf/a.yaml", line: 7, column: 20 });
});
