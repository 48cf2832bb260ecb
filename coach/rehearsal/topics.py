"""The topic of one question put to a career model: telling phrases first, then the general rules of manner, then what fits the person's facts.

Each topic has phrases of two strengths; the strongest sum wins, and a vote of the general rules counts as one faint phrase.
Their vote for the work is not enough by itself: a question without a topic ("how do you handle it?") stays with the one before.
"""

from __future__ import annotations

from functools import lru_cache

from coach.manner.questions import find_topic
from coach.manner.wording import any_of, plain
from coach.records import FactSheet, Topic
from coach.rehearsal.matching import find_keywords, score_fit

_CLEAR, _FAINT, _VOTE = 3, 1, 1
_BEGAN = r"(?:start(?:ed)?|began|begin|begun|set out|were new|came in|joined)"
_CHANGE = r"(?:chang(?:e|ed|es|ing)|mov(?:ed|ing) on|shift(?:ed|ing)|different|evolv\w+|transform\w+)"
_PHRASES: dict[Topic, tuple[tuple[int, tuple[str, ...]], ...]] = {
    Topic.ADVICE: (
        (_CLEAR, (
            r"\b(?:most|more) useful thing (?:that )?i\b|\bsomebody like me\b|\breal feel for\b|\bmake up my mind\b|\bat my stage\b|\bmistakes? to avoid\b|\bwould you recommend (?:it|this)\b|\bshould i (?:think|ask myself|consider|look at|do)\b|\b(?:test|try out|find out) (?:whether|if) i\b|\bstart over\b|\bbegin again\b|\bcan i (?:practise|do|try|read)\b|\bhave me (?:read|do|try)\b|\bmost useful thing\b",
            r"\bin (?:my|our) (?:place|shoes|position|situation|boots)\b", r"\bif you were (?:me|my age|starting|in my|back at|a student|young|\w+teen|twenty|eighteen)\b", r"\badvi[cs]e\b|\btips?\b",
            r"\bwish(?:ed)? (?:you(?:'d| had)?|someone had|somebody had) (?:known|been told|asked|done|learn\w+|told)\b(?! (?:when|before) you (?:started|began|trained))", r"\bwanted (?:some(?:body|one)|people) to (?:tell|have told)\b",
            r"\b(?:your )?younger self\b", r"\bwhat would you (?:tell|say to|suggest|recommend)\b", r"\bhaven't (?:i )?asked\b|\bi haven't asked\b",
            r"\b(?:what|where|which|how|anything) (?:\w+ ){0,3}(?:should|could|can|might|ought) (?:i|a (?:beginner|student|newcomer)|someone like me) (?:be )?(?:do|doing|try|start|begin|read|look|go|avoid|learn|focus|prepare)\b",
            r"\b(?:one|a|some|any)(?:thing)? (?:\w+ )?i (?:should|could|can|might) (?:try|do|read|see|visit)\b", r"\b(?:find out|know|tell|see) (?:if|whether) (?:it(?:'s| is|'d| would)?|this|i(?:'d| would|'m)?|that)\b[^.?!]{0,25}\b(?:suits?|right|for me|like|cut out|enjoy|cope)\b",
            r"\b(?:best|good|sensible|cheap|quick|easy|sure) way (?:for|to)\b[^.?!]{0,40}\b(?:find out|try|test|see if|get a (?:feel|taste))", r"\bsuit(?:s|ed)? (?:me|you|them|a person|somebody|someone)\b",
            r"\bwarn (?:me|someone|a beginner|people)\b", r"\b(?:good |useful |sensible )?first step\b|\bnext step\b", r"\bworth (?:reading|watching|visiting|trying|doing)\b", r"\b(?:mistakes?|things?|traps?) (?:should|could|can|do) (?:a )?(?:beginners?|people|newcomers?|i)\b[^.?!]{0,15}\bavoid\b",
            r"\bbefore (?:signing up|paying|committing|i (?:decide|commit|sign|choose|apply))\b", r"\b(?:do|done|have done) (?:it |that |things )?differently\b(?![^.?!]*\b(?:compared|than when|now,|these days|from when)\b)|\bif you (?:trained|started|did it|had your time) again\b",
            r"\bwhat would you do\b[^.?!]{0,30}\b(?:were|again|summer|year|place|instead|now|before|signing)\b", r"\bthis (?:summer|year|winter|holiday)\b(?=[^.?!]*\bi\b)",
            r"\bwhat would you (?:try|do|look at|start with|study|choose|pick)\b",
        )),
        (_FAINT, (r"\bbeginners?\b|\bsomeone (?:like me|starting|my age|who wants)\b|\bsomebody (?:who|in)\b|\bstudents? like me\b", r"\brecommend\b|\bsuggest\b|\btry first\b", r"\bshould i\b")),
    ),
    Topic.HARD: (
        (_CLEAR, (
            r"\bweigh(?:s|ed|ing)?\b[^.?!]{0,12}\bon you\b|\bheav(?:y|ier|iest) (?:side|part|bit|end)\b|\b(?:a|the|your) strains?\b|\btrials (?:of|in)\b|\bwears? you (?:thin|out)\b|\bwhat (?:do )?(?:you|people) (?:do not|don't) like\b|\bput to sleep\b",
            r"\bask of your (?:own )?(?:body|back|health|family|nerves)\b|\bleast sure of yourself\b|\bwish on (?:any(?:one|body)|your)\b|\bdrains? you\b|\bbad (?:winter|summer|season|spell|run)\b|\bwant(?:ed)? out\b|\bhad enough\b|\bdoubt(?:s|ed)?\b|\bthrow(?:ing)? it all in\b|\bheadaches?\b|\bskip if you could\b|\b(?:sleep|slept) that night\b",
            r"\bleast\b(?=[^.?!]*\b(?:like|enjoy|part|bit|favourite)\b)|\b(?:like|enjoy)\b[^.?!]{0,10}\bleast\b|\bout of your depth\b|\bangry\b|\bshouted at\b|\baggressive\b|\bbadly wrong\b|\bprivate life\b|\bmake you (?:stop|quit|leave|ill|sick)\b|\bmade you (?:ill|sick|cry|doubt)\b|\bloneliest\b|\blonely\b|\btoo much\b|\bmakes? (?:people|(?:\w+ ){0,2}\w+s) (?:leave|quit|give up|stop)\b|\bpeople (?:leave|quit)\b|\b(?:didn't|did not|doesn't) work out\b|\b(?:dies|died|death|grief|loss)\b|\bhand (?:it |that )?(?:over )?to (?:someone|somebody)\b|\bgladly (?:hand|give)\b|\bturned out wrong\b|\bcan't help\b|\bsunday (?:night|evening)\b|\bugly\b|\bthankless\b",
            r"\b(?:hardest|toughest|worst|lowest|darkest|saddest|most (?:difficult|stressful|tiring|frustrating|draining|challenging)|least (?:glamorous|favourite|pleasant|enjoyable|fun)|tedious|wearing|draining|gruelling|thankless|unpleasant|unglamorous)\b",
            r"\blow points?\b|\brock bottom\b|\bdown ?sides?\b|\bdrawbacks?\b|\bpitfalls?\b|\btoll\b|\bsacrific\w+|\bcost you\b|\bprice you pay\b", r"\b(?:like|enjoy|liked|enjoyed) (?:the )?least\b|\bdislike\b|\bhate\b|\bdread\b|\bput(?:s)? (?:you|people) off\b",
            r"\b(?:takes?|took) (?:it |the most |a lot |so much )?out of you\b", r"\b(?:hard|difficult|tough|rough|bad|boring|dull|awkward|ugly|tricky|dark) (?:about|thing|part|parts|side|sides|bit|bits|to (?:take|bear)|day|days|week|weeks|shift|shifts|night|patch|time|times|people|moments?|conversations?)\b",
            r"\bmistakes?\b|\bgot (?:it )?(?:badly )?wrong\b|\bgo(?:es|ne)? (?:badly |horribly |completely )?wrong\b|\bwent (?:badly|wrong|sideways)\b|\bfail(?:s|ed|ure)?\b|\bregret\w*\b",
            r"\b(?:drives?|drove) you (?:mad|crazy|up the wall|nuts|round the bend)\b|\bannoy\w*|\bfrustrat\w+|\bbores? you\b|\bboring\b|\bget(?:s|ting)? you down\b|\bgets? to you\b|\bwears? (?:you|people) (?:down|out)\b",
            r"\bworr(?:y|ies|ied)\b|\bkeeps? you (?:up|awake)\b|\bafraid\b|\bscar(?:ed|y|es)\b|\bnervous\b|\bstress\w*\b|\bpressure\b|\bburn(?:s|t|ed|ing)? ?out\b|\bexhaust\w+|\btir(?:ed|ing)\b|\boverwhelm\w*|\bcop(?:e|ed|ing)\b",
            r"\b(?:walk(?:ed|ing)? away|giv(?:e|ing|en) (?:it )?(?:all )?up|gave (?:it )?up|quit(?:ting)?|pack(?:ed|ing)? it in|jack(?:ed|ing)? it in|throw(?:n|ing)? in the towel|thought (?:of|about) (?:leaving|quitting|stopping|giving)|think(?:ing)? (?:of|about) (?:leaving|quitting|giving)|nearly (?:left|leave|quit)|close to (?:leaving|quitting|walking))\b",
            r"\blook after yourself\b|\bswitch off\b|\btake (?:it|work|that|things) home\b|\boutside (?:of )?work\b|\bhome life\b|\bwork[- ]life\b|\baffect (?:you|your)\b|\b(?:physically |mentally |emotionally )?demanding\b|\bphysical(?:ly)?\b|\bstruggl\w+|\bchalleng\w+",
            r"\bnever (?:want to )?(?:do|go through|face) (?:that |it )?again\b|\bjudg(?:e|es|ing|ement of) your\b|\btaken against\b|\bcriticis\w+|\bcomplain\w*|\bconflict\b|\bgot you through\b",
        )),
        (_FAINT, (r"\bhard\b|\bdifficult\b|\btough\b|\bheavy\b|\bsad\b|\bdanger\w*\b|\bunsafe\b|\bhandle\b|\bdeal with\b",)),
    ),
    Topic.JOY: (
        (_CLEAR, (
            r"\bgood (?:day|moment|news)\b|\bgrin\b|\bmade you (?:smile|laugh|happy|proud|glad)\b|\bout of bed\b|\bhigh points?\b|\bgood side\b|\bnever gets? old\b",
            r"\bmiss(?:ed)?\b(?=[^.?!]*\b(?:what would you|you stopped|you left|most)\b)|\bwould you miss\b|\btime (?:fly|flies)\b|\btrack of time\b|\bfor free\b|\bright place\b|\benergy\b|\bfeel useful\b|\bexcit\w+|\bstayed so long\b|\bchoose it again\b|\bgo(?:es)? right\b|\bwent right\b|\bmakes? up for\b|\bthanks has\b|\bnicest thing\b|\bgetting up for\b|\bglad (?:you|about)\b",
            r"\blook(?:s|ing)? forward to\b|\b(?:like|love|enjoy|liked|loved|enjoyed) (?:most|best|about|the most|it)\b|\bdo you (?:really |actually |still )?(?:like|enjoy|love)\b|\benjoy(?:able)?\b",
            r"\b(?:best|nicest|loveliest) (?:part|bit|thing|day|moment|side|week)\b|\b(?:what(?:'s| is| was)? )(?:the )?best\b(?! (?:training|way|route|course|time|place to))|\banything good\b|\bgood (?:stuff|things?|bits?|parts?|side|weeks?|days?|shift)\b",
            r"\bgo home (?:pleased|happy|smiling|satisfied|content)|\bproud\w*\b|\bpride\b|\bsatisf\w+|\breward\w*|\bfulfil\w+|\bmeaning(?:ful)?\b|\bworth(?:while| it)\b|\bmake(?:s)? (?:it|a day|a week)( all)? worth\b|\bbuzz\b|\bkick out of\b|\bget out of it\b|\bthrill\w*|\bsmile\b|\blaugh\b|\bhappy\b|\bhappiest\b",
            r"\bkeeps? you (?:going|at it|in (?:it|the)|there|coming|here|motivated|interested)\b|\bstay(?:ed|ing)? (?:with|in|at) it\b|\bwhy do you stay\b|\bmade you stay\b|\bfavou?rite\b|\bfun\b|\b(?:day|moment) would you live\b|\bfeels? (?:right|like the right)\b|\bmoments?\b[^.?!]{0,20}\b(?:sticks?|stays?|remember|stands? out)\b|\bpleased\b|\bdelight\w*",
        )),
        (_FAINT, (r"\bgood\b|\bglad\b|\bpleasure\b|\bmotivat\w+",)),
    ),
    Topic.FIELD: (
        (_CLEAR, (
            r"\bdone differently\b[^.?!]{0,40}\b(?:now|today|than|when you)\b|\bcompared (?:with|to) when you\b|\bshifting in\b",
            r"\bgrow(?:ing)? or shrink(?:ing)?\b|\bshrinking\b|\b(?:still|going to) be (?:\w+ )?jobs\b|\benough work\b|\bnext big (?:thing|change)\b|\baltered\b|\bpandemic\b|\bclimate\b|\beconomy\b|\bother countries\b|\bdevelopments?\b|\bmodern\b|\bbeen lost\b|\bolder (?:ones|colleagues|people)\b|\bby the time i\b|\btalking about\b(?=[^.?!]*\b(?:trade|everyone|profession|field)\b)|\bwhere the (?:profession|field|trade|industry|job) is\b|\bindustry (?:is )?struggling\b|\bthat you (?:never|didn't)(?: did)?\b(?=[^.?!]*\b(?:learn|need)\b)|\bmachines?\b(?=[^.?!]*\bone day\b)",
            rf"\b{_CHANGE}\b[^.?!]{{0,30}}\b(?:since|from when|over the|now|lately|recently|ago|before|field|trade|industry|profession|job|work)\b", rf"\b(?:how|what)(?:'s| is| has| have| are)? [^.?!]{{0,35}}\b{_CHANGE}\b(?! (?:you|your mind|about working|about being|kinds?|sorts?))",
            r"\b(?:those|the|these|of the) changes\b", r"\b(?:five|ten|fifteen|twenty|few|couple of|\d+) (?:more )?years(?:'| from now| ahead| time|\b)(?=[^.?!]*\?)|\bin (?:19|20)\d\d\b|\bfuture\b|\blong term\b|\bnext decade\b",
            r"\b(?:ai|artificial intelligence|automat\w+|robots?|chatgpt|computers? (?:do|take)|technolog\w+|software|digital)\b", r"\b(?:where|which way)(?:'s| is| are)?\b[^.?!]{0,25}\b(?:going|heading|headed|moving)\b",
            r"\bdying (?:trade|out|industry)\b|\b(?:replaced|taken over|disappear\w*|obsolete|phased out)\b|\btake over\b", r"\b(?:enough|plenty of|much|any) work (?:around|about|out there|going)\b|\bdemand\b|\bshortages?\b|\bsecure\b|\bjob security\b|\boutlook\b|\bmarket\b",
            r"\b(?:issues?|debates?|trends?|problems?) (?:in|facing|for|across) (?:the|your|this)\b|\bindustry\b|\bprofession as a whole\b|\bnew (?:things|ideas|rules|tools|methods|ways)\b|\bwhat(?:'s| is) (?:new|coming)\b|\bwill (?:someone|somebody|people|beginners|newcomers) (?:starting |coming in )?(?:today|now|next)\b",
        )),
        (_FAINT, (r"\bfield\b|\bsector\b|\btrade\b|\bnowadays\b|\bthese days\b|\bstarting (?:today|now)\b",)),
    ),
    Topic.PATH: (
        (_CLEAR, (
            r"\b(?:did|has) (?:any(?:one|body)|some(?:one|body)) (?:ever )?help(?:ed)? you (?:out|along|up|get)\b|\b(?:wind|wound|end(?:ed)?) up (?:in|as|doing)\b|\bby what (?:road|path|way|route)\b|\b(?:did|how) you (?:come to )?(?:enter|join) (?:the|this)\b|\bland(?:ed)? (?:your|you) first\b|\bhow did you get started\b",
            r"\bfalse starts?\b|\blucky break\b|\bthis (?:road|track|way)\b(?=[^.?!]*\b(?:set|put|heading|headed|always)\b)|\b(?:set|put) you on\b|\bheading this way\b|\bwinding\b|\bstepping stones?\b", r"\b(?:inspire|encourage|convince|persuade|influence)[ds]?\b[^.?!]{0,12}\byou\b|\b(?:somebody|someone|person|anyone|who|what) (?:inspire|encourage|convince|persuade)[ds]?\b|\bfall into it\b|\bplan it\b|\bchange(?:d)? your mind\b|\bmade the jump\b", r"\b(?:after|leaving|left) (?:you left )?school\b|\byour (?:past|earlier career|old job|last job|previous \w+|very first job)\b|\bwhen you were (?:young|little|a child|at school|new|younger|growing up)\b|\bto be new\b|\b(?:first got|got) interested\b|\bhear about this kind of\b|\bmove(?:d)? up\b|\bwhy this\b|\brealise this was\b|\bmoment you decided\b|\bafter you (?:trained|qualified|graduated|finished)\b|\b(?:had|have) you (?:done|tried) (?:anything|something)\b|\btry before\b|\bstopped you from starting\b|\bwhen you (?:chose|picked|decided on) this\b",
            r"\b(?:how|why) (?:did|do) (?:you|one) (?:\w+ )?(?:come to|get into|get started|start|end up|become|work your way|find your way|fall into|land|arrive|choose|pick|wind up|switch|move into)\b(?! (?:in the morning|your day|each))",
            r"\bhow come you\b|\bwhy did you\b(?! (?:stay|say|do that|tell))|\bhow you (?:got|came|ended|started|fell|became|chose|arrived|found)\b|\bstory (?:of|behind|so far)\b|\byour (?:own )?(?:path|story|journey|way in|way into|route|road|background|career|beginnings?)\b",
            r"\b(?:get|got|go|went) from (?:there|that) to\b|\bfrom there to (?:here|this|\w+ing)\b|\b(?:drew|led|brought|attracted|pulled|took|pushed|got|steered|tempted) you\b(?! (?:through|down|up|out|to laugh))|\binterested (?:you|in it)\b|\banother direction\b|\bchanged? (?:direction|course|careers?)\b|\bmade you (?:choose|pick|become|want to|go into|switch|change|leave your)\b",
            rf"\b(?:when|how) you (?:first )?{_BEGAN}\b|\bhow it (?:all )?(?:began|started)\b|\b(?:your|the|that|those) first (?:day|days|week|weeks|month|months|year|years|winter|season|job|few \w+)\b|\bwhen did (?:you|it|that)\b|\bstarting out\b(?=[^.?!]*\b(?:remember|recall|like|feel)\b)",
            r"\bhow long did it take (?:you|until|before|to feel)\b|\bfelt you belonged\b|\bturning points?\b|\balways (?:the plan|want|know|going to)\b|\bwant(?:ed)? to be when\b|\bone (?:job|thing|role) (?:lead|led) to\b|\bunfold\w*\b|\bstraight line\b|\b(?:were|was) you (?:doing )?before\b|\bwhat (?:did|were) you\b[^.?!]{0,25}\bbefore\b",
            r"\b(?:another|other|different) (?:job|career|path|thing|line)s? (?:of work )?(?:that )?you (?:\w+ )?(?:thought|considered|wanted|looked)|\bdid you ever (?:consider|think of|want)\b|\bdecisions? (?:that )?(?:brought|led|got) you\b|\bwhere you are (?:now|today)\b",
        )),
        (_FAINT, (r"\b(?:early|beginning|origin\w*|grew up|school days)\b|\bsurpris\w+\b[^.?!]{0,30}\b(?:started|began|first)\b",)),
    ),
    Topic.ENTRY: (
        (_CLEAR, (
            r"\bwhere (?:one|you|people|someone|somebody|i) (?:trains?|studi(?:es|ed)|study)\b|\bmatters? where\b",
            r"\bemployers (?:want|look|expect|like|see)\b|\bwhat do employers\b|\b(?:marks|grades|scores)\b|\bvolunteer\w*\b|\bpapers\b|\bselection\b|\b(?:trainees|graduates|apprentices|beginners|new people|colleagues)\b[^.?!]{0,20}\b(?:chosen|find you|start|come into|get wrong|selected|got)\b|\bexpect from (?:a )?(?:new|graduate|beginner|trainee)\b|\bperson you took on\b|\bget the job\b|\binterviews?\b(?=[^.?!]*\bwrong\b)|\bimpressed you\b",
            r"\bknown (?:when|before) you (?:started|began|trained|signed|applied)\b", r"\bwish\b[^.?!]{0,20}\bknown (?:when|before)\b", r"\bways? in(?:to)?\b(?<!your way in)|\broutes? in(?:to)?\b|\bget(?:ting)? (?:in\b(?! the morning)|into (?:it|this|the (?:trade|job|field|profession|industry)|\w+ing))\b(?<!you get into it)(?! touch)(?<!be getting in)(?<!were getting in)|\bfoot in the door\b",
            r"\bqualif(?:y|ied|ications?)\b|\b(?:degrees?|diplomas?|licen[cs]es?|certificates?|registration|apprenticeships?|cadetships?|traineeships?|internships?|university|polytech|courses?)\b(?=[^.?!]*\?)(?<!of course)|\bentry[- ]level\b",
            r"\b(?:older|late|mature) (?:beginners?|starters?|students?|entrants?)\b|\blater in life\b|\bcareer[- ]changers?\b|\bcome to it (?:late|later|from)\b", r"\b(?:look|looking) for (?:in|from|when)\b|\bwant to see (?:in|from)\b|\bstand out\b|\bget(?:s)? (?:someone|somebody|people|you|a person) (?:hired|a job|the job|in)\b|\bhir(?:e|ed|ing)\b|\btak(?:e|en|ing) (?:someone |people |them |new people )?on\b|\bapplicat\w+|\bapply(?:ing)?\b|\brecruit\w*|\bwants? to start\b",
            r"(?<!that )(?<!your )(?<!the )\bfirst job\b|\bhow (?:do|does|would|can|could) (?:people|someone|somebody|a person|you|most|they) (?:usually |normally |typically |get )?(?:start|get in|get started|train|become|qualify|enter)\b(?! in the morning)|\bhow long (?:does|is|do)\b[^.?!]{0,20}\b(?:training|course|degree|apprenticeship|qualify|study)\b|\btraining\b|\bsubjects? (?:should|do|would)\b|\bstraight to work\b|\bstudy first\b",
        )),
        (_FAINT, (r"\bstudy\b|\bexams?\b|\bschool\b|\btrain(?:ed)?\b|\bnewcomers?\b|\bgraduates?\b|\bget there\b",)),
    ),
    Topic.SKILL: (
        (_CLEAR, (
            r"\breach for\b[^.?!]{0,20}\bevery day\b|\bdo(?:n't| not) teach\b",
            r"\bget the hang of\b|\bthe trick\b|\bunderrated\b|\babilities\b|\bability\b|\bread people\b|\bstay calm\b|\bkeep(?:ing)? your (?:knowledge|skills?) up\b|\b(?:experienced|expert|old hand)\b[^.?!]{0,25}\b(?:see|sees|notice|notices|know|knows|does|do)\b|\bhands or head\b|\btechnical (?:things|stuff|knowledge)\b|\btrain your (?:eye|ear|hand)\b|\bexplain (?:difficult|hard|complicated)\b|\b(?:know|tell) when (?:something|things|it)\b[^.?!]{0,15}\b(?:right|wrong|off|amiss)\b|\b(?:can you|do you) (?:do|know) now\b|\bknow now that\b|\bin a classroom\b|\bcan't (?:you )?learn\b",
            r"\bskills?\b|\bgood (?:at|with)\b|\bbetter at\b|\bbad at\b|\bstrengths?\b|\btalents?\b|\bknack\b|\bqualit(?:y|ies)\b", r"\b(?:nobody|no one|no-one|schools?|courses?|lectures?|books?) (?:talked|taught|teach(?:es)?|told|mentions?|tells|can't)\b|\blearn(?:ed|t)? from a (?:book|course)\b|\bcan't be (?:taught|learn\w+)\b",
            r"\b(?:what|which) (?:\w+ )?(?:makes?|separates?|sets?|distinguishes|marks?) (?:a|an|somebody|someone|the|people|good|out)\b|\b(?:sort|kind|type) of (?:person|people|mind|character|temperament)\b|\bpersonalit(?:y|ies)\b|\bwhat does it take\b|\bneed to (?:be|know|have|learn)\b|\bhave to (?:be|know|learn)\b(?=[^.?!]*\b(?:good|able|never)\b)",
            r"\bmaths?\b|\b(?:un)?learn(?:t|ed)?\b(?= ?(?:that|it|this|on the job|how|\?|to))|\bbuil[dt] (?:that|it|this) up\b|\bpick (?:that|it|this|them) up\b|\bhow did you (?:learn|get good|get better)|\bfind yourself using\b|\bpractis\w+\b|\bcan do now\b|\bdo(?:es)? well in (?:this|it)\b|\bteach(?:es)? you\b|\btaught you\b",
        )),
        (_FAINT, (r"\blearn\w*\b|\bteach\b|\bknow how\b|\btrick\b|\bcraft\b|\btell (?:when|which|whether|that)\b",)),
    ),
    Topic.ORG: (
        (_CLEAR, (
            r"\bwho (?:else )?(?:governs|has a hand in)\b|\b(?:the|your) crew (?:like|is)\b|\bcrew like\b|\bwho do you turn to\b|\bto whom do you turn\b",
            r"\bwho (?:gets to|can|may) (?:say|decide|choose)\b|\b(?:somebody|someone|people|person|anyone) (?:who's |who is |who are )?new\b|\bslip-ups?\b(?=[^.?!]*\b(?:treated|handled|dealt|taken)\b)|\bpeople above you\b|\bpecking order\b|\bshared out\b",
            r"\b(?:check|checks|signs?) (?:off )?(?:your|the) work\b|\bwho (?:checks|signs)\b|\bfreedom\b|\bfree are you\b|\bhow much say\b|\bmood\b|\bself[- ]employed\b|\bon staff\b|\bpublic (?:sector|service)\b|\bprivate (?:firm|sector|company)\b|\bworking for (?:a|the) (?:council|government|state|hospital|small|big|large|private)\b|\bgets? listened to\b|\bfriendly\b|\bargue about\b|\btreat each other\b|\bgood employer\b|\bsupported\b|\b(?:types?|kinds?|sorts?) of (?:workplace|place)s?\b|\bmistakes (?:are )?dealt with\b|\bmoney (?:get|gets|is) (?:decided|spent)\b|\bhow big is\b|\bdifferent about a (?:small|big|large)\b|\bdepartments\b",
            r"\bdecisions? (?:get |are |is |gets )?(?:made|taken)\b|\bwho (?:decides|runs|makes the|has the|calls the|is in charge)\b|\bfinal say\b|\bhierarch\w+\b|\bwho do you (?:report|answer) to\b", r"\b(?:boss|bosses|principal|manager|managers|management|head of department|director|owner|supervisor) (?:like|who|decides|wants|to work)\b|\byour (?:boss|manager|team|company|workplace|colleagues|firm|crew)\b",
            r"\bstaff ?room\b|\bculture\b|\batmosphere\b|\bhow is (?:it|the (?:\w+)) (?:run|organised|set up)\b|\bset up\b|\b(?:new(?:comers| people| ones| starters?| staff)|juniors?|junior people|beginners|graduates)\b[^.?!]{0,25}\b(?:treated|welcomed|looked after|get on|supported)\b|\b(?:treat|look after|welcome|support)s? (?:its |their |the )?(?:new\w*|juniors?|people|staff|graduates|beginners)\b|\btreated\b|\bwelcomed\b",
            r"\bget (?:on|along)\b(?! with (?:it|the (?:job|work))|\w)|\b(?:big|small|large|bigger|smaller) (?:places?|firms?|companies|teams?|employers?|schools?|practices?)\b|\bsomewhere (?:small|big|large|smaller|bigger)\b|\b(?:kinds?|sorts?|types?) of (?:places?|employers?|firms?|companies|organisations)\b|\bplaces employ\b|\b(?:when|if) (?:people|two|you|they)\b[^.?!]{0,20}\b(?:disagree|argue|fall out)\b|\bdisagree\w*\b|\bthe union\b|\bonly just started (?:there|here)\b|\bthe (?:place|team|office|company) (?:you work|like)\b",
        )),
        (_FAINT, (r"\bteam\b|\bboss\b|\bmanager\b|\bcolleagues?\b|\bcompany\b|\bthe place\b|\bworkplace\b|\bwhere you work\b|\bpolitics\b",)),
    ),
    Topic.WORK: (
        (_CLEAR, (
            r"\b(?:last|one|an?) (?:full |whole |actual |real |busy )+(?:day|shift|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\bone day that\b|\b(?:saturday|sunday|monday|tuesday|friday) (?:in|at|on) (?:the|a|your)\b|\bwhat(?:'s| is) your work\b|^\W*hours\W*$|\bstart of a morning\b|\bout the door\b",
            r"\b(?:come|comes) in,? and\b|\bconsist of\b|\binvolved? (?:in|day)\b|\bstep by step\b|\b(?:see|notice)\b[^.?!]{0,20}\b(?:shadow\w*|followed|watched)\b|\bnobody (?:ever )?sees\b|\bnever see (?:you|us)\b|\bcarry (?:with you|around|every day)\b|\bnights? or weekends?\b|\bjuggle\b|\b(?:in|out)doors?\b|\binside or outside\b|\bwho reads\b|\bjob is (?:done|finished)\b|\byour mornings?\b|\bin winter\b|\bin summer\b|\bfirst thing you (?:do|check|look at)\b|\bwhen you get in\b|\bgo,? from your side\b|\bmisunderstand\b|\binterrupts?\b|\bgoing on in your head while\b|\bup to at the moment\b",
            r"\b(?:do|does|did|spend|fills?|happens?|doing) (?:all|most of|on|in|with|every) (?:a |an |your |the )?(?:\w+ )?(?:day|week|shift|morning|time|days|hours)\b|\b(?:normal|typical|ordinary|average|usual|regular|recent|busy) (?:\w+ )?(?:day|week|shift|month|morning|patch|project|spell|season|time)\b",
            r"\b(?:last|this|a|an|your|one of your|the|each|next) (?:\w+ )?(?:day|days|week|shift|shifts|morning|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|year) (?:look|looks|go|goes|like|on|roughly|day|begin|begins|start|starts)\b|\bday[- ]to[- ]day\b|\bday by day\b|\bday (?:start|begin|end|go)\b|\brhythm\b|\bmoment you (?:arrive|get in|walk in)\b|\bget started in the morning\b",
            r"\bworking on\b|\bin the middle of\b|\bon your (?:plate|desk|list)\b|\btools?\b|\b(?:what|which) hours\b|\bhours (?:do|are|like)\b|\bpaperwork\b|\bat a desk\b|\bon the ground\b|\bdescribe (?:the|your) (?:work|job)\b|\bwhat(?:'s| is| does) (?:it|the (?:job|work)|being an?)\b[^.?!]{0,30}\b(?:like|involve|look like|mean)\b",
            r"\b(?:tak(?:e|es)|eats?) (?:up )?(?:most|more|longer|a lot)\b|\bsplit your time\b|\bwhere does (?:the|your) time go\b|\bmost of (?:a|your|the) (?:\w+ )?(?:day|week|time|hours)\b|\bdeadlines?\b|\btasks?\b|\bfrom start to finish\b|\bfollowed you\b|\bwalk me through\b|\btake me through\b|\bhow (?:do|would) you (?:decide|choose|plan|go about|work out|judge|set about|tackle|approach|organise|prepare|keep|make|get)\b(?! (?:to (?:become|be)|going|up with|good|better|over|past))",
        )),
        (_FAINT, (r"\bwhat(?:'s| is| are) (?:\w+ ){1,4}like\W*$|\bwhat do you (?:actually |really )?do\b|\bday\b|\bweek\b|\bmorning\b|\bshift\b|\bproject\b|\bhow much of\b|\bmeetings?\b|\bclients?\b|\bcustomers?\b",)),
    ),
    Topic.LINKS: (
        (_CLEAR, (
            r"\b(?:sorts?|manner|kinds?|types?) of (?:people|persons|folk|person)\b[^.?!]{0,70}\b(?:hear from|listen to|enlighten|talk to|learn from|look for|ask)\b|\bwho else\b[^.?!]{0,30}\b(?:listen to|hear from|learn from)\b",
            r"\bwho (?:sees|would|might|could|can)\b[^.?!]{0,25}\b(?:differently|disagree|another side|different side|tell me)\b",
            r"\b(?:suggest|recommend|know|think of) (?:some(?:one|body)|anyone|anybody|a person|people)\b|\bsend me to\b|\bnext door to\b|\bevents?\b|\bopen days?\b|\bclubs?\b|\bneighbouring\b|\bin this work meet\b|\bpeople (?:in this|like you)\b[^.?!]{0,15}\bmeet\b|\bfollow or meet\b|\b(?:could|can) hear from\b|\bdifferent (?:picture|background)\b",
            r"\bwho else\b|\banyone else\b|\bsome(?:one|body) else\b|\b(?:some(?:one|body)|anyone|anybody|people|person|others)\b[^.?!]{0,30}\bi (?:could|can|should|might) (?:talk|speak|chat|meet|have|contact|ask|ring|visit)\b|\b(?:talk|speak|chat) to (?:next|as well|instead)\b",
            r"\b(?:group|club|network|meet-?up|association|branch|place|community)s?\b[^.?!]{0,25}\b(?:meet|like you|join|together|students)\b|\bget together\b|\bpoint me (?:to|towards|at)\b|\bput me in touch\b|\bintroduc\w+ me\b|\b(?:different|other|another) (?:view|side|angle|perspective)\b|\bwilling to (?:talk|chat|speak)\b|\bhave a (?:yarn|chat|word|coffee) with\b",
        )),
        (_FAINT, (r"\bmeet\b|\bcontacts?\b",)),
    ),
}  # fmt: skip
_COMPILED = {topic: tuple((weight, tuple(any_of(phrase) for phrase in phrases)) for weight, phrases in groups) for topic, groups in _PHRASES.items()}
_HINT = 2.7
"""One word of the question in a fact is chance; with another, or a related one, it is a hint."""


@lru_cache(maxsize=2048)
def find_question_topic(question: str) -> Topic | None:
    """The topic that the words of a question name, None where they name none; of equals the one that comes first in the table."""
    low = plain(question)
    scores = {
        topic: sum(weight * sum(pattern.search(low) is not None for pattern in patterns) for weight, patterns in groups) for topic, groups in _COMPILED.items()
    }
    voted = find_topic(question)
    if voted is not None:
        scores[voted] += _VOTE + (1 if voted is not Topic.WORK and max(scores.values()) < _CLEAR else 0)
    best = max(scores, key=lambda topic: scores[topic])
    return best if scores[best] >= 2 else None


def guess_topic(question: str, sheet: FactSheet) -> Topic | None:
    """The topic of those facts of the sheet that share most words with the question, None where nearly none are shared."""
    keywords = find_keywords(question)
    best = max(sheet.facts, key=lambda fact: score_fit(fact.text, keywords))
    return best.topic if score_fit(best.text, keywords) >= _HINT else None
