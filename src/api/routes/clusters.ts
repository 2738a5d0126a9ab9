/** /v1/clusters…: articles that carry the same text, and what a person decides about them. */
import { z } from 'zod';
import { ArticleId, ClusterId } from '../../ids.ts';
import { mergeClusters, splitCluster } from '../../store/cluster-decisions.ts';
import { Cluster, findCluster } from '../../store/read-clusters.ts';
import { RequestError } from '../errors.ts';
import type { Api, ApiParts } from '../parts.ts';
import { answers, TOKEN_NEEDED } from './shared.ts';

const byId = z.object({ id: ClusterId });
const Note = z.string().max(2000).nullable().default(null).describe('Why; kept with the decision');

export function clusterRoutes(api: Api, { database }: ApiParts): void {
  const { db } = database;
  const tags = ['clusters'];

  const findOrRefuse = async (id: ClusterId): Promise<Cluster> => {
    const cluster = await findCluster(db, id);
    if (cluster === null) throw new RequestError('not_found_in_store', `There is no cluster ${id}`);
    return cluster;
  };

  api.get(
    '/v1/clusters/:id',
    {
      schema: {
        tags,
        summary: 'Articles that carry the same text, with the evidence',
        description: 'The id of a cluster that was merged into another gives that one.',
        params: byId,
        response: answers({ 200: Cluster }),
      },
    },
    async ({ params }) => findOrRefuse(params.id),
  );

  api.post(
    '/v1/clusters/:id/split',
    {
      schema: {
        tags,
        summary: 'Take articles out of a cluster into one of their own',
        description: 'It stays so, whatever is found later; only POST …/merge undoes it.',
        security: TOKEN_NEEDED,
        params: byId,
        body: z.strictObject({ articles: z.array(ArticleId).min(1).max(500), note: Note }),
        response: answers({ 200: z.object({ cluster: Cluster, founded: Cluster }) }),
      },
    },
    async ({ params, body }) => {
      const { cluster, founded } = await splitCluster(db, params.id, body.articles, body.note);
      return { cluster: await findOrRefuse(cluster), founded: await findOrRefuse(founded) };
    },
  );

  api.post(
    '/v1/clusters/:id/merge',
    {
      schema: {
        tags,
        summary: 'Make one cluster of two; the older one stays',
        security: TOKEN_NEEDED,
        params: byId,
        body: z.strictObject({ cluster: ClusterId, note: Note }),
        response: answers({ 200: Cluster }),
      },
    },
    async ({ params, body }) => findOrRefuse(await mergeClusters(db, params.id, body.cluster, body.note)),
  );
}
