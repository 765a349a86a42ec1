/**
 * What national organisations are called where the competition does not say it itself (fact `competition`): code, English name,
 * and the French one where it is another. The codes are those of the national Olympic committees, with some of the past for holders of records.
 */
import type { Texts } from './competition-content.ts';

const TABLE = `
AFG Afghanistan
AHO Netherlands Antilles | Antilles néerlandaises
AIN Individual Neutral Athletes | Athlètes individuels neutres
ALB Albania | Albanie
ALG Algeria | Algérie
AND Andorra | Andorre
ANG Angola
ANT Antigua and Barbuda | Antigua-et-Barbuda
ARG Argentina | Argentine
ARM Armenia | Arménie
ARU Aruba
ASA American Samoa | Samoa américaines
AUS Australia | Australie
AUT Austria | Autriche
AZE Azerbaijan | Azerbaïdjan
BAH Bahamas
BAN Bangladesh
BAR Barbados | Barbade
BDI Burundi
BEL Belgium | Belgique
BEN Benin | Bénin
BER Bermuda | Bermudes
BHU Bhutan | Bhoutan
BIH Bosnia and Herzegovina | Bosnie-Herzégovine
BIZ Belize
BLR Belarus | Bélarus
BOL Bolivia | Bolivie
BOT Botswana
BRA Brazil | Brésil
BRN Bahrain | Bahreïn
BRU Brunei Darussalam | Brunéi Darussalam
BUL Bulgaria | Bulgarie
BUR Burkina Faso
CAF Central African Republic | République centrafricaine
CAM Cambodia | Cambodge
CAN Canada
CAY Cayman Islands | Îles Caïmans
CGO Congo
CHA Chad | Tchad
CHI Chile | Chili
CHN China | Chine
CIV Côte d'Ivoire
CMR Cameroon | Cameroun
COD DR Congo | RD du Congo
COK Cook Islands | Îles Cook
COL Colombia | Colombie
COM Comoros | Comores
COR Korea | Corée
CPV Cabo Verde
CRC Costa Rica
CRO Croatia | Croatie
CUB Cuba
CYP Cyprus | Chypre
CZE Czechia | Tchéquie
DEN Denmark | Danemark
DJI Djibouti
DMA Dominica | Dominique
DOM Dominican Republic | République dominicaine
ECU Ecuador | Équateur
EGY Egypt | Égypte
EOR Refugee Team | Équipe des réfugiés
ERI Eritrea | Érythrée
ESA El Salvador
ESP Spain | Espagne
EST Estonia | Estonie
ETH Ethiopia | Éthiopie
EUN Unified Team | Équipe unifiée
FIJ Fiji | Fidji
FIN Finland | Finlande
FRA France
FRG West Germany | Allemagne de l'Ouest
FSM Micronesia | Micronésie
GAB Gabon
GAM Gambia | Gambie
GBR Great Britain | Grande-Bretagne
GBS Guinea-Bissau | Guinée-Bissau
GDR East Germany | Allemagne de l'Est
GEO Georgia | Géorgie
GEQ Equatorial Guinea | Guinée équatoriale
GER Germany | Allemagne
GHA Ghana
GRE Greece | Grèce
GRN Grenada | Grenade
GUA Guatemala
GUI Guinea | Guinée
GUM Guam
GUY Guyana
HAI Haiti | Haïti
HKG Hong Kong, China | Hong Kong, Chine
HON Honduras
HUN Hungary | Hongrie
INA Indonesia | Indonésie
IND India | Inde
IOA Independent Athletes | Athlètes indépendants
IRI Iran
IRL Ireland | Irlande
IRQ Iraq
ISL Iceland | Islande
ISR Israel | Israël
ISV US Virgin Islands | Îles Vierges américaines
ITA Italy | Italie
IVB British Virgin Islands | Îles Vierges britanniques
JAM Jamaica | Jamaïque
JOR Jordan | Jordanie
JPN Japan | Japon
KAZ Kazakhstan
KEN Kenya
KGZ Kyrgyzstan | Kirghizistan
KIR Kiribati
KOR Korea | Corée
KOS Kosovo
KSA Saudi Arabia | Arabie saoudite
KUW Kuwait | Koweït
LAO Lao PDR | RDP lao
LAT Latvia | Lettonie
LBA Libya | Libye
LBN Lebanon | Liban
LBR Liberia | Libéria
LCA Saint Lucia | Sainte-Lucie
LES Lesotho
LIE Liechtenstein
LTU Lithuania | Lituanie
LUX Luxembourg
MAD Madagascar
MAR Morocco | Maroc
MAS Malaysia | Malaisie
MAW Malawi
MDA Moldova | Moldavie
MDV Maldives
MEX Mexico | Mexique
MGL Mongolia | Mongolie
MHL Marshall Islands | Îles Marshall
MIX Mixed Team | Équipe mixte
MKD North Macedonia | Macédoine du Nord
MLI Mali
MLT Malta | Malte
MNE Montenegro | Monténégro
MON Monaco
MOZ Mozambique
MRI Mauritius | Maurice
MTN Mauritania | Mauritanie
MYA Myanmar
NAM Namibia | Namibie
NCA Nicaragua
NED Netherlands | Pays-Bas
NEP Nepal | Népal
NGR Nigeria | Nigéria
NIG Niger
NOR Norway | Norvège
NRU Nauru
NZL New Zealand | Nouvelle-Zélande
OMA Oman
PAK Pakistan
PAN Panama
PAR Paraguay
PER Peru | Pérou
PHI Philippines
PLE Palestine
PLW Palau | Palaos
PNG Papua New Guinea | Papouasie-Nouvelle-Guinée
POL Poland | Pologne
POR Portugal
PRK DPR Korea | RPD Corée
PUR Puerto Rico | Porto Rico
QAT Qatar
ROC ROC
ROT Refugee Team | Équipe des réfugiés
ROU Romania | Roumanie
RSA South Africa | Afrique du Sud
RUS Russia | Russie
RWA Rwanda
SAM Samoa
SCG Serbia and Montenegro | Serbie-et-Monténégro
SEN Senegal | Sénégal
SEY Seychelles
SGP Singapore | Singapour
SKN Saint Kitts and Nevis | Saint-Kitts-et-Nevis
SLE Sierra Leone
SLO Slovenia | Slovénie
SMR San Marino | Saint-Marin
SOL Solomon Islands | Îles Salomon
SOM Somalia | Somalie
SRB Serbia | Serbie
SRI Sri Lanka
SSD South Sudan | Soudan du Sud
STP Sao Tome and Principe | Sao Tomé-et-Principe
SUD Sudan | Soudan
SUI Switzerland | Suisse
SUR Suriname
SVK Slovakia | Slovaquie
SWE Sweden | Suède
SWZ Eswatini
SYR Syria | Syrie
TAN Tanzania | Tanzanie
TCH Czechoslovakia | Tchécoslovaquie
TGA Tonga
THA Thailand | Thaïlande
TJK Tajikistan | Tadjikistan
TKM Turkmenistan | Turkménistan
TLS Timor-Leste
TOG Togo
TPE Chinese Taipei | Taipei chinois
TTO Trinidad and Tobago | Trinité-et-Tobago
TUN Tunisia | Tunisie
TUR Türkiye
TUV Tuvalu
UAE United Arab Emirates | Émirats arabes unis
UGA Uganda | Ouganda
UKR Ukraine
URS Soviet Union | Union soviétique
URU Uruguay
USA United States | États-Unis
UZB Uzbekistan | Ouzbékistan
VAN Vanuatu
VEN Venezuela
VIE Vietnam
VIN Saint Vincent and the Grenadines | Saint-Vincent-et-les-Grenadines
YEM Yemen | Yémen
YUG Yugoslavia | Yougoslavie
ZAM Zambia | Zambie
ZIM Zimbabwe
`;

/** By code. */
export const ORGANISATION_NAMES: ReadonlyMap<string, Texts> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line): [string, Texts] => {
      const [en = '', fr = en] = line.slice(4).split(' | ');
      return [line.slice(0, 3), { en, fr }];
    }),
);
