#!/usr/bin/env node
await import('../dist/assay.js');
