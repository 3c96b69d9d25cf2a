export type {
  CheckedObject,
  Position,
  PositionedDecision,
  PositionedFinding,
  PositionedProblem,
  PositionedViolation,
} from "./checked-object.js";
export { type Annotation, createGithubRenderer, writeAnnotation } from "./github.js";
export { createJsonRenderer } from "./json.js";
export { writeJson } from "./json-text.js";
export { createJunitRenderer, type JunitOptions } from "./junit.js";
export { createMarkdownRenderer, type MarkdownOptions } from "./markdown.js";
export type { Paint, Style } from "./paint.js";
export { createPolicyReportRenderer, type PolicyReportOptions } from "./policyreport.js";
export type { FileProblem, Renderer, Summary } from "./renderer.js";
export { createSarifRenderer, type SarifOptions } from "./sarif.js";
export type { RuleDescription } from "./sarif-rules.js";
export { createTally, type Tally } from "./tally.js";
export { createTextRenderer, type TextOptions } from "./text.js";
export { clip, showControls } from "./visible-text.js";
export { escapeXmlText, writeAttributes } from "./xml-text.js";
