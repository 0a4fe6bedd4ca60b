import type { RawExchange } from './exchange.ts';

/** What a capture read: the exchanges in the order of the input, and what of the input it did not understand. */
export type Captured = { exchanges: RawExchange[]; warnings: string[] };

/** One input shape. The unit's file name is its id. */
export type Capture = {
  title: string;
  /** The command or the place that produces this shape, for `diagnose list captures`. */
  madeBy: string;
  /**
   * How sure this capture is that the text is its shape: 0 not at all; 0.9 its own syntax, through and through;
   * 0.5 its syntax stands somewhere inside other text. The strongest capture reads the input.
   */
  recognise(text: string): number;
  /** Reads the text; a promise where a heavy library has to be loaded for it. Throws `UnreadableInput` where it is this shape and broken. */
  read(text: string): Captured | Promise<Captured>;
};

/** Input that cannot be read: one sentence that says what is wrong, and one suggestion. */
export class UnreadableInput extends Error {
  readonly suggestion: string;
  constructor(message: string, suggestion: string) {
    super(message);
    this.name = 'UnreadableInput';
    this.suggestion = suggestion;
  }
}
