/**
 * A rehearsal before a program says that it is ready. `SPLITSECOND_COLD=1` leaves it out, for whoever would rather have it some seconds
 * sooner: its first facts take several times as long then.
 */
export async function warm(rehearse: () => Promise<unknown>): Promise<void> {
  if (process.env.SPLITSECOND_COLD !== '1') await rehearse();
}
