import * as z from 'zod/mini';
import { blockShapes, type BlockShape } from '../protocol/blocks.ts';
import { type Choices, choices, type TakenPicture, takenPicture } from '../protocol/choices.ts';
import { asText, type AsText, type Edited, type Opened, opened } from '../protocol/document.ts';
import { type Checked, checked } from '../protocol/findings.ts';

/** What the editor asks of the desk. */
export interface DeskApi {
  blocks: () => Promise<BlockShape[]>;
  choices: () => Promise<Choices>;
  open: (path: string, text: string) => Promise<Opened>;
  /** Nothing where it cannot be checked yet: a block lacks what it needs. */
  check: (edited: Edited) => Promise<Checked | undefined>;
  /** The whole of it, as it would be written. */
  asText: (edited: Edited) => Promise<AsText>;
  takePicture: (file: File) => Promise<TakenPicture>;
  /** The address of a picture of the folder of files. */
  picture: (name: string) => string;
}

const told = z.object({ faults: z.array(z.object({ message: z.string(), remedy: z.string() })) });

/**
 * The desk at an address.
 * @param base where its routes are: "/desk/api"
 * @param headers what each request says besides, such as the token against forged requests
 */
export function deskApi(base: string, headers: Readonly<Record<string, string>> = {}): DeskApi {
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const own = init?.body instanceof Blob ? {} : { 'Content-Type': 'application/json' };
    const answer = await fetch(`${base}${path}`, { ...init, headers: { ...own, ...headers } });
    const said: unknown = await answer.json().catch(() => undefined);
    if (answer.ok || answer.status === 422) return said;
    const [fault] = told.safeParse(said).data?.faults ?? [];
    throw new Error(
      fault ? `${fault.message} ${fault.remedy}` : `The desk answered ${answer.status}.`,
    );
  };
  const send = (method: string, path: string, body: unknown) =>
    ask(path, { method, body: JSON.stringify(body) });
  return {
    blocks: async () => blockShapes.parse(await ask('/blocks')),
    choices: async () => choices.parse(await ask('/choices')),
    open: async (path, text) => opened.parse(await send('POST', '/open', { path, text })),
    check: async (edited) => checked.safeParse(await send('POST', '/check', edited)).data,
    asText: async (edited) => asText.parse(await send('POST', '/text', edited)),
    takePicture: async (file) =>
      takenPicture.parse(
        await ask(`/picture?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }),
      ),
    picture: (name) => `${base}/picture/${encodeURIComponent(name)}`,
  };
}
