import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Cluster } from '../../../src/store/read-clusters.ts';
import { content, startApi, store, type TestApi } from '../../support/api.ts';
import { report } from '../../support/texts.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

const read = async (id: string): Promise<Cluster> =>
  Cluster.parse(await (await api.get(`/v1/clusters/${id}`)).json());

describe('/v1/clusters', () => {
  it('shows who carries a text, why, and whom it is credited to', async () => {
    const text = report(21, 20);
    const first = await store(api.database, content({ url: 'https://post.example/a', text }));
    const second = await store(
      api.database,
      content({ url: 'https://herald.example/b', text: `OSTBY (Reuters) - ${text}\nMore on page four.` }),
    );
    const cluster = await read(first.clusterId);
    expect(cluster).toMatchObject({ size: 2, primary: first.articleId, apart: [], related: [] });
    expect(cluster.members[0]).toMatchObject({ article: first.articleId, credit: null, membership: [] });
    expect(cluster.members[1]).toMatchObject({
      article: second.articleId,
      credit: { agency: 'Reuters', stated: 'dateline' },
      membership: [{ rung: 'near', with: first.articleId, direction: 'both' }],
    });
  });

  it('splits and merges for those with the token, and says what cannot be done', async () => {
    const text = report(22, 20);
    const first = await store(api.database, content({ url: 'https://post.example/a', text }));
    const second = await store(
      api.database,
      content({ url: 'https://herald.example/b', text: `${text}\nMore on page four.` }),
    );
    const split = `/v1/clusters/${first.clusterId}/split`;
    const without = await api.get(split, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ articles: [second.articleId] }),
    });
    expect(without.status).toBe(401);
    const answer = await api.send('POST', split, { articles: [second.articleId], note: 'another event' });
    expect(answer.status).toBe(200);
    const { founded } = (await answer.json()) as { founded: unknown };
    const other = Cluster.parse(founded);
    expect(other).toMatchObject({ size: 1, apart: [first.clusterId] });
    expect(other.members[0]?.membership.at(-1)).toEqual({
      rung: 'manual',
      decision: 'split',
      note: 'another event',
    });
    expect((await api.send('POST', split, { articles: [second.articleId] })).status).toBe(409);
    const merged = await api.send('POST', `/v1/clusters/${other.id}/merge`, { cluster: first.clusterId });
    expect(Cluster.parse(await merged.json())).toMatchObject({ id: first.clusterId, size: 2, apart: [] });
    // The dissolved cluster's id leads to the one that took it in.
    expect((await read(other.id)).id).toBe(first.clusterId);
    expect((await api.get('/v1/clusters/01a20000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await api.get('/v1/clusters/nonsense')).status).toBe(400);
  });
});
