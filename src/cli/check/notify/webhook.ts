/** The payload of the generic webhook: schema 1, additions only. Pure. */
import type { Notice } from './changes.ts';

export const webhookPayload = ({ at, tool, file, summary, changes }: Notice): unknown => ({ schema: 1, at, tool, file, summary, changes });
