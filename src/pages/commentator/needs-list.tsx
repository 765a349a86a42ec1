/** What is needed to lead, for a medal, to go through; nothing where nobody asks for a projection. */
import type { Document, DocumentOf } from '../../model/document.ts';
import { titleOf } from '../view/document-head.ts';
import { needsOf } from '../view/needs.ts';
import type { Speech } from '../view/speech.ts';

/** `unit`: in which it is needed, where the projection is that of a list: it is named then. */
export function NeedsList({
  projection,
  result,
  speech,
  unit,
}: {
  projection: DocumentOf<'PROJECTION'> | null;
  result: Document;
  speech: Speech;
  unit?: string;
}) {
  const said = projection === null ? [] : needsOf(projection, result, speech, unit);
  if (said.length === 0) return null;
  return (
    <section class="needs" aria-label={speech.said.needs}>
      {unit === undefined ? null : <h3>{titleOf(projection!.header, speech)}</h3>}
      {said.map(({ name, needs }) => (
        <div class="need" key={name}>
          {name === null ? null : <span class="who">{name}</span>}
          <dl>
            {needs.map(({ goal, text }) => (
              <div key={goal + text}>
                <dt>{goal}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
