import { paths } from '@assay/contract';
import type { ApiDocument } from './document.ts';
import { html, type Html } from './html.ts';
import { type Group, operationsOf } from './operations-of.ts';
import { renderContents } from './render-contents.ts';
import { renderOperation } from './render-operation.ts';
import { renderProblems } from './render-problems.ts';
import { renderSchema, schemaId } from './render-schema.ts';
import { STYLE } from './style.ts';

export interface ReferenceOptions {
  /** What stands before the paths of examples, such as `https://assay.example`. */
  origin: string;
  demo: boolean;
}

/** The interface as one page, of the document that describes it: no script, nothing that is loaded from elsewhere. */
export function renderReference(document: ApiDocument, { origin, demo }: ReferenceOptions): string {
  const { info } = document;
  const groups = operationsOf(document);
  const schemas = Object.entries(document.components?.schemas ?? {});
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Reference of the interface - ${info.title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        ${STYLE}
      </head>
      <body>
        <a class="skip" href="#main">To the reference</a>
        <header>
          <p><a href="${paths.home}">${info.title}</a> ${info.version}</p>
          <h1>Reference of the interface</h1>
          <p>
            ${info.description} Machines read the same as OpenAPI 3.1 at
            <a href="${paths.openapi}">${paths.openapi}</a>. What is not marked
            <span class="need">required</span> may be absent.
          </p>
          ${demo ? html`<p>Demo: the makers, products and codes behind this address are invented.</p>` : undefined}
        </header>
        <div class="page">
          ${renderContents(
            groups,
            schemas.map(([name]) => name),
          )}
          <main id="main">
            ${groups.map((group) => renderGroup(group, origin))}
            <section>
              <h2 id="problems">Problems</h2>
              <p>
                Whatever is not an answer comes as <code>application/problem+json</code> (RFC 9457), whose
                code is one of these. Its remedy is told in Vietnamese and English.
              </p>
              ${renderProblems()}
            </section>
            <section>
              <h2 id="schemas">Schemas</h2>
              ${schemas.map(
                ([name, schema]) =>
                  html`<article id="${schemaId(name)}">
                    <h3>${name}</h3>
                    ${schema.description && html`<p>${schema.description}</p>`} ${renderSchema(schema)}
                  </article>`,
              )}
            </section>
          </main>
        </div>
      </body>
    </html> `.text;
}

function renderGroup({ name, description, operations }: Group, origin: string): Html {
  return html`<section>
    <h2 id="group-${name}">${name}</h2>
    ${description && html`<p>${description}.</p>`}
    ${operations.map((operation) => renderOperation(operation, origin))}
  </section>`;
}
