import { describe, expect, it } from "vitest";
import { escapeSarifText } from "./sarif-text.js";

describe("the text of a SARIF message", () => {
  it("holds no link", () => {
    expect(escapeSarifText("see [here](https://evil.example)")).toBe("see \\[here\\](https://evil.example)");
  });

  it("is left alone where nothing could be taken for a link", () => {
    const text = 'must set drop=["ALL"] (container "a\\b")';
    expect(escapeSarifText(text)).toBe(text);
  });
});
