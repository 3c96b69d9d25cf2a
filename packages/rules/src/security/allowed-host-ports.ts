import * as z from "zod/mini";
import { always, type PolicyField } from "../constraint-kind.js";
import { rangeSchema } from "../language/number-range.js";
import { compareValues } from "../language/value-order.js";
import type { ContainerRef, Finding, Json } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView } from "../subject/pod-view.js";
import { wholeObject } from "./print-object.js";

/** `spec.policies.allowedHostPorts`: the ports of the node that pods may use. */
export const allowedHostPortsField: PolicyField = { name: "allowedHostPorts", schema: always(z.array(rangeSchema)) };

/** A port that a container asks for. */
export interface Port {
  /** The entry of the container's list of ports. */
  readonly entry: ObjectView;
  /** Which of the entry's numbers this is. */
  readonly field: "hostPort" | "containerPort";
  readonly number: number | bigint;
  readonly container: ContainerRef;
}

/** The ports of some containers that have the field, in the order of both lists. */
export const readPorts = (containers: readonly ContainerView[], field: Port["field"]): readonly Port[] => {
  const ports: Port[] = [];
  for (const { fields, ref } of containers) {
    for (const entry of fields.objects("ports")) {
      const number = entry.integer(field, 32);
      if (number !== undefined) ports.push({ entry, field, number, container: ref });
    }
  }
  return ports;
};

/**
 * Pods may use only listed ports of their node.
 *
 * Field    spec.policies.allowedHostPorts: list of {min, max}; a missing bound is 0, so that {min: 1000} admits nothing
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].ports[*].hostPort; from 1.76 on also containerPort
 *          where the pod has hostNetwork
 * Allowed  a port within some range, both ends included; 0 is a port like any other; the protocol does not matter
 * Empty    not restricted in 1.66; admits no port later
 * Fix      remove `hostPort` and publish the port with a Service or an Ingress, or take a port within a range
 * Source   security-policy: allow-host-network
 *
 * @param allowed - what is accepted instead: ranges, or ports of an exception
 */
export const findPort = ({ entry, field, number, container }: Port, allowed: Json): Finding => ({
  path: entry.path(field),
  container,
  found: number,
  allowed,
});

/**
 * The containers in the order in which the rule language visits them: sorted by all that they hold, each once.
 *
 * @source all_containers of the templates, which is a set of objects
 */
export const sortContainers = (containers: readonly ContainerView[]): readonly ContainerView[] => {
  const wholes = containers.map((container) => ({ container, whole: wholeObject(container.fields) }));
  wholes.sort((left, right) => compareValues(left.whole, right.whole));
  let previous: Json = null;
  const distinct: ContainerView[] = [];
  for (const { container, whole } of wholes) {
    if (compareValues(whole, previous) !== 0) distinct.push(container);
    previous = whole;
  }
  return distinct;
};
