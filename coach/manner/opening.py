"""The first minutes: name, situation, purpose, and something found out beforehand."""

from __future__ import annotations

import re

from coach.manner.form import find_heads
from coach.manner.wording import any_of, plain, split_sentences, straighten

_CAPITAL = r"(?:(?!I\b|I'|I’)['ʻ‘]?[^\W\d_a-zß-öø-ÿāēīōūčšžćńśźżłęąğışōū][\w'’ʻ-]+|[A-Z]\.?[A-Z]\.?)"
_NAMES = rf"{_CAPITAL}(?: (?:(?:van|von|de|der|den|di|da|del|la|le|bin|al|te|o|du|el)\s)*{_CAPITAL}){{0,3}}"
_INTRODUCES = re.compile(
    r"(?:\b(?:[Ii]'m|[Ii] am|[Ii]m|[Mm]y name(?:'s| is)?|[Nn]ame(?:'s| is)?:?|[Tt]his is|[Ii]t's|[Ii]t is|[Cc]all me|[Cc]alled|[Tt]hey call me"
    r"|[Pp]eople call me|(?:everyone|friends|most people) calls? me|[Ii] go by|[Mm]e llamo|[Jj]e m'appelle|[Ii]ch bin|"
    r"[Mm]y friends call me|[Ii] answer to|[Aa]hau ko|[Kk]o hoku hingoa ko|[Oo] lo'u igoa o|[Oo] a'u o|[Ii]ngoa ko|speaking,)\s+(?:also "
    rf"|actually |just |called |Dr |Mr |Mrs |Ms |Miss |young )?)(?P<name>{_NAMES})"
)
_NAME_HERE = re.compile(
    rf"(?P<name>{_NAMES})(?:'s the name| (?:here|speaking|is my name|is the name|tōku ingoa|toku ingoa|ahau))\b"
    rf"|\b[Kk]o (?P<ko>{_NAMES}) (?:tōku ingoa|toku ingoa|ahau|au)\b"
)
_LOWER_NAME = re.compile(r"\b(?:my name(?:'s| is)|name's|call me|i go by|people call me) ([a-zà-ÿāēīōū'-]{2,})")
_SEGMENT = re.compile(r"[^,.;:!?—–()]+")
_ONLY_NAME = re.compile(rf"^(?:(?:and|it's|I'm|me|myself|just) )?(?P<name>{_NAMES})$")
_TITLE = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Mx|Miss|Madame?|Sir|Professor|Prof|Captain|Chef|Skipper|Father|Sister|Reverend|Rev|Whaea|Matua|Doctor|Señora?|Herr|Frau)\b"
)
_HAIL = re.compile(
    (
        r"^(?:hi|hiya|hello|hey|good|morning|afternoon|evening|g'?day|kia|m[oō]rena|t[eē]n[aā]|talofa|m[aā]l[oō]|bula|namaste|thanks|thank|cheers"
        r"|dear|yes|yeah|ah|oh|so|well|nice|lovely|ok|okay|sure|right|great|bonjour|hola|welcome|ta|ka|no|wow|ha)\b"
    ),
    re.IGNORECASE,
)
_BEGINNING = 1500
"""Characters of a turn in which an introduction is looked for."""
_NO_NAME = frozenset(
    """year kiwi new english british scottish irish welsh american australian aussie canadian indian chinese japanese korean filipino filipina samoan tongan fijian māori maori pākehā pakeha cook german
    french spanish italian dutch polish russian ukrainian brazilian african south north kenyan nigerian vietnamese thai malaysian indonesian pakistani bangladeshi nepali syrian iraqi iranian afghan
    christian catholic muslim jewish hindu buddhist i i'm i'd i've i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december it cv ok okay hr ai ncea maths math english physics biology chemistry auckland wellington christchurch dunedin hamilton tauranga sydney melbourne london so well yes no thanks great lovely good
    good morning what how why when where who which could can would do does did is are the a an and but my your this that there to for from in on at really just sorry please tell let one two three""".split()
)


