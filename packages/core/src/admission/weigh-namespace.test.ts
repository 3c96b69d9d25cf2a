import { describe, expect, it } from "vitest";
import { labelsFor, makeNamespace, makePod, makeRequest } from "../../test/requests.js";
import { exempting, makeSettings } from "../../test/settings.js";
import type { Review } from "../request.js";
import type { Standard } from "../standards/standard.js";
import { readSubject } from "../subject.js";
import { weighNamespace } from "./weigh-namespace.js";
import type { Settings } from "./weighing.js";

type Texts = Readonly<Record<string, string>>;

const weigh = (object: unknown, changed: Partial<Review> = {}, settings: Partial<Settings> = {}) => {
  const review: Review = { ...makeRequest(makeNamespace()), name: "shop", object, ...changed };
  return weighNamespace(readSubject(review, "request", []), makeSettings(settings));
};
const create = (standards: Texts, settings: Partial<Settings> = {}, changed: Partial<Review> = {}) =>
  weigh(makeNamespace(labelsFor(standards)), changed, settings);
const offender = makePod({ hostPID: true });
const update = (from: Texts, to: Texts, settings: Partial<Settings> = {}, changed: Partial<Review> = {}) =>
  weigh(
    makeNamespace(labelsFor(to)),
    { operation: "UPDATE", oldObject: makeNamespace(labelsFor(from)), existingPods: [offender], ...changed },
    settings,
  );
const refused = (message: string) => ({ kind: "refused", refusal: { code: 400, reason: "BadRequest", message } });
const quiet = { kind: "namespace", warnings: [] };
const exempt = exempting({ namespaces: ["shop"] });

describe("a request about a namespace", () => {
  it("1. is ignored for subresources and for what changes nothing", () => {
    expect(weigh({}, { subresource: "finalize" })).toEqual({
      kind: "ignored",
      note: "subresources of namespaces are not judged",
    });
    for (const operation of ["DELETE", "CONNECT"] as const) {
      expect(weigh({}, { operation })).toEqual({ kind: "ignored", note: "only creating and updating counts" });
    }
  });

  it.each([
    [{}, "failed to decode object"],
    [{ ...makeNamespace(), metadata: 5 }, "failed to decode object"],
    [makePod(), "failed to decode namespace"],
  ])("1. is refused when it cannot be decoded: %j", (object, message) => {
    expect(weigh(object)).toEqual(refused(message));
  });
});

describe("2. creating a namespace", () => {
  it.each(["CREATE", undefined] as const)("with label errors is refused, with all of them: %s", (operation) => {
    expect(create({ enforce: "none:1.25" }, {}, { operation })).toMatchObject({
      kind: "refused",
      refusal: { code: 422, reason: "Invalid", errors: [{ value: "none" }, { value: "1.25" }] },
    });
  });

  it("is allowed in silence", () => {
    expect(create({ enforce: "restricted" })).toEqual(quiet);
  });

  it.each<[Texts, readonly string[]]>([
    [{}, []],
    [{ enforce: "privileged:v1.25" }, []],
    [{ enforce: "baseline:v1.25" }, ["enforce=baseline:v1.25"]],
    [{ audit: "restricted", warn: "privileged" }, ["audit=restricted:latest"]],
    [
      { enforce: "baseline", audit: "baseline:v1.2", warn: "restricted:v1.1" },
      ["enforce=baseline:latest", "audit=baseline:v1.2", "warn=restricted:v1.1"],
    ],
  ])("that is exempt warns of the modes that are set: %j", (standards, modes) => {
    const text = `namespace "shop" is exempt from Pod Security, and the policy (${modes.join(", ")}) will be ignored`;
    expect(create(standards, exempt)).toEqual({ kind: "namespace", warnings: modes.length === 0 ? [] : [text] });
  });

  it("that is exempt does not warn when its policy is the default", () => {
    const baseline: Standard = { level: "baseline", version: "latest" };
    const defaults = { enforce: baseline, audit: baseline, warn: baseline };
    expect(create({ enforce: "baseline" }, { ...exempt, defaults })).toEqual(quiet);
    expect(create({ enforce: "baseline:v1.25" }, { ...exempt, defaults })).not.toEqual(quiet);
  });

  it("of an odd name quotes it as Go does", () => {
    const oddlyNamed = exempting({ namespaces: ['a"b'] });
    const weighing = create({ enforce: "baseline" }, oddlyNamed, { name: 'a"b' });
    expect(weighing).toHaveProperty("warnings.0", expect.stringContaining('namespace "a\\"b" is exempt'));
  });
});

describe("3. updating a namespace", () => {
  it.each([
    [undefined, "failed to decode  old namespace"],
    [null, "failed to decode  old namespace"],
    [{}, "failed to decode  old object"],
    [makePod(), "failed to decode  old namespace"],
  ])("is refused when the old one is %j", (oldObject, message) => {
    expect(update({}, {}, {}, { oldObject })).toEqual(refused(message));
  });

  it("with new label errors is refused", () => {
    expect(update({}, { enforce: "none" })).toMatchObject({ refusal: { code: 422, errors: [{ value: "none" }] } });
    expect(update({ enforce: "none" }, { enforce: "other" })).toMatchObject({ refusal: { code: 422 } });
  });

  it("with the same label errors is not", () => {
    expect(update({ enforce: "none" }, { enforce: "none" })).toEqual(quiet);
    expect(update({ warn: "none" }, {})).toEqual(quiet);
  });

  it.each<[string, Texts, Texts]>([
    ["enforces what it did", { enforce: "baseline" }, { enforce: "baseline", audit: "restricted" }],
    ["enforces nothing any more", { enforce: "baseline" }, { enforce: "privileged:v1.2" }],
    ["enforces a milder level", { enforce: "restricted" }, { enforce: "baseline" }],
  ])("does not look at pods when it %s", (_, from, to) => {
    expect(update(from, to)).toEqual(quiet);
  });

  it.each<[string, Texts, Texts]>([
    ["a stricter level", {}, { enforce: "baseline" }],
    ["another version", { enforce: "baseline:v1.2" }, { enforce: "baseline:v1.3" }],
    ["a milder level of another version", { enforce: "restricted:v1.2" }, { enforce: "baseline:v1.3" }],
  ])("warns of existing pods when it enforces %s", (_, from, to) => {
    const weighing = update(from, to);
    expect(weighing).toHaveProperty("warnings.1", "web: host namespaces");
  });

  it("warns of no pods when nobody says which there are", () => {
    const request = { operation: "UPDATE", oldObject: makeNamespace() } as const;
    expect(weigh(makeNamespace(labelsFor({ enforce: "baseline" })), request)).toEqual(quiet);
  });

  it("enforcing nothing any more says nothing, even if it is exempt or its pods cannot be listed", () => {
    const to = { enforce: "privileged", audit: "restricted" };
    expect(update({ enforce: "baseline" }, to, exempt)).toEqual(quiet);
    expect(update({ enforce: "baseline" }, to, {}, { existingPods: { lookupError: "timeout" } })).toEqual(quiet);
  });

  it("that is exempt warns of that instead", () => {
    const weighing = update({}, { enforce: "baseline" }, exempt);
    expect(weighing).toHaveProperty("warnings", [expect.stringContaining("is exempt from Pod Security")]);
  });
});
