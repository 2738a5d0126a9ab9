/** /v1/hosts: hosts that are left alone after failures. */
import { z } from 'zod';
import { HostKey } from '../../ids.ts';
import { hostsInTrouble } from '../../store/host-health.ts';
import type { Api, ApiParts } from '../parts.ts';
import { answers, isoOrNull, limitParameter } from './shared.ts';

const HostBody = z.object({
  host: HostKey.describe('Host name, with its port if it is not the usual one'),
  circuit: z
    .enum(['closed', 'open', 'half-open'])
    .describe('open: it is left alone until nextAt; half-open: single requests try it'),
  since: z.iso.datetime().nullable().describe('When the circuit opened'),
  nextAt: z.iso.datetime().describe('When the next request may go out'),
  failuresInRow: z.int(),
  code: z.string().nullable().describe('How the last request failed'),
  message: z.string().nullable(),
});

export function hostRoutes(api: Api, { database: { db } }: ApiParts): void {
  api.get(
    '/v1/hosts',
    {
      schema: {
        tags: ['sources'],
        summary: 'Hosts that are left alone after failures in a row',
        description:
          'Those in trouble longest first: since when, why and until when. `newsmill hosts retry HOST` has one tried at once.',
        querystring: z.strictObject({ limit: limitParameter(200, 1000) }),
        response: answers({ 200: z.object({ hosts: z.array(HostBody) }) }),
      },
    },
    async ({ query }) => ({
      hosts: (await hostsInTrouble(db, query.limit)).map((host) => ({
        ...host,
        since: isoOrNull(host.since),
        nextAt: host.nextAt.toISOString(),
      })),
    }),
  );
}
