/** Asks the desk that served the page to do something. */
const GIVE_UP_MS = 10_000;

/** Why it was not done. */
export interface DeskRefused {
  /** Empty: nobody answered, so that nobody knows. */
  readonly code: string;
  readonly message: string;
}

/** Null: it is done. `token` is what the desk has told its page. */
export async function askDesk(
  action: string,
  token: string | null,
  said: object,
): Promise<DeskRefused | null> {
  try {
    const response = await fetch(`/v1/desk/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'splitsecond-desk': token ?? '' },
      body: JSON.stringify(said),
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    return ((await response.json()) as { error?: DeskRefused }).error ?? null;
  } catch {
    return { code: '', message: '' };
  }
}
