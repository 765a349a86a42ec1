// The live page: documents on the left, the chosen one as a table, kept current over the stream.
// All text goes in as text, never as markup.
import { sheetOf } from '/assets/modules/client/sheet.js';
import { Subscriber } from '/assets/modules/client/subscriber.js';

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
    const text = `${one.channel} ${Object.values(one.names).join(' ')} ${one.status}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  byId('none').hidden = listed.length > 0;
  channels.replaceChildren(...shown.map(listLine));
  if (chosen === null && shown.length > 0 && location.hash === '') choose(bestOf(shown).channel);
}

/** What a visitor most likely came for: a result that is moving. */
const bestOf = (documents) =>
  documents.find(({ type, status }) => type === 'RESULT' && status === 'LIVE') ??
  documents.find(({ type }) => type === 'RESULT') ??
  documents[0];

function listLine({ channel, names, type, subcode, status }) {
  const link = element('a', '', [
    element('span', nameOf(names)),
    badge(status),
    element(
      'small',
      [names.discipline, type.replaceAll('_', ' ').toLowerCase(), subcode].filter(Boolean).join(' · '),
    ),
  ]);
  link.href = `#${encodeURIComponent(channel)}`;
  if (channel === chosen) link.setAttribute('aria-current', 'page');
  return element('li', '', [link]);
}

const nameOf = (names) =>
  [names.event, names.phase, names.unit]
    .filter((name, index, all) => name && all.indexOf(name) === index)
    .join(', ') || names.discipline;

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

function show(standings, delta) {
  const { header, rows, version, hash, epoch, asOf } = standings;
  byId('title').textContent = nameOf(header.names);
  byId('subtitle').textContent = [
    header.names.discipline,
    header.type.replaceAll('_', ' ').toLowerCase(),
    header.info?.venue,
  ]
    .filter(Boolean)
    .join(' · ');
  byId('status').replaceWith(Object.assign(badge(header.status), { id: 'status' }));
  const { ok, reasons } = header.reliability;
  byId('warning').hidden = ok;
  byId('warning').textContent = ok ? '' : reasons.join(', ').replaceAll('_', ' ').toLowerCase();
  showSheet(sheetOf(standings), rows, changedIn(delta), nameOf(header.names));
  byId('proof').textContent = `version ${version} · ${hash} · epoch ${epoch} · ${asOf}`;
}

const changedIn = (delta) => new Set((delta?.rows ?? []).map(({ competitor }) => competitor));

function showSheet({ columns, lines }, rows, changed, caption) {
  table.hidden = false;
  table.caption.textContent = caption;
  table.tHead.rows[0].replaceChildren(
    ...columns.map(({ label, align }) => {
      const cell = element('th', label);
      cell.scope = 'col';
      cell.className = align;
      return cell;
    }),
  );
  table.tBodies[0].replaceChildren(
    ...lines.map((texts, index) => rowLine(texts, rows[index], columns, changed)),
  );
}

function rowLine(texts, row, columns, changed) {
  const cells = texts.map((text, index) => {
    const cell = element('td', text);
    cell.className = columns[index].align;
    return cell;
  });
  const line = element('tr', '', cells);
  if (row === undefined) return line;
  line.dataset.competitor = row.identity.competitor;
  if (changed.has(row.identity.competitor)) line.className = 'changed';
  return line;
}

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
