/** What people call the lists beside the documents. */
export const listTitles: Readonly<Record<string, string>> = {
  'site.yaml': 'The publication: names, audiences, senders, colours',
  'contacts.yaml': 'Contacts',
  'glossary.yaml': 'Glossary',
  'kupu.yaml': 'How te reo Māori is spelt',
  'words.yaml': 'Words that are right',
};
