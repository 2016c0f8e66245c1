import type { Client } from '@assay/client';
import { Usage } from './command.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a product that is named by its id or by its GTIN. @throws Usage where none of yours has it */
export async function findProduct(client: Client, name: string): Promise<string> {
  if (ID.test(name)) return name;
  const gtin = name.padStart(14, '0');
  for await (const product of client.products.list()) if (product.gtin === gtin) return product.id;
  throw new Usage(`none of your products has the GTIN ${name}`);
}
