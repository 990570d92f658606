export { type BundledProgram, type BundleOptions, bundleProgram } from "./bundle-program.ts";
export { type InstalledPackage, installedBytes, installedPackages } from "./installed-packages.ts";
