import { describe, expect, it } from "vitest";
import type { MetadataPart } from "./require-metadata.js";
import {
  requiredEntriesSchema,
  watchedKinds,
  watchKindsSchema,
  writeEntries,
  writeEntriesOfContent,
} from "./watched-metadata.js";

const LABELS: MetadataPart = { key: "labels", entry: "Label" };
const ANNOTATIONS: MetadataPart = { key: "annotations", entry: "Annotation" };

describe("watchKindsSchema", () => {
  it.each(["/Pod", "apps/Deployment", "a/b", "/No"])("takes %s", (kind) => {
    expect(watchKindsSchema.safeParse([kind]).success).toBe(true);
  });

  it.each([
    "Pod",
    "apps/",
    "/",
    "",
    "Apps/Deployment",
    "apps/v1/Deployment",
    "networking.k8s.io/Ingress",
    "v2/Pod",
    "/Pod\n",
    "/Pod1",
  ])("refuses %j, and says why", (kind) => {
    const { error } = watchKindsSchema.safeParse(["/Pod", kind]);
    expect(error?.issues).toMatchObject([
      {
        path: [1],
        message:
          "expected a group of small letters, a slash and a kind, as in `apps/Deployment`, " +
          `found \`${kind}\`; groups with dots are not accepted`,
      },
    ]);
  });

  it.each([[[]], ["/Pod"], [[5]]])("refuses %j", (value) => {
    expect(watchKindsSchema.safeParse(value).success).toBe(false);
  });
});

describe("requiredEntriesSchema", () => {
  it.each([[[{}]], [[{ key: "a" }, { key: "a", allowedRegex: "(" }]]])("takes %j", (entries) => {
    expect(requiredEntriesSchema.safeParse(entries).success).toBe(true);
  });

  it.each([[[]], [{}], [[{ key: 1 }]], [[{ allowedRegex: null }]], [[{ value: "a" }]]])("refuses %j", (entries) => {
    expect(requiredEntriesSchema.safeParse(entries).success).toBe(false);
  });
});

describe("watchedKinds", () => {
  it("separates groups from kinds", () => {
    expect(watchedKinds({ watchKinds: ["/Pod", "apps/Deployment"] })).toEqual([
      { apiGroups: [""], kinds: ["Pod"] },
      { apiGroups: ["apps"], kinds: ["Deployment"] },
    ]);
  });

  it("gives nothing for what is no pair", () => {
    expect(watchedKinds({ watchKinds: ["Pod"] })).toEqual([{ apiGroups: ["Pod"], kinds: [""] }]);
  });

  it.each([undefined, {}, { watchKinds: 5 }])("selects every kind for %j", (field) => {
    expect(watchedKinds(field)).toEqual([]);
  });
});

describe("writeEntries", () => {
  it("drops what is empty from an entry, but no entry", () => {
    const entries = [
      { key: "a", allowedRegex: "" },
      { key: "", allowedRegex: "b" },
      {},
      { key: "c", allowedRegex: "d" },
    ];
    const written = [{ key: "a" }, { allowedRegex: "b" }, {}, { key: "c", allowedRegex: "d" }];
    expect(writeEntries(LABELS, { labels: entries })).toEqual({ labels: written });
    expect(writeEntries(ANNOTATIONS, { annotations: entries })).toEqual({ annotations: written });
  });

  it("writes no entries where there are none", () => {
    expect(writeEntries(LABELS, {})).toEqual({ labels: [] });
    expect(writeEntries(LABELS, { watchKinds: ["/Pod"] })).toEqual({ labels: [] });
    expect(writeEntries(LABELS, { labels: 5 })).toEqual({ labels: [] });
  });

  it("writes nothing for an absent field", () => expect(writeEntries(LABELS, undefined)).toBeUndefined());
});

describe("writeEntriesOfContent", () => {
  it.each([undefined, {}])("writes nothing for %j", (field) => {
    expect(writeEntriesOfContent(LABELS, field)).toBeUndefined();
  });

  it("writes anything else as it is otherwise written", () => {
    expect(writeEntriesOfContent(LABELS, { watchKinds: ["/Pod"] })).toEqual({ labels: [] });
    expect(writeEntriesOfContent(LABELS, { labels: [{ key: "a" }] })).toEqual({ labels: [{ key: "a" }] });
    expect(writeEntriesOfContent(LABELS, null)).toEqual({ labels: [] });
  });
});
