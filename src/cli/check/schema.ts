/**
 * What a check file may say: the one description, from which its type, its validation and schema/check.schema.json (for
 * editors) come. A message says what is expected; what was found, and where, is added by the reader.
 */
import * as v from 'valibot';
import { causeIds, causes } from '../../model/cause.ts';
import { nearest } from '../nearest.ts';

/** The known word that was probably meant. */
function meant(input: unknown, known: readonly string[]): string {
  const near = nearest(String(input), known);
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}

/** An object with these members and no other; a member that is not among them gets the nearest one's name. */
function members<const Entries extends v.ObjectEntries>(entries: Entries): v.StrictObjectSchema<Entries, (issue: MemberIssue) => string> {
  const names = Object.keys(entries);
  return v.strictObject(entries, (issue: MemberIssue) => {
    if (issue.expected === 'never') return `one of the members ${names.join(', ')}${meant(issue.input, names)}`;
    return issue.expected === 'Object' ? `the members ${names.join(', ')}` : `the member ${issue.expected?.replaceAll('"', '') ?? ''}`;
  });
}
type MemberIssue = { expected: string | null; input: unknown };

const text = (what: string) => v.pipe(v.string(what), v.minLength(1, what), v.maxLength(100_000, `${what} of at most 100,000 characters`));
const number = (what: string, least: number) => v.pipe(v.number(what), v.minValue(least, what));
const described = <const Schema extends v.GenericSchema>(schema: Schema, says: string) => v.pipe(schema, v.description(says));

const PERCENT = 'a percentage in quotes or not, as 90%';
const percent = v.pipe(v.string(PERCENT), v.regex(/^(?:100|\d{1,2}(?:\.\d{1,3})?) ?%$/, PERCENT));

const STATUS = 'a status code from 100 to 599';
const status = v.pipe(v.number(STATUS), v.integer(STATUS), v.minValue(100, STATUS), v.maxValue(599, STATUS));

/** What may stand in `verdict.not`, and after --fail-on beside the confidences: families and causes. */
export const families = [...new Set(causeIds.map((id) => causes[id].family))];
export const verdictWords: string[] = [...families, ...causeIds];
const VERDICT = 'a cause or a family of causes';

const PATH = 'a path in a JSON body, as choices[0].message.content';
const path = text(PATH);
const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()], 'a text, a number, true, false or null');

const requestSchema = members({
  url: v.optional(described(text('a URL that starts with http:// or https://'), 'The URL, as https://api.example.com/v1/models')),
  method: v.optional(
    v.pipe(
      v.string('an HTTP method, as POST'),
      v.regex(/^[A-Za-z]{1,20}$/, 'an HTTP method, as POST'),
      v.description('GET where it is left out'),
    ),
  ),
  headers: v.optional(
    described(
      v.record(text('the name of a header field'), v.string('the value of a header field, as text'), 'names and values of header fields'),
      'Header fields; ${NAME} stands for a variable of the environment',
    ),
  ),
  body: v.optional(described(v.any(), 'The body: text as it is, members and lists as JSON')),
  curl: v.optional(described(text('a curl command'), 'A curl command, in place of url, method, headers and body')),
  file: v.optional(
    described(text('the name of a file'), 'A file that holds the request: .http, HAR, a Postman collection, anything that diagnose reads'),
  ),
  entry: v.optional(
    v.pipe(
      v.number('the number of an entry, from 1'),
      v.integer('the number of an entry, from 1'),
      v.minValue(1, 'the number of an entry, from 1'),
      v.description('Which request of the file, from 1; 1 where it is left out'),
    ),
  ),
});

const expectSchema = members({
  status: v.optional(
    described(
      v.union([status, v.array(status, STATUS)], `${STATUS}, or a list of them`),
      'The status code, or a list of those that will do',
    ),
  ),
  json: v.optional(
    described(
      v.array(v.union([path, members({ path, equals: v.optional(scalar) })], `${PATH}, or path and equals`), 'a list of paths'),
      'Places in the JSON body that must be there, or be equal to something',
    ),
  ),
  verdict: v.optional(
    described(
      members({
        not: v.pipe(
          v.array(
            v.picklist(verdictWords, ({ input }) => VERDICT + meant(input, verdictWords)),
            `a list, as [payment, rate-limited]`,
          ),
          v.minLength(1, 'at least one cause or family'),
        ),
      }),
      'Causes or families of causes that the call must not fail for; without it the call must be fine',
    ),
  ),
  latency: v.optional(described(number('milliseconds, above 0', 1), 'At most so many milliseconds from sending to the end of the body')),
  tlsDaysLeft: v.optional(described(number('a number of days, from 0', 0), "The server's certificate must be valid for so many days more")),
  balance: v.optional(
    described(
      members({
        min: number('an amount, from 0', 0),
        unit: v.optional(
          described(text('a currency or unit, as USD'), "The unit of the vendor's answer, as USD: another one is not compared"),
        ),
      }),
      'What must be left on the account, asked of the vendor whose host is called with the key of the request',
    ),
  ),
  quota: v.optional(described(members({ maxUsed: percent }), 'How much of the allowance may be used')),
  statusPage: v.optional(described(v.picklist(['green'], 'green'), "The vendor's status page must name no trouble")),
  context: v.optional(
    described(
      members({
        model: text('the name of a model'),
        window: number("the model's context window in tokens", 1),
        headroom: v.optional(percent),
      }),
      "The request must fit into the model's context window, and leave so much of it free",
    ),
  ),
});

