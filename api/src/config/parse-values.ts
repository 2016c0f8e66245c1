/** A whole number within the bounds, both included. */
export function wholeNumber(text: string, min: number, max: number): number | undefined {
  if (!/^\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

/** `1` or `0`. */
export function flag(text: string): boolean | undefined {
  return text === '1' ? true : text === '0' ? false : undefined;
}

/** The origin of an http or https address that is nothing but an origin. */
export function origin(text: string): string | undefined {
  const url = address(text);
  const bare =
    url && (url.protocol === 'https:' || url.protocol === 'http:') && url.href === `${url.origin}/`;
  return bare ? url.origin : undefined;
}

/** A time zone that this machine's Intl knows, as given. */
export function timeZone(text: string): string | undefined {
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return undefined;
  }
}

/** The address of a PostgreSQL database with a user, as given. */
export function postgresUrl(text: string): string | undefined {
  const url = address(text);
  return url && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1
    ? text
    : undefined;
}

/** The address of a Redis, as given. */
export function redisUrl(text: string): string | undefined {
  const url = address(text);
  return url && /^rediss?:$/.test(url.protocol) && url.hostname !== '' ? text : undefined;
}

/** The address of a mail server, as given. */
export function smtpUrl(text: string): string | undefined {
  const url = address(text);
  return url && /^smtps?:$/.test(url.protocol) && url.hostname !== '' ? text : undefined;
}

/** A secret long enough not to be guessed. */
export function token(text: string): string | undefined {
  return text.length >= 32 ? text : undefined;
}

/** One of a closed list. */
export function oneOf<Word extends string>(list: readonly Word[]): (text: string) => Word | undefined {
  return (text) => list.find((word) => word === text);
}

/** A comma list of words of a closed list. */
export function someOf<Word extends string>(list: readonly Word[]): (text: string) => Word[] | undefined {
  return (text) => {
    const words = text.split(',').map((word) => oneOf(list)(word.trim()));
    return words.includes(undefined) ? undefined : words.filter((word) => word !== undefined);
  };
}

function address(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
