export { type BundledProgram, type BundleOptions, bundleProgram } from "./bundle-program.ts";
export { folderOf } from "./folder-of.ts";
export { type InstalledPackage, installedBytes, installedPackages } from "./installed-packages.ts";
