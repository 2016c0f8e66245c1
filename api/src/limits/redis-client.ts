import { Redis, type Result } from 'ioredis';

/**
 * Adds to the counts of any number of keys, each in a window that begins with its first count. ARGV: the window in
 * milliseconds, then what to add for each key. Gives count and milliseconds left, key by key.
 */
const COUNT = `
local counts = {}
for i, key in ipairs(KEYS) do
  local by = tonumber(ARGV[i + 1])
  local n = by > 0 and redis.call('INCRBY', key, by) or tonumber(redis.call('GET', key) or 0)
  local left = redis.call('PTTL', key)
  if left < 0 then
    left = tonumber(ARGV[1])
    if n > 0 then redis.call('PEXPIRE', key, left) end
  end
  counts[2 * i - 1] = n
  counts[2 * i] = left
end
return counts`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    countInWindows(keys: number, ...keysAndArguments: (string | number)[]): Result<number[], Context>;
  }
}

const RECONNECT_MS = 500;
/** The server is frozen or black-holed, and another connection is tried. */
const SILENCE_MS = 1_500;

/** A client whose commands fail at once while there is no connection, and after `timeoutMs` while there is no answer. */
export function redisClient(url: string, timeoutMs: number): Redis {
  const client = new Redis(url, {
    commandTimeout: timeoutMs,
    connectTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => RECONNECT_MS,
    disableClientInfo: true,
    scripts: { countInWindows: { lua: COUNT } },
  });
  client.on('error', () => undefined);
  return client;
}
