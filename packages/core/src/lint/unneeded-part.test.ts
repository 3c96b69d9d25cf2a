import { describe, expect, it } from "vitest";
import { makePod } from "../../test/requests.js";
import type { Policy } from "../deckhouse/generate-constraints.js";
import { findUnasked, findUnneededParts } from "./unneeded-part.js";

const LABEL = "security.deckhouse.io/security-policy-exception";
const exception = {
  name: "spe",
  namespace: "shop",
  spec: {
    securityContext: { privileged: { allowedValue: true } },
    network: { hostPID: { allowedValue: true } },
    volumes: { hostPath: { allowedValues: [{ path: "/var/log", readOnly: true }] } },
  },
};
const podOf = (spec: object, metadata: object = { namespace: "shop", labels: { [LABEL]: "spe" } }) =>
  makePod({ ...spec }, { ...metadata });
const find = (...objects: readonly unknown[]) =>
  findUnneededParts(exception, { objects, policies: [], release: "1.76" }).map(({ path }) => path.join("."));

const HOST_PATH = "spec.volumes.hostPath.allowedValues.0";

describe("parts of an exception that no object needs", () => {
  it("are those without which every object that names it is judged alike", () => {
    expect(find(podOf({ hostPID: true }))).toEqual(["spec.securityContext.privileged", HOST_PATH]);
    const privileged = { containers: [{ name: "app", image: "a", securityContext: { privileged: true } }] };
    expect(find(podOf({ hostPID: true }), podOf(privileged))).toEqual([HOST_PATH]);
  });

  it("are not told where no object names it, or only one in another namespace", () => {
    expect(find()).toEqual([]);
    expect(find(podOf({}, {}), podOf({}, { namespace: "other", labels: { [LABEL]: "spe" } }), "text")).toEqual([]);
    expect(find(podOf({}, { namespace: "shop", labels: { [LABEL]: "another" } }))).toEqual([]);
  });

  it("are told of the pods of workloads too, and of containers that name it", () => {
    const { metadata, spec } = podOf({ hostPID: true });
    const template = { metadata: { labels: { [LABEL]: "spe" } }, spec };
    const deployment = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { ...metadata, labels: {} },
      spec: { template },
    };
    expect(find(deployment)).toEqual(["spec.securityContext.privileged", HOST_PATH]);
    expect(find(podOf({}, { labels: { [`${LABEL}.container.app`]: "spe" } }))).toHaveLength(3);
  });

  it("show an object and what becomes of it without", () => {
    const [first] = findUnneededParts(exception, { objects: [podOf({})], policies: [], release: "1.76" });
    expect(first?.evidence?.outcome).toBe("refused");
    expect(first?.message).toContain("`securityContext.privileged` is needed by no object");
  });
});

describe("a file system that may be written", () => {
  const spec = { securityContext: { readOnlyRootFilesystem: { allowedValue: false } } };
  const policyWith = (policies: Policy["spec"]["policies"]): Policy => ({
    kind: "SecurityPolicy",
    name: "own",
    spec: { enforcementAction: "Deny", match: {}, policies },
  });
  const findIn = (policies: readonly Policy[], excepted: object = spec) =>
    findUnasked({ ...exception, spec: excepted }, { policies }).map(({ path }) => path.join("."));

  it("needs no exception where policies are given, and none of them asks", () => {
    expect(findIn([policyWith({})])).toEqual(["spec.securityContext.readOnlyRootFilesystem"]);
    expect(findIn([policyWith({}), policyWith({ readOnlyRootFilesystem: true })])).toEqual([]);
    expect(findIn([policyWith({})], {})).toEqual([]);
  });

  it("may need one where no policies are given", () => {
    expect(findIn([])).toEqual([]);
  });
});
