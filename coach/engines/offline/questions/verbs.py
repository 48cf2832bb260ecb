"""Verbs and their forms, for the spoken grammar. Everything is lower case and British where spelling differs.

Collected for this project from the way learners jot things down; no outside word list stands behind it.
"""

from __future__ import annotations

_IRREGULAR = """
be is was been being | have has had had having | do does did done doing | go goes went gone going | get gets got got getting
make makes made made making | take takes took taken taking | come comes came come coming | see sees saw seen seeing | know knows knew known knowing
give gives gave given giving | find finds found found finding | think thinks thought thought thinking | tell tells told told telling
become becomes became become becoming | leave leaves left left leaving | put puts put put putting | mean means meant meant meaning
keep keeps kept kept keeping | let lets let let letting | begin begins began begun beginning | run runs ran run running | hold holds held held holding
bring brings brought brought bringing | write writes wrote written writing | sit sits sat sat sitting | stand stands stood stood standing
lose loses lost lost losing | pay pays paid paid paying | meet meets met met meeting | set sets set set setting | learn learns learnt learnt learning
lead leads led led leading | understand understands understood understood understanding | speak speaks spoke spoken speaking
read reads read read reading | spend spends spent spent spending | grow grows grew grown growing | win wins won won winning
teach teaches taught taught teaching | build builds built built building | buy buys bought bought buying | sell sells sold sold selling
send sends sent sent sending | fall falls fell fallen falling | cut cuts cut cut cutting | drive drives drove driven driving
draw draws drew drawn drawing | break breaks broke broken breaking | rise rises rose risen rising | choose chooses chose chosen choosing
deal deals dealt dealt dealing | fly flies flew flown flying | sing sings sang sung singing | swim swims swam swum swimming
wear wears wore worn wearing | throw throws threw thrown throwing | feed feeds fed fed feeding | breed breeds bred bred breeding
catch catches caught caught catching | fight fights fought fought fighting | hear hears heard heard hearing | feel feels felt felt feeling
show shows showed shown showing | sleep sleeps slept slept sleeping | eat eats ate eaten eating | drink drinks drank drunk drinking
ride rides rode ridden riding | shoot shoots shot shot shooting | shut shuts shut shut shutting | hit hits hit hit hitting
hurt hurts hurt hurt hurting | lend lends lent lent lending | lay lays laid laid laying | lie lies lay lain lying | light lights lit lit lighting
seek seeks sought sought seeking | shake shakes shook shaken shaking | sink sinks sank sunk sinking | split splits split split splitting
spread spreads spread spread spreading | stick sticks stuck stuck sticking | strike strikes struck struck striking | sweep sweeps swept swept sweeping
tear tears tore torn tearing | wake wakes woke woken waking | wind winds wound wound winding | bend bends bent bent bending | bid bids bid bid bidding
bind binds bound bound binding | blow blows blew blown blowing | burn burns burnt burnt burning | cast casts cast cast casting
cost costs cost cost costing | dig digs dug dug digging | forget forgets forgot forgotten forgetting | freeze freezes froze frozen freezing
grind grinds ground ground grinding | hang hangs hung hung hanging | hide hides hid hidden hiding | oversee oversees oversaw overseen overseeing
quit quits quit quit quitting | retrain retrains retrained retrained retraining | rebuild rebuilds rebuilt rebuilt rebuilding
rewrite rewrites rewrote rewritten rewriting | ring rings rang rung ringing | shear shears sheared shorn shearing | spin spins spun spun spinning
undertake undertakes undertook undertaken undertaking | weave weaves wove woven weaving | weld welds welded welded welding
withdraw withdraws withdrew withdrawn withdrawing | upset upsets upset upset upsetting | forecast forecasts forecast forecast forecasting
handwrite handwrites handwrote handwritten handwriting | say says said said saying | redraw redraws redrew redrawn redrawing
reset resets reset reset resetting | recast recasts recast recast recasting | sew sews sewed sewn sewing | mow mows mowed mown mowing
sow sows sowed sown sowing
"""
# Base, third person, past, participle and -ing form, separated by bars; one line may hold several verbs.

