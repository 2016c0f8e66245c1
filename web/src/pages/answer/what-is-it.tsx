import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, Row, Section, Steps } from '../../ui/index.ts';

const KINDS = ['medicine', 'milk', 'food', 'cosmetics', 'other'] as const;

/** Screen C: what the label of an unregistered product must say. */
export function WhatIsIt({ withScript }: { withScript: boolean }) {
  const { say } = useSpeaker();
  const [kind, setKind] = useState<(typeof KINDS)[number] | undefined>();
  const steps = [
    say('notRegistered.read.company'),
    say('notRegistered.read.number'),
    say('notRegistered.read.label'),
  ];
  return (
    <Section title={say('notRegistered.what')}>
      {withScript && (
        <div role="group" aria-label={say('notRegistered.what')}>
          <Row>
            {KINDS.map((each) => (
              <Button key={each} pressed={kind === each} onClick={() => setKind(each)}>
                {say(`notRegistered.${each}`)}
              </Button>
            ))}
          </Row>
        </div>
      )}
      <div role="status">
        {(kind !== undefined || !withScript) && (
          <>
            <p>{say('notRegistered.read')}</p>
            <Steps steps={steps} />
            {kind === 'medicine' && <p>{say('advice.medicine')}</p>}
          </>
        )}
      </div>
    </Section>
  );
}
