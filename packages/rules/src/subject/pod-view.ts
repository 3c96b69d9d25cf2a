import type { FieldPath } from "../field-path.js";
import type { ContainerList, ContainerRef } from "../rule.js";
import { ObjectView } from "./object-view.js";
import { Reading } from "./reading.js";

/**
 * The lists that hold containers, in the order in which Kubernetes' own checks visit them. Sidecars are init containers.
 * No other module knows these names.
 */
export const CONTAINER_LISTS: readonly ContainerList[] = ["initContainers", "containers", "ephemeralContainers"];

/** What has a security context: a container, or the pod itself, which has no `ref`. */
export interface SecurityContextHolder {
  readonly securityContext: ObjectView;
  readonly ref?: ContainerRef;
}

/** A container of any of the three kinds. */
export class ContainerView implements SecurityContextHolder {
  private context: ObjectView | undefined;

  constructor(
    /** The container's own fields. */
    readonly fields: ObjectView,
    /** Which container it is. */
    readonly ref: ContainerRef,
  ) {}

  /** The container's `securityContext`; an absent one where there is none. */
  get securityContext(): ObjectView {
    this.context ??= this.fields.object("securityContext");
    return this.context;
  }
}

/**
 * A pod as rules see it: the only place that knows which lists hold containers and what containers inherit from the pod.
 */
export class PodView {
  readonly metadata: ObjectView;
  readonly spec: ObjectView;
  private context: ObjectView | undefined;
  private all: readonly ContainerView[] | undefined;
  private notes: ReadonlyMap<string, string> | undefined;
  private contexts: readonly SecurityContextHolder[] | undefined;

  constructor(
    /** The object with the pod's `metadata` and `spec`. */
    readonly root: ObjectView,
  ) {
    this.metadata = root.object("metadata");
    this.spec = root.object("spec");
  }

  /** What reading the pod brings to light: wrong types and, on request, everything looked at. */
  get reading(): Reading {
    return this.root.reading;
  }

  /** The pod's own `securityContext`; an absent one where there is none. */
  get securityContext(): ObjectView {
    this.context ??= this.spec.object("securityContext");
    return this.context;
  }

  /** All containers: init containers, containers, ephemeral containers, each list in its order. */
  get containers(): readonly ContainerView[] {
    this.all ??= readContainers(this.spec);
    return this.all;
  }

  /** `metadata.annotations`, in the order written. */
  get annotations(): ReadonlyMap<string, string> {
    this.notes ??= this.metadata.stringMap("annotations");
    return this.notes;
  }

  /** The security contexts that are judged one by one, without inheritance: the pod's, then each container's. */
  get securityContexts(): readonly SecurityContextHolder[] {
    this.contexts ??= [{ securityContext: this.securityContext }, ...this.containers];
    return this.contexts;
  }

  /** Whether the pod says that it runs on Windows: `spec.os.name` is exactly `windows`. */
  get isWindows(): boolean {
    return this.spec.optional("os")?.string("name") === "windows";
  }

  /** Whether the pod explicitly has a user namespace of its own: `spec.hostUsers` is false. */
  get hasUserNamespace(): boolean {
    return this.spec.boolean("hostUsers") === false;
  }
}

const readContainers = (spec: ObjectView): readonly ContainerView[] => {
  const views: ContainerView[] = [];
  for (const list of CONTAINER_LISTS) {
    for (const fields of spec.objects(list)) {
      const name = fields.string("name") ?? "";
      views.push(new ContainerView(fields, { list, index: fields.index, name }));
    }
  }
  return views;
};

/**
 * Views a pod: an object with `metadata` and `spec`, be it a Pod or a workload's template.
 *
 * @param base - where it lies in the document that the user wrote; a Pod lies at the root
 */
export const viewPod = (pod: unknown, base: FieldPath = []): PodView =>
  new PodView(ObjectView.root(new Reading(), pod, base));
