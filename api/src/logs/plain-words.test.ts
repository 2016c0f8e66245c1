import { expect, it } from 'vitest';
import { plainWords } from './plain-words.ts';

it.each([
  ['a connection was lost', 'a connection was lost'],
  ["the maker's file can't be read: try again", "the maker's file can't be read: try again"],
  ['Redis did not answer within 50 ms', 'Redis did not answer within … ms'],
  ['connect ECONNREFUSED 10.1.2.3:5432', 'connect …'],
  ['Invalid URL: redis://:hunter2@cache:6379/0', 'Invalid …'],
  ['invalid input syntax for type uuid: "secret words in here"', 'invalid input syntax for type uuid: …'],
  [`Unexpected token 'h', "hello "secret" word" is not valid JSON`, 'Unexpected token …'],
  ['Failed query: select $1\nparams: secret', 'Failed query: select …'],
  ['Route GET:/v1/checks/secret not found', 'Route … not found'],
  ['9520001000010 K7QX4M2 ABCDEF abc1 nguyễn correcthorsebatterystaple', '…'],
  ['', '…'],
])('keeps of %j only what is no value', (message, kept) => {
  expect(plainWords(message)).toBe(kept);
});

it('ends after two hundred characters', () => {
  expect(plainWords('word '.repeat(1_000).trim())).toHaveLength(200);
  expect(plainWords(`${'word '.repeat(1_000)}1`).length).toBeLessThan(205);
});