const checkSchema = members({
  name: described(
    v.pipe(text('a name'), v.maxLength(200, 'a name of at most 200 characters')),
    'Names the check in every result; no two checks share one',
  ),
  tags: v.optional(
    described(
      v.array(v.pipe(v.string('a word'), v.regex(/^[\w.-]{1,50}$/, 'a word of letters, digits, - and _')), 'a list of words'),
      'For --tag',
    ),
  ),
  request: described(requestSchema, 'What is sent: url, or curl, or file'),
  expect: v.optional(described(expectSchema, 'What must hold; without it, the call must be fine')),
});

const VARIABLE = 'a variable of the environment, as ${SLACK_WEBHOOK_URL}';
/** What gives access to somebody's channel never stands in a file. */
const variable = v.pipe(v.string(VARIABLE), v.regex(/^\$\{[A-Za-z_]\w*\}$/, VARIABLE));
const ADDRESS = 'an e-mail address, as team@example.com';
const address = v.pipe(v.string(ADDRESS), v.regex(/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z\d.-]{1,255}$/, ADDRESS));
const NOTIFIER = 'a word of letters, digits, - and _';

const notifySchema = members({
  name: v.optional(
    described(
      v.pipe(v.string(NOTIFIER), v.regex(/^[\w.-]{1,50}$/, NOTIFIER)),
      'Tells two of one kind apart; its kind where it is left out',
    ),
  ),
  slack: v.optional(described(variable, "The variable that holds an incoming webhook's URL")),
  pagerduty: v.optional(described(variable, 'The variable that holds the integration key of an Events API v2 integration')),
  webhook: v.optional(described(variable, 'The variable that holds a URL, to which JSON is posted')),
  email: v.optional(
    described(
      v.union([address, v.pipe(v.array(address, ADDRESS), v.minLength(1, ADDRESS), v.maxLength(50, 'at most 50 addresses'))], ADDRESS),
      'Who gets a mail by the sendmail on the PATH',
    ),
  ),
  headers: v.optional(
    described(
      v.record(text('the name of a header field'), v.string('the value of a header field, as text'), 'names and values of header fields'),
      'Beside webhook: header fields; ${NAME} stands for a variable of the environment',
    ),
  ),
  severity: v.optional(
    described(
      v.picklist(['critical', 'error', 'warning', 'info'], 'critical, error, warning or info'),
      'Beside pagerduty: of a failure; error',
    ),
  ),
  region: v.optional(described(v.picklist(['us', 'eu'], 'us or eu'), 'Beside pagerduty: where the account is; us')),
  from: v.optional(described(address, 'Beside email: the sender; whom sendmail puts where it is left out')),
  timeout: v.optional(
    described(v.pipe(number('seconds, above 0', 0.001), v.maxValue(600, 'at most 600 seconds')), 'Seconds for all of it; 10'),
  ),
});

export const checkFileSchema = members({
  $schema: v.optional(v.string('the URL of a JSON Schema')),
  notify: v.optional(
    described(
      v.pipe(v.array(notifySchema, 'a list of notifiers'), v.maxLength(50, 'at most 50 notifiers')),
      'Who is told when a check begins to fail and when it is fine again; needs --state',
    ),
  ),
  checks: v.pipe(
    v.array(checkSchema, 'a list of checks'),
    v.minLength(1, 'at least one check'),
    v.maxLength(10_000, 'at most 10,000 checks'),
  ),
});

export type CheckFile = v.InferOutput<typeof checkFileSchema>;
export type CheckSpec = CheckFile['checks'][number];
export type NotifySpec = NonNullable<CheckFile['notify']>[number];
export type RequestSpec = CheckSpec['request'];
export type Expect = NonNullable<CheckSpec['expect']>;
