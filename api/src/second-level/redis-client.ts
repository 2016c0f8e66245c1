import { createClient, defineScript } from 'redis';

/** Stores an entry unless one of the same or a newer version is there; KEYS: name, ARGV: version, entry, milliseconds. */
const storeNewer = defineScript({
  NUMBER_OF_KEYS: 1,
  SCRIPT: `
local old = redis.call('GET', KEYS[1])
if old and tonumber(string.match(old, '^%d+')) >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`,
  parseCommand(parser, name: string, v: number, entry: string, ttlMs: number) {
    parser.pushKey(name);
    parser.push(String(v), entry, String(ttlMs));
  },
  transformReply: (reply: number) => reply === 1,
});

const RECONNECT_MS = 500;
const PING_MS = 500;
/** Three pings without an answer: the server is frozen or black-holed, and another connection is tried. */
const SILENCE_MS = 1_500;

export type RedisClient = ReturnType<typeof redisClient>;

/** A client that fails at once while there is no connection, and goes on trying to get one. */
export function redisClient(url: string, onError: (error: Error) => void) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: { connectTimeout: SILENCE_MS, socketTimeout: SILENCE_MS, reconnectStrategy: RECONNECT_MS },
    scripts: { storeNewer },
  });
  client.on('error', onError);
  return client;
}
