"""Questions about the host's own pay, age, relationship, children, health, faith or politics, and asking leave for what is delicate.

Labelling rule `personal_or_salary_question_blunt`: direct and without leave. General pay bands, families of others and the strains of the work are none.
"""

from __future__ import annotations

from coach.manner.form import find_heads
from coach.manner.wording import any_of, either, plain, split_sentences

_LEAVE = any_of(
    r"\b(?:would|do|will|should) you (?:mind|object)\b[^.?!]{0,20}\b(?:if i|me|my|i)\b ?(?:were to )?(?:ask|rais|bring|touch|say|check|go)",
    (
        r"\b(?:may|might|can|could) i (?:please |perhaps |maybe |also |just )*(?:ask|raise|bring up|touch on|go"
        r"|be)(?: you)?\b[^.?!]{0,40}\b(?:something|personal|difficult|hard|delicate|sensitive|awkward|private|a bit|cheeky|nosy)"
    ),
    (
        r"\b(?:is|would|was) (?:it|that|this) (?:be )?(?:all right|alright|ok|okay|fine|rude|too personal|too (?:much|nosy|cheeky|forward)"
        r"|acceptable|possible|impolite|appropriate|cheeky|intrusive)\b[^.?!]{0,20}\b(?:if i|to|for me to|me) (?:ask|asked|raise|talk|bring)"
    ),
    (
        r"\bif (?:that|it|this)(?:'s| is|'s not| is not|'d be| would be| isn't)? ?(?:not )?(?:all right|alright|ok|okay|fine"
        r"|too (?:personal|nosy|cheeky|much|rude|forward|private)|impolite|rude|personal|appropriate|intrusive|something you)\b"
    ),
    r"\bif you (?:don't|do not|wouldn't|would not|won't) mind\b|\bif you(?:'re| are) (?:comfortable|happy|willing|okay|ok|up for)\b",
    r"\bas much as you(?:'re| are|'d) (?:comfortable|happy|like)|\bif you(?:'d| would) rather not\b|\bor would you rather not\b",
    (
        r"\b(?:i )?hope (?:you don't|you do not|it's not|it isn't|that's not|it is not|this isn't|this is not)\b[^.?!]{0,12}\b(?:mind|rude|too"
        r"|personal|impolite|cheeky)"
    ),
    (
        r"\b(?:feel free|please feel free|you can|you may|you could|you're welcome|you are welcome|happy for you|please) (?:not to (?:answer|say)"
        r"|to (?:skip|pass|say (?:no|pass)|decline|not answer|ignore|dodge|duck)|skip|pass|say (?:no|pass)|decline|ignore|tell me to)"
    ),
    (
        r"\b(?:no need|you don't have|you do not have|don't feel you have|you needn't|no pressure|no obligation"
        r"|only) (?:to (?:answer|say|tell|share)|if you(?:'re| are|'d| would| feel| want| like))"
    ),
    r"\bskip (?:it|this|that) if\b",
    r"\b(?:tell me|say so|say no|stop me|shout) (?:to mind my own|if (?:i'm|i am|that's|that is|it's|this is|you'd|you would|that's too|it is))",
    r"\bmind my own business if|\bsay (?:no|pass) if you|\bwithout (?:giving|naming|telling) (?:me )?(?:your own|a figure|numbers)",
    r"\bi do(?:n't| not) (?:ask|mean|want) (?:about )?(?:yours|your own)|\bnot (?:asking )?(?:about )?(?:yours|your own)\b",
    r"\bplease say (?:no|so)\b|\bin general terms\b",
)
_PAY_NOUN = either(
    r"salary wages? pay pay_?(?:packet|check|cheque|slip) income hourly_rate day_rate earnings take-?home(?:_pay)? bonus net_worth tax_bracket "
    r"pension mortgage rent salary_band"
)
_EARN = either(r"earn(?:ing)? make making get_paid take_home taking_home taking pull_in clear pocket bring_home bring_in start_on get bank being_paid paid on")
_PERIOD = (
    r"(?:(?:an?|per|each|every|the) (?:\w+ )?(?:year|month|week|hour|fortnight|annum|shift|day)|after tax|before tax|in the hand|on your grade"
    r"|money-?wise|a year|annually|these days|now|roughly|for (?:a|the|this|that)\b.*)"
)
_PAY = any_of(
    (
        r"\bhow much (?:money |cash |dosh )?(?:do|did|does|would|will|can|could) (?:you|ya|u|they (?:pay|give) you"
        r"|(?:it|this|that|the job|your (?:job|boss|work|firm|company)) pay(?: you)?)(?: actually| really| personally| roughly| about| even| then"
        r"| usually| currently)*(?: (?:earn|make|take home|pull in|clear|bring (?:in|home)|get paid|pocket|bank|start on|get (?:for|a|an|per)"
        rf"|pay yourself))?(?: {_PERIOD})?\W*$"
    ),
    (
        r"\bhow much (?:money |cash )?(?:do|did|does|would|can|could) (?:you|ya|u)(?: \w+ly)? (?:earn"
        r"|make (?:a |an |per |for (?:that|this|a)|in a|last|each|every|out of (?:it|this))|take home|pull in|get paid|pocket|start on)\b"
    ),
    r"\bhow much (?:do|did|are|were) they (?:pay|paying|give|giving)(?: you)?\b",
    r"\bhow much (?:are|were) (?:you|ya) (?:paid|on|getting|making|earning)\b",
    r"\bhow much (?:you(?:'re| are)?|they) (?:earn|make|get paid|paid|on|take home|earning|making|getting|pay you)\b",
    r"\bhow much is (?:it|that|in it|your job|the job)(?: for you)?(?: worth)?\b(?=[^.?!]*\b(?:a year|for you|grand|k\b|thousand|paid))",
    (
        r"\b(?:what's|what is|whats|what are|what was|how's|how is|and|about)\b[^.?!]{0,12}\b(?:your|ya)(?: own| current| actual| annual| yearly"
        rf"| weekly| monthly| base| starting| gross| net| personal)* {_PAY_NOUN}\b(?! (?:system|review|office|round|team|clerk))"
    ),
    r"\b(?:your|the) (?:going )?(?:salary|pay|wage) for you\b|\btax bracket\b(?=[^.?!]*\byou)",
    (
        r"\bwhat (?:do|did|does|would) (?:you|ya|u)(?: actually| really| personally| roughly| even)* (?:earn|take home|get paid|pull in|pocket"
        r"|bring home|clear)\b(?! (?:respect|trust|from it|up|away))"
    ),
    rf"\bwhat (?:do|did|does) (?:you|ya|u)(?: \w+ly)? (?:make|get|draw|bank)(?: roughly| about)? (?:{_PERIOD})",
    r"\bwhat (?:do|did|does) (?:you|ya) make\W*$|\bwhat (?:do|did) they (?:pay|give) you\b",
    (
        r"\bwhat (?:are|were) (?:you|ya) (?:on|earning|making|paid|getting)(?= ?(?:\?|$|,|a year|per |these days|now\b|roughly|money|then"
        r"|if you))(?! ,? ?the\b)"
    ),
    (
        r"\b(?:are you|do you get|do they|are they|d'you get) (?:well |properly |decently |badly |fairly )?(?:paid"
        r"|pay(?:ing)? you)\b(?! (?:leave|time|for (?:training|travel|overtime)|holidays|sick))"
    ),
    r"\blive on what they pay\b",
    (
        r"\b(?:do|did|are) you (?:earn|earning|mak(?:e|ing)|get(?:ting)?|on) (?:good |decent |big |enough |much |a lot of |more |less |six |serious "
        r"|over |under |about )+(?:money|cash|than (?:a|an|the|me)|figures|bucks|\d|to live on|a hundred)"
    ),
    r"\b(?:do|did) you(?: \w+ly)? (?:earn|get paid) (?:a lot|much|more than|less than|over|under|well|enough|okay|alright)\b|\bdo you make (?:a lot|much|more than|less than|over|under)\b(?! (?:of|in|with|at|for))",
    r"\bare you (?:over|under|on) (?:a |\$|£)?(?:hundred|\d\d+|six)\b(?! (?:people|staff))",
    r"\b(?:person|someone|somebody) at your (?:level|grade|stage|age)\b[^.?!]*\b(?:earn\w*|paid|make|making|taking home|salary|on)\b",
    r"\bhow (?:rich|wealthy|loaded|well off) are you|\bdo you own your (?:own )?(?:house|home|flat)\b|\bsix figures\b(?=[^.?!]*\byou)",
    r"\b(?:money|pay)(?:'s)? (?:good|decent|any good)\b[^.?!]*\b(?:what do you|pull in|you (?:get|make|earn))\b|\bin it for you, (?:a|about)\b",
    r"\b(?:pay|money|salary|wage) (?:like )?for you\b|\bhow much (?:did|do|have) you (?:made?|earn(?:ed)?|get|got) (?:from|for|on|off|out of) (?:that|the|this|your|a|one)\b",
)
_NUMBER = r"(?:\d\d|twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[ -]\w+)?"
_AGE = any_of(
    r"\bhow old (?:are|r|would|might|must)(?: you| ya| u)\b(?! when| have been| at the)|\bhow old you(?:'re| are)\b|\bwhat age are you\b",
    r"\b(?:what's|what is|whats) your age\b|^\W*(?:and )?your age\b|\bwhen were you born|\bwhat year were you born",
    r"\bwhen(?:'s| is) your birthday",
    rf"\bare you (?:over |under |in your |about |nearly |past |even |still in your |around )+{_NUMBER}(?:s|ies)?\b",
    (
        r"\byou(?:'re| are| must be| look| can't be)(?: what)?,? (?:what,? |like,? )?(?:about |around |over |under |nearly |only "
        rf"|more than )*{_NUMBER}(?:s|ies)?\W*(?:\?|$|,)"
    ),
)
_ADULT = either(
    r"wife husband boyfriend girlfriend spouse missus fianc[ée]e? other_half significant_other lover special_someone mrs mr_right "
    r"man_in_your_life woman_in_your_life someone_at_home someone_special ring_on"
)
_CHILD = either(r"kids? children child son daughter bub baby babies little_ones family_of_your_own a_family")
_NOT_CLIENTS = (
    r"(?! (?:in (?:the|your) (?:class|group|room|shop|unit|ward)|who(?! (?:minds?|looks?|puts?|waits?|worr))"
    r"|that (?!keep|put|mind|wait|wor|look)|at work|trees?|come|comes|coming|visit\w*|patients|clients|on (?:your|the)|here|room|section|groups?"
    r"|under|with|as (?:clients|patients)|business|members|firm|law|care|friendly|court))"
)
_FAMILY = any_of(
    (
        r"\b(?:do|have|has|did|are) (?:you|ya|u)(?: and your \w+)?(?: got| have| even| ever| still| actually| both)*(?: an?| any| your own"
        rf"| some)? ?(?:{_ADULT}|{_CHILD})\b{_NOT_CLIENTS}"
    ),
    rf"\b(?:you|ya)(?:'ve)? got (?:an? |any |yourself an? )?(?:{_ADULT}|{_CHILD})\b{_NOT_CLIENTS}",
    rf"^\W*(?:\w+,? )?(?:got|any|got any|got a|no) (?:{_ADULT}|{_CHILD})(?: \w+)?\W*$|^\W*(?:\w+,? )?(?:married|single|divorced)\W*$",
    rf"\bhow many (?:{_CHILD})\b(?=[^.?!]*\b(?:you|got)\b)(?! (?:are|do you (?:teach|see|treat|look after|care)))",
    rf"\b(?:is|was) there an? (?:{_ADULT}|boyfriend|girlfriend|partner)\b|\b(?:have|got) (?:someone|somebody) (?:at home|special)\b",
    r"\b(?:have|got) a partner (?:who|at home|with|yourself)\b(?! (?:you in|in the))|\bwear(?:ing)? a ring\b",
    (
        rf"\b(?:does|did|do|is|was|what does|what did|how does|how did|would|has) (?:your|ya) (?:{_ADULT}|partner|kids|children|son"
        r"|daughter)(?: \w+)? (?:mind|think|put up|cope|feel|complain|hate|resent|happy|okay|ok with|proud|work as|do for a living|earn|handle"
        r"|get jealous|like you|approve|forgive|know you|take it)\b(?! of the (?:food|shop|boat|cake))"
    ),
    (
        r"\b(?:do|did|are|have|would|will|reckon) you(?: ever| still| \w+ly|'ll)* (?:want|planning|plan(?:ned)?|trying|hoping|think(?:ing)? of"
        r"|thinking about|having|give up|going|have to give up)(?: to have| for| on having| of having| about having| on| of"
        r"| to start)?(?: having)?(?: any| more| a)? ?(?:kids|children|baby|family|babies)\b"
    ),
    r"\byou'll have (?:a baby|kids|children)\b",
    (
        r"\b(?:when|why) (?:are|aren't|don't|didn't|did|never|haven't) you (?:ever |never )?(?:having kids|getting married|have kids|got? married"
        r"|get married|have children|a baby|settle down)"
    ),
    r"\bhow come you(?:'re| are| never)? (?:never |not )?(?:married|single|had kids|have kids)",
    (
        r"\bare you (?:two |both |still |actually |happily |currently |also |not |even )*(?:married|single|divorced|engaged|dating|taken|widowed"
        r"|separated|seeing (?:any|some)(?:one|body)|with any(?:one|body)(?! from)|in a relationship|attached|gay|straight|lesbian|queer|bisexual"
        r"|trans|pregnant|expecting|a (?:mum|mom|dad|mother|father|parent))\b"
    ),
    r"\b(?:your|the) (?:marriage|divorce|love life|sex life|wedding)\b(?=[^.?!]*\?)(?! (?:guests|clients|dress))|\byou(?:'re| are) (?:divorced|single|married|widowed)\b",
    rf"\bwhat (?:does|did|do) your (?:{_ADULT}|kids?|children|parents|mum|mom|dad) do\b(?! (?:when|if))|\bare you an? (?:grand)?(?:mother|father|parent|mum|mom|dad|nan|nana)\b",
    rf"\bdo you and (?:your )?\w+ (?:want|plan|have|hope)(?: to have)? (?:any |more )?(?:{_CHILD})\b",
    r"\bbeing single\b|\bwhy did you (?:split|break up|divorce|get divorced|separate)\b",
    r"\bhow(?:'s| is) your (?:marriage|love life|sex life|divorce)\b",
)
_HEALTH = any_of(
    (
        r"\bare you (?:currently |actually |really |ok |okay |all right )?(?:sick|ill|unwell|disabled|depressed|autistic|adhd|dyslexic|diabetic"
        r"|healthy|anorexic|alcoholic|an alcoholic|mentally (?:ok|okay|ill|all right|well)"
        r"|on (?:medication|meds|any medication|pills|antidepressants|drugs)|in therapy|hiv|neurodivergent|bipolar)\b"
    ),
    r"\b(?:ok|okay|all right|alright) mentally\b|\bleave you disabled\b",
    r"^\W*(?:\w+,? )?do you (?:drink|smoke|take drugs|do drugs)\b(?! (?:tea|coffee|water|at your|it black))",
    (
        r"\b(?:do|did|have|had|has) (?:you|it)(?: ever| got| personally| actually| given you)* ?(?:have |had |suffer(?:ed)? (?:from|with) "
        r"|struggle with |struggled with |been diagnosed with |got |get )?(?:an? |any |your own |some )*(?:disabilit(?:y|ies)|depression|anxiety"
        r"|mental (?:health|illness) (?:problems|issues)?|health (?:problems?|issues?|conditions?|scares?)|illness(?:es)?|medical condition"
        r"|a breakdown|breakdown|cancer|adhd|autism|ptsd|miscarriages?|abortion|eating disorder|panic attacks|heart (?:attack|problems?))\b"
    ),
    r"\bwhat(?:'s| is)(?: wrong| up) with your (?:leg|hand|arm|face|eyes?|back|skin|voice|teeth|hair|foot|knee|hip|ears?)\b",
    r"\bwhat happened to your (?:leg|hand|arm|face|eye|back|finger|fingers|foot)\b",
    (
        r"\b(?:is|are) your (?:back|knees?|hearing|lungs|eyes|eyesight|hips?|shoulders?|liver|heart|nerves|health|mental health"
        r"|hands) (?:\w+ )?(?:wrecked|gone|going|shot|ok|okay|bad|stuffed|ruined|damaged|all right|holding up|good)\b"
    ),
    r"\bhow(?:'s| is) your (?:mental health|health|blood pressure)\b|\bhow much do you (?:weigh|drink)\b",
    r"\bdo you (?:take|need) (?:medication|antidepressants|pills|meds)",
    (
        r"\bhave you (?:ever )?(?:been (?:depressed|suicidal|hospitalised|sectioned|to rehab|in therapy|arrested|in prison)"
        r"|had (?:a breakdown|an affair|botox))"
    ),
    r"\bhave you put on weight|\bdo you drink a lot\b|\bdo you take anything for\b",
    r"\b(?:been|go(?:ne)?) (?:in|to) (?:therapy|rehab|counselling)\b(?=[^.?!]*\?)(?<!people )",
)
_BELIEF = any_of(
    (
        r"\bare you (?:a |an |actually |still |very |quite |really |at all )*(?:religious|christian|catholic|muslim|jewish|hindu|buddhist|sikh"
        r"|atheist|believer|mormon|protestant|anglican|person of faith|man of (?:god|faith)|woman of faith|born again|spiritual|church ?goer)\b"
    ),
    (
        r"\bdo you(?: still| even| actually)? (?:believe in (?:god|allah|heaven|jesus|an afterlife)|go to (?:church|mosque|temple|mass|synagogue)"
        r"|pray\b|attend (?:church|mosque|mass))"
    ),
    r"\bwhat(?:'s| is)? (?:your )?(?:religion|faith)\b(?=[^.?!]*(?:\?|$))|\bwhat(?:'s| is) your church\b",
    r"\b(?:who|what|which way|which party|how) (?:do|did|would|will|are) you (?:\w+ )?(?:vote|voting)(?: for)?\b(?! on)",
    r"\bdid you vote\b(?! on| to)|\bdo you vote\b(?! on| for (?:the|a|which) (?:best|play|winner))",
    r"\bare you (?:a |an |more |pretty |very )*(?:left|right)[- ]?(?:wing|leaning|winger)\b",
    (
        r"\bare you (?:a |an )?(?:labour|tory|national|green|greens?|conservative|liberal|republican|democrat|trump|socialist|communist|brexiteer"
        r"|leaver|remainer|woke)(?: voter| supporter| person| fan| man| woman)?\W*(?:\?|$| or\b)"
    ),
    r"\bwhat(?:'s| are| is) your politics\b|\b(?:which|what) (?:political )?party (?:do|are|did) you|\bwhere do you stand politically",
    r"\b(?:which|what) (?:race|ethnicity) are you|\bwhere are you (?:really|actually) from\b|\bare you (?:even )?(?:a citizen|here legally)\b",
)
_NOT_PERSONAL = any_of(
    r"\b(?:how|when|why) (?:do|did|does) (?:you|they|it|one|people) get paid\b|\bearn (?:your|their|his|her) (?:stripes|keep|place|spurs|wings)\b",
    r"\b(?:paid|earn)\b[^.?!]{0,20}\b(?:(?:when|while|if|as) (?:you(?:'re| are) )?(?:an? )?(?:apprentice|trainee|student|learner|junior|training|learning|studying|starting)|(?:during|in) (?:the |your )?(?:training|apprenticeship|course))\b",
    r"\bhow old (?:are|were) you when\b|\bhow old were you\b|\bwhat do you make of\b|\bare you (?:over|under)(?:staffed|worked|resourced)\b",
    (
        r"\bhow much (?:do|did) you (?:charge|cost|trust|rely|know|use|need|sleep|want|read|drive|walk|talk|write|think|travel|work|see|miss|learn"
        r"|practi[cs]e|plan|pay (?:for|your|them))\b"
    ),
)


def find_personal(text: str) -> str | None:
    """The sentence that asks about the host's own pay, age, relationship, children, health, faith or politics, with or without leave; None if there is none."""
    for sentence in split_sentences(text):
        low = plain(sentence.text)
        asks = low.rstrip("\"') ").endswith("?") or bool(find_heads(sentence.text))
        if asks and any(pattern.search(low) for pattern in (_PAY, _AGE, _FAMILY, _HEALTH, _BELIEF)) and not _NOT_PERSONAL.search(low):
            return sentence.text
    return None


def is_blunt_personal(text: str) -> bool:
    """Whether an utterance asks about the host's own pay, age, relationship, children, health, faith or politics without asking leave.

    A general question on published pay bands is none.
    """
    return find_personal(text) is not None and not asks_leave(text)


def asks_leave(text: str) -> bool:
    """Whether the learner asks leave or offers an easy way out: "would you mind if I asked ...", "if that is all right to ask"."""
    return _LEAVE.search(plain(text)) is not None
