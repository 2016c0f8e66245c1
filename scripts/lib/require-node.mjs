/** Imported first by every script: ends with a sentence on a Node that is too old. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Assay needs Node 20.19 or later, and this is ${process.version}. Install a newer one from https://nodejs.org\n`,
  );
  process.exit(1);
}
