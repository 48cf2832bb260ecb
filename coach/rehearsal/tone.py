"""The tone of an utterance: abuse, rudeness, flattery, nerves, interruption, a wish for shorter answers."""

from __future__ import annotations

import re

from coach.manner.courtesy import is_insult
from coach.manner.wording import any_of, plain, split_sentences, split_words

_SWEAR = (
    r"(?:f[u*]+[c*]+k\w*|sh[i*]t\w*|bullshit|crap|arse(?:hole)?|asshole|bastard|bitch|piss\w*|wank\w*|cunt|twat|dick(?:head)?|prick|bloody|damn|goddamn|hell)"
)
_NAME_CALLED = (
    r"(?:idiots?|morons?|imbeciles?|cretins?|muppets?|clowns?|losers?|wankers?|tossers?|fools?|halfwits?|dimwits?|prats?|twits?|nobod(?:y|ies)|failures?|liars?|frauds?|jokes?|cows?|pigs?|bitch(?:es)?|bastards?"
    r"|arseholes?|assholes?|dickheads?|cunts?|twats?|hag|dinosaur|waste of (?:space|oxygen|air)|(?:stupid|silly|old|fat|dumb|boring|miserable|useless|sad) (?:\w+ )?(?:man|woman|git|cow|bat|bitch|fool|twit|person|thing))"
)
_INSULT_ADJ = r"(?:useless|stupid|dumb|thick|pathetic|hopeless|an? (?:total |complete |absolute )?(?:waste|joke|disgrace)|incompetent|worthless|clueless|brain ?dead|dense|slow|deaf|ugly|fat|lazy|ridiculous|boring as hell|a bore|so boring|dim|mental|insane|rubbish|crap|shit|lame)"
_YOU_ARE = r"\byou(?:'re| are| really are| sound| look| must be| seem)(?: (?:just|such|so|really|all|a|an|the|very|pretty|totally|completely|absolutely|actually|obviously|clearly|nothing but|even|bloody|f\w*ing|kind of|being|a bit|too))*"
_ABUSE = any_of(
    r"\byou (?:disgust|sicken) me\b|\byou make me sick\b|\byou're (?:disgusting|vile|a disgrace)\b",
    rf"{_YOU_ARE} (?:{_SWEAR} )?(?:{_NAME_CALLED}|{_INSULT_ADJ})\b(?! (?:at (?:maths|names)|part|bits?|of time))",
    rf"\b(?:and|so|how) you(?:'re| are) (?:{_SWEAR} )?{_INSULT_ADJ}\b|\bare you (?:{_SWEAR} |always |really |just |that |even |actually |completely |a )*(?:thick|stupid|dumb|deaf|slow|dense|an idiot|a moron|brain ?dead|mental|idiot|moron|retarded|daft|blind)\b|\bhow (?:thick|stupid|dumb|slow) are you\b",
    rf"(?:^|[,.!]\s*|\b(?:you|oh|hey|listen|answer me|shut up|come on|go away),? )(?:you )?(?:{_SWEAR} |stupid |silly |old |absolute |total |complete |pathetic |useless )*{_NAME_CALLED}\s*(?:[.!?,]|$)|\byou (?:{_SWEAR}|stupid|silly|absolute|total|complete|pathetic|useless|dumb|lazy|old)[^.?!]{{0,12}} ?{_NAME_CALLED}\b",
    rf"\b(?:shut (?:up|it|your \w+)|piss off|bugger off|sod off|get lost|drop dead|go to hell|screw you|stuff you|up yours|bite me|eat shit|get stuffed|fuck (?:off|you|this|that|it)|f off|go (?:die|kill yourself)|zip it|stfu)\b|\bjust an? (?:{_SWEAR} )?(?:cook|nurse|clerk|teacher|cleaner|secretary|driver|hairdresser|barber|labourer|tradie|glorified \w+|\w+)\b(?=[^.?!]*\b(?:don't lecture|who are you|what do you know|lecture me)\b)",
    rf"\b(?:my|of|the|your|this|what an?|such an?|some) (?:\w+ )?{_SWEAR.replace('bloody|damn|goddamn|hell', 'fucking')}\b(?=[^.?!]*\b(?:time|you|job|question|answer|waste|mouth)\b)|\bfuck(?:ing)?\b|\bcunt\b|\bi hate (?:you|people like you)\b|\bi(?:'ll| will) (?:hurt|hit|find|punch|smash|kill) you\b|\bnobody (?:likes|asked|cares about) you\b",
)  # fmt: skip
_TRADE = any_of(
    r"\bno wonder (?:people|everyone|everybody|nobody) (?:hates?|likes?|trusts?|despises?)\b",
    r"\bonly (?:losers|idiots|failures|morons|dropouts|no-?hopers|people who (?:failed|can't))\b[^.?!]*\b(?:end up|do|become|work|go|take|would)|\b(?:shit|crap|crappy|shitty|stupid|rubbish|dumb|pathetic|pointless|useless|loser|dead-?end|bullshit|joke of an?|miserable|lame|idiotic) (?:\w+ )?(?:job|work|trade|profession|career|industry|life|way to (?:make|earn))\b(?! (?:application|interview))",
    r"\b(?:anyone|anybody|a monkey|any idiot|my (?:dog|nan|gran|grandmother|cat)|a (?:robot|child|kid|trained monkey)) (?:could|can) do (?:that|it|this|your job|what you do)|\bnot a (?:real|proper) (?:job|profession|trade|career)\b|\bglorified (?:\w+ )?\w+er\b|\bwho(?:'d| would) want to (?:do|be) (?:that|this|a \w+)\b(?=[^.?!]*(?:[.!]|$))|\bwhat a (?:waste of a life|sad life|loser)\b",
)  # fmt: skip
_RUDE = any_of(
    r"\bi don't (?:really |actually |even )?care\b|\bwhat a load of\b|\bload of (?:rubbish|crap|nonsense|bull)\b|\bsound(?:s)? like a (?:robot|brochure|machine|politician|salesman)\b|(?<!\bnot )(?<!n't )\bwasting my time\b(?! with\b)|\bseriously\?\W*that's it\b|\bthat's it\?|\bi said\b[^.?!]{2,40}\bnot\b(?=[^.?!]*\b(?:story|speech|lecture|essay|that)\b)",
    r"\b(?:this|that|it|you)(?:'s| is|'re| are| was) (?:\w+ )?(?:so |really |very |pretty |incredibly |getting |just )*(?:boring|dull|pointless|useless|a waste|rubbish|tedious|stupid|painful)\b(?! (?:question|thing to|one to|idea|bits?|parts?))|^\W*(?:\w+ ){0,2}boring\b\s*[.!,]|\bbored now\b|\byawn\b|\bblah blah\b|\bwaste of (?:my )?time\b",
    r"^\W*(?:oh |yeah |ugh |god |jesus |christ )*(?:whatever|so what(?=\s*(?:[?.!]|$))|big deal|who cares|yeah yeah|i don't care|get on with it|hurry up|get to the point|just answer|answer (?:me|the question|properly)|come on|for (?:god's|christ's|heaven's|crying out loud)(?: sake)?)\b|\bi don't (?:give a|care what|care about)\b|\bwho cares\b|\bcould you be any (?:more|less)\b",
    r"\byou(?:'re| are) not (?:even )?(?:listening|answering|paying attention|making (?:any )?sense)\b|\bthat(?:'s| is) not what i (?:asked|said|meant)\b|\bare you (?:even )?listening\b|\bdid you (?:even )?(?:hear|listen)\b|\bi(?:'ve)? (?:just |already )?(?:said|asked|told you)\b(?=[^.?!]*(?:!|\b[A-Z]{3,}\b|again))|\bwhat the (?:hell|heck|f\w*|bloody \w+)\b|\bcan you (?:just )?(?:answer|get to|stop)\b(?! by)|\bstop (?:talking|waffling|rambling|going on|lecturing|wasting)\b|\bspare me\b|\bdon't lecture me\b|\bgod,? (?:this|you|that)\b|\bjesus christ\b|\bmy course (?:says|made|makes) (?:i|me)\b(?=[^.?!]*\bhave to\b)",
    r"(?:^|[.!?]\s)\W*(?:so |and |wow,? |oh,? )?(?:is|was) that (?:it|all|supposed to|meant to)\b(?=[^.?!]*\?)|\bis that all you(?:'ve)? got\b|\bdo you even\b|\b(?:got nothing|nothing else) to say\b|\bi could(?:n't)? care less\b|\bi(?:'m| am) (?:so )?bored\b|\bcan we (?:hurry|speed) (?:up|this up)\b|\bno one asked\b|\bnobody asked\b|\bdid i ask for\b|\bnobody cares\b",
)  # fmt: skip
_FLATTERY = any_of(
    r"\byou(?:'re| are)(?: \w+)? my (?:hero|idol|inspiration|role model|favourite)\b|\bbest \w+ (?:that )?i(?:'ve| have) ever (?:heard|met|seen|had|read|talked|spoken)\b|\bas (?:smart|clever|wise|good|brilliant|patient) as you\b|\bsuccessful\b(?=[^?]*$)(?=[^.?!]*\byou\b)|\byou(?:'re| are) a natural\b|\byou(?:'re| are)(?: \w+){0,3} (?:rock ?star|superstar|goddess|saint|angel)\b|\b(?:nicest|kindest|coolest|funniest) \w+ i(?:'ve| have) ever\b",
    r"\byou(?:'re| are|'ve| have| really are| must be| seem)(?: (?:so|such|really|just|an?|the|truly|absolutely|honestly|clearly|all|most|very|been|quite|far|by far))* (?:amazing|brilliant|incredible|wonderful|fantastic|awesome|impressive|inspiring|inspirational|inspiration|genius|legend|star|hero|expert of experts|best|smartest|cleverest|wisest|coolest|gifted|talented|remarkable|outstanding|extraordinary|phenomenal|superb|role model|so good at|ahead of (?:everyone|everybody|them all))\b",
    r"\b(?:most|best|smartest|cleverest|wisest|nicest) (?:\w+ )?(?:person|people|expert|speaker|manager|\w+er|\w+or|\w+ist) (?:i've|i have|i ever|i could|in (?:the|this)|anyone|ever)\b|\bi could listen to you\b|\bhonou?r(?:ed)? to (?:meet|talk|speak)\b|\bit(?:'s| is| was) (?:such )?an (?:honou?r|privilege)\b|\bi (?:really |so |truly )?(?:admire|look up to|idolise|worship) you\b|\byou should (?:write a book|be (?:on tv|famous|a teacher|running|in charge|prime minister)|have (?:your own|a) (?:podcast|show))\b|\bnobody (?:has|'s) ever (?:explained|told|said)\b|\bno ?(?:body|one) (?:explains|does|knows) (?:it|this) (?:better|like you|as well)",
    r"\b(?:so|such|absolutely|truly|totally|utterly) (?:brilliant|inspiring|amazing|wise|wisdom|insightful|impressive|profound|incredible|genius|clever)\b|\byou have such (?:good|great|amazing|a good|an? \w+) (?:judgement|judgment|taste|insight|wisdom|eye|mind|way)\b|\bwhat an? (?:amazing|incredible|brilliant|inspiring|impressive|remarkable) (?:person|career|story|life|mind|answer|woman|man)\b|\byour (?:wisdom|brilliance|genius|insight|expertise) (?:is|are)\b|\bi wish (?:i (?:was|were|could be)|everyone (?:was|were)) (?:more )?like you\b|\bthey(?:'re| are) (?:so )?lucky to have you\b|\babsolute legend\b",
)  # fmt: skip
_TAG = re.compile(
    r"(?:^|,|-|–)\s*(?:you know|right|eh|huh|no|yeah|okay|ok|don't you think|isn't it|aren't (?:you|they|we)|you know what i mean|if you know what i mean|are they all like you|are you all like (?:that|this))\s*\?\s*$"
)
_NERVES = any_of(
    r"\btalking too much\b|\b(?:that )?(?:sounded|came out|was) (?:so |really |a bit )?(?:stupid|dumb|silly|clumsy)\b|\bnerves\b|\byou (?:probably |must )?think i'm\b|\b(?:sorry for|so many|all (?:the|these|my)|too many) (?:\w+ )?questions\b|\bso bad at\b|\bi babble\b",
    r"\b(?:stupid|silly|dumb|bad|daft|obvious|too broad|basic) (?:question|thing to ask)\b|\bwast(?:e|ing) your time\b|\bi(?:'m| am)(?: (?:so|a bit|really|quite|just|a little|very|pretty|rather|completely))* (?:nervous|hopeless|rubbish|terrible|useless|bad|awful|shy|anxious|not (?:very |much )?good|not (?:used|cut out)|no good|new) ?(?:at (?:this|these|it|talking)|to (?:this|it)|for this)?\b|\byou must (?:think|be (?:so )?(?:bored|fed up|sick))\b|\bi've never done (?:this|one of these|anything like this)\b|\b(?:that was|that's|was that) (?:probably )?(?:too (?:broad|much|personal|long)|a (?:stupid|silly|bad))\b|\bi'm (?:sorry,? )?i(?:'m| am) (?:making a mess|not making sense|rambling|babbling)\b|\bmy mind(?:'s| has)? (?:gone|went) blank\b|\bi(?:'ve)? (?:lost|forgot(?:ten)?) (?:my|what i) (?:notes|place|train of thought|wanted|was going)",
)  # fmt: skip
_CUT_IN = any_of(
    r"^\W*(?:no,? |yes,? |okay,? |ok,? |sorry,? |but |wait,? |yeah,? )*(?:hang on|hold on|wait(?=\s*[,.!]| a\b| wait\b)|stop(?: there| right there)?|let me (?:stop|cut|interrupt|jump)|just (?:stop|a (?:second|sec|moment|minute))|one (?:second|sec|moment)|sorry to (?:cut|interrupt|stop)|can i (?:stop|cut|interrupt|jump in)|i'll stop you|enough)\b",
)  # fmt: skip
_SHORTER = any_of(
    r"\b(?:shorter|briefer|quicker)\b(?! (?:course|training|hours|days|route|way|road|weeks?|shifts?|degree|than the|than a))|\b(?:short|brief|quick),? (?:please|answers|replies)\b|\b(?:give me|just|only) the short version\b|\b(?:be|keep it|make it|keep (?:them|that|your answers)|a bit|bit|much|way|something|even) (?:more )?(?:short|shorter|brief|briefer|concise|succinct|snappier|to the point|quick(?:er)?)\b|\b(?:too|so) (?:long|wordy|much detail)\b(?=[^.?!]*(?:[.!]|$))|\b(?:less|not so much|without (?:all )?the) (?:detail|waffle|chat|padding)\b|\bget to the point\b|\bcut to the chase\b|\bjust (?:yes or no|the (?:short|main|key))|\bone-?liners?\b|\btl;?dr\b|\bskip the (?:details?|story|stories|waffle)\b|\byou(?:'re| are) (?:going on|rambling|waffling)\b",
)  # fmt: skip
_ONE_LINE = any_of(
    r"\b(?:in|with) (?:one|a single|two|a few|\d) (?:words?|sentences?|lines?)\b|\bin a (?:nutshell|word|sentence|line)\b|\b(?:quickly|briefly)\b(?=[^.?!]*\?)|\bquick (?:one|question)\b"
)
_LONGER = any_of(
    r"\b(?:more detail|in detail|tell me more|take your time|as long as you like|at length|expand on|elaborate|longer answers?|the long version|the whole story|full story)\b"
)
_MORE_CARE = re.compile(r"[A-Za-z]{1,4}$")


