import { describe, expect, it } from "vitest";
import { titleConstraint, titleObject, titlePolicy } from "./object-title.js";

describe("the title of an object", () => {
  it.each([
    [{ kind: "Deployment", namespace: "shop", name: "web" }, "Deployment shop/web"],
    [{ kind: "Namespace", namespace: "", name: "shop" }, "Namespace shop"],
    [{ kind: "Pod", namespace: "shop", name: "" }, "Pod shop"],
    [{ kind: "Pod", namespace: "", name: "" }, "Pod"],
    [{ kind: "", namespace: "", name: "" }, "object"],
  ])("of %j is `%s`", (object, title) => {
    expect(titleObject(object)).toBe(title);
  });
});

describe("the title of a policy", () => {
  it.each([
    [{ kind: "PodSecurityStandard", name: "baseline", version: "v1.30" }, "baseline:v1.30"],
    [{ kind: "OperationPolicy", name: "common" }, "OperationPolicy common"],
  ])("of %j is `%s`", (policy, title) => {
    expect(titlePolicy(policy)).toBe(title);
  });
});

describe("the title of a constraint", () => {
  it("is its kind and name", () => {
    expect(titleConstraint({ kind: "D8AllowedRepos", name: "common" })).toBe("D8AllowedRepos common");
  });
});
