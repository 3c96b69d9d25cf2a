import type { CheckedObject } from "./checked-object.js";
import { beginJsonList } from "./json-list.js";
import { writeJson } from "./json-text.js";
import type { FileProblem, Renderer } from "./renderer.js";

/**
 * Creates the renderer for programs: `{ objects, problems, summary }`, each object and problem on a line of its own. The
 * schema is `@ostiary/report/schema/check-report.schema.json`. Problems are held until the end, objects are not.
 */
export const createJsonRenderer = (): Renderer => {
  const writeObject = beginJsonList();
  const writeProblem = beginJsonList();
  const problems: string[] = [];
  return {
    begin: () => '{"objects":[',
    object: (entry) => writeObject(pickObject(entry)),
    problem: (problem) => {
      problems.push(writeProblem(pickProblem(problem)));
      return "";
    },
    end: (summary) => `\n],"problems":[${problems.join("")}\n],"summary":${writeJson(summary)}}\n`,
  };
};

const pickObject = ({
  file,
  document,
  item,
  source,
  line,
  apiVersion,
  kind,
  namespace,
  name,
  decision,
}: CheckedObject) => ({
  file,
  document,
  item,
  source,
  line,
  apiVersion,
  kind,
  namespace,
  name,
  decision,
});

const pickProblem = ({ file, line, column, message, severity, code }: FileProblem) => ({
  file,
  line,
  column,
  message,
  severity,
  code,
});
