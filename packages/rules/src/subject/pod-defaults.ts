import type { ContainerList } from "../rule.js";

type Fields = Readonly<Record<string, unknown>>;

/** The lists whose ports the API server completes; ephemeral containers have none. */
const WITH_PORTS: readonly ContainerList[] = ["initContainers", "containers"];

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/**
 * Changes a value inside an object without touching the object: what is not changed is shared with it.
 *
 * @returns the object itself when nothing changes
 */
export const updateField = (fields: unknown, key: string, update: (value: unknown) => unknown): unknown => {
  if (!isFields(fields)) return fields;
  const before = own(fields, key);
  const after = update(before);
  return after === before ? fields : { ...fields, [key]: after };
};

const updateEach = (list: unknown, update: (item: unknown) => unknown): unknown => {
  if (!Array.isArray(list)) return list;
  const updated = list.map(update);
  return updated.some((item, index) => item !== list[index]) ? updated : list;
};

/**
 * Fills in what the API server fills into a pod's specification, as far as policies can see it: a volume without a source
 * becomes an `emptyDir`; with `hostNetwork`, every port of a container becomes a port of the host.
 *
 * A source that is unknown is left as it is, for the rules to refuse; a real server drops it and fills in `emptyDir`.
 *
 * @param spec - the specification; never changed
 * @param fillsHostPorts - whether host ports are filled in: in Pods always, in templates up to Kubernetes v1.27
 * @source kubernetes/kubernetes, pkg/apis/core/v1/defaults.go
 */
export const defaultPodSpec = (spec: unknown, { fillsHostPorts }: { readonly fillsHostPorts: boolean }): unknown => {
  const filled = updateField(spec, "volumes", (volumes) => updateEach(volumes, fillVolume));
  if (!fillsHostPorts || !isFields(filled) || own(filled, "hostNetwork") !== true) return filled;
  return WITH_PORTS.reduce<unknown>((all, list) => updateField(all, list, fillContainers), filled);
};

const fillVolume = (volume: unknown): unknown => {
  // A null in a list is an object without fields.
  const fields = volume ?? {};
  if (!isFields(fields)) return volume;
  const hasSource = Object.keys(fields).some((key) => key !== "name" && !isAbsent(fields[key]));
  return hasSource ? volume : { ...fields, emptyDir: {} };
};

const fillContainers = (containers: unknown): unknown =>
  updateEach(containers, (container) => updateField(container, "ports", (ports) => updateEach(ports, fillPort)));

const fillPort = (port: unknown): unknown => {
  if (!isFields(port)) return port;
  const hostPort = own(port, "hostPort");
  const containerPort = own(port, "containerPort");
  const isFree = isAbsent(hostPort) || hostPort === 0;
  return isFree && !isAbsent(containerPort) ? { ...port, hostPort: containerPort } : port;
};
