import { expect, it } from "vitest";
import { DEPLOYMENT } from "../../test/expansion-templates.js";
import { EXPANSION, makePod, makeRefusal, REFUSE_TEMPLATE } from "../../test/gator-policies.js";
import { memoryFiles } from "../../test/suite-files.js";
import { createClient } from "../all-engines/create-client.js";
import { createObjectExpander } from "../expansion/object-expander.js";
import type { Assertion } from "./assertion.js";
import type { GatorCase } from "./gator-suite.js";
import { runGatorCase } from "./run-gator-case.js";

const { client } = createClient({ templates: [REFUSE_TEMPLATE], constraints: [makeRefusal()], data: [] });
const expander = createObjectExpander([EXPANSION]);
const good = makePod("web", {}, { labels: { good: "" } });
const request = (fields: object) => ({
  apiVersion: "admission.k8s.io/v1",
  kind: "AdmissionReview",
  request: { uid: "u", ...fields },
});
const files = memoryFiles({
  bad: [makePod("web")],
  good: [good],
  deployment: [DEPLOYMENT],
  two: [good, good],
  things: [{ apiVersion: "v1", kind: "Thing", metadata: { name: "t" }, name: "web" }],
  kindless: [{ apiVersion: "v1", metadata: { name: "t" } }],
  create: [request({ operation: "CREATE", object: makePod("web") })],
  delete: [request({ operation: "DELETE", object: makePod("web") })],
  odd: [request({ bogus: 1 })],
});

const run = (object: string, assertions: readonly Assertion[], inventory: readonly string[] = []) => {
  const one: GatorCase = { name: "case", object, inventory, assertions, skip: false };
  return runGatorCase(one, { client, expander: expander.ok ? expander.value : undefined }, files)?.message;
};

it.each<[string, readonly Assertion[], readonly string[]]>([
  ["bad", [{ violations: 1, message: "^web is bad$" }, { violations: "yes" }], []],
  ["good", [{ violations: "no" }], []],
  ["good", [{ violations: 1, message: "taken" }], ["things"]],
  ["deployment", [{ violations: 1, message: "^\\[Implied by deployments\\] web-pod is bad$" }], []],
  ["create", [{ violations: "yes" }], []],
])("%s passes (gator 3.2)", (object, assertions, inventory) => {
  expect(run(object, assertions, inventory)).toBeUndefined();
});

const anything: readonly Assertion[] = [{ violations: "yes" }];

it.each<[string, string, readonly Assertion[], readonly string[]]>([
  ["invalid Case: must define object", "", [], []],
  ["invalid Case: assertions must be non-empty", "bad", [], []],
  [
    "unexpected number of violations: got 1 violations but want none: got messages [web is bad]",
    "bad",
    [{ violations: 1 }, { violations: "no" }],
    [],
  ],
  ["open gone: gone", "gone", anything, []],
  ["open gone: gone", "bad", anything, ["gone"]],
  ['object file must contain exactly one object: "dir/two" defines 2 objects', "two", anything, []],
  [
    "unable to add object to data.inventory: /v1, Kind= /t: admission.k8s.gatekeeper.sh: invalid request object: resource t has no kind\n",
    "bad",
    anything,
    ["kindless"],
  ],
])("%s", (message, object, assertions, inventory) => {
  expect(run(object, assertions, inventory)).toBe(message);
});

it("requests are read strictly", () => {
  expect(run("delete", anything)).toContain("oldObject cannot be nil for DELETE operations");
  expect(run("odd", anything)).toContain('unknown field "request.bogus"');
});
