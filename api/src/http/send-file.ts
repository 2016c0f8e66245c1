import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is saved as a file by who asked for it. */
export interface SentFile {
  name: string;
  mediaType: string;
  bytes: AsyncIterable<Buffer> | Buffer;
}

const COMPRESSIBLE = /^text\/|\+xml$/;

/**
 * Sends a file to be saved and never to be shown in place; text is compressed where the asker takes gzip. What is written
 * while it is read waits for a slow reader and ends with one that is gone.
 */
export function sendFile(request: FastifyRequest, reply: FastifyReply, { name, mediaType, bytes }: SentFile) {
  const stream = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : Readable.from(bytes);
  reply.type(mediaType).header('content-disposition', `attachment; filename="${name}"`);
  if (!COMPRESSIBLE.test(mediaType.split(';')[0]!)) return reply.send(stream);
  reply.header('vary', 'accept-encoding');
  if (!takesGzip(request.headers['accept-encoding'])) return reply.send(stream);
  const gzip = createGzip();
  stream.on('error', (error) => gzip.destroy(error));
  gzip.on('close', () => stream.destroy());
  return reply.header('content-encoding', 'gzip').send(stream.pipe(gzip));
}

/** Whether a list of encodings names gzip, or all, with a weight above nothing. */
function takesGzip(header: string | string[] | undefined): boolean {
  const weights = new Map(
    String(header ?? '')
      .split(',')
      .map((part) => {
        const [coding = '', ...rest] = part.split(';').map((text) => text.trim().toLowerCase());
        const weight = rest.find((text) => text.startsWith('q='))?.slice(2);
        return [coding, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
