/** One message of a request, in the provider's field names. */
export interface BatchMessage {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

/** A part of a body: bytes, or text that goes as UTF-8. */
export type Piece = Buffer<ArrayBuffer> | string;

/** A body in pieces, and how many bytes they are. */
export interface BatchBody {
  pieces: Iterable<Piece>;
  size: number;
}

/** What came back for a request, before anybody judges it. */
export interface Answer {
  /** The HTTP status, or null where no usable answer came. */
  status: number | null;
  /** The provider's name for an error; an open set. */
  name: string;
  /** The provider's words. They may hold an address: never print them as they are. */
  message: string;
  /** The body of a 2xx answer, not yet parsed. */
  data: unknown;
  /** In lower case. */
  headers: Readonly<Record<string, string>>;
}

/** A way to real people. Nothing here throws for what the provider or the network does. */
export interface Transport {
  /**
   * One request with one key; it is given up, with an unknown outcome, when `signal` says so.
   * @param body a JSON array of messages in UTF-8; exactly these bytes are sent
   */
  sendBatch(body: BatchBody, key: string, signal: AbortSignal): Promise<Answer>;
  /** One message outside any dispatch. */
  sendOne(message: BatchMessage, key: string, signal: AbortSignal): Promise<Answer>;
  /** The domains of the account, with their states. */
  listDomains(signal: AbortSignal): Promise<Answer>;
  /** A page of what was sent through the account, newest first, with what came before the message `after`. */
  listSent(after: string | undefined, signal: AbortSignal): Promise<Answer>;
}

/** The headers that sign a webhook. */
export interface WebhookSignature {
  id: string;
  /** In seconds since 1970. */
  timestamp: string;
  signature: string;
}

/**
 * Why a report is refused: it is not signed with the secret; or it is, and only its time is not near.
 * `ahead` says by how many seconds the clock of this machine is ahead of that time.
 */
export type NotGenuine =
  { genuine: false; why: 'signature' } | { genuine: false; why: 'clock'; ahead: number };

/** Says whether the raw body of a webhook comes from the provider and is fresh, and reads it. */
export type WebhookVerifier = (
  body: string,
  signature: WebhookSignature,
) => { genuine: true; body: unknown } | NotGenuine;
