/** The status code where no response head shows it: told inside a text, or as a member of an error object. */

/** The reason phrases of the IANA registry that texts print beside a code, and those that some servers made up. */
const REASONS =
  'Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Proxy Authentication Required|Request Time-?out|Conflict|Gone|Length Required|Precondition Failed|(?:Request Entity|Payload|Content) Too Large|(?:Request-)?URI Too Long|Unsupported Media Type|Range Not Satisfiable|Expectation Failed|Misdirected Request|Unprocessable (?:Entity|Content)|Locked|Failed Dependency|Too Early|Upgrade Required|Precondition Required|Too Many Requests|Request Header Fields Too Large|Unavailable For Legal Reasons|Internal Server Error|Not Implemented|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|HTTP Version Not Supported|Insufficient Storage|Loop Detected|Network Authentication Required|Web Server Is Down|Overloaded|(?:Client|Server) Error';

/**
 * A status's places, the surest first. A number anywhere else (a port, an id, a byte count, a part of a URL) is not one, so
 * none of these looks for a bare number.
 */
const PLACES: RegExp[] = [
  // What Python's requests prints of a response.
  /<Response \[([1-5]\d\d)(?: [A-Z][\w ]{1,40})?\]>/g,
  /\bHTTP\/\d(?:\.\d)?["']?,?\s+([1-5]\d\d)\b(?!\.?\d)/gi,
  /\b(?:http|response|error|server|api)?[ _-]?status[ _-]?code["'\]]?\s{0,3}(?::|=>|=|was|is|of|\()?\s{0,3}["']?(?:http_?status_)?([1-5]\d\d)\b(?!\.?\d)/gi,
  /\bHTTP(?:[ _-]?(?:response|status|error|code|client|server|request|exception))*["']?\s{0,2}(?:[:=(]|\bwas\b)?\s{0,3}["']?([1-5]\d\d)\b(?!\.?\d)/gi,
  /\berror[ _-]?code["']?\s{0,2}[:=]\s{0,3}["']?([45]\d\d)\b(?!\.?\d)/gi,
  new RegExp(`(?<![\\w.:/#-])([45]\\d\\d)["']?(?:[ :,|-]{0,3}|[ \\t]{0,80}\\r?\\n[ \\t]{0,80})["']?(?:${REASONS})\\b`, 'gi'),
  /["']?\b(?:status|statusCode|http_code|httpCode|httpStatus|http_status|errorStatus|error_code|code)\\{0,7}["']?\s{0,3}(?::|=>|=)\s{0,3}\\{0,7}["']?([45]\d\d)\b(?!\.\d|[\w-])/gi,
  /\bstatus\s{1,2}(?:is\s|of\s|from server[ :,]{0,3})?\(?([45]\d\d)\b(?!\.\d|[\w-])/gi,
  /\bstatus from server:?[, ]{0,3}([45]\d\d)\b/gi,
  /(?:\b(?:\w{0,40}errors?|\w{0,40}exception|failed|failure|returned|responded|response|received|answered|got|upstream|rejected|with|API|code)|错误码?|状态码|返回|报错?|提示|エラー|오류)(?: (?:with|by|from|a|an|the|server|upstream|status|code|error|message|response)){0,3}\s{0,2}[:：=\s>·•-]{0,4}[([]?\s?([45]\d\d)\b(?![.\d\w%-]|\s?(?:ms|bytes|tokens|seconds|s|kb|mb|credits|requests|%)\b|\s?(?:条|个|次|元|字|行|人|点|毫秒|秒|天|积分))/gi,
  /[\p{L})\]]: {1,2}([45]\d\d) (?=\p{Lu}|["'{[])/gu,
  /(?:^|\n)[^\w\n]{0,12}([45]\d\d)[ :]{1,2}(?!条|个|次|元|字|行|人|点|毫秒|秒|天|积分)(?=["'{[]|[A-Z\u00C0-\u{10FFFF}]|\w+ )/gu,
  /(?:=>|->|—|–|-|,)\s{1,2}([45]\d\d)(?=\s*(?:$|\n|in \d))/gi,
  // A source line also stands in round brackets behind its file ("api.php(526)").
  /(?<!\.[a-z]{1,5})[[(]([45]\d\d)[\])]/gi,
  // IIS puts its substatus behind a point; Go's clients write the method, the URL and the status, and URLs are blank here.
  /\bHTTP Error ([45]\d\d)\.\d{1,2}\b/gi,
  /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE)\s{8,2000}([45]\d\d)\b(?=\s{0,2}[({"]|\s\p{Lu})/gu,
  /(?<![\w.,:/#$%-])(?<!\b(?:port|line|column|row|id|page|pid|offset|after|took|exit) )([45]\d\d)\s?(?:(?:http )?status code\b(?!:)|(?:http )?error\b(?! ?(?:code|[:=]) ?\d)|错误|報錯|报错|錯誤|エラー|에러|오류)/gi,
  /\bin an? [`'"]?([45]\d\d) [A-Z][\w -]{2,40}[`'"]? response\b/g,
  /\][ :]{1,2}([45]\d\d): (?=\p{Lu}|["'{[])/gu,
  // "…invalid token: 403" at a line's end, where the word before it does not count or number something else.
  /\b(?:error|fail\w*|invalid|denied|missing|refused|rejected|unable)\b[^\n]{0,120}(?<!\b(?:port|line|column|row|id|bytes|size|length|count|page|pid|offset|after|took|ms)): ([45]\d\d)[ \t.]*(?=\r?\n|$)/giu,
];

const withoutUrls = (text: string): string => text.replace(/\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s"'<>)\]]+/gi, (url) => ' '.repeat(url.length));

/** The status code that a text tells, where it stands in a status's place; otherwise undefined. */
export function toldStatus(text: string): number | undefined {
  const words = withoutUrls(text.length > 512 * 1024 ? text.slice(0, 512 * 1024) : text);
  let success: number | undefined;
  for (const place of PLACES) {
    for (const match of words.matchAll(place)) {
      const status = Number(match[1]);
      if (status >= 400) return status;
      if (status >= 200) success ??= status;
    }
  }
  return success;
}

const STATUS_MEMBERS =
  /^(?:status|status_?code|http_?(?:status|code)(?:_?code)?|error_?(?:status|code)|response_?(?:status|code)|code|httpstatuscode)$/i;

/** The status code that an error object names as a member of its own or of one inside it; otherwise undefined. */
export function statusInObject(value: unknown, depth = 0): number | undefined {
  if (typeof value !== 'object' || value === null || depth > 5) return undefined;
  const members = Object.entries(value).slice(0, 200);
  for (const [name, member] of members) {
    if (!STATUS_MEMBERS.test(name)) continue;
    const status = typeof member === 'number' ? member : typeof member === 'string' && /^[45]\d\d$/.test(member) ? Number(member) : 0;
    if (Number.isInteger(status) && status >= 400 && status <= 599) return status;
  }
  for (const [name, member] of members) {
    if (/^(?:request|config|headers)$/i.test(name)) continue;
    const status = statusInObject(member, depth + 1);
    if (status !== undefined) return status;
  }
  return undefined;
}
