/** Something that whoever ran the script can mend; printed without a stack. */
export class Mendable extends Error {}

/** Runs the script and ends with the exit code that it gives. */
export async function main(script) {
  try {
    process.exitCode = (await script(process.argv.slice(2))) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Mendable ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
