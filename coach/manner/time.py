"""The agreed time: when the learner speaks of it, and when the host gives more."""

from __future__ import annotations

from coach.manner.wording import any_of, plain, split_sentences

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|twenty-five|thirty|thirty-five|thirty-[a-z]+"
    r"|forty|forty-five|fifty|sixty|a few|a couple of|couple of|only a few)"
)
_SPAN = (
    rf"(?:{_NUMBER}(?: or {_NUMBER})?(?: of (?:my|your|our|the) {_NUMBER})?[ -](?:more |or so |odd )?min(?:ute)?s?|half[ -](?:an |a )?hour"
    r"|(?:a |the |our |your |full )+(?:half[ -])?hour\b|an hour\b|three quarters of an hour|quarter of an hour"
    r"|(?:the|our|your|my)(?: full| agreed| whole)* (?:twenty|thirty|forty-five|sixty|time slot|slot"
    r"|minutes)(?! (?:people|patients|years|children|staff|of (?:you|them))))"
)
_SPAN_ANY = any_of(_SPAN)
_NEAR = 32
_OF_MEETING = any_of(
    r"\b(?:left|remaining|to go|agreed|agree|said|promised|promise|offered|gave|given|giving|asked for|planned|booked|set aside|thanks for"
    r"|thank you for|spare|sparing|still|used|stick|keep to|kept to|run over|over the|go over|nearly|almost|just about|correct|flew|flies"
    r"|went fast|by my watch|timer|conscious|aware|respect|notice|mindful|already|only take)\b"
    r"|\b(?:we|we've|you've|you|i|i've|there's|there are|that's|it's|its|got|here's)\b[^.?!]{0,25}\b(?:have|got|only|about|are|is|'s|see|more"
    r"|our|your|my|got till)\b|\b(?:is|was) (?:it|that) (?:right|ok|okay|fine|still)\b|\b(?:heaps|plenty|enough|sweet|up|gone|in)\b"
    r"|\b(?:right|fine|yes|ok|okay)\W*\?"
)
_NOT_MEETING = any_of(
    (
        r"\b(?:ago|away|drive|walk|commute|each|per|early|late|every|a day|a week|apart|lesson|class|patient|client|customer|train|bus|queue|film"
        r"|episode|video|song|first (?:five|ten|few|twenty)|get through|spent|to get (?:to|home|here)|before (?:the|a|you|they|it)|each|nap|break"
        r"|lunch|shift|run(?! over| out)|silence|on hold|old)\b"
    ),
    r"\b(?:do|does|did|would|can|could) (?:you|it|they|he|she|the|a|an|that) (?!(?:still )?have|mind|need)",
    r"\bhow (?:long|many|much|often)\b(?! (?:do we|have we|time do we|time have we|have you got|do you have))",
    r"(?<!only )(?<!i'd )(?<!i'll )(?<!would )\b(?:takes?|took|taking|lasts|lasted)\b(?! (?:up )?(?:more|any|too|only|up|your|longer))|\bwhat (?:do|did|does|would|happens)\b",
)
_CLOCK = any_of(
    r"\bhow are you (?:off )?for time\b|\b(?:had|have|need|needed) to be (?:away|off|gone|out|back|somewhere) (?:by|at|before)\b[^.?!]{0,30}\b(?:so|i'll|let me)\b",
    r"\byou(?:'ve| have) (?:got )?(?:a|an|another|your) (?:meeting|appointment|class|shift|patient|client|call) (?:at|in|soon)\b[^.?!]{0,30}\b(?:so|let me|i'll)\b",
    r"\bi see (?:it's|it is|that it's) (?:\w+ )?(?:to|past|nearly|almost|gone)\b|\blast (?:one|question) (?:then|and|before (?:we|i|you))\b",
    r"\brun(?:ning)? over\b(?! (?:a|an|the|it|that|my|your|by)\b)|\bgo(?:ing)? over (?:time|our time|the time)\b",
    (
        r"^\W*(?:twenty|thirty|forty-five|sixty|an hour|half an hour)(?: minutes)?(?:'s| is| sounds)? (?:heaps|plenty|fine|good|great|perfect|loads"
        r"|enough|sweet|easy)\b"
    ),
    r"\b(?:watch(?:ing)?|mind(?:ing)?|look(?:ing)? at|eye on|check(?:ing)?|see|keep(?:ing)? (?:an eye on|track of)|conscious of|aware of"
    r"|mindful of|respect(?:ing)?|careful (?:with|of)|run(?:ning)? (?:out of|low on|short of)|short of|keep (?:to|within)|stick(?:ing)? to"
    r"|lose track of|notic\w+|almost out of|nearly out of|out of)"
    r" (?:the |our |your |my )?(?:clock|time|watch|hour)\b(?! (?:of year|when|you|i\b|people|it takes|off|management))",
    (
        r"\b(?:our|the|your|my) time(?:'s| is| has)? (?:nearly |almost |about |just |getting |running )*(?:up|gone|short|on|out|over|run out"
        r"|flown)\b"
    ),
    (
        r"\btime(?:'s| is| flies\b| has flown)(?: nearly| almost| about| just| getting| running| against| beaten)* ?(?:up|gone|short|on|out)?(?=\W*$"
        r"|,| so\b| and\b| i\b| we\b)(?<!first time)(?<!last time)"
    ),
    r"\bthat(?:'s| is) (?:our|my|the) (?:time|half hour|hour|twenty|thirty|forty-five)\b",
    r"\bwe(?:'re| are) (?:nearly |almost |just |coming )?(?:at|on|out of|over|up to|up on) (?:the )?(?:time|end|half hour|hour)\b",
    r"\b(?:my|the|your) (?:watch|clock|phone) (?:says|tells|makes it)\b|\bit(?:'s| is) (?:about |nearly |almost |just )?(?:a few|"
    rf"{_NUMBER})(?: or so)? minutes (?:to|short of|before) (?:\w+|the hour|our)\b",
    r"\bset (?:a |my )?timer|\bput a timer|\bby my watch\b|\bthe time we(?:'d|'ve)? (?:agreed|said|have|planned)|\b(?:the|our) agreed time",
    r"\bmore of your time than\b|\bwithin (?:the|our) time\b|\bfinish (?:on|in) time\b",
    (
        r"\b(?:we|i|you|you said|you told me|is it|are we|do we|still|good|promised|booked|okay|fine)\b[^.?!]{0,30}\b(?:till|until|by|to"
        r"|for) (?:about |around )?(?:half past|quarter (?:past|to)|\w+ o'clock|\d{1,2}(?:[:.]\d\d)(?:am|pm)?|\d{1,2}(?:am|pm)|the hour|eleven|ten"
        r"|nine|noon|one|two|three|four|five|half (?:two|three|four|nine|ten|eleven|one))\b(?! (?:years|months|weeks|people|days|of|times|different"
        r"|or \w+ (?:years|people)))"
    ),
    (
        r"\b(?:it(?:'s| is)|i see it's|that's|we're) (?:nearly|almost|just about|coming up to|getting on for) (?:half past|quarter (?:past|to)"
        r"|\w+ o'clock|one|two|three|four|five|nine|ten|eleven|twelve|time)\b"
    ),
    r"\bnearly (?:half past|quarter (?:past|to))\b|\bhow (?:long|much time) (?:do we|have (?:we|you)|do you) (?:have|got)\b",
    r"\bdo we (?:still )?have (?:the )?time\b|\btime (?:for|to ask) (?:one|two|a couple|another|a last)\b",
    (
        r"\bi (?:won't|will not|promise not to|don't want to|wouldn't want to|'ll try not to|mustn't) (?:take|keep|use|eat|go|run)(?: up)? (?:you "
        r"|into |over |too |any )*(?:more |much |longer |over |past |late|the (?:twenty|thirty))"
    ),
)

