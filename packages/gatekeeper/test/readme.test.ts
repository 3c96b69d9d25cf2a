import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

it("the README shows an example that runs as a test, word for word", () => {
  expect(/```ts\n(.*?)```/su.exec(read("../README.md"))?.[1]).toBe(read("./readme-example.test.ts"));
});

it("the README names every function and constant that the package exports", async () => {
  const exported = Object.keys(await import("../src/index.js"));
  const readme = read("../README.md");
  expect(exported.filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
});
