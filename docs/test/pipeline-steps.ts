/** The commands that a workflow of GitHub or a pipeline of GitLab runs, in order; none for other files. */
export const pipelineSteps = (file: string | undefined, value: unknown): readonly string[] => {
  if (file?.startsWith(".github/workflows/")) return textsOf(value, "run");
  return file === ".gitlab-ci.yml" ? textsOf(value, "script") : [];
};

/** The texts under a key, and lists of texts, however deep. */
const textsOf = (value: unknown, key: string): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    name === key ? [child].flat().map(String) : textsOf(child, key),
  );
};
