import { html, type Html } from './html.ts';
import type { Group } from './operations-of.ts';
import { schemaId } from './render-schema.ts';

/** Links to everything on the page. */
export function renderContents(groups: readonly Group[], schemas: readonly string[]): Html {
  return html`<nav aria-label="Contents">
    ${groups.map(
      ({ name, operations }) =>
        html`<h2>${name}</h2>
          <ul>
            ${operations.map(
              ({ id, method, path }) =>
                html`<li>
                  <a href="#${id}"><code>${method.toUpperCase()} ${path}</code></a>
                </li>`,
            )}
          </ul>`,
    )}
    <h2><a href="#problems">Problems</a></h2>
    <h2><a href="#schemas">Schemas</a></h2>
    <ul>
      ${schemas.map((name) => html`<li><a href="#${schemaId(name)}">${name}</a></li>`)}
    </ul>
  </nav>`;
}
