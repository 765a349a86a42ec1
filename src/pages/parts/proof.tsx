/** Below a document: which version it is, the same elsewhere, and on paper when it was printed. */
import { signal } from '@preact/signals';
import { venueTime, zoneText } from '../../client/venue-time.ts';
import type { Document } from '../../model/document.ts';
import { filled } from '../../model/words.ts';
import type { Speech } from '../view/speech.ts';

const printedAt = signal(new Date());
addEventListener('beforeprint', () => {
  printedAt.value = new Date();
});

export function Proof({
  standings,
  channel,
  speech,
}: {
  standings: Document;
  channel: string;
  speech: Speech;
}) {
  const { version, hash, epoch, asOf, header } = standings;
  const { said, language } = speech;
  const address = `/v1/documents/${channel}`;
  const offset = header.competition?.utcOffset;
  const printed = venueTime(printedAt.value.toISOString(), language, offset);

  return (
    <footer>
      <p class="more">
        {said.moreOf} <a href={`${address}.csv`}>{said.csv}</a> <a href={`${address}.json`}>{said.json}</a>{' '}
        {version > 1 ? <a href={`${address}.json?at=${version - 1}`}>{said.olderVersion}</a> : null}{' '}
        <button type="button" onClick={() => print()}>
          {said.print}
        </button>
      </p>
      <p id="proof" class="proof">
        {filled(said.proof, { version: String(version), hash, epoch, asOf })}
      </p>
      <p class="printed">{filled(said.printed, { time: `${printed} ${zoneText(offset)}`.trimEnd() })}</p>
    </footer>
  );
}
