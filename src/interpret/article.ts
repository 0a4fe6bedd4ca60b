/** "a Stripe", "an OpenAI": the name with its article, by how English speaks names that are initials. */
export function withArticle(name: string): string {
  const initials = /^[AEFHILMNORSX](?=[A-Z]|\s)|^x(?=[A-Z])|^[b-df-hj-np-tv-z]{3,}\b/.test(name);
  const vowel = /^(?:[aei]|o(?!ne\b)|u(?!n[io]|s))/i.test(name);
  return `${initials || vowel ? 'an' : 'a'} ${name}`;
}
