import { expect, test } from "vitest";
import { creating, POD } from "../../test/policies.js";
import { objectRequest } from "../engine/object-request.js";
import { refuseIgnoreLabel } from "./ignore-label.js";

const LABEL = "admission.gatekeeper.sh/ignore";
const namespaceOf = (name: string, labels: Readonly<Record<string, string>>) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels },
});
const labelled = namespaceOf("shop-eu", { [LABEL]: "" });

test("the label is refused on a Namespace, whatever its value", () => {
  expect(refuseIgnoreLabel(creating(labelled), {})).toEqual({
    message: `Only exempt namespace can have the ${LABEL} label`,
    path: ["metadata", "labels", LABEL],
    value: "",
  });
});

test.each([
  [creating(namespaceOf("shop-eu", { a: "b" })), {}],
  [creating(labelled), { names: ["shop-eu"] }],
  [creating(labelled), { prefixes: ["shop"] }],
  [creating(labelled), { suffixes: ["-eu"] }],
  [objectRequest(labelled, "DELETE"), {}],
  [creating({ ...POD, metadata: { name: "a", labels: { [LABEL]: "" } } }), {}],
])("but not here: %#", (request, exempt) => {
  expect(refuseIgnoreLabel(request, exempt)).toBeUndefined();
});
