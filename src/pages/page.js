// The live page: documents on the left, the chosen one as a table, kept current over the stream.
// All text goes in as text, never as markup.
import { sheetOf, unitTitle } from '/assets/modules/client/sheet.js';
import { Subscriber } from '/assets/modules/client/subscriber.js';
import { inWords } from '/assets/modules/model/words.js';

const LIST_EVERY_MS = 3_000;

const byId = (id) => document.getElementById(id);
const connection = byId('connection');
const channels = byId('channels');
const filter = byId('filter');
const table = byId('table');

let listed = [];
let chosen = null;
let stopFollowing = () => {};

const subscriber = new Subscriber({ url: streamUrl(), onState: showState });

function streamUrl() {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${location.host}/v1/stream`;
}

function showState(state) {
  const words = {
    connecting: 'connecting',
    live: 'live',
    waiting: `connection lost, next try in ${Math.ceil((state.ms ?? 0) / 1000)} s`,
    closed: `closed by the server: ${state.reason || state.code}`,
  };
  connection.dataset.state = state.state;
  connection.textContent = words[state.state];
}

// The list.

async function refreshList() {
  try {
    const response = await fetch('/v1/documents');
    if (response.ok) listed = (await response.json()).documents;
    showList();
  } catch {
    // The connection state says it already.
  }
}

function showList() {
  const wanted = filter.value.trim().toLowerCase().split(/\s+/);
  const shown = listed.filter((one) => {
    const text = `${one.channel} ${unitTitle(one.names)} ${kindOf(one)} ${one.status}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  byId('none').hidden = listed.length > 0;
  const groups = grouped(shown);
  channels.replaceChildren(...groups.map(groupOf));
  if (chosen === null && groups.length > 0 && location.hash === '') choose(groups[0].documents[0].channel);
}

/** What moves now comes first; then sport by sport the events, then what is about the sport as a whole. */
function grouped(documents) {
  const live = documents.filter(isMoving);
  const rest = documents.filter((one) => !isMoving(one));
  const groups = [{ name: 'Live now', documents: live }];
  for (const name of [...new Set(rest.map(({ names }) => names.discipline))].sort())
    groups.push({ name, documents: rest.filter(({ names }) => names.discipline === name) });
  for (const group of groups) group.documents.sort(inOrder);
  return groups.filter(({ documents: some }) => some.length > 0);
}

const isMoving = ({ type, subcode, status }) => type === 'RESULT' && subcode === null && status === 'LIVE';

const TYPES = ['MEDALS', 'RESULT', 'PHASE_RESULT', 'CUMULATIVE_RESULT', 'RANKING', 'MEDALLISTS', 'RECORDS'];
const LAST_TYPES = ['SCHEDULE', 'PARTICIPANTS'];
const PHASES = ['PREL', 'QUAL', 'HEAT', 'RND1', 'REP', 'QFNL', 'SFNL', 'FNL-'];

const inOrder = (one, other) => {
  const [first, second] = [orderOf(one), orderOf(other)];
  const at = first.findIndex((value, index) => value !== second[index]);
  return at < 0 ? 0 : first[at] < second[at] ? -1 : 1;
};

/** Events one after the other; in each the phases as they are held, then what is about the event. */
function orderOf({ unit, type, subcode }) {
  const phase = PHASES.indexOf(unit.slice(22, 26));
  const ofEvent = unit.slice(22).startsWith('----');
  return [
    LAST_TYPES.indexOf(type),
    unit.slice(0, 22),
    ofEvent ? PHASES.length : phase,
    unit.slice(22, 26),
    TYPES.indexOf(type),
    unit,
    subcode ?? '',
  ];
}

function groupOf({ name, documents }) {
  const heading = element('h3', name);
  return element('section', '', [heading, element('ul', '', documents.map(listLine))]);
}

function listLine(one) {
  const { channel, names, status, subcode } = one;
  const kind = kindOf(one);
  const title = names.event === undefined ? kind : unitTitle(names);
  const small = [
    isMoving(one) || names.event === undefined ? names.discipline : '',
    names.event === undefined ? '' : kind,
    subcode,
  ];
  const link = element('a', '', [
    element('span', title),
    ...(isStated(one) ? [badge(status)] : []),
    element('small', small.filter(Boolean).join(' · ')),
  ]);
  link.href = `#${encodeURIComponent(channel)}`;
  if (channel === chosen) link.setAttribute('aria-current', 'page');
  return element('li', '', [link]);
}

const KINDS = {
  RESULT: '',
  PHASE_RESULT: 'all heats or groups',
  CUMULATIVE_RESULT: 'standings so far',
  RANKING: 'final ranking',
  MEDALS: 'Medal table',
  SCHEDULE: 'Schedule',
  PARTICIPANTS: 'Participants',
};

const kindOf = ({ type }) => KINDS[type] ?? type.replaceAll('_', ' ').toLowerCase();

/** A schedule or a list of participants is never live or official. */
const isStated = ({ type }) => !['SCHEDULE', 'PARTICIPANTS', 'RECORDS'].includes(type);

