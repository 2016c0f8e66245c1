import type { Ref } from 'preact';
import css from './page-title.module.css';

interface Props {
  title: string;
  lead?: string | undefined;
  titleRef?: Ref<HTMLHeadingElement>;
}

/** The one heading of a page, which takes the focus when the page opens. */
export const PageTitle = ({ title, lead, titleRef }: Props) => (
  <header class={css.head}>
    <h1 class={css.title} tabIndex={-1} ref={titleRef ?? null}>
      {title}
    </h1>
    {lead && <p class={css.lead}>{lead}</p>}
  </header>
);
