import { dump } from "js-yaml";
import type { CheckedObject } from "./checked-object.js";
import { beginJsonList } from "./json-list.js";
import { nameReport } from "./policyreport-name.js";
import { describeFileProblem, listResults, plain, type Result } from "./policyreport-results.js";
import type { Renderer } from "./renderer.js";

/** How policy reports are made. */
export interface PolicyReportOptions {
  /** `yaml`: a stream of documents. `json`: a `List`. Default: `yaml`. */
  readonly format?: "yaml" | "json";
}

const API_VERSION = "wgpolicyk8s.io/v1alpha2";

/**
 * Creates the renderer for the policy reports of Kubernetes' policy working group: one `PolicyReport` for each object in a
 * namespace, one `ClusterPolicyReport` for each other object, and one for the problems with files. Objects to which no policy
 * applies have none. Timestamps are left out: nothing here reads a clock. Problems are held until the end.
 */
export const createPolicyReportRenderer = ({ format = "yaml" }: PolicyReportOptions = {}): Renderer => {
  const problems: Result[] = [];
  const { begin, item, end } = FORMATS[format]();
  return {
    begin: () => begin,
    object: (entry) => {
      const results = listResults(entry);
      return results.length === 0 ? "" : item(reportObject(entry, results));
    },
    problem: (problem) => {
      problems.push(describeFileProblem(problem));
      return "";
    },
    end: () => (problems.length === 0 ? end : item(reportFiles(problems)) + end),
  };
};

/** How a sequence of reports is written. */
interface Format {
  readonly begin: string;
  readonly item: (report: object) => string;
  readonly end: string;
}

const FORMATS: Readonly<Record<"yaml" | "json", () => Format>> = {
  yaml: () => ({
    begin: "",
    item: (report) => `---\n${dump(report, { lineWidth: -1, noRefs: true, quoteStyle: "double" })}`,
    end: "",
  }),
  json: () => ({ begin: '{"apiVersion":"v1","kind":"List","items":[', item: beginJsonList(), end: "\n]}\n" }),
};

const reportObject = (entry: CheckedObject, results: readonly Result[]) => {
  const isNamespaced = entry.namespace !== "";
  const { apiVersion, kind, namespace, name } = entry;
  return report(
    isNamespaced ? "PolicyReport" : "ClusterPolicyReport",
    { name: nameReport(entry), ...(isNamespaced && { namespace: plain(namespace) }) },
    {
      apiVersion: plain(apiVersion),
      kind: plain(kind),
      ...(isNamespaced && { namespace: plain(namespace) }),
      name: plain(name),
    },
    results,
  );
};

const reportFiles = (results: readonly Result[]) =>
  report("ClusterPolicyReport", { name: "ostiary-files" }, undefined, results);

const report = (
  kind: "PolicyReport" | "ClusterPolicyReport",
  metadata: Readonly<Record<string, string>>,
  scope: object | undefined,
  results: readonly Result[],
) => {
  const countOf = (result: Result["result"]): number => results.filter((each) => each.result === result).length;
  return {
    apiVersion: API_VERSION,
    kind,
    metadata,
    ...(scope !== undefined && { scope }),
    summary: {
      pass: countOf("pass"),
      fail: countOf("fail"),
      warn: countOf("warn"),
      error: countOf("error"),
      skip: countOf("skip"),
    },
    results,
  };
};
