// A real OpenID provider below /identity, as an ODC portal has one.
// Usage: node oidc-server.mjs '{"ttl": 43200, "format": "opaque" | "jwt", "clients": [{"id", "secret", "method"}]}'
// Prints one JSON line when ready, {"issuer"}, and one for each answer, {"method", "path", "status"}.
import { createServer } from 'node:http';

import Provider from 'oidc-provider';

const MOUNT = '/identity';
const options = JSON.parse(process.argv[2]);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

function configuration(issuer) {
  return {
    clients: options.clients.map(({ id, secret, method }) => ({
      client_id: id,
      client_secret: secret,
      token_endpoint_auth_method: method,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `${issuer}/api`,
        getResourceServerInfo: () => ({
          scope: '',
          accessTokenFormat: options.format,
          accessTokenTTL: options.ttl,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: { ClientCredentials: options.ttl },
  };
}

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}${MOUNT}`;
  const answer = new Provider(issuer, configuration(issuer)).callback();
  server.on('request', (request, response) => {
    const { method, url } = request;
    response.on('finish', () => tell({ method, path: url, status: response.statusCode }));
    if (!url.startsWith(`${MOUNT}/`)) {
      response.writeHead(404).end();
      return;
    }
    request.originalUrl = url;
    request.url = url.slice(MOUNT.length);
    answer(request, response);
  });
  tell({ issuer });
});
