/** Gateways write once a second into one place, each over what it has read: who is passed over this often has found something else. */
const TRIES_MOST = 20;

/** Tries until `write` says that nobody else was first. Throws when somebody always was; nothing was written then. */
export async function writtenFirst(write: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < TRIES_MOST; tries += 1) if (await write()) return;
  throw new Error(`somebody else wrote first ${TRIES_MOST} times in a row; ask again`);
}
