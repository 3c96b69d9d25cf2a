import type { Renderer } from "@ostiary/report";
import type { FailOn } from "./exit-code.js";
import { UsageError } from "./usage-error.js";

/** What renderers need to know beyond what they are given to render. */
export interface RenderOptions {
  /** Gives the text colours. */
  readonly isColoured: boolean;
  /** Columns of the text. */
  readonly width?: number | undefined;
  /** Says of every object why each rule passed. */
  readonly explain: boolean;
  /** What makes a check fail. */
  readonly failOn: FailOn;
  /** The version of this program. */
  readonly version: string;
}

type RendererFactory = (options: RenderOptions) => Promise<Renderer>;

/** The formats of `--output`. Each renderer is loaded when it is wanted. */
const FORMATS: Readonly<Record<string, RendererFactory>> = {
  text: async ({ isColoured, width, explain }) => {
    const { createTextRenderer } = await import("@ostiary/report");
    const { paintForTerminal } = await import("./terminal.js");
    return createTextRenderer({
      explain,
      ...(isColoured && { paint: paintForTerminal }),
      ...(width !== undefined && { width }),
    });
  },
  json: async () => (await import("@ostiary/report")).createJsonRenderer(),
  sarif: async ({ version }) => {
    const { createSarifRenderer } = await import("@ostiary/report");
    const { describeRule } = await import("./explain/describe-rule.js");
    return createSarifRenderer({ version, describeRule });
  },
  junit: async ({ failOn }) => (await import("@ostiary/report")).createJunitRenderer({ failOn }),
  github: async () => (await import("@ostiary/report")).createGithubRenderer(),
  policyreport: async () => (await import("@ostiary/report")).createPolicyReportRenderer(),
  markdown: async () => (await import("@ostiary/report")).createMarkdownRenderer(),
};

/** The names of the formats. */
export const OUTPUT_FORMATS: readonly string[] = Object.keys(FORMATS);

/** What `--output` asks for. */
export interface OutputRequest {
  readonly format: string;
  /** Where it goes; absent for standard output. */
  readonly file?: string;
}

/**
 * Reads the values of `--output`: `FORMAT` or `FORMAT=FILE`.
 *
 * @returns text on standard output when there are none
 * @throws {@link UsageError}
 */
export const readOutputRequests = (values: readonly string[]): readonly OutputRequest[] => {
  if (values.length === 0) return [{ format: "text" }];
  const requests = values.map(readOutputRequest);
  const targets = requests.map(({ file }) => file ?? "standard output");
  const repeated = targets.find((target, index) => targets.indexOf(target) !== index);
  if (repeated === undefined) return requests;
  throw new UsageError(`only one output can go to ${repeated}: give the others files, as in \`--output json=FILE\``);
};

const readOutputRequest = (value: string): OutputRequest => {
  const equals = value.indexOf("=");
  const format = equals < 0 ? value : value.slice(0, equals);
  if (!Object.hasOwn(FORMATS, format)) {
    throw new UsageError(`unknown output format \`${format}\`: expected one of ${OUTPUT_FORMATS.join(", ")}`);
  }
  if (equals < 0) return { format };
  const file = value.slice(equals + 1);
  if (file === "") throw new UsageError(`no file name behind \`${value}\``);
  return { format, file };
};

/** Creates the renderer of a format that {@link readOutputRequests} has let through. */
export const createRenderer = async (format: string, options: RenderOptions): Promise<Renderer> => {
  const create = FORMATS[format];
  if (create === undefined) throw new UsageError(`unknown output format \`${format}\``);
  return create(options);
};
