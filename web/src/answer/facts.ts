import type { Answer } from '@assay/contract';
import type { Category, Pack } from '@assay/contract/lists';
import { vietNam } from '@assay/country';
import type { Speaker } from '../i18n/index.ts';
import { groupsOfFour } from './groups.ts';
import type { ReadingCount } from './state.ts';

/** An answer with the words that most of its sentences need, in one language. */
export interface Facts {
  answer: Answer;
  count: ReadingCount;
  speaker: Speaker;
  /** hộp, lon, vỉ …, and the same with a capital. */
  pack: string;
  Pack: string;
  maker: string;
  product: string;
  serial: string;
  emergency: string;
  category: Category | undefined;
  /** Medicine, or what may be one: R9 holds. */
  medicine: boolean;
  /** Medicine, food, milk, or what may be one of them: the health line holds. */
  health: boolean;
  makersPhone: string | undefined;
}

export function factsOf(answer: Answer, count: ReadingCount, speaker: Speaker): Facts {
  const { product, registrant, identity, help } = answer;
  const pack = speaker.say(`pack.${packOf(answer)}`);
  const category = categoryOf(answer);
  const contacts = help.contacts ?? [];
  return {
    answer,
    count,
    speaker,
    pack,
    Pack: capitalised(pack),
    maker: registrant?.name ?? speaker.say('maker.unnamed'),
    product: product?.name ?? answer.warning?.name ?? identity.gtin ?? identity.text ?? '',
    serial: groupsOfFour(identity.serial ?? ''),
    emergency: help.emergency ?? vietNam.emergency,
    category,
    medicine: category === undefined || category === 'medicine',
    health: category === undefined || vietNam.healthCategories.includes(category),
    makersPhone: contacts.find(({ role, phone }) => phone && (role === 'maker' || role === 'importer'))
      ?.phone,
  };
}

/** The category on file, else the one that the form of a registration number tells. */
function categoryOf({ product, identity }: Answer): Category | undefined {
  if (product) return product.category;
  return vietNam.registrationPatterns.find(({ id }) => id === identity.pattern)?.category;
}

/** A registration number of a medicine is read off a blister when no product says otherwise. */
function packOf(answer: Answer): Pack {
  if (answer.product) return answer.product.pack;
  return categoryOf(answer) === 'medicine' ? 'blister' : 'pack';
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
