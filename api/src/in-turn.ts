export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Does one piece of work after the other, in the order in which they were asked for. */
export function inTurn(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
