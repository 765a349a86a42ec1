/** Overview: the schedule with how far each unit is, what was just told, medals. */

import { rankText } from '../../client/cells.ts';
import { MINUTE, venueTime, zoneText } from '../../client/venue-time.ts';
import { channelOf, type DocumentOf, isOfType, withDerived } from '../../model/document.ts';
import type { Derived } from '../../model/order.ts';
import { ORGANISATION_NAMES } from '../../model/organisations.ts';
import type { RowOf } from '../../model/row.ts';
import { disciplineRsc } from '../../model/rsc.ts';
import { filled } from '../../model/words.ts';
import { Frame } from '../parts/frame.tsx';
import { OpennessMark } from '../parts/openness-mark.tsx';
import { Proof } from '../parts/proof.tsx';
import { AnnouncementList } from '../parts/remarks.tsx';
import { announcementsOf } from '../view/announcements.ts';
import type { ScreenState } from './screen-state.ts';

export function Overview({ state }: { state: ScreenState }) {
  const { speech } = state;
  const discipline = state.discipline.value;
  const schedule = state.documents.typed(disciplineRsc(discipline), 'SCHEDULE');
  const told = state.communicationsIn(discipline);
  const medals = state.all.value.find((document) => isOfType(document, 'MEDALS'));
  return (
    <div class="overview">
      <section class="pane">
        <h2>
          {speech.said.schedule} <small>{zoneText(schedule?.header.competition?.utcOffset)}</small>
        </h2>
        {schedule === null ? null : (
          <>
            <Schedule schedule={schedule} state={state} />
            <Proof standings={schedule} channel={channelOf(schedule.header)} speech={speech} />
          </>
        )}
      </section>
      <section class="pane">
        <AnnouncementList
          all={announcementsOf(told, speech, state.naming(discipline)).slice(0, MOST_ANNOUNCED)}
          title={speech.said.justTold}
        />
        {medals === undefined || medals.rows.length === 0 ? null : <Medals medals={medals} state={state} />}
      </section>
    </div>
  );
}

const MOST_ANNOUNCED = 12;

function Schedule({ schedule, state }: { schedule: DocumentOf<'SCHEDULE'>; state: ScreenState }) {
  const { said } = state.speech;
  return (
    <Frame label={said.schedule}>
      <table class="schedule">
        <thead>
          <tr>
            <th scope="col">{said.columnTime}</th>
            <th scope="col">{said.unit}</th>
            <th scope="col">{said.state}</th>
            <th scope="col" class="on-screen">
              {said.showUnit}
            </th>
          </tr>
        </thead>
        <tbody>
          {schedule.rows.map((row) => (
            <ScheduledUnit key={row.key} row={row} schedule={schedule} state={state} />
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

interface UnitProps {
  readonly row: RowOf<'SCHEDULE'>;
  readonly schedule: DocumentOf<'SCHEDULE'>;
  readonly state: ScreenState;
}

function ScheduledUnit({ row: { key, scheduled, state: how }, schedule, state }: UnitProps) {
  const { speech } = state;
  const { said } = speech;
  const result = state.documents.of(`${key}/RESULT`).value;
  const offset = schedule.header.competition?.utcOffset;
  const clock = (instant: string | undefined): string =>
    instant === undefined ? '' : venueTime(instant, speech.language, offset, MINUTE);
  const [planned, began] = [clock(scheduled.start), clock(scheduled.actualStart)];
  const name = scheduled.names?.[speech.language] ?? scheduled.name;
  return (
    <tr data-key={key}>
      <td class="right">
        {planned}
        {began === '' || began === planned ? null : <small>{filled(said.began, { time: began })}</small>}
      </td>
      <td class="name">{name}</td>
      <td>
        {speech.word('scheduleStatuses', how.status)}
        {result === null || result.rows.length === 0 ? null : (
          <>
            {' · '}
            <OpennessMark
              result={result}
              projection={state.documents.of(`${key}/PROJECTION`).value}
              said={said}
            />
          </>
        )}
      </td>
      <td class="on-screen">
        {result === null ? null : (
          <>
            <button
              type="button"
              aria-label={`${said.showUnit}: ${name}`}
              onClick={() => state.show(key, false)}
            >
              {said.showUnit}
            </button>{' '}
            <button
              type="button"
              aria-label={`${said.besideUnit}: ${name}`}
              onClick={() => state.show(key, true)}
            >
              {said.besideUnit}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}

/** A code that no list has stays what it is. */
function organisationName(code: string, language: string): string {
  const name = ORGANISATION_NAMES.get(code)?.[language];
  return name === undefined || name === code ? code : `${name} (${code})`;
}

function Medals({ medals, state }: { medals: DocumentOf<'MEDALS'>; state: ScreenState }) {
  const { speech } = state;
  const { columns = {} } = speech.words(medals.header.unit);
  return (
    <section>
      <h3>{speech.said.medals}</h3>
      <Frame label={speech.said.medals}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="right">
                {columns.RANK}
              </th>
              <th scope="col">{columns.ORGANISATION ?? speech.said.organisation}</th>
              {['GOLD', 'SILVER', 'BRONZE', 'TOTAL'].map((code) => (
                <th scope="col" class="right" key={code}>
                  {columns[code]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {medalLines(medals).map(({ key, rank, counts }) => (
              <tr key={key}>
                <td class="right">{rank}</td>
                <th scope="row">{organisationName(key, speech.language)}</th>
                {counts.map((count, index) => (
                  // Gold, silver, bronze and total stay where they are.
                  <td class="right" key={index}>
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Frame>
      <Proof standings={medals} channel={channelOf(medals.header)} speech={speech} />
    </section>
  );
}

const medalLines = ({ header, rows }: DocumentOf<'MEDALS'>) =>
  withDerived(header, rows).map(({ key, place, medals }) => {
    const { gold, silver, bronze, total } = medals!;
    return { key, rank: rankText(place as typeof place & Derived), counts: [gold, silver, bronze, total] };
  });