def find_name(text: str, *, names_of_host: frozenset[str] = frozenset()) -> str | None:
    """The name by which the speaker introduces themselves, verbatim, or None. `names_of_host`: lower-case names that belong to the other person."""
    text = text[:_BEGINNING]
    straight = straighten(text)
    for pattern in (_INTRODUCES, _NAME_HERE):
        for match in pattern.finditer(straight):
            group = "name" if match.groupdict().get("name") else "ko"
            name = match.group(group)
            if _may_be_name(name, names_of_host):
                return text[match.start(group) : match.end(group)]
    lower = _LOWER_NAME.search(plain(text))
    if lower and lower.group(1) not in {"not", "a", "on", "the"}:
        return text[lower.start(1) : lower.end(1)]
    return _bare_name(text, straight, names_of_host)


def _may_be_name(name: str, names_of_host: frozenset[str]) -> bool:
    first = name.split(maxsplit=1)[0].lower().strip("'’")
    return first not in _NO_NAME and first not in names_of_host


def _bare_name(text: str, straight: str, names_of_host: frozenset[str]) -> str | None:
    """A name standing alone between commas or full stops: "Afternoon. Ondine Kowalczyk. I'm army."."""
    pieces = list(_SEGMENT.finditer(straight))[:6]
    for index, piece in enumerate(pieces):
        segment = piece.group().strip()
        match = _ONLY_NAME.match(segment)
        if not match or _TITLE.search(segment) or _HAIL.match(segment) or not _may_be_name(match["name"], names_of_host):
            continue
        ends = straight[piece.end() : piece.end() + 1]
        before = pieces[index - 1].group().strip() if index else ""
        hailed = bool(_HAIL.match(before)) and len(match["name"].split()) == 1 and straight[piece.start() - 1 : piece.start()] == ","
        after = pieces[index + 1].group().strip() if index + 1 < len(pieces) else ""
        says_more = re.match(
            r"(?:I|I'm|I've|I'd|I'll|a|an|the|your|from|at|in|year|Year|\w+ years?|second|first|third|final|last|sixth|also|here|currently|\d+)\b", after
        )
        if ends in {",", ".", ";", ":"} and not hailed and (len(match["name"].split()) > 1 or says_more):
            start = piece.start() + piece.group().index(match["name"])
            return text[start : start + len(match["name"])]
    return None


