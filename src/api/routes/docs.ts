/** /docs: the OpenAPI document (/docs/json) and a page to try it. Register before the routes it describes. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { componentSchemas, transform } from '../openapi.ts';
import type { Api } from '../parts.ts';

export async function docsRoutes(api: Api, version: string): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'newsmill',
        version,
        description:
          'Articles, the change log, and what newsmill is to fetch. Reading is open on a loopback address; ' +
          'everything else needs the token.',
      },
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
        schemas: componentSchemas(),
      },
      tags: [
        { name: 'articles', description: 'What was read' },
        { name: 'clusters', description: 'Articles that carry the same text' },
        { name: 'changes', description: 'What happened to articles, in order' },
        { name: 'sources', description: 'Where newsmill looks' },
        { name: 'urls', description: 'What is to be fetched, and how it went' },
        { name: 'schemas', description: 'What the documents look like' },
        { name: 'operation', description: 'Health and metrics' },
      ],
    },
    transform,
  });
  await api.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { layout: 'BaseLayout', validatorUrl: null, defaultModelsExpandDepth: 0 },
    theme: { title: 'newsmill API' },
  });
}
