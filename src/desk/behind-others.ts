import { isBrokerError } from '../broker/errors.ts';

/** Others write the same at the same time; each look is at what they came to. */
const ATTEMPTS_MAX = 20;

/**
 * Does what reads, decides and writes behind what it has read; where somebody else wrote meanwhile (`NOT_NEXT`) it is done again, on what
 * that one wrote. `givenUp`: what is thrown when others never stop.
 */
export async function behindOthers<T>(
  attempt: () => Promise<T>,
  givenUp: (why: string) => Error,
): Promise<T> {
  for (let count = 0; count < ATTEMPTS_MAX; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBrokerError(error, 'NOT_NEXT')) throw error;
    }
  }
  throw givenUp(`others kept writing for ${ATTEMPTS_MAX} attempts`);
}
