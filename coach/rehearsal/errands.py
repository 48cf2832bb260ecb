"""What learners bring up beside questions about the work: jobs and CVs, contacts, private matters, pay, other subjects, time and notes."""

from __future__ import annotations

import re

from coach.manner.boundaries import find_personal
from coach.manner.courtesy import is_farewell
from coach.manner.questions import is_job_request, is_referral_ask
from coach.manner.wording import any_of, plain, split_sentences

_JOB_TOO = any_of(
    r"\b(?:do|does|could|would|might) (?:(?:your|ur|the) \w+|you|u|ye)(?: ever)? (?:need|use|want|take on|take) (?:an? |any |some |more |extra |another )*(?:\w+ )?(?:girl|boy|lad|helper|helpers|hands?|junior|apprentice|trainee|intern|staff|dogsbody|temp|assistant)\s*(?:\?|$)",
    r"\b(?:i|i'd|i'll|i could|i would|me)\b[^.?!]{0,40}\b(?:cost (?:you|u|them) nothing|(?:work|come|come in|help|help out|sweep|start|sweep up|turn up|muck in)\b[^.?!]{0,20}\bfor (?:free|nothing))\b|\bempty (?:desk|chair|seat|bench|spot)\b[^.?!]{0,40}\b(?:get|sit|mine|me|fill)\b",
    r"\b(?:your|the) (?:team|company|firm|place|office|school|hospital|boss|studio|shop|crew)(?:'s| is| are)?(?: currently| still| ever)? (?:recruiting|hiring|taking (?:on|people)|looking for (?:people|staff|someone|graduates))\b", r"\b(?:be|act as|give me) (?:an? |my )?(?:reference|referee|recommendation)\b|\brecommendation letter\b|\byou owe me\b",
    r"\b(?:get|give|find|land|offer|wangle|organise|arrange) me (?:an? |the |some |any |on |in )?(?:job|interview|start|position|trial|work|place|shot|placement|chance|foot|internship|in)\b|(?<!\bbe )(?<!\bis )(?<!\bthis )\b(?:something|a job|anything|work|an opening|a position|a spot|a place) for me\b(?=[^?]*)(?! to (?:do first|read|try|look|learn))|\byou(?:'d| would| might|'ll|'ve| have|'ve got) (?:have |got |find )?(?:something|a job|a place|work) for me\b",
    r"\b(?:does|do|would|will|is) (?:your|the) (?:company|firm|team|place|office|school|hospital|boss|studio|shop|business|crew|employer)\b[^.?!]{0,25}\b(?:tak(?:e|ing)|hir(?:e|ing)|recruit(?:ing)?|need(?:ing)?|look(?:ing)? for|have (?:any )?(?:openings|vacancies|room|jobs))\b|\bare there (?:any )?(?:jobs|openings|vacancies|positions|roles) (?:going |open |free |available )?(?:here|there|at|with|where you)\b|\bcould you (?:hire|employ) me\b|\bi(?:'d| would) (?:work|do anything) for (?:free|nothing|you)\b",
    r"\bhelp me (?:get|find|land) (?:a|the|my|some) (?:job|position|role|placement|internship|work)\b|\bany (?:jobs?|vacanc\w+|openings?) (?:going|at|with|there|here)\b|\brecommend me (?:to|for)\b|\bput in a (?:good )?word\b",
)  # fmt: skip
_INSISTS = any_of(
    r"\bis that (?:an? )?(?:yes|no|maybe|definite)\b|\b(?:please|pretty please|come on|go on|oh go|why not|are you sure|just this once|just one|i'm serious|think about it|at least|you could|can't you|won't you|not even)\b"
)
_JOB_DEMAND = any_of(
    r"\b(?:just|come on|look|straight with you|listen)\b[^.?!]{0,40}\b(?:give|get|hire|job|interview)\b|^\W*(?:give|get|hire|find) me\b|\bi want (?:a|the|this|your) job\b|\byou(?:'re| are) the (?:boss|manager|owner)\b"
)
_CV = any_of(
    r"\b(?:cv|c\.v\.|resume|résumé|curriculum vitae|portfolio|cover letter|linkedin|application)\b[^.?!]{0,40}\b(?:send|give|look|pass|share|show|attach|email|leave|here|phone|with me|have it|read|see|glance|forward|hand|keep|print\w*|copy)\b|\b(?:send|give|look at|look over|pass|share|show|attach|email|leave|read|check|brought|bring|hand|take|have|forward|flick|drop)\b[^.?!]{0,25}\b(?:my|a copy of my|the) (?:\w+ )?(?:cv|c\.v\.|resume|résumé|portfolio|cover letter|linkedin)\b"
)
_CONTACT_OTHER = any_of(
    r"\b(?:their|his|her|boss's|manager's|your boss's|colleague's|hr's|recruiter's|owner's|director's)\b[^.?!]{0,20}\b(?:email|e-mail|phone|number|contact|details|address|mobile|extension)\b|\bwho(?:'s| is) your (?:boss|manager|recruiter|head of hr|supervisor)\b(?=.*\b(?:email|number|contact|ask them|details|write|name)\b)|\bwho(?:'s| is) (?:in charge of|doing the) (?:hiring|recruit\w+)|\b(?:put|connect) me (?:through|in touch|up) (?:to|with) (?:your|the) (?:boss|manager|recruiter|hr|owner|director)\b"
)
_CONTACT_OWN = any_of(
    r"\byour (?:own |personal |private |direct |home |work |mobile |cell |phone )*(?:number|phone|email|e-mail|mobile|cell|whatsapp|instagram|insta|facebook|snapchat|home address|address|contact details)\b|\b(?:can|could|may|might|shall) i (?:just |maybe |also |please )*(?:call|ring|phone|text|whatsapp|message|facetime|dm|add) you\b|\bi(?:'ll| could| can| will|'d) (?:just )?(?:ring|call|phone|text|message|dm) you\b|\bwhere do you live\b|\badd you on\b|\bwhat(?:'s| is) your (?:number|email)\b"
)
_PEOPLE = re.compile(
    r"\b(?:is there|are there|do you know|would you know|know of|could you (?:name|suggest|recommend|point|think of)|can you (?:name|suggest|recommend|point|think of)|who else|who (?:might|could|would)|any ?(?:one|body)(?: else)?|some ?(?:one|body) else|other people)\b[^.?!]{0,50}\b(?:tell me|talk (?:to|with)|speak (?:to|with)|chat (?:to|with)|show me|worth (?:talking|meeting|asking)|i (?:could|can|should|might) (?:talk|speak|chat|meet|ask|ring|contact|write)|willing to|meet|get in touch)\b"
)
_WAY_FOR = re.compile(r"\b(?:way|ways|route|chance|hope|room|door)s? (?:\w+ )?for (?:some|any)(?:one|body)\b")
_HOW_PEOPLE = re.compile(r"\W*(?:and |so |but )?(?:how|why) (?:do|does|did|are|is|would) (?:the |your |other )?(?:people|others|colleagues)\b")
_USE_NAME = any_of(
    r"\b(?:use|mention|give|drop|say|quote) (?:them |out )?your name\b|\b(?:mention|(?<!you )say|tell \w+)(?: (?!when\b|you\b)\w+){0,3} (?:that )?(?:you (?:sent|suggested|recommended|told|said|pointed|mentioned|put)|it was you|we(?:'ve| have)? (?:spoke|talked|met|spoken)|i(?:'ve| have)? (?:spoke|talked|spoken|met)|it came from you|i got (?:it|this) from you)\b|\bmention you\b|\bin your name\b|\bsay you (?:sent|suggested)\b"
)
_NEXT_STEP = any_of(
    r"\b(?:can|could|may|might|would it be (?:all right|alright|ok|okay|possible|fine) (?:if|for me|to)|is it (?:ok|okay|possible|all right)|would you mind if)\b[^.?!]{0,15}\b(?:i |to |me to )?(?:come (?:back|and (?:see|watch|visit|look|spend))|shadow(?:ed)?|visit(?:ed)?|spend (?:a|an|half a) (?:day|morning|hour)|see you again|e?-?mail(?:ed)?|wr(?:i|o)te to you|write again|get back to you|follow(?:ed)? up|stay in touch|keep in touch|sit in|tag along|send you (?:a|one|an?other|my) (?:note|line|question|update|thank)|let you know|drop(?:ped|ping)? you a (?:line|note)|ring you|call back)\b"
)
_REACH = any_of(
    r"\b(?:best|good|right|easiest) way\b[^.?!]{0,12}\b(?:let you know|tell you how|reach you|keep you posted|get back to you|thank you)\b|\bhow (?:can|could|may|should|do) i (?:best )?(?:let you know|reach you|keep you posted|get back to you)\b"
)
_PUBLIC_PAY = any_of(r"\b(?:earn|earns|earning|earnings|salary|salaries|pay|pays|paid|wages?|income|money|make a living)\b")
_MAKES = any_of(
    r"\bofficial figure\b|\bhow much do (?:they|people|beginners|apprentices|newcomers|graduates|\w+s) get\b",
    r"\b(?:how much|what) (?:does|do|would|could|might|can|did|will) (?!you\b)[^.?!]{2,40}\b(?:make|get paid|bring in|take home|start on|come out with)\b(?! (?:of|it|a decision|sure|sense|them|you|up|out))",
)
_EARNING = re.compile(r"\b(?:earn\w*|salar\w+|wages?|how much|per (?:hour|year)|an hour|a year|make a living|well paid|pay (?:like|good|rise)|the pay)\b")
_MONEY_WORD = re.compile(r"\b(?:money|income|pay|paid)\b")
_NOT_PAY = any_of(
    r"\byour own (?:money|pocket|purse)\b|\b(?:buy|bought|spend|cost)\b[^.?!]{0,40}\bmoney\b|\bpay(?:s|ing)? attention\b|\bpays? off\b|\b(?:worth|saves?|raise|raising|public|council|grant) (?:the )?money\b|\bmoney (?:comes|goes|is spent)\b|\bwho pays (?:for|the)\b|\bpay ?back\b|\bpay for\b|\bpaid for\b|\b(?:pay(?:s|ing)?|paid|spend(?:ing)?) (?:\w+ )?(?:money|fees) for\b|\bpaying for\b|\b(?:first|any|other|earlier) paid (?:work|job|role|position|gig)s?\b|\bwith or without pay\b|\bwithout pay\b|\bpays? (?:off|attention)\b|\bpaid (?:them |it |him |her )?off\b|\bprice\b|\bearn (?:their|your|my|the|his|her) (?:trust|respect|confidence|stripes|keep)\b"
)
_PRIVATE_TOO = any_of(
    r"\bhow much (?:do|did|would) (?:you|u) get\W*$|\bwhat do you get\W*$(?<!you get out)|^\W*(?:and |so |are )*(?:you|u|ye) (?:seeing (?:any|some)(?:one|body)|married|single|taken|attached)\W*$|\b(?:what|which) (?:street|suburb|road|neighbou?rhood) (?:do|are) (?:you|u|ye)\b(?: live| in)?(?! (?:working|working in|dealing))|\b(?:do )?(?:you|u) (?:believe in|pray to) (?:god|jesus|allah|heaven)\b|\bare you (?:religious|a believer|saved)\b|\b(?:d'?you|do you|you|did you) (?:vote|voted)\b(?=[^.?!]*\?)",
    r"\b(?:which|what) (?:church|temple|mosque|party)\b[^.?!]{0,15}\byou\b|\b(?:what|how much) did you pay for your\b|\bwhat are you,? (?:about |like )?(?:twenty|thirty|forty|fifty|sixty|\d\d)\b|\b(?:been arrested|criminal record|been in prison)\b|\bdo you have a (?:boyfriend|girlfriend|partner|tattoo)\b",
    r"\b(?:your|you'?ve got|have you got|do you have) (?:a |any )?(?:wife|husband|kids|children|boyfriend|girlfriend)\b(?=[^.?!]*\?)|\bare you (?:in|out of) (?:a relationship|love)\b|\bdo you take (?:anything|something|pills|medication) (?:for|to)\b|\bhow(?:'s| is) your (?:health|marriage|love life)\b|\bwhat(?:'s| is) your (?:star sign|sexuality|gender|weight)\b|\bdo you (?:drink|smoke|do drugs|date)\b|\b(?:what|which) (?:gender|race|ethnicity|religion) are you\b|\bare you (?:a )?(?:man|woman|male|female|boy|girl)\b\s*[?,]|\bhow much (?:did|is|was) your (?:house|car|mortgage)|\bwhere do you live\b|\bwhat (?:are|were) your parents\b|\bwhat do your parents\b",
)  # fmt: skip
_RELATIVES = any_of(
    r"\b(?:any(?:one|body)(?: else)? in your family|your (?:family|father|mother|dad|mum|mom|parents|grandparents|brother|sister|siblings|relatives|cousin|uncle|aunt))\b(?=[^.?!]*\?)"
)
_PRESSED = any_of(
    r"\b(?:roughly|ballpark|approximately|more or less|just a (?:rough|range)|give or take|over|under|above|below|at least|a hint|round(?:ed)?|go on|come on|oh go|just between us|i won't tell|secret|over or under|thousand|\d+ ?k|six figures|more than)\b"
)
_KINDS = (
    ("pay", r"\b(?:earn|salary|wages?|pay|paid|income|make a year|take home|bonus|mortgage|rent|rich|money|thousand|figures|on a year)\b"),
    ("age", r"\b(?:old|age|born|birthday)\b"),
    (
        "family",
        r"\b(?:kids?|child|children|baby|babies|pregnant|wife|husband|married|single|divorced|partner|boyfriend|girlfriend|dating|relationship|family|gay|straight)\b",
    ),
    ("health", r"\b(?:health|healthy|ill|sick|disab\w+|depress\w+|anxiety|medication|pills|therapy|diagnos\w+|take anything|weigh|drink)\b"),
    ("faith", r"\b(?:religio\w+|church|god|pray|faith|christian|muslim|believe)\b"),
    ("politics", r"\b(?:vot\w+|party|left|right|politic\w+|labour|national|greens?)\b"),
)
_OFF: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("vote", any_of(r"\b(?:who|whom|which party|what party) (?:should|would|do|will) (?:i|we|people|you) (?:\w+ )?vote\b|\bshould i vote\b|\bwho(?:'s| is| will) (?:going to )?win the (?:next )?election\b|\bwhat do you think (?:of|about) (?:the (?:government|prime minister|president|election|opposition)|labour|national|trump|politics)\b|\bbest (?:political )?party\b")),
    ("homework", any_of(r"\bteach me (?:to )?(?:\w+ )?(?:division|multiplication|maths?|algebra|fractions|french|spanish|german|english|guitar|piano|chess|code|coding|cook|drive|sing|swim)\b|\b(?:my|this|the) (?:\w+ )?(?:homework|assignment|essay|coursework|quiz|exam paper|worksheet)\b(?=[^.]*(?:\?|\.|\bdo\b|\bwrite\b|\bhelp\b|\banswer\b|\bexplain\b|\bfinish\b))|\b(?:write|do|draft|compose) (?:me )?(?:an? |my |the |some )?(?:\w+ )?(?:essay|homework|assignment|report|article|speech|cover letter|paragraphs?|summary|email|blog|review|paper|thesis)\b(?=[^?]*(?:for me|about|on|in \w+ (?:paragraphs|words|pages)|with headings|[.?]))(?<!you write)(?<!you do)|\b(?:in|with) (?:\w+ )?(?:three|two|four|five|\d) paragraphs\b|\bexplain [^.?!]{2,40} (?:in|with) (?:\w+ )?(?:paragraphs|headings|bullet points|\d+ words|simple terms for my)|\bsolve (?:this|the|for)\b")),
    ("code", any_of(r"\b(?:write|give|make|create|code|generate|build)(?: me)? (?:an? |some |the )?(?:\w+ ){0,3}(?:macro|script|program|function|formula|code|regex|query|website|app|spreadsheet|html|python|javascript)\b(?=[^?]*\b(?:that|to|for|which|in)\b|\W*$)(?<!you write)(?<!you make)")),
    ("weather", any_of(r"\bweather\b[^.?!]{0,30}\b(?:going to be|be like|will be|on (?:sat|sun|mon|tues|wednes|thurs|fri)\w*|tomorrow|this weekend|today|forecast)\b|\b(?:going to|will it) rain\b|\bweather forecast\b")),
    ("joke", any_of(r"\btell (?:me|us) a (?:joke|story about a|bedtime|riddle|fairy)\b|\b(?:sing|rap|dance)\b(?=[^.?!]*\b(?:for me|me a|something|song)\b)|\bwrite (?:me )?(?:an? )?(?:\w+ )?(?:poem|song|story|haiku|limerick|rap)\b|\bknock knock\b|\bplay (?:a game|chess|hangman|twenty questions)\b|\bhoroscope\b|\bstar sign\b")),
    ("any", any_of(r"\bwhat(?:'s| is) (?:the (?:answer to|square root|capital of|derivative)|\d+ ?(?:times|plus|x|\*|\+|divided))\b|\b(?:translate|convert) [^.?!]{2,40} (?:into|to) \w+\b|\brecommend (?:me )?(?:an? |some )?(?:\w+ )?(?:restaurants?|bars?|films?|movies?|hotels?|songs?|pubs?|caf[eé]s?|recipes?|holiday|plumber|dentist|phone|laptop|car)\b|\bstains?\b(?=[^.?!]*\bcarpet)|\brecipe for\b|\b(?:which|what) (?:shares?|stocks?|crypto|bitcoin|phone|laptop|car) (?:should|do you think) i\b|\bbitcoin\b|\bmeaning of life\b|\bwho (?:invented|discovered|won the (?:war|world cup in))\b|\bwhat(?:'s| is) your favou?rite (?:colour|color|food|movie|film|animal|band|song|book|holiday|pizza)\b|\bare aliens\b|\bdo you believe in (?:ghosts|aliens|astrology|ufos)\b|\bhow do i (?:fix|repair|cook|get over|ask (?:him|her) out|lose weight)\b|\b(?:book|order|buy) me\b|\bwhat time is it in\b")),
)  # fmt: skip
_SMALL = any_of(
    r"\b(?:who|what)\b[^.?!]{0,30}\b(?:win|won|score|winning|beat)\b[^.?!]{0,25}\b(?:rugby|match|game|cup|final|league|cricket|football|netball|all blacks|black ferns|warriors|test|race|series)\b|\b(?:rugby|cricket|football|netball|all blacks|warriors|match|game|footy)\b[^.?!]{0,25}\b(?:win|won|score|last night|on the weekend|at the weekend)\b|\bdid you (?:see|watch|catch) the (?:\w+ )?(?:game|match|rugby|footy|cricket|final|news|show)\b|\bhow was your weekend\b|\bany plans for (?:the weekend|tonight|christmas|summer)\b|\b(?:lovely|nice|awful|terrible|horrible) (?:weather|day)(?: today| out| outside)?\b(?=[^.?!]{0,20}(?:[.?!]|$))|\bdo you like (?:pizza|dogs|cats|coffee|music|football|rugby)\b|\bwhat do you do (?:in|with|for) (?:your )?(?:spare time|free time|fun|weekends|leisure)\b|\bhobb(?:y|ies)\b",
)  # fmt: skip
_HOW_ARE_YOU = any_of(
    r"\bhow(?:'s| is| are)(?: (?:you|it|things|everything|your (?:day|morning|week|afternoon)))(?: \w+){0,3}\s*\?|\bhow do you do\b|\bare you well\b|\byou (?:all right|alright|ok|okay|well)\?"
)
_WELCOME = any_of(
    r"\b(?:can|may|could|might|is it (?:ok|okay|all right|alright|fine) (?:if|for me to)|do you mind if) (?:i )?ask(?: you)? (?:another|one more|a (?:few|couple|quick|different)|something|one|a question)(?: more)?(?: one| thing| questions?| of questions)?\s*\?",
    r"\bwould you (?:rather|prefer)(?: it if| that)? (?:i|we|not)\b|\b(?:shall|should) (?:i|we) (?:stop|leave (?:it|that)|move on|drop it|change the subject)\b|\bis (?:that|this|it) (?:ok|okay|all right|alright|too (?:much|personal|close)) (?:to (?:talk|speak|ask) about|for you)\b"
    r"|\bdo you mind talking about\b|\bare you (?:ok|okay|all right|comfortable) (?:with|to talk|talking)\b|\bam i (?:prying|being nosy|asking too much|going too far)\b|\btell me (?:if|when) (?:i'm|it's|that's) too\b",
)
_TIME = any_of(
    r"\bhow (?:much time|are we (?:doing )?for time|long (?:do we|have we|is left|'s left)|many minutes)\b|\bhow(?:'s| is) (?:our|the) time\b|\bwhat(?:'s| is) the time\b(?! (?:pressure|like|frame))|\bwhat time is it\b|\b(?:are we|is our time|is the time|is it) (?:nearly |almost |already |running )?(?:out of|over|up|running out of) ?(?:time)?\b(?=[^.?!]*\?)|\bdo (?:we|you) (?:still )?have (?:time|a few|five|ten|a couple of|any) ?(?:more )?(?:minutes|time|left)?\b(?=[^.?!]*\?)(?! (?:for|to) (?:yourself|your|a life|lunch|eat|sleep|think|read|research))|\bare you in a (?:hurry|rush)\b|\bdo you (?:have|need) to (?:go|leave|be somewhere|stop)\b(?=[^.?!]{0,20}\?)|\bhow long have we got\b|\btime check\b",
)  # fmt: skip
_TIME_OK = any_of(
    r"\b(?:got|have you(?: got)?|do you have|spare|could you spare|can you spare)\b[^.?!]{0,12}\b(?:a few|five|ten|a couple of|\d+) (?:mins?|minutes)\b[^.?!]{0,15}\?",
    r"\b(?:is|are|do|does|was|have|am|will)\b[^.?!]{0,35}\b(?:still |now )?(?:all right|alright|ok|okay|good|fine|convenient|suit|work|right|enough|works|free|possible|correct)\b[^.?!]{0,20}\?|\bstill (?:all right|alright|ok|okay|good|fine|a good time|convenient)\b|\b(?:half an hour|half hour|\w+ minutes|(?<!\ba )(?<!first )(?<!last )(?<!any )(?<!spend )(?<!your )time)\b[^.?!]{0,25}\?|\bkeep (?:to|it to|an eye on) (?:the |that|our )?(?:\w+ minutes|time|clock|half hour|half an hour)|\bgood time\b",
)  # fmt: skip
_TIME_WORD = any_of(r"\b(?:half an hour|half hour|mins?|minutes?|an hour|good time|time|now|today|until|till|moment|convenient|start|begin|go ahead)\b")
_NOTES = any_of(
    r"\b(?:take|taking|make|making|jot\w*|write|writing|scribbl\w*|type|typing) (?:a few |some |any |a couple of |down |things |it |stuff |this |that )*(?:notes?|down|as we|while)\b|\b(?:may|can|could|mind if) i\b[^.?!]{0,40}\bwrite\b(?! (?:to|you|about))|\bnotes?\b(?=[^.?!]*\?)|\bjot (?:things|it|some|a few)"
)
_RECORD = any_of(
    r"\b(?:record|recording|tape|film|video)\b(?=[^.?!]*\b(?:this|it|us|our|the (?:talk|call|conversation|interview)|you)\b)(?=[^.?!]*\b(?:may|can|could|mind|ok|okay|all right|alright)\b)"
)
_PURPOSE = any_of(
    r"\b(?:i(?:'d| would| want| wanted|'m|'ve| have)|my (?:aim|goal|purpose|hope|question)|hoping|trying|to (?:find out|understand|learn|decide|hear|see|work out)|that's why|which is why|curious|thinking (?:of|about)|considering)\b[^.?!]{0,60}\b(?:find out|understand|learn|decide|hear|know|see (?:if|what|whether)|work out|figure out|choose|choosing|retrain\w*|becom\w+|whether|what it's like|from the inside|asked you|settle|sense of|feel for|options|questions|looking at|curious|interested)\b"
)
_AGAIN = any_of(
    r"\bspeak up\b|\bwhere were we\b|\bwhat were we (?:saying|talking about)\b|\bi missed that\b",
    r"\b(?:say|repeat|explain|tell me|go over|run through|what was) (?:that|it|this|the last (?:bit|part))(?: \w+){0,3} (?:again|once more|one more time|another way)\b|\b(?:sorry|pardon)\W*i (?:didn't|missed|couldn't)(?: \w+)? (?:catch|hear|get|follow)|\bdidn't (?:quite )?(?:catch|hear|follow) (?:that|you|the last)\b|\bcome again\b|^\W*(?:sorry|pardon|what|huh|eh|excuse me)\s*\?\W*$|\bcan you repeat\b|\bcould you repeat\b|\bplease repeat\b|\bsay again\b|\bwhat did you (?:just )?say\s*\?|\brephrase\b|\bonce more\b(?=[^.?!:]{0,14}\?|[^.?!]*(?:wasn't writing|missed))",
)
_THERE = any_of(
    r"^\W*(?:hello+|hi|hey|are you|you)?\W*(?:hello|can you hear me (?:ok|okay|all right|now)|(?:are )?you still there|still there|anyone there|anybody there|are you there|you there|can you hear me|did i lose you|have i lost you)\s*\?*\W*$|\bare you still there\b|\byou still there\b"
)
_JUDGE = any_of(
    r"(?<!what )(?<!how )(?<!where )(?<!which )(?<!who )should i (?:pick|choose|do (?:it|this|that|civil|the)|become|be\b|go (?:for|into)|study|take|switch|leave|quit|retrain|apply|give up|just)\b(?![^?]*\b(?:first|what|how|which|read|learn|try)\b)|(?<!what )(?<!how )(?<!where )(?<!when )\b(?:would|could|will|can) i (?:be (?:any )?(?:good|suited|able|right|a good|happy|okay|ok|too)|make (?:it|a good|the grade)|cope|survive|fit in|get in|manage|handle|suit|enjoy|do (?:it|this|that|the job))\b|(?<!what )(?<!how )(?<!where )(?<!which )(?<!who )(?<!when )do you (?:think|reckon|believe) (?:that )?(?:i(?:'d|'m| would| could| can| should| have|'ve| am| will|'ll)|it(?:'d| would) suit me|i might)\b|\bam i (?:too|cut out|suited|right|good|smart|clever|old|young|strong|the (?:right|type|sort))\b|\bis (?:it|this|that) (?:for|right for|too late for|something for) (?:me|someone like me)\b|\bwould (?:it|this|that) suit me\b",
)  # fmt: skip
_GOOD_DAY = re.compile(r"^\W*(?:a very )?good (?:day|evening|night)\b(?: to you)?(?:,? [\w' ]{1,30})?\W*$")
_LEAVING = any_of(
    r"\bnoho ora mai\b|\bhei konā\b|\bhei kona\b|\bmā te wā\b|\bpō mārie\b|\bkua mutu (?:aku|taku|ngā) pātai\b|\bt[oō]f[aā] soifua\b|\b(?:i'll|i will|let me) (?:quit|stop) (?:bugging|bothering|pestering|keeping) you\b|\bthx,? bye\b|\bbye(?: now)?(?: xx?)?\W*$",
    r"\bthat's my lot\b|\b(?:we|you) can (?:stop|finish|end|leave it)(?: here| there| now)?\b|\b(?:let's|shall we) (?:stop|finish|end|leave it|call it)\b(?! (?:the|a|that question))|^\W*(?:the )?end\W*$",
    r"\bthat(?:'s| is| was)(?: about| really)? (?:all|everything|it)(?: from me| i (?:wanted|had|needed|have)| for (?:today|now|me)|,? thanks|,? thank you|\.? bye)|\bi(?:'ll| will| think i'll|'d better| had better| should| must|'m going to| am going to) (?:just )?(?:stop|finish|leave it|end|wrap (?:it |this )?up|go|run|dash|be off|head off|let you (?:go|get)|call it)\b(?: \w+){0,3}(?! (?:to (?:ask|my next)|on to|with (?:a|one|the) question|ahead|into|back to|through|over))|\bi(?:'ve| have)? (?:got to|gotta|have to|need to|must) (?:go|run|dash|leave|head|shoot|be off|catch)\b|\bgotta (?:go|run|dash|bounce)\b|\b(?:that's|there's) my (?:time|bus|train|lift|ride|bell|stop|cue)\b|\b(?:our|the|my) (?:half hour|time|\w+ minutes|hour)(?:'s| is| are) (?:up|over|done|gone)\b|\blet you (?:go|get (?:on|back)|return)\b|\bi(?:'m| am) (?:off|done|finished|out)\b\s*[.,!]?(?= |$)|\b(?:g2g|gtg|cya)\b|\bthat's the (?:list|lot)(?: done)?\b|\bend (?:it|this|the (?:call|interview|meeting)) here\b|\bleave it (?:there|here|at that)\b",
)  # fmt: skip


