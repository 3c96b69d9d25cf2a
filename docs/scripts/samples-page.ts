import { DOCUMENTATION_SAMPLES, type DocumentationSample, SAMPLE_PODS } from "@ostiary/fixtures/deckhouse";
import { RELEASES } from "@ostiary/rules/deckhouse";
import { stringify } from "yaml";
import { block, code, type Page, plain, table } from "./page.js";

const PODS = Object.keys(SAMPLE_PODS);

/** The page that tells what becomes of pods where readers of Deckhouse's documentation do as they are told. */
export const samplesPage = (): Page => ({ path: "policies/samples.md", text: describeAll() });

const describeAll = (): string => `# What the documentation's samples do

Deckhouse's documentation has policies to be copied, and commands that label namespaces. This page does as it says, with the pods at its
end, under Deckhouse's own standards as they are by default. The decisions are [fixtures](../guide/test-oracle.md).

${DOCUMENTATION_SAMPLES.map(describeSample).join("\n\n")}

## The pods

${PODS.map((name) => `${capitalise(name)}:\n\n${block("yaml", stringify(SAMPLE_PODS[name]))}`).join("\n\n")}
`;

const capitalise = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const describeSample = (sample: DocumentationSample): string => {
  const { name, namespace, labels, commands, texts } = sample;
  const written = Object.entries(labels).map(([key, value]) => code(`${key}: "${value}"`));
  return [
    `## ${capitalise(name)}`,
    `The namespace ${code(namespace)} is labelled ${written.join(", ")}.`,
    ...(commands.length === 0 ? [] : [block("text", commands.join("\n"))]),
    ...texts.map((text) => block("yaml", text)),
    table(
      ["pod", ...RELEASES],
      PODS.map((pod) => describePod(sample, pod)),
    ),
  ].join("\n\n");
};

const describePod = ({ decisions }: DocumentationSample, pod: string): readonly string[] => [
  plain(pod),
  ...RELEASES.map((release) => {
    const decision = decisions.find((each) => each.pod === pod && each.release === release);
    if (decision === undefined) return "";
    const { allowed, violations, problems } = decision;
    const lines = [...problems, ...violations].map((line) => plain(line));
    return [allowed ? "admitted" : "refused", ...lines].join("\n");
  }),
];
