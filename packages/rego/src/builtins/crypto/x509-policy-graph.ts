import type { PolicyMapping } from "./x509-extensions.js";

const anyPolicy = "2.5.29.32.0";

interface PolicyNode {
  readonly policy: string;
  expected: readonly string[];
  readonly parents: Set<PolicyNode>;
  readonly children: Set<PolicyNode>;
}

/** The policies that are valid at each level of a chain, from the root on. */
export class PolicyGraph {
  readonly #levels: Map<string, PolicyNode>[] = [
    new Map([[anyPolicy, { policy: anyPolicy, expected: [anyPolicy], parents: new Set(), children: new Set() }]]),
  ];

  /** @param charge - counts work that grows faster than certificates */
  constructor(readonly charge: (units: number) => void) {}

  get #leaves(): Map<string, PolicyNode> {
    return this.#levels.at(-1) ?? new Map();
  }

  #insert(policy: string, parents: readonly PolicyNode[]): PolicyNode {
    this.charge(1 + parents.length);
    const node: PolicyNode = { policy, expected: [policy], parents: new Set(parents), children: new Set() };
    for (const parent of parents) parent.children.add(node);
    this.#leaves.set(policy, node);
    return node;
  }

  /** Adds the policies of the next certificate. */
  addLevel(policies: readonly string[], isAnyAllowed: boolean): void {
    const above = this.#leaves;
    const expecting = new Map<string, PolicyNode[]>();
    for (const node of above.values()) for (const policy of node.expected) push(expecting, policy, node);
    this.#levels.push(new Map());
    const any = above.get(anyPolicy);
    for (const policy of policies) {
      if (policy === anyPolicy) continue;
      const parents = expecting.get(policy) ?? (any === undefined ? [] : [any]);
      if (parents.length > 0) this.#insert(policy, parents);
    }
    if (policies.includes(anyPolicy) && isAnyAllowed) {
      for (const [policy, parents] of expecting) if (!this.#leaves.has(policy)) this.#insert(policy, parents);
    }
    this.#prune();
  }

  /** Removes policies above the last level that lead nowhere. */
  #prune(): void {
    for (const level of this.#levels.slice(1, -1).toReversed()) {
      this.charge(1 + level.size);
      for (const node of level.values()) {
        if (node.children.size > 0) continue;
        for (const parent of node.parents) parent.children.delete(node);
        level.delete(node.policy);
      }
    }
  }

  /** Applies the mappings of a certificate; false when they are not valid. */
  map(mappings: readonly PolicyMapping[], isAllowed: boolean): boolean {
    const subjects = new Map<string, string[]>();
    for (const { issuer, subject } of mappings) {
      if (isAllowed && (issuer === anyPolicy || subject === anyPolicy)) return false;
      if (isAllowed) push(subjects, issuer, subject);
      else this.#deleteLeaf(issuer);
    }
    if (mappings.length > 0) this.#prune();
    for (const [issuer, policies] of subjects) {
      const any = this.#leaves.get(anyPolicy);
      const node = this.#leaves.get(issuer) ?? (any === undefined ? undefined : this.#insert(issuer, [any]));
      if (node !== undefined) node.expected = policies;
    }
    return true;
  }

  #deleteLeaf(policy: string): void {
    const node = this.#leaves.get(policy);
    if (node === undefined) return;
    for (const parent of node.parents) parent.children.delete(node);
    this.#leaves.delete(policy);
  }

  /** Whether a policy is valid for the whole chain. */
  get hasValidPolicy(): boolean {
    const isRooted = ({ policy, parents }: PolicyNode): boolean =>
      policy !== anyPolicy && parents.size === 1 && [...parents].every((parent) => parent.policy === anyPolicy);
    return this.#leaves.has(anyPolicy) || this.#levels.some((level) => [...level.values()].some(isRooted));
  }
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
