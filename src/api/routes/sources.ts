/** /v1/sources: where newsmill looks, and how often. */
import { z } from 'zod';
import { SourceDefinition } from '../../config/source.ts';
import { SourceId } from '../../ids.ts';
import {
  findSource,
  listSources,
  makeSourceDue,
  removeSource,
  type StoredSource,
  setPaused,
  upsertSource,
} from '../../store/sources.ts';
import { RequestError } from '../errors.ts';
import type { Api, ApiParts } from '../parts.ts';
import { answers, isoOrNull, TOKEN_NEEDED } from './shared.ts';

const SourceBody = z.object({
  id: SourceId,
  definition: SourceDefinition,
  origin: z
    .enum(['file', 'api', 'demo'])
    .describe('Who owns the definition; only sources of the API can be changed here'),
  paused: z.boolean(),
  lastDueAt: z.iso.datetime().nullable().describe('When it was last looked at'),
  nextDueAt: z.iso.datetime().nullable(),
});

function toBody(source: StoredSource): z.infer<typeof SourceBody> {
  return { ...source, lastDueAt: isoOrNull(source.lastDueAt), nextDueAt: isoOrNull(source.nextDueAt) };
}

const byId = z.object({ id: SourceId });

export function sourceRoutes(api: Api, { database, log, onSourcesChanged }: ApiParts): void {
  const { db } = database;
  const tags = ['sources'];

  const findOrRefuse = async (id: SourceId): Promise<StoredSource> => {
    const source = await findSource(db, id);
    if (source === null) throw new RequestError('not_found_in_store', `There is no source ${id}`);
    return source;
  };

  /** The change is stored already: schedulers that cannot follow at once will at the next round. */
  const tellOthers = async (): Promise<void> => {
    try {
      await onSourcesChanged?.();
    } catch (error) {
      log.warn({ err: error }, 'the schedulers could not follow a change of sources at once');
    }
  };

  api.get(
    '/v1/sources',
    {
      schema: {
        tags,
        summary: 'All sources',
        response: answers({ 200: z.object({ sources: z.array(SourceBody) }) }),
      },
    },
    async () => ({ sources: (await listSources(db)).map(toBody) }),
  );

  api.get(
    '/v1/sources/:id',
    { schema: { tags, summary: 'One source', params: byId, response: answers({ 200: SourceBody }) } },
    async ({ params }) => toBody(await findOrRefuse(params.id)),
  );

  api.post(
    '/v1/sources',
    {
      schema: {
        tags,
        summary: 'Add or change a source',
        description: '201 for a new source, 200 for a changed one or one that was the same already.',
        security: TOKEN_NEEDED,
        body: z.strictObject({ id: SourceId, definition: SourceDefinition }),
        response: answers({ 200: SourceBody, 201: SourceBody }),
      },
    },
    async ({ body }, reply) => {
      const outcome = await upsertSource(db, body.id, body.definition, 'api');
      if (outcome === 'taken') throw ownedElsewhere(await findOrRefuse(body.id));
      if (outcome !== 'same') await tellOthers();
      return reply.code(outcome === 'added' ? 201 : 200).send(toBody(await findOrRefuse(body.id)));
    },
  );

  api.delete(
    '/v1/sources/:id',
    {
      schema: {
        tags,
        summary: 'Remove a source; its articles stay',
        security: TOKEN_NEEDED,
        params: byId,
        response: answers({ 204: z.null() }),
      },
    },
    async ({ params }, reply) => {
      const source = await findOrRefuse(params.id);
      if (source.origin !== 'api') throw ownedElsewhere(source);
      await removeSource(db, params.id);
      await tellOthers();
      return reply.code(204).send(null);
    },
  );

  for (const [action, paused, summary] of [
    ['pause', true, 'Stop looking at a source until it is resumed'],
    ['resume', false, 'Look at a paused source again, at once'],
  ] as const) {
    api.post(
      `/v1/sources/:id/${action}`,
      {
        schema: {
          tags,
          summary,
          security: TOKEN_NEEDED,
          params: byId,
          response: answers({ 200: SourceBody }),
        },
      },
      async ({ params }) => {
        const source = await findOrRefuse(params.id);
        if (source.paused !== paused) {
          await setPaused(db, params.id, paused);
          await tellOthers();
        }
        return toBody(await findOrRefuse(params.id));
      },
    );
  }

  api.post(
    '/v1/sources/:id/run',
    {
      schema: {
        tags,
        summary: 'Look at a source now',
        security: TOKEN_NEEDED,
        params: byId,
        response: answers({ 202: SourceBody }),
      },
    },
    async ({ params }, reply) => {
      const source = await findOrRefuse(params.id);
      if (!source.definition.enabled)
        throw new RequestError('state_conflict', `The source ${params.id} is not enabled`);
      if (!(await makeSourceDue(db, params.id)))
        throw new RequestError('state_conflict', `The source ${params.id} is paused`);
      await tellOthers();
      return reply.code(202).send(toBody(await findOrRefuse(params.id)));
    },
  );
}

function ownedElsewhere({ id, origin }: StoredSource): RequestError {
  const owner =
    origin === 'file'
      ? `belongs to a file in the folder of sources; edit or remove ${id}.yaml there`
      : 'belongs to the demo; set demo: false to end it';
  return new RequestError('state_conflict', `The source ${id} ${owner}`);
}
