"""Asking for people: a name, an introduction, or a group where such people meet (labelling rules `no_referral_ask` and `referral_asked`).

A sentence asks for people when it asks or wishes at all, names somebody other than the host, and either brings the learner and that somebody together ("whom I could ring"),
asks the host to name them ("could you suggest ..."), or asks whether they would be willing.
"""

from __future__ import annotations

import re

from coach.manner.form import find_heads
from coach.manner.wording import any_of, either, plain, split_sentences

_NOT_TRADES = (
    r"(?!(?:after|other|over|ever|never|under|rather|either|whether|later|number|order|water|matter|paper|letter|together|weather|another"
    r"|computer|summer|winter|consider|remember|offer|answer|wonder|"
    r"further|easier|harder|longer|better|bigger|earlier|whenever|however|for|or|her|per|career|power|corner|prefer|differ|enter|cover|shower"
    r"|tower|meter|centre|your|four|our|hour|door|floor|poor|major|senior|minor)\b)"
)
_TRADE = rf"{_NOT_TRADES}(?:\w{{3,}}(?:ers|ors|ists|ians|ants|eers|ees)|\w{{2,}}(?:er|or|ist|ian|eer|ee)|\w+(?:man|woman|men|women|person|people))"
_PERSON = (
    "(?:"
    + either(
        r"someone somebody anyone anybody persons? people folks? rookies? newbies? old-timers? veterans? colleagues? workmates? friends? mates? contacts? crews? trainees? apprentices? "
        r"offsider students? graduates? grads? juniors? beginners? newcomers? first-years?"
        r" second-years? career[_-]changers? men man women woman lads? lass bloke fellas? guys? girls? m[uo]ms? mothers? dads? fathers? parents? "
        r"leavers? cadets? interns? members? professionals? experts? mentors?"
        r" counterparts? peers? nurses? chefs? vets? delegates? classmates? boss team_leader (?:younger|older|newer|other|another"
        r"|junior)_ones? others? people_like_me one_of_(?:them|your|the|those)"
    )
    + rf"|{_TRADE})"
)
_SOME = (
    r"(?:an?|any|some|another|other|one|two|a couple of|a few|one of (?:your|the)|some of (?:your|the)|more|your|the|that|those|these|somebody|anybody|his|her)"
)
_TARGET = any_of(
    rf"\b(?:someone|somebody|anyone|anybody|who|whom|whoever|anyone else|who else)\b|\b{_SOME}(?: [\w'-]+){{0,4}}? {_PERSON}\b",
    rf"\b(?:her|him|them)\b|\bpeople\b|\bnames?\b|^\W*(?:\w+ )?{_PERSON}\b|\bwould [a-z]{{3,}} (?:be|mind|have|talk|speak)\b",
    r"\bthe (?:person|one) who\b",
)
_TALK = either(
    r"talk speak chat meet yarn k[oō]rero natter word coffee cuppa contact ring phone call email e-mail message text write get_in_touch "
    r"reach_out disturb trouble knock treat take_to_(?:lunch|coffee|tea) take_out buy_(?:a|one) stand_a approach interview visit shadow learn_from hear_from get_to_know connect"
    r" sit_down catch_up conversation compare_notes talking speaking chatting meeting contacting ringing calling emailing messaging rang called "
    r"emailed messaged wrote met spoke talked pick_(?:his|her"
    r"|their)_brains? tag_along track_down look_up bother pester go_and_see sit_with hit_up ride_with go_out_with five_minutes "
    r"have_a_look_round drop_a_line"
)
_MEET_ME = any_of(
    rf"\b(?:i|we)\b(?! (?:want|would|'d like) to ask you)(?:[\s,]+[\w']+){{0,6}}?[\s,]+(?:an? )?{_TALK}\b(?! (?:you|about|it|that|this|of)\b)",
    rf"\b{_TALK}\b(?: (?:to|with|from|for|by))? (?:me|us|someone like me|a (?:\w+ )?(?:beginner|student|learner|newcomer|stranger))\b",
    r"\b(?:let|have) me\b|\bshow me\b(?! how you)",
    r"\b(?:who|whom|whose)\b[^.?!]{0,60}\b(?:stand|spare|give|tell|grant|lend) me\b|\bwhose (?:door|phone|ear|brains?)\b[^.?!]{0,40}\bi\b",
    r"\bwho(?:m)?\b[^.?!]{0,60}\b(?:could|can|may|might|should|ought) i (?:to )?(?:disturb|trouble|bother|knock|ask|see|approach)\b",
    rf"\b{_PERSON}\b[^.?!]{{0,50}}\bi (?:could|can|might|may|should|would|'d) (?:\w+ )?(?:ask|see|question|go to|try|watch|follow)\b",
    (
        r"\b(?:who|whom|which (?:of|colleague|person|one))\b[^.?!]{0,40}\b(?:should|could|might|would|ought|can) i\b[^.?!]{0,15}\b(?:ask|see|go"
        r"|try|bother|next)"
    ),
    (
        rf"\b(?:possible|could|can|would|allowed|welcome|okay|ok|all right|alright|chance)\b[^.?!]{{0,50}}\bto (?:\w+ and )?{_TALK}(?: to| with"
        r"| from)? (?!you\b)"
    ),
    r"\b(?:could|can|would|might) (?!you\b|i\b|we\b|it\b|that\b|this\b|there\b)[\w ]{2,40} tell me\b",
    rf"\bi(?:'d| would)(?: \w+)? (?:like|love|be (?:\w+ )?(?:glad|keen|happy|grateful))(?: to)? (?:\w+ )?(?:{_TALK}|hear it from)\b",
)
_NAME_THEM = any_of(
    (
        r"(?:\b(?:could|can|would|might|may|will|do|if|maybe|perhaps|kindly|who(?:m)?|mind|please)(?: you| i)?(?: \w+){0,3}? |^\W*)(?:suggest"
        r"|recommend|name|nominate|think of|point|steer|direct|send|lead)(?:ing)?\b(?! (?:reading|that i|how|what|whether|to people"
        r"|going))(?=[^.?!]*\b(?:an?|any|some|the|one|other|another|somebody|someone|anyone|anybody|people|who|me|i|next)\b)"
    ),
    (
        r"\byou(?:'d| would| could| can| might| think| reckon| recommend| suggest)(?: \w+){0,2}? (?:suggest|recommend|introduce|point|send|put|trust|steer|direct"
        r"|rate|talk to|ask)\b|\bwho would you (?:ring|call|see|contact|write to|approach|visit|meet)(?: up with)? (?:next|first|then)\b"
    ),
    r"\b(?:spring|come|leap|jump)s? to mind\b",
    r"\b(?:worth|good to|useful to) (?:\w+ )?(?:me |my )?(?:\w+ing|talk|speak|meet|ask|hear|contact|a (?:coffee|call|chat|visit|yarn))",
    (
        r"\b(?:give|get|have|has|ask(?: you)? for|pass|share|trouble you for|bother you for|tell me|know|offer|got|with)\b[^.?!]{0,15}\b(?:an? |any "
        r"|the |one |some |another |a couple of |a few |two )names?\b(?! (?:of|for) (?:the|your|that|this) (?:company|firm|tool|association|boat"
        r"|place|course|body|union))"
    ),
    r"\bfor (?:the |a )name of (?:an?|some|one|any)",
)
_KNOW = any_of(
    (
        r"\byou(?: \w+){0,3}? know(?: of)? (?:an?|any|some|other|one|another|anyone|someone|somebody|anybody"
        r"|who)\b(?! (?:lot|good (?:book|course)|\w* ?(?:books?|courses?|websites?|way|ways|places?|tricks?|podcasts?|apps?|schools?|providers?)\b"
        r"|about|much|more))"
    ),
    r"^\W*(?:\w+,? ){0,3}?(?:know|got|have)(?: of)? (?:an?|any|anyone|anybody|someone)\b(?=[^.?!]*\b(?:i|me|who|that|up for|in|on|like)\b)[^.?!]*\?",
    (
        rf"\b(?:do|have|would|might) you(?: happen to| got| by any chance)*(?: have| know)? (?:an?|any|some)(?: [\w'-]+){{0,3}}? {_PERSON} (?:who|in"
        r"|on|from|that|at|working|doing|with)\b(?=[^.?!]*\b(?:late|like me|also|my age|trade|side|other|else|different|would|might|could|came"
        r"|changed|switched|started|began|moved|in touch)\b)"
    ),
)
_WILLING = any_of(
    (
        r"\b(?:who|that|would|might|could|'d|be)\b[^.?!]{0,25}\b(?:willing|happy|open|up for|keen|free|prepared|game|kind enough|not mind|n't mind"
        rf"|mind|available|able to spare|spare)\b(?=[^.?!]*\b(?:me|i|my|{_TALK}|student|beginner|stranger)\b)"
    ),
)
_LIKE_ME = any_of(
    (
        rf"\b(?:is|are|might|would|could|was) there(?: be)?\b[^.?!]{{0,30}}\b{_PERSON}\b[^.?!]{{0,40}}\b(?:my age|like me|also|as i would|similar"
        r"|same (?:way|road|route|boat)|who (?:\w+ )?(?:runs|came|started|changed|switched|moved|began|did|took|arrived|trained|joined|crossed|made)"
        r"|from (?:outside|another))\b"
    ),
    rf"\b{_PERSON} of yours\b",
    rf"\b(?:is|are) there\b[^.?!]{{0,25}}\b{_PERSON}\b[^.?!]{{0,30}}\b(?:be (?:honest|straight|frank|open)|tell me|talk|give me)\b",
    r"\bwho(?:'s| is| would be) (?:the |your )?(?:best|right|next|pick|ideal|person)\b[^.?!]*\b(?:ask|talk|speak|see|next|meet|chat)\b",
    r"\bany ideas\b(?=[^.?!]*$)",
    rf"\b(?:might|would|could) there be\b[^.?!]{{0,20}}\b{_PERSON}\b",
)
_CONNECT = any_of(
    r"\b(?:introduc|connect)(?:e|ing)? (?:me|us)\b|\bput(?:ting)? (?:me|us) (?:in touch|in contact|on to|onto|through to)",
    r"\b(?:an|any|the|make|your|for|possible|get) introductions?\b|\bset(?:ting)? me up (?:with|to (?:talk|meet))",
    r"\bhook(?:ing)? me up with (?:some|any|a )",
    r"\blink(?:ing)? me (?:up )?with",
    r"\bpoint(?:ing)? me (?:to|towards?|at|in the direction of|on to) (?!the (?:door|exit|toilet|loo|stairs|right (?:door|place)))",
    r"\bpass(?:ing)? (?:on )?my (?:name|number|email|details) (?:on )?to (?:her|him|them|someone|somebody|an?\b|the\b|your\b|anyone)",
    r"\b(?:have|get|take) (?:her|his|their) (?:number|email|contact|details)\b",
)
_GROUP = (
    "(?:"
    + either(
        r"groups? networks? clubs? circles? societ(?:y|ies) associations? meet-?ups? communit(?:y|ies) guilds? forums? chapters? branch(?:es)? hui "
        r"r[oō]p[uū] evenings? events? gatherings? get-?togethers? conferences?"
        r" open_days? slack discord leagues? collectives? choirs? union_meetings? meetings? workshops? drop-ins? breakfasts? drinks sessions?"
    )
    + ")"
)
_JOIN = either(
    r"join go_to go_along come_along come_and attend sit_in sit_at turn_up drop_in beginners? newcomers? students? outsiders? learners? "
    r"i_(?:could|can|might|should|would) where_(?:people|they|these|those|trainees|new|young|other|juniors|i|\w+ers) get_together"
    r" hang_out welcome open_to for_(?:young|new|junior|women|men|m[aā]ori|pacific|career|people|students|beginners|someone|learners"
    r"|those) like_me lets? meet meets a_person_who"
)
_GROUPS = any_of(
    (
        rf"\b(?:is|are) there\b[^.?!]{{0,30}}\b{_GROUP}\b[^.?!]{{0,25}}\b(?:anywhere|nearby|near|around|round|local\w*"
        r"|in (?:town|this city|the (?:city|area|region)|\w+)|you(?:'d| would))\b"
    ),
    r"\b(?:local|support) (?:groups?|networks?|branch)\b",
    rf"\b(?:is|are|was|would|could|can|may|might|do|does|know|any|possible|if)\b[^.?!]{{0,40}}\b{_GROUP}\b[^.?!]{{0,80}}\b{_JOIN}\b",
    rf"\b{_GROUP}\b[^.?!]{{0,60}}\b(?:could|can|may|might|is it possible|would)\b[^.?!]{{0,30}}\b{_JOIN}\b",
    (
        r"\bwhere (?:do|does|can|could|would|might)\b[^.?!]{0,45}\b(?:get together|hang out|meet(?: up)?|gather|find each other|drink together"
        r"|meet other|meet people)\b"
    ),
)
_ASKS = any_of(
    r"^\W*(?:\w+,? ){0,4}?(?:i'd|i would|i'm hoping|i am hoping|please|if you|could|can|would|maybe|perhaps|put|point|introduce|anyone|who)\b",
    r"\byou mentioned\b|\bi wonder|\bwondering\b|\bi want to\b",
)
_NOT_REFERRAL = any_of(
    (
        r"\b(?:who|whom|where) (?:should|do|could|can|would) i (?:send|address|submit|email|give|hand)\b[^.?!]*\b(?:application|cv|resume|résumé"
        r"|cover letter|it)\b"
    ),
    r"\bwho(?:m)? (?:do|did|does|have|had) you (?!(?:\w+ )?(?:think|reckon|suggest|recommend|know))",
    (
        r"\bwho (?:would|do|did) you (?:usually |normally |want )?(?:call|ring|turn|go|talk|ask|tell|beside|next to"
        r"|with)?\b[^.?!]*\b(?:if (?:the|a|it|something)|when|first|after|on a)\b(?![^.?!]*\b(?:you were me|were me|other side|wanted to)\b)"
    ),
    (
        r"\b(?:books?|podcasts?|websites?|articles?|journals?|blogs?|reading|courses?|videos?|films?|magazines?)\b[^.?!]{0,30}\b(?:recommend|suggest"
        r"|read|worth|know)"
    ),
    r"\b(?:which|what) (?:\w+ )?(?:roads?|routes?|ways?|paths?|steps?|degrees?|training|subjects?|qualifications?|jobs?|schools?|order)\b[^.?!]*\b(?:suggest|recommend|advise)\b",
    r"\b(?:recommend|suggest|know of)\b[^.?!]{0,15}\b(?:reading|books?|podcasts?|websites?|articles?|courses?|videos?|ways?)\b",
    (
        r"^\W*(?:\w+,? ){0,2}?who (?:else )?(?:works?|is(?! (?:open|willing|happy|worth|the))|are|was|makes?|decides?|does|taught|checks?|runs?"
        r"|helped|trained|pays?|sets?)\b(?![^.?!]*\b(?:talk|speak|worth|willing|open|happy|chat|contact|meet|interview)\b)"
    ),
    (
        r"\b(?:anyone|someone|somebody|anybody|a person) (?:to help|who (?:checks|helps|looks|teaches|keeps)"
        r"|(?:in your \w+ )?you (?:disagree|look up|work|learn|lean|clash|trust|admire|turn))"
    ),
    (
        r"\b(?:do|does|did|can|will|would) (?:you|your \w+|they|people|customers|clients|patients) (?:\w+ )?(?:talk|speak|chat|meet|call|ring|email"
        r"|write|see|hear)\b(?![^.?!]*\b(?:me|i)\b)"
    ),
)


