import { isVersion, LEVELS } from "@ostiary/core";
import {
  array,
  boolean,
  int,
  literal,
  looseObject,
  enum as oneOf,
  type output,
  record,
  strictObject,
  string,
  toJSONSchema,
  union,
  unknown,
} from "zod";
import { PROFILES, RELEASES } from "../check/clusters.js";

/** The group and version of suites that can say more than gator's. */
export const SUITE_API_VERSION = "test.ostiary.dev/v1";

const path = string().min(1);
const inline = looseObject({});
const source = union([path, inline], "expected a path, from the suite's folder on, or an object").describe(
  "a file, by its path from the suite's folder on, or the object itself",
);
const sources = array(source);

const violations = union(
  [oneOf(["yes", "no"]), boolean(), int().nonnegative()],
  "expected yes, no or a number of violations",
)
  // Kubernetes reads a plain `yes` as true.
  .transform((value): string | number => (typeof value === "boolean" ? (["no", "yes"][Number(value)] ?? "") : value))
  .describe("`yes` for one at least, `no` for none, or how many exactly");

const assertion = strictObject({
  violations: violations.optional(),
  message: string().optional().describe("a regular expression (RE2) that the messages counted contain"),
  policy: string().optional().describe("only violations of the policy or constraint of this name"),
  rule: string()
    .optional()
    .describe("only violations of this rule: a control, a field of a policy, a kind of constraint"),
  action: oneOf(["deny", "warn", "dryrun"]).optional().describe("only violations that do this"),
});

const userInfo = strictObject({
  username: string().optional(),
  uid: string().optional(),
  groups: array(string()).optional(),
});

const patchOperation = looseObject({ op: string(), path: string() });

const expectations = {
  assertions: array(assertion).min(1, "expected at least one assertion").optional(),
  expectObject: source.optional().describe("what the mutators make of the object"),
  expectPatch: array(patchOperation)
    .optional()
    .describe("a patch (RFC 6902) that makes of the object what the mutators make of it"),
};

const namespace = union(
  [string().min(1), strictObject({ name: string().optional(), labels: record(string(), string()).optional() })],
  "expected a name, or an object with `name` and `labels`, all of them texts",
).describe("the namespace that the object is in: its name, or its name and labels");

const variation = strictObject({
  name: string().min(1),
  parameters: record(string(), unknown()).describe(
    "what takes the place of `spec.parameters` of the constraints, field by field",
  ),
  ...expectations,
});

const suiteCase = strictObject({
  name: string().min(1),
  skip: boolean().optional(),
  object: source.optional().describe("the object that is judged; one in the file"),
  oldObject: source.optional().describe("what it is before an UPDATE, or what is deleted"),
  operation: oneOf(["CREATE", "UPDATE", "DELETE", "CONNECT"])
    .optional()
    .describe("judges the request instead of the object: a workload is then not judged by its pods"),
  userInfo: userInfo.optional().describe("who makes the request"),
  namespace: namespace.optional(),
  inventory: sources.optional().describe("other objects of the cluster, Namespaces among them"),
  parameters: record(string(), unknown())
    .optional()
    .describe("what takes the place of `spec.parameters` of the constraints, field by field"),
  matrix: array(variation).min(1).optional().describe("runs the case once for each of these"),
  mutators: sources.optional().describe("mutators that change the object before it is judged"),
  providers: record(string(), unknown())
    .optional()
    .describe("by the names of providers of external data what they answer"),
  ...expectations,
});

const suiteTest = strictObject({
  name: string().min(1),
  skip: boolean().optional(),
  template: source.optional(),
  templates: sources.optional(),
  constraint: source.optional(),
  constraints: sources.optional(),
  policies: sources
    .optional()
    .describe("policies of any kind: OperationPolicy, SecurityPolicy, ValidatingAdmissionPolicy, …"),
  level: oneOf(LEVELS).optional().describe("a level of the Pod Security Standards that holds"),
  version: string().refine(isVersion, "expected `latest` or a version like `v1.30`").optional(),
  profile: oneOf(PROFILES).optional(),
  release: oneOf(RELEASES).optional().describe("the state of Deckhouse"),
  expansion: union([source, sources]).optional().describe("ExpansionTemplates"),
  mutators: sources.optional().describe("mutators of all cases"),
  invalid: boolean().optional().describe("whether the policies are expected to be refused; then no case is run"),
  cases: array(suiteCase).optional(),
});

/** A suite of our own. */
export const suiteSchema = strictObject({
  $schema: string().optional(),
  apiVersion: literal(SUITE_API_VERSION),
  kind: literal("Suite"),
  metadata: looseObject({}).optional(),
  skip: boolean().optional(),
  tests: array(suiteTest),
}).describe("A suite of tests of policies, for `ostiary test`");

export type SuiteDocument = output<typeof suiteSchema>;
export type SuiteSource = output<typeof source>;

/** The JSON Schema of suites, for editors. */
export const suiteJsonSchema = (): unknown => toJSONSchema(suiteSchema, { io: "input" });
