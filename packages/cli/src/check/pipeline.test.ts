import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD, inNamespace, namespace, ORDINARY_POD } from "../../test/manifests.js";
import { PROBES_POLICY, WRONG_POLICY } from "../../test/policies.js";
import { findFiles } from "./find-files.js";
import { type CheckMeans, checkFiles } from "./pipeline.js";
import type { CheckOptions } from "./prepare-ruling.js";

const check = async (
  files: Readonly<Record<string, string>>,
  inputs: readonly string[],
  options: CheckOptions = {},
  means: CheckMeans = {},
) => {
  const found = findFiles(inputs, { workingDirectory: makeFolder(files) });
  const outcome: string[] = [];
  for await (const { object, problem } of checkFiles(found.files, options, means)) {
    outcome.push(
      object === undefined
        ? `${problem.file}: ${problem.message}`
        : `${object.file}: ${object.name} ${object.decision.allowed}`,
    );
  }
  return outcome;
};

test("files are checked in their order", async () => {
  expect(await check({ "b.yaml": BAD_POD, "a.yaml": ORDINARY_POD }, ["."])).toEqual([
    "a.yaml: ordinary true",
    "b.yaml: bad false",
  ]);
});

test("a Namespace counts for the objects of all files, also for those before it", async () => {
  const files = { "a.yaml": inNamespace(ORDINARY_POD, "shop"), "z.yaml": namespace("shop", "restricted") };
  expect(await check(files, ["."])).toEqual(["a.yaml: ordinary false", "z.yaml: shop true"]);
});

test("a level wins over the labels", async () => {
  const files = { "a.yaml": inNamespace(ORDINARY_POD, "shop"), "z.yaml": namespace("shop", "restricted") };
  expect((await check(files, ["."], { level: "baseline" }))[0]).toBe("a.yaml: ordinary true");
});

test("standard input is read like a file, the Namespaces in it included", async () => {
  const input = `${inNamespace(ORDINARY_POD, "shop")}---\n${namespace("shop", "restricted")}`;
  const means = { standardInput: Readable.from([Buffer.from(input)]) };
  expect(await check({}, ["-"], {}, means)).toEqual(["-: ordinary false", "-: shop true"]);
  expect(await check({}, ["-"])).toEqual(["-: there is no object to check"]);
});

test("files without any object are a problem; policies alone are none", async () => {
  expect(await check({ "a.yaml": "# a\n" }, ["a.yaml"])).toEqual(["a.yaml: there is no object to check"]);
  expect(await check({ "a.yaml": "", "b.yaml": "---\n" }, ["."])).toEqual(["input: there is no object to check"]);
  expect(await check({ "a.yaml": "", "b.yaml": PROBES_POLICY }, ["."])).toEqual([]);
  const workingDirectory = makeFolder({ "policies/a.yaml": PROBES_POLICY });
  const policyFiles = findFiles(["policies"], { workingDirectory }).files;
  expect(await check({ "b.yaml": "" }, ["."], {}, { policyFiles })).toEqual(["b.yaml: there is no object to check"]);
});

test("input that breaks off is a problem", async () => {
  const standardInput = (async function* () {
    yield Buffer.from("kind");
    throw new Error("the pipe broke");
  })();
  expect(await check({ "a.yaml": ORDINARY_POD }, ["-", "a.yaml"], {}, { standardInput })).toEqual([
    "-: the pipe broke",
    "a.yaml: ordinary true",
  ]);
});

test("others can do the checking", async () => {
  const checkSources: CheckMeans["checkSources"] = ({ files }) =>
    files.map(({ name }) => ({ problem: { file: name, message: "seen", severity: "warning" } }));
  expect(await check({ "a.yaml": "" }, ["."], {}, { checkSources })).toEqual(["a.yaml: seen"]);
});

const TEAM = namespace("shop", "privileged").replace("labels:\n", "labels:\n    team: a\n");

test("policies among the files count for the objects of all files, and are no objects", async () => {
  const files = { "a.yaml": inNamespace(ORDINARY_POD, "shop"), "y.yaml": PROBES_POLICY, "z.yaml": TEAM };
  expect(await check(files, ["."])).toEqual(["a.yaml: ordinary false", "z.yaml: shop true"]);
  expect(await check(files, ["a.yaml", "z.yaml"])).toEqual(["a.yaml: ordinary true", "z.yaml: shop true"]);
});

