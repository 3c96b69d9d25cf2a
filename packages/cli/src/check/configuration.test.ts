import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { readConfiguration } from "./configuration.js";

const SERVER = `apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults:
  enforce: restricted
`;

const read = (files: Readonly<Record<string, string>>, name = "ostiary.yaml") =>
  readConfiguration({ name, path: `${makeFolder(files)}/${name}` });

/** What is wrong with a configuration, in short. */
const complain = (text: string): readonly string[] =>
  read({ "ostiary.yaml": text }).problems.map(
    ({ file, line, column, message, severity }) => `${file}:${line}:${column} ${severity}: ${message}`,
  );

test("a configuration is read, with defaults filled in", () => {
  const text = `# yaml-language-server: $schema=x
profile: kubernetes
level: restricted
version: v1.30
podCarriers:
  - { group: argoproj.io, kind: Rollout, podPath: spec.template }
  - { kind: Bare, podPath: spec }
namespace: shop
namespaceLabels: { team: a }
exclude: ["**/values.yaml"]
failOn: warn
`;
  expect(read({ "ostiary.yaml": text })).toEqual({
    configuration: {
      profile: "kubernetes",
      level: "restricted",
      version: "v1.30",
      podCarriers: [
        { group: "argoproj.io", kind: "Rollout", podPath: ["spec", "template"] },
        { group: "", kind: "Bare", podPath: ["spec"] },
      ],
      namespace: "shop",
      namespaceLabels: { team: "a" },
      exclude: ["**/values.yaml"],
      failOn: "warn",
    },
    problems: [],
  });
});

test("settings of Deckhouse's module stand for its configuration, each at its place", () => {
  const text = "settings:\n  denyVulnerableImages:\n    enabled: true\n";
  const result = read({ "ostiary.yaml": text });
  if (result.configuration === undefined) expect.unreachable();
  expect(result.settings?.value).toMatchObject({
    kind: "ModuleConfig",
    spec: { settings: result.configuration.settings },
  });
  const path = ["spec", "settings", "denyVulnerableImages"];
  expect(result.settings?.locate(path)).toMatchObject({ file: "ostiary.yaml", line: 3, column: 5 });
});

const defaults = { enforce: "restricted" };
const PARSED = { apiVersion: "pod-security.admission.config.k8s.io/v1", kind: "PodSecurityConfiguration", defaults };

test("the configuration of an API server can stand inside, in a file of its own, or alone", () => {
  const inside = `podSecurity:\n${SERVER.replace(/^/gm, "  ")}`;
  expect(read({ "ostiary.yaml": inside }).configuration).toEqual({ podSecurity: PARSED });
  const beside = { "conf/ostiary.yaml": "podSecurity: ../server.yaml", "server.yaml": SERVER };
  expect(read(beside, "conf/ostiary.yaml").configuration).toEqual({ podSecurity: PARSED });
  expect(read({ "server.yaml": SERVER }, "server.yaml").configuration).toEqual({ podSecurity: PARSED });
});

test("an AdmissionConfiguration is one as well", () => {
  const text = `apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins:\n- name: PodSecurity\n  configuration:\n${SERVER.replace(/^/gm, "    ")}`;
  expect(read({ "ostiary.yaml": text })).toMatchObject({
    configuration: { podSecurity: { kind: "AdmissionConfiguration" } },
    problems: [],
  });
});

test.each<[what: string, text: string, complaints: string[]]>([
  ["an unknown field", "failOn: deny\nlevle: baseline\n", ["ostiary.yaml:2:1 error: `levle`: unknown field"]],
  [
    "each unknown field, where its key is",
    "podCarriers:\n- kind: A\n  podPath: spec\n  path:\n    - spec\n  group: a\n  'to do': x\n",
    [
      "ostiary.yaml:4:3 error: `podCarriers[0].path`: unknown field",
      "ostiary.yaml:7:3 error: `podCarriers[0][to do]`: unknown field",
    ],
  ],
  [
    "an unknown level",
    "# c\nlevel: strict\n",
    ['ostiary.yaml:2:8 error: `level`: invalid option: expected one of "privileged"|"baseline"|"restricted"'],
  ],
  [
    "a version that is none",
    "version: '1.30'\n",
    ["ostiary.yaml:1:10 error: `version`: expected `latest` or a version like `v1.30`"],
  ],
  [
    "a path that is none",
    "podCarriers:\n- kind: A\n  podPath: ..spec\n",
    ["ostiary.yaml:3:12 error: `podCarriers[0].podPath`: expected a path like `spec.template`"],
  ],
  [
    "a server's configuration that it would not start with",
    `podSecurity:\n${SERVER.replace(/^/gm, "  ").replace("restricted", "strict")}`,
    ["ostiary.yaml:5:14 error: `defaults.enforce`: must be one of privileged, baseline, restricted, not `strict`"],
  ],
  [
    "a field of a server's configuration that there is not, where its key is",
    `podSecurity:\n${SERVER.replace(/^/gm, "  ").replace("defaults:", "default:")}`,
    [expect.stringMatching(/^ostiary\.yaml:4:3 error: `default`: unknown field `default`: /)],
  ],
  [
    "a file that is not there",
    "podSecurity: missing.yaml\n",
    ["missing.yaml:undefined:undefined error: no such file or folder"],
  ],
  ["nothing", "# nothing\n", ["ostiary.yaml:undefined:undefined error: the configuration is empty"]],
  [
    "two documents",
    "level: baseline\n---\nlevel: restricted\n",
    ["ostiary.yaml:3:undefined error: the configuration is one document, this is a second one"],
  ],
  [
    "a key that repeats",
    "level: restricted\nlevel: privileged\n",
    ["ostiary.yaml:2:1 error: key `level` occurs again; the last one counts"],
  ],
  ["a list", "- a\n", ["ostiary.yaml:1:1 error: a manifest is an object, this is a list"]],
])("%s is refused", (_what, text, complaints) => {
  expect(complain(text)).toEqual(complaints);
});

test("a configuration that is not there is refused", () => {
  expect(read({}).problems).toMatchObject([{ file: "ostiary.yaml", message: "no such file or folder" }]);
});
