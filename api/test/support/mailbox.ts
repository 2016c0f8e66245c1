import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string[];
  text: string;
}

/** A mail server on loopback that keeps what it is handed. */
export interface Mailbox {
  url: string;
  letters: Received[];
  /** Takes no letter while it is set. */
  refuse: boolean;
  /** The last link that was sent to an address. */
  linkTo(address: string): string;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (mailbox.refuse) return done(new Error('no letters now'));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, text: plain(Buffer.concat(chunks).toString('utf8')) });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: false,
    linkTo(address) {
      const letter = letters.findLast(({ to }) => to.includes(address));
      const [link] = /https?:\/\/\S+/.exec(letter?.text ?? '') ?? [];
      if (link === undefined) throw new Error(`no link was sent to ${address}`);
      return link;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailbox;
}

/** The text of a letter in quoted-printable or base64. */
function plain(raw: string): string {
  const at = raw.indexOf('\r\n\r\n');
  const body = raw.slice(at + 4);
  if (/content-transfer-encoding: base64/i.test(raw.slice(0, at)))
    return Buffer.from(body, 'base64').toString('utf8');
  const joined = body.replaceAll('=\r\n', '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
