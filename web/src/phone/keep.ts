/** Small things that this phone remembers. Where storage is denied, nothing is remembered and nothing fails. */
export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`assay.${name}`);
    else localStorage.setItem(`assay.${name}`, value);
  } catch {
    // Private windows of some browsers refuse; the app works without a memory.
  }
}

export function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(`assay.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}
