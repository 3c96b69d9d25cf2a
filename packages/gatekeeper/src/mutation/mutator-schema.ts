import { type FieldPath, goQuote, type ObjectView } from "@ostiary/rules";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";

/** What a cluster has against a field of a mutator, before Gatekeeper sees it. */
export interface SchemaFault {
  readonly path: FieldPath;
  /** In Kubernetes' words, without the path. */
  readonly message: string;
}

type Check = (value: string) => string | undefined;

const oneOf =
  (...supported: readonly string[]): Check =>
  (value) =>
    supported.includes(value)
      ? undefined
      : `Unsupported value: ${goQuote(value)}: supported values: ${supported.map(goQuote).join(", ")}`;

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value) ? undefined : `Invalid value: ${goQuote(value)}: should match '${pattern.source}'`;

/** Namespaces and names, with wildcards at their ends. */
const OLD_WILDCARD = matching(/^(\*|\*-)?[a-z0-9]([-:a-z0-9]*[a-z0-9])?(\*|-\*)?$/);
const WILDCARD = matching(/^\*?[-:a-z0-9]*\*?$/);
const CONDITION = oneOf("MustExist", "MustNotExist");
const OPERATION = oneOf("CREATE", "UPDATE", "*");

/** Fields whose texts the schema restricts: where their objects are, their names, and what may stand there. */
const TEXTS: readonly (readonly [place: readonly string[], field: string, check: Check])[] = [
  [["match"], "source", oneOf("All", "Generated", "Original")],
  [["parameters"], "operation", oneOf("merge", "prune")],
  [["parameters", "assign", "externalData"], "dataSource", oneOf("ValueAtLocation", "Username")],
  [["parameters", "assign", "externalData"], "failurePolicy", oneOf("UseDefault", "Ignore", "Fail")],
];

/**
 * Finds what the schema of a mutator's CRD refuses, beyond wrong types.
 *
 * @param spec - `spec` of the mutator
 * @source gatekeeper, the CRDs of its four mutators
 */
export const mutatorSchemaFaults = (spec: ObjectView, release: GatekeeperRelease): readonly SchemaFault[] => {
  const match = spec.object("match");
  const wildcard = isSince(release, "3.16") ? WILDCARD : OLD_WILDCARD;
  const tests = spec.object("parameters").objects("pathTests");
  const entries = isSince(release, "3.23") ? spec.objects("applyTo") : [];
  return [
    ...TEXTS.flatMap(([place, field, check]) =>
      checkText(
        place.reduce((view, name) => view.object(name), spec),
        field,
        check,
      ),
    ),
    ...checkText(match, "name", wildcard),
    ...["namespaces", "excludedNamespaces"].flatMap((field) => checkTexts(match, field, wildcard)),
    ...["labelSelector", "namespaceSelector"].flatMap((field) => checkRequired(match.object(field))),
    ...tests.flatMap((test) => checkText(test, "condition", CONDITION)),
    ...entries.flatMap((entry) => checkTexts(entry, "operations", OPERATION)),
  ];
};

const checkText = (view: ObjectView, field: string, check: Check): readonly SchemaFault[] => {
  const value = view.string(field);
  const message = value === undefined ? undefined : check(value);
  return message === undefined ? [] : [{ path: view.path(field), message }];
};

const checkTexts = (view: ObjectView, field: string, check: Check): readonly SchemaFault[] =>
  view.strings(field).flatMap((value, index) => {
    const message = check(value);
    return message === undefined ? [] : [{ path: view.path(field, index), message }];
  });

const checkRequired = (selector: ObjectView): readonly SchemaFault[] =>
  selector
    .objects("matchExpressions")
    .flatMap((expression) =>
      ["key", "operator"]
        .filter((field) => expression.string(field) === undefined)
        .map((field) => ({ path: expression.path(field), message: "Required value" })),
    );
