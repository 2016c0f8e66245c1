import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path in the repository. */
export const inRoot = (...parts) => join(root, ...parts);

/** A command that was installed for the workspace or one of its packages. */
export const bin = (name, workspace = '.') => inRoot(workspace, 'node_modules', '.bin', name);