_SITUATION = any_of(
    r"\bi(?:'m| am)? (?:now |still )?(?:work|study|live|teach|drive|clean|cook|sell|make|learn|stay)\b(?! out\b)|\bsince (?:\w+ )?(?:years?|months?)\b",
    (
        r"\bi(?:'m| am|m) (?:\w+ly )?(?:just |only |still |also |actually |currently |now |basically |really |mostly )*(?:an?|the|one of|your|mum"
        r"|mom|dad|mother|father|army|navy|air force|ex-?)\b(?! (?:bit|little|big fan|huge|massive|total|few|lot|tad|touch|fan|great (?:admirer|fan)"
        r"|mission|loss|nervous|wreck|hurry|one who|first time|person who (?:emailed|wrote|rang|called)))"
    ),
    (
        r"\bi(?:'m| am|m) (?:just |only |still |also |actually |currently |now |basically |mostly |over |down |up |out "
        r"|back )*(?:in (?:(?:my|the|a|an|year|between|first|second|third|final|hospitality|retail|sales|it|hr|marketing|finance|construction"
        r"|nursing|farming|admin|accounts|insurance|banking|logistics)\b)"
        r"|at (?:\w+ )?(?:school|uni|university|college|polytech|home|\w+ (?:college|high|school|university|polytechnic)|[a-z]+)"
        r"|on (?:the (?:bins|tills?|dole|benefit|desk|floor|line|tools|farm)|long service|leave|parental|maternity"
        r"|a (?:gap|break|placement|working))|from (?!the (?:email|message))|with (?!you|me\b)|doing|working|study\w+|training|teaching|finishing"
        r"|completing|between|out of work|off work|retired|semi-retired|unemployed|redundant|self-employed|freelanc\w+|employed|enrolled|halfway"
        r"|part[- ]way|about to (?:finish|graduate|start|leave)|due to|leaving (?:school|the|my)|coming (?:from|back|out of|to the end)"
        r"|moving (?:from|out of)|changing careers?|raising|caring|looking (?:for (?:work|a job)|after)|job[- ]?hunting|running|managing|driving"
        r"|selling|serving|volunteering|temping|starting (?:uni|my|a|at)|taking (?:a gap|a year)|year \d|sixteen|seventeen|eighteen|nineteen"
        r"|twenty\b|\d\d\b|(?:first|second|third|fourth|final|last)[- ]year)(?! (?:awe|the right|my element|love|luck))"
    ),
    (
        r"\bi(?:'m| am|m)(?: just| still| also| currently| now| mostly| mainly| presently)* (?!hoping|trying|wondering|looking|thinking|wanting"
        r"|asking|coming|going|sitting|standing|running late|enjoying|shaking|getting|being|using|talking|writing down|recording|calling|meeting"
        r"|learning|feeling|freaking|keeping|watching the|loving|dying|guessing|assuming|imagining|saying|seeing|taking notes|interviewing|hearing"
        r"|deciding|choosing|weighing|exploring|considering|aiming|planning|starting to|struggling|stealing|kidding|joking|betting|following|wishing"
        r"|checking|exaggerating|boring|interrupting|rambling|wasting|telling|reading|not )(?:[a-z]{3,}ing)\b"
    ),
    (
        r"\bi(?:'m| am|m) (?:\w+ )?(?!(?:eager|here|over|older|younger|under|never|other|sober|longer|better|after|rather|together|ever|there|her"
        r"|former|your|clear|aware|for|poor|keener|nor|or|sure|happier)\b)(?:student|nurse|cook|chef|mum|mom|dad|clerk|cleaner"
        r"|[a-z]{3,}(?:ers?|or|ist|ian|man|woman|eer))\b"
    ),
    r"\bfresh (?:out of|from)\b",
    (
        r"\bi (?:look after|do (?!i\b|you\b|it\b|that\b|like|think|know|want|feel|hope|love|wonder|have|find|need|believe|understand|appreciate"
        r"|apologi)[a-z]{4,})\b"
    ),
    (
        r"\bi(?:'ve| have)(?: \w+ly| just| only| also| now| always| spent| had"
        r"| done)* (?:been (?:an?|in|at|on|with|doing|working|running|study\w+|teaching|driving|the|out of|off|home|there"
        r"|(?!looking|reading|dying|thinking|wondering|hoping|trying|wanting|meaning|following|watching|enjoying|waiting|asking|getting"
        r"|going)\w+ing)|raised|sold|driven|coached|nursed|cooked|cleaned|farmed|fished|built|worked|studied|taught|trained|finished|left|graduated"
        r"|completed|run|managed|driven|done (?:a|an|my|some|\w+ years)|spent (?:\w+ )?(?:years|months|a decade|the last|my)"
        r"|a (?:degree|diploma|job|shop|stall|background|certificate)|got (?:a|an|two|three) (?:degree|job|kids|diploma|background)|two of my own"
        r"|an? \w+ degree|\w+ years)\b(?! (?:thinking|wondering|hoping|wanting|looking forward|meaning|trying|reading|dying|curious))"
    ),
    (
        r"\bi (?:did|raised|finished|graduated|completed|left|dropped out|trained|qualified|retired|moved"
        r"|came (?:from|over|to new|here (?:from|as)|out of)|quit|was (?:an?|the|made|laid|in|at|working|doing"
        r"|(?!wondering|hoping|thinking|looking|going|trying|reading|dying|wanting|meaning|expecting|being|saying|asking|getting)\w+ing)|used to"
        r"|worked|studied|taught|ran|started (?:out|at|my|work|uni|a)|live|just (?:finished|left|graduated|completed|quit|started|turned)"
        r"|have an? (?:\w+ )?(?:degree|diploma|job|shop|stall|background|certificate|cafe|business|family)|got (?:made|laid))\b"
    ),
    (
        r"\b(?:my (?:day job|job|degree|background|course|current (?:job|role)|trade|shop|stall|school|class|apprenticeship|last (?:job|role)"
        r"|year \d+)|by (?:trade|day|training|profession))\b(?=[^.?!]*\b(?:is|was|at|in|as|i|are|'s)\b|[,.])"
    ),
    r"\byear (?:\d\d|ten|eleven|twelve|thirteen)\b|\bsixth[- ]?form\w*",
    r"\b(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd)[- ]year\b(?! (?:is|of (?:the job|teaching|work)|really|like|teacher|in the))",
    r"\bschool[- ]leaver\b",
    r"\b(?:\w+ )?(?:student|graduate|trainee|apprentice|undergrad\w*|postgrad\w*|redundan\w+)\b(?=[,.]| (?:at|in|from|here|of)\b)",
    r"\b(?:\w+ ){1,2}years (?:in|of|as|on|at|with|running|behind|teaching|driving|selling)\b(?![^.?!]*\byou\b)",
)
_I_DO = re.compile(
    r"\b(?:and |who |, |\. |^)?i (?:also |mostly |currently |usually |mainly |now |still "
    r"|just )?(?!(?:want|wanna|would|hope|wish|love|like|think|know|feel|guess|mean|read|saw|hear|heard|watch|watched|notice|noticed|find|found"
    r"|came|come|have|need|must|can|could|should|shall|will|won't|can't|don't|didn't|wonder|appreciate|thank|promise|wrote|emailed|rang|called"
    r"|brought|see|understand|remember|really|just|am|was|were|had|has|never|always|did|might|may|do|bet|get|got|reckon|suppose|agree|said|say"
    r"|ask|asked|say|believe|imagine|expect|forgot|forget|enjoy|hate|prefer|look|looked|thought|knew|felt|hoped|wanted|needed|wished|loved|liked"
    r"|met|spoke|talked|chose|decided|keep|kept|left|give|be|if|in|at|is|as|and|or|to|you|the|a|an|check|understood|admire|follow|followed"
    r"|learned|learnt|picked|booked|arrived|made it|parked|hadn't|haven't|wasn't|couldn't|wouldn't|shouldn't|ought|care|mind|trust|owe|stand|sit"
    r"|stop|go|went|apologi[sz]e|beg|hardly|barely|nearly|almost|only|honestly|actually|dream|swear|plan|planned|intend|aim|struggle|worry|note"
    r"|noted|stumbled|discovered|grabbed|got)\b)(?P<verb>[a-z]{2,})\b"
)
_APPOSITION = re.compile(rf"(?:{_NAMES})(?: here)?[,;—–-]+ (?:and )?(?P<more>(?:(?:the|a|an|your|\w+) )?[a-zà-ÿā-ū]{{3,}}[^.?!]*)")
_NO_APPOSITION = re.compile(
    r"^(?:thanks?|nice|pleased|lovely|great|good|glad|so|it's|it is|sorry|we|you|thank|hi|hello|how|what|why|could|can|would|please|is|are|do"
    r"|did|the (?:one|person) (?:who|that)|and (?:thanks|i(?:'d|'m (?:hoping|trying|keen|here)| want| hope| would))"
    r"|i(?:'d|'m (?:hoping|trying|keen|here|so|really|very|glad|happy|interested|curious|wanting)| want| hope| would| need| love| wish)"
    r"|here (?:to|for)|keen|hoping|trying|right|yes|yeah)\b"
)


