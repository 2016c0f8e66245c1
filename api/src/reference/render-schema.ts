import { describeType } from './describe-type.ts';
import type { Schema } from './document.ts';
import { html, type Html } from './html.ts';

export const schemaId = (name: string) => `schema-${name}`;

/** What a schema takes: its type, its words, and its fields, each of which is told the same way. */
export function renderSchema(schema: Schema): Html {
  const type = schema.properties ? undefined : html`<p class="field">${renderType(schema)}</p>`;
  return html`${type} ${renderWords(schema)} ${renderChoices(schema)} ${renderFields(schema)}`;
}

function renderChoices({ anyOf }: Schema): Html | undefined {
  if (!anyOf) return undefined;
  return html`<ol class="choices">
    ${anyOf.map((choice) => html`<li>${renderSchema(choice)}</li>`)}
  </ol>`;
}

function renderFields(schema: Schema): Html | undefined {
  if (!schema.properties) return undefined;
  return html`<ul class="fields">
    ${Object.entries(schema.properties).map(([name, field]) => renderField(name, field, schema))}
  </ul>`;
}

function renderField(name: string, field: Schema, { required = [] }: Schema): Html {
  const need = required.includes(name) ? html` <span class="need">required</span>` : undefined;
  return html`<li>
    <p class="field"><code>${name}</code> ${renderType(field)}${need}</p>
    ${field.description && html`<p>${field.description}</p>`} ${renderWords(itemOf(field))}
    ${renderInside(field)}
  </li>`;
}

/** Objects without a name of their own are told where they stand. */
function renderInside(field: Schema): Html | undefined {
  const { properties, anyOf } = itemOf(field);
  return properties || anyOf ? renderSchema(itemOf(field)) : undefined;
}

function renderType(schema: Schema): Html {
  const { $ref, items } = schema;
  const name = $ref?.split('/').at(-1);
  if (name) return html`<a href="#${schemaId(name)}">${name}</a>`;
  if (!items) return html`<span>${describeType(schema)}</span>`;
  return html`<span>${describeType(schema)}</span> ${renderType(items)}`;
}

function renderWords({ enum: words }: Schema): Html | undefined {
  if (!words) return undefined;
  return html`<ul class="words">
    ${words.map((word) => html`<li><code>${word}</code></li>`)}
  </ul>`;
}

const itemOf = (schema: Schema): Schema => schema.items || schema;
