import { createPatch, type Json } from "@ostiary/gatekeeper";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { describe, expect, test } from "vitest";
import { editManifests } from "./edit-manifests.js";

/** Whatever a manifest holds, so that a change of it can be written down in a few words. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes parts of a text that stands right above it
type Loose = any;

const edit = (text: string, change: (value: Record<string, Json>) => Json | undefined) => {
  const documents = [...readManifests(text)].filter(
    (document): document is ObjectDocument => document.kind === "object",
  );
  const changes = documents.flatMap((document) => {
    const before = document.value as Record<string, Json>;
    const object = change(structuredClone(before));
    return object === undefined ? [] : [[document, { object, patch: createPatch(before, object) }] as const];
  });
  return editManifests(text, documents, new Map(changes));
};

const POD = `# The shop.
apiVersion: v1   # core
kind: Pod
metadata:
  name: "web"
  labels: # who
    app: web # it is web

    # the team
    team: 'a'
spec:
    containers:
    - name: web
      image: nginx   # pinned below
      args: [ "-v",  '--fast' ]
      command:
      - sh
      # then
      - -c
      resources: {}
    nodeSelector:
    restartPolicy: Always

# end
`;

describe("a change leaves all else as it is written", () => {
  test.each<[string, (spec: Loose, metadata: Loose) => void, [string, string][]]>([
    [
      "a text",
      (s) => {
        s.containers[0].image = "x:1";
      },
      [["image: nginx ", "image: x:1 "]],
    ],
    [
      "a new field",
      (s) => {
        s.hostNetwork = false;
      },
      [["Always\n", "Always\n    hostNetwork: false\n"]],
    ],
    [
      "a new label",
      (_s, m) => {
        m.labels.x = "yes";
      },
      [["'a'\n", `'a'\n    x: "yes"\n`]],
    ],
    [
      "an empty map",
      (s) => {
        s.containers[0].resources = { limits: { cpu: "1" } };
      },
      [["resources: {}", `resources:\n        limits:\n          cpu: "1"`]],
    ],
    [
      "nothing",
      (s) => {
        s.nodeSelector = { a: "b" };
      },
      [["nodeSelector:", "nodeSelector:\n      a: b"]],
    ],
    [
      "a flow list",
      (s) => {
        s.containers[0].args.push("z, y");
      },
      [[" '--fast' ]", ` '--fast', "z, y" ]`]],
    ],
    [
      "a flow list's head",
      (s) => {
        s.containers[0].args.unshift("z");
      },
      [[`[ "-v"`, `[ z, "-v"`]],
    ],
    [
      "a block list",
      (s) => {
        s.containers[0].command.push("a");
      },
      [["- -c\n", "- -c\n      - a\n"]],
    ],
    [
      "a container",
      (s) => {
        s.containers.push({ name: "p", ports: [{ containerPort: 1 }] });
      },
      [["resources: {}\n", "resources: {}\n    - name: p\n      ports:\n      - containerPort: 1\n"]],
    ],
    [
      "a removed field",
      (s) => {
        delete s.containers[0].image;
      },
      [["      image: nginx   # pinned below\n", ""]],
    ],
    [
      "a removed first key",
      (s) => {
        delete s.containers[0].name;
      },
      [["- name: web\n      image", "- image"]],
    ],
    [
      "a removed item",
      (s) => {
        s.containers[0].command.splice(0, 1);
      },
      [["      - sh\n", ""]],
    ],
    [
      "an emptied list",
      (s) => {
        s.containers[0].command = [];
      },
      [["command:\n      - sh\n      # then\n      - -c", "command: []"]],
    ],
    [
      "an emptied flow list",
      (s) => {
        s.containers[0].args = [];
      },
      [[`[ "-v",  '--fast' ]`, "[]"]],
    ],
    [
      "a map in the place of a text",
      (s) => {
        s.containers[0].image = { a: 1 };
      },
      [["image: nginx   # pinned below", "image:   # pinned below\n        a: 1"]],
    ],
    [
      "a text of lines",
      (s) => {
        s.containers[0].image = "a\nb\n";
      },
      [["image: nginx   # pinned below", "image: |   # pinned below\n        a\n        b"]],
    ],
  ])("%s", (_what, change, replacements) => {
    const result = edit(POD, (pod: Loose) => {
      change(pod.spec, pod.metadata);
      return pod;
    });
    const expected = replacements.reduce((text, [from, to]) => text.replace(from, to), POD);
    expect(result?.text).toBe(expected);
    expect(result?.rewritten).toEqual([]);
  });
});

describe("what cannot be changed in its place", () => {
  test("is written anew, and said to be", () => {
    const text = "a: &x {b: 1}\nc: *x # a comment\n---\nd: 1 # kept\n";
    const result = edit(text, (value) => ("c" in value ? { ...value, c: { b: 2 } } : undefined));
    expect(result?.text).toBe("a:\n  b: 1\nc:\n  b: 2\n---\nd: 1 # kept\n");
    expect(result?.rewritten).toHaveLength(1);
  });

  test("is refused where other objects share it", () => {
    const text = "kind: List\napiVersion: v1\nitems:\n- metadata: &m {name: a}\n- metadata: *m\n";
    const documents = [...readManifests(text)].filter(
      (document): document is ObjectDocument => document.kind === "object",
    );
    const [first] = documents;
    if (first === undefined) throw new Error("no object");
    const object = { metadata: { name: "b" } };
    const changes = new Map([[first, { object, patch: createPatch(first.value as Json, object) }]]);
    expect(editManifests(text, documents, changes)).toBeUndefined();
  });
});

describe("other writings", () => {
  test.each<[string, string, string]>([
    ["JSON on one line", `{"a": {"b": 1}}`, `{"a": {"b": 1, "k": "x"}}`],
    [
      "JSON on lines",
      `{\n  "a": {\n    "b": 1,\n    "c": 2\n  }\n}\n`,
      `{\n  "a": {\n    "b": 1,\n    "c": 2,\n    "k": "x"\n  }\n}\n`,
    ],
    ["no line break at the end", "a:\n  b: 1", "a:\n  b: 1\n  k: x"],
    ["CRLF", "a:\r\n  b: 1 # c\r\n", "a:\r\n  b: 1 # c\r\n  k: x\r\n"],
    ["a byte-order mark", "\uFEFFa:\n  b: 1\n", "\uFEFFa:\n  b: 1\n  k: x\n"],
    [
      "an item of a list",
      "kind: List\napiVersion: v1\nitems:\n- a: # c\n    b: 1\n",
      "kind: List\napiVersion: v1\nitems:\n- a: # c\n    b: 1\n    k: x\n",
    ],
    [
      "the second document",
      "# first\nz: 1\n---\na:\n  b: |\n    t\n\n---\nz: 2\n",
      "# first\nz: 1\n---\na:\n  b: |\n    t\n  k: x\n\n---\nz: 2\n",
    ],
    ["flow in YAML", "a: {b: 1}\n", "a: {b: 1, k: x}\n"],
    ["a quoted key", `"a" :\n  b: 1\n`, `"a" :\n  b: 1\n  k: x\n`],
  ])("%s", (_what, text, expected) => {
    const result = edit(text, (value) =>
      "a" in value ? { ...value, a: { ...(value["a"] as object), k: "x" } } : undefined,
    );
    expect(result).toEqual({ text: expected, rewritten: [] });
  });
});

describe("hostile texts", () => {
  test("`__proto__` is a name like any other", () => {
    const text = 'a:\n  __proto__: {x: 1}\n  "constructor": y\n';
    const result = edit(text, (value) => ({ ...value, a: { ...(value["a"] as object), ["__proto__"]: { x: 2 } } }));
    expect(result?.text).toBe('a:\n  __proto__: {x: 2}\n  "constructor": y\n');
    expect(Object.prototype).not.toHaveProperty("x");
  });

  test.each<[string, string]>([
    ["brackets", `a: ${"[".repeat(400)}1${"]".repeat(400)}\nb: 1\n`],
    ["blocks", `${Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")} 1\nb: 1\n`],
  ])("deep %s are no burden", (_what, text) => {
    const result = edit(text, (value) => ({ ...value, b: 2 }));
    expect(result).toEqual({ text: text.replace("b: 1", "b: 2"), rewritten: [] });
  });

  test("a text of some megabytes is no burden", () => {
    const text = `a: ${"x".repeat(3_000_000)}\nb: |\n${"  line\n".repeat(100_000)}c: 1\n`;
    const result = edit(text, (value) => ({ ...value, c: 2 }));
    expect(result?.text).toBe(text.replace("c: 1", "c: 2"));
  });

  test("many objects can change at once", () => {
    const text = "a: 1\nb: {c: [1, 2]}\n---\n".repeat(2000);
    const result = edit(text, (value) => ({ ...value, k: "x" }));
    expect(result?.rewritten).toEqual([]);
    expect(result?.text.match(/^k: x$/gm)).toHaveLength(2000);
  });
});
