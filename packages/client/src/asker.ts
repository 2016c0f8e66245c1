import { type ClientOptions, type Request, send } from './send.ts';

export type Asker = ReturnType<typeof asker>;

interface Page<Item> {
  items: Item[];
  next?: string;
}

/** The ways in which calls ask the service. */
export function asker(options: ClientOptions) {
  const json = async <Reply>(
    method: Request['method'],
    path: string,
    body?: object,
    query?: Request['query'],
  ): Promise<Reply> => {
    const response = await send(options, { method, path, ...(body && { body }), ...(query && { query }) });
    return (response.status === 204 ? undefined : await response.json()) as Reply;
  };
  return {
    json,

    /** An order, done once. @param key of one's own, for whoever sends the same order again after a crash */
    async order<Reply>(path: string, body: object | undefined, key: string = crypto.randomUUID()) {
      const response = await send(options, {
        method: 'POST',
        path,
        idempotencyKey: key,
        ...(body && { body }),
      });
      return (await response.json()) as Reply;
    },

    /** All items of a list, page by page as they are taken. */
    async *pages<Item>(path: string, query: Request['query'] = {}): AsyncGenerator<Item, void, undefined> {
      let after: string | undefined;
      do {
        const page: Page<Item> = await json('GET', path, undefined, { ...query, after });
        yield* page.items;
        after = page.next;
      } while (after !== undefined);
    },

    /**
     * A file, read as it comes, and as it is: Node 20's fetch unpacks gzip in a time that grows with the square of the size,
     * which is minutes for ten million codes. Browsers keep this header to themselves.
     */
    file: (path: string) =>
      send(options, { method: 'GET', path, headers: { 'accept-encoding': 'identity' } }),
  };
}
