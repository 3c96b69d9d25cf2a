import type { Json } from "@ostiary/core";
import type { SuiteFiles } from "../src/suite/suite-files.js";

/** Files in memory; a text in place of objects is why they cannot be understood. */
export const memoryFiles = (files: Readonly<Record<string, readonly Json[] | string>>): SuiteFiles => {
  const read = (path: string): ReturnType<SuiteFiles["readAll"]> => {
    const found = files[path];
    if (found === undefined) return { ok: false, error: { code: "unreadable", message: `open ${path}: gone` } };
    if (typeof found === "string") return { ok: false, error: { code: "invalid-yaml", message: found } };
    return { ok: true, value: found };
  };
  return {
    name: (path) => `dir/${path}`,
    readAll: read,
    readOne: (path) => {
      const all = read(path);
      return all.ok ? { ok: true, value: all.value[0] ?? {} } : all;
    },
  };
};
