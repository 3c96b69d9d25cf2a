import {
  checkParts,
  compilePathTests,
  type Fault,
  type Location,
  type LocationNode,
  type Outcome as Parsed,
  parseLocation,
  printLocation,
  splitImage,
} from "@ostiary/gatekeeper";
import { compare } from "../../compare.js";
import type { Outcome } from "../../suite.js";

interface ParseLine {
  readonly input: string;
  readonly expect: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly roundTrip?: boolean;
}

interface PathTestsLine extends Pick<ParseLine, "error" | "message"> {
  readonly location: string;
  readonly pathTests: readonly { readonly subPath: string; readonly condition: string }[];
}

interface ImagePartsLine extends Pick<ParseLine, "error" | "message"> {
  readonly parameters: Readonly<Partial<Record<"assignDomain" | "assignPath" | "assignTag", string>>>;
}

const judgeParse = (line: ParseLine): Outcome => {
  const { input, expect, error, message, roundTrip } = line;
  const parsed = parseLocation(input);
  if (!parsed.ok) return compare({ ...parsed.error }, { code: error, message });
  const nodes = parsed.value.map(describeNode);
  const again = parseLocation(printLocation(parsed.value));
  const repeated = roundTrip === true ? { again: again.ok && again.value.map(describeNode) } : {};
  return compare({ nodes, ...repeated }, { nodes: expect, ...(roundTrip === true ? { again: expect } : {}) });
};

const describeNode = (node: LocationNode): unknown => {
  if (node.type === "Object") return { object: node.name };
  const { key, value } = node;
  if (value === undefined) return { list: { key, glob: true } };
  return { list: typeof value === "bigint" ? { key, valueInt64: String(value) } : { key, value } };
};

/** Compares what is accepted or why it is not. */
const judgeAcceptance = (
  actual: Parsed<unknown>,
  { error, message }: Pick<ParseLine, "error" | "message">,
): Outcome => {
  const fault: Partial<Fault> = actual.ok ? {} : actual.error;
  return compare({ ...fault }, { code: error, message });
};

const judgePathTests = (line: PathTestsLine): Outcome => {
  const tests = line.pathTests.map(({ subPath, condition }) => ({ subPath: locationOf(subPath), condition }));
  return judgeAcceptance(compilePathTests(locationOf(line.location), tests), line);
};

const locationOf = (text: string): Location => {
  const parsed = parseLocation(text);
  return parsed.ok ? parsed.value : [];
};

const judgeImageParts = (line: ImagePartsLine): Outcome => {
  const { assignDomain = "", assignPath = "", assignTag = "" } = line.parameters;
  return judgeAcceptance(checkParts({ domain: assignDomain, path: assignPath, tag: assignTag }), line);
};

/** Locations, path tests and image references. */
export const MUTATION_LANGUAGES = {
  parse: judgeParse,
  "path-tests": judgePathTests,
  "parse-image": ({ input, expect }: ParseLine) => compare({ parts: splitImage(input) }, { parts: expect }),
  "validate-image-parts": judgeImageParts,
};
