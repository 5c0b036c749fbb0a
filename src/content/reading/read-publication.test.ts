import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { audienceIds, publication } from '../../publication/site.ts';
import { publicationSchema } from '../../schemas/publication.ts';
import { refusal, site, writeContent } from '../../testing/content/write-content.ts';
import { readContent } from './read-content.ts';
import { readPublication } from './read-publication.ts';

/** The publication of the tests with words of it replaced, each of which it has. */
const changed = (...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`There is no ${from} to replace.`);
    return text.replace(from, to);
  }, site);

describe('a publication', () => {
  it('has its audiences in the order of the file, and its colours in small letters', async () => {
    const iwi = `  iwi:\n    name: Iwi\n    longName: Iwi and hapū\n    listId: iwi.updates.example\n    why: You get this because you asked.\n`;
    const folder = await writeContent({
      'site.yaml': changed(['audiences:\n', `audiences:\n${iwi}`], ["'#0a5c4a'", "'#0A5C4A'"]),
    });
    const { publication, lineOf } = readPublication(folder);
    expect(publication.audiences.map(({ id, name }) => [id, name])).toEqual([
      ['iwi', 'Iwi'],
      ['providers', 'Providers'],
      ['schools', 'Schools'],
    ]);
    expect(publication.colours.light.link).toBe('#0a5c4a');
    expect(site.split('\n')[lineOf(['newsletter']) - 1]).toContain('newsletter:');
  });

  it('is that of the process once its content is read', async () => {
    await readContent(
      await writeContent({ 'site.yaml': changed(['  schools:\n', '  kura:\n']) }),
    ).catch(() => undefined);
    expect(audienceIds()).toEqual(['providers', 'kura']);
    await readContent(await writeContent());
    expect(audienceIds()).toEqual(['providers', 'schools']);
  });

  it('has a sentence on every key, for the people who fill it in', () => {
    const fieldsOf = (schema: unknown): z.ZodType[] =>
      schema instanceof z.ZodObject
        ? Object.values(schema.shape).flatMap((one) => [one, ...fieldsOf(one)])
        : [];
    const fields = fieldsOf(publicationSchema);
    expect(fields.length).toBeGreaterThan(40);
    for (const { description } of fields) expect(description).toMatch(/^\p{Lu}.*[.”]\.?$/u);
  });
});

