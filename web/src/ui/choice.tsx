import css from './choice.module.css';

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  chosen: T;
  onChoose: (value: T) => void;
}

/** A quiet switch between a few ways to do the same thing. */
export const Choice = <T extends string>({ label, options, chosen, onChoose }: Props<T>) => (
  <div class={css.choice} role="group" aria-label={label}>
    {options.map(({ value, text }) => (
      <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
        {text}
      </button>
    ))}
  </div>
);
