/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["splitsecond-documents"] || ($protobuf.roots["splitsecond-documents"] = {});

export const splitsecond = $root.splitsecond = (() => {

    const splitsecond = {};

    splitsecond.v1 = (function() {

        const v1 = {};

        v1.Frame = (function() {

            const Frame = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Frame.prototype.document = null;
            Frame.prototype.delta = null;

            let $oneOfFields;

            $Object.defineProperty(Frame.prototype, "content", {
                get: $util.oneOfGetter($oneOfFields = ["document", "delta"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Frame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                    $root.splitsecond.v1.Document.encode(message.document, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.delta != null && $Object.hasOwnProperty.call(message, "delta"))
                    $root.splitsecond.v1.Delta.encode(message.delta, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Frame.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Frame();
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
                            message.document = $root.splitsecond.v1.Document.decode(reader, reader.size(), $undefined, _depth + 1, message.document);
                            message.content = "document";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.delta = $root.splitsecond.v1.Delta.decode(reader, reader.size(), $undefined, _depth + 1, message.delta);
                            message.content = "delta";
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

            return Frame;
        })();

        v1.Document = (function() {

            const Document = function (properties) {
                this.rows = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Document.prototype.epoch = "";
            Document.prototype.version = 0;
            Document.prototype.hash = "";
            Document.prototype.asOf = "";
            Document.prototype.correction = null;
            Document.prototype.header = null;
            Document.prototype.rows = $util.emptyArray;

            Document.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== "")
                    writer.uint32(10).string(message.epoch);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(16).uint32(message.version);
                if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash !== "")
                    writer.uint32(26).string(message.hash);
                if (message.asOf != null && $Object.hasOwnProperty.call(message, "asOf") && message.asOf !== "")
                    writer.uint32(34).string(message.asOf);
                if (message.correction != null && $Object.hasOwnProperty.call(message, "correction"))
                    $root.splitsecond.v1.Correction.encode(message.correction, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                    $root.splitsecond.v1.Header.encode(message.header, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.splitsecond.v1.Row.encode(message.rows[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Document.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Document();
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
                            if ((value = reader.stringVerify()).length)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hash = value;
                            else
                                delete message.hash;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.asOf = value;
                            else
                                delete message.asOf;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.correction = $root.splitsecond.v1.Correction.decode(reader, reader.size(), $undefined, _depth + 1, message.correction);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.splitsecond.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rows && message.rows.length))
                                message.rows = [];
                            message.rows.push($root.splitsecond.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1));
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

            return Document;
        })();

        v1.Delta = (function() {

            const Delta = function (properties) {
                this.rows = [];
                this.removed = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Delta.prototype.channel = "";
            Delta.prototype.epoch = "";
            Delta.prototype.base = 0;
            Delta.prototype.version = 0;
            Delta.prototype.hash = "";
            Delta.prototype.asOf = "";
            Delta.prototype.correction = null;
            Delta.prototype.header = null;
            Delta.prototype.rows = $util.emptyArray;
            Delta.prototype.removed = $util.emptyArray;

            Delta.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(10).string(message.channel);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== "")
                    writer.uint32(18).string(message.epoch);
                if (message.base != null && $Object.hasOwnProperty.call(message, "base") && message.base !== 0)
                    writer.uint32(24).uint32(message.base);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(32).uint32(message.version);
                if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash !== "")
                    writer.uint32(42).string(message.hash);
                if (message.asOf != null && $Object.hasOwnProperty.call(message, "asOf") && message.asOf !== "")
                    writer.uint32(50).string(message.asOf);
                if (message.correction != null && $Object.hasOwnProperty.call(message, "correction"))
                    $root.splitsecond.v1.Correction.encode(message.correction, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                    $root.splitsecond.v1.Header.encode(message.header, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.splitsecond.v1.RowPatch.encode(message.rows[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.removed != null && message.removed.length)
                    for (let i = 0; i < message.removed.length; ++i)
                        writer.uint32(82).string(message.removed[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Delta.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Delta();
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
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.base = value;
                            else
                                delete message.base;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hash = value;
                            else
                                delete message.hash;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.asOf = value;
                            else
                                delete message.asOf;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.correction = $root.splitsecond.v1.Correction.decode(reader, reader.size(), $undefined, _depth + 1, message.correction);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.splitsecond.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rows && message.rows.length))
                                message.rows = [];
                            message.rows.push($root.splitsecond.v1.RowPatch.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.removed && message.removed.length))
                                message.removed = [];
                            message.removed.push(reader.stringVerify());
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

            return Delta;
        })();

        v1.Correction = (function() {

            const Correction = function (properties) {
                this.moved = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Correction.prototype.of = 0;
            Correction.prototype.reason = null;
            Correction.prototype.moved = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Correction.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Correction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.of != null && $Object.hasOwnProperty.call(message, "of") && message.of !== 0)
                    writer.uint32(8).uint32(message.of);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(18).string(message.reason);
                if (message.moved != null && message.moved.length)
                    for (let i = 0; i < message.moved.length; ++i)
                        writer.uint32(26).string(message.moved[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Correction.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Correction();
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
                            if (value = reader.uint32())
                                message.of = value;
                            else
                                delete message.of;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.moved && message.moved.length))
                                message.moved = [];
                            message.moved.push(reader.stringVerify());
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

            return Correction;
        })();

        v1.Header = (function() {

            const Header = function (properties) {
                this.columns = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Header.prototype.type = "";
            Header.prototype.unit = "";
            Header.prototype.subcode = null;
            Header.prototype.status = "";
            Header.prototype.test = false;
            Header.prototype.rule = null;
            Header.prototype.names = null;
            Header.prototype.reliability = null;
            Header.prototype.columns = $util.emptyArray;
            Header.prototype.info = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Header.prototype, "_subcode", {
                get: $util.oneOfGetter($oneOfFields = ["subcode"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Header.prototype, "_rule", {
                get: $util.oneOfGetter($oneOfFields = ["rule"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Header.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(10).string(message.type);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(18).string(message.unit);
                if (message.subcode != null && $Object.hasOwnProperty.call(message, "subcode"))
                    writer.uint32(26).string(message.subcode);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                    writer.uint32(34).string(message.status);
                if (message.test != null && $Object.hasOwnProperty.call(message, "test") && message.test !== false)
                    writer.uint32(40).bool(message.test);
                if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                    writer.uint32(50).string(message.rule);
                if (message.names != null && $Object.hasOwnProperty.call(message, "names"))
                    $root.splitsecond.v1.Names.encode(message.names, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.reliability != null && $Object.hasOwnProperty.call(message, "reliability"))
                    $root.splitsecond.v1.Reliability.encode(message.reliability, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.columns != null && message.columns.length)
                    for (let i = 0; i < message.columns.length; ++i)
                        $root.splitsecond.v1.Column.encode(message.columns[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.info != null && $Object.hasOwnProperty.call(message, "info"))
                    $root.splitsecond.v1.Info.encode(message.info, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Header.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Header();
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
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.subcode = reader.stringVerify();
                            message._subcode = "subcode";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.test = value;
                            else
                                delete message.test;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.rule = reader.stringVerify();
                            message._rule = "rule";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.names = $root.splitsecond.v1.Names.decode(reader, reader.size(), $undefined, _depth + 1, message.names);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.reliability = $root.splitsecond.v1.Reliability.decode(reader, reader.size(), $undefined, _depth + 1, message.reliability);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.columns && message.columns.length))
                                message.columns = [];
                            message.columns.push($root.splitsecond.v1.Column.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.info = $root.splitsecond.v1.Info.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
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

            return Header;
        })();

        v1.Names = (function() {

            const Names = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Names.prototype.discipline = "";
            Names.prototype.event = null;
            Names.prototype.phase = null;
            Names.prototype.unit = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Names.prototype, "_event", {
                get: $util.oneOfGetter($oneOfFields = ["event"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Names.prototype, "_phase", {
                get: $util.oneOfGetter($oneOfFields = ["phase"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Names.prototype, "_unit", {
                get: $util.oneOfGetter($oneOfFields = ["unit"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Names.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.discipline != null && $Object.hasOwnProperty.call(message, "discipline") && message.discipline !== "")
                    writer.uint32(10).string(message.discipline);
                if (message.event != null && $Object.hasOwnProperty.call(message, "event"))
                    writer.uint32(18).string(message.event);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    writer.uint32(26).string(message.phase);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit"))
                    writer.uint32(34).string(message.unit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Names.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Names();
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
                            if ((value = reader.stringVerify()).length)
                                message.discipline = value;
                            else
                                delete message.discipline;
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
                            message.unit = reader.stringVerify();
                            message._unit = "unit";
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

            return Names;
        })();

        v1.Reliability = (function() {

            const Reliability = function (properties) {
                this.reasons = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Reliability.prototype.ok = false;
            Reliability.prototype.reasons = $util.emptyArray;

            Reliability.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok") && message.ok !== false)
                    writer.uint32(8).bool(message.ok);
                if (message.reasons != null && message.reasons.length)
                    for (let i = 0; i < message.reasons.length; ++i)
                        writer.uint32(18).string(message.reasons[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Reliability.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Reliability();
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
                            if (value = reader.bool())
                                message.ok = value;
                            else
                                delete message.ok;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.reasons && message.reasons.length))
                                message.reasons = [];
                            message.reasons.push(reader.stringVerify());
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

            return Reliability;
        })();

        v1.Column = (function() {

            const Column = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Column.prototype.label = "";
            Column.prototype.source = "";
            Column.prototype.align = "";
            Column.prototype.width = 0;

            Column.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== "")
                    writer.uint32(10).string(message.label);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(18).string(message.source);
                if (message.align != null && $Object.hasOwnProperty.call(message, "align") && message.align !== "")
                    writer.uint32(26).string(message.align);
                if (message.width != null && $Object.hasOwnProperty.call(message, "width") && message.width !== 0)
                    writer.uint32(32).uint32(message.width);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Column.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Column();
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
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.align = value;
                            else
                                delete message.align;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.width = value;
                            else
                                delete message.width;
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

            return Column;
        })();

        v1.Info = (function() {

            const Info = function (properties) {
                this.advance = [];
                this.schedule = [];
                this.records = [];
                this.medals = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Info.prototype.venue = null;
            Info.prototype.location = null;
            Info.prototype.scheduledStart = null;
            Info.prototype.started = null;
            Info.prototype.ended = null;
            Info.prototype.wind = null;
            Info.prototype.temperature = null;
            Info.prototype.humidity = null;
            Info.prototype.pressure = null;
            Info.prototype.advance = $util.emptyArray;
            Info.prototype.progress = null;
            Info.prototype.qualifyingStandard = null;
            Info.prototype.schedule = $util.emptyArray;
            Info.prototype.records = $util.emptyArray;
            Info.prototype.finishedEvents = null;
            Info.prototype.totalEvents = null;
            Info.prototype.medals = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_venue", {
                get: $util.oneOfGetter($oneOfFields = ["venue"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_location", {
                get: $util.oneOfGetter($oneOfFields = ["location"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_scheduledStart", {
                get: $util.oneOfGetter($oneOfFields = ["scheduledStart"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_started", {
                get: $util.oneOfGetter($oneOfFields = ["started"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_ended", {
                get: $util.oneOfGetter($oneOfFields = ["ended"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_wind", {
                get: $util.oneOfGetter($oneOfFields = ["wind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_temperature", {
                get: $util.oneOfGetter($oneOfFields = ["temperature"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_humidity", {
                get: $util.oneOfGetter($oneOfFields = ["humidity"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_pressure", {
                get: $util.oneOfGetter($oneOfFields = ["pressure"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_qualifyingStandard", {
                get: $util.oneOfGetter($oneOfFields = ["qualifyingStandard"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_finishedEvents", {
                get: $util.oneOfGetter($oneOfFields = ["finishedEvents"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Info.prototype, "_totalEvents", {
                get: $util.oneOfGetter($oneOfFields = ["totalEvents"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Info.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.venue != null && $Object.hasOwnProperty.call(message, "venue"))
                    writer.uint32(10).string(message.venue);
                if (message.location != null && $Object.hasOwnProperty.call(message, "location"))
                    writer.uint32(18).string(message.location);
                if (message.scheduledStart != null && $Object.hasOwnProperty.call(message, "scheduledStart"))
                    writer.uint32(26).string(message.scheduledStart);
                if (message.started != null && $Object.hasOwnProperty.call(message, "started"))
                    writer.uint32(34).string(message.started);
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                    writer.uint32(42).string(message.ended);
                if (message.wind != null && $Object.hasOwnProperty.call(message, "wind"))
                    writer.uint32(50).string(message.wind);
                if (message.temperature != null && $Object.hasOwnProperty.call(message, "temperature"))
                    writer.uint32(58).string(message.temperature);
                if (message.humidity != null && $Object.hasOwnProperty.call(message, "humidity"))
                    writer.uint32(66).string(message.humidity);
                if (message.pressure != null && $Object.hasOwnProperty.call(message, "pressure"))
                    writer.uint32(74).string(message.pressure);
                if (message.advance != null && message.advance.length)
                    for (let i = 0; i < message.advance.length; ++i)
                        $root.splitsecond.v1.Advance.encode(message.advance[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                    $root.splitsecond.v1.Progress.encode(message.progress, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.qualifyingStandard != null && $Object.hasOwnProperty.call(message, "qualifyingStandard"))
                    writer.uint32(98).string(message.qualifyingStandard);
                if (message.schedule != null && message.schedule.length)
                    for (let i = 0; i < message.schedule.length; ++i)
                        $root.splitsecond.v1.ScheduleLine.encode(message.schedule[i], writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.records != null && message.records.length)
                    for (let i = 0; i < message.records.length; ++i)
                        $root.splitsecond.v1.RecordLine.encode(message.records[i], writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.finishedEvents != null && $Object.hasOwnProperty.call(message, "finishedEvents"))
                    writer.uint32(120).uint32(message.finishedEvents);
                if (message.totalEvents != null && $Object.hasOwnProperty.call(message, "totalEvents"))
                    writer.uint32(128).uint32(message.totalEvents);
                if (message.medals != null && message.medals.length)
                    for (let i = 0; i < message.medals.length; ++i)
                        $root.splitsecond.v1.MedalLine.encode(message.medals[i], writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Info.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Info();
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
                            message.venue = reader.stringVerify();
                            message._venue = "venue";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.location = reader.stringVerify();
                            message._location = "location";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.scheduledStart = reader.stringVerify();
                            message._scheduledStart = "scheduledStart";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.started = reader.stringVerify();
                            message._started = "started";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.ended = reader.stringVerify();
                            message._ended = "ended";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.wind = reader.stringVerify();
                            message._wind = "wind";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.temperature = reader.stringVerify();
                            message._temperature = "temperature";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.humidity = reader.stringVerify();
                            message._humidity = "humidity";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.pressure = reader.stringVerify();
                            message._pressure = "pressure";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.advance && message.advance.length))
                                message.advance = [];
                            message.advance.push($root.splitsecond.v1.Advance.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.progress = $root.splitsecond.v1.Progress.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.qualifyingStandard = reader.stringVerify();
                            message._qualifyingStandard = "qualifyingStandard";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.schedule && message.schedule.length))
                                message.schedule = [];
                            message.schedule.push($root.splitsecond.v1.ScheduleLine.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.records && message.records.length))
                                message.records = [];
                            message.records.push($root.splitsecond.v1.RecordLine.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            message.finishedEvents = reader.uint32();
                            message._finishedEvents = "finishedEvents";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            message.totalEvents = reader.uint32();
                            message._totalEvents = "totalEvents";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if (!(message.medals && message.medals.length))
                                message.medals = [];
                            message.medals.push($root.splitsecond.v1.MedalLine.decode(reader, reader.size(), $undefined, _depth + 1));
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

            return Info;
        })();

        v1.Advance = (function() {

            const Advance = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Advance.prototype.by = "";
            Advance.prototype.count = 0;
            Advance.prototype.mark = "";

            Advance.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.by != null && $Object.hasOwnProperty.call(message, "by") && message.by !== "")
                    writer.uint32(10).string(message.by);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(16).int32(message.count);
                if (message.mark != null && $Object.hasOwnProperty.call(message, "mark") && message.mark !== "")
                    writer.uint32(26).string(message.mark);
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
                message = _target || new $root.splitsecond.v1.Advance();
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
                            if ((value = reader.stringVerify()).length)
                                message.by = value;
                            else
                                delete message.by;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mark = value;
                            else
                                delete message.mark;
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

        v1.Progress = (function() {

            const Progress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Progress.prototype.units = 0;
            Progress.prototype.complete = 0;

            Progress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.units != null && $Object.hasOwnProperty.call(message, "units") && message.units !== 0)
                    writer.uint32(8).uint32(message.units);
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== 0)
                    writer.uint32(16).uint32(message.complete);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Progress.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Progress();
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
                            if (value = reader.uint32())
                                message.units = value;
                            else
                                delete message.units;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.complete = value;
                            else
                                delete message.complete;
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

            return Progress;
        })();

        v1.ScheduleLine = (function() {

            const ScheduleLine = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ScheduleLine.prototype.unit = "";
            ScheduleLine.prototype.name = "";
            ScheduleLine.prototype.event = null;
            ScheduleLine.prototype.phase = null;
            ScheduleLine.prototype.status = "";
            ScheduleLine.prototype.resultStatus = null;
            ScheduleLine.prototype.start = null;
            ScheduleLine.prototype.end = null;
            ScheduleLine.prototype.venue = null;
            ScheduleLine.prototype.location = null;
            ScheduleLine.prototype.medal = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_event", {
                get: $util.oneOfGetter($oneOfFields = ["event"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_phase", {
                get: $util.oneOfGetter($oneOfFields = ["phase"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_resultStatus", {
                get: $util.oneOfGetter($oneOfFields = ["resultStatus"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_start", {
                get: $util.oneOfGetter($oneOfFields = ["start"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_end", {
                get: $util.oneOfGetter($oneOfFields = ["end"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_venue", {
                get: $util.oneOfGetter($oneOfFields = ["venue"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_location", {
                get: $util.oneOfGetter($oneOfFields = ["location"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScheduleLine.prototype, "_medal", {
                get: $util.oneOfGetter($oneOfFields = ["medal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ScheduleLine.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(10).string(message.unit);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.event != null && $Object.hasOwnProperty.call(message, "event"))
                    writer.uint32(26).string(message.event);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    writer.uint32(34).string(message.phase);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                    writer.uint32(42).string(message.status);
                if (message.resultStatus != null && $Object.hasOwnProperty.call(message, "resultStatus"))
                    writer.uint32(50).string(message.resultStatus);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                    writer.uint32(58).string(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end"))
                    writer.uint32(66).string(message.end);
                if (message.venue != null && $Object.hasOwnProperty.call(message, "venue"))
                    writer.uint32(74).string(message.venue);
                if (message.location != null && $Object.hasOwnProperty.call(message, "location"))
                    writer.uint32(82).string(message.location);
                if (message.medal != null && $Object.hasOwnProperty.call(message, "medal"))
                    writer.uint32(88).bool(message.medal);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ScheduleLine.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.ScheduleLine();
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
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.event = reader.stringVerify();
                            message._event = "event";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.phase = reader.stringVerify();
                            message._phase = "phase";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.resultStatus = reader.stringVerify();
                            message._resultStatus = "resultStatus";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.start = reader.stringVerify();
                            message._start = "start";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.end = reader.stringVerify();
                            message._end = "end";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.venue = reader.stringVerify();
                            message._venue = "venue";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.location = reader.stringVerify();
                            message._location = "location";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.medal = reader.bool();
                            message._medal = "medal";
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

            return ScheduleLine;
        })();

        v1.RecordLine = (function() {

            const RecordLine = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RecordLine.prototype.code = "";
            RecordLine.prototype.recordType = "";
            RecordLine.prototype.result = "";
            RecordLine.prototype.competitor = null;
            RecordLine.prototype.name = null;
            RecordLine.prototype.organisation = null;
            RecordLine.prototype.date = null;
            RecordLine.prototype.place = null;
            RecordLine.prototype.unit = null;
            RecordLine.prototype.equalled = null;
            RecordLine.prototype.unconfirmed = null;
            RecordLine.prototype.historical = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_competitor", {
                get: $util.oneOfGetter($oneOfFields = ["competitor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_name", {
                get: $util.oneOfGetter($oneOfFields = ["name"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_organisation", {
                get: $util.oneOfGetter($oneOfFields = ["organisation"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_date", {
                get: $util.oneOfGetter($oneOfFields = ["date"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_place", {
                get: $util.oneOfGetter($oneOfFields = ["place"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_unit", {
                get: $util.oneOfGetter($oneOfFields = ["unit"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_equalled", {
                get: $util.oneOfGetter($oneOfFields = ["equalled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_unconfirmed", {
                get: $util.oneOfGetter($oneOfFields = ["unconfirmed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RecordLine.prototype, "_historical", {
                get: $util.oneOfGetter($oneOfFields = ["historical"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RecordLine.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(10).string(message.code);
                if (message.recordType != null && $Object.hasOwnProperty.call(message, "recordType") && message.recordType !== "")
                    writer.uint32(18).string(message.recordType);
                if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result !== "")
                    writer.uint32(26).string(message.result);
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
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit"))
                    writer.uint32(74).string(message.unit);
                if (message.equalled != null && $Object.hasOwnProperty.call(message, "equalled"))
                    writer.uint32(80).bool(message.equalled);
                if (message.unconfirmed != null && $Object.hasOwnProperty.call(message, "unconfirmed"))
                    writer.uint32(88).bool(message.unconfirmed);
                if (message.historical != null && $Object.hasOwnProperty.call(message, "historical"))
                    writer.uint32(96).bool(message.historical);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RecordLine.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.RecordLine();
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
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.recordType = value;
                            else
                                delete message.recordType;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.result = value;
                            else
                                delete message.result;
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
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.unit = reader.stringVerify();
                            message._unit = "unit";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.equalled = reader.bool();
                            message._equalled = "equalled";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.unconfirmed = reader.bool();
                            message._unconfirmed = "unconfirmed";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.historical = reader.bool();
                            message._historical = "historical";
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

            return RecordLine;
        })();

        v1.MedalLine = (function() {

            const MedalLine = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MedalLine.prototype.organisation = "";
            MedalLine.prototype.rank = 0;
            MedalLine.prototype.rankEqual = false;
            MedalLine.prototype.gold = 0;
            MedalLine.prototype.silver = 0;
            MedalLine.prototype.bronze = 0;
            MedalLine.prototype.total = 0;
            MedalLine.prototype.rankTotal = 0;

            MedalLine.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.organisation != null && $Object.hasOwnProperty.call(message, "organisation") && message.organisation !== "")
                    writer.uint32(10).string(message.organisation);
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank") && message.rank !== 0)
                    writer.uint32(16).int32(message.rank);
                if (message.rankEqual != null && $Object.hasOwnProperty.call(message, "rankEqual") && message.rankEqual !== false)
                    writer.uint32(24).bool(message.rankEqual);
                if (message.gold != null && $Object.hasOwnProperty.call(message, "gold") && message.gold !== 0)
                    writer.uint32(32).int32(message.gold);
                if (message.silver != null && $Object.hasOwnProperty.call(message, "silver") && message.silver !== 0)
                    writer.uint32(40).int32(message.silver);
                if (message.bronze != null && $Object.hasOwnProperty.call(message, "bronze") && message.bronze !== 0)
                    writer.uint32(48).int32(message.bronze);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(56).int32(message.total);
                if (message.rankTotal != null && $Object.hasOwnProperty.call(message, "rankTotal") && message.rankTotal !== 0)
                    writer.uint32(64).int32(message.rankTotal);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MedalLine.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.MedalLine();
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
                            if ((value = reader.stringVerify()).length)
                                message.organisation = value;
                            else
                                delete message.organisation;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.rank = value;
                            else
                                delete message.rank;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.rankEqual = value;
                            else
                                delete message.rankEqual;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.gold = value;
                            else
                                delete message.gold;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.silver = value;
                            else
                                delete message.silver;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.bronze = value;
                            else
                                delete message.bronze;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.rankTotal = value;
                            else
                                delete message.rankTotal;
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

            return MedalLine;
        })();

        v1.Row = (function() {

            const Row = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Row.prototype.identity = null;
            Row.prototype.mark = null;
            Row.prototype.place = null;
            Row.prototype.sortOrder = 0;

            Row.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity"))
                    $root.splitsecond.v1.Identity.encode(message.identity, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.mark != null && $Object.hasOwnProperty.call(message, "mark"))
                    $root.splitsecond.v1.Mark.encode(message.mark, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.place != null && $Object.hasOwnProperty.call(message, "place"))
                    $root.splitsecond.v1.Place.encode(message.place, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.sortOrder != null && $Object.hasOwnProperty.call(message, "sortOrder") && message.sortOrder !== 0)
                    writer.uint32(32).uint32(message.sortOrder);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Row.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Row();
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
                            message.identity = $root.splitsecond.v1.Identity.decode(reader, reader.size(), $undefined, _depth + 1, message.identity);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.mark = $root.splitsecond.v1.Mark.decode(reader, reader.size(), $undefined, _depth + 1, message.mark);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.place = $root.splitsecond.v1.Place.decode(reader, reader.size(), $undefined, _depth + 1, message.place);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sortOrder = value;
                            else
                                delete message.sortOrder;
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

            return Row;
        })();

        v1.RowPatch = (function() {

            const RowPatch = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RowPatch.prototype.competitor = "";
            RowPatch.prototype.sortOrder = null;
            RowPatch.prototype.identity = null;
            RowPatch.prototype.mark = null;
            RowPatch.prototype.place = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RowPatch.prototype, "_sortOrder", {
                get: $util.oneOfGetter($oneOfFields = ["sortOrder"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RowPatch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor") && message.competitor !== "")
                    writer.uint32(10).string(message.competitor);
                if (message.sortOrder != null && $Object.hasOwnProperty.call(message, "sortOrder"))
                    writer.uint32(16).uint32(message.sortOrder);
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity"))
                    $root.splitsecond.v1.Identity.encode(message.identity, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.mark != null && $Object.hasOwnProperty.call(message, "mark"))
                    $root.splitsecond.v1.Mark.encode(message.mark, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.place != null && $Object.hasOwnProperty.call(message, "place"))
                    $root.splitsecond.v1.Place.encode(message.place, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RowPatch.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.RowPatch();
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
                            if ((value = reader.stringVerify()).length)
                                message.competitor = value;
                            else
                                delete message.competitor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.sortOrder = reader.uint32();
                            message._sortOrder = "sortOrder";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.identity = $root.splitsecond.v1.Identity.decode(reader, reader.size(), $undefined, _depth + 1, message.identity);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.mark = $root.splitsecond.v1.Mark.decode(reader, reader.size(), $undefined, _depth + 1, message.mark);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.place = $root.splitsecond.v1.Place.decode(reader, reader.size(), $undefined, _depth + 1, message.place);
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

            return RowPatch;
        })();

        v1.Identity = (function() {

            const Identity = function (properties) {
                this.bests = {};
                this.members = [];
                this.events = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Identity.prototype.competitor = "";
            Identity.prototype.kind = "";
            Identity.prototype.name = "";
            Identity.prototype.given = null;
            Identity.prototype.family = null;
            Identity.prototype.organisation = "";
            Identity.prototype.gender = null;
            Identity.prototype.birthDate = null;
            Identity.prototype.bib = null;
            Identity.prototype.startOrder = null;
            Identity.prototype.lane = null;
            Identity.prototype.group = null;
            Identity.prototype.seed = null;
            Identity.prototype.previous = null;
            Identity.prototype.bests = $util.emptyObject;
            Identity.prototype.unit = null;
            Identity.prototype.members = $util.emptyArray;
            Identity.prototype.events = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_given", {
                get: $util.oneOfGetter($oneOfFields = ["given"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_family", {
                get: $util.oneOfGetter($oneOfFields = ["family"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_gender", {
                get: $util.oneOfGetter($oneOfFields = ["gender"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_birthDate", {
                get: $util.oneOfGetter($oneOfFields = ["birthDate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_bib", {
                get: $util.oneOfGetter($oneOfFields = ["bib"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_startOrder", {
                get: $util.oneOfGetter($oneOfFields = ["startOrder"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_lane", {
                get: $util.oneOfGetter($oneOfFields = ["lane"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_group", {
                get: $util.oneOfGetter($oneOfFields = ["group"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_seed", {
                get: $util.oneOfGetter($oneOfFields = ["seed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_previous", {
                get: $util.oneOfGetter($oneOfFields = ["previous"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_unit", {
                get: $util.oneOfGetter($oneOfFields = ["unit"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Identity.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor") && message.competitor !== "")
                    writer.uint32(10).string(message.competitor);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(18).string(message.kind);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(26).string(message.name);
                if (message.given != null && $Object.hasOwnProperty.call(message, "given"))
                    writer.uint32(34).string(message.given);
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    writer.uint32(42).string(message.family);
                if (message.organisation != null && $Object.hasOwnProperty.call(message, "organisation") && message.organisation !== "")
                    writer.uint32(50).string(message.organisation);
                if (message.gender != null && $Object.hasOwnProperty.call(message, "gender"))
                    writer.uint32(58).string(message.gender);
                if (message.birthDate != null && $Object.hasOwnProperty.call(message, "birthDate"))
                    writer.uint32(66).string(message.birthDate);
                if (message.bib != null && $Object.hasOwnProperty.call(message, "bib"))
                    writer.uint32(74).string(message.bib);
                if (message.startOrder != null && $Object.hasOwnProperty.call(message, "startOrder"))
                    writer.uint32(80).int32(message.startOrder);
                if (message.lane != null && $Object.hasOwnProperty.call(message, "lane"))
                    writer.uint32(90).string(message.lane);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    writer.uint32(98).string(message.group);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    writer.uint32(106).string(message.seed);
                if (message.previous != null && $Object.hasOwnProperty.call(message, "previous"))
                    writer.uint32(114).string(message.previous);
                if (message.bests != null && $Object.hasOwnProperty.call(message, "bests"))
                    for (let keys = $Object.keys(message.bests), i = 0; i < keys.length; ++i)
                        writer.uint32(122).fork().uint32(10).string(keys[i]).uint32(18).string(message.bests[keys[i]]).ldelim();
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit"))
                    writer.uint32(130).string(message.unit);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.splitsecond.v1.Member.encode(message.members[i], writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.events != null && message.events.length)
                    for (let i = 0; i < message.events.length; ++i)
                        writer.uint32(146).string(message.events[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Identity.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Identity();
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
                            if ((value = reader.stringVerify()).length)
                                message.competitor = value;
                            else
                                delete message.competitor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.given = reader.stringVerify();
                            message._given = "given";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.family = reader.stringVerify();
                            message._family = "family";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organisation = value;
                            else
                                delete message.organisation;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.gender = reader.stringVerify();
                            message._gender = "gender";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.birthDate = reader.stringVerify();
                            message._birthDate = "birthDate";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.bib = reader.stringVerify();
                            message._bib = "bib";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.startOrder = reader.int32();
                            message._startOrder = "startOrder";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.lane = reader.stringVerify();
                            message._lane = "lane";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.group = reader.stringVerify();
                            message._group = "group";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.seed = reader.stringVerify();
                            message._seed = "seed";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.previous = reader.stringVerify();
                            message._previous = "previous";
                            continue;
                        }
                    case 15: {
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
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.unit = reader.stringVerify();
                            message._unit = "unit";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.splitsecond.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            if (!(message.events && message.events.length))
                                message.events = [];
                            message.events.push(reader.stringVerify());
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

            return Identity;
        })();

        v1.Member = (function() {

            const Member = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Member.prototype.competitor = "";
            Member.prototype.name = "";
            Member.prototype.given = null;
            Member.prototype.family = null;
            Member.prototype.organisation = "";
            Member.prototype.gender = null;
            Member.prototype.birthDate = null;
            Member.prototype.bib = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Member.prototype, "_given", {
                get: $util.oneOfGetter($oneOfFields = ["given"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Member.prototype, "_family", {
                get: $util.oneOfGetter($oneOfFields = ["family"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Member.prototype, "_gender", {
                get: $util.oneOfGetter($oneOfFields = ["gender"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Member.prototype, "_birthDate", {
                get: $util.oneOfGetter($oneOfFields = ["birthDate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Member.prototype, "_bib", {
                get: $util.oneOfGetter($oneOfFields = ["bib"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Member.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor") && message.competitor !== "")
                    writer.uint32(10).string(message.competitor);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.given != null && $Object.hasOwnProperty.call(message, "given"))
                    writer.uint32(26).string(message.given);
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    writer.uint32(34).string(message.family);
                if (message.organisation != null && $Object.hasOwnProperty.call(message, "organisation") && message.organisation !== "")
                    writer.uint32(42).string(message.organisation);
                if (message.gender != null && $Object.hasOwnProperty.call(message, "gender"))
                    writer.uint32(50).string(message.gender);
                if (message.birthDate != null && $Object.hasOwnProperty.call(message, "birthDate"))
                    writer.uint32(58).string(message.birthDate);
                if (message.bib != null && $Object.hasOwnProperty.call(message, "bib"))
                    writer.uint32(66).string(message.bib);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Member.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Member();
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
                            if ((value = reader.stringVerify()).length)
                                message.competitor = value;
                            else
                                delete message.competitor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.given = reader.stringVerify();
                            message._given = "given";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.family = reader.stringVerify();
                            message._family = "family";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organisation = value;
                            else
                                delete message.organisation;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.gender = reader.stringVerify();
                            message._gender = "gender";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.birthDate = reader.stringVerify();
                            message._birthDate = "birthDate";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.bib = reader.stringVerify();
                            message._bib = "bib";
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

            return Member;
        })();

        v1.Mark = (function() {

            const Mark = function (properties) {
                this.records = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Mark.prototype.result = null;
            Mark.prototype.resultType = null;
            Mark.prototype.irm = null;
            Mark.prototype.irmReason = null;
            Mark.prototype.unchecked = null;
            Mark.prototype.wlt = null;
            Mark.prototype.records = $util.emptyArray;
            Mark.prototype.timedRace = null;
            Mark.prototype.bestOf = null;
            Mark.prototype.countback = null;
            Mark.prototype.judged = null;
            Mark.prototype.combined = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mark.prototype, "_result", {
                get: $util.oneOfGetter($oneOfFields = ["result"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mark.prototype, "_resultType", {
                get: $util.oneOfGetter($oneOfFields = ["resultType"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mark.prototype, "_irm", {
                get: $util.oneOfGetter($oneOfFields = ["irm"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mark.prototype, "_irmReason", {
                get: $util.oneOfGetter($oneOfFields = ["irmReason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mark.prototype, "_unchecked", {
                get: $util.oneOfGetter($oneOfFields = ["unchecked"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Mark.prototype, "_wlt", {
                get: $util.oneOfGetter($oneOfFields = ["wlt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Mark.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    writer.uint32(10).string(message.result);
                if (message.resultType != null && $Object.hasOwnProperty.call(message, "resultType"))
                    writer.uint32(18).string(message.resultType);
                if (message.irm != null && $Object.hasOwnProperty.call(message, "irm"))
                    writer.uint32(26).string(message.irm);
                if (message.irmReason != null && $Object.hasOwnProperty.call(message, "irmReason"))
                    writer.uint32(34).string(message.irmReason);
                if (message.unchecked != null && $Object.hasOwnProperty.call(message, "unchecked"))
                    writer.uint32(40).bool(message.unchecked);
                if (message.wlt != null && $Object.hasOwnProperty.call(message, "wlt"))
                    writer.uint32(50).string(message.wlt);
                if (message.records != null && message.records.length)
                    for (let i = 0; i < message.records.length; ++i)
                        writer.uint32(58).string(message.records[i]);
                if (message.timedRace != null && $Object.hasOwnProperty.call(message, "timedRace"))
                    $root.splitsecond.v1.TimedRace.encode(message.timedRace, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.bestOf != null && $Object.hasOwnProperty.call(message, "bestOf"))
                    $root.splitsecond.v1.BestOf.encode(message.bestOf, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.countback != null && $Object.hasOwnProperty.call(message, "countback"))
                    $root.splitsecond.v1.Countback.encode(message.countback, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.judged != null && $Object.hasOwnProperty.call(message, "judged"))
                    $root.splitsecond.v1.Judged.encode(message.judged, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.combined != null && $Object.hasOwnProperty.call(message, "combined"))
                    $root.splitsecond.v1.Combined.encode(message.combined, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Mark.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Mark();
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
                            message.resultType = reader.stringVerify();
                            message._resultType = "resultType";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.irm = reader.stringVerify();
                            message._irm = "irm";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.irmReason = reader.stringVerify();
                            message._irmReason = "irmReason";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.unchecked = reader.bool();
                            message._unchecked = "unchecked";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.wlt = reader.stringVerify();
                            message._wlt = "wlt";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.records && message.records.length))
                                message.records = [];
                            message.records.push(reader.stringVerify());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.timedRace = $root.splitsecond.v1.TimedRace.decode(reader, reader.size(), $undefined, _depth + 1, message.timedRace);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.bestOf = $root.splitsecond.v1.BestOf.decode(reader, reader.size(), $undefined, _depth + 1, message.bestOf);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.countback = $root.splitsecond.v1.Countback.decode(reader, reader.size(), $undefined, _depth + 1, message.countback);
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.judged = $root.splitsecond.v1.Judged.decode(reader, reader.size(), $undefined, _depth + 1, message.judged);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.combined = $root.splitsecond.v1.Combined.decode(reader, reader.size(), $undefined, _depth + 1, message.combined);
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

            return Mark;
        })();

        v1.Place = (function() {

            const Place = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Place.prototype.rank = null;
            Place.prototype.rankEqual = false;
            Place.prototype.diff = null;
            Place.prototype.qualificationMark = null;
            Place.prototype.decidedBy = null;
            Place.prototype.photoFinish = false;
            Place.prototype.medal = null;
            Place.prototype.ruling = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_rank", {
                get: $util.oneOfGetter($oneOfFields = ["rank"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_diff", {
                get: $util.oneOfGetter($oneOfFields = ["diff"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_qualificationMark", {
                get: $util.oneOfGetter($oneOfFields = ["qualificationMark"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_medal", {
                get: $util.oneOfGetter($oneOfFields = ["medal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_ruling", {
                get: $util.oneOfGetter($oneOfFields = ["ruling"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Place.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(8).int32(message.rank);
                if (message.rankEqual != null && $Object.hasOwnProperty.call(message, "rankEqual") && message.rankEqual !== false)
                    writer.uint32(16).bool(message.rankEqual);
                if (message.diff != null && $Object.hasOwnProperty.call(message, "diff"))
                    writer.uint32(26).string(message.diff);
                if (message.qualificationMark != null && $Object.hasOwnProperty.call(message, "qualificationMark"))
                    writer.uint32(34).string(message.qualificationMark);
                if (message.decidedBy != null && $Object.hasOwnProperty.call(message, "decidedBy"))
                    $root.splitsecond.v1.DecidedBy.encode(message.decidedBy, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.photoFinish != null && $Object.hasOwnProperty.call(message, "photoFinish") && message.photoFinish !== false)
                    writer.uint32(48).bool(message.photoFinish);
                if (message.medal != null && $Object.hasOwnProperty.call(message, "medal"))
                    writer.uint32(58).string(message.medal);
                if (message.ruling != null && $Object.hasOwnProperty.call(message, "ruling"))
                    writer.uint32(66).string(message.ruling);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Place.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Place();
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
                            message.rank = reader.int32();
                            message._rank = "rank";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.rankEqual = value;
                            else
                                delete message.rankEqual;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.diff = reader.stringVerify();
                            message._diff = "diff";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.qualificationMark = reader.stringVerify();
                            message._qualificationMark = "qualificationMark";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.decidedBy = $root.splitsecond.v1.DecidedBy.decode(reader, reader.size(), $undefined, _depth + 1, message.decidedBy);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.photoFinish = value;
                            else
                                delete message.photoFinish;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.medal = reader.stringVerify();
                            message._medal = "medal";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.ruling = reader.stringVerify();
                            message._ruling = "ruling";
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

            return Place;
        })();

        v1.DecidedBy = (function() {

            const DecidedBy = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DecidedBy.prototype.criterion = "";
            DecidedBy.prototype.clause = "";

            DecidedBy.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.criterion != null && $Object.hasOwnProperty.call(message, "criterion") && message.criterion !== "")
                    writer.uint32(10).string(message.criterion);
                if (message.clause != null && $Object.hasOwnProperty.call(message, "clause") && message.clause !== "")
                    writer.uint32(18).string(message.clause);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DecidedBy.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.DecidedBy();
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
                            if ((value = reader.stringVerify()).length)
                                message.criterion = value;
                            else
                                delete message.criterion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clause = value;
                            else
                                delete message.clause;
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

            return DecidedBy;
        })();

        v1.TimedRace = (function() {

            const TimedRace = function (properties) {
                this.passings = [];
                this.legs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TimedRace.prototype.reaction = null;
            TimedRace.prototype.thousandths = null;
            TimedRace.prototype.passings = $util.emptyArray;
            TimedRace.prototype.warnings = null;
            TimedRace.prototype.penalty = null;
            TimedRace.prototype.legs = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TimedRace.prototype, "_reaction", {
                get: $util.oneOfGetter($oneOfFields = ["reaction"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TimedRace.prototype, "_thousandths", {
                get: $util.oneOfGetter($oneOfFields = ["thousandths"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TimedRace.prototype, "_warnings", {
                get: $util.oneOfGetter($oneOfFields = ["warnings"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TimedRace.prototype, "_penalty", {
                get: $util.oneOfGetter($oneOfFields = ["penalty"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            TimedRace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reaction != null && $Object.hasOwnProperty.call(message, "reaction"))
                    writer.uint32(10).string(message.reaction);
                if (message.thousandths != null && $Object.hasOwnProperty.call(message, "thousandths"))
                    writer.uint32(18).string(message.thousandths);
                if (message.passings != null && message.passings.length)
                    for (let i = 0; i < message.passings.length; ++i)
                        $root.splitsecond.v1.Split.encode(message.passings[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.warnings != null && $Object.hasOwnProperty.call(message, "warnings"))
                    writer.uint32(34).string(message.warnings);
                if (message.penalty != null && $Object.hasOwnProperty.call(message, "penalty"))
                    writer.uint32(42).string(message.penalty);
                if (message.legs != null && message.legs.length)
                    for (let i = 0; i < message.legs.length; ++i)
                        $root.splitsecond.v1.Leg.encode(message.legs[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TimedRace.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.TimedRace();
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
                            message.reaction = reader.stringVerify();
                            message._reaction = "reaction";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.thousandths = reader.stringVerify();
                            message._thousandths = "thousandths";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.passings && message.passings.length))
                                message.passings = [];
                            message.passings.push($root.splitsecond.v1.Split.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.warnings = reader.stringVerify();
                            message._warnings = "warnings";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.penalty = reader.stringVerify();
                            message._penalty = "penalty";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.legs && message.legs.length))
                                message.legs = [];
                            message.legs.push($root.splitsecond.v1.Leg.decode(reader, reader.size(), $undefined, _depth + 1));
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

            return TimedRace;
        })();

        v1.Split = (function() {

            const Split = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Split.prototype.point = "";
            Split.prototype.lap = null;
            Split.prototype.time = "";
            Split.prototype.section = null;
            Split.prototype.rank = null;
            Split.prototype.rankEqual = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Split.prototype, "_lap", {
                get: $util.oneOfGetter($oneOfFields = ["lap"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Split.prototype, "_section", {
                get: $util.oneOfGetter($oneOfFields = ["section"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Split.prototype, "_rank", {
                get: $util.oneOfGetter($oneOfFields = ["rank"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Split.prototype, "_rankEqual", {
                get: $util.oneOfGetter($oneOfFields = ["rankEqual"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Split.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.point != null && $Object.hasOwnProperty.call(message, "point") && message.point !== "")
                    writer.uint32(10).string(message.point);
                if (message.lap != null && $Object.hasOwnProperty.call(message, "lap"))
                    writer.uint32(16).int32(message.lap);
                if (message.time != null && $Object.hasOwnProperty.call(message, "time") && message.time !== "")
                    writer.uint32(26).string(message.time);
                if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                    writer.uint32(34).string(message.section);
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(40).int32(message.rank);
                if (message.rankEqual != null && $Object.hasOwnProperty.call(message, "rankEqual"))
                    writer.uint32(48).bool(message.rankEqual);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Split.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Split();
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
                            if ((value = reader.stringVerify()).length)
                                message.point = value;
                            else
                                delete message.point;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.lap = reader.int32();
                            message._lap = "lap";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.time = value;
                            else
                                delete message.time;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.section = reader.stringVerify();
                            message._section = "section";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.rank = reader.int32();
                            message._rank = "rank";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.rankEqual = reader.bool();
                            message._rankEqual = "rankEqual";
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

            return Split;
        })();

        v1.Leg = (function() {

            const Leg = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Leg.prototype.competitor = "";
            Leg.prototype.order = 0;
            Leg.prototype.split = null;
            Leg.prototype.reaction = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Leg.prototype, "_split", {
                get: $util.oneOfGetter($oneOfFields = ["split"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Leg.prototype, "_reaction", {
                get: $util.oneOfGetter($oneOfFields = ["reaction"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Leg.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.competitor != null && $Object.hasOwnProperty.call(message, "competitor") && message.competitor !== "")
                    writer.uint32(10).string(message.competitor);
                if (message.order != null && $Object.hasOwnProperty.call(message, "order") && message.order !== 0)
                    writer.uint32(16).int32(message.order);
                if (message.split != null && $Object.hasOwnProperty.call(message, "split"))
                    writer.uint32(26).string(message.split);
                if (message.reaction != null && $Object.hasOwnProperty.call(message, "reaction"))
                    writer.uint32(34).string(message.reaction);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Leg.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Leg();
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
                            if ((value = reader.stringVerify()).length)
                                message.competitor = value;
                            else
                                delete message.competitor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.order = value;
                            else
                                delete message.order;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.split = reader.stringVerify();
                            message._split = "split";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.reaction = reader.stringVerify();
                            message._reaction = "reaction";
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

            return Leg;
        })();

        v1.BestOf = (function() {

            const BestOf = function (properties) {
                this.attempts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BestOf.prototype.attempts = $util.emptyArray;
            BestOf.prototype.bestAttempt = null;
            BestOf.prototype.wind = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(BestOf.prototype, "_bestAttempt", {
                get: $util.oneOfGetter($oneOfFields = ["bestAttempt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(BestOf.prototype, "_wind", {
                get: $util.oneOfGetter($oneOfFields = ["wind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            BestOf.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.attempts != null && message.attempts.length)
                    for (let i = 0; i < message.attempts.length; ++i)
                        $root.splitsecond.v1.AttemptMark.encode(message.attempts[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.bestAttempt != null && $Object.hasOwnProperty.call(message, "bestAttempt"))
                    writer.uint32(16).int32(message.bestAttempt);
                if (message.wind != null && $Object.hasOwnProperty.call(message, "wind"))
                    writer.uint32(26).string(message.wind);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BestOf.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.BestOf();
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
                            if (!(message.attempts && message.attempts.length))
                                message.attempts = [];
                            message.attempts.push($root.splitsecond.v1.AttemptMark.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.bestAttempt = reader.int32();
                            message._bestAttempt = "bestAttempt";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.wind = reader.stringVerify();
                            message._wind = "wind";
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

            return BestOf;
        })();

        v1.AttemptMark = (function() {

            const AttemptMark = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AttemptMark.prototype.attempt = 0;
            AttemptMark.prototype.mark = "";
            AttemptMark.prototype.wind = null;
            AttemptMark.prototype.rankAfter = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AttemptMark.prototype, "_wind", {
                get: $util.oneOfGetter($oneOfFields = ["wind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AttemptMark.prototype, "_rankAfter", {
                get: $util.oneOfGetter($oneOfFields = ["rankAfter"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AttemptMark.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(8).int32(message.attempt);
                if (message.mark != null && $Object.hasOwnProperty.call(message, "mark") && message.mark !== "")
                    writer.uint32(18).string(message.mark);
                if (message.wind != null && $Object.hasOwnProperty.call(message, "wind"))
                    writer.uint32(26).string(message.wind);
                if (message.rankAfter != null && $Object.hasOwnProperty.call(message, "rankAfter"))
                    writer.uint32(32).int32(message.rankAfter);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AttemptMark.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.AttemptMark();
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
                            if (value = reader.int32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mark = value;
                            else
                                delete message.mark;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.wind = reader.stringVerify();
                            message._wind = "wind";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.rankAfter = reader.int32();
                            message._rankAfter = "rankAfter";
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

            return AttemptMark;
        })();

        v1.Countback = (function() {

            const Countback = function (properties) {
                this.heights = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Countback.prototype.heights = $util.emptyArray;
            Countback.prototype.failuresAtBest = null;
            Countback.prototype.failuresInAll = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Countback.prototype, "_failuresAtBest", {
                get: $util.oneOfGetter($oneOfFields = ["failuresAtBest"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Countback.prototype, "_failuresInAll", {
                get: $util.oneOfGetter($oneOfFields = ["failuresInAll"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Countback.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.heights != null && message.heights.length)
                    for (let i = 0; i < message.heights.length; ++i)
                        $root.splitsecond.v1.HeightMark.encode(message.heights[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.failuresAtBest != null && $Object.hasOwnProperty.call(message, "failuresAtBest"))
                    writer.uint32(16).int32(message.failuresAtBest);
                if (message.failuresInAll != null && $Object.hasOwnProperty.call(message, "failuresInAll"))
                    writer.uint32(24).int32(message.failuresInAll);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Countback.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Countback();
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
                            if (!(message.heights && message.heights.length))
                                message.heights = [];
                            message.heights.push($root.splitsecond.v1.HeightMark.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.failuresAtBest = reader.int32();
                            message._failuresAtBest = "failuresAtBest";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.failuresInAll = reader.int32();
                            message._failuresInAll = "failuresInAll";
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

            return Countback;
        })();

        v1.HeightMark = (function() {

            const HeightMark = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HeightMark.prototype.height = "";
            HeightMark.prototype.trials = "";
            HeightMark.prototype.jumpOff = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HeightMark.prototype, "_jumpOff", {
                get: $util.oneOfGetter($oneOfFields = ["jumpOff"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            HeightMark.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.height != null && $Object.hasOwnProperty.call(message, "height") && message.height !== "")
                    writer.uint32(10).string(message.height);
                if (message.trials != null && $Object.hasOwnProperty.call(message, "trials") && message.trials !== "")
                    writer.uint32(18).string(message.trials);
                if (message.jumpOff != null && $Object.hasOwnProperty.call(message, "jumpOff"))
                    writer.uint32(24).bool(message.jumpOff);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HeightMark.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.HeightMark();
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
                            if ((value = reader.stringVerify()).length)
                                message.height = value;
                            else
                                delete message.height;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.trials = value;
                            else
                                delete message.trials;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.jumpOff = reader.bool();
                            message._jumpOff = "jumpOff";
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

            return HeightMark;
        })();

        v1.Judged = (function() {

            const Judged = function (properties) {
                this.parts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Judged.prototype.parts = $util.emptyArray;

            Judged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.parts != null && message.parts.length)
                    for (let i = 0; i < message.parts.length; ++i)
                        $root.splitsecond.v1.JudgedPart.encode(message.parts[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Judged.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Judged();
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
                            if (!(message.parts && message.parts.length))
                                message.parts = [];
                            message.parts.push($root.splitsecond.v1.JudgedPart.decode(reader, reader.size(), $undefined, _depth + 1));
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

            return Judged;
        })();

        v1.JudgedPart = (function() {

            const JudgedPart = function (properties) {
                this.components = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            JudgedPart.prototype.part = "";
            JudgedPart.prototype.athlete = null;
            JudgedPart.prototype.score = "";
            JudgedPart.prototype.components = $util.emptyObject;
            JudgedPart.prototype.rank = null;
            JudgedPart.prototype.counts = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(JudgedPart.prototype, "_athlete", {
                get: $util.oneOfGetter($oneOfFields = ["athlete"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(JudgedPart.prototype, "_rank", {
                get: $util.oneOfGetter($oneOfFields = ["rank"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(JudgedPart.prototype, "_counts", {
                get: $util.oneOfGetter($oneOfFields = ["counts"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            JudgedPart.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part !== "")
                    writer.uint32(10).string(message.part);
                if (message.athlete != null && $Object.hasOwnProperty.call(message, "athlete"))
                    writer.uint32(18).string(message.athlete);
                if (message.score != null && $Object.hasOwnProperty.call(message, "score") && message.score !== "")
                    writer.uint32(26).string(message.score);
                if (message.components != null && $Object.hasOwnProperty.call(message, "components"))
                    for (let keys = $Object.keys(message.components), i = 0; i < keys.length; ++i)
                        writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(18).string(message.components[keys[i]]).ldelim();
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(40).int32(message.rank);
                if (message.counts != null && $Object.hasOwnProperty.call(message, "counts"))
                    writer.uint32(48).bool(message.counts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            JudgedPart.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.JudgedPart();
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
                            if ((value = reader.stringVerify()).length)
                                message.part = value;
                            else
                                delete message.part;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.athlete = reader.stringVerify();
                            message._athlete = "athlete";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.score = value;
                            else
                                delete message.score;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (message.components === $util.emptyObject)
                                message.components = {};
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
                                $util.makeProp(message.components, key);
                            message.components[key] = value;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.rank = reader.int32();
                            message._rank = "rank";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.counts = reader.bool();
                            message._counts = "counts";
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

            return JudgedPart;
        })();

        v1.Combined = (function() {

            const Combined = function (properties) {
                this.parts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Combined.prototype.parts = $util.emptyArray;

            Combined.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.parts != null && message.parts.length)
                    for (let i = 0; i < message.parts.length; ++i)
                        $root.splitsecond.v1.CombinedPart.encode(message.parts[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Combined.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.Combined();
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
                            if (!(message.parts && message.parts.length))
                                message.parts = [];
                            message.parts.push($root.splitsecond.v1.CombinedPart.decode(reader, reader.size(), $undefined, _depth + 1));
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

            return Combined;
        })();

        v1.CombinedPart = (function() {

            const CombinedPart = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CombinedPart.prototype.unit = "";
            CombinedPart.prototype.name = "";
            CombinedPart.prototype.result = null;
            CombinedPart.prototype.resultType = null;
            CombinedPart.prototype.irm = null;
            CombinedPart.prototype.points = null;
            CombinedPart.prototype.rank = null;
            CombinedPart.prototype.wind = null;
            CombinedPart.prototype.total = null;
            CombinedPart.prototype.totalRank = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_result", {
                get: $util.oneOfGetter($oneOfFields = ["result"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_resultType", {
                get: $util.oneOfGetter($oneOfFields = ["resultType"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_irm", {
                get: $util.oneOfGetter($oneOfFields = ["irm"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_points", {
                get: $util.oneOfGetter($oneOfFields = ["points"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_rank", {
                get: $util.oneOfGetter($oneOfFields = ["rank"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_wind", {
                get: $util.oneOfGetter($oneOfFields = ["wind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_total", {
                get: $util.oneOfGetter($oneOfFields = ["total"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CombinedPart.prototype, "_totalRank", {
                get: $util.oneOfGetter($oneOfFields = ["totalRank"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CombinedPart.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(10).string(message.unit);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    writer.uint32(26).string(message.result);
                if (message.resultType != null && $Object.hasOwnProperty.call(message, "resultType"))
                    writer.uint32(34).string(message.resultType);
                if (message.irm != null && $Object.hasOwnProperty.call(message, "irm"))
                    writer.uint32(42).string(message.irm);
                if (message.points != null && $Object.hasOwnProperty.call(message, "points"))
                    writer.uint32(50).string(message.points);
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(56).int32(message.rank);
                if (message.wind != null && $Object.hasOwnProperty.call(message, "wind"))
                    writer.uint32(66).string(message.wind);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    writer.uint32(74).string(message.total);
                if (message.totalRank != null && $Object.hasOwnProperty.call(message, "totalRank"))
                    writer.uint32(80).int32(message.totalRank);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CombinedPart.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.splitsecond.v1.CombinedPart();
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
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.result = reader.stringVerify();
                            message._result = "result";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.resultType = reader.stringVerify();
                            message._resultType = "resultType";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.irm = reader.stringVerify();
                            message._irm = "irm";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.points = reader.stringVerify();
                            message._points = "points";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.rank = reader.int32();
                            message._rank = "rank";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.wind = reader.stringVerify();
                            message._wind = "wind";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.total = reader.stringVerify();
                            message._total = "total";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.totalRank = reader.int32();
                            message._totalRank = "totalRank";
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

            return CombinedPart;
        })();

        return v1;
    })();

    return splitsecond;
})();

export {
  $root as default
};
