import { expect, it } from "vitest";
import { describeRepetitions } from "./repetitions.js";

const pod = (name: string, namespace?: string) => ({ apiVersion: "v1", kind: "Pod", metadata: { name, namespace } });
const source = (title: string, ...objects: readonly unknown[]) => ({
  title,
  objects: JSON.parse(JSON.stringify(objects)),
});
const now = new Date(2026, 0, 2, 3, 4, 5);

it("an object of a group, kind, namespace and name that was there before is warned about, with its last place", () => {
  const sources = [
    source('file: "a"', pod("x")),
    source('file: "b"', pod("x"), pod("x", "n"), { ...pod("x"), apiVersion: "apps/v1" }),
    source("stdin", { ...pod("x"), apiVersion: "v2" }),
  ];
  expect(describeRepetitions(sources, now)).toEqual([
    '2026/01/02 03:04:05 WARNING - Resource named "x" (from file: "b") is already defined in file: "a"',
    '2026/01/02 03:04:05 WARNING - Resource named "x" (from stdin) is already defined in file: "b"',
  ]);
});
