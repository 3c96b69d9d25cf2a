import { type AddCommand, addSources } from "./command-flags.js";

const SYNC_HELP = `
Exit codes:
  0  all that templates need is synced
  1  something is not, or something is wrong with the input or the call

Examples:
  ostiary gator sync test -n templates/ -n syncset.yaml -n manifest.yaml
  ostiary gator sync test -n policies/ --force-omit-gvk-manifest`;

/** Adds `gator sync` with `test`. */
export const addSync: AddCommand = (gator, surroundings, finish) => {
  const sync = gator
    .command("sync")
    .summary("check what policies see as data.inventory")
    .description("Checks SyncSets and Config.")
    .argument("[word...]", "anything but test is of no use")
    .action(() => {
      surroundings.standardOutput.write("Usage: gator sync test\n");
    });
  addSources(sync.command("test"), "n")
    .summary("check that all kinds that templates need are synced")
    .description(
      "Checks that SyncSets and Config make policies see all kinds of objects that templates say they need, and that the\n" +
        "cluster knows them by a GVKManifest.",
    )
    .option("-f, --force-omit-gvk-manifest", "take all kinds for known to the cluster")
    .addHelpText("after", SYNC_HELP)
    .action(async (flags) => {
      const { gatorSyncTest } = await import("../commands/gator-sync-test.js");
      finish(await gatorSyncTest(flags, surroundings));
    });
};