def is_job_ask(text: str) -> bool:
    """Whether the learner asks for a job, a trial or an interview, in any wrapping."""
    return is_job_request(text) or _JOB_TOO.search(plain(text)) is not None


def insists(text: str) -> bool:
    """Whether a short utterance presses on after a refusal."""
    return _INSISTS.search(plain(text)) is not None


def is_job_demand(text: str) -> bool:
    """Whether a request for a job is put as a demand."""
    return _JOB_DEMAND.search(plain(text)) is not None


def offers_cv(text: str) -> bool:
    """Whether the learner offers or presses a CV or portfolio."""
    return _CV.search(plain(text)) is not None


def find_contact_ask(text: str) -> str:
    """Returns "other" for somebody else's contact details, "own" for the host's, "" for neither."""
    low = plain(text)
    if _CONTACT_OTHER.search(low):
        return "other"
    return "own" if _CONTACT_OWN.search(low) else ""


def asks_to_use_name(text: str) -> bool:
    """Whether the learner asks leave to mention the host."""
    return _USE_NAME.search(plain(text)) is not None


def asks_next_step(text: str) -> bool:
    """Whether the learner asks to write, come back or visit."""
    return _NEXT_STEP.search(plain(text)) is not None


def asks_how_to_reach(text: str) -> bool:
    """Whether the learner asks how best to let the host know how it goes."""
    return _REACH.search(plain(text)) is not None


