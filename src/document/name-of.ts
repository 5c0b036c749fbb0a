const collectionNames: ReadonlyMap<string, string> = new Map([
  ['newsletters', 'a newsletter'],
  ['corrections', 'a correction'],
  ['guidance', 'guidance'],
  ['knownIssues', 'a known issue'],
  ['releases', 'a release'],
  ['pages', 'a page'],
]);

/** What text stands in, as a person would say it: "a newsletter", "<Item>". */
export const nameOf = (container: string): string =>
  collectionNames.get(container) ?? `<${container}>`;
