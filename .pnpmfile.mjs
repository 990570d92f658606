// What a package's manifest becomes when it is packed.
export const hooks = {
  beforePacking(manifest) {
    // The condition by which this workspace's packages find each other's sources is for this workspace alone.
    for (const entry of Object.values(manifest.exports ?? {})) delete entry["@usagewire/source"];
    return manifest;
  },
};
