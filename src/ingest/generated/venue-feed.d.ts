import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace splitsecond. */
export namespace splitsecond {

    /** Namespace venue. */
    namespace venue {

        /**
         * Properties of a VenueFact.
         * @deprecated Use splitsecond.venue.VenueFact.$Properties instead.
         */
        interface IVenueFact extends splitsecond.venue.VenueFact.$Properties {
        }

        /** Represents a VenueFact. */
        class VenueFact {

            /**
             * Constructs a new VenueFact.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.VenueFact.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VenueFact source. */
            source?: (string|null);

            /** VenueFact epoch. */
            epoch?: (string|null);

            /** VenueFact seq. */
            seq?: (number|null);

            /** VenueFact sentAt. */
            sentAt?: (string|null);

            /** VenueFact unit. */
            unit?: (string|null);

            /** VenueFact replaces. */
            replaces?: (number|null);

            /** VenueFact test. */
            test?: (boolean|null);

            /** VenueFact expects. */
            expects?: (splitsecond.venue.Expected.$Properties|null);

            /** VenueFact setup. */
            setup?: (splitsecond.venue.Setup.$Properties|null);

            /** VenueFact startList. */
            startList?: (splitsecond.venue.StartList.$Properties|null);

            /** VenueFact start. */
            start?: (splitsecond.venue.Start.$Properties|null);

            /** VenueFact passing. */
            passing?: (splitsecond.venue.Passing.$Properties|null);

            /** VenueFact reaction. */
            reaction?: (splitsecond.venue.Reaction.$Properties|null);

            /** VenueFact attempt. */
            attempt?: (splitsecond.venue.Attempt.$Properties|null);

            /** VenueFact score. */
            score?: (splitsecond.venue.Score.$Properties|null);

            /** VenueFact periodScore. */
            periodScore?: (splitsecond.venue.PeriodScore.$Properties|null);

            /** VenueFact action. */
            action?: (splitsecond.venue.Action.$Properties|null);

            /** VenueFact clock. */
            clock?: (splitsecond.venue.Clock.$Properties|null);

            /** VenueFact irm. */
            irm?: (splitsecond.venue.Irm.$Properties|null);

            /** VenueFact penalty. */
            penalty?: (splitsecond.venue.Penalty.$Properties|null);

            /** VenueFact conditions. */
            conditions?: (splitsecond.venue.Conditions.$Properties|null);

            /** VenueFact order. */
            order?: (splitsecond.venue.Order.$Properties|null);

            /** VenueFact advance. */
            advance?: (splitsecond.venue.Advance.$Properties|null);

            /** VenueFact rankOverride. */
            rankOverride?: (splitsecond.venue.RankOverride.$Properties|null);

            /** VenueFact status. */
            status?: (splitsecond.venue.Status.$Properties|null);

            /** VenueFact schedule. */
            schedule?: (splitsecond.venue.Schedule.$Properties|null);

            /** VenueFact note. */
            note?: (splitsecond.venue.Note.$Properties|null);

            /** VenueFact void. */
            void?: (splitsecond.venue.Void.$Properties|null);

            /** VenueFact link. */
            link?: (splitsecond.venue.Link.$Properties|null);

            /** VenueFact release. */
            release?: (splitsecond.venue.Release.$Properties|null);

            /** VenueFact heartbeat. */
            heartbeat?: (splitsecond.venue.Heartbeat.$Properties|null);

            /** VenueFact competition. */
            competition?: (splitsecond.venue.Competition.$Properties|null);

            /** VenueFact session. */
            session?: (splitsecond.venue.Session.$Properties|null);

            /** VenueFact fact. */
            fact?: ("setup"|"startList"|"start"|"passing"|"reaction"|"attempt"|"score"|"periodScore"|"action"|"clock"|"irm"|"penalty"|"conditions"|"order"|"advance"|"rankOverride"|"status"|"schedule"|"note"|"void"|"link"|"release"|"heartbeat"|"competition"|"session");

            /**
             * Encodes the specified VenueFact message. Does not implicitly {@link splitsecond.venue.VenueFact.verify|verify} messages.
             * @param message VenueFact message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.VenueFact.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VenueFact message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.VenueFact & splitsecond.venue.VenueFact.$Shape} VenueFact
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.VenueFact & splitsecond.venue.VenueFact.$Shape;
        }

        namespace VenueFact {

            /** Properties of a VenueFact. */
            interface $Properties {

                /** VenueFact source */
                source?: (string|null);

                /** VenueFact epoch */
                epoch?: (string|null);

                /** VenueFact seq */
                seq?: (number|null);

                /** VenueFact sentAt */
                sentAt?: (string|null);

                /** VenueFact unit */
                unit?: (string|null);

                /** VenueFact replaces */
                replaces?: (number|null);

                /** VenueFact test */
                test?: (boolean|null);

                /** VenueFact expects */
                expects?: (splitsecond.venue.Expected.$Properties|null);

                /** VenueFact setup */
                setup?: (splitsecond.venue.Setup.$Properties|null);

                /** VenueFact startList */
                startList?: (splitsecond.venue.StartList.$Properties|null);

                /** VenueFact start */
                start?: (splitsecond.venue.Start.$Properties|null);

                /** VenueFact passing */
                passing?: (splitsecond.venue.Passing.$Properties|null);

                /** VenueFact reaction */
                reaction?: (splitsecond.venue.Reaction.$Properties|null);

                /** VenueFact attempt */
                attempt?: (splitsecond.venue.Attempt.$Properties|null);

                /** VenueFact score */
                score?: (splitsecond.venue.Score.$Properties|null);

                /** VenueFact periodScore */
                periodScore?: (splitsecond.venue.PeriodScore.$Properties|null);

                /** VenueFact action */
                action?: (splitsecond.venue.Action.$Properties|null);

                /** VenueFact clock */
                clock?: (splitsecond.venue.Clock.$Properties|null);

                /** VenueFact irm */
                irm?: (splitsecond.venue.Irm.$Properties|null);

                /** VenueFact penalty */
                penalty?: (splitsecond.venue.Penalty.$Properties|null);

                /** VenueFact conditions */
                conditions?: (splitsecond.venue.Conditions.$Properties|null);

                /** VenueFact order */
                order?: (splitsecond.venue.Order.$Properties|null);

                /** VenueFact advance */
                advance?: (splitsecond.venue.Advance.$Properties|null);

                /** VenueFact rankOverride */
                rankOverride?: (splitsecond.venue.RankOverride.$Properties|null);

                /** VenueFact status */
                status?: (splitsecond.venue.Status.$Properties|null);

                /** VenueFact schedule */
                schedule?: (splitsecond.venue.Schedule.$Properties|null);

                /** VenueFact note */
                note?: (splitsecond.venue.Note.$Properties|null);

                /** VenueFact void */
                "void"?: (splitsecond.venue.Void.$Properties|null);

                /** VenueFact link */
                link?: (splitsecond.venue.Link.$Properties|null);

                /** VenueFact release */
                release?: (splitsecond.venue.Release.$Properties|null);

                /** VenueFact heartbeat */
                heartbeat?: (splitsecond.venue.Heartbeat.$Properties|null);

                /** VenueFact competition */
                competition?: (splitsecond.venue.Competition.$Properties|null);

                /** VenueFact session */
                session?: (splitsecond.venue.Session.$Properties|null);

