import type { FastifyInstance } from 'fastify';
import type { Answer, CheckRequest, Problem } from '@assay/contract';

/** What became of a check: an answer, or problem details. */
export type Outcome = { answer: Answer; name: string } | { problem: Problem; name: string };

const MOST_TRIES = 20;

/**
 * Posts a check. `unavailable` is no answer (R1), so it is asked again with its `attempt`, as a phone does.
 *
 * @returns the outcome; its name is the verdict and its first reason, or the code of the problem
 */
export async function outcomeOf(app: FastifyInstance, request: CheckRequest): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    const response = await app.inject({ method: 'POST', url: '/v1/checks', payload: request });
    if (response.statusCode === 200) {
      const answer = response.json<Answer>();
      return { answer, name: `${answer.verdict} ${answer.reasons[0]}` };
    }
    const problem = response.json<Problem>();
    if (problem.code !== 'unavailable' || tries === MOST_TRIES) return { problem, name: problem.code };
  }
}

/** Runs over the items, `width` of them at a time, and gives the results in their order. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await run(items[at]!);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
