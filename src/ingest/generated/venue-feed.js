/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["splitsecond-venue-feed"] || ($protobuf.roots["splitsecond-venue-feed"] = {});

export const splitsecond = $root.splitsecond = (() => {

    const splitsecond = {};

    splitsecond.venue = (function() {

        const venue = {};

        venue.VenueFact = (function() {

            const VenueFact = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VenueFact.prototype.source = null;
            VenueFact.prototype.epoch = null;
            VenueFact.prototype.seq = null;
            VenueFact.prototype.sentAt = null;
            VenueFact.prototype.unit = null;
            VenueFact.prototype.replaces = null;
            VenueFact.prototype.test = null;
            VenueFact.prototype.expects = null;
            VenueFact.prototype.setup = null;
            VenueFact.prototype.startList = null;
            VenueFact.prototype.start = null;
            VenueFact.prototype.passing = null;
            VenueFact.prototype.reaction = null;
            VenueFact.prototype.attempt = null;
            VenueFact.prototype.score = null;
            VenueFact.prototype.periodScore = null;
            VenueFact.prototype.action = null;
            VenueFact.prototype.clock = null;
            VenueFact.prototype.irm = null;
            VenueFact.prototype.penalty = null;
            VenueFact.prototype.conditions = null;
            VenueFact.prototype.order = null;
            VenueFact.prototype.advance = null;
            VenueFact.prototype.rankOverride = null;
            VenueFact.prototype.status = null;
            VenueFact.prototype.schedule = null;
            VenueFact.prototype.note = null;
            VenueFact.prototype["void"] = null;
            VenueFact.prototype.link = null;
            VenueFact.prototype.release = null;
            VenueFact.prototype.heartbeat = null;
            VenueFact.prototype.competition = null;
            VenueFact.prototype.session = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_source", {
                get: $util.oneOfGetter($oneOfFields = ["source"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_epoch", {
                get: $util.oneOfGetter($oneOfFields = ["epoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_seq", {
                get: $util.oneOfGetter($oneOfFields = ["seq"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_sentAt", {
                get: $util.oneOfGetter($oneOfFields = ["sentAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_unit", {
                get: $util.oneOfGetter($oneOfFields = ["unit"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_replaces", {
                get: $util.oneOfGetter($oneOfFields = ["replaces"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_test", {
                get: $util.oneOfGetter($oneOfFields = ["test"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VenueFact.prototype, "_expects", {
                get: $util.oneOfGetter($oneOfFields = ["expects"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            $Object.defineProperty(VenueFact.prototype, "fact", {
                get: $util.oneOfGetter($oneOfFields = ["setup", "startList", "start", "passing", "reaction", "attempt", "score", "periodScore", "action", "clock", "irm", "penalty", "conditions", "order", "advance", "rankOverride", "status", "schedule", "note", "void", "link", "release", "heartbeat", "competition", "session"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            VenueFact.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    writer.uint32(10).string(message.source);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    writer.uint32(18).string(message.epoch);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    writer.uint32(24).uint32(message.seq);
                if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt"))
                    writer.uint32(34).string(message.sentAt);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit"))
                    writer.uint32(42).string(message.unit);
                if (message.replaces != null && $Object.hasOwnProperty.call(message, "replaces"))
                    writer.uint32(48).uint32(message.replaces);
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    writer.uint32(56).bool(message.test);
                if (message.expects != null && $Object.hasOwnProperty.call(message, "expects"))
                    $root.splitsecond.venue.Expected.encode(message.expects, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.setup != null && $Object.hasOwnProperty.call(message, "setup"))
                    $root.splitsecond.venue.Setup.encode(message.setup, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.startList != null && $Object.hasOwnProperty.call(message, "startList"))
                    $root.splitsecond.venue.StartList.encode(message.startList, writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                    $root.splitsecond.venue.Start.encode(message.start, writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.passing != null && $Object.hasOwnProperty.call(message, "passing"))
                    $root.splitsecond.venue.Passing.encode(message.passing, writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.reaction != null && $Object.hasOwnProperty.call(message, "reaction"))
                    $root.splitsecond.venue.Reaction.encode(message.reaction, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    $root.splitsecond.venue.Attempt.encode(message.attempt, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.score != null && $Object.hasOwnProperty.call(message, "score"))
                    $root.splitsecond.venue.Score.encode(message.score, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.periodScore != null && $Object.hasOwnProperty.call(message, "periodScore"))
                    $root.splitsecond.venue.PeriodScore.encode(message.periodScore, writer.uint32(186).fork(), _depth + 1).ldelim();
                if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                    $root.splitsecond.venue.Action.encode(message.action, writer.uint32(194).fork(), _depth + 1).ldelim();
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock"))
                    $root.splitsecond.venue.Clock.encode(message.clock, writer.uint32(202).fork(), _depth + 1).ldelim();
                if (message.irm != null && $Object.hasOwnProperty.call(message, "irm"))
                    $root.splitsecond.venue.Irm.encode(message.irm, writer.uint32(210).fork(), _depth + 1).ldelim();
                if (message.penalty != null && $Object.hasOwnProperty.call(message, "penalty"))
                    $root.splitsecond.venue.Penalty.encode(message.penalty, writer.uint32(218).fork(), _depth + 1).ldelim();
                if (message.conditions != null && $Object.hasOwnProperty.call(message, "conditions"))
                    $root.splitsecond.venue.Conditions.encode(message.conditions, writer.uint32(226).fork(), _depth + 1).ldelim();
                if (message.order != null && $Object.hasOwnProperty.call(message, "order"))
                    $root.splitsecond.venue.Order.encode(message.order, writer.uint32(234).fork(), _depth + 1).ldelim();
                if (message.advance != null && $Object.hasOwnProperty.call(message, "advance"))
                    $root.splitsecond.venue.Advance.encode(message.advance, writer.uint32(242).fork(), _depth + 1).ldelim();
                if (message.rankOverride != null && $Object.hasOwnProperty.call(message, "rankOverride"))
                    $root.splitsecond.venue.RankOverride.encode(message.rankOverride, writer.uint32(250).fork(), _depth + 1).ldelim();
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.splitsecond.venue.Status.encode(message.status, writer.uint32(258).fork(), _depth + 1).ldelim();
                if (message.schedule != null && $Object.hasOwnProperty.call(message, "schedule"))
                    $root.splitsecond.venue.Schedule.encode(message.schedule, writer.uint32(266).fork(), _depth + 1).ldelim();
                if (message.note != null && $Object.hasOwnProperty.call(message, "note"))
                    $root.splitsecond.venue.Note.encode(message.note, writer.uint32(274).fork(), _depth + 1).ldelim();
                if (message["void"] != null && $Object.hasOwnProperty.call(message, "void"))
                    $root.splitsecond.venue.Void.encode(message["void"], writer.uint32(282).fork(), _depth + 1).ldelim();
                if (message.link != null && $Object.hasOwnProperty.call(message, "link"))
                    $root.splitsecond.venue.Link.encode(message.link, writer.uint32(290).fork(), _depth + 1).ldelim();
                if (message.release != null && $Object.hasOwnProperty.call(message, "release"))
                    $root.splitsecond.venue.Release.encode(message.release, writer.uint32(298).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.splitsecond.venue.Heartbeat.encode(message.heartbeat, writer.uint32(306).fork(), _depth + 1).ldelim();
                if (message.competition != null && $Object.hasOwnProperty.call(message, "competition"))
                    $root.splitsecond.venue.Competition.encode(message.competition, writer.uint32(314).fork(), _depth + 1).ldelim();
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    $root.splitsecond.venue.Session.encode(message.session, writer.uint32(322).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            VenueFact.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.VenueFact();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.source = reader.stringVerify();
                            message._source = "source";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.epoch = reader.stringVerify();
                            message._epoch = "epoch";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.seq = reader.uint32();
                            message._seq = "seq";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.sentAt = reader.stringVerify();
                            message._sentAt = "sentAt";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.unit = reader.stringVerify();
                            message._unit = "unit";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.replaces = reader.uint32();
                            message._replaces = "replaces";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.test = reader.bool();
                            message._test = "test";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.expects = $root.splitsecond.venue.Expected.decode(reader, reader.size(), $undefined, _depth + 1, message.expects);
                            message._expects = "expects";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.setup = $root.splitsecond.venue.Setup.decode(reader, reader.size(), $undefined, _depth + 1, message.setup);
                            message.fact = "setup";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.startList = $root.splitsecond.venue.StartList.decode(reader, reader.size(), $undefined, _depth + 1, message.startList);
                            message.fact = "startList";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.start = $root.splitsecond.venue.Start.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
                            message.fact = "start";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.passing = $root.splitsecond.venue.Passing.decode(reader, reader.size(), $undefined, _depth + 1, message.passing);
                            message.fact = "passing";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.reaction = $root.splitsecond.venue.Reaction.decode(reader, reader.size(), $undefined, _depth + 1, message.reaction);
                            message.fact = "reaction";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.attempt = $root.splitsecond.venue.Attempt.decode(reader, reader.size(), $undefined, _depth + 1, message.attempt);
                            message.fact = "attempt";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.score = $root.splitsecond.venue.Score.decode(reader, reader.size(), $undefined, _depth + 1, message.score);
                            message.fact = "score";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.periodScore = $root.splitsecond.venue.PeriodScore.decode(reader, reader.size(), $undefined, _depth + 1, message.periodScore);
                            message.fact = "periodScore";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.action = $root.splitsecond.venue.Action.decode(reader, reader.size(), $undefined, _depth + 1, message.action);
                            message.fact = "action";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.clock = $root.splitsecond.venue.Clock.decode(reader, reader.size(), $undefined, _depth + 1, message.clock);
                            message.fact = "clock";
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.irm = $root.splitsecond.venue.Irm.decode(reader, reader.size(), $undefined, _depth + 1, message.irm);
                            message.fact = "irm";
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            message.penalty = $root.splitsecond.venue.Penalty.decode(reader, reader.size(), $undefined, _depth + 1, message.penalty);
                            message.fact = "penalty";
                            continue;
                        }
                    case 28: {
                            if (wireType !== 2)
                                break;
                            message.conditions = $root.splitsecond.venue.Conditions.decode(reader, reader.size(), $undefined, _depth + 1, message.conditions);
                            message.fact = "conditions";
                            continue;
                        }
                    case 29: {
                            if (wireType !== 2)
                                break;
                            message.order = $root.splitsecond.venue.Order.decode(reader, reader.size(), $undefined, _depth + 1, message.order);
                            message.fact = "order";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.advance = $root.splitsecond.venue.Advance.decode(reader, reader.size(), $undefined, _depth + 1, message.advance);
                            message.fact = "advance";
                            continue;
                        }
                    case 31: {
                            if (wireType !== 2)
                                break;
                            message.rankOverride = $root.splitsecond.venue.RankOverride.decode(reader, reader.size(), $undefined, _depth + 1, message.rankOverride);
                            message.fact = "rankOverride";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.splitsecond.venue.Status.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            message.fact = "status";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.schedule = $root.splitsecond.venue.Schedule.decode(reader, reader.size(), $undefined, _depth + 1, message.schedule);
                            message.fact = "schedule";
                            continue;
                        }
                    case 34: {
                            if (wireType !== 2)
                                break;
                            message.note = $root.splitsecond.venue.Note.decode(reader, reader.size(), $undefined, _depth + 1, message.note);
                            message.fact = "note";
                            continue;
                        }
                    case 35: {
                            if (wireType !== 2)
                                break;
                            message["void"] = $root.splitsecond.venue.Void.decode(reader, reader.size(), $undefined, _depth + 1, message["void"]);
                            message.fact = "void";
                            continue;
                        }
                    case 36: {
                            if (wireType !== 2)
                                break;
                            message.link = $root.splitsecond.venue.Link.decode(reader, reader.size(), $undefined, _depth + 1, message.link);
                            message.fact = "link";
                            continue;
                        }
                    case 37: {
                            if (wireType !== 2)
                                break;
                            message.release = $root.splitsecond.venue.Release.decode(reader, reader.size(), $undefined, _depth + 1, message.release);
                            message.fact = "release";
                            continue;
                        }
                    case 38: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.splitsecond.venue.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.fact = "heartbeat";
                            continue;
                        }
                    case 39: {
                            if (wireType !== 2)
                                break;
                            message.competition = $root.splitsecond.venue.Competition.decode(reader, reader.size(), $undefined, _depth + 1, message.competition);
                            message.fact = "competition";
                            continue;
                        }
                    case 40: {
                            if (wireType !== 2)
                                break;
                            message.session = $root.splitsecond.venue.Session.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                            message.fact = "session";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return VenueFact;
        })();

        venue.Expected = (function() {

            const Expected = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Expected.prototype.seq = null;
            Expected.prototype.source = null;
            Expected.prototype.epoch = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Expected.prototype, "_seq", {
                get: $util.oneOfGetter($oneOfFields = ["seq"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Expected.prototype, "_source", {
                get: $util.oneOfGetter($oneOfFields = ["source"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Expected.prototype, "_epoch", {
                get: $util.oneOfGetter($oneOfFields = ["epoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Expected.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    writer.uint32(8).uint32(message.seq);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    writer.uint32(18).string(message.source);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    writer.uint32(26).string(message.epoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Expected.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Expected();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.seq = reader.uint32();
                            message._seq = "seq";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.source = reader.stringVerify();
                            message._source = "source";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.epoch = reader.stringVerify();
                            message._epoch = "epoch";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Expected;
        })();

        venue.Setup = (function() {

            const Setup = function (properties) {
                this.points = [];
                this.heights = [];
                this.units = [];
                this.advance = [];
                this.medals = [];
                this.records = [];
                this.names = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Setup.prototype.rule = null;
            Setup.prototype.event = null;
            Setup.prototype.phase = null;
            Setup.prototype.name = null;
            Setup.prototype.venue = null;
            Setup.prototype.location = null;
            Setup.prototype.scheduledStart = null;
            Setup.prototype.points = $util.emptyArray;
            Setup.prototype.laps = null;
            Setup.prototype.heights = $util.emptyArray;
            Setup.prototype.attempts = null;
            Setup.prototype.units = $util.emptyArray;
            Setup.prototype.advance = $util.emptyArray;
            Setup.prototype.medals = $util.emptyArray;
            Setup.prototype.options = null;
            Setup.prototype.primary = null;
            Setup.prototype.reconstructed = null;
            Setup.prototype.records = $util.emptyArray;
            Setup.prototype.timing = null;
            Setup.prototype.final = null;
            Setup.prototype.lanes = null;
            Setup.prototype.session = null;
            Setup.prototype.names = $util.emptyObject;
            Setup.prototype.projection = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_rule", {
                get: $util.oneOfGetter($oneOfFields = ["rule"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_event", {
                get: $util.oneOfGetter($oneOfFields = ["event"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_phase", {
                get: $util.oneOfGetter($oneOfFields = ["phase"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_name", {
                get: $util.oneOfGetter($oneOfFields = ["name"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_venue", {
                get: $util.oneOfGetter($oneOfFields = ["venue"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_location", {
                get: $util.oneOfGetter($oneOfFields = ["location"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_scheduledStart", {
                get: $util.oneOfGetter($oneOfFields = ["scheduledStart"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_laps", {
                get: $util.oneOfGetter($oneOfFields = ["laps"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_attempts", {
                get: $util.oneOfGetter($oneOfFields = ["attempts"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_primary", {
                get: $util.oneOfGetter($oneOfFields = ["primary"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_reconstructed", {
                get: $util.oneOfGetter($oneOfFields = ["reconstructed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_timing", {
                get: $util.oneOfGetter($oneOfFields = ["timing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_final", {
                get: $util.oneOfGetter($oneOfFields = ["final"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_lanes", {
                get: $util.oneOfGetter($oneOfFields = ["lanes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_session", {
                get: $util.oneOfGetter($oneOfFields = ["session"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Setup.prototype, "_projection", {
                get: $util.oneOfGetter($oneOfFields = ["projection"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Setup.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                    writer.uint32(10).string(message.rule);
                if (message.event != null && $Object.hasOwnProperty.call(message, "event"))
                    writer.uint32(18).string(message.event);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    writer.uint32(26).string(message.phase);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(34).string(message.name);
                if (message.venue != null && $Object.hasOwnProperty.call(message, "venue"))
                    writer.uint32(42).string(message.venue);
                if (message.location != null && $Object.hasOwnProperty.call(message, "location"))
                    writer.uint32(50).string(message.location);
                if (message.scheduledStart != null && $Object.hasOwnProperty.call(message, "scheduledStart"))
                    writer.uint32(58).string(message.scheduledStart);
                if (message.points != null && message.points.length)
                    for (let i = 0; i < message.points.length; ++i)
                        $root.splitsecond.venue.TimingPoint.encode(message.points[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.laps != null && $Object.hasOwnProperty.call(message, "laps"))
                    writer.uint32(72).uint32(message.laps);
                if (message.heights != null && message.heights.length)
                    for (let i = 0; i < message.heights.length; ++i)
                        writer.uint32(82).string(message.heights[i]);
                if (message.attempts != null && $Object.hasOwnProperty.call(message, "attempts"))
                    writer.uint32(88).uint32(message.attempts);
                if (message.units != null && message.units.length)
                    for (let i = 0; i < message.units.length; ++i)
                        writer.uint32(98).string(message.units[i]);
                if (message.advance != null && message.advance.length)
                    for (let i = 0; i < message.advance.length; ++i)
                        $root.splitsecond.venue.AdvanceSpec.encode(message.advance[i], writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.medals != null && message.medals.length)
                    writer.uint32(114).uint32s(message.medals);
                if (message.options != null && $Object.hasOwnProperty.call(message, "options"))
                    $root.google.protobuf.Struct.encode(message.options, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.primary != null && $Object.hasOwnProperty.call(message, "primary"))
                    writer.uint32(130).string(message.primary);
                if (message.reconstructed != null && $Object.hasOwnProperty.call(message, "reconstructed"))
                    writer.uint32(136).bool(message.reconstructed);
                if (message.records != null && message.records.length)
                    for (let i = 0; i < message.records.length; ++i)
                        $root.splitsecond.venue.RecordSpec.encode(message.records[i], writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.timing != null && $Object.hasOwnProperty.call(message, "timing"))
                    $root.splitsecond.venue.Timing.encode(message.timing, writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.final != null && $Object.hasOwnProperty.call(message, "final"))
                    writer.uint32(162).string(message.final);
                if (message.lanes != null && $Object.hasOwnProperty.call(message, "lanes"))
                    writer.uint32(168).uint32(message.lanes);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    writer.uint32(178).string(message.session);
                if (message.names != null && $Object.hasOwnProperty.call(message, "names"))
                    for (let keys = $Object.keys(message.names), i = 0; i < keys.length; ++i)
                        writer.uint32(186).fork().uint32(10).string(keys[i]).uint32(18).string(message.names[keys[i]]).ldelim();
                if (message.projection != null && $Object.hasOwnProperty.call(message, "projection"))
                    writer.uint32(192).bool(message.projection);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Setup.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Setup();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.rule = reader.stringVerify();
                            message._rule = "rule";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.event = reader.stringVerify();
                            message._event = "event";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.phase = reader.stringVerify();
                            message._phase = "phase";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            message._name = "name";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.venue = reader.stringVerify();
                            message._venue = "venue";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.location = reader.stringVerify();
                            message._location = "location";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.scheduledStart = reader.stringVerify();
                            message._scheduledStart = "scheduledStart";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.points && message.points.length))
                                message.points = [];
                            message.points.push($root.splitsecond.venue.TimingPoint.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.laps = reader.uint32();
                            message._laps = "laps";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.heights && message.heights.length))
                                message.heights = [];
                            message.heights.push(reader.stringVerify());
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.attempts = reader.uint32();
                            message._attempts = "attempts";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.units && message.units.length))
                                message.units = [];
                            message.units.push(reader.stringVerify());
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.advance && message.advance.length))
                                message.advance = [];
                            message.advance.push($root.splitsecond.venue.AdvanceSpec.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType === 2) {
                                if (!(message.medals && message.medals.length))
                                    message.medals = [];
                                reader.uint32s(message.medals);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.medals && message.medals.length))
                                message.medals = [];
                            message.medals.push(reader.uint32());
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.options = $root.google.protobuf.Struct.decode(reader, reader.size(), $undefined, _depth + 1, message.options);
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.primary = reader.stringVerify();
                            message._primary = "primary";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            message.reconstructed = reader.bool();
                            message._reconstructed = "reconstructed";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            if (!(message.records && message.records.length))
                                message.records = [];
                            message.records.push($root.splitsecond.venue.RecordSpec.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.timing = $root.splitsecond.venue.Timing.decode(reader, reader.size(), $undefined, _depth + 1, message.timing);
                            message._timing = "timing";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.final = reader.stringVerify();
                            message._final = "final";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 0)
                                break;
                            message.lanes = reader.uint32();
                            message._lanes = "lanes";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.session = reader.stringVerify();
                            message._session = "session";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            if (message.names === $util.emptyObject)
                                message.names = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.names, key);
                            message.names[key] = value;
                            continue;
                        }
                    case 24: {
                            if (wireType !== 0)
                                break;
                            message.projection = reader.bool();
                            message._projection = "projection";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Setup;
        })();

        venue.RecordSpec = (function() {

            const RecordSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RecordSpec.prototype.type = null;
            RecordSpec.prototype.result = null;
            RecordSpec.prototype.code = null;
            RecordSpec.prototype.competitor = null;
            RecordSpec.prototype.name = null;
            RecordSpec.prototype.organisation = null;
            RecordSpec.prototype.date = null;
            RecordSpec.prototype.place = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_type", {
                get: $util.oneOfGetter($oneOfFields = ["type"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_result", {
                get: $util.oneOfGetter($oneOfFields = ["result"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_name", {
                get: $util.oneOfGetter($oneOfFields = ["name"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_organisation", {
                get: $util.oneOfGetter($oneOfFields = ["organisation"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_date", {
                get: $util.oneOfGetter($oneOfFields = ["date"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordSpec.prototype, "_place", {
                get: $util.oneOfGetter($oneOfFields = ["place"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RecordSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    writer.uint32(10).string(message.type);
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    writer.uint32(18).string(message.result);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(26).string(message.code);
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(34).string(message.competitor);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(42).string(message.name);
                if (message.organisation != null && $Object.hasOwnProperty.call(message, "organisation"))
                    writer.uint32(50).string(message.organisation);
                if (message.date != null && $Object.hasOwnProperty.call(message, "date"))
                    writer.uint32(58).string(message.date);
                if (message.place != null && $Object.hasOwnProperty.call(message, "place"))
                    writer.uint32(66).string(message.place);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RecordSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.RecordSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.type = reader.stringVerify();
                            message._type = "type";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.result = reader.stringVerify();
                            message._result = "result";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            message._name = "name";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.organisation = reader.stringVerify();
                            message._organisation = "organisation";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.date = reader.stringVerify();
                            message._date = "date";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.place = reader.stringVerify();
                            message._place = "place";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RecordSpec;
        })();

        venue.Timing = (function() {

            const Timing = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Timing.prototype.hand = null;
            Timing.prototype.precision = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Timing.prototype, "_hand", {
                get: $util.oneOfGetter($oneOfFields = ["hand"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Timing.prototype, "_precision", {
                get: $util.oneOfGetter($oneOfFields = ["precision"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Timing.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hand != null && $Object.hasOwnProperty.call(message, "hand"))
                    writer.uint32(8).bool(message.hand);
                if (message.precision != null && $Object.hasOwnProperty.call(message, "precision"))
                    writer.uint32(18).string(message.precision);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Timing.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Timing();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.hand = reader.bool();
                            message._hand = "hand";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.precision = reader.stringVerify();
                            message._precision = "precision";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Timing;
        })();

        venue.TimingPoint = (function() {

            const TimingPoint = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TimingPoint.prototype.code = null;
            TimingPoint.prototype.distance = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TimingPoint.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TimingPoint.prototype, "_distance", {
                get: $util.oneOfGetter($oneOfFields = ["distance"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            TimingPoint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(10).string(message.code);
                if (message.distance != null && $Object.hasOwnProperty.call(message, "distance"))
                    writer.uint32(18).string(message.distance);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TimingPoint.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.TimingPoint();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.distance = reader.stringVerify();
                            message._distance = "distance";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TimingPoint;
        })();

        venue.AdvanceSpec = (function() {

            const AdvanceSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AdvanceSpec.prototype.by = null;
            AdvanceSpec.prototype.count = null;
            AdvanceSpec.prototype.mark = null;
            AdvanceSpec.prototype.maxPerOrganisation = null;
            AdvanceSpec.prototype.value = null;
            AdvanceSpec.prototype.numbered = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AdvanceSpec.prototype, "_by", {
                get: $util.oneOfGetter($oneOfFields = ["by"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AdvanceSpec.prototype, "_count", {
                get: $util.oneOfGetter($oneOfFields = ["count"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AdvanceSpec.prototype, "_mark", {
                get: $util.oneOfGetter($oneOfFields = ["mark"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AdvanceSpec.prototype, "_maxPerOrganisation", {
                get: $util.oneOfGetter($oneOfFields = ["maxPerOrganisation"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AdvanceSpec.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AdvanceSpec.prototype, "_numbered", {
                get: $util.oneOfGetter($oneOfFields = ["numbered"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AdvanceSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.by != null && $Object.hasOwnProperty.call(message, "by"))
                    writer.uint32(10).string(message.by);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    writer.uint32(16).uint32(message.count);
                if (message.mark != null && $Object.hasOwnProperty.call(message, "mark"))
                    writer.uint32(26).string(message.mark);
                if (message.maxPerOrganisation != null && $Object.hasOwnProperty.call(message, "maxPerOrganisation"))
                    writer.uint32(32).uint32(message.maxPerOrganisation);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(42).string(message.value);
                if (message.numbered != null && $Object.hasOwnProperty.call(message, "numbered"))
                    writer.uint32(48).bool(message.numbered);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AdvanceSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.AdvanceSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.by = reader.stringVerify();
                            message._by = "by";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.count = reader.uint32();
                            message._count = "count";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.mark = reader.stringVerify();
                            message._mark = "mark";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.maxPerOrganisation = reader.uint32();
                            message._maxPerOrganisation = "maxPerOrganisation";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.stringVerify();
                            message._value = "value";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.numbered = reader.bool();
                            message._numbered = "numbered";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AdvanceSpec;
        })();

        venue.StartList = (function() {

            const StartList = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StartList.prototype.entries = $util.emptyArray;

            StartList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.splitsecond.venue.Entry.encode(message.entries[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StartList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.StartList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push($root.splitsecond.venue.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StartList;
        })();

        venue.Entry = (function() {

            const Entry = function (properties) {
                this.bests = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Entry.prototype.competitor = null;
            Entry.prototype.startOrder = null;
            Entry.prototype.lane = null;
            Entry.prototype.bib = null;
            Entry.prototype.seed = null;
            Entry.prototype.group = null;
            Entry.prototype.startOffset = null;
            Entry.prototype.previous = null;
            Entry.prototype.bests = $util.emptyObject;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_startOrder", {
                get: $util.oneOfGetter($oneOfFields = ["startOrder"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_lane", {
                get: $util.oneOfGetter($oneOfFields = ["lane"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_bib", {
                get: $util.oneOfGetter($oneOfFields = ["bib"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_seed", {
                get: $util.oneOfGetter($oneOfFields = ["seed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_group", {
                get: $util.oneOfGetter($oneOfFields = ["group"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_startOffset", {
                get: $util.oneOfGetter($oneOfFields = ["startOffset"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Entry.prototype, "_previous", {
                get: $util.oneOfGetter($oneOfFields = ["previous"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Entry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    $root.splitsecond.venue.Competitor.encode(message.competitor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.startOrder != null && $Object.hasOwnProperty.call(message, "startOrder"))
                    writer.uint32(16).uint32(message.startOrder);
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane"))
                    writer.uint32(26).string(message.lane);
                if (message.bib != null && $Object.hasOwnProperty.call(message, "bib"))
                    writer.uint32(34).string(message.bib);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    writer.uint32(42).string(message.seed);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    writer.uint32(50).string(message.group);
                if (message.startOffset != null && $Object.hasOwnProperty.call(message, "startOffset"))
                    writer.uint32(58).string(message.startOffset);
                if (message.previous != null && $Object.hasOwnProperty.call(message, "previous"))
                    writer.uint32(66).string(message.previous);
                if (message.bests != null && $Object.hasOwnProperty.call(message, "bests"))
                    for (let keys = $Object.keys(message.bests), i = 0; i < keys.length; ++i)
                        writer.uint32(74).fork().uint32(10).string(keys[i]).uint32(18).string(message.bests[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Entry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Entry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = $root.splitsecond.venue.Competitor.decode(reader, reader.size(), $undefined, _depth + 1, message.competitor);
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.startOrder = reader.uint32();
                            message._startOrder = "startOrder";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.lane = reader.stringVerify();
                            message._lane = "lane";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.bib = reader.stringVerify();
                            message._bib = "bib";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.seed = reader.stringVerify();
                            message._seed = "seed";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.group = reader.stringVerify();
                            message._group = "group";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.startOffset = reader.stringVerify();
                            message._startOffset = "startOffset";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.previous = reader.stringVerify();
                            message._previous = "previous";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (message.bests === $util.emptyObject)
                                message.bests = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.bests, key);
                            message.bests[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Entry;
        })();

        venue.Competitor = (function() {

            const Competitor = function (properties) {
                this.members = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Competitor.prototype.code = null;
            Competitor.prototype.kind = null;
            Competitor.prototype.organisation = null;
            Competitor.prototype.name = null;
            Competitor.prototype.gender = null;
            Competitor.prototype.birthDate = null;
            Competitor.prototype.members = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competitor.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competitor.prototype, "_kind", {
                get: $util.oneOfGetter($oneOfFields = ["kind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competitor.prototype, "_organisation", {
                get: $util.oneOfGetter($oneOfFields = ["organisation"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competitor.prototype, "_name", {
                get: $util.oneOfGetter($oneOfFields = ["name"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competitor.prototype, "_gender", {
                get: $util.oneOfGetter($oneOfFields = ["gender"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competitor.prototype, "_birthDate", {
                get: $util.oneOfGetter($oneOfFields = ["birthDate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Competitor.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(10).string(message.code);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    writer.uint32(18).string(message.kind);
                if (message.organisation != null && $Object.hasOwnProperty.call(message, "organisation"))
                    writer.uint32(26).string(message.organisation);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    $root.splitsecond.venue.Name.encode(message.name, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.gender != null && $Object.hasOwnProperty.call(message, "gender"))
                    writer.uint32(42).string(message.gender);
                if (message.birthDate != null && $Object.hasOwnProperty.call(message, "birthDate"))
                    writer.uint32(50).string(message.birthDate);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.splitsecond.venue.Competitor.encode(message.members[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Competitor.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Competitor();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.kind = reader.stringVerify();
                            message._kind = "kind";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.organisation = reader.stringVerify();
                            message._organisation = "organisation";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.name = $root.splitsecond.venue.Name.decode(reader, reader.size(), $undefined, _depth + 1, message.name);
                            message._name = "name";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.gender = reader.stringVerify();
                            message._gender = "gender";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.birthDate = reader.stringVerify();
                            message._birthDate = "birthDate";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.splitsecond.venue.Competitor.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Competitor;
        })();

        venue.Name = (function() {

            const Name = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Name.prototype.given = null;
            Name.prototype.family = null;
            Name.prototype.team = null;
            Name.prototype.tv = null;
            Name.prototype.tvInitial = null;
            Name.prototype.short = null;
            Name.prototype.pronunciation = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Name.prototype, "_given", {
                get: $util.oneOfGetter($oneOfFields = ["given"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Name.prototype, "_family", {
                get: $util.oneOfGetter($oneOfFields = ["family"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Name.prototype, "_team", {
                get: $util.oneOfGetter($oneOfFields = ["team"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Name.prototype, "_tv", {
                get: $util.oneOfGetter($oneOfFields = ["tv"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Name.prototype, "_tvInitial", {
                get: $util.oneOfGetter($oneOfFields = ["tvInitial"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Name.prototype, "_short", {
                get: $util.oneOfGetter($oneOfFields = ["short"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Name.prototype, "_pronunciation", {
                get: $util.oneOfGetter($oneOfFields = ["pronunciation"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Name.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.given != null && $Object.hasOwnProperty.call(message, "given"))
                    writer.uint32(10).string(message.given);
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    writer.uint32(18).string(message.family);
                if (message.team != null && $Object.hasOwnProperty.call(message, "team"))
                    writer.uint32(26).string(message.team);
                if (message.tv != null && $Object.hasOwnProperty.call(message, "tv"))
                    writer.uint32(34).string(message.tv);
                if (message.tvInitial != null && $Object.hasOwnProperty.call(message, "tvInitial"))
                    writer.uint32(42).string(message.tvInitial);
                if (message.short != null && $Object.hasOwnProperty.call(message, "short"))
                    writer.uint32(50).string(message.short);
                if (message.pronunciation != null && $Object.hasOwnProperty.call(message, "pronunciation"))
                    writer.uint32(58).string(message.pronunciation);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Name.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Name();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.given = reader.stringVerify();
                            message._given = "given";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.family = reader.stringVerify();
                            message._family = "family";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.team = reader.stringVerify();
                            message._team = "team";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.tv = reader.stringVerify();
                            message._tv = "tv";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.tvInitial = reader.stringVerify();
                            message._tvInitial = "tvInitial";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.short = reader.stringVerify();
                            message._short = "short";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.pronunciation = reader.stringVerify();
                            message._pronunciation = "pronunciation";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Name;
        })();

        venue.Start = (function() {

            const Start = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Start.prototype.at = null;
            Start.prototype.competitor = null;
            Start.prototype["false"] = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Start.prototype, "_at", {
                get: $util.oneOfGetter($oneOfFields = ["at"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Start.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Start.prototype, "_false", {
                get: $util.oneOfGetter($oneOfFields = ["false"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Start.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    writer.uint32(10).string(message.at);
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(18).string(message.competitor);
                if (message["false"] != null && $Object.hasOwnProperty.call(message, "false"))
                    writer.uint32(24).bool(message["false"]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Start.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Start();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.at = reader.stringVerify();
                            message._at = "at";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message["false"] = reader.bool();
                            message._false = "false";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Start;
        })();

        venue.Passing = (function() {

            const Passing = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Passing.prototype.competitor = null;
            Passing.prototype.point = null;
            Passing.prototype.lap = null;
            Passing.prototype.time = null;
            Passing.prototype.at = null;
            Passing.prototype.order = null;
            Passing.prototype.unconfirmed = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Passing.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Passing.prototype, "_point", {
                get: $util.oneOfGetter($oneOfFields = ["point"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Passing.prototype, "_lap", {
                get: $util.oneOfGetter($oneOfFields = ["lap"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Passing.prototype, "_time", {
                get: $util.oneOfGetter($oneOfFields = ["time"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Passing.prototype, "_at", {
                get: $util.oneOfGetter($oneOfFields = ["at"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Passing.prototype, "_order", {
                get: $util.oneOfGetter($oneOfFields = ["order"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Passing.prototype, "_unconfirmed", {
                get: $util.oneOfGetter($oneOfFields = ["unconfirmed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Passing.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.point != null && $Object.hasOwnProperty.call(message, "point"))
                    writer.uint32(18).string(message.point);
                if (message.lap != null && $Object.hasOwnProperty.call(message, "lap"))
                    writer.uint32(24).uint32(message.lap);
                if (message.time != null && $Object.hasOwnProperty.call(message, "time"))
                    writer.uint32(34).string(message.time);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    writer.uint32(42).string(message.at);
                if (message.order != null && $Object.hasOwnProperty.call(message, "order"))
                    writer.uint32(48).uint32(message.order);
                if (message.unconfirmed != null && $Object.hasOwnProperty.call(message, "unconfirmed"))
                    writer.uint32(56).bool(message.unconfirmed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Passing.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Passing();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.point = reader.stringVerify();
                            message._point = "point";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.lap = reader.uint32();
                            message._lap = "lap";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.time = reader.stringVerify();
                            message._time = "time";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.at = reader.stringVerify();
                            message._at = "at";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.order = reader.uint32();
                            message._order = "order";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.unconfirmed = reader.bool();
                            message._unconfirmed = "unconfirmed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Passing;
        })();

        venue.Reaction = (function() {

            const Reaction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Reaction.prototype.competitor = null;
            Reaction.prototype.time = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Reaction.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Reaction.prototype, "_time", {
                get: $util.oneOfGetter($oneOfFields = ["time"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Reaction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.time != null && $Object.hasOwnProperty.call(message, "time"))
                    writer.uint32(18).string(message.time);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Reaction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Reaction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.time = reader.stringVerify();
                            message._time = "time";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Reaction;
        })();

        venue.Attempt = (function() {

            const Attempt = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Attempt.prototype.competitor = null;
            Attempt.prototype.attempt = null;
            Attempt.prototype.outcome = null;
            Attempt.prototype.mark = null;
            Attempt.prototype.height = null;
            Attempt.prototype.weight = null;
            Attempt.prototype.wind = null;
            Attempt.prototype.phase = null;
            Attempt.prototype.inner = null;
            Attempt.prototype.revision = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_attempt", {
                get: $util.oneOfGetter($oneOfFields = ["attempt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_outcome", {
                get: $util.oneOfGetter($oneOfFields = ["outcome"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_mark", {
                get: $util.oneOfGetter($oneOfFields = ["mark"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_height", {
                get: $util.oneOfGetter($oneOfFields = ["height"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_weight", {
                get: $util.oneOfGetter($oneOfFields = ["weight"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_wind", {
                get: $util.oneOfGetter($oneOfFields = ["wind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_phase", {
                get: $util.oneOfGetter($oneOfFields = ["phase"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_inner", {
                get: $util.oneOfGetter($oneOfFields = ["inner"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Attempt.prototype, "_revision", {
                get: $util.oneOfGetter($oneOfFields = ["revision"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Attempt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    writer.uint32(16).uint32(message.attempt);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    writer.uint32(26).string(message.outcome);
                if (message.mark != null && $Object.hasOwnProperty.call(message, "mark"))
                    writer.uint32(34).string(message.mark);
                if (message.height != null && $Object.hasOwnProperty.call(message, "height"))
                    writer.uint32(42).string(message.height);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    writer.uint32(50).string(message.weight);
                if (message.wind != null && $Object.hasOwnProperty.call(message, "wind"))
                    writer.uint32(58).string(message.wind);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    writer.uint32(66).string(message.phase);
                if (message.inner != null && $Object.hasOwnProperty.call(message, "inner"))
                    writer.uint32(72).bool(message.inner);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                    writer.uint32(80).uint32(message.revision);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Attempt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Attempt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.attempt = reader.uint32();
                            message._attempt = "attempt";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.outcome = reader.stringVerify();
                            message._outcome = "outcome";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.mark = reader.stringVerify();
                            message._mark = "mark";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.height = reader.stringVerify();
                            message._height = "height";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.weight = reader.stringVerify();
                            message._weight = "weight";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.wind = reader.stringVerify();
                            message._wind = "wind";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.phase = reader.stringVerify();
                            message._phase = "phase";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.inner = reader.bool();
                            message._inner = "inner";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.revision = reader.uint32();
                            message._revision = "revision";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Attempt;
        })();

        venue.Score = (function() {

            const Score = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Score.prototype.competitor = null;
            Score.prototype.component = null;
            Score.prototype.value = null;
            Score.prototype.round = null;
            Score.prototype.element = null;
            Score.prototype.judge = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Score.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Score.prototype, "_component", {
                get: $util.oneOfGetter($oneOfFields = ["component"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Score.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Score.prototype, "_round", {
                get: $util.oneOfGetter($oneOfFields = ["round"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Score.prototype, "_element", {
                get: $util.oneOfGetter($oneOfFields = ["element"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Score.prototype, "_judge", {
                get: $util.oneOfGetter($oneOfFields = ["judge"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Score.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.component != null && $Object.hasOwnProperty.call(message, "component"))
                    writer.uint32(18).string(message.component);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(26).string(message.value);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    writer.uint32(32).uint32(message.round);
                if (message.element != null && $Object.hasOwnProperty.call(message, "element"))
                    writer.uint32(42).string(message.element);
                if (message.judge != null && $Object.hasOwnProperty.call(message, "judge"))
                    writer.uint32(50).string(message.judge);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Score.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Score();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.component = reader.stringVerify();
                            message._component = "component";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.stringVerify();
                            message._value = "value";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.round = reader.uint32();
                            message._round = "round";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.element = reader.stringVerify();
                            message._element = "element";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.judge = reader.stringVerify();
                            message._judge = "judge";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Score;
        })();

        venue.PeriodScore = (function() {

            const PeriodScore = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PeriodScore.prototype.competitor = null;
            PeriodScore.prototype.period = null;
            PeriodScore.prototype.value = null;
            PeriodScore.prototype.total = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PeriodScore.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PeriodScore.prototype, "_period", {
                get: $util.oneOfGetter($oneOfFields = ["period"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PeriodScore.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PeriodScore.prototype, "_total", {
                get: $util.oneOfGetter($oneOfFields = ["total"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            PeriodScore.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.period != null && $Object.hasOwnProperty.call(message, "period"))
                    writer.uint32(18).string(message.period);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(26).string(message.value);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    writer.uint32(34).string(message.total);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PeriodScore.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.PeriodScore();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.period = reader.stringVerify();
                            message._period = "period";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.stringVerify();
                            message._value = "value";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.total = reader.stringVerify();
                            message._total = "total";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PeriodScore;
        })();

        venue.Action = (function() {

            const Action = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Action.prototype.id = null;
            Action.prototype.kind = null;
            Action.prototype.competitor = null;
            Action.prototype.athlete = null;
            Action.prototype.period = null;
            Action.prototype.clock = null;
            Action.prototype.detail = null;
            Action.prototype.value = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_id", {
                get: $util.oneOfGetter($oneOfFields = ["id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_kind", {
                get: $util.oneOfGetter($oneOfFields = ["kind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_athlete", {
                get: $util.oneOfGetter($oneOfFields = ["athlete"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_period", {
                get: $util.oneOfGetter($oneOfFields = ["period"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_clock", {
                get: $util.oneOfGetter($oneOfFields = ["clock"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_detail", {
                get: $util.oneOfGetter($oneOfFields = ["detail"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Action.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Action.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(10).string(message.id);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    writer.uint32(18).string(message.kind);
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(26).string(message.competitor);
                if (message.athlete != null && $Object.hasOwnProperty.call(message, "athlete"))
                    writer.uint32(34).string(message.athlete);
                if (message.period != null && $Object.hasOwnProperty.call(message, "period"))
                    writer.uint32(42).string(message.period);
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock"))
                    writer.uint32(50).string(message.clock);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    writer.uint32(58).string(message.detail);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(66).string(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Action.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Action();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            message._id = "id";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.kind = reader.stringVerify();
                            message._kind = "kind";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.athlete = reader.stringVerify();
                            message._athlete = "athlete";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.period = reader.stringVerify();
                            message._period = "period";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.clock = reader.stringVerify();
                            message._clock = "clock";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.detail = reader.stringVerify();
                            message._detail = "detail";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.stringVerify();
                            message._value = "value";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Action;
        })();

        venue.Clock = (function() {

            const Clock = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Clock.prototype.period = null;
            Clock.prototype.time = null;
            Clock.prototype.running = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Clock.prototype, "_period", {
                get: $util.oneOfGetter($oneOfFields = ["period"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Clock.prototype, "_time", {
                get: $util.oneOfGetter($oneOfFields = ["time"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Clock.prototype, "_running", {
                get: $util.oneOfGetter($oneOfFields = ["running"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Clock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.period != null && $Object.hasOwnProperty.call(message, "period"))
                    writer.uint32(10).string(message.period);
                if (message.time != null && $Object.hasOwnProperty.call(message, "time"))
                    writer.uint32(18).string(message.time);
                if (message.running != null && $Object.hasOwnProperty.call(message, "running"))
                    writer.uint32(24).bool(message.running);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Clock.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Clock();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.period = reader.stringVerify();
                            message._period = "period";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.time = reader.stringVerify();
                            message._time = "time";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.running = reader.bool();
                            message._running = "running";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Clock;
        })();

        venue.Irm = (function() {

            const Irm = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Irm.prototype.competitor = null;
            Irm.prototype.code = null;
            Irm.prototype.attempt = null;
            Irm.prototype.point = null;
            Irm.prototype.reason = null;
            Irm.prototype.description = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Irm.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Irm.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Irm.prototype, "_attempt", {
                get: $util.oneOfGetter($oneOfFields = ["attempt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Irm.prototype, "_point", {
                get: $util.oneOfGetter($oneOfFields = ["point"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Irm.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Irm.prototype, "_description", {
                get: $util.oneOfGetter($oneOfFields = ["description"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Irm.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(18).string(message.code);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    writer.uint32(24).uint32(message.attempt);
                if (message.point != null && $Object.hasOwnProperty.call(message, "point"))
                    writer.uint32(34).string(message.point);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(42).string(message.reason);
                if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
                    writer.uint32(50).string(message.description);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Irm.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Irm();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.attempt = reader.uint32();
                            message._attempt = "attempt";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.point = reader.stringVerify();
                            message._point = "point";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.description = reader.stringVerify();
                            message._description = "description";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Irm;
        })();

        venue.Penalty = (function() {

            const Penalty = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Penalty.prototype.competitor = null;
            Penalty.prototype.id = null;
            Penalty.prototype.kind = null;
            Penalty.prototype.value = null;
            Penalty.prototype.measure = null;
            Penalty.prototype.reason = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Penalty.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Penalty.prototype, "_id", {
                get: $util.oneOfGetter($oneOfFields = ["id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Penalty.prototype, "_kind", {
                get: $util.oneOfGetter($oneOfFields = ["kind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Penalty.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Penalty.prototype, "_measure", {
                get: $util.oneOfGetter($oneOfFields = ["measure"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Penalty.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Penalty.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(18).string(message.id);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    writer.uint32(26).string(message.kind);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(34).string(message.value);
                if (message.measure != null && $Object.hasOwnProperty.call(message, "measure"))
                    writer.uint32(42).string(message.measure);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(50).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Penalty.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Penalty();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            message._id = "id";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.kind = reader.stringVerify();
                            message._kind = "kind";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.stringVerify();
                            message._value = "value";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.measure = reader.stringVerify();
                            message._measure = "measure";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Penalty;
        })();

        venue.Conditions = (function() {

            const Conditions = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Conditions.prototype.competitor = null;
            Conditions.prototype.wind = null;
            Conditions.prototype.temperature = null;
            Conditions.prototype.humidity = null;
            Conditions.prototype.pressure = null;
            Conditions.prototype.snow = null;
            Conditions.prototype.gate = null;
            Conditions.prototype.windFactor = null;
            Conditions.prototype.at = null;
            Conditions.prototype.place = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_wind", {
                get: $util.oneOfGetter($oneOfFields = ["wind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_temperature", {
                get: $util.oneOfGetter($oneOfFields = ["temperature"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_humidity", {
                get: $util.oneOfGetter($oneOfFields = ["humidity"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_pressure", {
                get: $util.oneOfGetter($oneOfFields = ["pressure"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_snow", {
                get: $util.oneOfGetter($oneOfFields = ["snow"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_gate", {
                get: $util.oneOfGetter($oneOfFields = ["gate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_windFactor", {
                get: $util.oneOfGetter($oneOfFields = ["windFactor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_at", {
                get: $util.oneOfGetter($oneOfFields = ["at"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conditions.prototype, "_place", {
                get: $util.oneOfGetter($oneOfFields = ["place"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Conditions.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.wind != null && $Object.hasOwnProperty.call(message, "wind"))
                    writer.uint32(18).string(message.wind);
                if (message.temperature != null && $Object.hasOwnProperty.call(message, "temperature"))
                    writer.uint32(26).string(message.temperature);
                if (message.humidity != null && $Object.hasOwnProperty.call(message, "humidity"))
                    writer.uint32(34).string(message.humidity);
                if (message.pressure != null && $Object.hasOwnProperty.call(message, "pressure"))
                    writer.uint32(42).string(message.pressure);
                if (message.snow != null && $Object.hasOwnProperty.call(message, "snow"))
                    writer.uint32(50).string(message.snow);
                if (message.gate != null && $Object.hasOwnProperty.call(message, "gate"))
                    writer.uint32(58).string(message.gate);
                if (message.windFactor != null && $Object.hasOwnProperty.call(message, "windFactor"))
                    writer.uint32(66).string(message.windFactor);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    writer.uint32(74).string(message.at);
                if (message.place != null && $Object.hasOwnProperty.call(message, "place"))
                    writer.uint32(82).string(message.place);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Conditions.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Conditions();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.wind = reader.stringVerify();
                            message._wind = "wind";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.temperature = reader.stringVerify();
                            message._temperature = "temperature";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.humidity = reader.stringVerify();
                            message._humidity = "humidity";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.pressure = reader.stringVerify();
                            message._pressure = "pressure";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.snow = reader.stringVerify();
                            message._snow = "snow";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.gate = reader.stringVerify();
                            message._gate = "gate";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.windFactor = reader.stringVerify();
                            message._windFactor = "windFactor";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.at = reader.stringVerify();
                            message._at = "at";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.place = reader.stringVerify();
                            message._place = "place";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Conditions;
        })();

        venue.Order = (function() {

            const Order = function (properties) {
                this.competitors = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Order.prototype.id = null;
            Order.prototype.competitors = $util.emptyArray;
            Order.prototype.equal = null;
            Order.prototype.why = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Order.prototype, "_id", {
                get: $util.oneOfGetter($oneOfFields = ["id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Order.prototype, "_equal", {
                get: $util.oneOfGetter($oneOfFields = ["equal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Order.prototype, "_why", {
                get: $util.oneOfGetter($oneOfFields = ["why"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Order.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(10).string(message.id);
                if (message.competitors != null && message.competitors.length)
                    for (let i = 0; i < message.competitors.length; ++i)
                        writer.uint32(18).string(message.competitors[i]);
                if (message.equal != null && $Object.hasOwnProperty.call(message, "equal"))
                    writer.uint32(24).bool(message.equal);
                if (message.why != null && $Object.hasOwnProperty.call(message, "why"))
                    writer.uint32(34).string(message.why);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Order.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Order();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            message._id = "id";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.competitors && message.competitors.length))
                                message.competitors = [];
                            message.competitors.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.equal = reader.bool();
                            message._equal = "equal";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.why = reader.stringVerify();
                            message._why = "why";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Order;
        })();

        venue.Advance = (function() {

            const Advance = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Advance.prototype.competitor = null;
            Advance.prototype.mark = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Advance.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Advance.prototype, "_mark", {
                get: $util.oneOfGetter($oneOfFields = ["mark"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Advance.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.mark != null && $Object.hasOwnProperty.call(message, "mark"))
                    writer.uint32(18).string(message.mark);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Advance.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Advance();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.mark = reader.stringVerify();
                            message._mark = "mark";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Advance;
        })();

        venue.RankOverride = (function() {

            const RankOverride = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RankOverride.prototype.competitor = null;
            RankOverride.prototype.rank = null;
            RankOverride.prototype.medal = null;
            RankOverride.prototype.reason = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RankOverride.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RankOverride.prototype, "_rank", {
                get: $util.oneOfGetter($oneOfFields = ["rank"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RankOverride.prototype, "_medal", {
                get: $util.oneOfGetter($oneOfFields = ["medal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RankOverride.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RankOverride.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor"))
                    writer.uint32(10).string(message.competitor);
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(16).uint32(message.rank);
                if (message.medal != null && $Object.hasOwnProperty.call(message, "medal"))
                    writer.uint32(26).string(message.medal);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RankOverride.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.RankOverride();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.competitor = reader.stringVerify();
                            message._competitor = "competitor";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.rank = reader.uint32();
                            message._rank = "rank";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.medal = reader.stringVerify();
                            message._medal = "medal";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RankOverride;
        })();

        venue.Status = (function() {

            const Status = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Status.prototype.result = null;
            Status.prototype.reason = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Status.prototype, "_result", {
                get: $util.oneOfGetter($oneOfFields = ["result"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Status.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Status.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    writer.uint32(10).string(message.result);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Status.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Status();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.result = reader.stringVerify();
                            message._result = "result";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Status;
        })();

        venue.Schedule = (function() {

            const Schedule = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Schedule.prototype.status = null;
            Schedule.prototype.start = null;
            Schedule.prototype.end = null;
            Schedule.prototype.actualStart = null;
            Schedule.prototype.actualEnd = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Schedule.prototype, "_status", {
                get: $util.oneOfGetter($oneOfFields = ["status"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Schedule.prototype, "_start", {
                get: $util.oneOfGetter($oneOfFields = ["start"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Schedule.prototype, "_end", {
                get: $util.oneOfGetter($oneOfFields = ["end"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Schedule.prototype, "_actualStart", {
                get: $util.oneOfGetter($oneOfFields = ["actualStart"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Schedule.prototype, "_actualEnd", {
                get: $util.oneOfGetter($oneOfFields = ["actualEnd"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Schedule.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    writer.uint32(10).string(message.status);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                    writer.uint32(18).string(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end"))
                    writer.uint32(26).string(message.end);
                if (message.actualStart != null && $Object.hasOwnProperty.call(message, "actualStart"))
                    writer.uint32(34).string(message.actualStart);
                if (message.actualEnd != null && $Object.hasOwnProperty.call(message, "actualEnd"))
                    writer.uint32(42).string(message.actualEnd);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Schedule.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Schedule();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.status = reader.stringVerify();
                            message._status = "status";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.start = reader.stringVerify();
                            message._start = "start";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.end = reader.stringVerify();
                            message._end = "end";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.actualStart = reader.stringVerify();
                            message._actualStart = "actualStart";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.actualEnd = reader.stringVerify();
                            message._actualEnd = "actualEnd";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Schedule;
        })();

        venue.Note = (function() {

            const Note = function (properties) {
                this.competitors = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Note.prototype.id = null;
            Note.prototype.text = null;
            Note.prototype.language = null;
            Note.prototype.about = null;
            Note.prototype.competitors = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Note.prototype, "_id", {
                get: $util.oneOfGetter($oneOfFields = ["id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Note.prototype, "_text", {
                get: $util.oneOfGetter($oneOfFields = ["text"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Note.prototype, "_language", {
                get: $util.oneOfGetter($oneOfFields = ["language"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Note.prototype, "_about", {
                get: $util.oneOfGetter($oneOfFields = ["about"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Note.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(10).string(message.id);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    writer.uint32(18).string(message.text);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language"))
                    writer.uint32(26).string(message.language);
                if (message.about != null && $Object.hasOwnProperty.call(message, "about"))
                    writer.uint32(34).string(message.about);
                if (message.competitors != null && message.competitors.length)
                    for (let i = 0; i < message.competitors.length; ++i)
                        writer.uint32(42).string(message.competitors[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Note.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Note();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            message._id = "id";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.text = reader.stringVerify();
                            message._text = "text";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.language = reader.stringVerify();
                            message._language = "language";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.about = reader.stringVerify();
                            message._about = "about";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.competitors && message.competitors.length))
                                message.competitors = [];
                            message.competitors.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Note;
        })();

        venue.Void = (function() {

            const Void = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Void.prototype.seq = null;
            Void.prototype.source = null;
            Void.prototype.epoch = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Void.prototype, "_seq", {
                get: $util.oneOfGetter($oneOfFields = ["seq"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Void.prototype, "_source", {
                get: $util.oneOfGetter($oneOfFields = ["source"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Void.prototype, "_epoch", {
                get: $util.oneOfGetter($oneOfFields = ["epoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Void.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    writer.uint32(8).uint32(message.seq);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    writer.uint32(18).string(message.source);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    writer.uint32(26).string(message.epoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Void.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Void();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.seq = reader.uint32();
                            message._seq = "seq";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.source = reader.stringVerify();
                            message._source = "source";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.epoch = reader.stringVerify();
                            message._epoch = "epoch";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Void;
        })();

        venue.Link = (function() {

            const Link = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Link.prototype.source = null;
            Link.prototype.state = null;
            Link.prototype.epoch = null;
            Link.prototype.seq = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_source", {
                get: $util.oneOfGetter($oneOfFields = ["source"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_state", {
                get: $util.oneOfGetter($oneOfFields = ["state"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_epoch", {
                get: $util.oneOfGetter($oneOfFields = ["epoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_seq", {
                get: $util.oneOfGetter($oneOfFields = ["seq"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Link.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    writer.uint32(10).string(message.source);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    writer.uint32(18).string(message.state);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    writer.uint32(26).string(message.epoch);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    writer.uint32(32).uint32(message.seq);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Link.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Link();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.source = reader.stringVerify();
                            message._source = "source";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.state = reader.stringVerify();
                            message._state = "state";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.epoch = reader.stringVerify();
                            message._epoch = "epoch";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.seq = reader.uint32();
                            message._seq = "seq";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Link;
        })();

        venue.Release = (function() {

            const Release = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Release.prototype.source = null;
            Release.prototype.epoch = null;
            Release.prototype.seq = null;
            Release.prototype.by = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Release.prototype, "_source", {
                get: $util.oneOfGetter($oneOfFields = ["source"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Release.prototype, "_epoch", {
                get: $util.oneOfGetter($oneOfFields = ["epoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Release.prototype, "_seq", {
                get: $util.oneOfGetter($oneOfFields = ["seq"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Release.prototype, "_by", {
                get: $util.oneOfGetter($oneOfFields = ["by"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Release.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    writer.uint32(10).string(message.source);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    writer.uint32(18).string(message.epoch);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    writer.uint32(24).uint32(message.seq);
                if (message.by != null && $Object.hasOwnProperty.call(message, "by"))
                    writer.uint32(34).string(message.by);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Release.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Release();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.source = reader.stringVerify();
                            message._source = "source";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.epoch = reader.stringVerify();
                            message._epoch = "epoch";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.seq = reader.uint32();
                            message._seq = "seq";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.by = reader.stringVerify();
                            message._by = "by";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Release;
        })();

        venue.Heartbeat = (function() {

            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Heartbeat.prototype.every = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Heartbeat.prototype, "_every", {
                get: $util.oneOfGetter($oneOfFields = ["every"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.every != null && $Object.hasOwnProperty.call(message, "every"))
                    writer.uint32(8).uint32(message.every);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.every = reader.uint32();
                            message._every = "every";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Heartbeat;
        })();

        venue.Competition = (function() {

            const Competition = function (properties) {
                this.names = {};
                this.languages = [];
                this.venues = [];
                this.organisations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Competition.prototype.code = null;
            Competition.prototype.names = $util.emptyObject;
            Competition.prototype.timeZone = null;
            Competition.prototype.utcOffset = null;
            Competition.prototype.languages = $util.emptyArray;
            Competition.prototype.venues = $util.emptyArray;
            Competition.prototype.organisations = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competition.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competition.prototype, "_timeZone", {
                get: $util.oneOfGetter($oneOfFields = ["timeZone"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Competition.prototype, "_utcOffset", {
                get: $util.oneOfGetter($oneOfFields = ["utcOffset"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Competition.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(10).string(message.code);
                if (message.names != null && $Object.hasOwnProperty.call(message, "names"))
                    for (let keys = $Object.keys(message.names), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.names[keys[i]]).ldelim();
                if (message.timeZone != null && $Object.hasOwnProperty.call(message, "timeZone"))
                    writer.uint32(26).string(message.timeZone);
                if (message.utcOffset != null && $Object.hasOwnProperty.call(message, "utcOffset"))
                    writer.uint32(34).string(message.utcOffset);
                if (message.languages != null && message.languages.length)
                    for (let i = 0; i < message.languages.length; ++i)
                        writer.uint32(42).string(message.languages[i]);
                if (message.venues != null && message.venues.length)
                    for (let i = 0; i < message.venues.length; ++i)
                        $root.splitsecond.venue.Venue.encode(message.venues[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.organisations != null && message.organisations.length)
                    for (let i = 0; i < message.organisations.length; ++i)
                        $root.splitsecond.venue.Organisation.encode(message.organisations[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Competition.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Competition();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.names === $util.emptyObject)
                                message.names = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.names, key);
                            message.names[key] = value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.timeZone = reader.stringVerify();
                            message._timeZone = "timeZone";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.utcOffset = reader.stringVerify();
                            message._utcOffset = "utcOffset";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.languages && message.languages.length))
                                message.languages = [];
                            message.languages.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.venues && message.venues.length))
                                message.venues = [];
                            message.venues.push($root.splitsecond.venue.Venue.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.organisations && message.organisations.length))
                                message.organisations = [];
                            message.organisations.push($root.splitsecond.venue.Organisation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Competition;
        })();

        venue.Venue = (function() {

            const Venue = function (properties) {
                this.names = {};
                this.locations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Venue.prototype.code = null;
            Venue.prototype.names = $util.emptyObject;
            Venue.prototype.utcOffset = null;
            Venue.prototype.locations = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Venue.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Venue.prototype, "_utcOffset", {
                get: $util.oneOfGetter($oneOfFields = ["utcOffset"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Venue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(10).string(message.code);
                if (message.names != null && $Object.hasOwnProperty.call(message, "names"))
                    for (let keys = $Object.keys(message.names), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.names[keys[i]]).ldelim();
                if (message.utcOffset != null && $Object.hasOwnProperty.call(message, "utcOffset"))
                    writer.uint32(26).string(message.utcOffset);
                if (message.locations != null && message.locations.length)
                    for (let i = 0; i < message.locations.length; ++i)
                        $root.splitsecond.venue.Location.encode(message.locations[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Venue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Venue();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.names === $util.emptyObject)
                                message.names = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.names, key);
                            message.names[key] = value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.utcOffset = reader.stringVerify();
                            message._utcOffset = "utcOffset";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.locations && message.locations.length))
                                message.locations = [];
                            message.locations.push($root.splitsecond.venue.Location.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Venue;
        })();

        venue.Location = (function() {

            const Location = function (properties) {
                this.names = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Location.prototype.code = null;
            Location.prototype.names = $util.emptyObject;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Location.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Location.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(10).string(message.code);
                if (message.names != null && $Object.hasOwnProperty.call(message, "names"))
                    for (let keys = $Object.keys(message.names), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.names[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Location.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Location();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.names === $util.emptyObject)
                                message.names = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.names, key);
                            message.names[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Location;
        })();

        venue.Organisation = (function() {

            const Organisation = function (properties) {
                this.names = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Organisation.prototype.code = null;
            Organisation.prototype.names = $util.emptyObject;
            Organisation.prototype.flag = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Organisation.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Organisation.prototype, "_flag", {
                get: $util.oneOfGetter($oneOfFields = ["flag"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Organisation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(10).string(message.code);
                if (message.names != null && $Object.hasOwnProperty.call(message, "names"))
                    for (let keys = $Object.keys(message.names), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.names[keys[i]]).ldelim();
                if (message.flag != null && $Object.hasOwnProperty.call(message, "flag"))
                    writer.uint32(26).string(message.flag);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Organisation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Organisation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.names === $util.emptyObject)
                                message.names = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.names, key);
                            message.names[key] = value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.flag = reader.stringVerify();
                            message._flag = "flag";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Organisation;
        })();

        venue.Session = (function() {

            const Session = function (properties) {
                this.names = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Session.prototype.code = null;
            Session.prototype.names = $util.emptyObject;
            Session.prototype.start = null;
            Session.prototype.end = null;
            Session.prototype.venue = null;
            Session.prototype.type = null;
            Session.prototype.status = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Session.prototype, "_code", {
                get: $util.oneOfGetter($oneOfFields = ["code"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Session.prototype, "_start", {
                get: $util.oneOfGetter($oneOfFields = ["start"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Session.prototype, "_end", {
                get: $util.oneOfGetter($oneOfFields = ["end"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Session.prototype, "_venue", {
                get: $util.oneOfGetter($oneOfFields = ["venue"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Session.prototype, "_type", {
                get: $util.oneOfGetter($oneOfFields = ["type"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Session.prototype, "_status", {
                get: $util.oneOfGetter($oneOfFields = ["status"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Session.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(10).string(message.code);
                if (message.names != null && $Object.hasOwnProperty.call(message, "names"))
                    for (let keys = $Object.keys(message.names), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.names[keys[i]]).ldelim();
                if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                    writer.uint32(26).string(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end"))
                    writer.uint32(34).string(message.end);
                if (message.venue != null && $Object.hasOwnProperty.call(message, "venue"))
                    writer.uint32(42).string(message.venue);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    writer.uint32(50).string(message.type);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    writer.uint32(58).string(message.status);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Session.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.splitsecond.venue.Session();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.stringVerify();
                            message._code = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.names === $util.emptyObject)
                                message.names = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.names, key);
                            message.names[key] = value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.start = reader.stringVerify();
                            message._start = "start";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.end = reader.stringVerify();
                            message._end = "end";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.venue = reader.stringVerify();
                            message._venue = "venue";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.type = reader.stringVerify();
                            message._type = "type";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.status = reader.stringVerify();
                            message._status = "status";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Session;
        })();

        return venue;
    })();

    return splitsecond;
})();

export const google = $root.google = (() => {

    const google = {};

    google.protobuf = (function() {

        const protobuf = {};

        protobuf.Struct = (function() {

            const Struct = function (properties) {
                this.fields = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Struct.prototype.fields = $util.emptyObject;

            Struct.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fields != null && $Object.hasOwnProperty.call(message, "fields"))
                    for (let keys = $Object.keys(message.fields), i = 0; i < keys.length; ++i) {
                        writer.uint32(10).fork().uint32(10).string(keys[i]);
                        $root.google.protobuf.Value.encode(message.fields[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                    }
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Struct.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Struct();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (message.fields === $util.emptyObject)
                                message.fields = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = null;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = $root.google.protobuf.Value.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.fields, key);
                            message.fields[key] = value || new $root.google.protobuf.Value();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Struct;
        })();

        protobuf.Value = (function() {

            const Value = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Value.prototype.nullValue = null;
            Value.prototype.numberValue = null;
            Value.prototype.stringValue = null;
            Value.prototype.boolValue = null;
            Value.prototype.structValue = null;
            Value.prototype.listValue = null;

            let $oneOfFields;

            $Object.defineProperty(Value.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["nullValue", "numberValue", "stringValue", "boolValue", "structValue", "listValue"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Value.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nullValue != null && $Object.hasOwnProperty.call(message, "nullValue"))
                    writer.uint32(8).int32(message.nullValue);
                if (message.numberValue != null && $Object.hasOwnProperty.call(message, "numberValue"))
                    writer.uint32(17).double(message.numberValue);
                if (message.stringValue != null && $Object.hasOwnProperty.call(message, "stringValue"))
                    writer.uint32(26).string(message.stringValue);
                if (message.boolValue != null && $Object.hasOwnProperty.call(message, "boolValue"))
                    writer.uint32(32).bool(message.boolValue);
                if (message.structValue != null && $Object.hasOwnProperty.call(message, "structValue"))
                    $root.google.protobuf.Struct.encode(message.structValue, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.listValue != null && $Object.hasOwnProperty.call(message, "listValue"))
                    $root.google.protobuf.ListValue.encode(message.listValue, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Value.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Value();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.nullValue = reader.int32();
                            message.kind = "nullValue";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.numberValue = reader.double();
                            message.kind = "numberValue";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.stringValue = reader.stringVerify();
                            message.kind = "stringValue";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.boolValue = reader.bool();
                            message.kind = "boolValue";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.structValue = $root.google.protobuf.Struct.decode(reader, reader.size(), $undefined, _depth + 1, message.structValue);
                            message.kind = "structValue";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.listValue = $root.google.protobuf.ListValue.decode(reader, reader.size(), $undefined, _depth + 1, message.listValue);
                            message.kind = "listValue";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Value;
        })();

        protobuf.NullValue = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NULL_VALUE"] = 0;
            return values;
        })();

        protobuf.ListValue = (function() {

            const ListValue = function (properties) {
                this.values = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListValue.prototype.values = $util.emptyArray;

            ListValue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.values != null && message.values.length)
                    for (let i = 0; i < message.values.length; ++i)
                        $root.google.protobuf.Value.encode(message.values[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListValue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.ListValue();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.values && message.values.length))
                                message.values = [];
                            message.values.push($root.google.protobuf.Value.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListValue;
        })();

        return protobuf;
    })();

    return google;
})();

export {
  $root as default
};
