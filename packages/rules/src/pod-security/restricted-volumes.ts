import type { Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { foundValues, plural, quoteEach } from "./wording.js";

const ALLOWED: readonly string[] = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

/** The sources that can be named in a message, in the order in which they are looked for. */
const RESTRICTED: readonly string[] = [
  "hostPath",
  "gcePersistentDisk",
  "awsElasticBlockStore",
  "gitRepo",
  "nfs",
  "iscsi",
  "glusterfs",
  "rbd",
  "flexVolume",
  "cinder",
  "cephfs",
  "flocker",
  "fc",
  "azureFile",
  "vsphereVolume",
  "quobyte",
  "azureDisk",
  "photonPersistentDisk",
  "portworxVolume",
  "scaleIO",
  "storageos",
];

/**
 * Volumes must be of the kinds that need no trust in the pod: its own data, or storage that an administrator provides.
 *
 * Fields   spec.volumes[*]
 * Allowed  configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret; one of them
 *          is enough, whatever else the volume has
 * Since    v1.0; image at every version, although servers v1.31 and v1.32 refused it
 * Replaces hostPathVolumes
 * Source   policy/check_restrictedVolumes.go
 */
export const restrictedVolumes: Control = {
  id: "restrictedVolumes",
  level: "restricted",
  overrides: "hostPathVolumes",
  behaviours: [{ since: 0, find: forbidVolumeTypes, word: wordVolumeTypes }],
};

function forbidVolumeTypes(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const volume of pod.spec.objects("volumes")) {
    if (!ALLOWED.some((type) => volume.has(type))) findings.push(describe(volume));
  }
  return findings;
}

/** A source that is unknown, or no source at all, has no field that could be pointed at: the volume itself is. */
const describe = (volume: ObjectView): Finding => {
  const type = RESTRICTED.find((source) => volume.has(source));
  return {
    path: type === undefined ? volume.path() : volume.path(type),
    volume: volume.string("name") ?? "",
    found: type ?? "unknown",
    allowed: ALLOWED,
  };
};

function wordVolumeTypes(findings: readonly Finding[]) {
  const names = findings.map(({ volume }) => volume ?? "");
  const types = foundValues(findings);
  const volumes = `${plural(names.length, "volume", "volumes")} ${quoteEach(names)}`;
  const use = plural(names.length, "uses", "use");
  const what = plural(types.length, "restricted volume type", "restricted volume types");
  return { reason: "restricted volume types", detail: `${volumes} ${use} ${what} ${quoteEach(types)}` };
}
