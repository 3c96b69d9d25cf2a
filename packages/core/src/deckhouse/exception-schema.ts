import type { PerRelease } from "@ostiary/rules/deckhouse";
import * as z from "zod/mini";

/** Free text for people; never evaluated. */
const metadata = z.optional(z.looseObject({}));

/** The same about a path. */
const pathMetadata = z.optional(z.looseObject({ description: z.optional(z.string()) }));

const allowedValue = (byDefault: boolean) =>
  z.optional(z.strictObject({ allowedValue: z._default(z.boolean(), byDefault), metadata }));

const allowedValues = <Item extends z.ZodMiniType>(item: Item) =>
  z.optional(z.strictObject({ allowedValues: z.array(item), metadata }));

const optionalText = z.optional(z.string());

const securityContext = z.strictObject({
  privileged: allowedValue(false),
  allowPrivilegeEscalation: allowedValue(false),
  readOnlyRootFilesystem: allowedValue(false),
  runAsNonRoot: allowedValue(true),
  runAsUser: allowedValues(z.int()),
  capabilities: z.optional(
    z.strictObject({
      allowedValues: z.strictObject({
        add: z._default(z.array(z.string()), []),
        drop: z._default(z.array(z.string()), ["all"]),
      }),
      metadata,
    }),
  ),
  seccompProfile: allowedValues(z.string()),
  appArmorProfile: allowedValues(z.string().check(z.regex(/^(runtime\/default|unconfined|localhost\/.+)$/))),
  seLinuxOptions: allowedValues(
    z.strictObject({ user: optionalText, role: optionalText, type: optionalText, level: optionalText }),
  ),
  procMount: allowedValues(z.enum(["Default", "Unmasked"])),
  sysctls: allowedValues(z.strictObject({ name: optionalText, value: optionalText })),
});

const network = z.strictObject({
  hostNetwork: allowedValue(false),
  hostPID: allowedValue(false),
  hostIPC: allowedValue(false),
  // The schema's `required` stands on the list and not on its items, where it has no effect.
  hostPorts: z.optional(
    z.array(z.strictObject({ port: z.optional(z.int()), protocol: z.optional(z.enum(["TCP", "UDP"])), metadata })),
  ),
});

const volumes = z.strictObject({
  types: allowedValues(z.string()),
  hostPath: allowedValues(
    z.strictObject({ path: optionalText, readOnly: z._default(z.boolean(), false), metadata: pathMetadata }),
  ),
});

const schema = z.looseObject({
  metadata: z.looseObject({ name: z.string(), namespace: optionalText }),
  spec: z.strictObject({
    securityContext: z.optional(securityContext),
    network: z.optional(network),
    volumes: z.optional(volumes),
  }),
});

/**
 * The schema of a SecurityPolicyException, by release; 1.66 has none, and takes no notice of such objects.
 *
 * @source modules/015-admission-policy-engine/crds/security-policy-exception.yaml
 */
export const exceptionSchema: PerRelease<typeof schema | undefined> = {
  "1.66": undefined,
  "1.76": schema,
  next: schema,
};
