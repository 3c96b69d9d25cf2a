import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import { fitsWildcardSuffix } from "../language/wildcard-suffix.js";
import type { RuleResult } from "../rule.js";
import { printObject } from "./print-object.js";
import { withoutAbsent } from "./without-absent.js";

/** `spec.policies.allowedFlexVolumes`: the drivers that FlexVolumes may use. */
export const allowedFlexVolumesField: PolicyField = {
  name: "allowedFlexVolumes",
  schema: always(z.array(z.strictObject({ driver: z.optional(z.string()) }))),
};

const schema = z.looseObject({
  allowedFlexVolumes: z._default(z.array(z.looseObject({ driver: z.optional(z.string()) })), []),
});

type Parameters = z.infer<typeof schema>;

/** What differs between releases: whether a driver is the one that an entry names. */
type Fits = (entry: string, driver: string) => boolean;

const equals: Fits = (entry, driver) => entry === driver;

/**
 * FlexVolumes may use only listed drivers. That they may be used at all is for allowedVolumes to say.
 *
 * Field    spec.policies.allowedFlexVolumes: list of {driver}
 * Judges   Pods: spec.volumes[*].flexVolume.driver
 * Allowed  a listed driver, case counts; in next an entry that ends in `*` stands for all that begin so
 * Empty    no constraint in 1.66; refuses every FlexVolume later
 * Fix      use a listed driver, or a CSI driver: flexVolume has been deprecated since Kubernetes 1.23
 * Source   security-policy: allowed-flex-volumes
 */
export const allowedFlexVolumes = constraintKind<Parameters>({
  name: "D8AllowedFlexVolumes",
  fields: [allowedFlexVolumesField],
  objects: PODS,
  parameters: schema,
  generate: always(({ allowedFlexVolumes: drivers }) =>
    drivers === undefined ? undefined : { allowedFlexVolumes: drivers },
  ),
  behaviours: {
    "1.66": requireSameDrivers,
    "1.76": requireSameDrivers,
    next: (parameters) => requireDrivers(parameters, fitsWildcardSuffix),
  },
});

function requireSameDrivers(parameters: Parameters): ConstraintCheck {
  return requireDrivers(parameters, equals);
}

function requireDrivers({ allowedFlexVolumes: entries }: Parameters, fits: Fits): ConstraintCheck {
  const drivers = entries.flatMap(({ driver }) => driver ?? []);
  const list = printValue(
    entries.map(({ driver }) => withoutAbsent({ driver })),
    "exact",
  );
  return ({ pod, name }) => {
    const results: RuleResult[] = [];
    for (const volume of pod.spec.objects("volumes")) {
      const source = volume.optional("flexVolume");
      if (source === undefined) continue;
      const found = source.string("driver");
      if (found !== undefined && drivers.some((driver) => fits(driver, found))) continue;
      results.push({
        message: `FlexVolume ${printObject(volume)} is not allowed, pod: ${name}. Allowed drivers: ${list}`,
        findings: [{ path: source.path("driver"), volume: volume.string("name") ?? "", found, allowed: drivers }],
      });
    }
    return results;
  };
}
