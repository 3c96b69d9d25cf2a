import fc from "fast-check";
import { PODS } from "./mutators.js";

/** Small names, so that locations and objects meet. */
const name = fc.constantFrom("a", "b", "c", "__proto__", "name");
const scalar = fc.constantFrom<unknown>("x", "y", "", 0, 5, 2n ** 60n, true, null, 1.5);

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3 }),
  ),
})).value;

const list = fc.tuple(name, fc.constantFrom("*", "x", "5", '"5"')).map(([key, keyValue]) => `[${key}: ${keyValue}]`);
const segment = fc.tuple(name, fc.option(list, { nil: "" })).map(([field, keyed]) => field + keyed);
const location = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => ["spec", ...segments].join("."));

const parametersOf = {
  Assign: value.map((assigned) => ({ assign: { value: assigned } })),
  ModifySet: fc.record({
    operation: fc.constantFrom("merge", "prune"),
    values: fc.record({ fromList: fc.array(value, { maxLength: 3 }) }),
  }),
  AssignImage: fc.record({ assignTag: fc.constantFrom(":1", ":2") }),
  AssignMetadata: fc.constantFrom({ assign: { value: "x" } }, { assign: { fromMetadata: { field: "name" } } }),
} as const;

const label = fc.constantFrom("metadata.labels.a", "metadata.labels.b", "metadata.annotations.__proto__");

/** A mutator of any kind; some are refused, and some contradict others. */
export const mutatorArbitrary = () =>
  fc.constantFrom("Assign", "Assign", "ModifySet", "AssignImage", "AssignMetadata").chain((kind) =>
    fc
      .record({
        mutatorName: fc.constantFrom("a", "b", "c", "d"),
        where: kind === "AssignMetadata" ? label : location,
        parameters: fc.oneof<fc.Arbitrary<object>[]>(parametersOf[kind]),
        condition: fc.constantFrom(undefined, undefined, "MustExist", "MustNotExist"),
        match: fc.constantFrom(undefined, {}, { labelSelector: { matchLabels: { a: "x" } } }),
      })
      .map(({ mutatorName, where, parameters, condition, match }) => ({
        apiVersion: "mutations.gatekeeper.sh/v1",
        kind,
        metadata: { name: mutatorName },
        spec: {
          ...(kind === "AssignMetadata" ? {} : { applyTo: PODS }),
          ...(match === undefined ? {} : { match }),
          location: where,
          parameters:
            condition === undefined ? parameters : { ...parameters, pathTests: [{ subPath: where, condition }] },
        },
      })),
  );

/** A pod whose spec holds anything. */
export const objectArbitrary = () =>
  fc
    .record({ spec: fc.dictionary(name, value), labels: fc.dictionary(name, fc.constantFrom("x", "y")) })
    .map(({ spec, labels }) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web", labels },
      spec,
    }));
