import { expect, it } from 'vitest';
import { networkFailure } from '../../../src/fetch/network-failure.ts';

const refused = (address: string): Error =>
  Object.assign(new Error(`connect ECONNREFUSED ${address}`), { code: 'ECONNREFUSED' });

it('says what each address answered where several were tried', () => {
  const thrown = Object.assign(new AggregateError([refused('::1:80'), refused('127.0.0.1:80')]), {
    code: 'ECONNREFUSED',
  });
  const failure = networkFailure(thrown, 'http://a.example/', false);
  expect(failure.code).toBe('connect_failed');
  expect(failure.message).toMatch(
    /^http:\/\/a\.example\/: connect ECONNREFUSED ::1:80; connect ECONNREFUSED 127\.0\.0\.1:80\. /,
  );
});

it('names an error that says nothing', () => {
  expect(networkFailure(new AggregateError([]), 'http://a.example/', false).message).toContain(
    'AggregateError',
  );
});
