const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LONGEST_SUBDOMAIN = 253;
const LONGEST_LABEL = 63;

const noLongerThan = (name: string, limit: number): readonly string[] =>
  new TextEncoder().encode(name).length > limit ? [`must be no more than ${limit} characters`] : [];

/**
 * What is wrong with a name that is to be a domain, in Kubernetes' words.
 *
 * @source k8s.io/apimachinery, pkg/util/validation, IsDNS1123Subdomain
 */
export const subdomainFaults = (name: string): readonly string[] => [
  ...noLongerThan(name, LONGEST_SUBDOMAIN),
  ...(SUBDOMAIN.test(name)
    ? []
    : [
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
      ]),
];

/**
 * What is wrong with a name that is to be the label of a domain and begin with a letter, in Kubernetes' words.
 *
 * @source k8s.io/apimachinery, pkg/util/validation, IsDNS1035Label
 */
export const labelNameFaults = (name: string): readonly string[] => [
  ...noLongerThan(name, LONGEST_LABEL),
  ...(LABEL.test(name)
    ? []
    : [
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ]),
];