def has_situation(text: str) -> bool:
    """Whether the speaker says what they do or where they stand in life: study, job, a change, a family at home."""
    text = text[:_BEGINNING]
    low = plain(text)
    if _SITUATION.search(low) or any(True for match in _I_DO.finditer(low) if not find_heads(match.group())):
        return True
    for match in _APPOSITION.finditer(straighten(text)):
        name = match.group().split(",")[0].split()[0]
        if name.lower() not in _NO_NAME and not _HAIL.match(name) and not _NO_APPOSITION.match(plain(match["more"])):
            return find_name(text) is not None
    return False


_AIM = (
    r"(?:find(?:ing)? out|learn(?:ing)?|understand(?:ing)?|decid(?:e|ing)|work(?:ing)? out|figur(?:e|ing)(?: out)?"
    r"|see(?:ing)? (?:if|whether|what|how|which|where|for myself)|know(?:ing)? (?:if|whether|what|which|more|where|about|how (?!you|your))"
    r"|get(?:ting)? (?:an? |the |some |my |a bit of an? |more of an? )?(?:\w+ )?(?:idea|picture|sense|feel|feeling|handle|grip|view|taste|clear"
    r"|clearer|clarity|head (?:round|around)|insight|understanding|perspective|overview|flavour|impression|inside|clued)"
    r"|suss(?:ing)?|establish(?:ing)?|determin(?:e|ing)|settl(?:e|ing)|choos(?:e|ing)|pick(?:ing)? between|mak(?:e|ing) up my mind"
    r"|mak(?:e|ing) (?:a|my|the) (?:decision|choice)|weigh(?:ing)?|discover(?:ing)?|explor(?:e|ing)|check(?:ing)? (?:if|whether)"
    r"|test(?:ing)? (?:whether|if|out)"
    r"|tell(?:ing)? (?:if|whether)|hear(?:ing)? (?:what|whether|about|from|if|first|how (?!you|your|that))"
    r"|ask(?:ing)? (?:about|whether|if|you about|you whether|you what|what|how)|clarify(?:ing)?|judg(?:e|ing)|gaug(?:e|ing)|compar(?:e|ing)"
    r"|mak(?:e|ing) sense|narrow(?:ing)?|sort(?:ing)? out|pictur(?:e|ing)|rul(?:e|ing) (?:in|out|it)"
    r"|(?:your|some|any) (?:take|thoughts?|views?|advice|perspective|opinion|insights?) (?:on|about|into)|advice (?:on|about)"
    r"|the (?:realit(?:y|ies)|truth|ins and outs)|listen and learn|tak(?:e|ing) away|com(?:e|ing) away|walk(?:ing)? away"
    r"|leav(?:e|ing) (?:here )?(?:with|knowing)|form a|satisf\w+ myself|be(?:ing)? (?:sure|clear|surer|clearer)"
    r"|have (?:an? )?(?:\w+ )?(?:idea|picture|sense|view)|pick your brains?|talk (?:about|over|through))"
)
_WISH = (
    r"(?:\bi(?:'d| would| should|'ll| will)(?: \w+){0,2} (?:like|love|want|be (?:\w+ )?(?:keen|glad|happy|interested|curious|grateful|helped))"
    r"|\bi(?: \w+){0,2}? (?:want|wanted|need|needed|hope|hoped|wish|wished|must|have|intend|plan|aim|came|come|asked|emailed|wrote|contacted"
    r"|got in touch|rang)"
    r"|\bi(?:'m| am|'ve| have|m| was)(?: \w+){0,4}? (?:hoping|trying|keen|here|looking|wanting|after|aiming|wishing|curious|eager|interested|out"
    r"|come|been trying|got|wondering|struggling|working|still|itching|sat|sitting|dying|anxious|planning)"
    r"|\b(?:my|the|this|today's|one|a)(?: \w+){0,3}? (?:aim|goal|hope|purpose|reason|plan|mission|main thing|objective|point|thing)\b"
    r"|\bwhat i(?:'m| am|'d| would| want| hope| need|'ve| really)?|\b(?:hoping|trying|keen|curious|eager|interested|looking|wanting|wanted|want"
    r"|here|aiming|need|wanna"
    r"|purpose|aim|goal|thought i'd|figured i'd|promised (?:myself )?(?:i'd|to)|meant to|said i'd|set out to|so (?:that )?i can|in order to"
    r"|which is why|that's why)\b)"
)
_PURPOSE = any_of(
    r"\b(?:the )?reason (?:why )?i(?:'m| am| got in| wrote| asked| came| called| rang| contacted| wanted| emailed)\b|\bit would (?:really )?help me (?:a lot )?to (?:know|hear|see|understand)\b",
    (
        r"\bi(?:'m| am) (?:looking into|exploring|considering|researching|investigating|comparing) (?:a few |some |several |different |two |three )?(?:careers?|paths?|options?|jobs?|fields?|roles?|trades?|courses?|ways)\b"
        r"|\bi (?:wanted|hoped|was hoping|asked) to (?:talk|speak|meet|chat) (?:with |to )?you because\b"
        r"|\b(?:i'm|i am|since i'm|as i'm) (?:choosing|picking|deciding on|about to choose|about to pick) (?:my )?(?:courses?|subjects?|majors?|papers?|a (?:course|career|trade|path))\b"
    ),
    rf"{_WISH}[^.?!]{{0,45}}?\b{_AIM}\b",
    (
        r"\b(?:deciding|decide|torn|choosing|choose|undecided|unsure|not sure|can't decide|cannot decide|can't tell|in two minds|on the fence"
        r"|wondering|wonder|considering|curious|exploring|asking myself|asking|toying with|weighing(?: up)?|stuck|debating|working out|a choice"
        r"|the choice|checking|testing|thinking(?: hard)? about)\b[^.?!]{0,20}\b(?:whether|if\b|between"
        r"|which)(?![^.?!]*\byou (?:could|would|can|might|mind)\b)"
    ),
    r"\b(?:question|thing|puzzle|problem|decision|choice)\b[^.?!]{0,40}\b(?:whether|is if|between|how to|if i)\b|\bpurpose\s*:",
    r"\bmy (?:aim|goal|purpose|question|hope)(?: \w+){0,2} (?:is|was)\b",
    r"\bwhether (?:i|it|this|that|the)\b[^.?!]{0,60}\b(?:for me|suit|right|realistic|worth|fit|cut out|too late|could)\b(?=[^?]*$)",
    (
        r"\bi(?:'m| am| was)? (?:\w+ )?(?:after|looking for|keen on|want|wanting|hoping for|here for) (?:an? |the |some |your )?(?:\w+ )?(?:picture"
        r"|idea|sense|feel|insight|view|understanding|advice|perspective|guidance|straight answer|taste|overview|honest|steer|real)"
    ),
    r"\bwhether (?!or not you\b|you\b)(?![^?]*\?)",
    r"\bbefore i (?:enrol|commit|pay|sign|leave|throw|apply|jump|choose|decide|quit|give up|start|spend|go any further)\b",
    r"\b(?:a |an )(?:honest |real |true |good |clear |better )*(?:sense|idea|picture|view|feel) of (?:the|what|how|whether)\b",
    r"\bmy (?:aim|goal|hope|purpose|question)\?|\bpictur(?:e|ing) myself\b|\b(?:should|told me to|said to) find out\b",
    r"\bweighing (?:up|it up)\b",
    r"\bhoping (?:that )?you(?: can| could| might|'ll|'d| would)(?: be able to)? (?:tell|help|show|explain|give|shed|point|talk)\b",
    r"\b(?:deciding|choosing|choose|decide|torn|picking|swinging|caught|toss-up|tossing up) between\b",
    r"\b(?:talk|speak|chat) (?:to|with) (?:someone|somebody|a person|people|an? \w+) (?:who|in|inside|on the)\b",
    r"\b(?:so|and) (?:that )?i (?:can|could) (?:decide|choose|work out|figure out|see whether|make up my mind|know (?:if|whether))",
    r"\bhelp(?:s|ing)? me (?:decide|choose|work out|figure out|see (?:if|whether)|make up my mind|understand whether)",
    r"\bi(?: have| need|'ve got|'ve| have got) to (?:decide|choose|pick|make (?:a|my|up))|\btalk(?:ed|ing)? (?:me |us )?(?:into|out of) it"
    r"|\btalked (?:into|out of)|\bfor and against\b|\bpros and cons\b|\blook before i leap\b"
    r"|\bi(?:'ve)? c[ao]me (?:here |along |today )?to (?:ask|look|see|hear|listen|learn|find|understand)\b"
    r"|\b(?:on the fence|in two minds|at a (?:fork|crossroads)|toss-up|shopping around)\b"
    r"|\b(?:the )?(?:unvarnished|honest|real|straight) (?:version|picture|story|truth|answer)\b"
    r"|\bwhat (?:i'm|i am|i'd be|i would be) (?:getting into|in for|signing up for|letting myself in for)\b|\bto decide (?:if|whether|between|by|on)\b",
    r"\bbefore i (?:decide|commit|sign up|enrol|apply|choose)",
)
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i'd|i've|i'll|me|my|we|we're)\b")
_BARE_AIM = re.compile(
    r"^\W*(?:(?!he\b|she\b|they\b|people\b|it\b|who\b)\w+[ :,]+){0,4}?(?:hoping|trying|keen|curious|eager|interested|looking|wanting|here to"
    r"|need|wanna|purpose|aim|goal"
    r"|deciding|wondering|torn|to (?:decide|find|learn|see|work))\b"
)
_NEAR_AIM = 60
_OF_OTHERS = re.compile(
    r"\b(?:he|she|they|it|sister|brother|uncle|aunt|mother|father|mum|dad|mate) (?:has|had|have|wants?|wanted|needs?|needed|couldn't|can't|was"
    r"|is|were) (?:\w+ )?(?:to |trying |hoping |decid|wonder)"
)
_ASKS_HOST = re.compile(
    r"\b(?:hear|know|ask)\b[^.?!]{0,25}\b(?:how|what|why|where|when|who"
    r"|about)\b (?:\w+ )?(?:you (?:\w+ed|got|did|came|felt|made|chose|found|went|left|knew|learnt"
    r"|met|took|built|ran|kept|thought)|that|those|these|them|it (?:felt|was|went))\b"
)
_VAGUE = any_of(
    r"\bpick your brains?\b",
    r"\b(?:learn|know|find out|hear) (?:a (?:bit|little) )?(?:more )?about (?:it all|things|stuff|what you do|your (?:job|work)|the job)\W*$",
)


