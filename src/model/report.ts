import type { Diagnosis } from './diagnosis.ts';

/** How a report may be drawn. Pure reports are given these; they look at no terminal themselves. */
export type RenderOptions = {
  /** chalk's level: 0 none, 1 16 colours, 2 256, 3 true colour. */
  color: 0 | 1 | 2 | 3;
  /** Columns to wrap at. */
  width: number;
  /** Put bodies of request and response into a ticket. */
  bodies?: boolean;
  /** The command that would give the ticket for this input, for the report's last line. */
  ticketCommand?: string;
};

/** One rendering of a diagnosis. The unit's file name is its id, and its name for --format. */
export type Report = {
  title: string;
  /** Pure; a promise where it has to load what draws it. */
  render(diagnosis: Diagnosis, options: RenderOptions): string | Promise<string>;
};
