/** Small LENEX files as the two great suppliers write them; names and times are invented. */

/** LENEX 2.0: places at the results, heats as numbers, ISO daytimes without a colon. */
export const LENEX_2 = `<?xml version="1.0" encoding="UTF-8"?>
<LENEX version="2.0"><MEETS><MEET name="Test &amp; Trial" city="Bern" course="LCM">
<SESSIONS>
<SESSION number="1" date="2024-05-01" daytime="1000"><EVENTS>
<EVENT eventid="1" number="1" preveventid="-1" gender="F" round="PRE" daytime="1000" order="1"><SWIMSTYLE distance="100" relaycount="1" stroke="FLY"/></EVENT>
<EVENT eventid="301" number="301" preveventid="1" gender="F" round="SOP" order="2"><SWIMSTYLE distance="100" relaycount="1" stroke="FLY"/></EVENT>
<EVENT eventid="5" number="5" preveventid="-1" gender="M" round="FIN" order="3"><SWIMSTYLE distance="50" relaycount="4" stroke="MEDLEY"/></EVENT>
</EVENTS></SESSION>
<SESSION number="2" date="2024-05-01" daytime="1800"><EVENTS>
<EVENT eventid="101" number="101" preveventid="1" gender="F" round="FIN" daytime="1802" order="1"><SWIMSTYLE distance="100" relaycount="1" stroke="FLY"/></EVENT>
</EVENTS></SESSION>
</SESSIONS>
<CLUBS>
<CLUB name="Alpha" code="ALP" nation="SUI" type="CLUB"><ATHLETES>
<ATHLETE athleteid="11" lastname="Ammann" firstname="Anna" gender="F" birthdate="2000-01-01"><RESULTS>
<RESULT eventid="1" place="1" lane="4" heat="1" swimtime="00:01:00.10" reactiontime="+70"><SPLITS><SPLIT distance="50" swimtime="00:00:28.00"/><SPLIT distance="100" swimtime="00:01:00.10"/></SPLITS></RESULT>
<RESULT eventid="101" place="-1" lane="4" heat="1" swimtime="00:00:59.00" reactiontime="+65" status="DSQ" comment="False start"/>
</RESULTS></ATHLETE>
<ATHLETE athleteid="12" lastname="Berger" firstname="Bea" gender="F"><RESULTS>
<RESULT eventid="1" place="2" lane="5" heat="2" swimtime="00:01:01.00" reactiontime="+71"/>
<RESULT eventid="301" place="1" lane="4" heat="1" swimtime="00:01:00.80"/>
<RESULT eventid="101" place="1" lane="5" heat="1" swimtime="00:01:00.90"/>
</RESULTS></ATHLETE></ATHLETES>
<RELAYS><RELAY number="1" gender="M" name="Alpha"><RESULTS>
<RESULT eventid="5" place="1" lane="4" heat="1" swimtime="00:01:40.00" reactiontime="+60"><SPLITS><SPLIT distance="50" swimtime="00:00:27.00"/><SPLIT distance="100" swimtime="00:00:55.00"/></SPLITS>
<RELAYPOSITIONS><RELAYPOSITION number="2" athleteid="22" reactiontime="-4"/><RELAYPOSITION number="1" athleteid="21" reactiontime="+60"/></RELAYPOSITIONS></RESULT>
</RESULTS></RELAY></RELAYS></CLUB>
<CLUB name="Beta" code="BET" nation="SUI" type="CLUB"><ATHLETES>
<ATHLETE athleteid="13" lastname="Caduff" firstname="Cora" gender="F"><RESULTS>
<RESULT eventid="1" place="2" lane="3" heat="1" swimtime="00:01:01.00"/>
<RESULT eventid="301" place="2" lane="5" heat="1" swimtime="00:01:00.95"/>
</RESULTS></ATHLETE>
<ATHLETE athleteid="14" lastname="Dorn" firstname="Dora" gender="F"><RESULTS>
<RESULT eventid="1" place="-1" lane="0" heat="0" swimtime="NT" status="WDR"/>
</RESULTS></ATHLETE>
<ATHLETE athleteid="21" lastname="Egli" firstname="Emil" gender="M"/>
<ATHLETE athleteid="22" lastname="Frei" firstname="Finn" gender="M"/>
</ATHLETES></CLUB>
</CLUBS></MEET></MEETS></LENEX>`;

/** LENEX 3.0: places in rankings, heats as elements, two age groups in one event, a timed final. */
export const LENEX_3 = `<?xml version="1.0" encoding="UTF-8"?>
<LENEX version="3.0"><MEETS><MEET name="Ages" course="SCM">
<SESSIONS><SESSION number="1" date="2024-06-02" daytime="09:00"><EVENTS>
<EVENT eventid="7" number="7" preveventid="-1" gender="M" round="TIM" daytime="9:05" order="1"><SWIMSTYLE distance="200" relaycount="1" stroke="MEDLEY"/>
<AGEGROUPS><AGEGROUP agegroupid="1" agemin="15" agemax="16"><RANKINGS><RANKING resultid="71" place="2" order="2"/><RANKING resultid="72" place="1" order="1"/></RANKINGS></AGEGROUP>
<AGEGROUP agegroupid="2" agemin="17" agemax="-1"><RANKINGS><RANKING resultid="73" place="1" order="1"/></RANKINGS></AGEGROUP></AGEGROUPS>
<HEATS><HEAT heatid="701" number="1"/><HEAT heatid="702" number="2"/></HEATS></EVENT>
</EVENTS></SESSION></SESSIONS>
<CLUBS><CLUB name="Gamma" code="GAM" type="CLUB"><ATHLETES>
<ATHLETE athleteid="1" lastname="O&apos;Neil" firstname="Jo" gender="M"><RESULTS><RESULT eventid="7" resultid="71" heatid="701" lane="1" swimtime="00:02:30.00"/></RESULTS></ATHLETE>
<ATHLETE athleteid="2" lastname="Huber" firstname="Kim" gender="M"><RESULTS><RESULT eventid="7" resultid="72" heatid="702" lane="1" swimtime="00:02:20.00"/></RESULTS></ATHLETE>
<ATHLETE athleteid="3" lastname="Imhof" firstname="Lee" gender="M"><RESULTS><RESULT eventid="7" resultid="73" heatid="702" lane="2" swimtime="00:02:10.00"/></RESULTS></ATHLETE>
<ATHLETE athleteid="4" lastname="Jost" firstname="Max" gender="M"><RESULTS><RESULT eventid="7" resultid="74" heatid="702" lane="3" swimtime="00:00:00:00:" status="DNS"/></RESULTS></ATHLETE>
</ATHLETES></CLUB></CLUBS></MEET></MEETS></LENEX>`;
