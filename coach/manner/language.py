"""Language that does not fit the setting: swearing, insults, running somebody down, flirtation, text-speak, and addresses such as "bro".

Labelling rule `unprofessional_language`. Relaxed New Zealand English, second-language grammar and what the speaker says about themselves are never faults.
"""

from __future__ import annotations

import re

from coach.manner.wording import any_of, either, plain, split_sentences, straighten

_SWEARING = any_of(
    r"\w*f[u*]+[c*]+k\w*|\beff(?:ing|in'|ed)\b|\bf\*{2,}\w*|\bfeck\w*|\bfrigg(?:ing|in')|\w*sh[i*]t(?!ak)\w*|\bwtf\b|\bffs\b",
    r"\b(?:arse|ass)(?:hole|holes|hat|wipe)\b",
    r"\barse[sd]?\b|\bdumb-?ass\w*|\b(?:bad|smart|half|kick|lazy|fat|hard|big)[- ]ass(?:ed|es)?\b",
    r"\b(?:my|your|his|her|their|the|our)(?: \w+)? ass(?:es)?\b(?! (?:and|or|was|is|in the (?:field|paddock|stable)))|\bbastards?\b",
    r"\b(?:a|that|such a|total|son of a|you|little|real|complete) bitch\b|\bbitch(?:y|ing|ed)\b",
    r"\bpiss(?:ed|ing|es)? (?:off|me|you|about|around|poor)|\bpissed\b|\btaking the piss\b|\bpiss-?poor\b",
    r"\bsh[ai]t (?:myself|himself|themselves)\b|\bshat\b",
    r"\bcrap(?:py|pier|s)?\b|\bdick-?heads?\b|\b(?:a|such a|total|complete|being a|real|right|absolute) (?:dick|prick|knob|arse)\b|\bwank\w*",
    r"\bbollocks\b|\btwats?\b|\bcunt\w*|\bgod ?damn\w*|\bdamn(?:ed|it)?\b|\bbugger off\b|\bbloody (?:hell|idiot|fool|useless|stupid|cook)\b",
    r"\bwhat the hell\b|\bhell (?:no|yeah|yes)\b|\bgo to hell\b|(?:^|[,.;] |\boh |\bso |\byeah )screw (?:you|them|him|her|that|it|the|this)\b",
    r"\bsod (?:off|it|them|all|that|this)\b|\bslut\w*|\bwhores?\b|\btosser\b|\bjesus christ\b|\bfor christ's sake\b",
    r"\bshag(?:ged|ging)?\b(?! carpet| pile)|\bballs-?up\b|\bclusterf\w*|\bcock-?up\b",
)
_TEXT_SPEAK = any_of(
    (
        r"\b(?:lol|lmao|lmfao|rofl|omg|idk|idc|tbh|ngl|smh|ikr|brb|imo|imho|ttyl|wyd|hmu|gtg|g2g|gr8|l8r|m8|2day|2moro|2nite|b4|thx|thnx|tnx|plz|pls"
        r"|tysm|nvm|ppl|wbu|hbu|xoxo|k thx|cya|yolo|w8|str8|tmrw|prolly|msg me|wanna b|cu l8r|dat|dis is|wot)\b"
    ),
    r"(?<![\w'-])(?:u|ur|r u|c u|4 u)(?![\w'.-])(?! (?:turn|bend|bolt|boat|shape|value|tube))",
    r"\b(?:want|need|going|got|try|trying|like|used|able) 2 \w|\b2 (?:b|do|go|get|know|see|be) |\b(?:thx|thanks|good|ready|ta) 4\b",
    r"\b4 (?:that|this|me|ur|the)\b|\bk bye\b",
)
_BRO = either(
    r"bro+ bruh+ bruv brah dude dawg homie fam babes? baby bae honey hun hunnie sweet(?:heart|ie) sweet_cheeks darling darl sexy hottie cutie "
    r"doll bestie homeboy toots playa hot_stuff"
)
_PRETTY = either(r"gorgeous beautiful handsome lovely_lady pretty_lady good-looking stunner sunshine princess sugar sis girl")
_GREETS = either(
    r"hey hi hiya hello yo hullo morning afternoon evening thanks thank_you ta cheers bye goodbye see_(?:ya|you) later laters welcome ok okay "
    r"yeah yep nah no alright all_right sure listen look sorry please come_on mean chur sweet_as nice_one all_good good good_one wow whoa oh sup"
)
_ADDRESS = any_of(
    rf"(?:^|[,.!?;:—–-]\s*)(?:(?:my|oh|aw|no|yeah|so) )?{_BRO}(?=\s*(?:[,.!?;:—–]|$))",
    rf"\b{_GREETS} (?:my )?{_BRO}\b(?! (?:i work|who|of mine|job|day|is|was|has|bee|bees|mustard|shower|works|said))",
    rf"\b{_GREETS}(?: very much| so much| a lot| heaps| again| there)?,? {_PRETTY}(?=\s*(?:[,.!?;:—–]|$))",
    r"\bbro\b(?=\s*[?!.,]|$)|\bdude\b(?=\s*[?!.,]|$)",
)
_LOOKS = either(
    r"gorgeous beautiful hot sexy cute stunning pretty handsome attractive good-looking good_looking fit "
    r"a_(?:babe|hottie|stunner|cutie|dish|catch) easy_on_the_eye my_type ravishing"
)
_VERY = r"(?:so|very|really|too|way|just|absolutely|quite|pretty|rather|such|still|even|incredibly|seriously|damn|bloody|far|all|quite|totally)"
_BODY = either(r"eyes? smile legs lips body hair figure face voice dimples arms muscles bum looks cheekbones shoulders hands")
_FLIRT = any_of(
    (
        r"\b(?:you've|you have|you got|with|those|your|such|love your|got)(?: \w+){0,2} (?:gorgeous|beautiful|pretty|lovely|amazing|stunning|sexy"
        rf"|nice|cute|hot|incredible|great|killer) (?:\w+ )?{_BODY}\b(?<!hands)(?<!hand)(?! (?:on (?:the|a)|of))"
    ),
    rf"\byour {_BODY} (?:is|are)(?: {_VERY})* (?:gorgeous|beautiful|lovely|stunning|amazing|sexy|cute|hot|distracting|pretty|something)",
    (
        rf"\byou(?:'re| are| look| looked| must look| don't look)(?: {_VERY})* {_LOOKS}\b(?! (?:with|at|on|to (?:be|go|work)|in the|good at|busy"
        r"|for (?:the|a|this) (?:job|work|role)))"
    ),
    rf"\bbet you (?:look|looked|were)(?: {_VERY})* (?:{_LOOKS}|good)\b|\b{_VERY} {_LOOKS} to (?:be|work)\b",
    r"\b(?:girl|lady|woman|man|guy|thing|face) like you\b(?=[^.?!]*\b(?:pretty|beautiful|gorgeous|good-looking|single|alone|doing)\b)",
    r"\b(?:break|broken|breaking|stolen?|steal) (?:a lot of |a few |many |some |any )?hearts\b|\bin that uniform\b",
    (
        r"\bhas (?:any|some)(?:one|body) (?:ever )?told you\b[^.?!]*\b(?:eyes|smile|beautiful|gorgeous|hot|cute|pretty|handsome|stunning|attractive"
        r"|model|legs)\b"
    ),
    r"\byour (?:wife|husband|partner|boyfriend|girlfriend)(?:'s| is)(?: a)?(?: very)? lucky\b",
    r"\b(?:go|going|come|take you) (?:out )?(?:on|for) (?:a )?(?:date|dinner with me|drinks? with me)\b",
    r"\b(?:take|buy|get) you (?:out\b|to dinner|for dinner|a drink|dinner|for a drink|for drinks)|\bask(?:ing)? you out\b|\bgo out with me\b",
    r"\bcrush on you\b|\bflirt\w* with (?:you|me)\b|\bi fancy you\b|\bturns? me on\b|\bkiss you\b",
    r"\bif i (?:were|was) (?:\w+ ){1,4}(?:younger|single|older)\b",
    (
        r"\b(?:have|grab|get|do) (?:dinner|a drink|drinks|a beer|cocktails"
        r"|a wine)\b(?=[^.?!]*\b(?:with me|you and me|just us|just the two|tonight|you and i|sometime|some time|after work)\b)"
    ),
    r"\b(?:can|could) i (?:get|have) your (?:phone )?number\b(?=[^.?!]*\b(?:dinner|drink|date|beautiful|gorgeous|cute|text you)\b)",
    r"\blooking (?:good|hot|fine|gorgeous|sexy)(?: today| in that| by the way|[,!.?]|$)|\bgood to know, handsome\b",
    r"\bsexy (?:accent|voice|job|uniform)\b|\byou smell (?:amazing|good|great|nice|lovely|gorgeous|divine)\b|\bsight for sore eyes\b",
    r"\bask you (?:for|out for|to) (?:a )?(?:drink|dinner|coffee tonight)\b|\bfighting (?:off )?(?:the )?(?:ladies|girls|men|boys|them) off?\b",
    r"\bfighting off the (?:ladies|girls|men|boys)\b|\bif you weren't (?:working|married)\b",
)
_HARD_NOUN = either(
    r"idiots? morons? imbeciles? cretins? muppets? wankers? tossers? drongos? dropkicks? plonkers? prats? twits? numpt(?:y|ies) dimwits? "
    r"half-?wits? nitwits? scumbags? sleazebags? bimbos? nutters? slobs? jobsworths? desk_jockeys?"
    r" waste_of_(?:space|oxygen) losers? airheads? lazy_(?:old_)?(?:cow|sod|git|bugger|pig|beggar|so-and-so) (?:silly|stupid|old|miserable"
    r"|grumpy|stingy|nosy|bossy|mean)_(?:old_)?(?:cow|bat|bag|hag|git|sod|fart|trout|witch) bunch_of_(?:\w+_)?(?:idiots|clowns|amateurs|cowboys"
    r"|monkeys|crooks|muppets|thieves|fools)"
    r" dunces? twerps? fatso retards? weirdos? dumbos? thickos?"
)
_SOFT_NOUN = either(
    r"clowns? sleaze psychos? creeps? jerks? cowboys? crooks? con_(?:artists?|men|man) conm[ae]n frauds? liars? leeche?s? parasites dinosaurs? "
    r"dragons? hags? witch(?:es)? pigs? snakes? cows? know-?it-?alls? control_freaks? bull(?:y|ies) tyrants?"
    r" piece_of_work laughing_stock jokes? nightmares? snobs? egomaniacs? narcissists? hacks? fools? thie(?:f"
    r"|ves) disgrace shambles disaster bores? slave-?drivers? cheats? rip-?off_merchants? sharks? gossips? amateurs? monsters? brats? princesses"
)
_SOFT_WORD = either(
    r"useless hopeless lazy stupid dumb thick(?:_as_\w+(?:_\w+)*)? clueless incompetent pathetic dim rubbish garbage trash toxic dodgy crooked "
    r"corrupt stingy evil nasty horrible awful terrible hideous vile two-?faced arrogant ignorant disgusting cr[ao]ok greedy slimy sleazy creepy"
    r" full_of_(?:it|himself|herself|themselves|hot_air) past_(?:it|(?:his|her|its|their)_best) no_good not_(?:very|too|that)_bright off_(?:his"
    r"|her|their)_(?:head|rocker) the_worst a_waste_of_\w+ bad_at_(?:his|her"
    r"|their)_jobs? rotten unbearable insufferable spineless gutless tight-fisted rude"
)
_OF_PEOPLE = re.compile(
    "\\b"
    + either(
        r"useless hopeless lazy stupid dumb thick clueless incompetent pathetic two-?faced arrogant ignorant slimy sleazy creepy "
        r"full_of_(?:it|himself|herself|themselves) not_(?:very|too|that)_bright crooked dodgy rude spineless"
        r" (?:clown|creep|jerk|cowboy|crook|fraud|liar|leech|dragon|hag|witch|pig|snake|cow|know-?it-?all|control_freak|bully|tyrant|piece_of_work"
        r"|snob|egomaniac|narcissist|fool|thief|cheat|slave-?driver|monster|brat|gossip)s?"
    )
    + r"\b"
)
"""What can be said of a person only; said of a month or a program it would be something else."""
_SLANDER = any_of(
    r"\b(?:rips?|ripped|ripping) (?:people|everyone|customers|clients|us|me|them) off\b",
    r"\b(?:cheats?|cheated|steals?|stole|lies|lied) (?:on|to|from|about|the|his|her|their)\b|\btakes? (?:all )?the credit\b",
    r"\bsleeps? (?:with|around)\b|\b(?:hasn't|haven't|doesn't have|without) (?:got )?a clue\b|\bno (?:idea|clue) (?:what|how) (?:he|she|they)\b",
    r"\bdoesn't know (?:what|his|her)\b[^.?!]{0,20}\b(?:doing|arse|elbow)\b",
    (
        r"\b(?:couldn't|can't|could not|cannot) (?:even )?(?:organise|organize|boil|run|teach|manage|lead|spell|fight|count|cook"
        r"|find)\b[^.?!]{0,25}\b(?:a|an|his|her|their|to save|egg|brewery|bath|way out|paper bag|class)\b"
    ),
    r"\bshould (?:be|have been) (?:fired|sacked|struck off|locked up)\b|\bnever does (?:any|a stroke of) work\b|\bwaters? down\b",
    r"\bdo(?:es)? (?:shoddy|dodgy|shonky|crap|rubbish|terrible) (?:work|jobs?)\b|\bthey (?:all )?cheat\b",
    (
        r"\b(?:is|are|was|were|'s) (?:full of|run by|nothing but|all) (?:\w+ )?(?:con men|crooks|idiots|morons|snobs|liars|cowboys|clowns|amateurs"
        r"|thieves|cheats)\b"
    ),
    r"\bis a bit slow\b",
)
_ROLE = either(
    r"boss(?:es)? managers? supervisor foreman gaffer lecturers? tutors? teachers? professors? prof principal head(?:_?master|_?mistress)? dean "
    r"deputy colleagues? workmates? co-?workers? team_?leader leader flatmates? classmates? directors? chief ceo owner landlord "
    r"(?:careers?_)?advis[eo]rs? counsell?ors?"
    r" receptionist secretary assistant mentor trainer instructor coach recruiters? officers? hr head_of_\w+ head_of_your_\w+ competitors? competition "
    r"rivals? compan(?:y"
    r"|ies) firms? school uni university polytech department crowd lot mob outfit council agency minister mayor government harbourmaster editor "
    r"doctors? nurses? vets? chefs? surgeons?"
    r" consultants? captain guys? blokes? man woman lady ladies girls? fella fellow apprentices? trainees? employers? clinic hospital chain "
    r"brand union staff driver drivers people_(?:at|in|over|from)_\w+ neighbours? ex office reception(?:ist)?"
)
_THIRD = re.compile(rf"\b(?:{_ROLE}|he|she|they|everyone (?:there|in)|that place|this place)\b")
_NAMED = re.compile(
    r"(?<![.?!] )(?<!^)\b[A-ZĀĒĪŌŪ][\w'’-]+|^\W*(?!(?:The|This|That|It|What|There|Which|How|Who|Where|When|Why|I|You|We|My|Your|Our|But|And|So"
    r"|Is|Are|If|Work|Maths|Traffic|Winter|Hours)\b)[A-ZĀĒĪŌŪ][\w'’-]+(?= (?:is|was|at|in|from|and))"
)
_SELF = re.compile(
    r"\b(?:i'm|im|i am|i was|i'd be|i've been|i felt|i feel|i look(?:ed)?|i sound(?:ed)?|i must (?:look|sound|be|seem)|i seem|we're|we were"
    r"|we are|me|myself)\b[^.?!,;]{0,40}$"
)
_MYSELF = re.compile(r"\b(?:i|i'm|we)\b\W*$")
_IS = re.compile(
    r"(?P<subject>[^.;!?]{1,70}?)(?:\b(?:is|are|was|were|being|seems?|sounds?|looks?|looked)\b|'s"
    rf"|'re)\s+(?:(?:{_VERY}|a|an|the|such|bit|of|total|complete|real|right|absolute|proper|utter|bunch|load|basically|honestly|kind|sort|pretty"
    rf"|old|big|little|massive|actually|frankly|only|always) )*(?:{_SOFT_NOUN}|{_SOFT_WORD}|{_HARD_NOUN})\b"
    r"(?! (?:at (?:first|times)|for (?:me|you|the|them)|to (?:watch|see|hear|me|you)|with (?:me|you)|weather|hours|pay|part|bit|job|day|in the morning))"
)
_YOU = any_of(
    (
        rf"\byou(?:'re| are| were| lot are| guys are| sound| must be)(?: {_VERY}| a| an| the| such| bit of| total| complete| real"
        rf"| right)* (?:{_HARD_NOUN}|useless|hopeless|clueless|incompetent|pathetic|stupid|dumb|thick|lazy|boring|rude|ugly|full of (?:it|yourself)"
        r"|ridiculous|arrogant|past it|overpaid|ignorant|liar|not very (?:bright|good|smart|clever)"
        r"|just a (?:\w+ )?(?:cook|clerk|driver|cleaner|nurse|secretary))\b(?! (?:at|moments?|parts?|bits?|job|about))"
    ),
    r"\bshut (?:up|it)\b|\bpiss off\b|^\W*(?:oh |just |you can )?get (?:lost|stuffed)\b|\bwaste of my (?:\w+ )?time\b",
    r"\b(?:are you|r u) (?:stupid|dumb|thick|deaf|an idiot|listening or)\b|\bwhat(?:'s| is) wrong with you\b|\bi hate you\b|\bok(?:ay)? boomer\b",
    r"\byou (?:suck|stink|people are all)\b|\bi don't care what you\b|\byou(?:'re| are) not listening\b|\bdon't lecture me\b|\byou idiot\b",
    r"\bonly losers\b",
    (
        r"\byour (?:job|work|company|place|office|team|answer|advice|trade|life)(?:'s| is| sounds| seems| must be)(?: \w+){0,2} (?:stupid|pointless"
        r"|useless|a joke|pathetic|rubbish|garbage|worthless|dumb|boring|shit|crap|lame|awful)\b"
    ),
    (
        r"\bthat(?:'s| is| was)(?: a| such a| the)?(?: \w+)? (?:stupid|dumb|pathetic|useless|crap|rubbish|lame) (?:answer|advice|thing to say|job"
        r"|idea)\b"
    ),
    r"\b(?:god|man|wow),? this is (?:so )?(?:boring|dull|pointless)\b",
)


