/** What `splitsecond/client` is in Node and in browsers alike; the two entries add how a socket is opened. */
export type { Delta, RowPatch } from '../model/delta.ts';
export {
  type Channel,
  type Document,
  type DocumentType,
  type Header,
  type Info,
  listRows,
} from '../model/document.ts';
export type { Position } from '../model/position.ts';
export type { ResultStatus } from '../model/result-status.ts';
export type {
  AttemptDetails,
  BestOfDetails,
  Column,
  CombinedDetails,
  CountbackDetails,
  Details,
  HeightDetails,
  Identity,
  JudgedDetails,
  JudgedPartDetails,
  LegDetails,
  ListRow,
  Mark,
  Place,
  Row,
  RowOf,
  SeriesDetails,
  SplitDetails,
  TimedRaceDetails,
} from '../model/row.ts';
export type { Gap, Keepalive, Says, SourceReport } from '../model/server-words.ts';
export { type AtSplit, splitRanks } from '../model/split-ranks.ts';
export type { Words } from '../model/words.ts';
export { bracketOf, type DrawnMatch, type DrawnSide, type Round, type Tree } from './bracket.ts';
export type { ConnectionState, EdgeState, OpenSocket, SocketLike } from './connection.ts';
export type { FeedState, Heard } from './feed-state.ts';
export { HeardFeed } from './heard-feed.ts';
export {
  isMatch,
  type MatchClock,
  type MatchSide,
  matchOf,
  type ShownMatch,
  type ShownPlay,
} from './match.ts';
export { type Performance, performanceOf } from './performance.ts';
export { fullTitle, type Sheet, sheetOf, unitTitle } from './sheet.ts';
export {
  type ChangedOptions,
  type ChannelGap,
  type FollowOptions,
  type FrameReader,
  jsonReader,
  type OnDocument,
  type StopFollowing,
  Subscriber,
  type SubscriberOptions,
} from './subscriber.ts';
export type { DocumentUnder, TypeIn } from './typed-document.ts';
