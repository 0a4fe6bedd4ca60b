/** What botocore prints when a call fails. */
import { pythonFailure } from './python-failure.ts';
import type { Teller } from './python-printed.ts';
import { namedError, objectAt } from './python-sdk-tellers.ts';

/** botocore: "An error occurred (ThrottlingException) when calling the InvokeModel operation: …"; a code of digits is the status. */
const awsError: Teller = {
  mark: /\bAn error occurred \(([\w.:-]{1,80})\) when calling the \w{1,80} operation(?: \(reached max retries: \d{1,3}\))?: ?/g,
  read: ([, code], rest) => ({
    end: rest.split('\n', 1)[0]!.length,
    step: 1,
    ...(/^[45]\d\d$/.test(code!) && { status: Number(code) }),
  }),
};

/** A caught ClientError's `response`, printed: body, status and header fields. */
const awsResponse: Teller = {
  mark: /(?=\{\s{0,4}['"](?:Error|ResponseMetadata)['"]\s?:\s?\{)/g,
  read(_, rest) {
    const found = objectAt(rest);
    const { ResponseMetadata: metadata, ...body } = (found?.value ?? {}) as Record<string, Record<string, unknown>>;
    const status = Number(metadata?.['HTTPStatusCode']);
    if (!found || !Number.isInteger(status) || status < 400 || status > 599) return undefined;
    const headers = Object.entries((metadata?.['HTTPHeaders'] ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, value }] : [],
    );
    const id = metadata?.['RequestId'];
    if (typeof id === 'string' && !headers.some(({ name }) => /request-?id/i.test(name)))
      headers.push({ name: 'x-amzn-RequestId', value: id });
    return { end: found.end, step: 2, status, headers, body: JSON.stringify(body), ...(found.truncated && { truncated: true }) };
  },
};

/** The URL that botocore names where it got no answer. */
const awsConnection: Teller = {
  mark: /\b(?:Could not connect to the endpoint URL|Connect timeout on endpoint URL|Read timeout on endpoint URL|Connection was closed before we received a valid response from endpoint URL|Failed to connect to proxy URL|SSL validation failed for|An error occurred while reading from response stream)[: ]{1,2}"?(?:(https?:\/\/[^\s"]{1,4000})"?)?/g,
  read([mark, url], rest) {
    const line = rest.split('\n', 1)[0]!;
    const words = mark.startsWith('Could not connect') ? 'connection failed' : mark.slice(0, 60);
    const { kind } = pythonFailure('', `${words} ${line}`);
    const message = `${mark}${line}`.trim().slice(0, 2000);
    return { end: line.length, failure: { kind, message }, ...(url !== undefined && !/proxy URL/.test(mark) && { url }) };
  },
};

export const awsTellers: Teller[] = [awsError, awsResponse, awsConnection, namedError('botocore|boto3')];
