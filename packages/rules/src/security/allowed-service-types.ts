import * as z from "zod/mini";
import { type ConstraintCheck, constraintKind, type PolicyField, type PolicyValues } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";

const types = z.array(z.enum(["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]));

/** `spec.policies.allowedServiceTypes`: the types that services may have. */
export const allowedServiceTypesField: PolicyField = {
  name: "allowedServiceTypes",
  schema: { "1.66": undefined, "1.76": types, next: types },
};

const schema = z.looseObject({ allowedServiceTypes: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof schema>;

/** What differs between releases. */
interface Behaviour {
  /** The type of a service that does not say; `undefined` where such a service passes. */
  readonly absent: string | undefined;
  readonly word: (service: string, type: string, list: string) => string;
}

const RELEASE_176: Behaviour = {
  absent: undefined,
  word: (service, type, list) => `Service "${service}" has invalid type: "${type}", allowed: ${list}`,
};

const NEXT: Behaviour = {
  absent: "ClusterIP",
  word: (service, type, list) => `Field Service ${service} type has value ${type} which is not allowed (${list})`,
};

/**
 * Services must be of listed types.
 *
 * Field    spec.policies.allowedServiceTypes: list of ClusterIP, NodePort, LoadBalancer, ExternalName
 * Judges   Services: spec.type
 * Allowed  a listed type; absent in 1.76, whereas it counts as ClusterIP in next
 * Empty    refuses every type
 * Since    1.76
 * Fix      set `spec.type` to a listed type; an Ingress publishes a Service of type `ClusterIP`
 * Source   security-policy: allowed-service-types
 */
export const allowedServiceTypes = constraintKind<Parameters>({
  name: "D8AllowedServiceTypes",
  fields: [allowedServiceTypesField],
  objects: [{ apiGroups: [""], kinds: ["Service"] }],
  parameters: schema,
  generate: { "1.66": undefined, "1.76": writeTypes, next: writeTypes },
  behaviours: {
    "1.66": undefined,
    "1.76": (parameters) => requireType(parameters, RELEASE_176),
    next: (parameters) => requireType(parameters, NEXT),
  },
});

function writeTypes({ allowedServiceTypes: allowed }: PolicyValues) {
  return allowed === undefined ? undefined : { allowedServiceTypes: allowed };
}

function requireType({ allowedServiceTypes: allowed }: Parameters, { absent, word }: Behaviour): ConstraintCheck {
  const list = printValue(allowed, "exact");
  return ({ object, name }) => {
    const spec = object.object("spec");
    const found = spec.string("type");
    const type = found ?? absent;
    if (type === undefined || allowed.includes(type)) return [];
    return [{ message: word(name, type, list), findings: [{ path: spec.path("type"), found, allowed }] }];
  };
}
