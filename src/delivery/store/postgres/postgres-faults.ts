import type { Answer } from './questions.ts';

type Fault = Extract<Answer, { kind: 'fault' }>;

/** A fault of the database or of the way to it, in words; `code` is its SQLSTATE, or the system's word. */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault';
  readonly code: string;
  constructor(words: string, code: string) {
    super(words);
    this.code = code;
  }
}

const again = 'then run the same command again';

/** By SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html): what went wrong around the store, and what to do. */
const faults: Readonly<Record<string, string>> = {
  '28000': 'it does not let this user in; look at the user of PANUI_DATABASE_URL',
  '28P01': 'it refuses the password of PANUI_DATABASE_URL; give the right one',
  '3D000': 'it has no database of that name; make one (`createdb`), or name another',
  '42501':
    'this user may not do that; let the user of PANUI_DATABASE_URL create a schema in the database (GRANT CREATE ON DATABASE)',
  '53100': `its disk is full; make room, ${again}`,
  '53300': `it has no connection free; end programs that hold some, or raise max_connections, ${again}`,
  '55P03': `another program has been writing for longer than one waits; end it, ${again}`,
  '57P01': `it was stopped while it worked; when it is up, run the same command again`,
  '57P02': `it broke down while it worked; when it is up, run the same command again`,
  '57P03': 'it is starting up or stopping; wait a moment, then run the same command again',
  '25006': 'it is a copy that only reads; name the server that writes in PANUI_DATABASE_URL',
  version:
    'its tables were brought to another version while this program had it open; start the program again, in that version',
  ECONNREFUSED: 'nothing answers there; start the server, or mend PANUI_DATABASE_URL',
  ENOTFOUND: 'there is no machine of that name; mend PANUI_DATABASE_URL',
  EAI_AGAIN: `the name of its machine could not be looked up; look at the network, ${again}`,
  ETIMEDOUT: `it does not answer; look at the network, ${again}`,
  ENOENT: 'there is no socket of a server; start the server, or mend PANUI_DATABASE_URL',
};

const lost = `the connection was lost; when it is there again, run the same command again`;
const lostAtEnd =
  'the connection was lost as a change was being written, so that it may be kept or not; run the same command again, which finds out';

const isLost = ({ code, message }: Fault) =>
  /^08|^ECONNRESET$|^EPIPE$/.test(code) ||
  /Connection terminated|read timeout|connection lost|not queryable/i.test(message);

/**
 * What the database said, as words for who runs the program, without its address's user or password.
 * @param where the server and the database, as a person names them
 */
export function faultInWords(fault: Fault, where: string): DatabaseFault {
  const words = fault.during === 'commit' && isLost(fault) ? lostAtEnd : wordsFor(fault);
  return words === undefined
    ? new DatabaseFault(fault.message, fault.code)
    : new DatabaseFault(`the database ${where}: ${words}`, fault.code);
}

function wordsFor(fault: Fault): string | undefined {
  const known = faults[fault.code];
  if (known !== undefined) return known;
  if (isLost(fault)) return lost;
  if (/timeout expired/.test(fault.message)) return faults['ETIMEDOUT'];
  if (/SSL/.test(fault.message))
    return `it does not speak TLS as asked: ${fault.message}; look at sslmode in PANUI_DATABASE_URL`;
  return fault.during === 'connect' ? `it cannot be reached: ${fault.message}` : undefined;
}

/** Whether the settings or the rights of the user are at fault, which no second try mends. */
export const isSetUp = ({ code, message }: DatabaseFault): boolean =>
  ['28000', '28P01', '3D000', '42501', 'ENOTFOUND'].includes(code) ||
  / TLS as asked: /.test(message);

/** Whether an error says only that another program is writing, so that trying again helps. */
export const isDatabaseBusy = (error: unknown): boolean =>
  error instanceof DatabaseFault && error.code === '55P03';