def asks_for_people(text: str) -> bool:
    """Whether the learner asks for people to talk to."""
    low = plain(text)
    return (is_referral_ask(text) or _PEOPLE.search(low) is not None) and not _HOW_PEOPLE.match(low) and not _WAY_FOR.search(low)


def find_private(text: str) -> str:
    """The kind of private question (pay, age, family, health, faith, politics, relatives, other), "" where there is none."""
    sentence = find_personal(text)
    low = plain(text)
    if sentence is None and not _PRIVATE_TOO.search(low):
        return "relatives" if _RELATIVES.search(low) else ""
    where = plain(sentence) if sentence else low
    return next((kind for kind, pattern in _KINDS if re.search(pattern, where)), "other")


def presses_on(text: str) -> bool:
    """Whether a short utterance presses for what was just refused: "just roughly, over a hundred thousand?"."""
    return len(text.split()) <= 16 and _PRESSED.search(plain(text)) is not None


def asks_public_pay(text: str) -> bool:
    """Whether the learner asks what people in the occupation earn, not what the host earns."""
    asked = " ".join(s.text for s in split_sentences(text) if s.text.endswith("?"))
    low = plain(asked or text)
    return (_PUBLIC_PAY.search(low) is not None or _MAKES.search(low) is not None) and not _NOT_PAY.search(low)