                /** VenueFact fact */
                fact?: ("setup"|"startList"|"start"|"passing"|"reaction"|"attempt"|"score"|"periodScore"|"action"|"clock"|"irm"|"penalty"|"conditions"|"order"|"advance"|"rankOverride"|"status"|"schedule"|"note"|"void"|"link"|"release"|"heartbeat"|"competition"|"session");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a VenueFact. */
            type $Shape = {
              source?: string|null;
              epoch?: string|null;
              seq?: number|null;
              sentAt?: string|null;
              unit?: string|null;
              replaces?: number|null;
              test?: boolean|null;
              expects?: splitsecond.venue.Expected.$Shape|null;
              setup?: splitsecond.venue.Setup.$Shape|null;
              startList?: splitsecond.venue.StartList.$Shape|null;
              start?: splitsecond.venue.Start.$Shape|null;
              passing?: splitsecond.venue.Passing.$Shape|null;
              reaction?: splitsecond.venue.Reaction.$Shape|null;
              attempt?: splitsecond.venue.Attempt.$Shape|null;
              score?: splitsecond.venue.Score.$Shape|null;
              periodScore?: splitsecond.venue.PeriodScore.$Shape|null;
              action?: splitsecond.venue.Action.$Shape|null;
              clock?: splitsecond.venue.Clock.$Shape|null;
              irm?: splitsecond.venue.Irm.$Shape|null;
              penalty?: splitsecond.venue.Penalty.$Shape|null;
              conditions?: splitsecond.venue.Conditions.$Shape|null;
              order?: splitsecond.venue.Order.$Shape|null;
              advance?: splitsecond.venue.Advance.$Shape|null;
              rankOverride?: splitsecond.venue.RankOverride.$Shape|null;
              status?: splitsecond.venue.Status.$Shape|null;
              schedule?: splitsecond.venue.Schedule.$Shape|null;
              note?: splitsecond.venue.Note.$Shape|null;
              "void"?: splitsecond.venue.Void.$Shape|null;
              link?: splitsecond.venue.Link.$Shape|null;
              release?: splitsecond.venue.Release.$Shape|null;
              heartbeat?: splitsecond.venue.Heartbeat.$Shape|null;
              competition?: splitsecond.venue.Competition.$Shape|null;
              session?: splitsecond.venue.Session.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ fact?: undefined; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "setup"; setup: splitsecond.venue.Setup.$Shape; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "startList"; setup?: null; startList: splitsecond.venue.StartList.$Shape; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "start"; setup?: null; startList?: null; start: splitsecond.venue.Start.$Shape; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "passing"; setup?: null; startList?: null; start?: null; passing: splitsecond.venue.Passing.$Shape; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "reaction"; setup?: null; startList?: null; start?: null; passing?: null; reaction: splitsecond.venue.Reaction.$Shape; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "attempt"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt: splitsecond.venue.Attempt.$Shape; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "score"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score: splitsecond.venue.Score.$Shape; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "periodScore"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore: splitsecond.venue.PeriodScore.$Shape; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "action"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action: splitsecond.venue.Action.$Shape; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "clock"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock: splitsecond.venue.Clock.$Shape; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "irm"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm: splitsecond.venue.Irm.$Shape; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "penalty"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty: splitsecond.venue.Penalty.$Shape; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "conditions"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions: splitsecond.venue.Conditions.$Shape; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "order"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order: splitsecond.venue.Order.$Shape; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "advance"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance: splitsecond.venue.Advance.$Shape; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "rankOverride"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride: splitsecond.venue.RankOverride.$Shape; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "status"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status: splitsecond.venue.Status.$Shape; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "schedule"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule: splitsecond.venue.Schedule.$Shape; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "note"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note: splitsecond.venue.Note.$Shape; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "void"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void": splitsecond.venue.Void.$Shape; link?: null; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "link"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link: splitsecond.venue.Link.$Shape; release?: null; heartbeat?: null; competition?: null; session?: null }|{ fact?: "release"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release: splitsecond.venue.Release.$Shape; heartbeat?: null; competition?: null; session?: null }|{ fact?: "heartbeat"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat: splitsecond.venue.Heartbeat.$Shape; competition?: null; session?: null }|{ fact?: "competition"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition: splitsecond.venue.Competition.$Shape; session?: null }|{ fact?: "session"; setup?: null; startList?: null; start?: null; passing?: null; reaction?: null; attempt?: null; score?: null; periodScore?: null; action?: null; clock?: null; irm?: null; penalty?: null; conditions?: null; order?: null; advance?: null; rankOverride?: null; status?: null; schedule?: null; note?: null; "void"?: null; link?: null; release?: null; heartbeat?: null; competition?: null; session: splitsecond.venue.Session.$Shape })
            );
        }

        /**
         * Properties of an Expected.
         * @deprecated Use splitsecond.venue.Expected.$Properties instead.
         */
        interface IExpected extends splitsecond.venue.Expected.$Properties {
        }

        /** Represents an Expected. */
        class Expected {

            /**
             * Constructs a new Expected.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Expected.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Expected seq. */
            seq?: (number|null);

            /** Expected source. */
            source?: (string|null);

            /** Expected epoch. */
            epoch?: (string|null);

            /**
             * Encodes the specified Expected message. Does not implicitly {@link splitsecond.venue.Expected.verify|verify} messages.
             * @param message Expected message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Expected.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Expected message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Expected & splitsecond.venue.Expected.$Shape} Expected
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Expected & splitsecond.venue.Expected.$Shape;
        }

        namespace Expected {

            /** Properties of an Expected. */
            interface $Properties {

                /** Expected seq */
                seq?: (number|null);

                /** Expected source */
                source?: (string|null);

                /** Expected epoch */
                epoch?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Expected. */
            type $Shape = splitsecond.venue.Expected.$Properties;
        }

        /**
         * Properties of a Setup.
         * @deprecated Use splitsecond.venue.Setup.$Properties instead.
         */
        interface ISetup extends splitsecond.venue.Setup.$Properties {
        }

        /** Represents a Setup. */
        class Setup {

            /**
             * Constructs a new Setup.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Setup.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Setup rule. */
            rule?: (string|null);

            /** Setup event. */
            event?: (string|null);

            /** Setup phase. */
            phase?: (string|null);

            /** Setup name. */
            name?: (string|null);

            /** Setup venue. */
            venue?: (string|null);

            /** Setup location. */
            location?: (string|null);

            /** Setup scheduledStart. */
            scheduledStart?: (string|null);

            /** Setup points. */
            points: splitsecond.venue.TimingPoint.$Properties[];

            /** Setup laps. */
            laps?: (number|null);

            /** Setup heights. */
            heights: string[];

            /** Setup attempts. */
            attempts?: (number|null);

            /** Setup units. */
            units: string[];

            /** Setup advance. */
            advance: splitsecond.venue.AdvanceSpec.$Properties[];

            /** Setup medals. */
            medals: number[];

            /** Setup options. */
            options?: (google.protobuf.Struct.$Properties|null);

            /** Setup primary. */
            primary?: (string|null);

            /** Setup reconstructed. */
            reconstructed?: (boolean|null);

            /** Setup records. */
            records: splitsecond.venue.RecordSpec.$Properties[];

            /** Setup timing. */
            timing?: (splitsecond.venue.Timing.$Properties|null);

            /** Setup final. */
            final?: (string|null);

            /** Setup lanes. */
            lanes?: (number|null);

            /** Setup session. */
            session?: (string|null);

            /** Setup names. */
            names: { [k: string]: string };

            /** Setup projection. */
            projection?: (boolean|null);

            /**
             * Encodes the specified Setup message. Does not implicitly {@link splitsecond.venue.Setup.verify|verify} messages.
             * @param message Setup message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Setup.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Setup message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Setup & splitsecond.venue.Setup.$Shape} Setup
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Setup & splitsecond.venue.Setup.$Shape;
        }

        namespace Setup {

            /** Properties of a Setup. */
            interface $Properties {

                /** Setup rule */
                rule?: (string|null);

                /** Setup event */
                event?: (string|null);

                /** Setup phase */
                phase?: (string|null);

                /** Setup name */
                name?: (string|null);

                /** Setup venue */
                venue?: (string|null);

                /** Setup location */
                location?: (string|null);

                /** Setup scheduledStart */
                scheduledStart?: (string|null);

                /** Setup points */
                points?: (splitsecond.venue.TimingPoint.$Properties[]|null);

                /** Setup laps */
                laps?: (number|null);

                /** Setup heights */
                heights?: (string[]|null);

                /** Setup attempts */
                attempts?: (number|null);

                /** Setup units */
                units?: (string[]|null);

                /** Setup advance */
                advance?: (splitsecond.venue.AdvanceSpec.$Properties[]|null);

                /** Setup medals */
                medals?: (number[]|null);

                /** Setup options */
                options?: (google.protobuf.Struct.$Properties|null);

                /** Setup primary */
                primary?: (string|null);

                /** Setup reconstructed */
                reconstructed?: (boolean|null);

                /** Setup records */
                records?: (splitsecond.venue.RecordSpec.$Properties[]|null);

                /** Setup timing */
                timing?: (splitsecond.venue.Timing.$Properties|null);

                /** Setup final */
                final?: (string|null);

                /** Setup lanes */
                lanes?: (number|null);

