import { evaluate } from "ostiary";
import { checkFiles, findFiles } from "ostiary/check";

/** Would this pod be admitted? */
export const isAdmitted = (pod: unknown): boolean =>
  evaluate(pod, { "pod-security.kubernetes.io/enforce": "restricted" }, []).allowed;

/** What would become of the manifests in a folder, as `ostiary check` sees it? */
export async function* describeFolder(folder: string): AsyncGenerator<string> {
  const { files } = findFiles([folder], { workingDirectory: process.cwd() });
  for await (const { object, problem } of checkFiles(files, { level: "baseline" })) {
    if (object === undefined) yield `${problem.file}: ${problem.message}`;
    else yield `${object.kind} ${object.name}: ${object.decision.allowed ? "admitted" : "refused"}`;
  }
}
