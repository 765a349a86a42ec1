// The live page: documents on the left, the chosen one as a table, a bracket or a match, kept current over the stream.
// All text goes in as text, never as markup.
import { showBracket } from '/assets/bracket.js';
import { element, refill } from '/assets/element.js';
import { showMatch } from '/assets/match.js';
import { isMatch } from '/assets/modules/client/match.js';
import { sheetOf, unitTitle } from '/assets/modules/client/sheet.js';
import { Subscriber } from '/assets/modules/client/subscriber.js';
import { filled, inWords } from '/assets/modules/model/words.js';
import { showTable } from '/assets/table.js';
import { PAGE_WORDS } from '/assets/words.js';

const asked = new URLSearchParams(location.search).get('lang') ?? '';

/** `?lang=fr`; English for any that the page does not speak. */
const language = Object.hasOwn(PAGE_WORDS, asked) ? asked : 'en';

const said = PAGE_WORDS[language];

const LIST_EVERY_MS = 3_000;

const byId = (id) => document.getElementById(id);
const connection = byId('connection');
const channels = byId('channels');
const filter = byId('filter');
const view = byId('view');

let listed = [];
let chosen = null;
/** Ends each of what is followed for the chosen document. */
const stopFollowing = [];

speak();
const subscriber = new Subscriber({ url: streamUrl(), onState: showState });

/** Fills in what the page says in itself: texts, hints and labels. */
function speak() {
  document.documentElement.lang = language;
  document.title = said.title;
  for (const element of document.querySelectorAll('[data-word]'))
    element.textContent = said[element.dataset.word];
  for (const element of document.querySelectorAll('[data-hint]'))
    element.placeholder = said[element.dataset.hint];
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', said[element.dataset.label]);
  for (const link of document.querySelectorAll('.languages a')) {
    if (link.lang === language) link.setAttribute('aria-current', 'true');
  }
}

function streamUrl() {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${location.host}/v1/stream`;
}

function showState(state) {
  const seconds = String(Math.ceil((state.ms ?? 0) / 1000));
  connection.dataset.state = state.state;
  connection.textContent = filled(said[state.state], { seconds, reason: String(state.reason || state.code) });
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
    const text = `${one.channel} ${unitTitle(namesOf(one))} ${kindOf(one)} ${statusWord(one)}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  byId('none').hidden = listed.length > 0;
  const groups = grouped(shown);
  refill(channels, groups.map(groupOf));
  if (chosen === null && groups.length > 0 && location.hash === '') choose(groups[0].documents[0].channel);
}

/** What moves now comes first; then sport by sport the events, then what is about the sport as a whole. */
function grouped(documents) {
  const live = documents.filter(isMoving);
  const rest = documents.filter((one) => !isMoving(one));
  const groups = [{ name: said.liveNow, documents: live }];
  const ofDiscipline = (one) => namesOf(one).discipline;
  for (const name of [...new Set(rest.map(ofDiscipline))].sort())
    groups.push({ name, documents: rest.filter((one) => ofDiscipline(one) === name) });
  for (const group of groups) group.documents.sort(inOrder);
  return groups.filter(({ documents: some }) => some.length > 0);
}

const isMoving = ({ type, subcode, status }) => type === 'RESULT' && subcode === null && status === 'LIVE';

const TYPES = [
  'MEDALS',
  'POOL_STANDING',
  'BRACKETS',
  'RESULT',
  'CURRENT',
  'PLAY_BY_PLAY',
  'PHASE_RESULT',
  'CUMULATIVE_RESULT',
  'RANKING',
  'MEDALLISTS',
  'RECORDS',
];
const LAST_TYPES = ['COMMUNICATION', 'CONDITIONS', 'SCHEDULE', 'PARTICIPANTS'];
/** Those of sports that have others (groups) come first. */
const PHASES = [
  ...['PREL', 'QUAL', 'HEAT', 'RND1', 'R128', 'R64-', 'R32-', '8FNL', 'REP-', 'QFNL'],
  ...['REP1', 'REP2', 'SFNL', 'FNL-'],
];

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
  const { channel } = one;
  const names = namesOf(one);
  const kind = kindOf(one);
  const title = names.event === undefined ? capitalised(kind) : unitTitle(names);
  const small = [
    isMoving(one) || names.event === undefined ? names.discipline : '',
    names.event === undefined || one.type === 'RESULT' ? '' : kind,
    partOf(one),
  ];
  const link = element('a', '', [
    element('span', title),
    ...(isStated(one) ? [badge(one)] : []),
    element('small', small.filter(Boolean).join(' · ')),
  ]);
  link.href = `#${encodeURIComponent(channel)}`;
  if (channel === chosen) link.setAttribute('aria-current', 'page');
  return element('li', '', [link]);
}

const kindOf = ({ type }) => wordFor('documents', type);
const statusWord = ({ status }) => wordFor('resultStatuses', status);
const partOf = ({ subcode, unit }) => (subcode === null ? '' : (wordsFor(unit).parts?.[subcode] ?? subcode));

const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is about a sport as a whole, and its records, is never live or official. */
const isStated = ({ type }) => type !== 'RECORDS' && !LAST_TYPES.includes(type);

function badge(one) {
  const made = element('span', statusWord(one));
  made.className = 'badge';
  made.dataset.status = one.status;
  return made;
}

// The chosen document.