def find_unprofessional(text: str) -> str | None:
    """The sentence with swearing, an insult, running down a third party, flirtation, text-speak or an address such as "bro"; verbatim, or None."""
    return next((sentence.text for sentence in split_sentences(text) if _is_unprofessional(sentence.text)), None)


def is_insult(text: str) -> bool:
    """Whether the utterance insults the host or swears at them."""
    low = plain(text)
    return _YOU.search(low) is not None or re.search(r"\bf[u*]+[c*]+k (?:you|off|this|that)\b", low) is not None


def flirts(text: str) -> bool:
    """Whether the utterance flirts with the host."""
    return _FLIRT.search(plain(text)) is not None


_EXPANDED = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "thx": "thanks",
    "thnx": "thanks",
    "pls": "please",
    "plz": "please",
    "ppl": "people",
    "b4": "before",
    "gr8": "great",
    "tmrw": "tomorrow",
    "2day": "today",
}
_EMPTY = re.compile(r"(?:^|(?<=\s))(?:lol|lmao|rofl|omg|tbh|ngl|idk|smh|imo|imho|btw|wtf|ffs)\b[,.!]?\s*", re.IGNORECASE)
_BARE_ADDRESS = re.compile(rf"(?:,\s*|\b)(?:{_BRO}|{_PRETTY})(?=\s*(?:[,.!?;:—–]|$))", re.IGNORECASE)
_BARE_SWEARING = re.compile(
    (
        r"(?:^|(?<=\s))(?:(?:oh|holy|what the|for|so|bloody)\s+)?(?:\w*f[u*]+[c*]+k\w*|\w*sh[i*]t\w*|crap\w*|damn\w*|goddamn|hell|arse\w*|piss\w*"
        r"|bollocks|effing|bloody)(?:'s sake)?\b[,.!]?\s*"
    ),
    re.IGNORECASE,
)


