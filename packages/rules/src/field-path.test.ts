import { describe, expect, it } from "vitest";
import { formatFieldPath } from "./field-path.js";

describe("formatFieldPath", () => {
  it.each([
    [[], ""],
    [["spec"], "spec"],
    [["spec", "containers", 0, "image"], "spec.containers[0].image"],
    [[0], "[0]"],
    [[0, 1, "a"], "[0][1].a"],
    [["metadata", "labels", "app.kubernetes.io/name"], "metadata.labels[app.kubernetes.io/name]"],
    [["app.kubernetes.io/name"], "[app.kubernetes.io/name]"],
    [["metadata", "labels", ""], "metadata.labels[]"],
    [["metadata", "labels", "my-app"], "metadata.labels.my-app"],
    [["metadata", "labels", "_x", "$y", "z9"], "metadata.labels._x.$y.z9"],
    [["metadata", "labels", "9"], "metadata.labels[9]"],
    [["metadata", "labels", "a b"], "metadata.labels[a b]"],
    [["metadata", "labels", "é"], "metadata.labels[é]"],
    [["metadata", "labels", "a\n"], "metadata.labels[a\n]"],
    [["metadata", "labels", "__proto__"], "metadata.labels.__proto__"],
  ])("writes %j as %j", (path, text) => {
    expect(formatFieldPath(path)).toBe(text);
  });
});
