import { StartFault } from './say.ts';

/** What stands behind `npm start --`. */
export type Arguments = 'help' | { lan: boolean };

export const HELP = `npm start [-- --lan]

Starts Assay on this machine, with a database of its own: http://localhost:8080

  --lan     also for the phones of the same network, by https with a certificate that this machine makes
  --help    these lines

What else may be set are environment variables, such as PORT and DATA_DIR: see README.md.`;

/** @throws StartFault for an argument that nobody knows */
export function readArguments(args: readonly string[]): Arguments {
  const unknown = args.filter((arg) => !['--lan', '--help', '-h'].includes(arg));
  if (unknown.length > 0)
    throw new StartFault(
      `Unknown argument: ${unknown.join(' ')}. There are --lan and --help; everything else is set by environment variables.`,
    );
  return args.includes('--help') || args.includes('-h') ? 'help' : { lan: args.includes('--lan') };
}
