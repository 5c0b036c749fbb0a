import type { z } from 'zod';
import { describeKeys, type KeyEntry } from '../../schemas/describe-keys.ts';

/* Names that would not be understood as they are. */
const known: Readonly<Record<string, string>> = {
  mi: 'In te reo Māori',
  en: 'In English',
  id: 'Name in links',
  url: 'Address',
  to: 'Leads to',
  alt: 'What the picture tells',
  acks: 'Warnings let stand',
  For: 'For one audience',
  Reo: 'Phrase in te reo Māori',
  Reorua: 'Te reo Māori and English',
  SignOff: 'Sign-off',
  WebOnly: 'On the web only',
  EmailOnly: 'In email only',
  ComingUp: 'Coming up',
};

/** What people read for the name of a block, a prop or a key: "sameContent" is "Same content". */
export function labelOf(name: string): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return known[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The labels of all keys of a schema, those within others too. */
export function labelsIn(schema: z.ZodType): Record<string, string> {
  const labels: Record<string, string> = {};
  const gather = (entries: readonly KeyEntry[]) => {
    for (const { name, keys } of entries) {
      labels[name] = labelOf(name);
      gather(keys);
    }
  };
  gather(describeKeys(schema));
  return labels;
}