def takes_up_money(text: str, *, said: str) -> bool:
    """Whether money comes up only because the host spoke of it in a story ("where had the peach money gone?"): no word of earning, and a money word both said."""
    low = plain(text)
    if _EARNING.search(low):
        return False
    return (
        bool(set(_MONEY_WORD.findall(low)) & set(_MONEY_WORD.findall(plain(said))))
        or re.search(r"\b(?:found?|some(?:body|one)|any(?:body|one)) (?:\w+ )?paid\b|\bpaid you to\b", low) is not None
    )


def find_other_subject(text: str) -> str:
    """The kind of request that has nothing to do with the meeting (vote, homework, code, weather, joke, any), "" where there is none."""
    low = plain(text)
    return next((kind for kind, pattern in _OFF if pattern.search(low)), "")


def find_small_talk(text: str) -> str:
    """The kind of small talk (sport, hobby, other), "" where there is none."""
    low = plain(text)
    if _SMALL.search(low) is None:
        return ""
    if re.search(r"\b(?:win|won|score|rugby|match|game|cricket|football|netball|cup|final|footy)\b", low):
        return "sport"
    return "hobby" if re.search(r"\b(?:hobb\w+|spare time|free time|for fun|weekends?|leisure)\b", low) else "other"


def asks_how_are_you(text: str) -> bool:
    """Whether the learner asks how the host is."""
    return _HOW_ARE_YOU.search(plain(text)) is not None


