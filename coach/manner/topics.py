"""Which of the ten topics a question or an answer is about (what each covers: corpus/README.md)."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.manner.form import find_heads
from coach.manner.referral import is_referral_ask
from coach.manner.wording import plain, split_sentences
from coach.records import Topic

_CUES: dict[Topic, tuple[tuple[int, str], ...]] = {
    Topic.LINKS: (
        (5, (
            r"who else\b|\b(?:someone|somebody|anyone|anybody|person|people|colleague|else)\b[^.?!]{0,50}\b(?:i (?:could|can|should|might|may)|for me to"
            r"|to) (?:talk|speak|chat|meet|contact|ring|call|write|approach|email|get in touch)"
        )),
        (5, (
            r"\b(?:introduce|put|connect) me\b|\bput you in touch|\bintroduction to\b|\bpoint me (?:to|towards|at)\b"
            r"|\b(?:who|whom) (?:should|could|would|might) i (?:talk|speak|meet|contact|ask|approach)"
        )),
        (4, (
            r"\bprofessional (?:body|bodies|association|network)|\bmeet-?ups?\b|\bnetwork(?:s|ing)? (?:group|event|evening|for)"
            r"|\b(?:association|society|guild|branch) (?:meeting|event|evening|night|branch)"
        )),
        (3, (
            r"\b(?:neighbouring|related|similar) (?:jobs|occupations|roles|careers|fields)|\bwhat other (?:jobs|roles|occupations|careers)"
            r"|\bwhere (?:do|can) (?:people|beginners|newcomers) (?:in \w+ )?meet\b"
        )),
        (2, r"\b(?:association|union|guild|society|network|community|group|circle|club|conference|contacts?)\b"),
    ),
    Topic.ADVICE: (
        (5, (
            r"\badvice\b|\badvise\b|\bin (?:my|our) (?:shoes|place|position|situation|boots|case)\b"
            r"|\bif you were (?:me|in my|starting|eighteen|twenty|\d\d|my age|beginning)"
            r"|\bwhat (?:would|should|could|can|might) (?:you have )?i (?:be |first |most )?(?:do|try|read|learn|know|ask|focus|look|watch|visit|avoid"
            r"|practise|practice|start|begin|work on|prepare|expect|study next)"
        )),
        (5, (
            r"\bdo (?:it )?(?:differently|over|again|different)\b|\bdone differently\b"
            r"|\bwish (?:you(?:'d| had)?|someone had|somebody had|i had|i'd|you knew)\b|\bknowing what you (?:now )?know"
            r"|\byour(?:self| younger self)\b[^.?!]{0,30}\b(?:younger|start|twenty|tell)|\btell your(?:self)? (?:younger|\w+)"
            r"|\bwarn (?:me|someone|a beginner)"
        )),
        (4, (
            r"\bwhat (?:would|do|could) you (?:\w+ )?(?:suggest|recommend|tell|say to|want|advise)"
            r"|\b(?:any|some|your|best|good) (?:tips?|suggestions?|recommendations?|pointers)\b|\bworth (?:reading|watching|trying|visiting|doing first)"
            r"|\b(?:first|next|small|concrete) steps?\b|\bwhat (?:should|would|could) (?:a|an|someone|somebody|anyone|people) [^.?!]{0,50}\b(?:do|try"
            r"|read|learn|start|know|practise|practice|reading|practising|doing) ?(?:first|now|before|this|next|with|\?|$)"
            r"|\brecommend (?:reading|to|for|that)|\bbeginners?\b[^.?!]{0,20}\b(?:should|read)"
        )),
        (3, (
            r"\bsomeone (?:like me|with my|from my|in my)|\bmy (?:first|next) (?:step|year|month|move|half year)"
            r"|\bwould (?:it|that|i|my) (?:\w+ )?(?:suit|be (?:good|right|a good)|work for) (?:for )?(?:me|someone like me)"
            r"|\bhelp (?:me|someone like me)\b|\bwhat would you (?:have me|try|do|look|read|pick|choose)\b|\badvi[cs]e\b"
        )),
    ),
    Topic.PATH: (
        (5, (
            r"\bhow (?:did|do|was it that|come) (?:you|ya) (?:\w+ )?(?:get (?:into|started|to be|here|in\b|your start|from)|come (?:to|into|up|here|by)"
            r"|end up|start(?:ed)?\b|begin|become|find your (?:way|feet)|fall into|land|arrive|move (?:into|from)|first|wind up"
            r"|make the (?:move|jump|switch)|decide to (?:be|become|train|leave|study)|choose (?:this|it|your)|pick (?:this|it)|go from|enter|break in)"
        )),
        (5, (
            r"\bwhat (?:first )?(?:led|drew|brought|attracted|pulled|pushed|made|got|took|inspired|tempted|interested|steered) (?:you"
            r"|ya)\b(?! (?:laugh|smile|think there))|\bwhy (?:did|do) (?:you|ya) (?:\w+ )?(?:choose|become|pick|leave|go into|switch|move|quit|decide"
            r"|start|study|train|want to (?:be|become))"
        )),
        (5, (
            r"\byour (?:own )?(?:path|journey|story|background|career (?:so far|path|history)|route|way in(?:to)?|road|history|beginnings?"
            r"|first (?:job|role|day|year))\b|\bturning points?\b|\b(?:what|where) (?:did|were) you (?:do|doing|work|working|study|train"
            r"|before)\b[^.?!]*\b(?:before|first|at (?:school|uni))?"
        )),
        (4, (
            r"\bbefore (?:you (?:became|were|did|started|joined|came|got)|this|that job|becoming|coming here)\b|\bdid you always (?:want|know|plan)"
            r"|\bwhen did you (?:know|decide|realise|first|start)|\bhow long have you (?:been|worked)|\bgrow(?:ing)? up\b"
            r"|\bchanged? (?:careers?|direction|jobs)\b|\bhow it was for you, this beginning|\bbeginning at\b"
        )),
        (2, (
            r"\bi (?:was|were|used to be|started (?:out )?as|began|trained|studied|left|fell into|came (?:to it|from|into)|ended up|grew up"
            r"|did an? apprenticeship|retrained|switched)\b"
        )),
    ),
    Topic.ENTRY: (
        (5, (
            r"\b(?:get|getting|break|breaking|go|going|come|coming|move|moving|find a way) (?:in"
            r"|into)\b(?! (?:here|a row|the car|trouble|touch|bed|the room|people|the building))(?=[^.?!]*)|\b(?:way|route|door|path|road) (?:in|into)\b"
            r"|\bget (?:a )?(?:first|entry)|\bgraduate (?:scheme|programme|program|role|intake)|\bentry[- ]level|\bentry\b|\bfirst job\b"
        )),
        (5, (
            r"\b(?:qualif\w+|degrees?|diplomas?|certificates?|licen[cs]e\w*|apprentic\w+|traineeships?|registration|registered|requirements?"
            r"|prerequisites?|enrol\w*|intakes?|internships?|placements?|cadetships?)\b"
        )),
        (4, (
            r"\b(?:employers?|you|they|interviewers?|managers?|recruiters?|schools?) (?:\w+ )?(?:look for|looking for|look at|hire|hiring|take on"
            r"|want to see)|\bhir(?:e|es|ed|ing)\b|\bapply(?:ing)?\b|\bapplications?\b|\bapplicants?\b|\bcv\b|\bjob interview|\brecruit\w*"
            r"|\bstart(?:ing)? out\b|\bstart out as\b|\bcareer[- ]changers?\b|\bchang(?:e|ing) careers?\b|\bretrain\w*"
        )),
        (3, (
            r"\b(?:course|courses|training|train|study|studying|uni|university|polytech|school subjects|subjects|exams?|year 1[0-3]|ncea|a[- ]levels?)\b"
            r"|\bwant to keep (?:them|someone|somebody) on|\bstarting (?:pay|salary|wage)|\bentry\b|\bnewcomer\b[^.?!]*\b(?:first (?:couple|year|few))"
        )),
    ),
    Topic.FIELD: (
        (5, (
            r"\b(?:how|what)(?:'s|'ve| has| have| is| are| will| do you (?:see|think|expect))? [^.?!]{0,60}\b(?:chang(?:e|ed|es|ing)"
            r"|different (?:now|from)|evol\w+|shift(?:ed|ing)?)\b(?! (?:you|your mind|how you|that moment|straight after"
            r"|the desk))(?![^.?!]*\b(?:you change|did you change)\b)"
        )),
        (5, (
            r"\b(?:next|coming|in) (?:five|ten|twenty|few|couple of|\d+)[- ](?:\w+ )?years\b|\b(?:the )?future (?:of|for|look|hold)|\bfuture\b"
            r"|\b(?:ai|artificial intelligence|automation|automated|robots?|chatgpt|machine learning|drones?|software|technology|technologies|digital"
            r"|electric vehicles?|climate change)\b|\btrends?\b|\bwhere (?:do you see|is) [^.?!]{0,40}\b(?:going|heading|headed)"
        )),
        (4, (
            r"\b(?:demand|shortages?|outlook|job market|labour market|market|regulation|regulations|legislation|law changes?|funding|cuts|competition"
            r"|industry (?:as a whole|heading)|sector|profession as a whole|supply chain)\b"
        )),
        (2, r"\b(?:industry|field|trade|profession|sector)\b"),
    ),
    Topic.HARD: (
        (5, (
            r"\b(?:hard|tough|difficult|rough|dark|ugly|unglamorous|boring|dull|bad|worst|awkward|painful|tricky) (?:parts?|bits?|sides?|things?|days?"
            r"|weeks?|moments?|calls?|conversations?)\b|\b(?:hardest|toughest|worst|saddest|scariest|trickiest"
            r"|most (?:difficult|stressful|challenging|tiring|frustrating))\b|\bdownsides?\b|\bdrawbacks?\b|\bchalleng\w+|\bstress\w*"
            r"|\bburn(?:ed|t|ing)? ?out\b|\bburnout\b"
        )),
        (5, (
            r"\bkeeps? (?:you|people) (?:awake|up at night)|\bwears? (?:you|people|folk) (?:down|out)|\bget(?:s|ting)? (?:you|people) down\b"
            r"|\btake (?:it|that|things|work|the work) home\b|\bdifficult for\b|\bhard (?:for|on|to)\b"
            r"|\b(?:why|what makes) (?:do |does )?(?:people|they|some|others|so many) (?:quit|leave|give up|drop out|walk away)|\bgo(?:es|ne)? wrong\b"
            r"|\bwent wrong\b"
        )),
        (4, (
            r"\b(?:mistakes?|fail(?:ed|ure|ures|s)?|regrets?|struggl\w+|frustrat\w+|exhaust\w+|tiring|tired|tires|fatigue|lonely|loneliness|afraid"
            r"|scared|fear|frightening|worr(?:y|ies|ied)|dislike|hate|dread|risks?|risky|danger\w*|unsafe|injur\w+|accidents?|cope|coping|grief|sad"
            r"|sadness|sits badly|doubts?|boring|bored|boredom|quit|awful|pressure|overtime|unfair|bullying|complain\w*|conflict)\b"
        )),
        (3, (
            r"\b(?:get|got) wrong\b|\blos[et]\b[^.?!]{0,20}\b(?:one|patient|client|animal|case|somebody|someone)\b"
            r"|\bdo to (?:you|your body|your back|you over)|\bprotect your|\bswitch off\b|\bnights?\b[^.?!]{0,20}\bhow\b"
            r"|\bhow do you (?:ever )?(?:relax|sleep|keep from|stay sane|stay calm)|\b(?:hard|tough|difficult)\b"
        )),
    ),
    Topic.JOY: (
        (5, (
            r"\b(?:enjoy|enjoys|enjoyed|enjoyable|love about|like (?:most|best)|most like|best (?:part|bit|thing|day|moment)|favou?rite|satisf\w+"
            r"|reward(?:ing|s)?|fulfil\w+|proud\w*|pride|delight\w*|joy|fun|happy|happiest|happiness|glad|pleas(?:es|ed|ure))\b"
        )),
        (5, (
            r"\bkeeps? you (?:going|here|in (?:it|the)|coming|at it|doing|there|motivated|interested)"
            r"|\b(?:makes?|made) (?:a day|a week|it|the job|the work|all that) (?:a )?(?:good|worth|worthwhile|all right)|\bworth getting up"
            r"|\bgood (?:day|week)\b|\bwhy do you (?:stay|stick)|\bmade you (?:stay|smile|laugh)|\bget(?:s)? you (?:up|out of bed)"
        )),
        (3, r"\bi (?:love|enjoy|like) (?:the|it|that|my|when|how)\b|\bmeaningful\b|\bmotivat\w+|\bexcit\w+|\bdo you like\b|\blove\b"),
    ),
    Topic.SKILL: (
        (5, (
            r"\bskills?\b|\bskilled\b|\bqualities\b|\btraits?\b|\bstrengths?\b|\btalents?\b|\bgood at\b|\bsuit(?:s|ed)\b"
            r"|\bwhat (?:makes|separates|distinguishes|marks)\b[^.?!]{0,60}\b(?:good|great|strong|excellent|average|best|better|one|from)"
            r"|\bwhat (?:kind|sort|type) of (?:person|people|mind|temperament|character)|\bwhat should a person be like"
        )),
        (5, (
            r"\b(?:learn|learned|learnt|learning|pick up|taught|teach|teaches) (?:how to |to |that|it|this|the|on the job|from|yourself)"
            r"|\b(?:nobody|no one|no-one|can't|cannot be|never) (?:teach\w*|taught|be taught)|\bable to\b|\babilit\w+|\bneed to (?:know|be good|be able)"
            r"|\bpractis\w+|\bmaths?\b|\bhow do you (?:learn|get good|get better|get un)"
        )),
        (3, (
            r"\bknowledge\b|\bknow about\b|\bexpert\w*|\bcareful\b|\bpatience\b|\bpeople skills|\bcommunicat\w+|\bcarry over\b|\btransfer\w*"
            r"|\bunderprepared\b|\bstatistics\b|\bcoding\b|\bprogramming\b|\blanguages?\b|\btell (?:the|a|which|when|whether|that|apart)\b"
            r"|\bkeep (?:both|a) \w+ (?:open|steady)|\btechniques?\b|\bcraft\b"
        )),
    ),
    Topic.ORG: (
        (5, (
            r"\b(?:culture|organisation|organization|employers?|firm|firms|agency|head office|hierarchy|structure|workplace|departments?"
            r"|branch(?:es)?)\b|\bdecisions? (?:get |are |is )?made\b|\bwho (?:decides|makes the|do you (?:work (?:with|for|under)|report|answer)|runs)"
            r"|\bhow (?:is|are) (?:newcomers|new people|new staff|juniors|graduates|apprentices|you) (?:treated|welcomed|looked after|supported)"
        )),
        (5, (
            r"\b(?:your|the|a) (?:team|crew|boss|manager|managers|company|office|clinic|school|hospital|workshop|studio|lab|colleagues|workmates|partner"
            r"|dispatchers?|director)\b|\bwork(?:ing)? (?:alone|in a team|for (?:a|yourself|the)|together)"
            r"|\bhow (?:does|do) (?:the|your) (?:team|office|company|organisation|dispatchers|managers|bosses|crew|firm)"
            r"|\btreat (?:people|staff|newcomers|juniors)|\b(?:big|small|large) (?:company|firm|team|practice)|\bfreelance\b|\bself[- ]employed\b"
            r"|\bunions?\b"
        )),
        (3, (
            r"\bteams?\b|\bcolleagues?\b|\bcompany\b|\bboss(?:es)?\b|\bmanagers?\b|\bsupport(?:s|ed|ive)?\b|\bmentor\w*|\bsupervis\w+|\bclients? come\b"
            r"|\bsplit the (?:jobs|work)\b"
        )),
    ),
    Topic.WORK: (
        (5, (
            r"\b(?:typical|normal|ordinary|average|usual|regular|standard|perfect|recent) (?:\w+ )?(?:day|week|shift|month|morning|monday|tuesday"
            r"|wednesday|thursday|friday|working day|run)\b|\bday[- ]to[- ]day\b"
            r"|\b(?:your|a|the|last|this|each) (?:working |average )?(?:day|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|shift|month"
            r"|morning|afternoon|season)\b|\byesterday\b|\bdaily\b|\broutine\b"
        )),
        (4, (
            r"\bwhat (?:do|does|did|are|were|is) (?:you|a \w+|an \w+|they|your work|someone|people) (?:actually |really |mostly |\w+ )?(?:do|doing"
            r"|involve|spend|working on|up to|joining|building|look)\b|\btasks?\b|\bdut(?:y|ies)\b|\bspend (?:your|most of|the) (?:time|day|hours)"
            r"|\bwhat takes\b|\bwhat(?:'s| is) involved|\bresponsib\w+|\bhours\b|\bshifts?\b|\bschedule\b|\bprojects?\b|\bcaseload\b|\bworkload\b"
            r"|\bpaperwork\b|\brecords\b"
        )),
        (2, (
            r"\bhow (?:do|does|did|would) (?:you|it|they|a|the|that|one) \w+|\bwhat (?:do|did|does) (?:you|it|they|the) \w+|\bwhat happens\b|\btools?\b"
            r"|\bwhat(?:'s| is) it like\b|\bworking\b|\bprocess\b|\bequipment\b|\bwalk me through\b|\btake me through\b|\bmeetings?\b"
        )),
    ),
}  # fmt: skip
_MORE_CUES: dict[Topic, tuple[tuple[int, str], ...]] = {
    Topic.PATH: (
        (4, (
            r"\bwhen you (?:first )?(?:started|began|were new)\b|\balways (?:the plan|your plan|going to be)\b|\bthis always\b|\bhow it (?:all )?began\b"
            r"|\bdrew you (?:in|to)\b"
        )),
        (3, (
            r"\b(?:your )?first (?:year|month|week|day) (?:in|at|on|as)\b|\bwhere did you (?:train|study|grow up|learn)\b|\bwhat did you study\b"
            r"|\banother direction\b"
        )),
    ),
    Topic.WORK: (
        (4, (
            r"\b(?:all|each|every|in an?|during the|on an? \w+) (?:day|week|shift)\b|\bspend (?:most of )?(?:your|the) (?:time|day|hours)"
            r"|\bwhat(?:'s| is) it like (?:being|to be|working|to work)"
        )),
        (4, (
            r"\bbusy (?:season|time|day|week)|\bquiet (?:season|months?)|\btools? (?:do|does|did|are)"
            r"|\bhow do you (?:decide|choose|plan|know|find|handle|check|test|price|start|prepare)\b"
        )),
        (3, r"\bequipment\b|\bdeadlines?\b|\bcall-?outs?\b|\bon site\b|\bhands-on\b|\bhow much of (?:the|your) (?:job|work|day|week|time)\b"),
    ),
    Topic.HARD: (
        (7, (
            r"\bgo(?:es|ne)? wrong\b|\bwent wrong\b|\bhardest\b|\btoughest\b|\bworst\b"
            r"|\bfind (?:\w+ )?(?:wearing|tedious|tiring|hard|difficult|stressful|tough|draining)"
        )),
        (7, r"\blook after yourself|\bbad (?:shift|day|week|night|season)"),
        (5, r"\btakes? (?:the most|a lot) out of|\bpiles? up\b|\bleast\b|\bgiv(?:e|ing) (?:it )?up\b|\bundo\b|\bdrain\w+|\bwearing\b"),
    ),
    Topic.JOY: ((5, r"\blook forward to\b|\bgo home (?:pleased|happy|glad)|\blike best\b|\bmade it worth\b"),),
    Topic.ENTRY: (
        (7, r"\bemployers? (?:\w+ )?(?:look|want|ask|care|value)\b|\bways? in\b|\bget in\b|\bcareer[- ]changers?\b|\bqualifications?\b|\bapprenticeships?\b"),
        (3, r"\bolder beginners?\b|\bentry\b|\bgraduates?\b"),
    ),
    Topic.FIELD: ((5, (
        r"\b(?:ten|five|twenty) years (?:ahead|from now|time)|\bis demand\b|\bchanging (?:fastest|most|right now|now)\b"
        r"|\bchanged (?:since|most|in)\b"
    )),),
    Topic.ORG: ((5, (
        r"\bthe boss\b|\bstaffroom\b|\bwork(?:ing)? for (?:him|her|them)\b|\bwhere you work\b|\bget (?:on|along) with\b|\bwho decides\b"
        r"|\bwhat(?:'s| is) your (?:workplace|team|manager|office|boss)\b"
    )),),
    Topic.ADVICE: (
        (6, r"\bbest way (?:for|to)\b"),
        (4, (
            r"\bpaying for a course\b|\bbefore (?:i|signing|paying)\b[^.?!]{0,20}\?|\b(?:seventeen|eighteen|twenty|my age) again\b"
            r"|\bstart(?:ing)? (?:over|again)\b|\btrained again\b"
        )),
        (4, r"\bto somebody who\b|\bto someone who\b|\bhaven't i asked\b|\bshould i\b|\bthis summer\b"),
    ),
    Topic.LINKS: ((7, r"\b(?:neighbouring|related|similar) (?:jobs|occupations|roles|careers|fields)"),),
    Topic.SKILL: ((4, (
        r"\bnobody (?:talk|teach|tell)\w*\b|\ball the time that\b|\bbecome good at\b|\bget better at\b|\bdoes well\b|\bdo(?:es)? (?:this|it) well\b"
        r"|\bmakes? (?:a |an )?good\b(?! (?:day|week|shift|morning))"
    )),),
}  # fmt: skip
_ASKS_PEOPLE = 7
_COMPILED = {topic: tuple((weight, re.compile(pattern)) for weight, pattern in (*cues, *_MORE_CUES.get(topic, ()))) for topic, cues in _CUES.items()}
_ENOUGH = 3
_LAST_ASKED = 2


@lru_cache(maxsize=8192)
def find_topic(text: str) -> Topic | None:
    """The topic that a question or an answer is about, None where it names none ("How did you build that up?")."""
    asked = [sentence.text for sentence in split_sentences(text) if find_heads(sentence.text)]
    low = plain(" ".join(asked[-_LAST_ASKED:]) if asked else text)
    scores = {topic: sum(weight for weight, pattern in cues if pattern.search(low)) for topic, cues in _COMPILED.items()}
    if asked and any(is_referral_ask(sentence) for sentence in asked):
        scores[Topic.LINKS] += _ASKS_PEOPLE
    best = max(scores, key=lambda topic: scores[topic])
    return best if scores[best] >= _ENOUGH else None
