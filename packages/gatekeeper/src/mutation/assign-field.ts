import type { Json, ObjectView } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import { goTypeName, printGoValue } from "./go-value.js";
import type { Mutator } from "./mutator.js";
import type { MutatorOptions } from "./mutator-document.js";
import type { Setter } from "./setter.js";
import { DEEPEST_VALUE, isTooDeep } from "./value-depth.js";
import {
  type ExternalData,
  isFields,
  Placeholder,
  StandIn,
  type WorkingFields,
  type WorkingValue,
  withDoubles,
} from "./working-value.js";

/** Where an assigned value comes from. */
export type AssignField =
  | { readonly from: "value"; readonly value: WorkingValue }
  | { readonly from: "metadata"; readonly field: "name" | "namespace" }
  | { readonly from: "externalData"; readonly source: ExternalData };

const INVALID = "invalid assign field";

/**
 * Reads `spec.parameters.assign`.
 *
 * @source gatekeeper, apis/mutations/unversioned, AssignField
 */
export const readAssignField = (parameters: ObjectView, options: MutatorOptions): Outcome<AssignField> => {
  const assign = parameters.object("assign");
  const value = assign.raw("value") ?? undefined;
  const metadata = assign.optional("fromMetadata");
  const externalData = assign.optional("externalData");
  const given = [value, metadata, externalData].filter((part) => part !== undefined);
  if (given.length > 1) {
    const message = `assign must only set one of \`externalData\`, \`value\` or \`fromMetadata\`: ${INVALID}`;
    return fail("invalid-mutator", message);
  }
  if (metadata !== undefined) return readFromMetadata(metadata);
  if (externalData !== undefined) return readExternalData(externalData, options);
  if (value !== undefined) return readValue(value, options);
  return fail("invalid-mutator", `assign must set one of \`externalData\`, \`value\` or \`fromMetadata\`: ${INVALID}`);
};

const readValue = (value: Json, { numbers }: MutatorOptions): Outcome<AssignField> => {
  if (isTooDeep(value)) {
    const message = `\`spec.parameters.assign.value\`: nests deeper than ${DEEPEST_VALUE}`;
    return fail("invalid-mutator", message);
  }
  return succeed({ from: "value", value: numbers === "cluster" ? withDoubles(value) : value });
};

const readFromMetadata = (metadata: ObjectView): Outcome<AssignField> => {
  const field = metadata.string("field") ?? "";
  if (field === "name" || field === "namespace") return succeed({ from: "metadata", field });
  return fail("invalid-mutator", `field ${field} is not recognized: invalid fromMetadata field`);
};

const readExternalData = (data: ObjectView, options: MutatorOptions): Outcome<AssignField> => {
  const source = {
    provider: data.string("provider") ?? "",
    dataSource: data.string("dataSource") || "ValueAtLocation",
    failurePolicy: data.string("failurePolicy") || "Fail",
    default: data.string("default") ?? "",
  };
  if (options.externalData === "disabled") {
    return fail("invalid-mutator", "external data feature flag is not enabled");
  }
  if (source.failurePolicy === "UseDefault" && source.default === "") {
    const message = "`default` must not be empty when `failurePolicy` is set to `UseDefault`";
    return fail("invalid-mutator", message);
  }
  return succeed({ from: "externalData", source });
};

/** Makes the setters that assign from a field. */
export const assignFrom = (field: AssignField): Mutator["setter"] => {
  if (field.from === "externalData") return (_object, username) => placeholderSetter(field.source, username);
  if (field.from === "metadata") return (object) => ({ value: () => succeed(object[field.field]) });
  const { value } = field;
  const setter: Setter = { value: () => succeed(value), ...(isFields(value) ? { element: value } : {}) };
  return () => setter;
};

/** Puts a placeholder in place of a text, which it keeps, or of another placeholder, whose key it takes. */
const placeholderSetter = (source: ExternalData, username: string): Setter => ({
  value: (current) => {
    if (current === undefined)
      return succeed(new Placeholder(source, source.dataSource === "Username" ? username : ""));
    if (current instanceof Placeholder) return succeed(new Placeholder(source, current.key));
    if (typeof current === "string") return succeed(new Placeholder(source, current));
    const found = `got ${printGoValue(current)} (${goTypeName(current)})`;
    return fail("mutation-failed", `value assigned to external data placeholder is not a string, ${found}`);
  },
});

/** Whether what is assigned may hold stand-ins. */
export const assignsStandIns = (field: AssignField): boolean =>
  field.from === "externalData" || (field.from === "value" && holdsStandIns(field.value));

const holdsStandIns = (value: WorkingValue): boolean =>
  value instanceof StandIn ||
  (isFields(value) ? holdStandIns(value) : Array.isArray(value) && value.some(holdsStandIns));

const holdStandIns = (fields: WorkingFields): boolean => Object.values(fields).some(holdsStandIns);
