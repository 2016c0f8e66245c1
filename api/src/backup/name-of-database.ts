/** A database for words to the operator, without its password: `the database assay on db.example:5432`. */
export function nameOfDatabase(url: string): string {
  const { pathname, host } = new URL(url);
  return `the database ${decodeURIComponent(pathname.slice(1))} on ${host || 'this machine'}`;
}
