import type { FieldPath } from "../field-path.js";
import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView, PodView } from "../subject/pod-view.js";

/** The AppArmor profile of a container. */
export interface AppArmorProfile {
  /** As annotations spell it, e.g. `runtime/default`. */
  readonly name: string;
  /** Where it is written, or would be. */
  readonly path: FieldPath;
  /** What is written there; `undefined` for nothing. */
  readonly found: string | undefined;
  /** Whether the container's own field says so. */
  readonly isOwn: boolean;
}

/** Finds the profile of a container; `undefined` for one that is not to be checked. */
export type ReadAppArmorProfile = (container: ContainerView, pod: PodView) => AppArmorProfile | undefined;

const ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";
const DEFAULT = "runtime/default";

/** The types of `appArmorProfile` that need no file, as annotations spell them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["RuntimeDefault", DEFAULT],
  ["Unconfined", "unconfined"],
]);

/** 1.66 looks at annotations only. */
export const readAppArmor166: ReadAppArmorProfile = ({ ref }, pod) => {
  const absent = { name: DEFAULT, path: annotationPath(pod, ref.name), found: undefined, isOwn: false };
  return readAnnotation(pod, ref.name) ?? absent;
};

/** 1.76 looks at the container's field, the annotation, the pod's field. */
export const readAppArmor176: ReadAppArmorProfile = ({ securityContext, ref }, pod) => {
  const own = securityContext.optional("appArmorProfile");
  if (own !== undefined) return readWithFile(own, true);
  const annotation = readAnnotation(pod, ref.name);
  if (annotation !== undefined) return annotation;
  const ofPod = pod.securityContext.optional("appArmorProfile");
  if (ofPod !== undefined) return readWithFile(ofPod, false);
  return { name: DEFAULT, path: securityContext.path("appArmorProfile"), found: undefined, isOwn: false };
};

/** Release next looks at the same places, but at no file, and lets a container without a profile be. */
export const readAppArmorNext: ReadAppArmorProfile = ({ securityContext, ref }, pod) =>
  readType(securityContext.object("appArmorProfile"), true) ??
  readAnnotation(pod, ref.name) ??
  readType(pod.securityContext.object("appArmorProfile"), false);

const annotationPath = ({ metadata }: PodView, container: string): FieldPath =>
  metadata.path("annotations", ANNOTATION + container);

const readAnnotation = (pod: PodView, container: string): AppArmorProfile | undefined => {
  const found = pod.annotations.get(ANNOTATION + container);
  return found === undefined ? undefined : { name: found, path: annotationPath(pod, container), found, isOwn: false };
};

/** A file makes part of the profile; a type that is not known, or lacks its file, gives none. */
const readWithFile = (profile: ObjectView, isOwn: boolean): AppArmorProfile | undefined => {
  const type = profile.string("type") ?? "";
  const name = NAMES.get(type);
  if (name !== undefined) return { name, path: profile.path("type"), found: type, isOwn };
  const file = profile.string("localhostProfile");
  if (type !== "Localhost" || file === undefined) return undefined;
  return { name: `localhost/${file}`, path: profile.path("localhostProfile"), found: file, isOwn };
};

const readType = (profile: ObjectView, isOwn: boolean): AppArmorProfile | undefined => {
  const type = profile.string("type");
  if (type === undefined) return undefined;
  const name = NAMES.get(type) ?? (type === "Localhost" ? "localhost" : type);
  return { name, path: profile.path("type"), found: type, isOwn };
};
