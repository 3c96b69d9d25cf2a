/** Adds a label to everything. */
export const OWNER = `apiVersion: mutations.gatekeeper.sh/v1
kind: AssignMetadata
metadata: {name: owner}
spec:
  location: metadata.labels.owner
  parameters: {assign: {value: shop}}
`;

/** An Assign for pods. */
export const assign = (name: string, location: string, value: unknown, match = "{}"): string =>
  `apiVersion: mutations.gatekeeper.sh/v1
kind: Assign
metadata: {name: ${name}}
spec:
  applyTo: [{groups: [""], versions: [v1], kinds: [Pod]}]
  match: ${match}
  location: ${JSON.stringify(location)}
  parameters: {assign: {value: ${JSON.stringify(value)}}}
`;