_MORE = any_of(
    (
        r"\b(?:take|have|stay|give you|i(?:'ve| have)(?: got)?|there(?:'s| is|'re| are)|we(?:'ve| have)(?: got)?|spare"
        rf"|got)\b[^.?!]{{0,20}}\b(?:another|{_NUMBER} more|{_NUMBER}(?: or {_NUMBER})? (?:more |extra )?min|a bit (?:more|longer)"
        r"|a little (?:more|longer)|longer|extra|more time|all (?:day|afternoon|morning|evening)|plenty of time|loads of time"
        r"|time)\b(?! to (?:think|get|set|be))(?!'s)"
    ),
    (
        r"\b(?:no (?:rush|hurry)|don't (?:rush|hurry|worry about the (?:time|clock))|never mind the (?:time|clock)|take your time"
        r"|i'm (?:in no|not in (?:a|any)) (?:rush|hurry)|nobody's (?:waiting|chasing)|keep going|carry on|go on|ask away|one more(?: is| won't)?"
        r"|happy to (?:go|run|keep|carry|stay|talk)|(?:we|i|you) can (?:go|run|keep|carry|stay|talk) (?:over|on|a|longer|past|for|late)"
        r"|run (?:over|on|late)|go over|i don't mind (?:going|running|staying)|stay (?:a (?:bit|while|little)|as long|longer|on|put|and)"
        r"|(?:meeting|next|three|two|one|four|ten|eleven|appointment|call)(?:'s| is| has been| was)? (?:cancelled|moved|late|running late"
        r"|pushed back)|let's (?:keep|carry|go|finish|take)|finish your (?:list|questions)|as long as you (?:like|need|want)"
        r"|(?:it's|that's) (?:fine|ok|okay|all right|alright) (?:to|if we|we can)|i'm (?:free|enjoying)|i have time|i've time|there's time"
        r"|room for (?:one|another|a few)|fire away)\b"
    ),
)
_ASKS_MORE = any_of(
    (
        rf"\b(?:do|have|could|can|may|might|would|is|are|any chance|if)\b[^.?!]{{0,40}}\b(?:{_NUMBER} more|another|a (?:few|couple of) (?:more )?"
        r"|more|extra|longer|over)\b[^.?!]{0,25}(?:min\w*|time|question|longer|run|go)?"
    ),
    r"\b(?:one|two|a couple|a few) (?:last|more|final|quick)\b|\bstop here\b|\bi can (?:stop|leave|go)|\bshould (?:we|i) (?:stop|wrap|finish|go)",
    r"\bdo you need to (?:go|get)|\bis it (?:ok|okay|all right|alright|fine) if (?:we|i) (?:go|run|ask|keep|carry|stay)",
)
_YES = any_of(
    r"^\W*(?:yes|yeah|yep|yup|sure|of course|certainly|absolutely|go on|go ahead|fine|no (?:problem|worries|rush|trouble)|all good|please do"
    r"|not at all|by all means|ok(?:ay)?|that's fine|happy to|go for it|course|aye|sweet)\b"
)


def mentions_time(text: str) -> bool:
    """Whether the learner speaks of the agreed time: confirms it, watches it, or says that it is nearly over."""
    return any(_speaks_of_time(plain(sentence.text)) for sentence in split_sentences(text))


def _speaks_of_time(low: str) -> bool:
    if _NOT_MEETING.search(low):
        return False
    if _CLOCK.search(low):
        return True
    return any(_OF_MEETING.search(low[max(0, match.start() - _NEAR) : match.end() + _NEAR]) for match in _SPAN_ANY.finditer(low))


def offers_more_time(text: str) -> bool:
    """Whether the host offers more time than was agreed: "no rush", "stay a bit, my next meeting is late"."""
    return _MORE.search(plain(text)) is not None


def asks_for_more_time(text: str) -> bool:
    """Whether the learner asks to go on past the end: "could I ask one last thing?"."""
    return _ASKS_MORE.search(plain(text)) is not None


def agrees(text: str) -> bool:
    """Whether an answer begins with consent."""
    return _YES.search(plain(text)) is not None
