/** Bad usage: one clear sentence, and one suggestion. Exit code 2. */
export class UsageError extends Error {
  readonly suggestion: string;
  constructor(message: string, suggestion: string) {
    super(message);
    this.suggestion = suggestion;
  }
}
