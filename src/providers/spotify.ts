import type { Provider } from '../model/provider.ts';

const CALLS = 'https://developer.spotify.com/documentation/web-api/concepts/api-calls';
const QUOTA = 'https://developer.spotify.com/documentation/web-api/concepts/quota-modes';

export default {
  title: 'Spotify',
  kind: 'vendor',
  hosts: ['api.spotify.com', 'accounts.spotify.com'],
  keys: [],
  keyEnvironment: ['SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET', 'SPOTIPY_CLIENT_ID', 'SPOTIPY_CLIENT_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.spotify.com',
    'developer.spotify.com',
    'spotipy.exceptions',
    'spotifyexception',
    'spotifywebapiexception',
    'se.michaelthelin.spotify',
    'player command failed',
    'user not registered in the developer dashboard',
  ],
  names: ['spotify'],
  links: {
    keys: 'https://developer.spotify.com/dashboard',
    limits: 'https://developer.spotify.com/documentation/web-api/concepts/rate-limits',
    errors: CALLS,
    support: 'https://community.spotify.com/t5/Spotify-for-Developers/bd-p/Spotify_Developer',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.spotify.com/v1/me',
    says: 'The token is valid, and product says whether the user has Premium.',
    source: 'https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile',
  },
  rules: [
    {
      when: { code: 'PREMIUM_REQUIRED' },
      cause: 'plan-required',
      note: "Playback by the API needs a user with Spotify Premium; it is the user's subscription and not the app's.",
      source: 'https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback',
    },
    {
      when: { message: /\bpremium (?:is )?required\b|\brequires? (?:a )?(?:spotify )?premium\b|\bpremium subscription required\b/i },
      cause: 'plan-required',
      note: "It is the subscription of the user, or of the app's owner in development mode.",
      source: 'https://github.com/spotify/web-api/issues/1238',
    },
    {
      when: { message: 'user not registered in the developer dashboard' },
      cause: 'permission-denied',
      note: 'The app is in development mode: add the user to its allow-list in the dashboard, or ask for an extended quota.',
      source: QUOTA,
    },
    {
      when: { message: 'user may not be registered' },
      cause: 'permission-denied',
      note: 'The app is in development mode: add the user to its allow-list in the dashboard, or ask for an extended quota.',
      source: QUOTA,
    },
    {
      when: { message: 'insufficient client scope' },
      cause: 'permission-denied',
      note: 'The user granted the token too few scopes: let the user log in again with the scope that this endpoint names.',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/scopes',
    },
    {
      when: { code: 'NO_ACTIVE_DEVICE' },
      cause: 'not-found',
      note: 'No device of the user plays: open Spotify on one, or name a device_id.',
      source: 'https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback',
    },
    {
      when: { message: /\binvalid_(?:client|grant)\b/i },
      cause: 'credentials-invalid',
      note: 'The client id and secret, or the refresh token, were refused.',
      source: 'https://developer.spotify.com/documentation/web-api/tutorials/code-flow',
    },
    { when: { message: 'only valid bearer authentication supported' }, cause: 'credentials-invalid', source: CALLS },
    {
      when: { message: 'the access token expired' },
      cause: 'credentials-invalid',
      note: 'Access tokens live for an hour: use the refresh token.',
      source: CALLS,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'The limit is over a rolling window of 30 seconds; Retry-After says how many seconds.',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/rate-limits',
    },
  ],
} satisfies Provider;
