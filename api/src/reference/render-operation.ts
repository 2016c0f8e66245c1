import { PROBLEMS } from '@assay/contract';
import type { Operation, Schema } from './document.ts';
import { exampleOf } from './example-of.ts';
import { html, type Html } from './html.ts';
import type { NamedOperation } from './operations-of.ts';
import { renderSchema } from './render-schema.ts';

export const problemId = (code: string) => `problem-${code}`;

export function renderOperation(operation: NamedOperation, origin: string): Html {
  const { method, path, id, summary, responses = {} } = operation;
  const example = exampleOf(operation, origin);
  return html`<article id="${id}">
    <h3><code class="method">${method.toUpperCase()}</code> <code>${path}</code></h3>
    <p>${summary}</p>
    ${example && html`<pre><code>${example}</code></pre>`} ${renderInput('Address', parametersOf(operation))}
    ${renderInput('Body', operation.requestBody?.content?.['application/json']?.schema)}
    <h4>Replies</h4>
    <dl>
      ${Object.entries(responses).map(
        ([status, { content = {} }]) =>
          html`<div>
            <dt>${status}</dt>
            <dd>${renderReply(Number(status), content)}</dd>
          </div>`,
      )}
    </dl>
  </article>`;
}

function renderInput(title: string, schema: Schema | undefined): Html | undefined {
  if (!schema) return undefined;
  return html`<h4>${title}</h4>
    ${schema.description && html`<p>${schema.description}</p>`} ${renderSchema(schema)}`;
}

function parametersOf({ parameters }: Operation): Schema | undefined {
  if (!parameters?.length) return undefined;
  return {
    properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** Of problems their codes, which say more than the shape that they share. */
function renderReply(status: number, content: NonNullable<Operation['responses']>[string]['content']): Html {
  const answer = content?.['application/json']?.schema;
  if (answer) return renderSchema(answer);
  const codes = Object.entries(PROBLEMS).filter(([, of]) => of === status);
  return html`<ul class="words">
    ${codes.map(([code]) => html`<li><a href="#${problemId(code)}">${code}</a></li>`)}
  </ul>`;
}
