/** A document as it is shown: a bracket or a match is drawn, everything else is the table that it declares. */
import { capitalised } from '../../client/cells.ts';
import { isMatch } from '../../client/match.ts';
import { type Document, type DocumentOf, isOfType } from '../../model/document.ts';
import type { DocumentType } from '../../model/shape/table.ts';
import type { ShownTable } from '../stream/shown-table.ts';
import { titleOf } from '../view/document-head.ts';
import type { Speech } from '../view/speech.ts';
import { Bracket } from './bracket.tsx';
import { Match } from './match.tsx';
import type { Picking } from './picked-name.tsx';
import { Sheet } from './sheet.tsx';

interface ContentProps extends Picking {
  readonly shown: Document;
  readonly table: ShownTable;
  /** Of the same unit: CURRENT, PLAY_BY_PLAY. */
  readonly beside: <Type extends DocumentType>(type: Type) => DocumentOf<Type> | null;
  readonly speech: Speech;
  /** Where the result of a match of a bracket is on this page; null for nowhere. */
  readonly hrefOf?: (unit: string) => string | null;
  readonly isMirrored?: boolean;
}

export function Content({
  shown,
  table,
  beside,
  speech,
  hrefOf = () => null,
  isMirrored = false,
  pick,
  markOf,
}: ContentProps) {
  const { said } = speech;
  const words = speech.words(shown.header.unit);
  const title = titleOf(shown.header, speech);
  const changed = new Set(table.changed.value.keys());
  if (isOfType(shown, 'BRACKETS') && shown.rows.length > 0)
    return <Bracket standings={shown} {...{ changed, words, said, hrefOf, pick, markOf }} />;
  if (isOfType(shown, 'RESULT') && isMatch(shown))
    return (
      <Match
        standings={shown}
        current={beside('CURRENT')}
        plays={beside('PLAY_BY_PLAY')}
        playsTitle={capitalised(speech.word('documents', 'PLAY_BY_PLAY'))}
        {...{ changed, words, said, title, isMirrored, pick, markOf }}
      />
    );
  return <Sheet table={table.table} caption={title} said={said} pick={pick} />;
}