def find_purpose(text: str) -> str | None:
    """The sentence that says what the learner wants to find out or decide, verbatim, or None. Enthusiasm or a life story alone is no purpose."""
    for sentence in split_sentences(text):
        low = plain(sentence.text)
        if _is_own_aim(low) and not (_ASKS_HOST.search(low) and find_heads(sentence.text)):
            return sentence.text
    return None


def _is_own_aim(low: str) -> bool:
    """An aim of the speaker, not of somebody in a story."""
    if _BARE_AIM.match(low):
        return _PURPOSE.search(low) is not None
    near = (low[max(0, match.start() - _NEAR_AIM) : match.end() + _NEAR_AIM // 2] for match in _PURPOSE.finditer(low))
    return any(_FIRST_PERSON.search(words) and not _OF_OTHERS.search(words) for words in near)


def is_vague_purpose(sentence: str) -> bool:
    """Whether a purpose stays general: "pick your brain", "learn about your job"."""
    return _VAGUE.search(plain(sentence)) is not None


_FOUND = any_of(
    (
        r"\bi(?:'ve| have|'d| had)?(?: \w+){0,3}? (?:read|reading|saw|seen|watched|watching|looked (?:at|up|through|over|into)|had a (?:look|read)"
        r"|took a look|found|came across|come across|noticed|listened|heard (?:you|your|about your|on)|learned|learnt|understand from|studied"
        r"|spotted|followed|following|went (?:through|over|to see|to your)|skimmed|stumbled|visited|browsed|checked out|dug|enjoyed your|loved your"
        r"|attended|been following|used your|bought your|discovered)\b"
    ),
    (
        r"\b(?:in|on|from|of) your (?!(?:view|opinion|experience|team|words?|own|day|week|work|job|life|case)\b)(?:[\w'-]+ ){0,3}?(?:catalogue|essay|leaflet|brochure|programme|newsletter|magazine|journal|gallery|exhibition|film|series|column"
        r"|annual report|handbook|study|survey|map|album|recording|thesis|paper|article|book|blog|post|talk|lecture|interview|website|page)\b"
    ),
    (
        r"\b(?:the|a|an|that) (?:[\w'-]+ ){0,3}?(?:leaflet|brochure|programme|newsletter|catalogue|article|paper|magazine|website|plaque|poster|notice|report|listing|profile|bulletin)\b"
        r"[^.?!]{0,25}\b(?:says?|said|mentions?|mentioned|calls?|had it|tells?|shows?|lists?) (?:that )?(?:you|your)\b"
    ),
    r"\b(?:the|your) (?:piece|essay|article|story|interview|photo\w*|paragraph|chapter|post|talk) (?:in|on|from|about)\b[^.?!]{0,80}\b(?:stayed with me|stuck with me|made me|i (?:read|saw|loved|liked|enjoyed))\b",
    (
        r"\b(?:according to|your (?:website|web page|site|profile|linkedin|talk|article|paper|blog|book|podcast|interview|annual report|post|posts"
        r"|column|report|thesis|exhibition|show|project|write-up|video|lecture|newsletter|page|bio) (?:says?|said|mention\w*|describ\w+|show\w*"
        r"|talks?|talked|about|on|in|from|where))\b"
    ),
    (
        r"\b(?:on|in|from) (?:your|the (?:company|firm|trust|council|school|clinic|museum|department|agency|hospital|charity"
        r"|centre)'?s?) (?:\w+ )?(?:website|web ?page|site|profile|linkedin|annual report|newsletter|blog|bulletin|strategy|plan|paper|article|page"
        r"|instagram|youtube)\b"
    ),
)
_NEAR = 60
_FOUND_ABOUT = re.compile(
    r"\byour?\b|\b(?:the|this|that|an?) (?:\w+ ){0,4}?(?:article|talk|paper|interview|piece|report|plan|story|profile|podcast|book|blog|thesis"
    r"|lecture|review|programme|exhibition|strategy|website|column)\b"
)
_PROPER_INSIDE = re.compile(r"(?<=[a-zāēīōū,;'’\"“(] )[\"“'‘]?[A-ZĀĒĪŌŪ][\w'’-]+")
_TODAY = re.compile(
    r"\b(?:you (?:just )?(?:said|say|mentioned|told)|just now|a (?:minute|moment) ago|on the way (?:in|up|here)|on the (?:wall|door|desk|shelf)"
    r"|outside|in the (?:car ?park|lobby|reception|foyer)|as i came in|when i came in|walking (?:in|up))\b"
)


def cites_research(sentence: str) -> bool:
    """Whether a sentence cites something specific found beforehand about the person, the organisation or its work."""
    low = plain(sentence)
    if _TODAY.search(low):
        return False
    for match in _FOUND.finditer(low):
        near = slice(match.start(), match.end() + _NEAR)
        if _FOUND_ABOUT.search(low[near]) or _PROPER_INSIDE.search(straighten(sentence)[near]):
            return True
    return False
