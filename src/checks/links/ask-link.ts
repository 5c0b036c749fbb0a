/** What a site answered about a page. */
export type LinkAnswer =
  | { kind: 'there' }
  /** Moved for good (RFC 9110, 301 and 308): the old address may stop working. */
  | { kind: 'moved'; to: string }
  | { kind: 'gone'; status: number }
  /** It did not answer, or not now: nothing is known. */
  | { kind: 'silent'; why: string };

export interface AskOptions {
  /** How long to wait for one answer, in milliseconds. */
  timeout: number;
}

const mostHops = 5;

/** Asks once whether the page at an address is there; redirects are followed. */
export async function askLink(address: string, { timeout }: AskOptions): Promise<LinkAnswer> {
  let url = address;
  let permanent = true;
  for (let hop = 0; hop <= mostHops; hop++) {
    const answer = await request(url, timeout);
    if ('why' in answer) return { kind: 'silent', why: answer.why };
    const { status, location } = answer;
    if (status >= 300 && status < 400 && location !== null && URL.canParse(location, url)) {
      permanent &&= status === 301 || status === 308;
      url = new URL(location, url).href;
      continue;
    }
    if (status === 404 || status === 410) return { kind: 'gone', status };
    if (status >= 200 && status < 300) {
      return url !== address && permanent ? { kind: 'moved', to: url } : { kind: 'there' };
    }
    return { kind: 'silent', why: `it answered ${status}` };
  }
  return { kind: 'silent', why: `it sent us on more than ${mostHops} times` };
}

/** Many sites refuse HEAD, or answer it wrongly: only a good answer to it counts. */
async function request(url: string, timeout: number) {
  const head = await send(url, 'HEAD', timeout);
  return 'why' in head || head.status < 400 ? head : send(url, 'GET', timeout);
}

async function send(
  url: string,
  method: 'HEAD' | 'GET',
  timeout: number,
): Promise<{ status: number; location: string | null } | { why: string }> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: { 'User-Agent': 'Panui-link-check/1.0', Accept: 'text/html,*/*' },
    });
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return {
      why: late ? `it did not answer in ${timeout / 1000} seconds` : 'it cannot be reached',
    };
  }
}
