import type { Json } from "@ostiary/core";
import { readIdentity } from "../check/identity.js";
import type { Source } from "./source.js";

/**
 * Warns of objects of one kind and name that occur in several sources, or several times in one, as gator's log does.
 *
 * @param now - the time of the log
 */
export const describeRepetitions = (sources: readonly Source[], now: Date): readonly string[] => {
  const known = new Map<string, Source>();
  const warnings: string[] = [];
  for (const source of sources) {
    for (const object of source.objects) {
      const { key, name } = identify(object);
      const earlier = known.get(key);
      if (earlier !== undefined) {
        const what = `Resource named ${JSON.stringify(name)} (from ${source.title}) is already defined in ${earlier.title}`;
        warnings.push(`${formatTime(now)} WARNING - ${what}`);
      }
      known.set(key, source);
    }
  }
  return warnings;
};

const identify = (object: Json): { readonly key: string; readonly name: string } => {
  const { apiVersion, kind, namespace, name } = readIdentity(object);
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return { key: JSON.stringify([group, kind, namespace, name]), name: name ?? "" };
};

/** As Go's log writes it: `2026/11/24 09:05:00`, in local time. */
const formatTime = (now: Date): string => {
  const pad = (part: number): string => String(part).padStart(2, "0");
  const day = [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join("/");
  return `${day} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(pad).join(":")}`;
};
