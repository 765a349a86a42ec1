// A match: two sides with the score between them, the clock, what each period brought, and what happened, the newest first.
import { element } from '/assets/element.js';
import { matchOf } from '/assets/modules/client/match.js';

export function showMatch(view, standings, current, plays, at) {
  const match = matchOf(standings, current, plays, at.words);
  view.className = 'match';
  view.replaceChildren(
    element('div', '', [sideOf(match.sides[0], at), middleOf(match, at), sideOf(match.sides[1], at)], {
      class: 'score',
    }),
    ...(match.parts.length === 0 ? [] : [partsOf(match, at)]),
    playsOf(match, at),
  );
}

/** Also the place of somebody who is not known yet. */
function sideOf(side, { changed, words, said }) {
  if (side === undefined) return element('section', '', [], { class: 'side' });
  const { key, name, organisation, seed, outcome, serves } = side;
  const small = [
    organisation === name ? '' : organisation,
    seed === undefined ? '' : `[${seed}]`,
    outcome === undefined || outcome === 'T' ? '' : (words.outcomes?.[outcome] ?? outcome),
    serves ? said.serves : '',
  ];
  return element('section', '', [element('h3', name), element('p', small.filter(Boolean).join(' · '))], {
    class: ['side', outcome === 'W' ? 'won' : '', changed.has(key) ? 'changed' : '']
      .filter(Boolean)
      .join(' '),
    'data-key': key,
  });
}

function middleOf({ sides, clock, decision }, { said }) {
  const scores = sides.map(({ score }) => score);
  const figures = scores.some((score) => score !== '') ? scores : ['', ''];
  return element(
    'div',
    '',
    [
      element(
        'p',
        '',
        [element('b', figures[0] ?? ''), element('span', '–'), element('b', figures[1] ?? '')],
        {
          class: 'figures',
        },
      ),
      ...(clock === null ? [] : [clockOf(clock, said)]),
      ...(decision === undefined ? [] : [element('p', decision, [], { class: 'decision' })]),
    ],
    { class: 'middle' },
  );
}

function clockOf({ period, text, running }, said) {
  const state = running === undefined ? null : running ? 'running' : 'stopped';
  return element(
    'p',
    '',
    [
      element('span', period),
      element('time', text),
      ...(state === null ? [] : [element('span', said[state], [], { class: 'unseen' })]),
    ],
    { class: 'clock', 'data-state': state, title: state === null ? null : said[state] },
  );
}

function partsOf({ sides, parts }, { title }) {
  const heads = parts.map(({ label }) => element('th', label, [], { scope: 'col', class: 'right' }));
  const lines = sides.map(({ name }, index) =>
    element('tr', '', [
      element('th', name, [], { scope: 'row' }),
      ...parts.map(({ texts }) => element('td', texts[index], [], { class: 'right' })),
    ]),
  );
  const table = element('table', '', [
    element('caption', title, [], { class: 'unseen' }),
    element('thead', '', [element('tr', '', [element('td', ''), ...heads])]),
    element('tbody', '', lines),
  ]);
  return element('div', '', [table], { class: 'sheet parts' });
}

function playsOf({ plays }, { said, playsTitle }) {
  const list =
    plays.length === 0
      ? element('p', said.noPlays)
      : element('ol', '', plays.map(playLine), { reversed: '' });
  return element('section', '', [element('h3', playsTitle), list], { class: 'plays' });
}

function playLine({ key, period, clock, what, who, organisation, scores }) {
  return element(
    'li',
    '',
    [
      element('span', [clock, period].filter(Boolean).join(' · '), [], { class: 'when' }),
      element('span', '', [
        element('b', what),
        element('span', [who, organisation === who ? '' : organisation].filter(Boolean).join(' · ')),
      ]),
      element('span', scores.join(' – '), [], { class: 'after' }),
    ],
    { 'data-key': key },
  );
}
