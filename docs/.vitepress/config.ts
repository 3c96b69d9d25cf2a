import { existsSync, readdirSync } from "node:fs";
import { type DefaultTheme, defineConfig, type MarkdownOptions } from "vitepress";
import base from "../../tsconfig.base.json";
import { rego } from "./rego.js";

const guide: DefaultTheme.SidebarItem[] = [
  {
    text: "Use it",
    items: [
      { text: "Getting started", link: "/guide/getting-started" },
      { text: "Check manifests in CI", link: "/guide/continuous-integration" },
      { text: "Mutate manifests", link: "/guide/mutate" },
      { text: "Test your policies", link: "/guide/test-your-policies" },
      { text: "Configuration file", link: "/guide/configuration" },
      { text: "Outputs and exit codes", link: "/guide/outputs" },
      { text: "As a library", link: "/guide/library" },
      { text: "As a test oracle", link: "/guide/test-oracle" },
      { text: "In an admission webhook", link: "/guide/admission-webhook" },
    ],
  },
  {
    text: "Policies",
    items: [
      { text: "Pod Security Standards", link: "/controls/" },
      { text: "Deckhouse policies", link: "/guide/deckhouse" },
      { text: "ValidatingAdmissionPolicy", link: "/guide/validating-admission-policy" },
      { text: "Your own templates", link: "/guide/own-templates" },
      { text: "From gator", link: "/guide/from-gator" },
      { text: "Releases of Gatekeeper", link: "/guide/gatekeeper-releases" },
      { text: "Lint policies", link: "/guide/lint" },
      { text: "Fields of Deckhouse policies", link: "/policies/" },
      { text: "Differences between releases", link: "/policies/releases" },
      { text: "Kubernetes versus Deckhouse", link: "/policies/standards" },
      { text: "The documentation's samples", link: "/policies/samples" },
    ],
  },
  {
    text: "Rego",
    items: [
      { text: "On the command line", link: "/guide/rego" },
      { text: "As a library", link: "/guide/rego-library" },
      { text: "Debugging undefined", link: "/guide/rego-debugging" },
      { text: "What is supported", link: "/reference/rego" },
      { text: "Compared with other engines", link: "/guide/rego-comparison" },
    ],
  },
  {
    text: "Understand it",
    items: [
      { text: "How a decision is made", link: "/guide/decision" },
      { text: "How Kubernetes reads YAML", link: "/guide/yaml" },
      { text: "What the API server fills in", link: "/guide/defaults" },
      { text: "How it is tested", link: "/guide/conformance" },
      { text: "Speed", link: "/speed" },
      { text: "Comparison", link: "/comparison" },
    ],
  },
];

/** The pages that `pnpm generate` has written into a folder, without its index. */
const generated = (folder: string): string[] => {
  const url = new URL(`../${folder}/`, import.meta.url);
  if (!existsSync(url)) return [];
  return readdirSync(url).flatMap((file) => /^(?!index)(.*)\.md$/.exec(file)?.[1] ?? []);
};

const byName = (one: string, other: string): number => one.localeCompare(other);

const controls: DefaultTheme.SidebarItem[] = [
  {
    text: "Pod Security controls",
    link: "/controls/",
    items: generated("controls")
      .sort(byName)
      .map((id) => ({ text: id, link: `/controls/${id}` })),
  },
];

const COMPARISONS = ["releases", "standards", "samples"];

const policies: DefaultTheme.SidebarItem[] = [
  {
    text: "Deckhouse policies",
    link: "/policies/",
    items: [
      { text: "Guide", link: "/guide/deckhouse" },
      { text: "Differences between releases", link: "/policies/releases" },
      { text: "Kubernetes versus Deckhouse", link: "/policies/standards" },
      { text: "The documentation's samples", link: "/policies/samples" },
      ...generated("policies")
        .filter((id) => !COMPARISONS.includes(id))
        .sort(byName)
        .map((id) => ({ text: id, link: `/policies/${id}` })),
    ],
  },
];

const reference: DefaultTheme.SidebarItem[] = [
  { text: "Command line", link: "/reference/command-line" },
  { text: "Rego", link: "/reference/rego" },
  {
    text: "Programming interface",
    link: "/reference/api/",
    items: Object.keys(base.compilerOptions.paths)
      .sort(byName)
      .map((name) => ({ text: name, link: `/reference/api/${name}` })),
  },
];

/** Keeps Vue from taking `{{ … }}` in code within a line for an expression. */
const keepBraces: NonNullable<MarkdownOptions["config"]> = (markdown) => {
  markdown.renderer.rules["code_inline"] = (tokens, index) =>
    `<code v-pre>${markdown.utils.escapeHtml(tokens[index]?.content ?? "")}</code>`;
};

export default defineConfig({
  title: "Ostiary",
  description: "Learn what a cluster would refuse, at which line, and why",
  cleanUrls: true,
  markdown: { config: keepBraces, languages: [rego] },
  // The search index is one large chunk, which is loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  themeConfig: {
    nav: [
      { text: "Guide", link: "/guide/getting-started", activeMatch: "/guide/" },
      { text: "Controls", link: "/controls/", activeMatch: "/controls/" },
      { text: "Policies", link: "/policies/", activeMatch: "/policies/" },
      { text: "Reference", link: "/reference/command-line", activeMatch: "/reference/" },
    ],
    sidebar: { "/controls/": controls, "/policies/": policies, "/reference/": reference, "/": guide },
    search: { provider: "local" },
    outline: [2, 3],
    footer: { message: "Apache-2.0" },
  },
});