def find_abuse(text: str) -> str:
    """Returns "you" for an insult or swearing at the host, "trade" for running down the work itself, "" for neither."""
    low = plain(text)
    if _ABUSE.search(low) or (is_insult(text) and not _RUDE.search(low)):
        return "you"
    return "trade" if _TRADE.search(low) else ""


def is_rude(text: str) -> bool:
    """Whether an utterance is curt or contemptuous without being an insult."""
    return _RUDE.search(plain(text)) is not None


def is_flattery(text: str) -> bool:
    """Whether an utterance praises the host beyond ordinary thanks."""
    return _FLATTERY.search(plain(text)) is not None


def is_tag(text: str) -> bool:
    """Whether a question is only a tag after a statement: "..., you know?", "..., right?", "..., don't you think?"."""
    return _TAG.search(plain(text)) is not None


def is_nervous(text: str) -> bool:
    """Whether the learner runs themselves or their questions down, or says that they are nervous."""
    return _NERVES.search(plain(text)) is not None


def is_interruption(text: str) -> bool:
    """Whether the learner cuts in: "hang on, let me stop you", or an utterance broken off in the middle of a word."""
    low = plain(text)
    if _CUT_IN.search(low):
        return True
    ending = text.rstrip()
    return len(split_words(text)) > 3 and ending.endswith(("-", "–", "—"))


def wants_shorter(text: str) -> bool:
    """Whether the learner asks for shorter answers."""
    return _SHORTER.search(plain(text)) is not None and not re.search(
        r"\b(?:could|can|should|may|shall) i (?:be|keep)\b|\b(?:course|training|degree|hours?|days?|shifts?|weeks?)\b[^.?!]{0,15}\b(?:short|long|brief)",
        plain(text),
    )


def wants_one_line(text: str) -> bool:
    """Whether this one question is to be answered in a line or two."""
    return _ONE_LINE.search(plain(text)) is not None


def wants_longer(text: str) -> bool:
    """Whether the learner asks for more detail, which ends an earlier wish for short answers."""
    return _LONGER.search(plain(text)) is not None


def is_broken_off(text: str) -> bool:
    """Whether an utterance stops in the middle: no closing mark, and its last sentence asks nothing."""
    sentences = split_sentences(text)
    return bool(sentences) and _MORE_CARE.search(sentences[-1].text) is not None and not sentences[-1].text.endswith((".", "?", "!"))