test("policies come from files of their own, too, each once, with the Namespaces beside them", async () => {
  const files = { "a.yaml": inNamespace(ORDINARY_POD, "shop"), "policies/y.yaml": `${TEAM}---\n${PROBES_POLICY}` };
  const workingDirectory = makeFolder(files);
  const policyFiles = findFiles(["policies"], { workingDirectory }).files;
  const outcome = async (inputs: readonly string[]) => {
    const counts: number[] = [];
    const means = { policyFiles, countPolicies: (count: number) => counts.push(count) };
    const found = findFiles(inputs, { workingDirectory }).files;
    const allowed: unknown[] = [];
    for await (const { object } of checkFiles(found, {}, means)) allowed.push(object?.decision.allowed);
    return [...counts, ...allowed];
  };
  expect(await outcome(["a.yaml"])).toEqual([1, false]);
  expect(await outcome(["."])).toEqual([1, false, true]);
});

test("problems of policies come first, with their place, and the rest is checked by the others", async () => {
  const files = {
    "a.yaml": inNamespace(ORDINARY_POD, "shop"),
    "w.yaml": WRONG_POLICY,
    "y.yaml": PROBES_POLICY,
    "z.yaml": TEAM,
  };
  const workingDirectory = makeFolder(files);
  const found = findFiles(["."], { workingDirectory }).files;
  const items: unknown[] = [];
  for await (const { object, problem } of checkFiles(found, {})) {
    items.push(problem ?? [object.name, object.decision.allowed, object.decision.problems.length]);
  }
  expect(items).toMatchObject([
    { file: "w.yaml", line: 8, column: 5, severity: "warning", code: "unknown-field" },
    { file: "w.yaml", line: 7, column: 21, severity: "error", code: "invalid-policy" },
    ["ordinary", false, 0],
    ["shop", true, 0],
  ]);
});

test("a policy whose kind is written so that nobody notices it is an error, not a silence", async () => {
  const files = { "a.yaml": PROBES_POLICY.replace("OperationPolicy", '"Operation\\u0050olicy"') };
  expect(await check(files, ["."])).toEqual([
    "a.yaml: the policy was not read: write `apiVersion` and `kind` plainly, or name the file by `--policies`",
  ]);
});

const UNIQUE_NAMES = `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: {name: k8suniqueport}
spec:
  crd: {spec: {names: {kind: K8sUniquePort}}}
  targets:
    - target: admission.k8s.gatekeeper.sh
      rego: |
        package unique
        violation[{"msg": msg}] {
          port := input.review.object.spec.ports[_].nodePort
          other := data.inventory.namespace[_].v1.Service[name]
          name != input.review.object.metadata.name
          other.spec.ports[_].nodePort == port
          msg := sprintf("%v has it", [name])
        }
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sUniquePort
metadata: {name: all}
spec: {}
`;
const serviceOf = (name: string, nodePort: number): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  ports:\n  - nodePort: ${nodePort}\n`;

test("Gatekeeper's rules judge objects, and compare them with those of all files, at the line", async () => {
  const files = { "a.yaml": UNIQUE_NAMES, "b.yaml": serviceOf("one", 30001), "c.yaml": serviceOf("two", 30001) };
  const found = findFiles(["."], { workingDirectory: makeFolder(files) });
  const outcome: string[] = [];
  for await (const { object } of checkFiles(found.files, {})) {
    for (const { message, findings } of object?.decision.violations ?? []) {
      outcome.push(`${object?.file}:${findings[0]?.position?.line} ${message}`);
    }
  }
  expect(outcome).toEqual(["b.yaml:6 two has it", "c.yaml:6 one has it"]);
});

test("a template that does not compile is a problem of its file, and objects are judged by the rest", async () => {
  const broken = UNIQUE_NAMES.replace("violation[", "violations[");
  expect(await check({ "a.yaml": broken, "b.yaml": serviceOf("one", 1) }, ["."])).toEqual([
    expect.stringMatching(/^a\.yaml: .*missing required rules: \[violation\]$/),
    expect.stringMatching(/^a\.yaml: .*template "k8suniqueport" not found$/),
    "b.yaml: one true",
  ]);
});
