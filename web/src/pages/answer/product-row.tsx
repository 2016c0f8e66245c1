import type { Answer } from '@assay/contract';
import { PackShape } from '../../ui/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import css from './product-row.module.css';

interface Props {
  answer: Answer;
  /** With importer, and what was verified of the maker. */
  full?: boolean;
}

/** Picture, name, size and maker of the product. */
export function ProductRow({ answer: { product, registrant }, full = false }: Props) {
  const { say, day } = useSpeaker();
  if (!product) return null;
  return (
    <div class={css.row}>
      {product.picture ? (
        <img src={product.picture} alt="" width="72" height="72" loading="lazy" />
      ) : (
        <PackShape name={product.pack} />
      )}
      <div>
        <p class={css.name}>{product.name}</p>
        <p class={css.more}>{[product.netContent, registrant?.name].filter(Boolean).join(' · ')}</p>
        {full && product.importer && (
          <p class={css.more}>
            {say('field.importer')}: {product.importer}
          </p>
        )}
        {full && registrant?.verifiedOn && (
          <p class={css.more}>{say('barcode.company', { date: day(registrant.verifiedOn) })}</p>
        )}
      </div>
    </div>
  );
}
