import { history } from '../../phone/index.ts';

/** Marks the pack as bought in the history of this phone, and nowhere else. False where it could not be kept. */
export async function markBought(id: string): Promise<boolean> {
  try {
    const entry = await history.get(id);
    if (!entry) return false;
    await history.put({ ...entry, bought: true });
    return true;
  } catch {
    return false;
  }
}