_REGULAR = """
accept achieve act add adapt adjust administer advise advocate aim allow analyse analyze answer appear apply appraise approve argue arrange arrive ask
assemble assess assist attach attend audit automate award back bake balance base battle believe belong blast blend board boost borrow breach bridge
brief broadcast browse budget call camp campaign care carry carve cause celebrate certify chair change charge chase chat check claim clean clear climb
close coach code collaborate collect combine commission commute compare compete compile complain complete compose conduct connect conserve consider
construct consult contact contain continue contribute control convert convince cook cope coordinate co-ordinate correct counsel count cover craft
create crew cultivate curate cycle dance debug decide declare decorate demand dedicate defend delete deliver demolish deploy describe design desire
detect determine develop devise diagnose direct discover discuss dislike dispatch dispense distribute dive document donate draft dream dress drill
drop dry earn edit educate elect employ empty enable encourage end engage engineer enjoy enrol enter entertain equip escort establish estimate
evaluate examine exchange exhibit expand expect explain explore export extend face facilitate fail farm fasten favour file fill film filter finance
finish fire fish fit fix flat focus fold follow force forge form foster found frame fund fundraise gain gather generate graduate graze greet groom
group guard guess guide hand handle happen harvest hate haul head heal help herd hire host house hunt identify illustrate imagine implement import
improve include increase inform inherit initiate inject innovate inspect inspire install instruct insulate integrate intend interpret interview
introduce invent invest investigate invite involve issue join judge juggle jump justify knit label labour land last launch license lift like link list
listen live load lock log look love lower machine maintain manage manufacture map mark market measure mediate mend mentor merge migrate milk mind mix
model modernise moderate modify monitor mount move navigate need negotiate nominate notice nurse nurture observe obtain occupy offer open operate
order organise organize overcome overhaul own pack package paint parent park participate partner pass patch patrol perform persuade photograph pick
pilot place plan plant position catalogue plaster play plough plumb point polish post pour practise practice predict prefer prepare prescribe present
preserve press prevent price print process procure produce programme program promise promote propose prosecute protect protest prove provide prune
publish pull pump purchase push qualify question raise rappel rate reach receive recommend reconcile record rehouse recover recruit recycle reduce
refer referee reform refurbish register regret redesign refit rehang rehome repaint replant resurface restock reroute reassemble rewire regulate
rehearse relate relaunch release relocate rely remain remember remove renew renovate rent reopen reorganise repair repeat replace reply report
represent request require rescue research resign resolve respond rest restore restructure result retail retire return reuse reveal review revise roast
roll roster rotate rush sail sample sanction save scale scan schedule score scrub screen search secure select serve service settle shape share shelter
shift ship shop sign simulate sketch skip slow smell solve sort source specialise specialize sponsor staff stage start state stay steer stitch stock
stop store strengthen stretch strip struggle study style submit succeed suffer suggest suit supervise supply support suppose surf survey survive
suspect switch tackle tap tailor talk target taste tend tender terminate test thank tidy tie toilet touch tour tow trace track trade train transcribe
transfer transform translate transport travel treat trial trim triage try tune turn tutor type uncover unload update upgrade use vaccinate value vary
view visit voice volunteer vote wait walk want warm warn wash waste watch water weed weigh welcome wire wish wonder work worry wrap yell amalgamate
pollinate inaugurate cure fine-tune hatch swab brush comb sand rear cull shove unlock pin calm book cool float vet mould sculpt engrave gild solder braze thatch muster crutch coppice hedge graft propagate germinate incubate hydrate embalm bury cremate console chaperone shadow signal
interlock unplug block reserve restrict acquire appoint digitise electrify incorporate invoice lease outsource partner pledge roster second trap ventilate
"""

_DOUBLED = """
rappel tap plan stop drop fit chat commit control permit prefer refer ship shop skip strip trim wrap refit plug scan map log debug trap program travel
label model tunnel cancel counsel enrol fulfil transfer equip jog tag tap swab unplug pin step rub scrub ban
"""
# Regular verbs that double their last letter.

