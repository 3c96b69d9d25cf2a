import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finderOf, load, makeConstraint, makeTemplate } from "../../test/templates.js";
import { readAdmissionRequest } from "../engine/read-request.js";
import { type AdmitContext, admit } from "./admit.js";

const findTemplate = finderOf(load(makeTemplate()));
const CONSTRAINT = { group: "constraints.gatekeeper.sh", version: "v1beta1", kind: "K" };
const CONFIG = { group: "config.gatekeeper.sh", version: "v1alpha1", kind: "Config" };

const answer = (request: object, context: Partial<AdmitContext> = {}) =>
  admit(readAdmissionRequest({ operation: "CREATE", name: "c", ...request }), { findTemplate, ...context });

describe("the webhook's answer before any policy (section 6, steps 1 and 2):", () => {
  it("Gatekeeper does not judge itself, whoever it is", () => {
    const itself = { allowed: true, code: 200, message: "Gatekeeper does not self-manage" };
    const username = "system:serviceaccount:gatekeeper-system:gatekeeper-admin";
    expect(answer({ kind: CONSTRAINT, userInfo: { username } })).toEqual(itself);
    expect(answer({ kind: CONSTRAINT, userInfo: { username: "me" } }, { serviceAccount: "me" })).toEqual(itself);
  });

  it("other objects go on, with names of any length", () => {
    const kind = { group: "", version: "v1", kind: "Pod" };
    expect(answer({ kind, name: "p".repeat(80), object: 5 })).toBeUndefined();
  });

  it("names are counted first, in bytes, but not of the states that Gatekeeper writes", () => {
    const long = {
      allowed: false,
      code: 500,
      message: "resource cannot have metadata.name larger than 63 char; length: 64",
    };
    expect(answer({ kind: CONSTRAINT, name: "ä".repeat(32) })).toEqual(long);
    expect(answer({ kind: CONFIG, name: "c".repeat(64) })).toEqual(long);
    expect(answer({ kind: { ...CONFIG, group: "status.gatekeeper.sh" }, name: "c".repeat(64) })).toBeUndefined();
    expect(answer({ kind: CONFIG, name: "c".repeat(64) }, { release: "3.14" })).toMatchObject({ code: 422 });
  });

  it("a Config has one name", () => {
    expect(answer({ kind: CONFIG, name: "config" })).toBeUndefined();
    expect(answer({ kind: CONFIG })).toEqual({
      allowed: false,
      code: 422,
      message: "config resource must have name 'config'",
    });
  });

  it("a constraint is refused with 422, for its actions with 500", () => {
    expect(answer({ kind: CONSTRAINT, object: makeConstraint() })).toBeUndefined();
    expect(answer({ kind: CONSTRAINT, object: makeConstraint({ extra: 1 }) })).toMatchObject({ code: 422 });
    expect(answer({ kind: CONSTRAINT, object: makeConstraint({ enforcementAction: "x" }) })).toMatchObject({
      code: 500,
    });
    expect(answer({ kind: CONSTRAINT })).toMatchObject({ allowed: false, code: 500 });
  });

  it("what is deleted is judged too, but not the deletion of all", () => {
    const gone = makeConstraint({}, { kind: "Gone" });
    expect(answer({ kind: CONSTRAINT, operation: "DELETE", oldObject: gone })).toEqual({
      allowed: false,
      code: 422,
      message: 'missing ConstraintTemplate: template "gone" not found',
    });
    expect(answer({ kind: CONSTRAINT, operation: "DELETE", oldObject: gone, name: "" })).toBeUndefined();
  });

  it("a template that does not decode is not the user's fault, one that is invalid is", () => {
    const kind = { group: "templates.gatekeeper.sh", version: "v1", kind: "ConstraintTemplate" };
    expect(answer({ kind, object: makeTemplate() })).toBeUndefined();
    expect(answer({ kind, object: makeTemplate(undefined, { metadata: { name: "x" } }) })).toMatchObject({ code: 422 });
    expect(answer({ kind, object: makeTemplate(undefined, { spec: 1 }) })).toMatchObject({ code: 500 });
    expect(answer({ kind })).toMatchObject({ code: 500, message: expect.stringContaining("unexpected end of JSON") });
    const mixed = [{ target: "t", operations: ["*", "CREATE"] }];
    expect(answer({ kind, object: makeTemplate(undefined, { spec: { targets: mixed } }) })).toMatchObject({
      code: 500,
    });
  });

  it("unknown kinds of its groups go on", () => {
    expect(answer({ kind: { ...CONFIG, kind: "Other" } })).toBeUndefined();
    expect(answer({ kind: { ...CONFIG, group: "mutations.gatekeeper.sh", kind: "Other" } })).toBeUndefined();
  });
});

it("whatever comes has an answer", () => {
  const kinds = fc.constantFrom(
    CONSTRAINT,
    CONFIG,
    { group: "templates.gatekeeper.sh", version: "v1", kind: "ConstraintTemplate" },
    { group: "externaldata.gatekeeper.sh", version: "v1beta1", kind: "Provider" },
    { group: "expansion.gatekeeper.sh", version: "v1beta1", kind: "ExpansionTemplate" },
    { group: "mutations.gatekeeper.sh", version: "v1", kind: "Assign" },
  );
  fc.assert(
    fc.property(kinds, fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (kind, metadata, spec, other) => {
      const whole = { apiVersion: `${kind.group}/${kind.version}`, kind: kind.kind, metadata, spec };
      for (const object of [whole, other]) {
        expect([undefined, 422, 500]).toContain(answer({ kind, object })?.code);
      }
    }),
  );
});
