import type { Provider } from '../model/provider.ts';

const LIMITER = 'https://github.com/traefik/traefik/blob/master/pkg/middlewares/ratelimiter/rate_limiter.go';

/** Traefik: only the words that the proxy itself writes. Its plain "404 page not found" is that of any Go program, and no sign of it. */
export default {
  title: 'Traefik',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['no bursty traffic allowed', 'traefik'],
  names: ['traefik'],
  links: { limits: 'https://doc.traefik.io/traefik/middlewares/http/ratelimit/' },
  rules: [
    {
      when: { message: 'no bursty traffic allowed' },
      cause: 'rate-limited',
      note: 'The middleware of this proxy lets no burst through: X-Retry-In says how long to wait.',
      source: LIMITER,
    },
    {
      when: { status: 503, message: /^no available server$/i },
      cause: 'service-unavailable',
      alternatives: ['upstream-failure'],
      note: 'The proxy has no healthy server behind it for this route.',
      source: 'https://github.com/traefik/traefik/tree/master/pkg/server/service/loadbalancer',
    },
  ],
} satisfies Provider;
