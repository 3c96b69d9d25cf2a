/** A policy in the style of the public template library, written for this bench. */
export interface BenchPolicy {
  readonly name: string;
  readonly rego: string;
  readonly parameters: unknown;
}

const containers = `
input_containers[c] { c := input.review.object.spec.containers[_] }
input_containers[c] { c := input.review.object.spec.initContainers[_] }
input_containers[c] { c := input.review.object.spec.ephemeralContainers[_] }
`;

const allowedRepos: BenchPolicy = {
  name: "allowed repos",
  parameters: { repos: ["registry.example.com/", "mirror.example.com/library/"] },
  rego: `package template

violation[{"msg": msg}] {
  container := input.review.object.spec.containers[_]
  satisfied := [good | repo = input.parameters.repos[_]; good = startswith(container.image, repo)]
  not any(satisfied)
  msg := sprintf("container <%v> has an image <%v> from a repository that is not allowed: %v", [container.name, container.image, input.parameters.repos])
}

violation[{"msg": msg}] {
  container := input.review.object.spec.initContainers[_]
  satisfied := [good | repo = input.parameters.repos[_]; good = startswith(container.image, repo)]
  not any(satisfied)
  msg := sprintf("init container <%v> has an image <%v> from a repository that is not allowed: %v", [container.name, container.image, input.parameters.repos])
}
`,
};

const containerLimits: BenchPolicy = {
  name: "container limits",
  parameters: { cpu: "500m", memory: "1Gi" },
  rego: `package template

missing(object, field) { not object[field] }
missing(object, field) { object[field] == "" }

canonify_cpu(orig) = new { is_number(orig); new := orig * 1000 }
canonify_cpu(orig) = new { not is_number(orig); endswith(orig, "m"); new := to_number(replace(orig, "m", "")) }
canonify_cpu(orig) = new { not is_number(orig); not endswith(orig, "m"); regex.match("^[0-9]+(\\\\.[0-9]+)?$", orig); new := to_number(orig) * 1000 }

mem_multiple("Ei") = 1152921504606846976 { true }
mem_multiple("Pi") = 1125899906842624 { true }
mem_multiple("Ti") = 1099511627776 { true }
mem_multiple("Gi") = 1073741824 { true }
mem_multiple("Mi") = 1048576 { true }
mem_multiple("Ki") = 1024 { true }
mem_multiple("G") = 1000000000 { true }
mem_multiple("M") = 1000000 { true }
mem_multiple("k") = 1000 { true }
mem_multiple("") = 1 { true }

suffix(mem) = s { not is_string(mem); s := "" }
suffix(mem) = s { is_string(mem); count(mem) > 1; s := substring(mem, count(mem) - 2, -1); mem_multiple(s) }
suffix(mem) = s { is_string(mem); count(mem) > 1; s := substring(mem, count(mem) - 1, -1); mem_multiple(s); not mem_multiple(substring(mem, count(mem) - 2, -1)) }
suffix(mem) = s {
  is_string(mem)
  count(mem) > 1
  not mem_multiple(substring(mem, count(mem) - 1, -1))
  not mem_multiple(substring(mem, count(mem) - 2, -1))
  s := ""
}

canonify_mem(orig) = new { is_number(orig); new := orig }
canonify_mem(orig) = new {
  not is_number(orig)
  s := suffix(orig)
  raw := replace(orig, s, "")
  regex.match("^[0-9]+(\\\\.[0-9]+)?$", raw)
  new := to_number(raw) * mem_multiple(s)
}

violation[{"msg": msg}] {
  container := input_containers[_]
  not container.resources
  msg := sprintf("container <%v> has no resource limits", [container.name])
}
violation[{"msg": msg}] {
  container := input_containers[_]
  container.resources
  not container.resources.limits
  msg := sprintf("container <%v> has no resource limits", [container.name])
}
violation[{"msg": msg}] {
  container := input_containers[_]
  missing(container.resources.limits, "cpu")
  msg := sprintf("container <%v> has no cpu limit", [container.name])
}
violation[{"msg": msg}] {
  container := input_containers[_]
  missing(container.resources.limits, "memory")
  msg := sprintf("container <%v> has no memory limit", [container.name])
}
violation[{"msg": msg}] {
  container := input_containers[_]
  cpu := canonify_cpu(container.resources.limits.cpu)
  max := canonify_cpu(input.parameters.cpu)
  cpu > max
  msg := sprintf("container <%v> cpu limit <%v> is higher than the maximum <%v>", [container.name, container.resources.limits.cpu, input.parameters.cpu])
}
violation[{"msg": msg}] {
  container := input_containers[_]
  mem := canonify_mem(container.resources.limits.memory)
  max := canonify_mem(input.parameters.memory)
  mem > max
  msg := sprintf("container <%v> memory limit <%v> is higher than the maximum <%v>", [container.name, container.resources.limits.memory, input.parameters.memory])
}
${containers}`,
};

