import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, OptionDefaults, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { listEntryPoints, listPublicPackages } from "../../scripts/workspace.js";
import base from "../../tsconfig.base.json" with { type: "json" };

/** What anybody can import. */
const published = new Set(
  listPublicPackages().flatMap((one) => listEntryPoints(one).map(({ subpath }) => join(one.manifest.name, subpath))),
);

/** The file that each is: the paths by which the workspace resolves its own packages have that, and some of its own. */
const imports = Object.entries(base.compilerOptions.paths)
  .map(([name, [file = ""]]) => ({ name, file }))
  .filter(({ name }) => published.has(name));

/** What TypeDoc calls the module of a file: its path in the folder that holds them all. */
const moduleName = (file: string): string => file.replace("./packages/", "").replace(/(\/index)?\.ts$/, "");

/** Writes the reference of everything that the public packages export: a page for each import. */
export const writeApiPages = async (docs: URL): Promise<void> => {
  const top = fileURLToPath(new URL("..", docs));
  const options: TypeDocOptions & Partial<PluginOptions> = {
    plugin: ["typedoc-plugin-markdown"],
    tsconfig: fileURLToPath(new URL("tsconfig.json", docs)),
    entryPoints: imports.map(({ file }) => join(top, file)),
    out: fileURLToPath(new URL("reference/api", docs)),
    name: "Programming interface",
    router: "module",
    entryFileName: "index",
    readme: "none",
    // `pnpm check:types` has looked at the sources.
    skipErrorChecking: true,
    excludeInternal: true,
    disableSources: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    blockTags: [...OptionDefaults.blockTags, "@source"],
    validation: false,
    logLevel: "Warn",
  };
  const application = await Application.bootstrapWithPlugins(options);
  const project = await application.convert();
  if (project === undefined) throw new Error("the sources do not compile: see above");
  for (const module of project.children ?? []) {
    const source = imports.find(({ file }) => moduleName(file) === module.name);
    if (source === undefined) throw new Error(`which import is the module ${module.name}?`);
    module.name = source.name;
  }
  await application.generateOutputs(project);
  if (application.logger.hasErrors() || application.logger.hasWarnings())
    throw new Error("see what TypeDoc says above");
};
