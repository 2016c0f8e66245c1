/** What a script can tell a command's end by. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** The key is missing, not good any more, or may not do this. */
  denied: 3,
  /** The service said no. */
  refused: 4,
  /** Nobody answered, or not now. */
  unreachable: 5,
  /** Of `verify`: it cannot be said what the code is. */
  unknown: 10,
  /** Of `verify`: an authority or the maker reported the code. */
  reported: 11,
  interrupted: 130,
} as const;
