import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMS } from '@assay/contract';
import { startService, type TestService } from './support/service.ts';

interface Described {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, object> }> }>>;
  components: { schemas: Record<string, object> };
}

let service: TestService;
let described: Described;
let page: Awaited<ReturnType<TestService['app']['inject']>>;

beforeAll(async () => {
  service = await startService({ demo: true });
  described = (await service.app.inject('/openapi.json')).json();
  page = await service.app.inject('/reference');
});
afterAll(() => service.close());

describe('/openapi.json', () => {
  it('says each schema once, and refers to it by its name', () => {
    const text = JSON.stringify(described);
    for (const [name, schema] of Object.entries(described.components.schemas)) {
      expect([name, text.split(JSON.stringify(schema)).length - 1]).toEqual([name, 1]);
      expect(text).toContain(`{"$ref":"#/components/schemas/${name}"}`);
    }
  });

  it('refers to nothing that it does not hold', () => {
    const names = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
    const known = new Set(Object.keys(described.components.schemas));
    expect(names.filter((ref) => !known.has(ref.replace('#/components/schemas/', '')))).toEqual([]);
  });

  it('says of problems the media type that they are sent with', async () => {
    const { headers } = await service.app.inject({ method: 'POST', url: '/v1/checks', payload: {} });
    const [mediaType] = String(headers['content-type']).split(';');
    const { content } = described.paths['/v1/checks']!['post']!.responses['400']!;
    expect(Object.keys(content)).toEqual([mediaType]);
  });
});

describe('/reference', () => {
  it('tells every operation, schema and problem, each at an address of its own', () => {
    const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    for (const operation of operations) expect(page.body).toContain(`<code>${operation}</code>`);
    for (const name of Object.keys(described.components.schemas))
      expect(page.body).toContain(`id="schema-${name}"`);
    for (const code of Object.keys(PROBLEMS)) expect(page.body).toContain(`id="problem-${code}"`);
  });

  it('links to nothing that is not there', async () => {
    const links = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
    const inside = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
    expect(inside.filter((id) => !page.body.includes(`id="${id}"`))).toEqual([]);
    expect(links.filter((href) => !href.startsWith('#')).toSorted()).toEqual([
      '/',
      '/icon.svg',
      '/openapi.json',
    ]);
  });

  it('says in which language it is, what it is, and that the world behind it is invented', () => {
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain('<title>Reference of the interface - Assay</title>');
    expect(page.body).toContain('Demo: ');
  });

  it('in earnest speaks of no demo', async () => {
    const earnest = await startService();
    const { body } = await earnest.app.inject('/reference');
    await earnest.close();
    expect(body).not.toContain('Demo');
    expect(body).not.toContain('/samples.json');
  });

  it('may run no script and load nothing but its own style', () => {
    const csp = String(page.headers['content-security-policy']);
    expect(csp.replace(/sha256-[\w+/=]{44}/, 'sha256-…').split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'sha256-…'",
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page.body).not.toMatch(/<script|<link rel="stylesheet"|\sstyle=|\son\w+=|javascript:/i);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('shows an example that answers', async () => {
    const [, body] = /-d &#39;(.+?)&#39;/.exec(page.body)!;
    const payload = JSON.parse(body!.replaceAll('&quot;', '"')) as object;
    const { statusCode } = await service.app.inject({ method: 'POST', url: '/v1/checks', payload });
    expect(statusCode).toBe(200);
  });
});