const requiredLabels: BenchPolicy = {
  name: "required labels",
  parameters: {
    labels: [{ key: "app" }, { key: "owner", allowedRegex: "^[a-z]+\\.team$" }, { key: "tier" }],
  },
  rego: `package template

violation[{"msg": msg, "details": {"missing_labels": missing}}] {
  provided := {label | input.review.object.metadata.labels[label]}
  required := {label | label := input.parameters.labels[_].key}
  missing := required - provided
  count(missing) > 0
  msg := sprintf("you must provide labels: %v", [missing])
}

violation[{"msg": msg}] {
  value := input.review.object.metadata.labels[key]
  expected := input.parameters.labels[_]
  expected.key == key
  expected.allowedRegex != ""
  not regex.match(expected.allowedRegex, value)
  msg := sprintf("label <%v: %v> does not satisfy the regex %v", [key, value, expected.allowedRegex])
}
`,
};

const capabilities: BenchPolicy = {
  name: "capabilities",
  parameters: { allowedCapabilities: ["NET_BIND_SERVICE", "CHOWN"], requiredDropCapabilities: ["ALL"] },
  rego: `package template

has_field(object, field) = true { object[field] }

violation[{"msg": msg}] {
  container := input.review.object.spec.containers[_]
  has_disallowed(container)
  msg := sprintf("container <%v> adds a capability that is not allowed: %v", [container.name, allowed])
}
violation[{"msg": msg}] {
  container := input.review.object.spec.containers[_]
  missing_drop(container)
  msg := sprintf("container <%v> does not drop all required capabilities: %v", [container.name, input.parameters.requiredDropCapabilities])
}
violation[{"msg": msg}] {
  container := input.review.object.spec.initContainers[_]
  has_disallowed(container)
  msg := sprintf("init container <%v> adds a capability that is not allowed: %v", [container.name, allowed])
}

allowed := object.get(input.parameters, "allowedCapabilities", [])

has_disallowed(container) {
  set_allowed := {c | c := lower(allowed[_])}
  not set_allowed["*"]
  added := {c | c := lower(container.securityContext.capabilities.add[_])}
  count(added - set_allowed) > 0
}

missing_drop(container) {
  must := {c | c := lower(input.parameters.requiredDropCapabilities[_])}
  all_set := {"all"}
  dropped := {c | c := lower(container.securityContext.capabilities.drop[_])}
  count(must - dropped) > 0
  count(all_set - dropped) > 0
}
`,
};

const hostPaths: BenchPolicy = {
  name: "host paths",
  parameters: {
    allowedHostPaths: [
      { pathPrefix: "/var/log", readOnly: true },
      { pathPrefix: "/srv/data" },
      { pathPrefix: "/opt/agent", readOnly: true },
    ],
  },
  rego: `package template

violation[{"msg": msg, "details": {}}] {
  volume := input_hostpath_volumes[_]
  allowed_paths := get_allowed_paths(input)
  input_violation(allowed_paths, volume)
  msg := sprintf("host path volume %v is not allowed, pod: %v, allowed: %v", [volume, input.review.object.metadata.name, allowed_paths])
}

input_violation(allowed_paths, volume) { allowed_paths == [] }
input_violation(allowed_paths, volume) { not allows(allowed_paths, volume) }

get_allowed_paths(arg) = out { not arg.parameters; out = [] }
get_allowed_paths(arg) = out { not arg.parameters.allowedHostPaths; out = [] }
get_allowed_paths(arg) = out { out = arg.parameters.allowedHostPaths }

allows(allowed_paths, volume) {
  allowed := allowed_paths[_]
  path_matches(allowed.pathPrefix, volume.hostPath.path)
  not allowed.readOnly == true
}
allows(allowed_paths, volume) {
  allowed := allowed_paths[_]
  path_matches(allowed.pathPrefix, volume.hostPath.path)
  allowed.readOnly
  not writeable_mounts(volume.name)
}

writeable_mounts(name) {
  container := input_containers[_]
  mount := container.volumeMounts[_]
  mount.name == name
  not mount.readOnly
}

path_matches(prefix, path) {
  a := path_array(prefix)
  b := path_array(path)
  prefix_matches(a, b)
}
path_array(p) = out { p != "/"; out := split(trim(p, "/"), "/") }
path_array("/") = []

prefix_matches(a, b) {
  count(a) <= count(b)
  not any_not_equal_up_to(a, b, count(a))
}
any_not_equal_up_to(a, b, n) { a[i] != b[i]; i < n }

input_hostpath_volumes[v] {
  v := input.review.object.spec.volumes[_]
  has_field(v, "hostPath")
}
has_field(object, field) = true { object[field] }
${containers}`,
};

const uniqueIngressHost: BenchPolicy = {
  name: "unique ingress host",
  parameters: {},
  rego: `package template

identical(obj, review) {
  obj.metadata.namespace == review.object.metadata.namespace
  obj.metadata.name == review.object.metadata.name
}

violation[{"msg": msg}] {
  input.review.kind.kind == "Ingress"
  re_match("^(extensions|networking.k8s.io)$", input.review.kind.group)
  host := input.review.object.spec.rules[_].host
  other := data.inventory.namespace[ns][otherapiversion]["Ingress"][name]
  re_match("^(extensions|networking.k8s.io)/.+$", otherapiversion)
  other.spec.rules[_].host == host
  not identical(other, input.review)
  msg := sprintf("ingress host conflicts with an existing ingress <%v>", [host])
}
`,
};

/** The policies of the bench. */
export const benchPolicies: readonly BenchPolicy[] = [
  allowedRepos,
  containerLimits,
  requiredLabels,
  capabilities,
  hostPaths,
  uniqueIngressHost,
];
