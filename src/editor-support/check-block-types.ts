import { fileURLToPath } from 'node:url';
import { createMdxLanguagePlugin } from '@mdx-js/language-service';
import { proxyCreateProgram } from '@volar/typescript/lib/node/proxyCreateProgram.js';
import ts from 'typescript';
import { blockTypes } from './block-types.ts';

/** A place in a document that the language service of MDX objects to, as an editor shows it. */
export interface TypeFault {
  file: string;
  /** Counted from 1. */
  line: number;
  message: string;
  /** Whether the file is no MDX to the language service, so that it saw none of its blocks. */
  isSyntax: boolean;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Asks the language service of MDX for what it objects to in documents: unknown blocks, and props that
 * are unknown, missing or not of the contract's choices.
 * @param files MDX files, as absolute paths
 */
export function checkBlockTypes(files: readonly string[]): TypeFault[] {
  const options = readOptions();
  const types = `${root}.astro/block-types.d.ts`;
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (file) => (file === types ? blockTypes() : readFile(file));
  const faults: TypeFault[] = [];
  const plugin = mdx(options, (fault) => faults.push(fault));
  const createProgram = proxyCreateProgram(ts, ts.createProgram, () => [plugin]);
  const program = createProgram({ rootNames: [...files, types], options, host });
  for (const file of files) {
    const source = program.getSourceFile(file);
    for (const { start = 0, messageText } of program.getSemanticDiagnostics(source)) {
      faults.push({
        file,
        line: (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1,
        message: ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(/ +/g, ' '),
        isSyntax: false,
      });
    }
  }
  return faults;
}

/* What editors read in tsconfig.json, and where the types of JSX are for documents in any folder. */
function readOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const project = { ...config, include: [], files: [] };
  return {
    ...ts.parseJsonConfigFileContent(project, ts.sys, root).options,
    allowNonTsExtensions: true,
    types: [],
    paths: { 'astro/*': [`${root}node_modules/astro/*`] },
  };
}

function mdx({ jsxImportSource }: ts.CompilerOptions, onFault: (fault: TypeFault) => void) {
  const plugin = createMdxLanguagePlugin([], [], true, jsxImportSource);
  const { createVirtualCode } = plugin;
  const read: typeof createVirtualCode = (file, language, snapshot, context) => {
    const text = snapshot.getText(0, snapshot.getLength());
    const body = ts.ScriptSnapshot.fromString(text.replace(frontMatter, blank));
    const code = createVirtualCode?.call(plugin, file, language, body, context);
    if (code?.error) {
      const { line, place, reason } = code.error;
      const start = place && 'start' in place ? place.start.line : undefined;
      onFault({ file: String(file), line: line ?? start ?? 1, message: reason, isSyntax: true });
    }
    return code;
  };
  return { ...plugin, createVirtualCode: read };
}

/* It is no MDX; blanks in its place keep every line and column. */
const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/;
const blank = (text: string) => text.replaceAll(/[^\r\n]/g, ' ');
