import type { Answer } from '@assay/contract';
import { telephone } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { CallRow, Section, Stack } from '../../ui/index.ts';

type Contact = NonNullable<Answer['help']['contacts']>[number];

/** Whom to ask: taken from the file, never from the pack. */
export function Contacts({ contacts = [] }: { contacts?: readonly Contact[] | undefined }) {
  const { say, pick } = useSpeaker();
  const reachable = contacts.filter(({ phone, email }) => phone ?? email);
  if (reachable.length === 0) return null;
  return (
    <Section title={say('section.contacts')}>
      <Stack gap={2}>
        {reachable.map(({ name, phone, email }) => (
          <CallRow
            key={pick(name)}
            name={pick(name)}
            href={phone ? telephone(phone) : `mailto:${email}`}
            text={phone ?? email ?? ''}
          />
        ))}
      </Stack>
    </Section>
  );
}
