import { PROBLEMS, type ProblemCode } from '@assay/contract';
import { PROBLEM_WORDS } from '../http/problem-words.ts';
import { html, type Html } from './html.ts';
import { problemId } from './render-operation.ts';

/** The closed list of everything that is no answer, with what helps. */
export function renderProblems(): Html {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return html`<ul class="fields">
    ${codes.map(
      (code) =>
        html`<li id="${problemId(code)}">
          <p class="field"><code>${code}</code> <span>${PROBLEMS[code]}</span></p>
          <p>${PROBLEM_WORDS[code].title}. ${PROBLEM_WORDS[code].remedy.en}</p>
        </li>`,
    )}
  </ul>`;
}
