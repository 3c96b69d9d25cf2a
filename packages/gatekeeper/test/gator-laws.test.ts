import type { Json } from "@ostiary/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { regoEngine } from "../src/all-engines/rego-engine.js";
import { NO_FILTER } from "../src/suite/filter.js";
import { readGatorSuite } from "../src/suite/gator-suite.js";
import { runGatorSuite } from "../src/suite/run-gator-suite.js";
import { testObjects } from "../src/suite/test-objects.js";
import { checkSync } from "../src/sync/check-sync.js";
import { EXPANSION, makePod, makeRefusal, REFUSE_TEMPLATE } from "./gator-policies.js";
import { memoryFiles } from "./suite-files.js";

const engines = [regoEngine()];

const known = fc.constantFrom<[string, string]>(
  ["templates.gatekeeper.sh/v1", "ConstraintTemplate"],
  ["constraints.gatekeeper.sh/v1beta1", "Refuse"],
  ["expansion.gatekeeper.sh/v1beta1", "ExpansionTemplate"],
  ["mutations.gatekeeper.sh/v1", "Assign"],
  ["syncset.gatekeeper.sh/v1alpha1", "SyncSet"],
  ["config.gatekeeper.sh/v1alpha1", "Config"],
  ["gvkmanifest.gatekeeper.sh/v1alpha1", "GVKManifest"],
  ["admission.k8s.io/v1", "AdmissionReview"],
  ["test.gatekeeper.sh/v1alpha1", "Suite"],
  ["v1", "Namespace"],
  ["v1", "Pod"],
);

// What fast-check calls JSON is JSON.
const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

/** Documents of kinds that mean something, with anything in them, and anything at all. */
const document: fc.Arbitrary<Json> = fc.oneof(
  json,
  fc
    .record({ known, metadata: fc.oneof(json, fc.constant({ name: "x" })), spec: json, request: json })
    .map(({ known: [apiVersion, kind], ...rest }) => ({ apiVersion, kind, ...rest })),
  fc.constantFrom<Json[]>(REFUSE_TEMPLATE, makeRefusal(), EXPANSION, makePod("p")),
);

it("testing objects never throws, whatever they are", () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 6 }), (objects) => {
      expect(testObjects(objects, { engines })).toHaveProperty("ok");
    }),
    { numRuns: 200 },
  );
});

it("testing objects does not change them", () => {
  const objects = [REFUSE_TEMPLATE, makeRefusal(), EXPANSION, makePod("p")];
  const before = structuredClone(objects);
  expect(testObjects(objects, { engines })).toMatchObject({ ok: true, value: [{ message: "p is bad" }] });
  expect(objects).toEqual(before);
});

it("running a suite never throws, whatever it and its files are", () => {
  const path = fc.constantFrom("a", "b", "c", "");
  const suite = fc.record({
    tests: fc.array(
      fc.record({
        template: fc.oneof(path, json),
        constraint: fc.oneof(path, json),
        expansion: path,
        cases: fc.array(
          fc.record({ object: path, inventory: fc.array(path), assertions: fc.oneof(fc.constant([{}]), json) }),
        ),
      }),
    ),
  });
  const files = fc.record({ a: fc.array(document), b: fc.array(document), c: fc.string() });
  fc.assert(
    fc.property(suite, files, (written, stored) => {
      const read = readGatorSuite(written);
      if (!read.ok) return;
      const context = { files: memoryFiles(stored), filter: NO_FILTER, engines: () => engines, now: () => 0 };
      expect(runGatorSuite(read.value, context).tests).toHaveLength(read.value.tests.length);
    }),
    { numRuns: 200 },
  );
});

it("checking what is synced never throws, and does not depend on the order of SyncSets and templates", () => {
  fc.assert(
    fc.property(fc.array(document), fc.constantFrom("required", "omitted"), (objects, manifest) => {
      const [one, other] = [checkSync(objects, manifest), checkSync(objects.toReversed(), manifest)];
      // Two documents that may each be there once: which of them is told depends on where they stand.
      expect(other.fault === undefined).toBe(one.fault === undefined);
      expect([...other.missing.keys()]).toEqual([...one.missing.keys()]);
    }),
  );
});
