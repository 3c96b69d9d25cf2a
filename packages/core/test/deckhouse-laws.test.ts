import { podArbitrary } from "@ostiary/fixtures/arbitraries";
import { FIELD_CASES } from "@ostiary/fixtures/deckhouse";
import { OPERATION_CONSTRAINTS, RELEASES, type Release, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deckhouse } from "../src/deckhouse/index.js";
import { type Decision, evaluate, readPolicies } from "../src/index.js";
import { bytesOf } from "./bytes.js";
import { makeOperationPolicy, makeSecurityPolicy } from "./deckhouse.js";

type Fields = Readonly<Record<string, unknown>>;
type PolicyDraft = ReturnType<typeof makeOperationPolicy>;

const POD_POLICY = "security.deckhouse.io/pod-policy";

const releases = fc.constantFrom(...RELEASES);
const teams = fc.constantFrom("a", "b");

/** The cases of every field whose policies every release takes that has the field. */
const cases = FIELD_CASES.flatMap(({ cases: listCases }) =>
  listCases().filter(({ verdict }) => typeof verdict === "string" || !Object.values(verdict).includes(undefined)),
);
const isOperation = (field: string): boolean =>
  OPERATION_CONSTRAINTS.some(({ fields }) => fields.some(({ name }) => name === field));
const fieldsOf = (policies: object): readonly string[] => Object.keys(policies);

/** Pods that nobody thought of, and objects that the fields are about. */
const pods: fc.Arbitrary<object> = fc.oneof(podArbitrary(), fc.constantFrom(...cases.map(({ object }) => object)));

/** Some fields of a kind of policy, each as one of its cases has it. */
const someFields = (isMeant: (field: string) => boolean) =>
  fc
    .array(fc.constantFrom(...cases.filter(({ policies }) => fieldsOf(policies).every(isMeant))), { maxLength: 5 })
    .map((chosen): Fields => Object.assign({}, ...chosen.map(({ policies }) => policies)));
const operations = someFields(isOperation);
const securities = someFields((field) => !isOperation(field));
const actions = fc.constantFrom("Deny", "Warn", "Dryrun");

/** Policies of both kinds for the namespaces of two teams, each of another name. */
const policiesFor = fc
  .array(
    fc.tuple(
      fc.oneof(
        operations.map((fields) => [makeOperationPolicy, fields] as const),
        securities.map((fields) => [makeSecurityPolicy, fields] as const),
      ),
      actions,
      teams,
    ),
    { maxLength: 4 },
  )
  .map((drafts) =>
    drafts.map(([[make, fields], enforcementAction, team], index) => {
      const match = { namespaceSelector: { labelSelector: { matchLabels: { team } } } };
      return make(fields, { enforcementAction, match }, `policy-${index}`);
    }),
  );

const FIELDS = [...OPERATION_CONSTRAINTS, ...SECURITY_CONSTRAINTS].flatMap(({ fields }) => fields);

/** Policies without the fields that a release does not have, and would report as unknown. */
const withKnownFields = (documents: readonly PolicyDraft[], release: Release) =>
  documents.map((document) => {
    const isKnown = ([field]: readonly [string, unknown]) =>
      FIELDS.some(({ name, schema }) => name === field && schema[release] !== undefined);
    const policies = Object.fromEntries(Object.entries(document.spec.policies).filter(isKnown));
    return { ...document, spec: { ...document.spec, policies } };
  });

const read = (documents: readonly PolicyDraft[], release: Release) =>
  readPolicies(withKnownFields(documents, release), { kinds: [deckhouse({ release, profile: "deckhouse" })] });

/** Deckhouse's violations in short. */
const violationsOf = ({ violations }: Decision): readonly string[] =>
  violations
    .filter(({ constraint }) => constraint !== undefined)
    .map(({ policy, constraint, action, message }) => bytesOf([policy, constraint, action, message]));

const judge = (pod: unknown, team: string, documents: readonly PolicyDraft[], release: Release): Decision =>
  evaluate(pod, { team, [POD_POLICY]: "baseline" }, read(documents, release));

describe("in each release", () => {
  it("adding a policy never removes a violation, and never lets in what was refused", () => {
    fc.assert(
      fc.property(pods, releases, teams, policiesFor, (pod, release, team, [added, ...documents]) => {
        const before = judge(pod, team, documents, release);
        const after = judge(pod, team, [...documents, ...(added === undefined ? [] : [added])], release);
        const known = new Set(violationsOf(after));
        expect(violationsOf(before).filter((violation) => !known.has(violation))).toEqual([]);
        expect(before.allowed || !after.allowed).toBe(true);
      }),
    );
  });

  it("the order of documents changes nothing, down to the bytes", () => {
    fc.assert(
      fc.property(
        pods,
        releases,
        teams,
        policiesFor,
        fc.infiniteStream(fc.nat()),
        (pod, release, team, documents, keys) => {
          const shuffled = documents
            .map((document) => [keys.next().value, document] as const)
            .sort(([one], [other]) => one - other);
          const expected = bytesOf(judge(pod, team, documents, release));
          expect(
            bytesOf(
              judge(
                pod,
                team,
                shuffled.map(([, document]) => document),
                release,
              ),
            ),
          ).toBe(expected);
        },
      ),
    );
  });

  it("the order of containers never changes the verdict", () => {
    fc.assert(
      fc.property(pods, releases, teams, policiesFor, (pod, release, team, documents) => {
        const { spec } = pod as { readonly spec?: { readonly containers?: unknown } };
        if (!Array.isArray(spec?.containers)) return;
        const turned = { ...pod, spec: { ...spec, containers: spec.containers.toReversed() } };
        expect(judge(turned, team, documents, release).allowed).toBe(judge(pod, team, documents, release).allowed);
      }),
    );
  });

  it("policies that no selector brings to the namespace change nothing", () => {
    fc.assert(
      fc.property(pods, releases, policiesFor, (pod, release, documents) => {
        expect(bytesOf(judge(pod, "c", documents, release))).toBe(bytesOf(judge(pod, "c", [], release)));
      }),
    );
  });

  it("the same input gives the same bytes, and is not changed", () => {
    fc.assert(
      fc.property(pods, releases, teams, policiesFor, (pod, release, team, documents) => {
        const before = bytesOf([pod, documents]);
        const bytes = bytesOf(judge(pod, team, documents, release));
        expect(bytesOf(judge(structuredClone(pod), team, structuredClone(documents), release))).toBe(bytes);
        expect(bytesOf([pod, documents])).toBe(before);
      }),
    );
  });

  it("a policy set decides alike, however often it is asked", () => {
    fc.assert(
      fc.property(
        fc.array(pods, { maxLength: 4 }),
        releases,
        teams,
        policiesFor,
        (several, release, team, documents) => {
          const policies = read(documents, release);
          const decide = () => several.map((pod) => bytesOf(evaluate(pod, { team }, policies)));
          expect(decide()).toEqual(decide());
        },
      ),
    );
  });
});
