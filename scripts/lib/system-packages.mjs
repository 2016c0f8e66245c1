import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Mendable } from './fail.mjs';
import { runQuietly } from './run.mjs';

/** Where the configuration of the proxy looks for it. */
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** What the tests need beside the lockfile: the name of the Debian package and how to see that it is there. */
const NEEDED = [
  { name: 'chromium', present: () => onPath('chromium', 'chromium-browser', 'google-chrome') },
  { name: 'redis-server', present: () => onPath('redis-server', 'valkey-server') },
  { name: 'pgbouncer', present: () => existsSync('/usr/sbin/pgbouncer') || onPath('pgbouncer') },
  { name: 'nginx', present: () => existsSync('/usr/sbin/nginx') || onPath('nginx') },
  { name: 'libnginx-mod-http-brotli-static', present: () => existsSync(BROTLI_MODULE) },
  { name: 'postgresql-client', present: () => onPath('psql') },
  { name: 'poppler-utils', present: () => onPath('pdftoppm') && onPath('pdftotext') && onPath('pdffonts') },
  { name: 'fonts-noto-core', present: hasNotoFonts },
];

/** Provides browser, servers, a reader of PDF and fonts: by apt as root on Debian and Ubuntu, else says what to install. */
export async function provideSystemPackages() {
  const missing = NEEDED.filter(({ present }) => !present()).map(({ name }) => name);
  if (missing.length === 0) return;
  const list = missing.join(' ');
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new Mendable(
      `The tests need ${list}. Install them, on Debian or Ubuntu: sudo apt-get install ${list}`,
    );
  }
  process.stdout.write(`Installing ${list} …\n`);
  await apt(['update', '-qq']);
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await runQuietly('apt-get', args, { env });
  if (code !== 0) throw new Mendable(`apt-get ${args[0]} failed:\n${output}`);
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.some((name) => folders.some((folder) => existsSync(join(folder, name))));
}

function hasNotoFonts() {
  if (process.platform !== 'linux') return true;
  const folders = ['/usr/share/fonts/truetype/noto', '/usr/share/fonts/noto', '/usr/share/fonts/google-noto'];
  return folders.some((folder) => existsSync(folder));
}
