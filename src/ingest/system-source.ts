/** What engines say themselves, of sources that fell silent: a source and a venue of its own. */
export const SYSTEM_SOURCE = 'SPLITSECOND';
export const SYSTEM_VENUE = 'SYS';