describe('a site.yaml that cannot be used', () => {
  it('is told all at once, by line, with what to do', async () => {
    const said = await refusal({
      'site.yaml': changed(
        ['strapline:', 'straplin:'],
        ['name: CC BY 4.0', 'nmae: CC BY 4.0'],
        ['postalAddress:', 'fax: 04 463 8000\npostalAddress:'],
        ['namingDomain: attendance-updates.example', 'namingDomain: https://updates.example'],
        ['address: news@attendance-updates.example', 'address: news'],
        ['  schools:\n', '  Schools:\n'],
        ["ink: '#14213d'", 'ink: #14213d'],
      ),
    });
    expect(said).toMatchInlineSnapshot(`
      "site.yaml:9
        Expected only these keys: name, strapline, organisation, newsletter, contact, answersWithin, streetAddress, postalAddress, licence, namingDomain, sender, audiences, regions, rules, colours.
        Found "straplin".
        Write "strapline" if that is what you meant.

      site.yaml:22
        Expected only these keys: name, strapline, organisation, newsletter, contact, answersWithin, streetAddress, postalAddress, licence, namingDomain, sender, audiences, regions, rules, colours.
        Found "fax".
        Remove "fax".

      site.yaml:27
        Expected only these in "licence": name, url.
        Found "nmae".
        Write "name" if that is what you meant.

      site.yaml:32
        Expected a domain in lower-case letters, such as news.example.govt.nz.
        Found "namingDomain: https://updates.example".
        Write "namingDomain: …" with a domain in lower-case letters, such as news.example.govt.nz.

      site.yaml:37
        Expected an email address.
        Found "address: news".
        Write "address: …" with an email address.

      site.yaml:51
        Expected an id of lower-case letters, digits and hyphens that starts with a letter, such as "providers".
        Found "Schools".
        Change the name.

      site.yaml:64
        Expected a value in quotation marks where it holds " #".
        Found "#14213d", which would be left out as a comment.
        Put the whole value in quotation marks, or the comment on a line of its own.

      7 problems. Nothing was changed."
    `);
  });

  it('tells wrong colours by their place, and what cannot be read with its contrast', async () => {
    const said = await refusal({
      'site.yaml': changed(
        ["muted: '#4a5468'", "muted: '#8a94a8'"],
        ["rule: '#d9d5ca'", 'rule: grey'],
        ["    paper: '#0f1715'\n", "    paper: '#0f1715'\n    shade: '#000000'\n"],
        ["onAccent: '#0f1715'", "onAccent: '#5f6f6a'"],
      ),
    });
    expect(said).toMatchInlineSnapshot(`
      "site.yaml:64
        Expected at least 4.5 to 1 between "muted" and the ground "paper" in "light", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 2.92 to 1 between #8a94a8 and #fbfaf7.
        Make "muted" darker, or "paper" lighter.

      site.yaml:64
        Expected at least 4.5 to 1 between "muted" and the ground "raised" in "light", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 3.05 to 1 between #8a94a8 and #ffffff.
        Make "muted" darker, or "raised" lighter.

      site.yaml:64
        Expected at least 4.5 to 1 between "muted" and the ground "tint" in "light", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 2.71 to 1 between #8a94a8 and #eef3ef.
        Make "muted" darker, or "tint" lighter.

      site.yaml:67
        Expected a colour of "#" and six digits, such as "#0a5c4a".
        Found "rule: grey".
        Write "rule: …" with a colour of "#" and six digits, such as "#0a5c4a".

      site.yaml:81
        Expected only these in "dark": ink, muted, paper, raised, rule, link, accent, onAccent, alert, onAlert, tint.
        Found "shade".
        Remove "shade".

      site.yaml:86
        Expected at least 4.5 to 1 between "onAccent" and the ground "accent" in "dark", so that everybody can read it (WCAG 2.2, 1.4.3).
        Found 2.93 to 1 between #5f6f6a and #6fd3b5.
        Make "onAccent" darker, or "accent" lighter.

      6 problems. Nothing was changed."
    `);
  });

  it('tells lists that programs would take for one another, and audiences that are none', async () => {
    expect(
      await refusal({
        'site.yaml': changed([
          'listId: schools.attendance-updates.example',
          'listId: Providers.attendance-updates.example',
        ]),
      }),
    ).toMatchInlineSnapshot(`
      "site.yaml:53
        Expected a list id that no other audience has.
        Found "Providers.attendance-updates.example", which is also that of "providers".
        Give "schools" one of its own: programs take two lists of one id for the same list.

      1 problem. Nothing was changed."
    `);
    const start = site.indexOf('audiences:\n');
    const end = site.indexOf('# Colours by');
    const without = (entries: string) => site.slice(0, start) + entries + site.slice(end);
    expect(await refusal({ 'site.yaml': without('audiences:\n') })).toMatchInlineSnapshot(`
      "site.yaml:43
        Expected an entry for each audience.
        Found "audiences" with nothing in it.
        Fill it in.

      1 problem. Nothing was changed."
    `);
    expect(await refusal({ 'site.yaml': without('audiences: {}\n') })).toMatchInlineSnapshot(`
      "site.yaml:43
        Expected at least one audience.
        Found "audiences" with nothing in it.
        Fill it in.

      1 problem. Nothing was changed."
    `);
    expect(await refusal({ 'site.yaml': without('') })).toMatchInlineSnapshot(`
      "site.yaml:8
        Expected "audiences": an entry for each audience.
        Found no "audiences".
        Add "audiences: …".

      1 problem. Nothing was changed."
    `);
  });

  it('is told together with what is wrong in the documents', async () => {
    const said = await refusal({
      'site.yaml': changed(['strapline:', 'straplin:']),
      'guidance/leave.mdx': '---\ntitel: Leave\n---\n\n<Guidence id="leave" />\n',
    });
    expect(said).toContain('site.yaml:9');
    expect(said).toContain('guidance/leave.mdx:2');
    expect(said).toContain('guidance/leave.mdx:5');
  });

  it('leaves no empty name behind for whoever asks next', async () => {
    await refusal({ 'site.yaml': changed(['strapline:', 'straplin:']) });
    expect(publication().name).not.toBe('');
  });

  it('has to name a contact that there is', async () => {
    expect(
      await refusal({ 'site.yaml': changed(['contact: service-desk', 'contact: servicedesk']) }),
    ).toMatchInlineSnapshot(`
      "site.yaml:16
        Expected the id of a contact: service-desk.
        Found "servicedesk".
        Write "service-desk" if that is what you meant.

      1 problem. Nothing was changed."
    `);
    expect(await refusal({ 'site.yaml': changed(['contact: service-desk', 'contact: kaimahi']) }))
      .toMatchInlineSnapshot(`
      "site.yaml:16
        Expected the id of a contact: service-desk.
        Found "kaimahi".
        Add it to contacts.yaml, or name another contact.

      1 problem. Nothing was changed."
    `);
  });

  it('has to be there, a file of text', async () => {
    expect(await refusal({ 'site.yaml': undefined })).toMatchInlineSnapshot(`
      "site.yaml
        Expected the file with the names, audiences, sender and colours of the publication.
        Found no such file.
        Copy content/site.yaml of the sample there and write your own names into it, or set PANUI_CONTENT to the folder that holds it.

      1 problem. Nothing was changed."
    `);
    expect(await refusal({ 'site.yaml': Buffer.from('name: P\xe4nui\n', 'latin1') }))
      .toMatchInlineSnapshot(`
      "site.yaml:1
        Expected a text file in UTF-8.
        Found letters in another encoding, or a file of another kind.
        Save it again as plain text with the encoding UTF-8.

      1 problem. Nothing was changed."
    `);
    const folder = await writeContent({ 'site.yaml': undefined });
    await mkdir(join(folder, 'site.yaml'));
    expect(() => readPublication(folder)).toThrow('one that cannot be read (EISDIR)');
  });

  it('names the audiences there are to who writes another', async () => {
    const folder = await writeContent({ 'site.yaml': changed(['  schools:\n', '  kura:\n']) });
    await writeFile(join(folder, 'glossary.yaml'), '');
    const error: unknown = await readContent(folder).catch((thrown: unknown) => thrown);
    expect(String(error).replaceAll(folder, '')).toMatchInlineSnapshot(`
      "BadInput: /contacts.yaml:4
        Expected an audience: providers or kura.
        Found "schools" in "audiences".
        Write an audience: providers or kura in its place.

      /known-issues/ki-001.mdx:6
        Expected an audience: providers or kura.
        Found "schools" in "audiences".
        Write an audience: providers or kura in its place.

      /newsletters/2026-05-08.mdx:5
        Expected only these in "bulletins": providers, kura.
        Found "schools".
        Remove "schools".

      /releases/as-cms-may.mdx:6
        Expected an audience: providers or kura.
        Found "schools" in "audiences".
        Write an audience: providers or kura in its place.

      4 problems. Nothing was changed."
    `);
  });
});
