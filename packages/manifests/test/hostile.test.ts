import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createManifestReader, type ManifestDocument, readManifests } from "../src/index.js";

const MEGA = 1_000_000;

/** Reads everything, and asks of every document what can be asked. */
const codes = (source: string | Uint8Array): (string | undefined)[] =>
  [...readManifests(source)].map((document) => {
    document.excerpt(document.position(["spec", "containers", 0]));
    return document.problems[0]?.code;
  });

describe("hostile input", () => {
  it.each([
    ["nested flow lists", "[".repeat(10_000), ["too-deep"]],
    ["nested JSON", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, ["too-deep"]],
    ["nested lists on a line", `${"- ".repeat(10_000)}a`, ["too-deep"]],
    ["nested maps", Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"), ["too-deep"]],
    ["a string of 10 MB", `a: "${"x".repeat(10 * MEGA)}"`, [undefined]],
    ["a string of 10 MB without an end", `a: "${"x".repeat(10 * MEGA)}`, ["syntax"]],
    ["a plain scalar of 10 MB", `a: ${"x ".repeat(5 * MEGA)}`, [undefined]],
    ["a key of 10 MB", `${"x".repeat(10 * MEGA)}: 1`, ["syntax"]],
    ["a number of 10 MB", `a: ${"1".repeat(10 * MEGA)}`, [undefined]],
    ["underscores", `a: 0${"_".repeat(10 * MEGA)}`, [undefined]],
    ["10 MB of blanks", `${" ".repeat(10 * MEGA)}a: 1`, [undefined]],
    ["10 MB of comment", `#${"#".repeat(10 * MEGA)}\na: 1`, [undefined]],
    ["a separator that is none, after 10 MB", `---${" ".repeat(10 * MEGA)}x`, ["not-an-object"]],
    ["binary tags", `a: !!binary ${"AAAA".repeat(2 * MEGA)}`, [undefined]],
    ["half characters in JSON", `{"a": "${"\\ud800".repeat(MEGA)}"}`, [undefined]],
    ["braces", "{".repeat(5 * MEGA), ["template-placeholder"]],
    ["separators", "---\n".repeat(MEGA), []],
    ["a null byte", "a: 1\n---\na: \0\n---\na: 1", [undefined, "binary", undefined]],
    ["half a surrogate pair", "a: \ud800\n---\na: 1", ["binary", undefined]],
    ["a document that is its own part", "&a [*a]", ["alias-bomb"]],
    ["many duplicate keys", "a: 1\n".repeat(100_000), ["duplicate-key"]],
    ["many definitions of one anchor", "- &a x\n- *a\n".repeat(50_000), ["not-an-object"]],
    ["lines that are less indented than YAML asks", `a: [\n${"x,\n".repeat(50_000)}]`, ["syntax"]],
  ])("%s", (_what, source, expected) => {
    expect(codes(source)).toEqual(expected);
  });

  it("refuses the billion laughs without expanding them", () => {
    const names = [..."abcdefghijklmnopqrstuvwxyz"];
    const lines = names.slice(1).map((name, index) => `${name}: &${name} [${Array(9).fill(`*${names[index]}`)}]`);
    expect(codes(["a: &a [lol]", ...lines].join("\n"))).toEqual(["alias-bomb"]);
  });

  it("cuts off a document of 100 MB and reads the next", () => {
    const reader = createManifestReader();
    const documents: ManifestDocument[] = [];
    for (let count = 0; count < 100; count++) documents.push(...reader.push("key: value\n".repeat(MEGA / 10)));
    documents.push(...reader.push("---\na: 1\n"), ...reader.end());
    expect(documents.map(({ problems }) => problems[0]?.code)).toEqual(["too-large", undefined]);
  });

  it("never throws, whatever bytes or characters there are", () => {
    const pieces = fc.constantFrom(
      ..."abc019.:-?#[]{},&*!|>'\"%@` \t\n\r\\~<=_",
      ...[
        "\n  ",
        "- ",
        ": ",
        "? ",
        "---\n",
        "--- ",
        "...\n",
        "&a ",
        "*a ",
        "!!int ",
        "!x ",
        "<<: ",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\ud800",
        "\0",
      ],
    );
    const soup = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(soup, (source) => {
        codes(source);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        codes(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves prototypes alone", () => {
    codes("__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n<<: {__proto__: {polluted: 1}}");
    codes('{"__proto__": {"polluted": 1}}');
    expect("polluted" in {}).toBe(false);
  });
});
