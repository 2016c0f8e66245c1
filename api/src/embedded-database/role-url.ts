/** The connection address of a role of the embedded server. */
export function roleUrl(port: number, role: string, password: string | undefined, database: string): string {
  return `postgres://${role}${password ? `:${password}` : ''}@127.0.0.1:${port}/${database}`;
}
