import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace splitsecond. */
export namespace splitsecond {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a Frame.
         * @deprecated Use splitsecond.v1.Frame.$Properties instead.
         */
        interface IFrame extends splitsecond.v1.Frame.$Properties {
        }

        /** Represents a Frame. */
        class Frame {

            /**
             * Constructs a new Frame.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Frame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Frame document. */
            document?: (splitsecond.v1.Document.$Properties|null);

            /** Frame delta. */
            delta?: (splitsecond.v1.Delta.$Properties|null);

            /** Frame content. */
            content?: ("document"|"delta");

            /**
             * Encodes the specified Frame message. Does not implicitly {@link splitsecond.v1.Frame.verify|verify} messages.
             * @param message Frame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Frame & splitsecond.v1.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Frame & splitsecond.v1.Frame.$Shape;
        }

        namespace Frame {

            /** Properties of a Frame. */
            interface $Properties {

                /** Frame document */
                document?: (splitsecond.v1.Document.$Properties|null);

                /** Frame delta */
                delta?: (splitsecond.v1.Delta.$Properties|null);

                /** Frame content */
                content?: ("document"|"delta");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Frame. */
            type $Shape = {
              document?: splitsecond.v1.Document.$Shape|null;
              delta?: splitsecond.v1.Delta.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ content?: undefined; document?: null; delta?: null }|{ content?: "document"; document: splitsecond.v1.Document.$Shape; delta?: null }|{ content?: "delta"; document?: null; delta: splitsecond.v1.Delta.$Shape })
            );
        }

        /**
         * Properties of a Document.
         * @deprecated Use splitsecond.v1.Document.$Properties instead.
         */
        interface IDocument extends splitsecond.v1.Document.$Properties {
        }

        /** Represents a Document. */
        class Document {

            /**
             * Constructs a new Document.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Document.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Document epoch. */
            epoch: string;

            /** Document version. */
            version: number;

            /** Document hash. */
            hash: string;

            /** Document asOf. */
            asOf: string;

            /** Document correction. */
            correction?: (splitsecond.v1.Correction.$Properties|null);

            /** Document header. */
            header?: (splitsecond.v1.Header.$Properties|null);

            /** Document rows. */
            rows: splitsecond.v1.Row.$Properties[];

            /**
             * Encodes the specified Document message. Does not implicitly {@link splitsecond.v1.Document.verify|verify} messages.
             * @param message Document message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Document.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Document message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Document & splitsecond.v1.Document.$Shape} Document
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Document & splitsecond.v1.Document.$Shape;
        }

        namespace Document {

            /** Properties of a Document. */
            interface $Properties {

                /** Document epoch */
                epoch?: (string|null);

                /** Document version */
                version?: (number|null);

                /** Document hash */
                hash?: (string|null);

                /** Document asOf */
                asOf?: (string|null);

                /** Document correction */
                correction?: (splitsecond.v1.Correction.$Properties|null);

                /** Document header */
                header?: (splitsecond.v1.Header.$Properties|null);

                /** Document rows */
                rows?: (splitsecond.v1.Row.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Document. */
            type $Shape = splitsecond.v1.Document.$Properties;
        }

        /**
         * Properties of a Delta.
         * @deprecated Use splitsecond.v1.Delta.$Properties instead.
         */
        interface IDelta extends splitsecond.v1.Delta.$Properties {
        }

        /** Represents a Delta. */
        class Delta {

            /**
             * Constructs a new Delta.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Delta.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Delta channel. */
            channel: string;

            /** Delta epoch. */
            epoch: string;

            /** Delta base. */
            base: number;

            /** Delta version. */
            version: number;

            /** Delta hash. */
            hash: string;

            /** Delta asOf. */
            asOf: string;

            /** Delta correction. */
            correction?: (splitsecond.v1.Correction.$Properties|null);

            /** Delta header. */
            header?: (splitsecond.v1.Header.$Properties|null);

            /** Delta rows. */
            rows: splitsecond.v1.RowPatch.$Properties[];

            /** Delta removed. */
            removed: string[];

            /**
             * Encodes the specified Delta message. Does not implicitly {@link splitsecond.v1.Delta.verify|verify} messages.
             * @param message Delta message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Delta.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Delta message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Delta & splitsecond.v1.Delta.$Shape} Delta
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Delta & splitsecond.v1.Delta.$Shape;
        }

        namespace Delta {

            /** Properties of a Delta. */
            interface $Properties {

                /** Delta channel */
                channel?: (string|null);

                /** Delta epoch */
                epoch?: (string|null);

                /** Delta base */
                base?: (number|null);

                /** Delta version */
                version?: (number|null);

                /** Delta hash */
                hash?: (string|null);

                /** Delta asOf */
                asOf?: (string|null);

                /** Delta correction */
                correction?: (splitsecond.v1.Correction.$Properties|null);

                /** Delta header */
                header?: (splitsecond.v1.Header.$Properties|null);

                /** Delta rows */
                rows?: (splitsecond.v1.RowPatch.$Properties[]|null);

                /** Delta removed */
                removed?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Delta. */
            type $Shape = splitsecond.v1.Delta.$Properties;
        }

        /**
         * Properties of a Correction.
         * @deprecated Use splitsecond.v1.Correction.$Properties instead.
         */
        interface ICorrection extends splitsecond.v1.Correction.$Properties {
        }

        /** Represents a Correction. */
        class Correction {

            /**
             * Constructs a new Correction.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Correction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Correction of. */
            of: number;

            /** Correction reason. */
            reason?: (string|null);

            /** Correction moved. */
            moved: string[];

            /**
             * Encodes the specified Correction message. Does not implicitly {@link splitsecond.v1.Correction.verify|verify} messages.
             * @param message Correction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Correction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Correction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Correction & splitsecond.v1.Correction.$Shape} Correction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Correction & splitsecond.v1.Correction.$Shape;
        }

        namespace Correction {

            /** Properties of a Correction. */
            interface $Properties {

                /** Correction of */
                of?: (number|null);

                /** Correction reason */
                reason?: (string|null);

                /** Correction moved */
                moved?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Correction. */
            type $Shape = splitsecond.v1.Correction.$Properties;
        }

        /**
         * Properties of a Header.
         * @deprecated Use splitsecond.v1.Header.$Properties instead.
         */
        interface IHeader extends splitsecond.v1.Header.$Properties {
        }

        /** Represents a Header. */
        class Header {

            /**
             * Constructs a new Header.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Header.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Header type. */
            type: string;

            /** Header unit. */
            unit: string;

            /** Header subcode. */
            subcode?: (string|null);

            /** Header status. */
            status: string;

            /** Header test. */
            test: boolean;

            /** Header rule. */
            rule?: (string|null);

            /** Header names. */
            names?: (splitsecond.v1.Names.$Properties|null);

            /** Header reliability. */
            reliability?: (splitsecond.v1.Reliability.$Properties|null);

            /** Header columns. */
            columns: splitsecond.v1.Column.$Properties[];

            /** Header info. */
            info?: (splitsecond.v1.Info.$Properties|null);

            /**
             * Encodes the specified Header message. Does not implicitly {@link splitsecond.v1.Header.verify|verify} messages.
             * @param message Header message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Header.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Header message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Header & splitsecond.v1.Header.$Shape} Header
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Header & splitsecond.v1.Header.$Shape;
        }

        namespace Header {

            /** Properties of a Header. */
            interface $Properties {

                /** Header type */
                type?: (string|null);

                /** Header unit */
                unit?: (string|null);

                /** Header subcode */
                subcode?: (string|null);

                /** Header status */
                status?: (string|null);

                /** Header test */
                test?: (boolean|null);

                /** Header rule */
                rule?: (string|null);

                /** Header names */
                names?: (splitsecond.v1.Names.$Properties|null);

                /** Header reliability */
                reliability?: (splitsecond.v1.Reliability.$Properties|null);

                /** Header columns */
                columns?: (splitsecond.v1.Column.$Properties[]|null);

                /** Header info */
                info?: (splitsecond.v1.Info.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Header. */
            type $Shape = splitsecond.v1.Header.$Properties;
        }

        /**
         * Properties of a Names.
         * @deprecated Use splitsecond.v1.Names.$Properties instead.
         */
        interface INames extends splitsecond.v1.Names.$Properties {
        }

        /** Represents a Names. */
        class Names {

            /**
             * Constructs a new Names.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Names.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Names discipline. */
            discipline: string;

            /** Names event. */
            event?: (string|null);

            /** Names phase. */
            phase?: (string|null);

            /** Names unit. */
            unit?: (string|null);

            /**
             * Encodes the specified Names message. Does not implicitly {@link splitsecond.v1.Names.verify|verify} messages.
             * @param message Names message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Names.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Names message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Names & splitsecond.v1.Names.$Shape} Names
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Names & splitsecond.v1.Names.$Shape;
        }

        namespace Names {

            /** Properties of a Names. */
            interface $Properties {

                /** Names discipline */
                discipline?: (string|null);

                /** Names event */
                event?: (string|null);

                /** Names phase */
                phase?: (string|null);

                /** Names unit */
                unit?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Names. */
            type $Shape = splitsecond.v1.Names.$Properties;
        }

        /**
         * Properties of a Reliability.
         * @deprecated Use splitsecond.v1.Reliability.$Properties instead.
         */
        interface IReliability extends splitsecond.v1.Reliability.$Properties {
        }

        /** Represents a Reliability. */
        class Reliability {

            /**
             * Constructs a new Reliability.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Reliability.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reliability ok. */
            ok: boolean;

            /** Reliability reasons. */
            reasons: string[];

            /**
             * Encodes the specified Reliability message. Does not implicitly {@link splitsecond.v1.Reliability.verify|verify} messages.
             * @param message Reliability message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Reliability.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reliability message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Reliability & splitsecond.v1.Reliability.$Shape} Reliability
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Reliability & splitsecond.v1.Reliability.$Shape;
        }

        namespace Reliability {

            /** Properties of a Reliability. */
            interface $Properties {

                /** Reliability ok */
                ok?: (boolean|null);

                /** Reliability reasons */
                reasons?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reliability. */
            type $Shape = splitsecond.v1.Reliability.$Properties;
        }

        /**
         * Properties of a Column.
         * @deprecated Use splitsecond.v1.Column.$Properties instead.
         */
        interface IColumn extends splitsecond.v1.Column.$Properties {
        }

        /** Represents a Column. */
        class Column {

            /**
             * Constructs a new Column.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Column.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Column label. */
            label: string;

            /** Column source. */
            source: string;

            /** Column align. */
            align: string;

            /** Column width. */
            width: number;

            /**
             * Encodes the specified Column message. Does not implicitly {@link splitsecond.v1.Column.verify|verify} messages.
             * @param message Column message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Column.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Column message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Column & splitsecond.v1.Column.$Shape} Column
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Column & splitsecond.v1.Column.$Shape;
        }

        namespace Column {

            /** Properties of a Column. */
            interface $Properties {

                /** Column label */
                label?: (string|null);

                /** Column source */
                source?: (string|null);

                /** Column align */
                align?: (string|null);

                /** Column width */
                width?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Column. */
            type $Shape = splitsecond.v1.Column.$Properties;
        }

        /**
         * Properties of an Info.
         * @deprecated Use splitsecond.v1.Info.$Properties instead.
         */
        interface IInfo extends splitsecond.v1.Info.$Properties {
        }

        /** Represents an Info. */
        class Info {

            /**
             * Constructs a new Info.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Info.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Info venue. */
            venue?: (string|null);

            /** Info location. */
            location?: (string|null);

            /** Info scheduledStart. */
            scheduledStart?: (string|null);

            /** Info started. */
            started?: (string|null);

            /** Info ended. */
            ended?: (string|null);

            /** Info wind. */
            wind?: (string|null);

            /** Info temperature. */
            temperature?: (string|null);

            /** Info humidity. */
            humidity?: (string|null);

            /** Info pressure. */
            pressure?: (string|null);

            /** Info advance. */
            advance: splitsecond.v1.Advance.$Properties[];

            /** Info progress. */
            progress?: (splitsecond.v1.Progress.$Properties|null);

            /** Info qualifyingStandard. */
            qualifyingStandard?: (string|null);

            /** Info schedule. */
            schedule: splitsecond.v1.ScheduleLine.$Properties[];

            /** Info records. */
            records: splitsecond.v1.RecordLine.$Properties[];

            /** Info finishedEvents. */
            finishedEvents?: (number|null);

            /** Info totalEvents. */
            totalEvents?: (number|null);

            /** Info medals. */
            medals: splitsecond.v1.MedalLine.$Properties[];

            /**
             * Encodes the specified Info message. Does not implicitly {@link splitsecond.v1.Info.verify|verify} messages.
             * @param message Info message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Info.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Info message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Info & splitsecond.v1.Info.$Shape} Info
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Info & splitsecond.v1.Info.$Shape;
        }

        namespace Info {

            /** Properties of an Info. */
            interface $Properties {

                /** Info venue */
                venue?: (string|null);

                /** Info location */
                location?: (string|null);

                /** Info scheduledStart */
                scheduledStart?: (string|null);

                /** Info started */
                started?: (string|null);

                /** Info ended */
                ended?: (string|null);

                /** Info wind */
                wind?: (string|null);

                /** Info temperature */
                temperature?: (string|null);

                /** Info humidity */
                humidity?: (string|null);

                /** Info pressure */
                pressure?: (string|null);

                /** Info advance */
                advance?: (splitsecond.v1.Advance.$Properties[]|null);

                /** Info progress */
                progress?: (splitsecond.v1.Progress.$Properties|null);

                /** Info qualifyingStandard */
                qualifyingStandard?: (string|null);

                /** Info schedule */
                schedule?: (splitsecond.v1.ScheduleLine.$Properties[]|null);

                /** Info records */
                records?: (splitsecond.v1.RecordLine.$Properties[]|null);

                /** Info finishedEvents */
                finishedEvents?: (number|null);

                /** Info totalEvents */
                totalEvents?: (number|null);

                /** Info medals */
                medals?: (splitsecond.v1.MedalLine.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Info. */
            type $Shape = splitsecond.v1.Info.$Properties;
        }

        /**
         * Properties of an Advance.
         * @deprecated Use splitsecond.v1.Advance.$Properties instead.
         */
        interface IAdvance extends splitsecond.v1.Advance.$Properties {
        }

        /** Represents an Advance. */
        class Advance {

            /**
             * Constructs a new Advance.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Advance.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Advance by. */
            by: string;

            /** Advance count. */
            count: number;

            /** Advance mark. */
            mark: string;

            /**
             * Encodes the specified Advance message. Does not implicitly {@link splitsecond.v1.Advance.verify|verify} messages.
             * @param message Advance message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Advance.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Advance message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Advance & splitsecond.v1.Advance.$Shape} Advance
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Advance & splitsecond.v1.Advance.$Shape;
        }

        namespace Advance {

            /** Properties of an Advance. */
            interface $Properties {

                /** Advance by */
                by?: (string|null);

                /** Advance count */
                count?: (number|null);

                /** Advance mark */
                mark?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Advance. */
            type $Shape = splitsecond.v1.Advance.$Properties;
        }

        /**
         * Properties of a Progress.
         * @deprecated Use splitsecond.v1.Progress.$Properties instead.
         */
        interface IProgress extends splitsecond.v1.Progress.$Properties {
        }

        /** Represents a Progress. */
        class Progress {

            /**
             * Constructs a new Progress.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Progress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Progress units. */
            units: number;

            /** Progress complete. */
            complete: number;

            /**
             * Encodes the specified Progress message. Does not implicitly {@link splitsecond.v1.Progress.verify|verify} messages.
             * @param message Progress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Progress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Progress & splitsecond.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Progress & splitsecond.v1.Progress.$Shape;
        }

        namespace Progress {

            /** Properties of a Progress. */
            interface $Properties {

                /** Progress units */
                units?: (number|null);

                /** Progress complete */
                complete?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Progress. */
            type $Shape = splitsecond.v1.Progress.$Properties;
        }

        /**
         * Properties of a ScheduleLine.
         * @deprecated Use splitsecond.v1.ScheduleLine.$Properties instead.
         */
        interface IScheduleLine extends splitsecond.v1.ScheduleLine.$Properties {
        }

        /** Represents a ScheduleLine. */
        class ScheduleLine {

            /**
             * Constructs a new ScheduleLine.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.ScheduleLine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScheduleLine unit. */
            unit: string;

            /** ScheduleLine name. */
            name: string;

            /** ScheduleLine event. */
            event?: (string|null);

            /** ScheduleLine phase. */
            phase?: (string|null);

            /** ScheduleLine status. */
            status: string;

            /** ScheduleLine resultStatus. */
            resultStatus?: (string|null);

            /** ScheduleLine start. */
            start?: (string|null);

            /** ScheduleLine end. */
            end?: (string|null);

            /** ScheduleLine venue. */
            venue?: (string|null);

            /** ScheduleLine location. */
            location?: (string|null);

            /** ScheduleLine medal. */
            medal?: (boolean|null);

            /**
             * Encodes the specified ScheduleLine message. Does not implicitly {@link splitsecond.v1.ScheduleLine.verify|verify} messages.
             * @param message ScheduleLine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.ScheduleLine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScheduleLine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.ScheduleLine & splitsecond.v1.ScheduleLine.$Shape} ScheduleLine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.ScheduleLine & splitsecond.v1.ScheduleLine.$Shape;
        }

        namespace ScheduleLine {

            /** Properties of a ScheduleLine. */
            interface $Properties {

                /** ScheduleLine unit */
                unit?: (string|null);

                /** ScheduleLine name */
                name?: (string|null);

                /** ScheduleLine event */
                event?: (string|null);

                /** ScheduleLine phase */
                phase?: (string|null);

                /** ScheduleLine status */
                status?: (string|null);

                /** ScheduleLine resultStatus */
                resultStatus?: (string|null);

                /** ScheduleLine start */
                start?: (string|null);

                /** ScheduleLine end */
                end?: (string|null);

                /** ScheduleLine venue */
                venue?: (string|null);

                /** ScheduleLine location */
                location?: (string|null);

                /** ScheduleLine medal */
                medal?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScheduleLine. */
            type $Shape = splitsecond.v1.ScheduleLine.$Properties;
        }

        /**
         * Properties of a RecordLine.
         * @deprecated Use splitsecond.v1.RecordLine.$Properties instead.
         */
        interface IRecordLine extends splitsecond.v1.RecordLine.$Properties {
        }

        /** Represents a RecordLine. */
        class RecordLine {

            /**
             * Constructs a new RecordLine.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.RecordLine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RecordLine code. */
            code: string;

            /** RecordLine recordType. */
            recordType: string;

            /** RecordLine result. */
            result: string;

            /** RecordLine competitor. */
            competitor?: (string|null);

            /** RecordLine name. */
            name?: (string|null);

            /** RecordLine organisation. */
            organisation?: (string|null);

            /** RecordLine date. */
            date?: (string|null);

            /** RecordLine place. */
            place?: (string|null);

            /** RecordLine unit. */
            unit?: (string|null);

            /** RecordLine equalled. */
            equalled?: (boolean|null);

            /** RecordLine unconfirmed. */
            unconfirmed?: (boolean|null);

            /** RecordLine historical. */
            historical?: (boolean|null);

            /**
             * Encodes the specified RecordLine message. Does not implicitly {@link splitsecond.v1.RecordLine.verify|verify} messages.
             * @param message RecordLine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.RecordLine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RecordLine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.RecordLine & splitsecond.v1.RecordLine.$Shape} RecordLine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.RecordLine & splitsecond.v1.RecordLine.$Shape;
        }

        namespace RecordLine {

            /** Properties of a RecordLine. */
            interface $Properties {

                /** RecordLine code */
                code?: (string|null);

                /** RecordLine recordType */
                recordType?: (string|null);

                /** RecordLine result */
                result?: (string|null);

                /** RecordLine competitor */
                competitor?: (string|null);

                /** RecordLine name */
                name?: (string|null);

                /** RecordLine organisation */
                organisation?: (string|null);

                /** RecordLine date */
                date?: (string|null);

                /** RecordLine place */
                place?: (string|null);

                /** RecordLine unit */
                unit?: (string|null);

                /** RecordLine equalled */
                equalled?: (boolean|null);

                /** RecordLine unconfirmed */
                unconfirmed?: (boolean|null);

                /** RecordLine historical */
                historical?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RecordLine. */
            type $Shape = splitsecond.v1.RecordLine.$Properties;
        }

        /**
         * Properties of a MedalLine.
         * @deprecated Use splitsecond.v1.MedalLine.$Properties instead.
         */
        interface IMedalLine extends splitsecond.v1.MedalLine.$Properties {
        }

        /** Represents a MedalLine. */
        class MedalLine {

            /**
             * Constructs a new MedalLine.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.MedalLine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MedalLine organisation. */
            organisation: string;

            /** MedalLine rank. */
            rank: number;

            /** MedalLine rankEqual. */
            rankEqual: boolean;

            /** MedalLine gold. */
            gold: number;

            /** MedalLine silver. */
            silver: number;

            /** MedalLine bronze. */
            bronze: number;

            /** MedalLine total. */
            total: number;

            /** MedalLine rankTotal. */
            rankTotal: number;

            /**
             * Encodes the specified MedalLine message. Does not implicitly {@link splitsecond.v1.MedalLine.verify|verify} messages.
             * @param message MedalLine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.MedalLine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MedalLine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.MedalLine & splitsecond.v1.MedalLine.$Shape} MedalLine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.MedalLine & splitsecond.v1.MedalLine.$Shape;
        }

        namespace MedalLine {

            /** Properties of a MedalLine. */
            interface $Properties {

                /** MedalLine organisation */
                organisation?: (string|null);

                /** MedalLine rank */
                rank?: (number|null);

                /** MedalLine rankEqual */
                rankEqual?: (boolean|null);

                /** MedalLine gold */
                gold?: (number|null);

                /** MedalLine silver */
                silver?: (number|null);

                /** MedalLine bronze */
                bronze?: (number|null);

                /** MedalLine total */
                total?: (number|null);

                /** MedalLine rankTotal */
                rankTotal?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MedalLine. */
            type $Shape = splitsecond.v1.MedalLine.$Properties;
        }

        /**
         * Properties of a Row.
         * @deprecated Use splitsecond.v1.Row.$Properties instead.
         */
        interface IRow extends splitsecond.v1.Row.$Properties {
        }

        /** Represents a Row. */
        class Row {

            /**
             * Constructs a new Row.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Row.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Row identity. */
            identity?: (splitsecond.v1.Identity.$Properties|null);

            /** Row mark. */
            mark?: (splitsecond.v1.Mark.$Properties|null);

            /** Row place. */
            place?: (splitsecond.v1.Place.$Properties|null);

            /** Row sortOrder. */
            sortOrder: number;

            /**
             * Encodes the specified Row message. Does not implicitly {@link splitsecond.v1.Row.verify|verify} messages.
             * @param message Row message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Row.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Row message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Row & splitsecond.v1.Row.$Shape} Row
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Row & splitsecond.v1.Row.$Shape;
        }

        namespace Row {

            /** Properties of a Row. */
            interface $Properties {

                /** Row identity */
                identity?: (splitsecond.v1.Identity.$Properties|null);

                /** Row mark */
                mark?: (splitsecond.v1.Mark.$Properties|null);

                /** Row place */
                place?: (splitsecond.v1.Place.$Properties|null);

                /** Row sortOrder */
                sortOrder?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Row. */
            type $Shape = splitsecond.v1.Row.$Properties;
        }

        /**
         * Properties of a RowPatch.
         * @deprecated Use splitsecond.v1.RowPatch.$Properties instead.
         */
        interface IRowPatch extends splitsecond.v1.RowPatch.$Properties {
        }

        /** Represents a RowPatch. */
        class RowPatch {

            /**
             * Constructs a new RowPatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.RowPatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RowPatch competitor. */
            competitor: string;

            /** RowPatch sortOrder. */
            sortOrder?: (number|null);

            /** RowPatch identity. */
            identity?: (splitsecond.v1.Identity.$Properties|null);

            /** RowPatch mark. */
            mark?: (splitsecond.v1.Mark.$Properties|null);

            /** RowPatch place. */
            place?: (splitsecond.v1.Place.$Properties|null);

            /**
             * Encodes the specified RowPatch message. Does not implicitly {@link splitsecond.v1.RowPatch.verify|verify} messages.
             * @param message RowPatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.RowPatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RowPatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.RowPatch & splitsecond.v1.RowPatch.$Shape} RowPatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.RowPatch & splitsecond.v1.RowPatch.$Shape;
        }

        namespace RowPatch {

            /** Properties of a RowPatch. */
            interface $Properties {

                /** RowPatch competitor */
                competitor?: (string|null);

                /** RowPatch sortOrder */
                sortOrder?: (number|null);

                /** RowPatch identity */
                identity?: (splitsecond.v1.Identity.$Properties|null);

                /** RowPatch mark */
                mark?: (splitsecond.v1.Mark.$Properties|null);

                /** RowPatch place */
                place?: (splitsecond.v1.Place.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RowPatch. */
            type $Shape = splitsecond.v1.RowPatch.$Properties;
        }

        /**
         * Properties of an Identity.
         * @deprecated Use splitsecond.v1.Identity.$Properties instead.
         */
        interface IIdentity extends splitsecond.v1.Identity.$Properties {
        }

        /** Represents an Identity. */
        class Identity {

            /**
             * Constructs a new Identity.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Identity.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Identity competitor. */
            competitor: string;

            /** Identity kind. */
            kind: string;

            /** Identity name. */
            name: string;

            /** Identity given. */
            given?: (string|null);

            /** Identity family. */
            family?: (string|null);

            /** Identity organisation. */
            organisation: string;

            /** Identity gender. */
            gender?: (string|null);

            /** Identity birthDate. */
            birthDate?: (string|null);

            /** Identity bib. */
            bib?: (string|null);

            /** Identity startOrder. */
            startOrder?: (number|null);

            /** Identity lane. */
            lane?: (string|null);

            /** Identity group. */
            group?: (string|null);

            /** Identity seed. */
            seed?: (string|null);

            /** Identity previous. */
            previous?: (string|null);

            /** Identity bests. */
            bests: { [k: string]: string };

            /** Identity unit. */
            unit?: (string|null);

            /** Identity members. */
            members: splitsecond.v1.Member.$Properties[];

            /** Identity events. */
            events: string[];

            /**
             * Encodes the specified Identity message. Does not implicitly {@link splitsecond.v1.Identity.verify|verify} messages.
             * @param message Identity message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Identity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Identity message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Identity & splitsecond.v1.Identity.$Shape} Identity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Identity & splitsecond.v1.Identity.$Shape;
        }

        namespace Identity {

            /** Properties of an Identity. */
            interface $Properties {

                /** Identity competitor */
                competitor?: (string|null);

                /** Identity kind */
                kind?: (string|null);

                /** Identity name */
                name?: (string|null);

                /** Identity given */
                given?: (string|null);

                /** Identity family */
                family?: (string|null);

                /** Identity organisation */
                organisation?: (string|null);

                /** Identity gender */
                gender?: (string|null);

                /** Identity birthDate */
                birthDate?: (string|null);

                /** Identity bib */
                bib?: (string|null);

                /** Identity startOrder */
                startOrder?: (number|null);

                /** Identity lane */
                lane?: (string|null);

                /** Identity group */
                group?: (string|null);

                /** Identity seed */
                seed?: (string|null);

                /** Identity previous */
                previous?: (string|null);

                /** Identity bests */
                bests?: ({ [k: string]: string }|null);

                /** Identity unit */
                unit?: (string|null);

                /** Identity members */
                members?: (splitsecond.v1.Member.$Properties[]|null);

                /** Identity events */
                events?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Identity. */
            type $Shape = splitsecond.v1.Identity.$Properties;
        }

        /**
         * Properties of a Member.
         * @deprecated Use splitsecond.v1.Member.$Properties instead.
         */
        interface IMember extends splitsecond.v1.Member.$Properties {
        }

        /** Represents a Member. */
        class Member {

            /**
             * Constructs a new Member.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Member.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Member competitor. */
            competitor: string;

            /** Member name. */
            name: string;

            /** Member given. */
            given?: (string|null);

            /** Member family. */
            family?: (string|null);

            /** Member organisation. */
            organisation: string;

            /** Member gender. */
            gender?: (string|null);

            /** Member birthDate. */
            birthDate?: (string|null);

            /** Member bib. */
            bib?: (string|null);

            /**
             * Encodes the specified Member message. Does not implicitly {@link splitsecond.v1.Member.verify|verify} messages.
             * @param message Member message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Member & splitsecond.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Member & splitsecond.v1.Member.$Shape;
        }

        namespace Member {

            /** Properties of a Member. */
            interface $Properties {

                /** Member competitor */
                competitor?: (string|null);

                /** Member name */
                name?: (string|null);

                /** Member given */
                given?: (string|null);

                /** Member family */
                family?: (string|null);

                /** Member organisation */
                organisation?: (string|null);

                /** Member gender */
                gender?: (string|null);

                /** Member birthDate */
                birthDate?: (string|null);

                /** Member bib */
                bib?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Member. */
            type $Shape = splitsecond.v1.Member.$Properties;
        }

        /**
         * Properties of a Mark.
         * @deprecated Use splitsecond.v1.Mark.$Properties instead.
         */
        interface IMark extends splitsecond.v1.Mark.$Properties {
        }

        /** Represents a Mark. */
        class Mark {

            /**
             * Constructs a new Mark.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Mark.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Mark result. */
            result?: (string|null);

            /** Mark resultType. */
            resultType?: (string|null);

            /** Mark irm. */
            irm?: (string|null);

            /** Mark irmReason. */
            irmReason?: (string|null);

            /** Mark unchecked. */
            unchecked?: (boolean|null);

            /** Mark wlt. */
            wlt?: (string|null);

            /** Mark records. */
            records: string[];

            /** Mark timedRace. */
            timedRace?: (splitsecond.v1.TimedRace.$Properties|null);

            /** Mark bestOf. */
            bestOf?: (splitsecond.v1.BestOf.$Properties|null);

            /** Mark countback. */
            countback?: (splitsecond.v1.Countback.$Properties|null);

            /** Mark judged. */
            judged?: (splitsecond.v1.Judged.$Properties|null);

            /** Mark combined. */
            combined?: (splitsecond.v1.Combined.$Properties|null);

            /**
             * Encodes the specified Mark message. Does not implicitly {@link splitsecond.v1.Mark.verify|verify} messages.
             * @param message Mark message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Mark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Mark message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Mark & splitsecond.v1.Mark.$Shape} Mark
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Mark & splitsecond.v1.Mark.$Shape;
        }

        namespace Mark {

            /** Properties of a Mark. */
            interface $Properties {

                /** Mark result */
                result?: (string|null);

                /** Mark resultType */
                resultType?: (string|null);

                /** Mark irm */
                irm?: (string|null);

                /** Mark irmReason */
                irmReason?: (string|null);

                /** Mark unchecked */
                unchecked?: (boolean|null);

                /** Mark wlt */
                wlt?: (string|null);

                /** Mark records */
                records?: (string[]|null);

                /** Mark timedRace */
                timedRace?: (splitsecond.v1.TimedRace.$Properties|null);

                /** Mark bestOf */
                bestOf?: (splitsecond.v1.BestOf.$Properties|null);

                /** Mark countback */
                countback?: (splitsecond.v1.Countback.$Properties|null);

                /** Mark judged */
                judged?: (splitsecond.v1.Judged.$Properties|null);

                /** Mark combined */
                combined?: (splitsecond.v1.Combined.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Mark. */
            type $Shape = splitsecond.v1.Mark.$Properties;
        }

        /**
         * Properties of a Place.
         * @deprecated Use splitsecond.v1.Place.$Properties instead.
         */
        interface IPlace extends splitsecond.v1.Place.$Properties {
        }

        /** Represents a Place. */
        class Place {

            /**
             * Constructs a new Place.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Place.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Place rank. */
            rank?: (number|null);

            /** Place rankEqual. */
            rankEqual: boolean;

            /** Place diff. */
            diff?: (string|null);

            /** Place qualificationMark. */
            qualificationMark?: (string|null);

            /** Place decidedBy. */
            decidedBy?: (splitsecond.v1.DecidedBy.$Properties|null);

            /** Place photoFinish. */
            photoFinish: boolean;

            /** Place medal. */
            medal?: (string|null);

            /** Place ruling. */
            ruling?: (string|null);

            /**
             * Encodes the specified Place message. Does not implicitly {@link splitsecond.v1.Place.verify|verify} messages.
             * @param message Place message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Place.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Place message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Place & splitsecond.v1.Place.$Shape} Place
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Place & splitsecond.v1.Place.$Shape;
        }

        namespace Place {

            /** Properties of a Place. */
            interface $Properties {

                /** Place rank */
                rank?: (number|null);

                /** Place rankEqual */
                rankEqual?: (boolean|null);

                /** Place diff */
                diff?: (string|null);

                /** Place qualificationMark */
                qualificationMark?: (string|null);

                /** Place decidedBy */
                decidedBy?: (splitsecond.v1.DecidedBy.$Properties|null);

                /** Place photoFinish */
                photoFinish?: (boolean|null);

                /** Place medal */
                medal?: (string|null);

                /** Place ruling */
                ruling?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Place. */
            type $Shape = splitsecond.v1.Place.$Properties;
        }

        /**
         * Properties of a DecidedBy.
         * @deprecated Use splitsecond.v1.DecidedBy.$Properties instead.
         */
        interface IDecidedBy extends splitsecond.v1.DecidedBy.$Properties {
        }

        /** Represents a DecidedBy. */
        class DecidedBy {

            /**
             * Constructs a new DecidedBy.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.DecidedBy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DecidedBy criterion. */
            criterion: string;

            /** DecidedBy clause. */
            clause: string;

            /**
             * Encodes the specified DecidedBy message. Does not implicitly {@link splitsecond.v1.DecidedBy.verify|verify} messages.
             * @param message DecidedBy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.DecidedBy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DecidedBy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.DecidedBy & splitsecond.v1.DecidedBy.$Shape} DecidedBy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.DecidedBy & splitsecond.v1.DecidedBy.$Shape;
        }

        namespace DecidedBy {

            /** Properties of a DecidedBy. */
            interface $Properties {

                /** DecidedBy criterion */
                criterion?: (string|null);

                /** DecidedBy clause */
                clause?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DecidedBy. */
            type $Shape = splitsecond.v1.DecidedBy.$Properties;
        }

        /**
         * Properties of a TimedRace.
         * @deprecated Use splitsecond.v1.TimedRace.$Properties instead.
         */
        interface ITimedRace extends splitsecond.v1.TimedRace.$Properties {
        }

        /** Represents a TimedRace. */
        class TimedRace {

            /**
             * Constructs a new TimedRace.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.TimedRace.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TimedRace reaction. */
            reaction?: (string|null);

            /** TimedRace thousandths. */
            thousandths?: (string|null);

            /** TimedRace passings. */
            passings: splitsecond.v1.Split.$Properties[];

            /** TimedRace warnings. */
            warnings?: (string|null);

            /** TimedRace penalty. */
            penalty?: (string|null);

            /** TimedRace legs. */
            legs: splitsecond.v1.Leg.$Properties[];

            /**
             * Encodes the specified TimedRace message. Does not implicitly {@link splitsecond.v1.TimedRace.verify|verify} messages.
             * @param message TimedRace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.TimedRace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TimedRace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.TimedRace & splitsecond.v1.TimedRace.$Shape} TimedRace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.TimedRace & splitsecond.v1.TimedRace.$Shape;
        }

        namespace TimedRace {

            /** Properties of a TimedRace. */
            interface $Properties {

                /** TimedRace reaction */
                reaction?: (string|null);

                /** TimedRace thousandths */
                thousandths?: (string|null);

                /** TimedRace passings */
                passings?: (splitsecond.v1.Split.$Properties[]|null);

                /** TimedRace warnings */
                warnings?: (string|null);

                /** TimedRace penalty */
                penalty?: (string|null);

                /** TimedRace legs */
                legs?: (splitsecond.v1.Leg.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TimedRace. */
            type $Shape = splitsecond.v1.TimedRace.$Properties;
        }

        /**
         * Properties of a Split.
         * @deprecated Use splitsecond.v1.Split.$Properties instead.
         */
        interface ISplit extends splitsecond.v1.Split.$Properties {
        }

        /** Represents a Split. */
        class Split {

            /**
             * Constructs a new Split.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Split.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Split point. */
            point: string;

            /** Split lap. */
            lap?: (number|null);

            /** Split time. */
            time: string;

            /** Split section. */
            section?: (string|null);

            /** Split rank. */
            rank?: (number|null);

            /** Split rankEqual. */
            rankEqual?: (boolean|null);

            /**
             * Encodes the specified Split message. Does not implicitly {@link splitsecond.v1.Split.verify|verify} messages.
             * @param message Split message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Split.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Split message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Split & splitsecond.v1.Split.$Shape} Split
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Split & splitsecond.v1.Split.$Shape;
        }

        namespace Split {

            /** Properties of a Split. */
            interface $Properties {

                /** Split point */
                point?: (string|null);

                /** Split lap */
                lap?: (number|null);

                /** Split time */
                time?: (string|null);

                /** Split section */
                section?: (string|null);

                /** Split rank */
                rank?: (number|null);

                /** Split rankEqual */
                rankEqual?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Split. */
            type $Shape = splitsecond.v1.Split.$Properties;
        }

        /**
         * Properties of a Leg.
         * @deprecated Use splitsecond.v1.Leg.$Properties instead.
         */
        interface ILeg extends splitsecond.v1.Leg.$Properties {
        }

        /** Represents a Leg. */
        class Leg {

            /**
             * Constructs a new Leg.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Leg.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Leg competitor. */
            competitor: string;

            /** Leg order. */
            order: number;

            /** Leg split. */
            split?: (string|null);

            /** Leg reaction. */
            reaction?: (string|null);

            /**
             * Encodes the specified Leg message. Does not implicitly {@link splitsecond.v1.Leg.verify|verify} messages.
             * @param message Leg message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Leg.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Leg message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Leg & splitsecond.v1.Leg.$Shape} Leg
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Leg & splitsecond.v1.Leg.$Shape;
        }

        namespace Leg {

            /** Properties of a Leg. */
            interface $Properties {

                /** Leg competitor */
                competitor?: (string|null);

                /** Leg order */
                order?: (number|null);

                /** Leg split */
                split?: (string|null);

                /** Leg reaction */
                reaction?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Leg. */
            type $Shape = splitsecond.v1.Leg.$Properties;
        }

        /**
         * Properties of a BestOf.
         * @deprecated Use splitsecond.v1.BestOf.$Properties instead.
         */
        interface IBestOf extends splitsecond.v1.BestOf.$Properties {
        }

        /** Represents a BestOf. */
        class BestOf {

            /**
             * Constructs a new BestOf.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.BestOf.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BestOf attempts. */
            attempts: splitsecond.v1.AttemptMark.$Properties[];

            /** BestOf bestAttempt. */
            bestAttempt?: (number|null);

            /** BestOf wind. */
            wind?: (string|null);

            /**
             * Encodes the specified BestOf message. Does not implicitly {@link splitsecond.v1.BestOf.verify|verify} messages.
             * @param message BestOf message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.BestOf.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BestOf message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.BestOf & splitsecond.v1.BestOf.$Shape} BestOf
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.BestOf & splitsecond.v1.BestOf.$Shape;
        }

        namespace BestOf {

            /** Properties of a BestOf. */
            interface $Properties {

                /** BestOf attempts */
                attempts?: (splitsecond.v1.AttemptMark.$Properties[]|null);

                /** BestOf bestAttempt */
                bestAttempt?: (number|null);

                /** BestOf wind */
                wind?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BestOf. */
            type $Shape = splitsecond.v1.BestOf.$Properties;
        }

        /**
         * Properties of an AttemptMark.
         * @deprecated Use splitsecond.v1.AttemptMark.$Properties instead.
         */
        interface IAttemptMark extends splitsecond.v1.AttemptMark.$Properties {
        }

        /** Represents an AttemptMark. */
        class AttemptMark {

            /**
             * Constructs a new AttemptMark.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.AttemptMark.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AttemptMark attempt. */
            attempt: number;

            /** AttemptMark mark. */
            mark: string;

            /** AttemptMark wind. */
            wind?: (string|null);

            /** AttemptMark rankAfter. */
            rankAfter?: (number|null);

            /**
             * Encodes the specified AttemptMark message. Does not implicitly {@link splitsecond.v1.AttemptMark.verify|verify} messages.
             * @param message AttemptMark message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.AttemptMark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AttemptMark message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.AttemptMark & splitsecond.v1.AttemptMark.$Shape} AttemptMark
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.AttemptMark & splitsecond.v1.AttemptMark.$Shape;
        }

        namespace AttemptMark {

            /** Properties of an AttemptMark. */
            interface $Properties {

                /** AttemptMark attempt */
                attempt?: (number|null);

                /** AttemptMark mark */
                mark?: (string|null);

                /** AttemptMark wind */
                wind?: (string|null);

                /** AttemptMark rankAfter */
                rankAfter?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AttemptMark. */
            type $Shape = splitsecond.v1.AttemptMark.$Properties;
        }

        /**
         * Properties of a Countback.
         * @deprecated Use splitsecond.v1.Countback.$Properties instead.
         */
        interface ICountback extends splitsecond.v1.Countback.$Properties {
        }

        /** Represents a Countback. */
        class Countback {

            /**
             * Constructs a new Countback.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Countback.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Countback heights. */
            heights: splitsecond.v1.HeightMark.$Properties[];

            /** Countback failuresAtBest. */
            failuresAtBest?: (number|null);

            /** Countback failuresInAll. */
            failuresInAll?: (number|null);

            /**
             * Encodes the specified Countback message. Does not implicitly {@link splitsecond.v1.Countback.verify|verify} messages.
             * @param message Countback message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Countback.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Countback message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Countback & splitsecond.v1.Countback.$Shape} Countback
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Countback & splitsecond.v1.Countback.$Shape;
        }

        namespace Countback {

            /** Properties of a Countback. */
            interface $Properties {

                /** Countback heights */
                heights?: (splitsecond.v1.HeightMark.$Properties[]|null);

                /** Countback failuresAtBest */
                failuresAtBest?: (number|null);

                /** Countback failuresInAll */
                failuresInAll?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Countback. */
            type $Shape = splitsecond.v1.Countback.$Properties;
        }

        /**
         * Properties of an HeightMark.
         * @deprecated Use splitsecond.v1.HeightMark.$Properties instead.
         */
        interface IHeightMark extends splitsecond.v1.HeightMark.$Properties {
        }

        /** Represents an HeightMark. */
        class HeightMark {

            /**
             * Constructs a new HeightMark.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.HeightMark.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HeightMark height. */
            height: string;

            /** HeightMark trials. */
            trials: string;

            /** HeightMark jumpOff. */
            jumpOff?: (boolean|null);

            /**
             * Encodes the specified HeightMark message. Does not implicitly {@link splitsecond.v1.HeightMark.verify|verify} messages.
             * @param message HeightMark message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.HeightMark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an HeightMark message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.HeightMark & splitsecond.v1.HeightMark.$Shape} HeightMark
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.HeightMark & splitsecond.v1.HeightMark.$Shape;
        }

        namespace HeightMark {

            /** Properties of an HeightMark. */
            interface $Properties {

                /** HeightMark height */
                height?: (string|null);

                /** HeightMark trials */
                trials?: (string|null);

                /** HeightMark jumpOff */
                jumpOff?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an HeightMark. */
            type $Shape = splitsecond.v1.HeightMark.$Properties;
        }

        /**
         * Properties of a Judged.
         * @deprecated Use splitsecond.v1.Judged.$Properties instead.
         */
        interface IJudged extends splitsecond.v1.Judged.$Properties {
        }

        /** Represents a Judged. */
        class Judged {

            /**
             * Constructs a new Judged.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Judged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Judged parts. */
            parts: splitsecond.v1.JudgedPart.$Properties[];

            /**
             * Encodes the specified Judged message. Does not implicitly {@link splitsecond.v1.Judged.verify|verify} messages.
             * @param message Judged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Judged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Judged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Judged & splitsecond.v1.Judged.$Shape} Judged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Judged & splitsecond.v1.Judged.$Shape;
        }

        namespace Judged {

            /** Properties of a Judged. */
            interface $Properties {

                /** Judged parts */
                parts?: (splitsecond.v1.JudgedPart.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Judged. */
            type $Shape = splitsecond.v1.Judged.$Properties;
        }

        /**
         * Properties of a JudgedPart.
         * @deprecated Use splitsecond.v1.JudgedPart.$Properties instead.
         */
        interface IJudgedPart extends splitsecond.v1.JudgedPart.$Properties {
        }

        /** Represents a JudgedPart. */
        class JudgedPart {

            /**
             * Constructs a new JudgedPart.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.JudgedPart.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JudgedPart part. */
            part: string;

            /** JudgedPart athlete. */
            athlete?: (string|null);

            /** JudgedPart score. */
            score: string;

            /** JudgedPart components. */
            components: { [k: string]: string };

            /** JudgedPart rank. */
            rank?: (number|null);

            /** JudgedPart counts. */
            counts?: (boolean|null);

            /**
             * Encodes the specified JudgedPart message. Does not implicitly {@link splitsecond.v1.JudgedPart.verify|verify} messages.
             * @param message JudgedPart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.JudgedPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JudgedPart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.JudgedPart & splitsecond.v1.JudgedPart.$Shape} JudgedPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.JudgedPart & splitsecond.v1.JudgedPart.$Shape;
        }

        namespace JudgedPart {

            /** Properties of a JudgedPart. */
            interface $Properties {

                /** JudgedPart part */
                part?: (string|null);

                /** JudgedPart athlete */
                athlete?: (string|null);

                /** JudgedPart score */
                score?: (string|null);

                /** JudgedPart components */
                components?: ({ [k: string]: string }|null);

                /** JudgedPart rank */
                rank?: (number|null);

                /** JudgedPart counts */
                counts?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JudgedPart. */
            type $Shape = splitsecond.v1.JudgedPart.$Properties;
        }

        /**
         * Properties of a Combined.
         * @deprecated Use splitsecond.v1.Combined.$Properties instead.
         */
        interface ICombined extends splitsecond.v1.Combined.$Properties {
        }

        /** Represents a Combined. */
        class Combined {

            /**
             * Constructs a new Combined.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.Combined.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Combined parts. */
            parts: splitsecond.v1.CombinedPart.$Properties[];

            /**
             * Encodes the specified Combined message. Does not implicitly {@link splitsecond.v1.Combined.verify|verify} messages.
             * @param message Combined message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.Combined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Combined message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.Combined & splitsecond.v1.Combined.$Shape} Combined
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.Combined & splitsecond.v1.Combined.$Shape;
        }

        namespace Combined {

            /** Properties of a Combined. */
            interface $Properties {

                /** Combined parts */
                parts?: (splitsecond.v1.CombinedPart.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Combined. */
            type $Shape = splitsecond.v1.Combined.$Properties;
        }

        /**
         * Properties of a CombinedPart.
         * @deprecated Use splitsecond.v1.CombinedPart.$Properties instead.
         */
        interface ICombinedPart extends splitsecond.v1.CombinedPart.$Properties {
        }

        /** Represents a CombinedPart. */
        class CombinedPart {

            /**
             * Constructs a new CombinedPart.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.v1.CombinedPart.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CombinedPart unit. */
            unit: string;

            /** CombinedPart name. */
            name: string;

            /** CombinedPart result. */
            result?: (string|null);

            /** CombinedPart resultType. */
            resultType?: (string|null);

            /** CombinedPart irm. */
            irm?: (string|null);

            /** CombinedPart points. */
            points?: (string|null);

            /** CombinedPart rank. */
            rank?: (number|null);

            /** CombinedPart wind. */
            wind?: (string|null);

            /** CombinedPart total. */
            total?: (string|null);

            /** CombinedPart totalRank. */
            totalRank?: (number|null);

            /**
             * Encodes the specified CombinedPart message. Does not implicitly {@link splitsecond.v1.CombinedPart.verify|verify} messages.
             * @param message CombinedPart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.v1.CombinedPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CombinedPart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.v1.CombinedPart & splitsecond.v1.CombinedPart.$Shape} CombinedPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.v1.CombinedPart & splitsecond.v1.CombinedPart.$Shape;
        }

        namespace CombinedPart {

            /** Properties of a CombinedPart. */
            interface $Properties {

                /** CombinedPart unit */
                unit?: (string|null);

                /** CombinedPart name */
                name?: (string|null);

                /** CombinedPart result */
                result?: (string|null);

                /** CombinedPart resultType */
                resultType?: (string|null);

                /** CombinedPart irm */
                irm?: (string|null);

                /** CombinedPart points */
                points?: (string|null);

                /** CombinedPart rank */
                rank?: (number|null);

                /** CombinedPart wind */
                wind?: (string|null);

                /** CombinedPart total */
                total?: (string|null);

                /** CombinedPart totalRank */
                totalRank?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CombinedPart. */
            type $Shape = splitsecond.v1.CombinedPart.$Properties;
        }
    }
}