def asks_whether_to_stop(text: str) -> bool:
    """Whether the learner asks if a subject is welcome: "would you rather I left that alone?"."""
    return _WELCOME.search(plain(text)) is not None


def asks_time(text: str) -> bool:
    """Whether the learner asks how much time is left."""
    return _TIME.search(plain(text)) is not None


def find_logistics(text: str) -> tuple[str, ...]:
    """What is settled at the start of a meeting: "time" (is it still all right), "notes", "record", "purpose"."""
    low = plain(text)
    found = []
    if any(_TIME_OK.search(plain(s.text)) and _TIME_WORD.search(plain(s.text)) for s in split_sentences(text)):
        found.append("time")
    if _NOTES.search(low):
        found.append("notes")
    if _RECORD.search(low):
        found.append("record")
    if _PURPOSE.search(low):
        found.append("purpose")
    return tuple(found)


def asks_again(text: str) -> bool:
    """Whether the learner did not hear and asks to have it said again."""
    return _AGAIN.search(plain(text)) is not None


def asks_whether_there(text: str) -> bool:
    """Whether the learner asks if the host is still there."""
    return _THERE.search(plain(text)) is not None


def asks_verdict(text: str) -> bool:
    """Whether the learner asks the host to decide or judge for them: "should I pick it?", "would I be any good?"."""
    return _JUDGE.search(plain(text)) is not None


_TIME_IS_UP = re.compile(
    r"\b(?:that(?:'s| is)|there goes|we(?:'ve| have) (?:used|reached|come to)) (?:our|my|the|all our|the end of (?:our|my|the)) (?:half[- ]?(?:an )?hour|hour|time|\w+ minutes)\b"
)
_THANKING = re.compile(r"\b(?:thank(?:s| you)|cheers|grateful|appreciate|ngā mihi)\b")


def takes_leave(text: str) -> bool:
    """Whether the learner ends the meeting; a question about goodbyes is no farewell, nor is "good day" with which a turn begins."""
    sentences = split_sentences(text)
    for count, sentence in enumerate(sentences):
        low = plain(sentence.text)
        if count == 0 and len(sentences) > 1 and _GOOD_DAY.search(low):
            continue
        if sentence.text.rstrip().endswith("?") and not re.search(r"\b(?:bye|goodbye)\b\W*$", low):
            continue
        if _LEAVING.search(low) or is_farewell(sentence.text):
            return True
    low = plain(text)
    return "?" not in text and _TIME_IS_UP.search(low) is not None and _THANKING.search(low) is not None
