import { describe, expect, it } from "vitest";
import { fieldIssues } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { allowedServiceTypes, allowedServiceTypesField } from "./allowed-service-types.js";

const SINCE = ["1.76", "next"] as const;
const service = (type: unknown) => ({ apiVersion: "v1", kind: "Service", metadata: { name: "s" }, spec: { type } });

describe("allowedServiceTypes", () => {
  it("does not exist in 1.66", () => {
    expect(fieldIssues(allowedServiceTypesField, "1.66", [])).toEqual(["allowedServiceTypes: no such field"]);
    expect(allowedServiceTypes.generate("1.66", { allowedServiceTypes: [] })).toBeUndefined();
    expect(allowedServiceTypes.prepare("1.66", {})).toBeUndefined();
  });

  it.each(SINCE)("takes a list of types in %s, and makes a constraint of it", (release) => {
    expect(
      fieldIssues(allowedServiceTypesField, release, ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]),
    ).toEqual([]);
    expect(fieldIssues(allowedServiceTypesField, release, ["clusterIP"])).toHaveLength(1);
    expect(allowedServiceTypes.generate(release, { allowedServiceTypes: [] })).toEqual({ allowedServiceTypes: [] });
    expect(allowedServiceTypes.generate(release, {})).toBeUndefined();
    expect(allowedServiceTypes.objects({})).toEqual([{ apiGroups: [""], kinds: ["Service"] }]);
  });

  it.each([
    [["NodePort"], "NodePort", 0, 0],
    [["NodePort"], "ClusterIP", 1, 1],
    [["NodePort"], undefined, 0, 1],
    [["ClusterIP"], undefined, 0, 0],
    [["ClusterIP"], "", 1, 1],
    [[], "ClusterIP", 1, 1],
  ])("holds against %j the type %j", (list, type, in176, inNext) => {
    const count = (release: "1.76" | "next") =>
      judgeSecurity(allowedServiceTypes, release, { allowedServiceTypes: list }, service(type)).messages.length;
    expect([count("1.76"), count("next")]).toEqual([in176, inNext]);
  });

  it.each([
    ["1.76", 'Service "s" has invalid type: "NodePort", allowed: ["ClusterIP", "ExternalName"]'],
    ["next", 'Field Service s type has value NodePort which is not allowed (["ClusterIP", "ExternalName"])'],
  ] as const)("words a violation as %s does", (release, message) => {
    const allowed = ["ClusterIP", "ExternalName"];
    expect(
      judgeSecurity(allowedServiceTypes, release, { allowedServiceTypes: allowed }, service("NodePort")).results,
    ).toEqual([{ message, findings: [{ path: ["spec", "type"], found: "NodePort", allowed }] }]);
  });

  it("says that a type is absent", () => {
    expect(judgeSecurity(allowedServiceTypes, "next", null, service(null)).places).toEqual(["spec.type: absent"]);
  });
});