                /** Setup session */
                session?: (string|null);

                /** Setup names */
                names?: ({ [k: string]: string }|null);

                /** Setup projection */
                projection?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Setup. */
            type $Shape = {
              rule?: string|null;
              event?: string|null;
              phase?: string|null;
              name?: string|null;
              venue?: string|null;
              location?: string|null;
              scheduledStart?: string|null;
              points?: splitsecond.venue.TimingPoint.$Shape[]|null;
              laps?: number|null;
              heights?: string[]|null;
              attempts?: number|null;
              units?: string[]|null;
              advance?: splitsecond.venue.AdvanceSpec.$Shape[]|null;
              medals?: number[]|null;
              options?: google.protobuf.Struct.$Shape|null;
              primary?: string|null;
              reconstructed?: boolean|null;
              records?: splitsecond.venue.RecordSpec.$Shape[]|null;
              timing?: splitsecond.venue.Timing.$Shape|null;
              final?: string|null;
              lanes?: number|null;
              session?: string|null;
              names?: { [k: string]: string }|null;
              projection?: boolean|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a RecordSpec.
         * @deprecated Use splitsecond.venue.RecordSpec.$Properties instead.
         */
        interface IRecordSpec extends splitsecond.venue.RecordSpec.$Properties {
        }

        /** Represents a RecordSpec. */
        class RecordSpec {

            /**
             * Constructs a new RecordSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.RecordSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RecordSpec type. */
            type?: (string|null);

            /** RecordSpec result. */
            result?: (string|null);

            /** RecordSpec code. */
            code?: (string|null);

            /** RecordSpec competitor. */
            competitor?: (string|null);

            /** RecordSpec name. */
            name?: (string|null);

            /** RecordSpec organisation. */
            organisation?: (string|null);

            /** RecordSpec date. */
            date?: (string|null);

            /** RecordSpec place. */
            place?: (string|null);

            /**
             * Encodes the specified RecordSpec message. Does not implicitly {@link splitsecond.venue.RecordSpec.verify|verify} messages.
             * @param message RecordSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.RecordSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RecordSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.RecordSpec & splitsecond.venue.RecordSpec.$Shape} RecordSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.RecordSpec & splitsecond.venue.RecordSpec.$Shape;
        }

        namespace RecordSpec {

            /** Properties of a RecordSpec. */
            interface $Properties {

                /** RecordSpec type */
                type?: (string|null);

                /** RecordSpec result */
                result?: (string|null);

                /** RecordSpec code */
                code?: (string|null);

                /** RecordSpec competitor */
                competitor?: (string|null);

                /** RecordSpec name */
                name?: (string|null);

                /** RecordSpec organisation */
                organisation?: (string|null);

                /** RecordSpec date */
                date?: (string|null);

                /** RecordSpec place */
                place?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RecordSpec. */
            type $Shape = splitsecond.venue.RecordSpec.$Properties;
        }

        /**
         * Properties of a Timing.
         * @deprecated Use splitsecond.venue.Timing.$Properties instead.
         */
        interface ITiming extends splitsecond.venue.Timing.$Properties {
        }

        /** Represents a Timing. */
        class Timing {

            /**
             * Constructs a new Timing.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Timing.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timing hand. */
            hand?: (boolean|null);

            /** Timing precision. */
            precision?: (string|null);

            /**
             * Encodes the specified Timing message. Does not implicitly {@link splitsecond.venue.Timing.verify|verify} messages.
             * @param message Timing message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Timing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timing message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Timing & splitsecond.venue.Timing.$Shape} Timing
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Timing & splitsecond.venue.Timing.$Shape;
        }

        namespace Timing {

            /** Properties of a Timing. */
            interface $Properties {

                /** Timing hand */
                hand?: (boolean|null);

                /** Timing precision */
                precision?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timing. */
            type $Shape = splitsecond.venue.Timing.$Properties;
        }

        /**
         * Properties of a TimingPoint.
         * @deprecated Use splitsecond.venue.TimingPoint.$Properties instead.
         */
        interface ITimingPoint extends splitsecond.venue.TimingPoint.$Properties {
        }

        /** Represents a TimingPoint. */
        class TimingPoint {

            /**
             * Constructs a new TimingPoint.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.TimingPoint.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TimingPoint code. */
            code?: (string|null);

            /** TimingPoint distance. */
            distance?: (string|null);

            /**
             * Encodes the specified TimingPoint message. Does not implicitly {@link splitsecond.venue.TimingPoint.verify|verify} messages.
             * @param message TimingPoint message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.TimingPoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TimingPoint message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.TimingPoint & splitsecond.venue.TimingPoint.$Shape} TimingPoint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.TimingPoint & splitsecond.venue.TimingPoint.$Shape;
        }

        namespace TimingPoint {

            /** Properties of a TimingPoint. */
            interface $Properties {

                /** TimingPoint code */
                code?: (string|null);

                /** TimingPoint distance */
                distance?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TimingPoint. */
            type $Shape = splitsecond.venue.TimingPoint.$Properties;
        }

        /**
         * Properties of an AdvanceSpec.
         * @deprecated Use splitsecond.venue.AdvanceSpec.$Properties instead.
         */
        interface IAdvanceSpec extends splitsecond.venue.AdvanceSpec.$Properties {
        }

        /** Represents an AdvanceSpec. */
        class AdvanceSpec {

            /**
             * Constructs a new AdvanceSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.AdvanceSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdvanceSpec by. */
            by?: (string|null);

            /** AdvanceSpec count. */
            count?: (number|null);

            /** AdvanceSpec mark. */
            mark?: (string|null);

            /** AdvanceSpec maxPerOrganisation. */
            maxPerOrganisation?: (number|null);

            /** AdvanceSpec value. */
            value?: (string|null);

            /** AdvanceSpec numbered. */
            numbered?: (boolean|null);

            /**
             * Encodes the specified AdvanceSpec message. Does not implicitly {@link splitsecond.venue.AdvanceSpec.verify|verify} messages.
             * @param message AdvanceSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.AdvanceSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdvanceSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.AdvanceSpec & splitsecond.venue.AdvanceSpec.$Shape} AdvanceSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.AdvanceSpec & splitsecond.venue.AdvanceSpec.$Shape;
        }

        namespace AdvanceSpec {

            /** Properties of an AdvanceSpec. */
            interface $Properties {

                /** AdvanceSpec by */
                by?: (string|null);

                /** AdvanceSpec count */
                count?: (number|null);

                /** AdvanceSpec mark */
                mark?: (string|null);

                /** AdvanceSpec maxPerOrganisation */
                maxPerOrganisation?: (number|null);

                /** AdvanceSpec value */
                value?: (string|null);

                /** AdvanceSpec numbered */
                numbered?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdvanceSpec. */
            type $Shape = splitsecond.venue.AdvanceSpec.$Properties;
        }

        /**
         * Properties of a StartList.
         * @deprecated Use splitsecond.venue.StartList.$Properties instead.
         */
        interface IStartList extends splitsecond.venue.StartList.$Properties {
        }

        /** Represents a StartList. */
        class StartList {

            /**
             * Constructs a new StartList.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.StartList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StartList entries. */
            entries: splitsecond.venue.Entry.$Properties[];

            /**
             * Encodes the specified StartList message. Does not implicitly {@link splitsecond.venue.StartList.verify|verify} messages.
             * @param message StartList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.StartList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StartList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.StartList & splitsecond.venue.StartList.$Shape} StartList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.StartList & splitsecond.venue.StartList.$Shape;
        }

        namespace StartList {

            /** Properties of a StartList. */
            interface $Properties {

                /** StartList entries */
                entries?: (splitsecond.venue.Entry.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StartList. */
            type $Shape = splitsecond.venue.StartList.$Properties;
        }

        /**
         * Properties of an Entry.
         * @deprecated Use splitsecond.venue.Entry.$Properties instead.
         */
        interface IEntry extends splitsecond.venue.Entry.$Properties {
        }

        /** Represents an Entry. */
        class Entry {

            /**
             * Constructs a new Entry.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Entry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entry competitor. */
            competitor?: (splitsecond.venue.Competitor.$Properties|null);

            /** Entry startOrder. */
            startOrder?: (number|null);

            /** Entry lane. */
            lane?: (string|null);

            /** Entry bib. */
            bib?: (string|null);

            /** Entry seed. */
            seed?: (string|null);

            /** Entry group. */
            group?: (string|null);

            /** Entry startOffset. */
            startOffset?: (string|null);

            /** Entry previous. */
            previous?: (string|null);

            /** Entry bests. */
            bests: { [k: string]: string };

            /**
             * Encodes the specified Entry message. Does not implicitly {@link splitsecond.venue.Entry.verify|verify} messages.
             * @param message Entry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Entry & splitsecond.venue.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Entry & splitsecond.venue.Entry.$Shape;
        }

        namespace Entry {

            /** Properties of an Entry. */
            interface $Properties {

                /** Entry competitor */
                competitor?: (splitsecond.venue.Competitor.$Properties|null);

                /** Entry startOrder */
                startOrder?: (number|null);

                /** Entry lane */
                lane?: (string|null);

                /** Entry bib */
                bib?: (string|null);

                /** Entry seed */
                seed?: (string|null);

                /** Entry group */
                group?: (string|null);

                /** Entry startOffset */
                startOffset?: (string|null);

                /** Entry previous */
                previous?: (string|null);

                /** Entry bests */
                bests?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Entry. */
            type $Shape = splitsecond.venue.Entry.$Properties;
        }

        /**
         * Properties of a Competitor.
         * @deprecated Use splitsecond.venue.Competitor.$Properties instead.
         */
        interface ICompetitor extends splitsecond.venue.Competitor.$Properties {
        }

        /** Represents a Competitor. */
        class Competitor {

            /**
             * Constructs a new Competitor.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Competitor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Competitor code. */
            code?: (string|null);

            /** Competitor kind. */
            kind?: (string|null);

            /** Competitor organisation. */
            organisation?: (string|null);

            /** Competitor name. */
            name?: (splitsecond.venue.Name.$Properties|null);

            /** Competitor gender. */
            gender?: (string|null);

            /** Competitor birthDate. */
            birthDate?: (string|null);

            /** Competitor members. */
            members: splitsecond.venue.Competitor.$Properties[];

            /**
             * Encodes the specified Competitor message. Does not implicitly {@link splitsecond.venue.Competitor.verify|verify} messages.
             * @param message Competitor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Competitor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Competitor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Competitor & splitsecond.venue.Competitor.$Shape} Competitor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Competitor & splitsecond.venue.Competitor.$Shape;
        }

        namespace Competitor {

            /** Properties of a Competitor. */
            interface $Properties {

                /** Competitor code */
                code?: (string|null);

                /** Competitor kind */
                kind?: (string|null);

                /** Competitor organisation */
                organisation?: (string|null);

                /** Competitor name */
                name?: (splitsecond.venue.Name.$Properties|null);

                /** Competitor gender */
                gender?: (string|null);

                /** Competitor birthDate */
                birthDate?: (string|null);

                /** Competitor members */
                members?: (splitsecond.venue.Competitor.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Competitor. */
            type $Shape = splitsecond.venue.Competitor.$Properties;
        }

        /**
         * Properties of a Name.
         * @deprecated Use splitsecond.venue.Name.$Properties instead.
         */
        interface IName extends splitsecond.venue.Name.$Properties {
        }

        /** Represents a Name. */
        class Name {

            /**
             * Constructs a new Name.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Name.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Name given. */
            given?: (string|null);

            /** Name family. */
            family?: (string|null);

            /** Name team. */
            team?: (string|null);

            /** Name tv. */
            tv?: (string|null);

            /** Name tvInitial. */
            tvInitial?: (string|null);

            /** Name short. */
            short?: (string|null);

            /** Name pronunciation. */
            pronunciation?: (string|null);

            /**
             * Encodes the specified Name message. Does not implicitly {@link splitsecond.venue.Name.verify|verify} messages.
             * @param message Name message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Name.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Name message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Name & splitsecond.venue.Name.$Shape} Name
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Name & splitsecond.venue.Name.$Shape;
        }

        namespace Name {

            /** Properties of a Name. */
            interface $Properties {

                /** Name given */
                given?: (string|null);

                /** Name family */
                family?: (string|null);

                /** Name team */
                team?: (string|null);

                /** Name tv */
                tv?: (string|null);

                /** Name tvInitial */
                tvInitial?: (string|null);

                /** Name short */
                short?: (string|null);

                /** Name pronunciation */
                pronunciation?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Name. */
            type $Shape = splitsecond.venue.Name.$Properties;
        }

        /**
         * Properties of a Start.
         * @deprecated Use splitsecond.venue.Start.$Properties instead.
         */
        interface IStart extends splitsecond.venue.Start.$Properties {
        }

        /** Represents a Start. */
        class Start {

            /**
             * Constructs a new Start.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Start.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Start at. */
            at?: (string|null);

            /** Start competitor. */
            competitor?: (string|null);

            /** Start false. */
            false?: (boolean|null);

            /**
             * Encodes the specified Start message. Does not implicitly {@link splitsecond.venue.Start.verify|verify} messages.
             * @param message Start message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Start.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Start message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Start & splitsecond.venue.Start.$Shape} Start
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Start & splitsecond.venue.Start.$Shape;
        }

        namespace Start {

            /** Properties of a Start. */
            interface $Properties {

                /** Start at */
                at?: (string|null);

                /** Start competitor */
                competitor?: (string|null);

                /** Start false */
                "false"?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Start. */
            type $Shape = splitsecond.venue.Start.$Properties;
        }

        /**
         * Properties of a Passing.
         * @deprecated Use splitsecond.venue.Passing.$Properties instead.
         */
        interface IPassing extends splitsecond.venue.Passing.$Properties {
        }

        /** Represents a Passing. */
        class Passing {

            /**
             * Constructs a new Passing.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Passing.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Passing competitor. */
            competitor?: (string|null);

            /** Passing point. */
            point?: (string|null);

            /** Passing lap. */
            lap?: (number|null);

            /** Passing time. */
            time?: (string|null);

            /** Passing at. */
            at?: (string|null);

            /** Passing order. */
            order?: (number|null);

            /** Passing unconfirmed. */
            unconfirmed?: (boolean|null);

            /**
             * Encodes the specified Passing message. Does not implicitly {@link splitsecond.venue.Passing.verify|verify} messages.
             * @param message Passing message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Passing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Passing message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Passing & splitsecond.venue.Passing.$Shape} Passing
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Passing & splitsecond.venue.Passing.$Shape;
        }

        namespace Passing {

            /** Properties of a Passing. */
            interface $Properties {

                /** Passing competitor */
                competitor?: (string|null);

                /** Passing point */
                point?: (string|null);

                /** Passing lap */
                lap?: (number|null);

                /** Passing time */
                time?: (string|null);

                /** Passing at */
                at?: (string|null);

                /** Passing order */
                order?: (number|null);

                /** Passing unconfirmed */
                unconfirmed?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Passing. */
            type $Shape = splitsecond.venue.Passing.$Properties;
        }

        /**
         * Properties of a Reaction.
         * @deprecated Use splitsecond.venue.Reaction.$Properties instead.
         */
        interface IReaction extends splitsecond.venue.Reaction.$Properties {
        }

        /** Represents a Reaction. */
        class Reaction {

            /**
             * Constructs a new Reaction.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Reaction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reaction competitor. */
            competitor?: (string|null);

            /** Reaction time. */
            time?: (string|null);

            /**
             * Encodes the specified Reaction message. Does not implicitly {@link splitsecond.venue.Reaction.verify|verify} messages.
             * @param message Reaction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Reaction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reaction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Reaction & splitsecond.venue.Reaction.$Shape} Reaction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Reaction & splitsecond.venue.Reaction.$Shape;
        }

        namespace Reaction {

            /** Properties of a Reaction. */
            interface $Properties {

                /** Reaction competitor */
                competitor?: (string|null);

                /** Reaction time */
                time?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reaction. */
            type $Shape = splitsecond.venue.Reaction.$Properties;
        }

        /**
         * Properties of an Attempt.
         * @deprecated Use splitsecond.venue.Attempt.$Properties instead.
         */
        interface IAttempt extends splitsecond.venue.Attempt.$Properties {
        }

        /** Represents an Attempt. */
        class Attempt {

            /**
             * Constructs a new Attempt.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Attempt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Attempt competitor. */
            competitor?: (string|null);

            /** Attempt attempt. */
            attempt?: (number|null);

            /** Attempt outcome. */
            outcome?: (string|null);

            /** Attempt mark. */
            mark?: (string|null);

            /** Attempt height. */
            height?: (string|null);

            /** Attempt weight. */
            weight?: (string|null);

            /** Attempt wind. */
            wind?: (string|null);

            /** Attempt phase. */
            phase?: (string|null);

            /** Attempt inner. */
            inner?: (boolean|null);

            /** Attempt revision. */
            revision?: (number|null);

            /**
             * Encodes the specified Attempt message. Does not implicitly {@link splitsecond.venue.Attempt.verify|verify} messages.
             * @param message Attempt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Attempt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Attempt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Attempt & splitsecond.venue.Attempt.$Shape} Attempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Attempt & splitsecond.venue.Attempt.$Shape;
        }

        namespace Attempt {

            /** Properties of an Attempt. */
            interface $Properties {

                /** Attempt competitor */
                competitor?: (string|null);

                /** Attempt attempt */
                attempt?: (number|null);

                /** Attempt outcome */
                outcome?: (string|null);

                /** Attempt mark */
                mark?: (string|null);

                /** Attempt height */
                height?: (string|null);

                /** Attempt weight */
                weight?: (string|null);

                /** Attempt wind */
                wind?: (string|null);

                /** Attempt phase */
                phase?: (string|null);

                /** Attempt inner */
                inner?: (boolean|null);

                /** Attempt revision */
                revision?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Attempt. */
            type $Shape = splitsecond.venue.Attempt.$Properties;
        }

        /**
         * Properties of a Score.
         * @deprecated Use splitsecond.venue.Score.$Properties instead.
         */
        interface IScore extends splitsecond.venue.Score.$Properties {
        }

        /** Represents a Score. */
        class Score {

            /**
             * Constructs a new Score.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Score.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Score competitor. */
            competitor?: (string|null);

            /** Score component. */
            component?: (string|null);

            /** Score value. */
            value?: (string|null);

            /** Score round. */
            round?: (number|null);

            /** Score element. */
            element?: (string|null);

            /** Score judge. */
            judge?: (string|null);

            /**
             * Encodes the specified Score message. Does not implicitly {@link splitsecond.venue.Score.verify|verify} messages.
             * @param message Score message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Score.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Score message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Score & splitsecond.venue.Score.$Shape} Score
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Score & splitsecond.venue.Score.$Shape;
        }

        namespace Score {

            /** Properties of a Score. */
            interface $Properties {

                /** Score competitor */
                competitor?: (string|null);

                /** Score component */
                component?: (string|null);

                /** Score value */
                value?: (string|null);

                /** Score round */
                round?: (number|null);

                /** Score element */
                element?: (string|null);

                /** Score judge */
                judge?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Score. */
            type $Shape = splitsecond.venue.Score.$Properties;
        }

        /**
         * Properties of a PeriodScore.
         * @deprecated Use splitsecond.venue.PeriodScore.$Properties instead.
         */
        interface IPeriodScore extends splitsecond.venue.PeriodScore.$Properties {
        }

        /** Represents a PeriodScore. */
        class PeriodScore {

            /**
             * Constructs a new PeriodScore.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.PeriodScore.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeriodScore competitor. */
            competitor?: (string|null);

            /** PeriodScore period. */
            period?: (string|null);

            /** PeriodScore value. */
            value?: (string|null);

            /** PeriodScore total. */
            total?: (string|null);

            /**
             * Encodes the specified PeriodScore message. Does not implicitly {@link splitsecond.venue.PeriodScore.verify|verify} messages.
             * @param message PeriodScore message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.PeriodScore.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeriodScore message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.PeriodScore & splitsecond.venue.PeriodScore.$Shape} PeriodScore
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.PeriodScore & splitsecond.venue.PeriodScore.$Shape;
        }

        namespace PeriodScore {

            /** Properties of a PeriodScore. */
            interface $Properties {

                /** PeriodScore competitor */
                competitor?: (string|null);

                /** PeriodScore period */
                period?: (string|null);

                /** PeriodScore value */
                value?: (string|null);

                /** PeriodScore total */
                total?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeriodScore. */
            type $Shape = splitsecond.venue.PeriodScore.$Properties;
        }

        /**
         * Properties of an Action.
         * @deprecated Use splitsecond.venue.Action.$Properties instead.
         */
        interface IAction extends splitsecond.venue.Action.$Properties {
        }

        /** Represents an Action. */
        class Action {

            /**
             * Constructs a new Action.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Action.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Action id. */
            id?: (string|null);

            /** Action kind. */
            kind?: (string|null);

            /** Action competitor. */
            competitor?: (string|null);

            /** Action athlete. */
            athlete?: (string|null);

            /** Action period. */
            period?: (string|null);

            /** Action clock. */
            clock?: (string|null);

            /** Action detail. */
            detail?: (string|null);

            /** Action value. */
            value?: (string|null);

            /**
             * Encodes the specified Action message. Does not implicitly {@link splitsecond.venue.Action.verify|verify} messages.
             * @param message Action message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Action.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Action message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Action & splitsecond.venue.Action.$Shape} Action
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Action & splitsecond.venue.Action.$Shape;
        }

        namespace Action {

            /** Properties of an Action. */
            interface $Properties {

                /** Action id */
                id?: (string|null);

                /** Action kind */
                kind?: (string|null);

                /** Action competitor */
                competitor?: (string|null);

                /** Action athlete */
                athlete?: (string|null);

                /** Action period */
                period?: (string|null);

                /** Action clock */
                clock?: (string|null);

                /** Action detail */
                detail?: (string|null);

                /** Action value */
                value?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Action. */
            type $Shape = splitsecond.venue.Action.$Properties;
        }

        /**
         * Properties of a Clock.
         * @deprecated Use splitsecond.venue.Clock.$Properties instead.
         */
        interface IClock extends splitsecond.venue.Clock.$Properties {
        }

        /** Represents a Clock. */
        class Clock {

            /**
             * Constructs a new Clock.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Clock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Clock period. */
            period?: (string|null);

            /** Clock time. */
            time?: (string|null);

            /** Clock running. */
            running?: (boolean|null);

            /**
             * Encodes the specified Clock message. Does not implicitly {@link splitsecond.venue.Clock.verify|verify} messages.
             * @param message Clock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Clock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Clock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Clock & splitsecond.venue.Clock.$Shape} Clock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Clock & splitsecond.venue.Clock.$Shape;
        }

        namespace Clock {

            /** Properties of a Clock. */
            interface $Properties {

                /** Clock period */
                period?: (string|null);

                /** Clock time */
                time?: (string|null);

                /** Clock running */
                running?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Clock. */
            type $Shape = splitsecond.venue.Clock.$Properties;
        }

        /**
         * Properties of an Irm.
         * @deprecated Use splitsecond.venue.Irm.$Properties instead.
         */
        interface IIrm extends splitsecond.venue.Irm.$Properties {
        }

        /** Represents an Irm. */
        class Irm {

            /**
             * Constructs a new Irm.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Irm.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Irm competitor. */
            competitor?: (string|null);

            /** Irm code. */
            code?: (string|null);

            /** Irm attempt. */
            attempt?: (number|null);

            /** Irm point. */
            point?: (string|null);

            /** Irm reason. */
            reason?: (string|null);

            /** Irm description. */
            description?: (string|null);

            /**
             * Encodes the specified Irm message. Does not implicitly {@link splitsecond.venue.Irm.verify|verify} messages.
             * @param message Irm message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Irm.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Irm message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Irm & splitsecond.venue.Irm.$Shape} Irm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Irm & splitsecond.venue.Irm.$Shape;
        }

        namespace Irm {

            /** Properties of an Irm. */
            interface $Properties {

                /** Irm competitor */
                competitor?: (string|null);

                /** Irm code */
                code?: (string|null);

                /** Irm attempt */
                attempt?: (number|null);

                /** Irm point */
                point?: (string|null);

                /** Irm reason */
                reason?: (string|null);

                /** Irm description */
                description?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Irm. */
            type $Shape = splitsecond.venue.Irm.$Properties;
        }

        /**
         * Properties of a Penalty.
         * @deprecated Use splitsecond.venue.Penalty.$Properties instead.
         */
        interface IPenalty extends splitsecond.venue.Penalty.$Properties {
        }

        /** Represents a Penalty. */
        class Penalty {

            /**
             * Constructs a new Penalty.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Penalty.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Penalty competitor. */
            competitor?: (string|null);

            /** Penalty id. */
            id?: (string|null);

            /** Penalty kind. */
            kind?: (string|null);

            /** Penalty value. */
            value?: (string|null);

            /** Penalty measure. */
            measure?: (string|null);

            /** Penalty reason. */
            reason?: (string|null);

            /**
             * Encodes the specified Penalty message. Does not implicitly {@link splitsecond.venue.Penalty.verify|verify} messages.
             * @param message Penalty message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Penalty.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Penalty message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Penalty & splitsecond.venue.Penalty.$Shape} Penalty
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Penalty & splitsecond.venue.Penalty.$Shape;
        }

        namespace Penalty {

            /** Properties of a Penalty. */
            interface $Properties {

                /** Penalty competitor */
                competitor?: (string|null);

                /** Penalty id */
                id?: (string|null);

                /** Penalty kind */
                kind?: (string|null);

                /** Penalty value */
                value?: (string|null);

                /** Penalty measure */
                measure?: (string|null);

                /** Penalty reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Penalty. */
            type $Shape = splitsecond.venue.Penalty.$Properties;
        }

        /**
         * Properties of a Conditions.
         * @deprecated Use splitsecond.venue.Conditions.$Properties instead.
         */
        interface IConditions extends splitsecond.venue.Conditions.$Properties {
        }

        /** Represents a Conditions. */
        class Conditions {

            /**
             * Constructs a new Conditions.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Conditions.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Conditions competitor. */
            competitor?: (string|null);

            /** Conditions wind. */
            wind?: (string|null);

            /** Conditions temperature. */
            temperature?: (string|null);

            /** Conditions humidity. */
            humidity?: (string|null);

            /** Conditions pressure. */
            pressure?: (string|null);

            /** Conditions snow. */
            snow?: (string|null);

            /** Conditions gate. */
            gate?: (string|null);

            /** Conditions windFactor. */
            windFactor?: (string|null);

            /** Conditions at. */
            at?: (string|null);

            /** Conditions place. */
            place?: (string|null);

            /**
             * Encodes the specified Conditions message. Does not implicitly {@link splitsecond.venue.Conditions.verify|verify} messages.
             * @param message Conditions message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Conditions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Conditions message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Conditions & splitsecond.venue.Conditions.$Shape} Conditions
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Conditions & splitsecond.venue.Conditions.$Shape;
        }

        namespace Conditions {

            /** Properties of a Conditions. */
            interface $Properties {

                /** Conditions competitor */
                competitor?: (string|null);

                /** Conditions wind */
                wind?: (string|null);

                /** Conditions temperature */
                temperature?: (string|null);

                /** Conditions humidity */
                humidity?: (string|null);

                /** Conditions pressure */
                pressure?: (string|null);

                /** Conditions snow */
                snow?: (string|null);

                /** Conditions gate */
                gate?: (string|null);

                /** Conditions windFactor */
                windFactor?: (string|null);

                /** Conditions at */
                at?: (string|null);

                /** Conditions place */
                place?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Conditions. */
            type $Shape = splitsecond.venue.Conditions.$Properties;
        }

        /**
         * Properties of an Order.
         * @deprecated Use splitsecond.venue.Order.$Properties instead.
         */
        interface IOrder extends splitsecond.venue.Order.$Properties {
        }

        /** Represents an Order. */
        class Order {

            /**
             * Constructs a new Order.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Order.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Order id. */
            id?: (string|null);

            /** Order competitors. */
            competitors: string[];

            /** Order equal. */
            equal?: (boolean|null);

            /** Order why. */
            why?: (string|null);

            /**
             * Encodes the specified Order message. Does not implicitly {@link splitsecond.venue.Order.verify|verify} messages.
             * @param message Order message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Order.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Order message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Order & splitsecond.venue.Order.$Shape} Order
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Order & splitsecond.venue.Order.$Shape;
        }

        namespace Order {

            /** Properties of an Order. */
            interface $Properties {

                /** Order id */
                id?: (string|null);

                /** Order competitors */
                competitors?: (string[]|null);

                /** Order equal */
                equal?: (boolean|null);

                /** Order why */
                why?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Order. */
            type $Shape = splitsecond.venue.Order.$Properties;
        }

        /**
         * Properties of an Advance.
         * @deprecated Use splitsecond.venue.Advance.$Properties instead.
         */
        interface IAdvance extends splitsecond.venue.Advance.$Properties {
        }

        /** Represents an Advance. */
        class Advance {

            /**
             * Constructs a new Advance.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Advance.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Advance competitor. */
            competitor?: (string|null);

            /** Advance mark. */
            mark?: (string|null);

            /**
             * Encodes the specified Advance message. Does not implicitly {@link splitsecond.venue.Advance.verify|verify} messages.
             * @param message Advance message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Advance.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Advance message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Advance & splitsecond.venue.Advance.$Shape} Advance
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Advance & splitsecond.venue.Advance.$Shape;
        }

        namespace Advance {

            /** Properties of an Advance. */
            interface $Properties {

                /** Advance competitor */
                competitor?: (string|null);

                /** Advance mark */
                mark?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Advance. */
            type $Shape = splitsecond.venue.Advance.$Properties;
        }

        /**
         * Properties of a RankOverride.
         * @deprecated Use splitsecond.venue.RankOverride.$Properties instead.
         */
        interface IRankOverride extends splitsecond.venue.RankOverride.$Properties {
        }

        /** Represents a RankOverride. */
        class RankOverride {

            /**
             * Constructs a new RankOverride.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.RankOverride.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RankOverride competitor. */
            competitor?: (string|null);

            /** RankOverride rank. */
            rank?: (number|null);

            /** RankOverride medal. */
            medal?: (string|null);

            /** RankOverride reason. */
            reason?: (string|null);

            /**
             * Encodes the specified RankOverride message. Does not implicitly {@link splitsecond.venue.RankOverride.verify|verify} messages.
             * @param message RankOverride message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.RankOverride.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RankOverride message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.RankOverride & splitsecond.venue.RankOverride.$Shape} RankOverride
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.RankOverride & splitsecond.venue.RankOverride.$Shape;
        }

        namespace RankOverride {

            /** Properties of a RankOverride. */
            interface $Properties {

                /** RankOverride competitor */
                competitor?: (string|null);

                /** RankOverride rank */
                rank?: (number|null);

                /** RankOverride medal */
                medal?: (string|null);

                /** RankOverride reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RankOverride. */
            type $Shape = splitsecond.venue.RankOverride.$Properties;
        }

        /**
         * Properties of a Status.
         * @deprecated Use splitsecond.venue.Status.$Properties instead.
         */
        interface IStatus extends splitsecond.venue.Status.$Properties {
        }

        /** Represents a Status. */
        class Status {

            /**
             * Constructs a new Status.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Status.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Status result. */
            result?: (string|null);

            /** Status reason. */
            reason?: (string|null);

            /**
             * Encodes the specified Status message. Does not implicitly {@link splitsecond.venue.Status.verify|verify} messages.
             * @param message Status message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Status & splitsecond.venue.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Status & splitsecond.venue.Status.$Shape;
        }

        namespace Status {

            /** Properties of a Status. */
            interface $Properties {

                /** Status result */
                result?: (string|null);

                /** Status reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Status. */
            type $Shape = splitsecond.venue.Status.$Properties;
        }

        /**
         * Properties of a Schedule.
         * @deprecated Use splitsecond.venue.Schedule.$Properties instead.
         */
        interface ISchedule extends splitsecond.venue.Schedule.$Properties {
        }

        /** Represents a Schedule. */
        class Schedule {

            /**
             * Constructs a new Schedule.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Schedule.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Schedule status. */
            status?: (string|null);

            /** Schedule start. */
            start?: (string|null);

            /** Schedule end. */
            end?: (string|null);

            /** Schedule actualStart. */
            actualStart?: (string|null);

            /** Schedule actualEnd. */
            actualEnd?: (string|null);

            /**
             * Encodes the specified Schedule message. Does not implicitly {@link splitsecond.venue.Schedule.verify|verify} messages.
             * @param message Schedule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Schedule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Schedule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Schedule & splitsecond.venue.Schedule.$Shape} Schedule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Schedule & splitsecond.venue.Schedule.$Shape;
        }

        namespace Schedule {

            /** Properties of a Schedule. */
            interface $Properties {

                /** Schedule status */
                status?: (string|null);

                /** Schedule start */
                start?: (string|null);

                /** Schedule end */
                end?: (string|null);

                /** Schedule actualStart */
                actualStart?: (string|null);

                /** Schedule actualEnd */
                actualEnd?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Schedule. */
            type $Shape = splitsecond.venue.Schedule.$Properties;
        }

        /**
         * Properties of a Note.
         * @deprecated Use splitsecond.venue.Note.$Properties instead.
         */
        interface INote extends splitsecond.venue.Note.$Properties {
        }

        /** Represents a Note. */
        class Note {

            /**
             * Constructs a new Note.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Note.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Note id. */
            id?: (string|null);

            /** Note text. */
            text?: (string|null);

            /** Note language. */
            language?: (string|null);

            /** Note about. */
            about?: (string|null);

            /** Note competitors. */
            competitors: string[];

            /**
             * Encodes the specified Note message. Does not implicitly {@link splitsecond.venue.Note.verify|verify} messages.
             * @param message Note message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Note.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Note message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Note & splitsecond.venue.Note.$Shape} Note
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Note & splitsecond.venue.Note.$Shape;
        }

        namespace Note {

            /** Properties of a Note. */
            interface $Properties {

                /** Note id */
                id?: (string|null);

                /** Note text */
                text?: (string|null);

                /** Note language */
                language?: (string|null);

                /** Note about */
                about?: (string|null);

                /** Note competitors */
                competitors?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Note. */
            type $Shape = splitsecond.venue.Note.$Properties;
        }

        /**
         * Properties of a Void.
         * @deprecated Use splitsecond.venue.Void.$Properties instead.
         */
        interface IVoid extends splitsecond.venue.Void.$Properties {
        }

        /** Represents a Void. */
        class Void {

            /**
             * Constructs a new Void.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Void.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Void seq. */
            seq?: (number|null);

            /** Void source. */
            source?: (string|null);

            /** Void epoch. */
            epoch?: (string|null);

            /**
             * Encodes the specified Void message. Does not implicitly {@link splitsecond.venue.Void.verify|verify} messages.
             * @param message Void message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Void.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Void message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Void & splitsecond.venue.Void.$Shape} Void
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Void & splitsecond.venue.Void.$Shape;
        }

        namespace Void {

            /** Properties of a Void. */
            interface $Properties {

                /** Void seq */
                seq?: (number|null);

                /** Void source */
                source?: (string|null);

                /** Void epoch */
                epoch?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Void. */
            type $Shape = splitsecond.venue.Void.$Properties;
        }

        /**
         * Properties of a Link.
         * @deprecated Use splitsecond.venue.Link.$Properties instead.
         */
        interface ILink extends splitsecond.venue.Link.$Properties {
        }

        /** Represents a Link. */
        class Link {

            /**
             * Constructs a new Link.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Link.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Link source. */
            source?: (string|null);

            /** Link state. */
            state?: (string|null);

            /** Link epoch. */
            epoch?: (string|null);

            /** Link seq. */
            seq?: (number|null);

            /**
             * Encodes the specified Link message. Does not implicitly {@link splitsecond.venue.Link.verify|verify} messages.
             * @param message Link message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Link.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Link message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Link & splitsecond.venue.Link.$Shape} Link
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Link & splitsecond.venue.Link.$Shape;
        }

        namespace Link {

            /** Properties of a Link. */
            interface $Properties {

                /** Link source */
                source?: (string|null);

                /** Link state */
                state?: (string|null);

                /** Link epoch */
                epoch?: (string|null);

                /** Link seq */
                seq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Link. */
            type $Shape = splitsecond.venue.Link.$Properties;
        }

        /**
         * Properties of a Release.
         * @deprecated Use splitsecond.venue.Release.$Properties instead.
         */
        interface IRelease extends splitsecond.venue.Release.$Properties {
        }

        /** Represents a Release. */
        class Release {

            /**
             * Constructs a new Release.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Release.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Release source. */
            source?: (string|null);

            /** Release epoch. */
            epoch?: (string|null);

            /** Release seq. */
            seq?: (number|null);

            /** Release by. */
            by?: (string|null);

            /**
             * Encodes the specified Release message. Does not implicitly {@link splitsecond.venue.Release.verify|verify} messages.
             * @param message Release message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Release.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Release message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Release & splitsecond.venue.Release.$Shape} Release
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Release & splitsecond.venue.Release.$Shape;
        }

        namespace Release {

            /** Properties of a Release. */
            interface $Properties {

                /** Release source */
                source?: (string|null);

                /** Release epoch */
                epoch?: (string|null);

                /** Release seq */
                seq?: (number|null);

                /** Release by */
                by?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Release. */
            type $Shape = splitsecond.venue.Release.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use splitsecond.venue.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends splitsecond.venue.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat every. */
            every?: (number|null);

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link splitsecond.venue.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Heartbeat & splitsecond.venue.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Heartbeat & splitsecond.venue.Heartbeat.$Shape;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat every */
                every?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = splitsecond.venue.Heartbeat.$Properties;
        }

        /**
         * Properties of a Competition.
         * @deprecated Use splitsecond.venue.Competition.$Properties instead.
         */
        interface ICompetition extends splitsecond.venue.Competition.$Properties {
        }

        /** Represents a Competition. */
        class Competition {

            /**
             * Constructs a new Competition.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Competition.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Competition code. */
            code?: (string|null);

            /** Competition names. */
            names: { [k: string]: string };

            /** Competition timeZone. */
            timeZone?: (string|null);

            /** Competition utcOffset. */
            utcOffset?: (string|null);

            /** Competition languages. */
            languages: string[];

            /** Competition venues. */
            venues: splitsecond.venue.Venue.$Properties[];

            /** Competition organisations. */
            organisations: splitsecond.venue.Organisation.$Properties[];

            /**
             * Encodes the specified Competition message. Does not implicitly {@link splitsecond.venue.Competition.verify|verify} messages.
             * @param message Competition message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Competition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Competition message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Competition & splitsecond.venue.Competition.$Shape} Competition
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Competition & splitsecond.venue.Competition.$Shape;
        }

        namespace Competition {

            /** Properties of a Competition. */
            interface $Properties {

                /** Competition code */
                code?: (string|null);

                /** Competition names */
                names?: ({ [k: string]: string }|null);

                /** Competition timeZone */
                timeZone?: (string|null);

                /** Competition utcOffset */
                utcOffset?: (string|null);

                /** Competition languages */
                languages?: (string[]|null);

                /** Competition venues */
                venues?: (splitsecond.venue.Venue.$Properties[]|null);

                /** Competition organisations */
                organisations?: (splitsecond.venue.Organisation.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Competition. */
            type $Shape = splitsecond.venue.Competition.$Properties;
        }

        /**
         * Properties of a Venue.
         * @deprecated Use splitsecond.venue.Venue.$Properties instead.
         */
        interface IVenue extends splitsecond.venue.Venue.$Properties {
        }

        /** Represents a Venue. */
        class Venue {

            /**
             * Constructs a new Venue.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Venue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Venue code. */
            code?: (string|null);

            /** Venue names. */
            names: { [k: string]: string };

            /** Venue utcOffset. */
            utcOffset?: (string|null);

            /** Venue locations. */
            locations: splitsecond.venue.Location.$Properties[];

            /**
             * Encodes the specified Venue message. Does not implicitly {@link splitsecond.venue.Venue.verify|verify} messages.
             * @param message Venue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Venue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Venue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Venue & splitsecond.venue.Venue.$Shape} Venue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Venue & splitsecond.venue.Venue.$Shape;
        }

        namespace Venue {

            /** Properties of a Venue. */
            interface $Properties {

                /** Venue code */
                code?: (string|null);

                /** Venue names */
                names?: ({ [k: string]: string }|null);

                /** Venue utcOffset */
                utcOffset?: (string|null);

                /** Venue locations */
                locations?: (splitsecond.venue.Location.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Venue. */
            type $Shape = splitsecond.venue.Venue.$Properties;
        }

        /**
         * Properties of a Location.
         * @deprecated Use splitsecond.venue.Location.$Properties instead.
         */
        interface ILocation extends splitsecond.venue.Location.$Properties {
        }

        /** Represents a Location. */
        class Location {

            /**
             * Constructs a new Location.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Location.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Location code. */
            code?: (string|null);

            /** Location names. */
            names: { [k: string]: string };

            /**
             * Encodes the specified Location message. Does not implicitly {@link splitsecond.venue.Location.verify|verify} messages.
             * @param message Location message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Location.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Location message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Location & splitsecond.venue.Location.$Shape} Location
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Location & splitsecond.venue.Location.$Shape;
        }

        namespace Location {

            /** Properties of a Location. */
            interface $Properties {

                /** Location code */
                code?: (string|null);

                /** Location names */
                names?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Location. */
            type $Shape = splitsecond.venue.Location.$Properties;
        }

        /**
         * Properties of an Organisation.
         * @deprecated Use splitsecond.venue.Organisation.$Properties instead.
         */
        interface IOrganisation extends splitsecond.venue.Organisation.$Properties {
        }

        /** Represents an Organisation. */
        class Organisation {

            /**
             * Constructs a new Organisation.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Organisation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Organisation code. */
            code?: (string|null);

            /** Organisation names. */
            names: { [k: string]: string };

            /** Organisation flag. */
            flag?: (string|null);

            /**
             * Encodes the specified Organisation message. Does not implicitly {@link splitsecond.venue.Organisation.verify|verify} messages.
             * @param message Organisation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Organisation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Organisation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Organisation & splitsecond.venue.Organisation.$Shape} Organisation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Organisation & splitsecond.venue.Organisation.$Shape;
        }

        namespace Organisation {

            /** Properties of an Organisation. */
            interface $Properties {

                /** Organisation code */
                code?: (string|null);

                /** Organisation names */
                names?: ({ [k: string]: string }|null);

                /** Organisation flag */
                flag?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Organisation. */
            type $Shape = splitsecond.venue.Organisation.$Properties;
        }

        /**
         * Properties of a Session.
         * @deprecated Use splitsecond.venue.Session.$Properties instead.
         */
        interface ISession extends splitsecond.venue.Session.$Properties {
        }

        /** Represents a Session. */
        class Session {

            /**
             * Constructs a new Session.
             * @param [properties] Properties to set
             */
            constructor(properties?: splitsecond.venue.Session.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Session code. */
            code?: (string|null);

            /** Session names. */
            names: { [k: string]: string };

            /** Session start. */
            start?: (string|null);

            /** Session end. */
            end?: (string|null);

            /** Session venue. */
            venue?: (string|null);

            /** Session type. */
            type?: (string|null);

            /** Session status. */
            status?: (string|null);

            /**
             * Encodes the specified Session message. Does not implicitly {@link splitsecond.venue.Session.verify|verify} messages.
             * @param message Session message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: splitsecond.venue.Session.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Session message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {splitsecond.venue.Session & splitsecond.venue.Session.$Shape} Session
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): splitsecond.venue.Session & splitsecond.venue.Session.$Shape;
        }

        namespace Session {

            /** Properties of a Session. */
            interface $Properties {

                /** Session code */
                code?: (string|null);

                /** Session names */
                names?: ({ [k: string]: string }|null);

                /** Session start */
                start?: (string|null);

                /** Session end */
                end?: (string|null);

                /** Session venue */
                venue?: (string|null);

                /** Session type */
                type?: (string|null);

                /** Session status */
                status?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Session. */
            type $Shape = splitsecond.venue.Session.$Properties;
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Struct.
         * @deprecated Use google.protobuf.Struct.$Properties instead.
         */
        interface IStruct extends google.protobuf.Struct.$Properties {
        }

        /** Represents a Struct. */
        class Struct {

            /**
             * Constructs a new Struct.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Struct.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Struct fields. */
            fields: { [k: string]: google.protobuf.Value.$Properties };

            /**
             * Encodes the specified Struct message. Does not implicitly {@link google.protobuf.Struct.verify|verify} messages.
             * @param message Struct message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Struct.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Struct message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Struct & google.protobuf.Struct.$Shape} Struct
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Struct & google.protobuf.Struct.$Shape;
        }

        namespace Struct {

            /** Properties of a Struct. */
            interface $Properties {

                /** Struct fields */
                fields?: ({ [k: string]: google.protobuf.Value.$Properties }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Struct. */
            type $Shape = {
              fields?: { [k: string]: google.protobuf.Value.$Shape }|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a Value.
         * @deprecated Use google.protobuf.Value.$Properties instead.
         */
        interface IValue extends google.protobuf.Value.$Properties {
        }

        /** Represents a Value. */
        class Value {

            /**
             * Constructs a new Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Value nullValue. */
            nullValue?: (google.protobuf.NullValue|null);

            /** Value numberValue. */
            numberValue?: (number|null);

            /** Value stringValue. */
            stringValue?: (string|null);

            /** Value boolValue. */
            boolValue?: (boolean|null);

            /** Value structValue. */
            structValue?: (google.protobuf.Struct.$Properties|null);

            /** Value listValue. */
            listValue?: (google.protobuf.ListValue.$Properties|null);

            /** Value kind. */
            kind?: ("nullValue"|"numberValue"|"stringValue"|"boolValue"|"structValue"|"listValue");

            /**
             * Encodes the specified Value message. Does not implicitly {@link google.protobuf.Value.verify|verify} messages.
             * @param message Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Value & google.protobuf.Value.$Shape} Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Value & google.protobuf.Value.$Shape;
        }

        namespace Value {

            /** Properties of a Value. */
            interface $Properties {

                /** Value nullValue */
                nullValue?: (google.protobuf.NullValue|null);

                /** Value numberValue */
                numberValue?: (number|null);

                /** Value stringValue */
                stringValue?: (string|null);

                /** Value boolValue */
                boolValue?: (boolean|null);

                /** Value structValue */
                structValue?: (google.protobuf.Struct.$Properties|null);

                /** Value listValue */
                listValue?: (google.protobuf.ListValue.$Properties|null);

                /** Value kind */
                kind?: ("nullValue"|"numberValue"|"stringValue"|"boolValue"|"structValue"|"listValue");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Value. */
            type $Shape = {
              nullValue?: google.protobuf.NullValue|null;
              numberValue?: number|null;
              stringValue?: string|null;
              boolValue?: boolean|null;
              structValue?: google.protobuf.Struct.$Shape|null;
              listValue?: google.protobuf.ListValue.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; nullValue?: null; numberValue?: null; stringValue?: null; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "nullValue"; nullValue: google.protobuf.NullValue; numberValue?: null; stringValue?: null; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "numberValue"; nullValue?: null; numberValue: number; stringValue?: null; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "stringValue"; nullValue?: null; numberValue?: null; stringValue: string; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "boolValue"; nullValue?: null; numberValue?: null; stringValue?: null; boolValue: boolean; structValue?: null; listValue?: null }|{ kind?: "structValue"; nullValue?: null; numberValue?: null; stringValue?: null; boolValue?: null; structValue: google.protobuf.Struct.$Shape; listValue?: null }|{ kind?: "listValue"; nullValue?: null; numberValue?: null; stringValue?: null; boolValue?: null; structValue?: null; listValue: google.protobuf.ListValue.$Shape })
            );
        }

        /** NullValue enum. */
        enum NullValue {

            /** NULL_VALUE value */
            NULL_VALUE = 0
        }

        /**
         * Properties of a ListValue.
         * @deprecated Use google.protobuf.ListValue.$Properties instead.
         */
        interface IListValue extends google.protobuf.ListValue.$Properties {
        }

        /** Represents a ListValue. */
        class ListValue {

            /**
             * Constructs a new ListValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.ListValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListValue values. */
            values: google.protobuf.Value.$Properties[];

            /**
             * Encodes the specified ListValue message. Does not implicitly {@link google.protobuf.ListValue.verify|verify} messages.
             * @param message ListValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.ListValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.ListValue & google.protobuf.ListValue.$Shape} ListValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.ListValue & google.protobuf.ListValue.$Shape;
        }

        namespace ListValue {

            /** Properties of a ListValue. */
            interface $Properties {

                /** ListValue values */
                values?: (google.protobuf.Value.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListValue. */
            type $Shape = {
              values?: google.protobuf.Value.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }
    }
}
