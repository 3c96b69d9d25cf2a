/** An object as an example, of any kind. */
export const exampleObject = (apiVersion: string, kind: string, content: object): object => ({
  apiVersion,
  kind,
  metadata: { name: "example" },
  ...content,
});
