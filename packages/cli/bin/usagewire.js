#!/usr/bin/env node
// Committed, unlike dist, so that the package manager can link it before the first build.
import "../dist/bin.js";