def find_referral_ask(text: str) -> str | None:
    """The sentence that asks for people, an introduction, or a group where such people meet; verbatim, or None."""
    for sentence in split_sentences(text):
        if _asks_for_people(sentence.text):
            return sentence.text
    return None


def is_referral_ask(text: str) -> bool:
    """Whether the learner asks for people to talk to, an introduction, or a group where such people meet; not for reading, not for where to apply."""
    return find_referral_ask(text) is not None


def _asks_for_people(sentence: str) -> bool:
    low = plain(sentence)
    heads = find_heads(sentence)
    if (not heads and not _ASKS.search(low)) or _NOT_REFERRAL.search(low):
        return False
    if _CONNECT.search(low) or (_GROUPS.search(low) and not _asks_what(low, heads[0].start if heads else 0)):
        return True
    if heads and _asks_what(low, heads[0].start):
        return False
    if not _TARGET.search(_OF_HOST.sub(" ", low)):
        return False
    return any(pattern.search(low) for pattern in (_MEET_ME, _NAME_THEM, _KNOW, _WILLING, _LIKE_ME))


_OF_HOST = re.compile(r"\b(?:you|people like you|someone like you)\b")


def _asks_what(low: str, start: int) -> bool:
    """A question that begins with what, how, why or when asks for something else, even where it names people."""
    return re.match(r"(?:what|how|why|when)\b(?!(?:'s| is| are| would be)? (?:about|the (?:names? (?!of the)|names$)))", low[start:]) is not None
