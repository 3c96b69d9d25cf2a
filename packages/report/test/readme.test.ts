import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { output } from "./readme-example.js";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

describe("the README", () => {
  it("shows an example that compiles and runs, word for word", () => {
    expect(read("../README.md")).toContain(`\`\`\`ts\n${read("readme-example.ts")}\`\`\`\n`);
  });

  it("shows what the example prints", () => {
    expect(read("../README.md")).toContain(`\`\`\`text\n${output}\`\`\`\n`);
  });
});
