/** 0 fine · 1 a cause was found · 2 bad usage or unreadable input · 3 failed, no cause established · 4 a bug here · 130 interrupted. */
export const EXIT = { fine: 0, found: 1, usage: 2, unknown: 3, bug: 4, interrupted: 130 } as const;

/** The commands beside the main one, for the nearest name of an unknown word. */
export const COMMANDS = ['ticket', 'check', 'compare', 'explain', 'list', 'client', 'demo', 'help'];