def without_rough_words(text: str) -> str:
    """The text without addresses such as "bro" and without swear words, text-speak written out; it may be left with little sense."""
    bare = _EMPTY.sub("", _BARE_SWEARING.sub("", _BARE_ADDRESS.sub("", straighten(text))))
    return re.sub(r"(?<![\w'])(" + "|".join(_EXPANDED) + r")(?![\w'])", lambda match: _EXPANDED[match.group(1)], bare).strip(" ,")


def _is_unprofessional(sentence: str) -> bool:
    low = plain(sentence)
    if any(pattern.search(low) for pattern in (_SWEARING, _TEXT_SPEAK, _ADDRESS, _FLIRT, _YOU)):
        return True
    return _runs_down(sentence, low)


def _runs_down(sentence: str, low: str) -> bool:
    """An insult for somebody other than the speaker, or an identifiable person or place called incompetent or worse."""
    for hard in re.finditer(rf"\b{_HARD_NOUN}\b", low):
        if not _SELF.search(low[: hard.start()]) and not re.search(
            (
                r"(?:\b(?:like|feel|felt|sound|look|for) (?:an?|such an?|the)(?: \w+)?"
                r"|\b(?:deal|deals|cope|put up|handle|handling|working|work|stuck|with)(?: with)?(?: the| all the| these)?) $"
            ),
            low[: hard.start()],
        ):
            return True
    for match in _IS.finditer(low):
        subject = match.group("subject")
        if _SELF.search(subject) or _MYSELF.search(subject) or re.search(r"\b(?:not|if|whether|what|n't)\b[^,]*$", subject):
            continue
        if _THIRD.search(subject):
            return True
        if _OF_PEOPLE.search(match.group()) and _NAMED.search(straighten(sentence)[match.start() : match.start() + len(subject)]):
            return True
    slander = _SLANDER.search(low)
    before = low[: slander.start()] if slander else ""
    return (
        slander is not None
        and not _SELF.search(before)
        and (re.search(rf"\b(?:{_ROLE}|he|she)\b", before) is not None or _NAMED.search(straighten(sentence)[: len(before)]) is not None)
    )
