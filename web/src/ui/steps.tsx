import css from './steps.module.css';

/** What to do, in order. */
export const Steps = ({ steps }: { steps: readonly string[] }) => (
  <ol class={css.steps}>
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);
