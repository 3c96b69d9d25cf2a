import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

it("the README shows examples that run as tests, word for word", () => {
  const examples = [...read("../README.md").matchAll(/```ts\n(.*?)```/gsu)].map(([, code]) => code);
  expect(examples).toEqual(["./readme-example.test.ts", "./entries-example.test.ts"].map(read));
});

it("the README names every function and constant that the package exports", async () => {
  const exported = Object.keys(await import("../src/index.js"));
  const readme = read("../README.md");
  expect(exported.filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
});

it("the whole package exports what its other entries export, and the README names these", async () => {
  const whole = Object.keys(await import("../src/index.js"));
  const parts = [
    import("../src/core.js"),
    import("../src/rego.js"),
    import("../src/cel.js"),
    import("../src/mutation.js"),
  ];
  const names = (await Promise.all(parts)).flatMap(Object.keys);
  expect(names.filter((name) => !whole.includes(name))).toEqual([]);
  const entries = Object.keys(JSON.parse(read("../package.json")).exports).filter((entry) => !entry.includes(".json"));
  const readme = read("../README.md");
  expect(entries.filter((entry) => !readme.includes(`\`@ostiary/gatekeeper${entry.slice(1)}\``))).toEqual([]);
});
