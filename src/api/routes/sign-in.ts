/** /login and /logout: how a person with a browser shows the token once, to act on the queue board. */
import type { FastifyRequest } from 'fastify';
import type { Guard } from '../guard.ts';
import { html } from '../page/html.ts';
import { PAGE_POLICY, page } from '../page/layout.ts';
import type { Api, ApiParts } from '../parts.ts';
import { endedCookie, sameText, sessionCookie } from '../session.ts';

/** A form of a token and a path is never longer. */
const MAX_FORM_BYTES = 8192;

export function signInRoutes(api: Api, { token }: ApiParts, guard: Guard): void {
  // Two fields do not need a parser from outside. In a scope of its own, so that no other route takes forms.
  void api.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
    );
    const options = { config: { open: true }, schema: { hide: true } };

    scope.get('/login', options, async (request, reply) =>
      reply
        .header('content-security-policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .send(
          signInPage(
            nextOf(new URL(request.url, 'http://localhost').searchParams),
            false,
            guard.isSignedIn(request),
          ),
        ),
    );

    scope.post('/login', options, async (request, reply) => {
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const next = nextOf(form);
      if (sameText(form.get('token')?.trim() ?? '', token)) {
        return reply.header('set-cookie', sessionCookie(token, isSecure(request))).redirect(next, 303);
      }
      return reply
        .code(401)
        .header('content-security-policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .send(signInPage(next, true, false));
    });

    scope.post('/logout', options, async (request, reply) =>
      reply.header('set-cookie', endedCookie(isSecure(request))).redirect('/', 303),
    );
  });
}

/** Where to go after signing in: a path of newsmill, never another site. */
function nextOf(parameters: URLSearchParams): string {
  const next = parameters.get('next') ?? '';
  return /^\/(?![/\\])[\w\-./?=&%]{0,300}$/.test(next) ? next : '/';
}

/** A proxy in front of newsmill that ends TLS says so in the Origin of the form. */
const isSecure = (request: FastifyRequest): boolean =>
  request.headers.origin?.startsWith('https://') === true;

function signInPage(next: string, wrong: boolean, signedIn: boolean): string {
  const body = html`<section class="card"><h2>Sign in</h2>
<form class="sign-in" method="post" action="/login">
<input type="hidden" name="next" value="${next}">
${wrong ? html`<p class="wrong" role="alert">That is not the token.</p>` : null}
<label for="token">Token (api.token, or the file api-token in the data folder)</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button>Sign in</button>
</form></section>`;
  return page({ title: 'newsmill: sign in', body, signedIn });
}
