import { exampleOf, type PodSecurityFixture, podSecurityFixtures } from "@ostiary/fixtures";
import { CONTROLS, newestVersion, type RestrictingLevel } from "@ostiary/rules";
import { RELEASES } from "@ostiary/rules/deckhouse";
import { code, type Page, plain, table } from "./page.js";
import { kubernetesVerdictOf, verdictOf } from "./policy-evidence.js";

const NEWEST = newestVersion(CONTROLS);
const HEAD = [`Kubernetes v1.${NEWEST}`, ...RELEASES.map((release) => `Deckhouse ${release}`)];
const LEVELS: readonly RestrictingLevel[] = ["baseline", "restricted"];

/** The page that compares standards of one name: those of Kubernetes and those of Deckhouse. */
export const standardsPage = (): Page => {
  const fixtures = [...podSecurityFixtures].filter(({ version }) => version === NEWEST);
  return { path: "policies/standards.md", text: describeAll(fixtures) };
};

const describeAll = (fixtures: readonly PodSecurityFixture[]): string => `# Kubernetes versus Deckhouse standards

Both have standards called baseline and restricted, and these are not the same: Deckhouse composes its own from the rules of its
SecurityPolicy. Labels \`pod-security.kubernetes.io/…\` mean nothing to Deckhouse, labels \`security.deckhouse.io/…\` nothing to
Kubernetes; a cluster may have both, and then a pod has to pass both. This page is made by judging the
[fixtures](../guide/test-oracle.md) of Kubernetes' controls by both.

## By control

What becomes of the pod on the page of each [control](../controls/) that shows what Kubernetes refuses. Each verdict is about the whole
pod: Deckhouse may refuse it for another reason, as it does with processes of the Windows host because of their network and user.

${table(["control", "level", ...HEAD], CONTROLS.map(describeControl))}

${LEVELS.map((level) => describeLevel(fixtures, level)).join("\n\n")}
`;

const describeControl = ({ id, level }: (typeof CONTROLS)[number]): readonly string[] => [
  linkTo(id),
  level,
  ...verdictsOf(exampleOf(id, "fail"), level),
];

const linkTo = (controlId: string): string => `[${code(controlId)}](../controls/${controlId}.md)`;

/** What Kubernetes says of a pod, and every release of Deckhouse. */
const verdictsOf = (pod: unknown, level: RestrictingLevel): readonly string[] => [
  kubernetesVerdictOf(pod, level).verdict,
  ...RELEASES.map((release) => verdictOf(pod, { level }, release).verdict),
];

const describeLevel = (fixtures: readonly PodSecurityFixture[], level: RestrictingLevel): string => {
  const judged = fixtures
    .filter((fixture) => fixture.level === level)
    .map(({ name, control, pod }) => ({ name, control, verdicts: verdictsOf(pod, level) }));
  const disputed = judged.filter(({ verdicts }) => new Set(verdicts).size > 1);
  return `## Pods on which they disagree: ${level}

${disputed.length} of the ${judged.length} fixtures of ${level} are judged differently by somebody. Each is the smallest pod that Kubernetes' ${level}
allows, plus one change.

${table(
  ["pod", "about", ...HEAD],
  disputed.map(({ name, control, verdicts }) => [plain(name), linkTo(control), ...verdicts]),
)}`;
};
