"""What British, New Zealand, Australian and Māori words for a job are called where most public occupation material is written.

From general knowledge of the words; meanings in te reo Māori as in Te Aka Māori Dictionary (https://maoridictionary.co.nz). Only words that the American titles lack
or use for something else stand here.
"""

from __future__ import annotations

import re

from coach.library.words import fold

_TABLE = """
lift (?:engineer|fitter|technician|mechanic|erector) > elevator mechanic
lift installer > elevator installer
lift inspector > elevator inspector
lorry > truck
truckie > truck driver
solicitor > lawyer
(?<!real )estate agent > real estate agent
letting agent|lettings negotiator > leasing agent
dustman|binman|bin man|bin collector|dustbin man > garbage collector
panelbeater > auto body repairer
tyre fitter > tire technician
sparky|sparkie > electrician
chippy|chippie > carpenter
brickie > bricklayer
postie|postman|postwoman > mail carrier
shop assistant > retail salesperson
till operator > cashier
publican|pub landlord > bar manager
wharfie|docker > longshore worker
ambo|ambulance officer > paramedic
air hostess|cabin crew > flight attendant
train driver > locomotive engineer
thatcher > roofer
dry stone waller > stonemason
kaiako > teacher
kaiwhakaako > teacher
tumuaki > school principal
pouako > teacher
kaiwhakawhanau > midwife
nehi|tapuhi > nurse
rata|takuta > doctor
niho rata > dentist
kaiawhina > support worker
kaitiaki taiao|kaitiaki > conservation ranger
kaimatai hinengaro > psychologist
kaimatai koiora > biologist
kaiputaiao moana > marine scientist
kaiputaiao > scientist
kaipaho > broadcaster
kairipoata > reporter
kaituhi > writer
kairangahau > researcher
kaitunu kai|kaitunu > cook
kaipamu > farmer
kaihanga whare > builder carpenter
kaitaraiwa > driver
kaimahi toko i te ora|kaimahi hapori > social worker
kaitohutohu > adviser
kaiwhakahaere > manager
kaihautu > director
roia > lawyer
pirihimana > police officer
kaitatari > analyst
kaihoahoa whare > architect
kaihoahoa > designer
kaitoi > artist
kaiwhakamaori > translator
kaitiaki pukapuka > librarian
kaipukaha > engineer
kaiwhakatangi > musician
parakuihi > morning
health visitor > public health nurse
district nurse|community nurse > home health nurse
ward sister > charge nurse
carer > home health aide
nursery nurse|nursery assistant > childcare worker
lollipop (?:man|lady|person) > crossing guard
headteacher|head teacher|headmaster|headmistress > school principal
supply teacher|relief teacher > substitute teacher
dinner lady > cafeteria cook
clerk of works > construction inspector
building control (?:surveyor|officer) > building inspector
digger driver > operating engineer heavy equipment operator
scaffolder > scaffold builder
greenkeeper > golf course groundskeeper
loss adjuster > insurance claims adjuster
legal executive > paralegal
environmental health officer > environmental health inspector
traffic warden|parking warden > parking enforcement officer
emergency call handler|call handler 111|999 call handler > emergency dispatcher
revops > revenue operations
devops > development operations software
sre > site reliability engineer
"""

_RULES = tuple(
    (re.compile(rf"\b(?:{words})s?(?![\w-])"), spoken)
    for words, spoken in sorted((line.split(" > ") for line in _TABLE.strip().splitlines()), key=lambda row: -len(row[0]))
)


def say_abroad(title: str) -> str:
    """The title with words of home said as American material says them; as it is where it has none.

    Case and macrons are folded where something is changed.
    """
    plain = fold(title)
    said = plain
    for pattern, spoken in _RULES:
        said = pattern.sub(spoken, said)
    return title if said == plain else said


def is_word_of_home(title: str) -> bool:
    """Whether the title as a whole is one of the words of home: then anything that is only like it among the American ones is something else."""
    plain = fold(title).strip()
    return any(pattern.fullmatch(plain) for pattern, _ in _RULES)
