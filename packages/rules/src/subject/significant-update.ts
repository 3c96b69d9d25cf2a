import type { ContainerList } from "../rule.js";
import type { ContainerView, PodView } from "./pod-view.js";

/**
 * Whether an update of a pod changes what Pod Security judges. Nearly all of a pod is immutable: what counts are the
 * numbers of containers and init containers, their images, and new or changed ephemeral containers.
 *
 * @source admission/admission.go, isSignificantPodUpdate
 */
export const isSignificantUpdate = (pod: PodView, oldPod: PodView): boolean =>
  differ("containers", pod, oldPod) || differ("initContainers", pod, oldPod) || hasNewEphemeralContainer(pod, oldPod);

const imagesOf = (pod: PodView, list: ContainerList): readonly (readonly [name: string, image: string])[] =>
  pod.containers
    .filter(({ ref }) => ref.list === list)
    .map(({ ref, fields }: ContainerView) => [ref.name, fields.string("image") ?? ""]);

const differ = (list: ContainerList, pod: PodView, oldPod: PodView): boolean => {
  const images = imagesOf(pod, list);
  const old = imagesOf(oldPod, list);
  return images.length !== old.length || images.some(([, image], index) => image !== old[index]?.[1]);
};

const hasNewEphemeralContainer = (pod: PodView, oldPod: PodView): boolean => {
  const old = new Map(imagesOf(oldPod, "ephemeralContainers"));
  return imagesOf(pod, "ephemeralContainers").some(([name, image]) => old.get(name) !== image);
};