function choose(channel) {
  if (channel === chosen) return;
  chosen = channel;
  for (const link of document.querySelectorAll('.languages a')) link.hash = encodeURIComponent(channel);
  for (const stop of stopFollowing.splice(0)) stop();
  view.replaceChildren();
  view.className = '';
  byId('title').textContent = channel;
  for (const id of ['subtitle', 'correction', 'proof']) byId(id).textContent = '';
  for (const id of ['status', 'rehearsal', 'warning']) byId(id).hidden = true;
  // A document followed before is kept by the subscriber and shown at once.
  const held = subscriber.document(channel);
  if (held !== null) show(held, null);
  follow(channel, show);
  showList();
}

/** Of a match: what happens in it and what has happened, shown with its score. */
function followMore(channel) {
  if (stopFollowing.length > 1) return;
  for (const type of ['CURRENT', 'PLAY_BY_PLAY']) follow(besideOf(channel, type), showAgain);
}

const follow = (channel, onDocument) => stopFollowing.push(subscriber.follow(channel, onDocument));

const besideOf = (channel, type) => `${channel.split('/')[0]}/${type}`;

function showAgain() {
  const held = chosen === null ? null : subscriber.document(chosen);
  if (held !== null) show(held, null);
}

// Words: what documents say has codes, and the edge serves words for them.

const words = new Map();
const NO_WORDS = { language, discipline: '' };

/** The words of a discipline; before they are there, those of the house. */
function wordsFor(unit) {
  const discipline = unit.slice(0, 3);
  if (!words.has(discipline)) {
    words.set(discipline, null);
    loadWords(discipline);
  }
  return words.get(discipline) ?? words.get(GENERAL) ?? NO_WORDS;
}

const GENERAL = 'GEN';

/** A word of the house; a code without one says itself. */
const wordFor = (section, code) =>
  words.get(GENERAL)?.[section]?.[code] ?? code.replaceAll('_', ' ').toLowerCase();

/** Names in the language; what the venue named stays. An event that nobody has named is called by its code. */
function namesOf({ names, unit }) {
  const worded = inWords({ names, unit, columns: [] }, wordsFor(unit)).names;
  const event = unit.slice(4, 22).replaceAll('-', ' ').trim();
  return worded.event === undefined && event !== '' ? { ...worded, event } : worded;
}

async function loadWords(discipline) {
  try {
    const response = await fetch(`/v1/words/${discipline}/${language}.json`);
    if (!response.ok) return;
    words.set(discipline, await response.json());
    showList();
    showAgain();
  } catch {
    // What documents say in themselves stays.
  }
}

function show(received, delta) {
  const ofSport = wordsFor(received.header.unit);
  const standings = { ...received, header: inWords(received.header, ofSport) };
  const { header, version, hash, epoch, asOf } = standings;
  const { info } = header;
  const names = namesOf(received.header);
  const isListing = names.event === undefined;
  const title = isListing ? listingTitle(header) : unitTitle(names);
  byId('title').textContent = title;
  byId('subtitle').textContent = [
    isListing ? '' : names.discipline,
    isListing || header.type === 'RESULT' ? '' : kindOf(header),
    partOf(header),
    header.competition?.name,
    info.venueName ?? info.venue,
    info.wind === undefined ? '' : filled(said.wind, { wind: info.wind }),
    info.totalEvents === undefined
      ? ''
      : filled(said.decided, { finished: String(info.finishedEvents), total: String(info.totalEvents) }),
    standings.rows.length === 0 ? said.empty : '',
  ]
    .filter(Boolean)
    .join(' · ');
  byId('status').replaceWith(Object.assign(badge(header), { id: 'status', hidden: !isStated(header) }));
  const { ok, reasons } = header.reliability;
  byId('warning').hidden = ok;
  byId('warning').textContent = ok ? '' : reasons.map((reason) => wordFor('reasons', reason)).join(', ');
  byId('rehearsal').hidden = !header.test;
  byId('correction').textContent = correctionText(standings);
  showRows(standings, changedIn(delta), title, ofSport);
  byId('proof').textContent = filled(said.proof, { version: String(version), hash, epoch, asOf });
}

/** "Athletics: schedule"; the medal table is of all sports. */
const listingTitle = (header) =>
  header.type === 'MEDALS' ? capitalised(kindOf(header)) : `${header.names.discipline}: ${kindOf(header)}`;

const changedIn = (delta) => new Set((delta?.rows ?? []).map(({ key }) => key));

function showRows(standings, changed, title, ofSport) {
  const { header, rows } = standings;
  const at = { changed, words: ofSport, said, title, hrefOf };
  if (header.type === 'BRACKETS' && rows.length > 0) return showBracket(view, standings, at);
  if (!isMatch(standings)) return showTable(view, sheetOf(standings, ofSport), rows, at);
  followMore(chosen);
  const beside = (type) => subscriber.document(besideOf(chosen, type));
  showMatch(view, standings, beside('CURRENT'), beside('PLAY_BY_PLAY'), {
    ...at,
    playsTitle: capitalised(wordFor('documents', 'PLAY_BY_PLAY')),
  });
}

/** Where the result of a unit is on this page; null while nothing is published of it. */
function hrefOf(unit) {
  const channel = `${unit}/RESULT`;
  return listed.some((one) => one.channel === channel) ? `#${encodeURIComponent(channel)}` : null;
}

function correctionText({ correction }) {
  if (correction === null) return '';
  const text = filled(said.correction, { version: String(correction.of) });
  return [text, correction.reason].filter(Boolean).join(': ');
}

function chooseFromAddress() {
  const channel = decodeURIComponent(location.hash.slice(1));
  if (channel !== '' && channel !== 'standings') choose(channel);
}

filter.addEventListener('input', showList);
addEventListener('hashchange', chooseFromAddress);
wordsFor(GENERAL);
chooseFromAddress();
await refreshList();
setInterval(() => {
  if (!document.hidden) refreshList();
}, LIST_EVERY_MS);
