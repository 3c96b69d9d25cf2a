import type { FieldPath } from "../field-path.js";
import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView, PodView } from "../subject/pod-view.js";

/** The seccomp profile of a container. */
export interface SeccompProfile {
  /** The type of the field, or the value of the annotation; the word `undefined` for neither. */
  readonly name: string;
  /** The file of a field of type `Localhost`; `undefined` for any other. */
  readonly file: string | undefined;
  /** Where it was found, in the words of the messages. */
  readonly location: string;
  /** Where it is written, or would be. */
  readonly path: FieldPath;
  /** What is written there; `undefined` for nothing. */
  readonly found: string | undefined;
}

const CONTAINER_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";
const LOCALHOST = "Localhost";
const POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";

/**
 * Finds the profile of a container: its own field, the pod's, the container's annotation, the pod's, whichever is there first.
 *
 * @returns `undefined` for a field without a type, which is not to be checked
 */
export const readSeccompProfile = (
  { securityContext, ref }: ContainerView,
  pod: PodView,
): SeccompProfile | undefined => {
  const own = securityContext.optional("seccompProfile");
  if (own !== undefined) return readType(own, "container securityContext");
  const ofPod = pod.securityContext.optional("seccompProfile");
  if (ofPod !== undefined) return readType(ofPod, "pod securityContext");
  const annotation = readAnnotation(pod, CONTAINER_ANNOTATION + ref.name) ?? readAnnotation(pod, POD_ANNOTATION);
  if (annotation !== undefined) return annotation;
  const path = securityContext.path("seccompProfile");
  return { name: "undefined", file: undefined, location: "no explicit profile found", path, found: undefined };
};

/**
 * The same for release next, where a profile with a file is called `localhost/` and the file, the pod's where the container names
 * none, and a container without any profile is not checked.
 */
export const readSeccompProfileNext = (container: ContainerView, pod: PodView): SeccompProfile | undefined => {
  const profile = readSeccompProfile(container, pod);
  if (profile?.file === undefined) return profile?.found === undefined ? undefined : profile;
  const ofPod = pod.securityContext.object("seccompProfile").string("localhostProfile") ?? "";
  const file = profile.file === "" ? ofPod : profile.file;
  return { ...profile, name: file === "" ? "localhost" : `localhost/${file}` };
};

const readType = (profile: ObjectView, location: string): SeccompProfile | undefined => {
  const name = profile.string("type");
  if (name === undefined) return undefined;
  const file = name === LOCALHOST ? (profile.string("localhostProfile") ?? "") : undefined;
  return {
    name,
    file,
    location,
    path: profile.path(file === undefined ? "type" : "localhostProfile"),
    found: file ?? name,
  };
};

const readAnnotation = (pod: PodView, key: string): SeccompProfile | undefined => {
  const found = pod.annotations.get(key);
  if (found === undefined) return undefined;
  const path = pod.metadata.path("annotations", key);
  const file = found === LOCALHOST ? "" : undefined;
  return { name: found, file, location: `annotation ${key}`, path, found };
};
