import css from './text-field.module.css';

interface Props {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  /** Says what is wrong or right while typing; announced politely. */
  note?: { text: string; bad: boolean } | undefined;
  value?: string | undefined;
  onInput?: (value: string) => void;
  inputMode?: 'text' | 'numeric';
  maxLength?: number;
  required?: boolean;
  large?: boolean;
}

/** A labelled line of text with a hint above and a live note below. */
export const TextField = ({
  id,
  name,
  label,
  hint,
  note,
  value,
  onInput,
  inputMode = 'text',
  maxLength = 200,
  required = false,
  large = false,
}: Props) => (
  <div class={css.field}>
    <label for={id}>{label}</label>
    {hint && (
      <p class={css.hint} id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <input
      id={id}
      name={name}
      class={large ? css.large : css.input}
      value={value}
      onInput={onInput && ((event) => onInput(event.currentTarget.value))}
      inputMode={inputMode}
      maxLength={maxLength}
      required={required}
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellcheck={false}
      aria-describedby={hint ? `${id}-hint ${id}-note` : `${id}-note`}
      aria-invalid={note?.bad ?? false}
    />
    <p class={note?.bad ? css.bad : css.note} id={`${id}-note`} aria-live="polite">
      {note?.text}
    </p>
  </div>
);
