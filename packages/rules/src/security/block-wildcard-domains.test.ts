import { describe, expect, it } from "vitest";
import { fieldIssues } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { blockWildcardDomains, blockWildcardDomainsField } from "./block-wildcard-domains.js";

const SINCE = ["1.76", "next"] as const;
const ingress = (spec: unknown) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "i" },
  spec,
});

describe("blockWildcardDomains", () => {
  it("does not exist in 1.66", () => {
    expect(fieldIssues(blockWildcardDomainsField, "1.66", true)).toEqual(["blockWildcardDomains: no such field"]);
    expect(blockWildcardDomains.generate("1.66", { blockWildcardDomains: true })).toBeUndefined();
    expect(blockWildcardDomains.prepare("1.66", {})).toBeUndefined();
  });

  it.each(SINCE)("is a boolean in %s, of which only true makes a constraint on Ingresses", (release) => {
    expect(fieldIssues(blockWildcardDomainsField, release, true)).toEqual([]);
    expect(fieldIssues(blockWildcardDomainsField, release, ["*"])).toHaveLength(1);
    const make = (value?: boolean) => blockWildcardDomains.generate(release, { blockWildcardDomains: value });
    expect([make(true), make(false), make()]).toEqual([{}, undefined, undefined]);
    expect(blockWildcardDomains.objects({})).toEqual([{ apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] }]);
  });

  it.each(SINCE)("finds stars in hosts in %s", (release) => {
    const rules = [{ host: "a.example.com" }, { host: "*.example.com" }, {}, { host: "" }, { host: "a.*.io" }];
    const judgement = judgeSecurity(blockWildcardDomains, release, null, ingress({ rules, tls: [{ hosts: ["*"] }] }));
    expect(judgement.messages).toEqual([
      "Ingress 'i' contains a wildcard '*' in host '*.example.com', which is not allowed.",
      "Ingress 'i' contains a wildcard '*' in host 'a.*.io', which is not allowed.",
    ]);
    expect(judgement.places).toEqual(['spec.rules[1].host: "*.example.com"', 'spec.rules[4].host: "a.*.io"']);
  });
});
