import { describe, expect, it } from 'vitest';
import { classify, describeAnswer } from './classify.ts';
import type { Answer } from './transport.ts';

const answer = (status: number | null, name = '', rest: Partial<Answer> = {}): Answer => ({
  status,
  name,
  message: 'words',
  data: null,
  headers: {},
  ...rest,
});
const ids = (...list: string[]) => answer(200, '', { data: { data: list.map((id) => ({ id })) } });

describe('classify', () => {
  it('takes only a 2xx with as many ids as messages for accepted', () => {
    expect(classify(ids('a', 'b'), 2)).toEqual({ kind: 'accepted', ids: ['a', 'b'] });
    for (const odd of [ids('a'), ids('a', 'b', 'c'), ids('a', ''), ids(), answer(200)]) {
      expect(classify(odd, 2)).toMatchObject({ kind: 'unknown', odd: true });
    }
  });

  it.each([
    [null, 'application_error', 'unknown'],
    [500, 'application_error', 'unknown'],
    [503, 'service_unavailable', 'unknown'],
    [502, 'application_error', 'unknown'],
    [409, 'concurrent_idempotent_requests', 'unknown'],
    [409, 'something_new', 'unknown'],
    [409, 'resource_locked', 'wait'],
    [409, 'invalid_idempotent_request', 'foreign-key'],
    [429, 'rate_limit_exceeded', 'wait'],
    [429, 'something_new', 'wait'],
    [429, 'daily_quota_exceeded', 'quota'],
    [429, 'monthly_quota_exceeded', 'quota'],
    [422, 'validation_error', 'refused'],
    [413, 'application_error', 'refused'],
    [400, 'validation_error', 'stop'],
    [401, 'restricted_api_key', 'stop'],
    [403, 'validation_error', 'stop'],
    [404, 'not_found', 'stop'],
    [405, 'method_not_allowed', 'stop'],
  ])('takes %s %s for %s', (status, name, kind) => {
    expect(classify(answer(status, name), 2)).toMatchObject({ kind });
  });

  it.each([
    ['3', 3000],
    ['0', 100],
    ['soon', 1000],
    [undefined, 1000],
  ])('waits for retry-after %s: %i ms', (seconds, after) => {
    const headers = seconds === undefined ? {} : { 'retry-after': seconds };
    expect(classify(answer(429, 'rate_limit_exceeded', { headers }), 1)).toMatchObject({ after });
  });
});

describe('describeAnswer', () => {
  it('masks addresses and cuts what is long or invisible', () => {
    const message = `Invalid to: "office@kura.example", <tari@kura.example>\r\n${'x'.repeat(500)}`;
    const said = describeAnswer(answer(422, 'validation_error', { message }));
    expect(said).toContain('"o***@kura.example", <t***@kura.example> x');
    expect(said).not.toMatch(/office|tari|[\r\n]/);
    expect(said.length).toBeLessThan(240);
  });
});
