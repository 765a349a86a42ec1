/** Start list: who starts where, with bests, how they came here, and what somebody has noted. */
import { markText } from '../../client/cells.ts';
import { channelOf } from '../../model/document.ts';
import { eventRsc, type Rsc } from '../../model/rsc.ts';
import { unitTitle } from '../../model/title.ts';
import { Frame } from '../parts/frame.tsx';
import { PickedName } from '../parts/picked-name.tsx';
import { Proof } from '../parts/proof.tsx';
import { organisationLabel } from '../view/column-labels.ts';
import { titleOf } from '../view/document-head.ts';
import { namesIn, type Speech } from '../view/speech.ts';
import { type Done, type Starter, startersOf } from '../view/start-list.ts';
import { PaneHead } from './pane-head.tsx';
import type { ScreenState } from './screen-state.ts';
import type { UnitPane } from './unit-pane.ts';

export function StartView({ pane, state }: { pane: UnitPane; state: ScreenState }) {
  const { speech } = state;
  const shown = pane.document.value;
  const starters = shown === null ? [] : startersOf(shown, state.all.value);
  return (
    <section class="pane">
      <PaneHead pane={pane} state={state} view="start" />
      {shown === null || starters.length === 0 ? (
        <p class="nothing">{speech.said.noStartList}</p>
      ) : (
        <>
          <Starters
            starters={starters}
            event={eventRsc(shown.header.unit)}
            caption={titleOf(shown.header, speech)}
            organisation={organisationLabel(shown.rows, speech.words(shown.header.unit), speech.said)}
            state={state}
          />
          <Proof standings={shown} channel={channelOf(shown.header)} speech={speech} />
        </>
      )}
    </section>
  );
}

interface StartersProps {
  readonly starters: readonly Starter[];
  readonly event: Rsc;
  readonly caption: string;
  /** What organisations are called here. */
  readonly organisation: string;
  readonly state: ScreenState;
}

/** What nobody has is left out: bibs, seeds, bests. */
function Starters({ starters, event, caption, organisation, state }: StartersProps) {
  const { said } = state.speech;
  const lines = starters.map((starter) => ({ starter, texts: textsOf(starter, event, state) }));
  const shown = COLUMNS.filter(
    (column) => column === 'name' || lines.some(({ texts }) => texts[column] !== ''),
  );
  return (
    <Frame label={said.viewStart}>
      <table class="start-list">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th scope="col" class={column} key={column}>
                {column === 'organisation' ? organisation : said[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ starter: { key }, texts }) => (
            <tr key={key} data-key={key}>
              {shown.map((column) => (
                <td class={column} key={column}>
                  {column === 'name' ? (
                    <PickedName
                      competitor={key}
                      name={texts.name}
                      organisation={texts.organisation}
                      {...state.picking}
                    />
                  ) : (
                    texts[column]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

const COLUMNS = [
  'position',
  'bib',
  'name',
  'pronunciation',
  'organisation',
  'bests',
  'seed',
  'cameFrom',
  'resultsSoFar',
  'ownNote',
] as const;

function textsOf(starter: Starter, event: Rsc, state: ScreenState): Record<(typeof COLUMNS)[number], string> {
  const { key, identity, position, bests, cameFrom, soFar } = starter;
  const { notes } = state.own.value;
  return {
    position,
    bib: identity.bib ?? '',
    name: identity.name,
    pronunciation: identity.pronunciation ?? '',
    organisation: identity.organisation,
    bests: bests.join(' · '),
    seed: identity.seed ?? '',
    cameFrom: cameFrom === null ? '' : doneText(cameFrom, event, state.speech),
    resultsSoFar: soFar
      .slice(-MOST_SO_FAR)
      .map((done) => doneText(done, event, state.speech))
      .join(' · '),
    ownNote: notes[key] ?? '',
  };
}

/** As many as are read before the gun. */
const MOST_SO_FAR = 3;

/** "Semi-Final 2, 3., 10.05"; of another event with its name, since that does not stand above. */
function doneText({ header, row: { place, mark } }: Done, event: Rsc, speech: Speech): string {
  const names = namesIn(speech, header);
  const where = eventRsc(header.unit) === event ? [names.phase, names.unit] : [unitTitle(names)];
  return [...where, place.rank === null ? '' : `${place.rank}.`, markText(mark)].filter(Boolean).join(', ');
}
