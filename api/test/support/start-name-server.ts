import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A name server of its own, as the one inside of a container's network. */
export interface NameServer {
  port: number;
  close(): void;
}

const HEADER = 12;
const TYPE_A = 1;

/** @param addresses what every name stands for, asked anew at each question: IPv4 */
export async function startNameServer(addresses: () => readonly string[]): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => socket.send(answer(query, addresses()), port, address));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, close: () => void socket.close() };
}

/** RFC 1035, section 4: the header, the question again, and one record an address; nothing is to be remembered. */
function answer(query: Buffer, addresses: readonly string[]): Buffer {
  const nameEnd = query.indexOf(0, HEADER) + 1;
  const question = query.subarray(HEADER, nameEnd + 4);
  const isForAddress = query.readUInt16BE(nameEnd) === TYPE_A;
  const records = isForAddress ? addresses.map(record) : [];
  const header = Buffer.from(query.subarray(0, HEADER));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, question, ...records]);
}

function record(address: string): Buffer {
  const pointerTypeClassTtlLength = Buffer.from('c00c00010001000000000004', 'hex');
  return Buffer.concat([pointerTypeClassTtlLength, Buffer.from(address.split('.').map(Number))]);
}
