import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://support.cloudinary.com/hc/en-us/articles/202520892-Are-Cloudinary-APIs-rate-limited';
const SIZES = 'https://support.cloudinary.com/hc/en-us/articles/202520592-Do-you-have-a-file-size-limit-';

/** Delivery names the error in the header field X-Cld-Error, the APIs in `error.message`. */
export default {
  title: 'Cloudinary',
  kind: 'vendor',
  hosts: ['api.cloudinary.com', 'api-eu.cloudinary.com', 'api-ap.cloudinary.com', 'res.cloudinary.com'],
  keys: [],
  keyEnvironment: ['CLOUDINARY_URL', 'CLOUDINARY_API_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-cld-error'],
  ownWords: ['cloudinary.com', 'cloud_name is disabled', 'cloudinary.exceptions.', 'api operations reached. try again on'],
  names: ['cloudinary'],
  links: {
    billing: 'https://console.cloudinary.com/settings/billing',
    usage: 'https://console.cloudinary.com',
    keys: 'https://console.cloudinary.com/settings/api-keys',
    limits: LIMITS,
    support: 'https://support.cloudinary.com/hc/en-us/requests/new',
  },
  statusPage: {
    page: 'https://status.cloudinary.com',
    api: { kind: 'statuspage', url: 'https://status.cloudinary.com/api/v2/summary.json' },
  },
  rules: [
    {
      when: { message: /\blimit of \d{1,9} api operations reached\b/i },
      cause: 'rate-limited',
      note: 'The Admin API counts by the hour, and the message says when it starts again; uploads and delivery are not counted.',
      source: 'https://github.com/yoelpc4/laravel-cloudinary/issues/11',
    },
    {
      when: { message: 'file size too large. got' },
      cause: 'payload-too-large',
      note: 'The plan sets how many bytes one file may have.',
      source: SIZES,
    },
  ],
} satisfies Provider;
