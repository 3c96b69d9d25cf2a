import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { findActionFault, readActions } from "./enforcement.js";

const view = (spec: unknown) => ObjectView.root(new Reading(), spec, []);
const entry = (action: string, ...names: string[]) => ({ action, enforcementPoints: names.map((name) => ({ name })) });
const actionsAt = (...scopedEnforcementActions: object[]) => {
  const read = readActions(view({ scopedEnforcementActions }), "scoped");
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

describe("actions at a point (section 5):", () => {
  it("without `scoped` the list is ignored", () => {
    const read = readActions(view({ scopedEnforcementActions: [entry("warn", "*")] }), "anything");
    expect(read.ok && read.value("audit.gatekeeper.sh")).toEqual(["anything"]);
  });

  it("the union of the entries that name the point or all, sorted", () => {
    const actions = actionsAt(
      entry("warn", "audit.gatekeeper.sh", "gator.gatekeeper.sh"),
      entry("deny", "*"),
      entry("warn", "*"),
      entry("dryrun", "Audit.gatekeeper.sh"),
    );
    expect(actions("audit.gatekeeper.sh")).toEqual(["deny", "warn"]);
    expect(actionsAt(entry("warn", "audit.gatekeeper.sh"))("validation.gatekeeper.sh")).toEqual([]);
    expect(actionsAt()("vap.k8s.io")).toEqual([]);
  });

  it("the list is required", () => {
    expect(readActions(view({}), "scoped")).toMatchObject({
      error: { message: "missing required field: spec.scopedEnforcementActions must be defined" },
    });
  });
});

describe("what the webhook refuses (sections 2 and 5):", () => {
  const scoped = (...scopedEnforcementActions: object[]) => ({ enforcementAction: "scoped", scopedEnforcementActions });
  const points = (shown: string) =>
    `unrecognized enforcement points: constraint will not be enforced for enforcement points [${shown}], supported enforcement points are [validation.gatekeeper.sh audit.gatekeeper.sh gator.gatekeeper.sh vap.k8s.io]`;
  const actions = (shown: string) =>
    `unrecognized enforcementAction: [${shown}] is not within the supported list [deny dryrun warn]`;

  it.each<[string, object]>([
    [
      'unrecognized enforcementAction: "Deny" is not within the supported list [deny dryrun warn scoped]',
      { enforcementAction: "Deny" },
    ],
    ["error fetching scopedEnforcementActions: scopedEnforcementActions is required", { enforcementAction: "scoped" }],
    [points(""), scoped(entry("deny"))],
    [points("a  b"), scoped(entry("deny", "a", "*"), entry("deny"), entry("warn", "b"))],
    [actions("block scoped"), scoped(entry("block", "*"), entry("scoped", "*"))],
    [`${points("a")}\n${actions("")}`, scoped({ enforcementPoints: [{ name: "a" }] })],
  ])("%s", (fault, spec) => {
    expect(findActionFault(view(spec))).toBe(fault);
  });

  it.each([
    {},
    { enforcementAction: "" },
    { enforcementAction: "dryrun", scopedEnforcementActions: [entry("x", "y")] },
  ])("nothing against %j", (spec) => {
    expect(findActionFault(view(spec))).toBeUndefined();
  });

  it("nothing against known actions at known points", () => {
    expect(findActionFault(view(scoped(entry("deny", "*"), entry("warn", "vap.k8s.io"))))).toBeUndefined();
    expect(findActionFault(view(scoped()))).toBeUndefined();
  });
});
