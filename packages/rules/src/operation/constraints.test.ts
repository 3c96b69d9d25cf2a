import { describe, expect, it } from "vitest";
import { RELEASES } from "../release.js";
import { OPERATION_CONSTRAINTS } from "./constraints.js";

describe("OPERATION_CONSTRAINTS", () => {
  it("has every field of the custom resource once, in its order", () => {
    expect(OPERATION_CONSTRAINTS.flatMap(({ fields }) => fields.map(({ name }) => name))).toEqual([
      "allowedRepos",
      "requiredResources",
      "disallowedImageTags",
      "disallowedTolerations",
      "requiredLabels",
      "requiredAnnotations",
      "requiredProbes",
      "maxRevisionHistoryLimit",
      "priorityClassNames",
      "ingressClassNames",
      "storageClassNames",
      "imagePullPolicy",
      "checkHostNetworkDNSPolicy",
      "checkContainerDuplicates",
      "replicaLimits",
    ]);
  });

  it("names the kinds as the cluster does", () => {
    expect(OPERATION_CONSTRAINTS.map(({ name }) => name)).toEqual([
      "D8AllowedRepos",
      "D8RequiredResources",
      "D8DisallowedTags",
      "D8DisallowedTolerations",
      "D8RequiredLabels",
      "D8RequiredAnnotations",
      "D8RequiredProbes",
      "D8RevisionHistoryLimit",
      "D8PriorityClass",
      "D8IngressClass",
      "D8StorageClass",
      "D8ImagePullPolicy",
      "D8DNSPolicy",
      "D8ContainerDuplicates",
      "D8ReplicaLimits",
    ]);
  });

  it.each([
    ["1.66", 14],
    ["1.76", 15],
    ["next", 15],
  ] as const)("has in %s %i kinds", (release, count) => {
    expect(OPERATION_CONSTRAINTS.filter((kind) => kind.prepare(release, null) !== undefined)).toHaveLength(count);
  });

  it.each(RELEASES)("makes nothing in %s of a policy without fields", (release) => {
    expect(OPERATION_CONSTRAINTS.flatMap((kind) => kind.generate(release, {}) ?? [])).toEqual([]);
  });

  it.each(RELEASES)("refuses in %s parameters that are no object", (release) => {
    for (const kind of OPERATION_CONSTRAINTS) {
      const prepared = kind.prepare(release, "text");
      expect(prepared === undefined || "faults" in prepared).toBe(true);
    }
  });
});
