#!/usr/bin/env node
// In version control, unlike dist, so that the package manager can link it before the first build.
import "../dist/bin.js";
