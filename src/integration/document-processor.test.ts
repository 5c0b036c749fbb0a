import { beforeAll, describe, expect, it } from 'vitest';
import { allDocumentsId } from './document-modules.ts';
import { documentProcessor } from './document-processor.ts';

type Processor = ReturnType<typeof documentProcessor>;
type Renderer = Awaited<ReturnType<NonNullable<Processor['createMdxRenderer']>>>;

let renderer: Renderer;
beforeAll(async () => {
  const made = await documentProcessor('/site/content').createMdxRenderer?.(
    {},
    { optimize: false },
  );
  if (!made) throw new Error('The processor compiles no MDX.');
  renderer = made;
});

const secret = 'import fs from "node:fs";\n\nWords of an author {fs.readFileSync("/etc/passwd")}.';

describe('the module of a document', () => {
  it('names the document and holds no word of its author, whatever stands in it', async () => {
    const file = '/site/content/guidance/leave.mdx';
    const { code } = await renderer.process(secret, file, { title: 'Leave' });
    expect(code).toContain(`documentText("${file}")`);
    expect(code).toContain('props.components.wrapper');
    expect(code).not.toMatch(/Words of an author|readFileSync|node:fs|Leave/);
  });

  it('is the whole of MDX for a page of a developer', async () => {
    const { code } = await renderer.process(secret, '/site/src/pages/about.mdx', {});
    expect(code).toContain('Words of an author');
    expect(code).toContain('readFileSync');
  });

  it('takes a folder that only begins like the content folder for a developer’s', async () => {
    const { code } = await renderer.process('Drafts.', '/site/content-old/a.mdx', {});
    expect(code).toContain('Drafts.');
  });

  it('is one for all documents in a build, and names none of them', async () => {
    const { code } = await renderer.process('', allDocumentsId, {});
    expect(code).toContain('export function documentOf(file)');
    expect(code).toContain('nodes: documentText(file)');
    expect(code).not.toContain('/site/content/');
  });
});
