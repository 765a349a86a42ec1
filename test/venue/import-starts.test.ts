/** Files before a competition is over, relays, several races, age groups: what each kind of file gives. */
import { describe, expect, test } from 'vitest';
import { importIof } from '../../src/venue/import/iof.ts';
import { importLenex } from '../../src/venue/import/lenex.ts';
import { type Imported, rowsOf, statusesOf } from './imported.ts';

const told = ({ report }: Imported): string[] => report.remarks.map(({ code, line }) => `${code} ${line}`);

const EVENT = '<Event><Name>Test</Name><StartTime><Date>2024-06-01</Date></StartTime></Event>';
const person = (id: number, family: string): string =>
  `<Person><Id>${id}</Id><Name><Family>${family}</Family><Given>A</Given></Name></Person><Organisation><Name>Club</Name></Organisation>`;
const list = (root: string, content: string): string =>
  `<${root} iofVersion="3.0">\n${EVENT}\n${content}\n</${root}>`;

describe('IOF lists', () => {
  test('a list of starts is a start list, with bibs and intervals', () => {
    const starts = importIof(
      list(
        'StartList',
        `<ClassStart><Class><Name>M21</Name></Class>
<PersonStart>${person(2, 'Two')}<Start><BibNumber>12</BibNumber><StartTime>2024-06-01T10:02:00+02:00</StartTime></Start></PersonStart>
<PersonStart>${person(1, 'One')}<Start><BibNumber>11</BibNumber><StartTime>2024-06-01T10:00:00+02:00</StartTime></Start></PersonStart></ClassStart>`,
      ),
    );
    expect(statusesOf(starts)).toEqual({ M21: 'START_LIST' });
    const facts = [...starts.facts];
    expect(facts.flatMap((fact) => fact.startList ?? [])).toMatchObject([
      {
        entries: [
          { competitor: { code: '1' }, bib: '11', startOffset: '0' },
          { competitor: { code: '2' }, bib: '12', startOffset: '120' },
        ],
      },
    ]);
    expect(facts[0]!.competition).toMatchObject({ utcOffset: '+02:00' });
    expect(told(starts)).toEqual([]);
  });

  test('a list of entries is a start list without starts', () => {
    const entries = importIof(
      list(
        'EntryList',
        `<PersonEntry>${person(1, 'One')}<Class><Name>W21</Name></Class></PersonEntry>
<PersonEntry>${person(2, 'Two')}<Class><Name>M21</Name></Class></PersonEntry>`,
      ),
    );
    expect(statusesOf(entries)).toEqual({ W21: 'START_LIST', M21: 'START_LIST' });
    expect(JSON.stringify([...entries.facts])).not.toContain('startOffset');
  });

  const leg = (number: number, id: number, time: string, overall: string, status = 'OK'): string =>
    `<TeamMemberResult>${person(id, `R${id}`)}<Result><Leg>${number}</Leg>${time === '' ? '' : `<Time>${time}</Time>`}<Status>${status}</Status>
<OverallResult>${overall}<Status>${status}</Status></OverallResult><SplitTime><ControlCode>31</ControlCode><Time>100</Time></SplitTime></Result></TeamMemberResult>`;
  const team = (name: string, legs: string): string =>
    `<TeamResult><Name>${name}</Name><Organisation><Name>${name}</Name></Organisation><BibNumber>${name.length}</BibNumber>${legs}</TeamResult>`;
  const overall = (time: number, position: number): string =>
    `<Time>${time}</Time><Position>${position}</Position>`;

  test('a relay is placed by the time of the whole team, with its runners and take-overs', () => {
    const relay = importIof(
      list(
        'ResultList',
        `<ClassResult><Class><Name>Relay</Name></Class>
${team('Alpha', leg(1, 1, '600', overall(600, 1)) + leg(2, 2, '700', overall(1300, 2)))}
${team('Beta', leg(1, 3, '610', overall(610, 2)) + leg(2, 4, '680', overall(1290, 1)))}
${team('Gamma', leg(1, 5, '590', overall(590, 3)) + leg(2, 6, '', '', 'MissingPunch'))}</ClassResult>`,
      ),
    );
    expect(rowsOf(relay)).toEqual({ Relay: ['Beta 1 21:30', 'Alpha 2 21:40', 'Gamma MP '] });
    expect(statusesOf(relay)).toEqual({ Relay: 'OFFICIAL' });
    const facts = [...relay.facts];
    expect(facts.flatMap((fact) => fact.startList ?? [])).toMatchObject([
      { entries: [{ competitor: { kind: 'TEAM', members: [{ code: '1' }, { code: '2' }] } }, {}, {}] },
    ]);
    expect(facts.flatMap((fact) => fact.passing ?? [])).toContainEqual({
      competitor: 'Beta',
      point: '2-1-31',
      time: '710',
    });
    expect(relay.races[0]!.rows.map(({ position }) => position)).toEqual([2, 1, null]);
  });

  test('who is named in two teams of a race is in the first', () => {
    const teams =
      team('Alpha', leg(1, 1, '600', overall(600, 1))) + team('Beta', leg(1, 1, '610', overall(610, 2)));
    const relay = importIof(
      list('ResultList', `<ClassResult><Class><Name>Relay</Name></Class>${teams}</ClassResult>`),
    );
    expect(rowsOf(relay)).toEqual({ Relay: ['Alpha 1 10:00', 'Beta 2 10:10'] });
    expect(told(relay)).toEqual(['MEMBER_TWICE 4']);
  });

  test('a time of nothing is none', () => {
    const zero = `<PersonResult>${person(1, 'One')}<Result><Time>0</Time><Status>OK</Status></Result></PersonResult>`;
    const race = importIof(
      list('ResultList', `<ClassResult><Class><Name>M21</Name></Class>${zero}</ClassResult>`),
    );
    expect(statusesOf(race)).toEqual({ M21: 'PARTIAL' });
    expect(told(race)).toEqual(['TIME_UNREADABLE 3']);
  });

  test('a relay with a leg to run is not over, and one with a leg that cannot be read not official', () => {
    const legs = (second: string): string =>
      list(
        'ResultList',
        `<ClassResult><Class><Name>Relay</Name></Class>${team('Alpha', leg(1, 1, '600', overall(600, 1)) + second)}</ClassResult>`,
      );
    expect(statusesOf(importIof(legs(leg(2, 2, '', '', 'Inactive'))))).toEqual({ Relay: 'LIVE' });
    const unread = importIof(legs(leg(2, 2, 'soon', '')));
    expect(statusesOf(unread)).toEqual({ Relay: 'PARTIAL' });
    expect(told(unread)).toEqual(['TIME_UNREADABLE 4']);
  });

  test('several races are a unit each, and no event result is made of them', () => {
    const races = (id: number, first: number, second: number): string =>
      `<PersonResult>${person(id, `R${id}`)}<Result raceNumber="1"><Time>${first}</Time><Status>OK</Status></Result>
<Result raceNumber="2"><Time>${second}</Time><Status>OK</Status><OverallResult><Time>${first + second}</Time><Position>${id}</Position><Status>OK</Status></OverallResult></Result></PersonResult>`;
    const both = importIof(
      list(
        'ResultList',
        `<ClassResult><Class><Name>M21</Name></Class>${races(1, 600, 600)}${races(2, 590, 700)}</ClassResult>`,
      ),
    );
    expect(rowsOf(both)).toEqual({
      'M21, race 1': ['2 1 9:50', '1 2 10:00'],
      'M21, race 2': ['1 1 10:00', '2 2 11:40'],
    });
    expect(told(both)).toEqual(['OVERALL_LEFT_OUT 4']);
  });
});

