import { codes, download } from './codes.ts';
import type { Command } from './command.ts';
import { issue } from './issue.ts';
import { labels } from './labels.ts';
import { login } from './login.ts';
import { products } from './products.ts';
import { recall } from './recall.ts';
import { verify } from './verify.ts';

/** What the command can do, in the order in which somebody may want to read it. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  login,
  products,
  issue,
  codes,
  download,
  labels,
  recall,
  verify,
};