function badge(status) {
  const made = element('span', status.replaceAll('_', ' '));
  made.className = 'badge';
  made.dataset.status = status;
  return made;
}

// The chosen document.

function choose(channel) {
  if (channel === chosen) return;
  chosen = channel;
  stopFollowing();
  table.hidden = true;
  byId('title').textContent = channel;
  for (const id of ['subtitle', 'proof']) byId(id).textContent = '';
  byId('status').hidden = true;
  byId('warning').hidden = true;
  // A document followed before is kept by the subscriber and shown at once.
  const held = subscriber.document(channel);
  if (held !== null) show(held, null);
  stopFollowing = subscriber.follow(channel, show);
  showList();
}

// Words: `?lang=fr` asks for names and labels in French.

const language = new URLSearchParams(location.search).get('lang') ?? 'en';
const words = new Map();

/** The header as it is said in the language, once its words are there; what the venue named stays. */
function said(header) {
  const discipline = header.unit.slice(0, 3);
  if (language === 'en') return header;
  if (!words.has(discipline)) {
    words.set(discipline, null);
    loadWords(discipline);
  }
  const known = words.get(discipline);
  return known === null ? header : inWords(header, known);
}

async function loadWords(discipline) {
  try {
    const response = await fetch(`/v1/words/${discipline}/${encodeURIComponent(language)}.json`);
    if (!response.ok) return;
    words.set(discipline, await response.json());
    const held = chosen === null ? null : subscriber.document(chosen);
    if (held !== null) show(held, null);
  } catch {
    // English stays.
  }
}

function show(received, delta) {
  const standings = { ...received, header: said(received.header) };
  const { header, rows, version, hash, epoch, asOf } = standings;
  const { names, info, subcode } = header;
  const isListing = names.event === undefined;
  const title = isListing ? listingTitle(header) : unitTitle(names);
  const sheet = sheetOf(standings);
  byId('title').textContent = title;
  byId('subtitle').textContent = [
    isListing ? '' : names.discipline,
    isListing ? '' : kindOf(header),
    subcode,
    info.venue,
    info.wind === undefined ? '' : `wind ${info.wind} m/s`,
    info.totalEvents === undefined ? '' : `${info.finishedEvents} of ${info.totalEvents} events decided`,
    sheet.lines.length === 0 ? 'nothing is listed yet' : '',
  ]
    .filter(Boolean)
    .join(' · ');
  byId('status').replaceWith(
    Object.assign(badge(header.status), { id: 'status', hidden: !isStated(header) }),
  );
  const { ok, reasons } = header.reliability;
  byId('warning').hidden = ok;
  byId('warning').textContent = ok ? '' : reasons.join(', ').replaceAll('_', ' ').toLowerCase();
  showSheet(sheet, rows, changedIn(delta), title);
  byId('proof').textContent = `version ${version} · ${hash} · epoch ${epoch} · ${asOf}`;
}

/** "Athletics: schedule"; the medal table is of all sports. */
const listingTitle = (header) =>
  header.type === 'MEDALS' ? kindOf(header) : `${header.names.discipline}: ${kindOf(header).toLowerCase()}`;

const changedIn = (delta) => new Set((delta?.rows ?? []).map(({ key }) => key));

function showSheet({ columns, lines }, rows, changed, caption) {
  table.hidden = false;
  table.caption.textContent = caption;
  table.tHead.rows[0].replaceChildren(
    ...columns.map((column) => {
      const cell = element('th', column.label);
      cell.scope = 'col';
      cell.className = classOf(column);
      return cell;
    }),
  );
  table.tBodies[0].replaceChildren(
    ...lines.map((texts, index) => rowLine(texts, rows.at(index), columns, changed)),
  );
}

function rowLine(texts, row, columns, changed) {
  const cells = texts.map((text, index) => {
    const cell = element('td', text);
    cell.className = classOf(columns[index]);
    return cell;
  });
  const line = element('tr', '', cells);
  if (row === undefined) return line;
  line.dataset.key = row.key;
  line.classList.toggle('changed', changed.has(row.key));
  line.classList.toggle('unplaced', row.mark !== undefined && row.mark.irm !== null && !row.place.ranked);
  return line;
}

/** Attempts, heights and splits are entered in brackets: they stand closer than the rest. */
const classOf = ({ align, source }) =>
  [align, source === 'result' ? 'result' : '', source.includes('[') ? 'card' : ''].filter(Boolean).join(' ');

function element(name, text, children = []) {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  made.append(...children);
  return made;
}

function chooseFromAddress() {
  const channel = decodeURIComponent(location.hash.slice(1));
  if (channel !== '' && channel !== 'standings') choose(channel);
}

filter.addEventListener('input', showList);
addEventListener('hashchange', chooseFromAddress);
chooseFromAddress();
await refreshList();
setInterval(() => {
  if (!document.hidden) refreshList();
}, LIST_EVERY_MS);
