import {
  defaultPodSpec,
  type FieldPath,
  findPodCarrier,
  ObjectView,
  type PodCarrier,
  Reading,
  updateField,
} from "@ostiary/rules";
import { ownFields } from "./own-fields.js";
import { readKind } from "./subject.js";

/** Which server fills in the defaults, and in what. */
export interface DefaultsOptions {
  /** Further kinds of objects that hold pods. */
  readonly podCarriers?: readonly PodCarrier[];
  /** The server's version as 30 for v1.30. Default: a current server. */
  readonly serverVersion?: number;
}

/** The last server that filled in the host ports of pod templates. */
const LAST_WITH_TEMPLATE_PORTS = 27;

/**
 * Fills in what an API server fills in before admission, as far as policies can see it: a volume without a source becomes
 * an `emptyDir`, and in a Pod with `hostNetwork` every container port becomes a host port.
 *
 * @param object - a Pod or a workload; never changed. Anything else is returned as it is.
 * @returns the object itself where there is nothing to fill in, else a copy that shares with it whatever is untouched
 * @source kubernetes/kubernetes, pkg/apis/core/v1/defaults.go
 */
export const applyDefaults = (object: unknown, options: DefaultsOptions = {}): unknown => {
  const { podCarriers, serverVersion = Number.POSITIVE_INFINITY } = ownFields(options);
  const carrier = findPodCarrier(readKind(ObjectView.root(new Reading(), object, [])), podCarriers);
  if (carrier === undefined) return object;
  const isPod = carrier.podPath.length === 0;
  const fillsHostPorts = isPod || serverVersion <= LAST_WITH_TEMPLATE_PORTS;
  return updateAt(object, [...carrier.podPath, "spec"], (spec) => defaultPodSpec(spec, { fillsHostPorts }));
};

const updateAt = (object: unknown, [step, ...rest]: FieldPath, update: (value: unknown) => unknown): unknown =>
  step === undefined ? update(object) : updateField(object, String(step), (value) => updateAt(value, rest, update));
