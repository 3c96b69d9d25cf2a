import * as z from "zod/mini";
import type { ContainerList, ContainerRef } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView } from "../subject/pod-view.js";

/** The names that policies may list, and `ALL`. */
const NAMES = [
  "ALL",
  "SETPCAP",
  "SYS_MODULE",
  "SYS_RAWIO",
  "SYS_PACCT",
  "SYS_ADMIN",
  "SYS_NICE",
  "SYS_RESOURCE",
  "SYS_TIME",
  "SYS_TTY_CONFIG",
  "MKNOD",
  "AUDIT_WRITE",
  "AUDIT_CONTROL",
  "MAC_OVERRIDE",
  "MAC_ADMIN",
  "NET_ADMIN",
  "SYSLOG",
  "CHOWN",
  "NET_RAW",
  "DAC_OVERRIDE",
  "FOWNER",
  "DAC_READ_SEARCH",
  "FSETID",
  "KILL",
  "SETGID",
  "SETUID",
  "LINUX_IMMUTABLE",
  "NET_BIND_SERVICE",
  "NET_BROADCAST",
  "IPC_LOCK",
  "IPC_OWNER",
  "SYS_CHROOT",
  "SYS_PTRACE",
  "SYS_BOOT",
  "LEASE",
  "SETFCAP",
  "WAKE_ALARM",
  "BLOCK_SUSPEND",
] as const;

/** A list of capabilities as policies write it. */
export const capabilityNames = z.array(z.enum(NAMES));

/** What a container adds to its capabilities, or drops. */
export const capabilitiesOf = ({ securityContext }: ContainerView, field: "add" | "drop"): readonly string[] =>
  securityContext.optional("capabilities")?.strings(field) ?? [];

/** What an exception says of capabilities; `undefined` where it says nothing. */
export const exceptedCapabilities = (exception: ObjectView): ObjectView | undefined =>
  exception.object("securityContext").object("capabilities").optional("allowedValues");

/** The names that are not among others, case aside; each with its position. */
export const missingFrom = (
  others: readonly string[],
  names: readonly string[],
): readonly { readonly name: string; readonly index: number }[] => {
  const known = new Set(others.map((name) => name.toLowerCase()));
  return names.map((name, index) => ({ name, index })).filter(({ name }) => !known.has(name.toLowerCase()));
};

/** Whether all names are among others, case aside. */
export const areAmong = (others: readonly string[], names: readonly string[]): boolean =>
  missingFrom(others, names).length === 0;

/** What a container is called, by the list that it is in. */
const WORDS_166: Readonly<Record<ContainerList, string>> = {
  containers: "container",
  initContainers: "init container",
  ephemeralContainers: "ephemeral container",
};

/** How 1.66 names a container; the brackets are its own. */
export const nameContainer166 = ({ list, name }: ContainerRef): string => `${WORDS_166[list]} <${name}>`;
