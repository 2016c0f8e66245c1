import './tokens.css';
import './base.css';

export { Button, ButtonLink } from './button.tsx';
export { CallRow } from './call-row.tsx';
export { Choice } from './choice.tsx';
export { type Fact, Facts } from './facts.tsx';
export { formValue } from './form-value.ts';
export { Glyph, type GlyphName, SignIcon, type SignName } from './icon.tsx';
export { Illustration } from './illustration.tsx';
export { Notice } from './notice.tsx';
export { PackShape } from './pack-shape.tsx';
export { PageTitle } from './page-title.tsx';
export { Section } from './section.tsx';
export { Row, Stack } from './stack.tsx';
export { Steps } from './steps.tsx';
export { TextField } from './text-field.tsx';
export { type Edge, VerdictField } from './verdict-field.tsx';
export { VisuallyHidden } from './visually-hidden.tsx';