_NOUN_LIKE = """
plans reports works runs leads designs tests samples supplies visits checks talks studies orders moves tours rounds markets stocks shows films records
models maps projects drives coaches guides cooks nurses surveys plants farms seeds programs programmes codes bridges sales files documents machines
tools interviews courses repairs audits shapes turns cuts drafts sketches prices costs budgets forecasts hosts crops covers walks rests trains
services uses needs hopes loves likes lights houses lands ships shops shops signs sorts sources stages starts states stays steps stores styles
supports switches targets tastes tenders trades transfers transports treats trials types updates upgrades values views voices votes waits washes
watches weeds wires wishes workshops worries lists links lifts labels calls cares changes charges chairs claims cleans climbs clears backs awards aims
answers acts bids blends boards breaks briefs burns casts catches cycles deals dives drills drops ends engineers exchanges exports faces falls fees
feeds fields fights fills filters finds fires fits fixes flies folds follows forms frames funds gains groups grows guards guesses hands heads helps
hires holds hunts imports interests invoices issues joins judges jumps keys knits leases lets loads locks logs looks marks measures meets mentors
mines minds mixes nets notes notices offers paints parks partners passes patches pays picks pilots places plays points posts presents presses prints
processes promises protests pulls pumps pushes questions quotes races raises ranks rates reads rents requests rescues results returns reviews rides
rings rises roles rolls roots rosters rushes samples saves scales scans schedules scores screens searches seats sells sets shares shelters shifts
shoots skills sleeps smells speaks spends splits staff starts stands strikes strips sweeps talks teams tears tells throws ties touches tracks trains
traps turns tutors volunteers walks wants waters waves winds wins withdraws wounds wraps writes yields
"""

_VERBS_ALL_THE_SAME = """
writes reads speaks sells wants tells meets joins finds keeps gives wins spends pays looks helps needs loves likes follows raises holds grows sits
stands teaches
"""


def _list_forms() -> dict[str, tuple[str, str]]:
    """Every verb form -> its base and which form it is: base, s, past, participle or ing. Earlier entries win, base before the rest."""
    found: dict[str, tuple[str, str]] = {}
    rows = [tuple(row.split()) for line in _IRREGULAR.strip().splitlines() for row in line.split("|")]
    doubled = frozenset(_DOUBLED.split())
    rows += [(base, *_inflect(base, double=base in doubled)) for base in _REGULAR.split()]
    for row in rows:
        for word, form in zip(row, ("base", "s", "past", "participle", "ing"), strict=True):
            found.setdefault(word, (row[0], form))
    return found


def _inflect(base: str, *, double: bool) -> tuple[str, str, str, str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    else:
        third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        past = base + ("d" if base.endswith("e") else base[-1] + "ed" if double else "ed")
    stem = base + base[-1] if double else base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    return third, past, past, stem + "ing"


FORMS = _list_forms()
"""Verb form -> (base, form)."""

BASE_TO_ING = {base: word for word, (base, form) in FORMS.items() if form == "ing"}
"""Base -> -ing form."""

BASE_TO_S = {base: word for word, (base, form) in FORMS.items() if form == "s"}
"""Base -> third person."""

BASE_TO_PAST = {"be": "were", **{base: word for word, (base, form) in FORMS.items() if form == "past"}}
"""Base -> past, where it differs from the base."""

NOUNS_IN_S = frozenset(_NOUN_LIKE.split()) - frozenset(_VERBS_ALL_THE_SAME.split())
"""Verb forms in -s that are as often the plural of a noun; read as verbs only where what follows proves it."""


def core(word: str) -> str:
    """The word without punctuation, in lower case."""
    return word.strip(".,;:!?()\"'").lower()


def form_of(word: str) -> str:
    """Which verb form a word can be, empty where it is no verb we know."""
    found = FORMS.get(core(word))
    return found[1] if found else ""


def as_set(text: str) -> frozenset[str]:
    """The words of a text, for lists that are easier to read as text."""
    return frozenset(text.split())
