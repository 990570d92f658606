#!/usr/bin/env node
// Stands in the repository, unlike what it loads, so that the package manager can link it before the first build.
import "../dist/bin.js";
