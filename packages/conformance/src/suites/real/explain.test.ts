import { expect, it } from "vitest";
import type { ExpectedViolation } from "../deckhouse/compare-violations.js";
import { explain } from "./explain.js";

const violation: ExpectedViolation = {
  source: { kind: "SecurityPolicy", name: "own" },
  constraintKind: "D8AllowedVolumeTypes",
  constraintName: "own",
  enforcementAction: "deny",
  message: "no",
};
const nameless = { ...violation, constraintKind: "D8AllowedRepos", message: "container <> is bad" };
const named = { metadata: { name: "one" } };
const withVolume = (volume: object) => ({
  ...named,
  spec: {
    template: {
      spec: {
        volumes: [
          { name: "other", secret: {} },
          { name: "data", ...volume },
        ],
      },
    },
  },
});

it.each<[string, readonly ExpectedViolation[], readonly ExpectedViolation[], object, RegExp]>([
  ["an empty name in the message", [], [nameless], named, /silent/],
  ["an object without a name", [], [violation], {}, /silent/],
  ["a volume without a source", [], [violation], withVolume({}), /emptyDir/],
  ["a source that is null", [violation], [], withVolume({ emptyDir: null }), /null/],
])("%s explains a difference", (_, missing, additional, object, reason) => {
  expect(explain({ missing, additional }, object)).toMatch(reason);
});

it.each<[string, readonly ExpectedViolation[], readonly ExpectedViolation[], object]>([
  ["there is none", [], [], {}],
  ["a violation is missing", [nameless], [], {}],
  ["another one is missing too", [violation], [nameless], {}],
  ["the names are all there", [], [violation], named],
  ["the volume has a source", [], [violation], withVolume({ emptyDir: {} })],
  ["the violation is about something else", [], [{ ...nameless, message: "bad" }], withVolume({})],
  ["the source is not null", [violation], [], withVolume({ emptyDir: {} })],
  ["what is missing is about something else", [nameless], [], withVolume({ emptyDir: null })],
])("nothing explains it when %s", (_, missing, additional, object) => {
  expect(explain({ missing, additional }, object)).toBeUndefined();
});
