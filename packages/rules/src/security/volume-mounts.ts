import type { ContainerRef } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView } from "../subject/pod-view.js";

/** A mount of a volume in a container. */
export interface VolumeMount {
  readonly fields: ObjectView;
  readonly container: ContainerRef;
}

/** Whether a mount says that it is read-only. */
export const isReadOnly = ({ fields }: VolumeMount): boolean => fields.boolean("readOnly") === true;

/** The mounts of all containers by the name of their volume. */
export const readVolumeMounts = ({ containers }: PodView): ReadonlyMap<string, readonly VolumeMount[]> => {
  const byVolume = new Map<string, VolumeMount[]>();
  for (const { fields, ref } of containers) {
    for (const mount of fields.objects("volumeMounts")) {
      const volume = mount.string("name") ?? "";
      const mounts = byVolume.get(volume) ?? [];
      mounts.push({ fields: mount, container: ref });
      byVolume.set(volume, mounts);
    }
  }
  return byVolume;
};