const meet = (events: string, club: string): string =>
  `<LENEX version="3.0"><MEETS><MEET name="Test"><AGEDATE value="2024-12-31" type="YEAR"/><SESSIONS><SESSION number="1" date="2024-06-01"><EVENTS>
${events}
</EVENTS></SESSION></SESSIONS><CLUBS><CLUB name="Club" code="C">${club}</CLUB></CLUBS></MEET></MEETS></LENEX>`;
const event = (groups: string, round = 'TIM', id = 1): string =>
  `<EVENT eventid="${id}" number="${id}" gender="M" round="${round}"><SWIMSTYLE distance="50" relaycount="1" stroke="FREE"/><AGEGROUPS>${groups}</AGEGROUPS></EVENT>`;
const athlete = (id: number, born: number, content: string): string =>
  `<ATHLETE athleteid="${id}" lastname="N${id}" gender="M" birthdate="${born}-07-01">${content}</ATHLETE>`;
const swum = (time: string, eventid = 1): string =>
  `<RESULTS><RESULT eventid="${eventid}" heat="1" lane="1" swimtime="00:00:${time}"/></RESULTS>`;

describe('LENEX meets', () => {
  test('entries give start lists, and who was rejected is told', () => {
    const entry = (lane: number, status = ''): string =>
      `<ENTRIES><ENTRY eventid="1" entrytime="00:00:30.00" heatid="1" lane="${lane}"${status}/></ENTRIES>`;
    const athletes = `<ATHLETES>${athlete(1, 2000, entry(5))}\n${athlete(2, 2001, entry(4))}\n${athlete(3, 2001, entry(3, ' status="RJC"'))}</ATHLETES>`;
    const entered = importLenex(meet(event(''), athletes), { timeZone: 'Europe/Zurich' });
    expect(statusesOf(entered)).toEqual({ 'SWMM50MFR FNL': 'START_LIST' });
    expect([...entered.facts].flatMap((fact) => fact.startList ?? [])).toMatchObject([
      {
        entries: [
          { competitor: { code: '2' }, lane: '4' },
          { competitor: { code: '1' }, lane: '5' },
        ],
      },
    ]);
    expect(told(entered)).toEqual(['ENTRY_LEFT_OUT 5']);
    expect(entered.lines).toBe(0);
  });

  test('a swimmer who is named in two relays of a heat is in the first, and the lists are taken', () => {
    const four = event('').replace('relaycount="1"', 'relaycount="4"');
    const relay = (number: number, lane: number): string =>
      `<RELAY number="${number}" gender="M"><RESULTS><RESULT eventid="1" heat="1" lane="${lane}" swimtime="00:03:4${lane}.00">
<SPLITS><SPLIT distance="100" swimtime="00:00:55.00"/></SPLITS><RELAYPOSITIONS><RELAYPOSITION number="1" athleteid="${number}"/><RELAYPOSITION number="2" athleteid="3" reactiontime="${lane}0"/></RELAYPOSITIONS></RESULT></RESULTS></RELAY>\n`;
    const athletes = [1, 2, 3].map((id) => athlete(id, 2000, '')).join('');
    const relays = importLenex(
      meet(four, `<ATHLETES>${athletes}</ATHLETES><RELAYS>${relay(1, 4)}${relay(2, 5)}</RELAYS>`),
    );
    expect(rowsOf(relays)).toEqual({ 'SWMM4X50MFR FNL': ['C-M1 1 3:44.00', 'C-M2 2 3:45.00'] });
    expect(told(relays)).toEqual(['TIME_ZONE_ASSUMED 0', 'MEMBER_TWICE 5']);
    expect([...relays.facts].flatMap((fact) => fact.reaction ?? [])).toEqual([
      { competitor: '3', time: '0.4' },
    ]);
  });

  test('age groups without rankings are told apart by the day of birth, and keep their numbers in the next round', () => {
    const groups = '<AGEGROUP agemin="10" agemax="11"/><AGEGROUP agemin="12" agemax="13"/>';
    const athletes = `<ATHLETES>${athlete(1, 2014, swum('40.00'))}${athlete(2, 2012, swum('35.00'))}${athlete(3, 2011, swum('34.00'))}</ATHLETES>`;
    const rows = rowsOf(importLenex(meet(event(groups), athletes)));
    expect(rows).toEqual({
      'SWMM50MFR-G1 FNL': ['1 1 40.00'],
      'SWMM50MFR-G2 FNL': ['3 1 34.00', '2 2 35.00'],
    });
    const final = event(
      '<AGEGROUP agemin="12" agemax="13"/><AGEGROUP agemin="14" agemax="15"/>',
      'FIN',
      2,
    ).replace('number="2"', 'number="1"');
    const both = `<ATHLETES>${athlete(1, 2014, swum('40.00'))}${athlete(2, 2012, swum('35.00') + swum('33.00', 2))}${athlete(3, 2009, swum('30.00', 2))}</ATHLETES>`;
    expect(Object.keys(rowsOf(importLenex(meet(event(groups, 'PRE') + final, both))))).toEqual([
      'SWMM50MFR-G1 HEAT',
      'SWMM50MFR-G2 HEAT',
      'SWMM50MFR-G3 FNL',
      'SWMM50MFR-G2 FNL',
    ]);
  });
});
