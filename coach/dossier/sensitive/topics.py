"""What a private matter is about and who it is about, as patterns over a text in small letters without macrons.

`TOPICS` are tuples of patterns by their weight: 3 for what is hardly ever anything but private, 2 for what is so when it is told of one person, 1 for a hint
that needs others beside it.
"""

from __future__ import annotations

import re

_BODY = (
    r"(?:backs?|knees?|hips?|shoulders?|wrists?|hands?|neck|ankles?|legs?|arms?|elbows?|foot|feet|heart|lungs?|liver|kidneys?|eyes?|ears?|stomach|chest|skin"
    r"|nerves|blood pressure|sugar|bladder|bowel|breast|prostate|thyroid|brain|spine)"
)
_LIFE_AND_BODY = (
    r"chemo\w*|radiotherapy|cancer\w*|tumou?rs?|leuk[ae]+mia|lymphoma|melanoma|lupus|diabet\w+|insulin|epilep\w+|seizures?|asthma\w*|arthriti\w+"
    r"|(?:has|with|got|of) ms|multiple sclerosis"
    r"|parkinson\w*|dementia|alzheimer\w*|had a stroke|strokes?|motor neurone?|heart (?:attack|condition|trouble|problem|surgery|bypass|op)"
    r"|pacemaker|pace maker"
    r"|hysterectomy|mastectomy|transplant|dialysis|grommets|tonsils|diagnos(?:ed|is)|prognosis|terminal(?:ly)?(?: ill)?|(?:in|into|at) (?:the "
    r"|a )?hospice|stillb\w+|miscarr\w+|ivf"
    r"|pregnan\w+|expecting(?: (?:a|her|their|his|again|in|baby|twins|another)|,| *$|[!.])|(?:baby|twins?|little one|bub|bubs) (?:is |are )?(?:due"
    r"|on the way|coming)"
    r"|due (?:in |around |mid |late |early )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?= but| and| so|,|$|\)|!| *not)|maternity leave"
    r"|abortion|infertil\w+|vasectomy"
    r"|depress(?:ion|ed|ive)|anxiety|panic attacks?|break ?down|burn(?:t|ed|-| )?out|bipolar|schizo\w+|ptsd|ocd|adhd|autis\w+|asperger\w*|dyslexi\w+"
    r"|eating disorder|anorexi\w+|bulimi\w+|antidepressants?|self.harm\w*|suicid\w+|overdose\w*|mental health|psychiatr\w+|rehab|alcoholi\w+|alkie"
    r"|sober|hungover|aa meetings?|in aa|in na"
    r"|addict\w*|(?:bad|trouble|problems?|struggl\w+) with (?:the |his |her )?(?:drink\w*|gambling|drugs|nerves|pills|grog|booze)|(?:gambling"
    r"|drink(?:ing)?|drug) (?:problem|habit|issue|trouble)\w*"
    r"|drinks too much|drinking (?:problem|again|too much)|on the (?:drink|piss|bottle)|hiv|hepatitis|crohn\w*|coeliac|celiac|fibromyalgia"
    r"|endometriosis|menopaus\w+|shingles|hernia|slipped disc|concussion"
    r"|migraines?|long covid|covid|tinnitus|vertigo|eczema|psoriasis|hearing loss|going (?:deaf|blind)|los(?:ing|t) (?:her|his|their) (?:sight"
    r"|hearing|hair)|(?:wears?|has|got|gets?|wearing) hearing aids?"
    r"|on the mend|off sick|sick leave|stress leave|(?:in|into|out of|back in|to|from) (?:the )?hospital|hospitali[sz]ed|in a&e|intensive care"
    r"|in the icu|fell ill|seriously ill|very ill|(?:is|been|was) ill"
    r"|(?:in|uses|on) a wheelchair|disab(?:led|ilit\w+)|biopsy|scan results|reconstruction|(?:knee|hip|back|shoulder|heart|hand|wrist|foot|eye|brain"
    r"|spine|ankle|elbow) "
    r"(?:replacements?|surgery|op|operation|reconstruction|injury|trouble|problems?|issues?)"
    rf"|(?:bad|sore|dodgy|frozen|crook|injured|broken|wrecked|torn|buggered|stuffed|sick|weak) (?:with (?:the |his |her )?)?{_BODY}|(?:problems?"
    rf"|troubles?|pains?|sick|ill) (?:with|in|of|at) (?:the |his |her |their )?{_BODY}"
    rf"|(?:broke|hurt|busted|did|put|injured|cracked) (?:her|his|their) {_BODY}|on (?:oxygen|medication|morphine|methadone|lithium|warfarin)"
    r"|mate (?:pukupuku|huka|manawa|roro|wareware|kikokiko)|mauiui|hohipera|kei te hapu(?= ia| ana| a |,|\.|$)|kua hapu|e hapu ana|hapu ia"
    r"|whare herehere|whare hauora"
    r"|kua mate|i mate|tangihanga|kua hinga|pouri"
)
_MORE_LIFE = (
    r"light duties|slipped (?:a )?dis[ck]|mnd|copd|ibs|pcos|tb|gout|sciatica|angina|ulcers?|whiplash|carpal tunnel|rsi|blackouts?|collapsed|limp(?:s"
    r"|ing)|walking stick|in a sling|in (?:a )?plaster|stitches|(?:had|having|needs|gets) an ultrasound|mammogram|colposcopy|had a (?:turn|fit|scare"
    r"|breakdown|relapse)|relapse\w*"
    r"|(?:not|n'?t) (?:been |very |too |so |doing )?(?:well|coping|a well (?:man|woman))(?= *$|[,.!)]| since| lately| at the)|inject(?:s"
    r"|ing)? (?:himself|herself|insulin)|seeing (?:a|the|her|his) (?:psych\w*|shrink|doctor|specialist|gp)|(?:an|the|for an|his|her) op(?= |$|[,.!])"
    r"|up the duff|knocked up|preggers|preggo|haputanga"
    r"|(?:speech|physio|occupational|couples|family|grief|trauma|art|drug|group) therapy|in (?:treatment(?! plant)|therapy)|psychologue"
    r"|mate hinengaro|hinengaro|since the (?:birth|accident|operation|diagnosis|treatment|divorce|split|funeral|fire|quake)|suffers|(?:on"
    r"|under) the knife|going downhill|hasn'?t long|won'?t get better|in remission|all clear|lump|birth control"
    r"|(?:takes?|took|had|needs|having) (?:time off|leave|a break) (?:for|after|because of|to look after)|(?:looks?|looking) after (?:her|his"
    r"|their) (?:mum|mom|mother|dad|father|parents?|nan|husband|wife|sick)|compassionate leave|bereavement leave|carer for (?:her|his)"
    r"|stoma|insulin pump|chronic (?:fatigue|pain|illness)|cataracts?|(?:her|his|their) eyesight|prosthe\w+ (?:leg|arm)|(?:water|waters) broke"
    r"|months? gone|had (?:the|a|her|his|their) (?:baby|twins|third|second|first|kid)|(?:up all night|sitting) (?:at|in|with)|a (?:and|&) e"
    r"|can'?t (?:lift|bend|stand|drive|work)|came off (?:her|his|their|a|the) (?:motor|quad)?(?:bike|horse|cycle)"
    r"|(?:not|never) (?:been )?(?:right|the same|well|himself|herself) (?:after|since)|still not right|(?:long for|tired of) this world"
    r"|long for this world|drown\w+|car (?:crash|accident)|accident (?:of|with) (?:the )?car|suffer(?:s|ing|ed)? (?:from|with|of)|prescriptions?"
    r"|anger (?:management|issues|stuff)|hot flush\w*|heart pills"
    r"|handicap\w*|child(?:ren)? (?:with special needs|handicapped|disabled)|special needs|in recovery|a cure against|detox|hits the (?:bottle|booze"
    r"|drink)|ashamed|cr(?:y|ies|ying)(?= (?:in|at|all|a lot|every)|$|[,.])|mokemoke|mate ha|wehenga|nga raru|raruraru|mamae|"
    r"\w{3,}(?:itis|aemia|ectomy|ostomy|plasty|plegi[ac])|anemi[ac]|(?:neur|my)algia|(?:colon|endo|gastr|lapar|arthr|cyst)oscopy|(?:neur|cardiomy"
    r"|retin)opathy|(?:melan|carcin|gli|sarc|myel|glauc|lymph)oma|(?:thromb|psych|cirrh|fibr|scler|tubercul|scoli|osteopor|silic|asbest)osis"
    r"|(?:cardi|onc|neur|ur|psych|endocrin|rheumat|haemat|hemat|gyn\w*c|dermat)olog(?:ist|y)"
    r"|type (?:1|2|one|two)(?= diab| *$|[,.!)])|the big c|test results|weeks (?:along|pregnant|gone)|(?:trying|hoping) for (?:a |another )?(?:baby"
    r"|kid|child)|(?:took|taken|take) (?:her|his|their) (?:own )?life|killed (?:herself|himself|themselves)"
    r"|od'?e?d(?<=d'd)|heart (?:thing|monitor|murmur|failure|scare|stuff|rhythm|flutter)|heart'?s (?:bad|not good|dodgy)|(?:lung|kidney|liver|brain"
    r"|blood|skin|breast|bowel|heart|bone) (?:disease|failure|clot|tumou?r|condition|thing|trouble)"
    r"|deaf|blind(?! tast)|stutter\w*|stammer\w*|incontinen\w+|gall ?bladder|gallstones?|kidney stones?|appendi\w+|colostomy|catheter|stent|bypass"
    r"|amputat\w+|paraly\w+|in a coma|on life support|nits|scabies|worms|std|sti|herpes"
    r"|(?:off|away|out) with (?:stress|nerves|burnout|her|his|a bad|anxiety)|stressed out|(?:can'?t|cannot|never learned to) (?:read|sleep|walk|see"
    r"|hear|have (?:kids|children))|sleep apn\w+|insomnia|hear(?:s|ing) voices|on a drip|on the waiting list|keyhole|day surgery"
    r"|(?:sickness|illness|disease) (?:of|with|in)|(?:sickness|invalid'?s|disability|unemployment|jobseeker) (?:benefit|allowance|pension)"
    r"|on the sick|sick(?:ness)? benefit|acc (?:for|payout|claim|case)|on acc|in a (?:rest )?home|dying|at death'?s door|respite|carer'?s? (?:leave"
    r"|allowance)"
    r"|(?:with|by|off|on|problems? with|trouble with|from|of) (?:the )?(?:alcohol|booze|grog|bottle|drink|meth|cocaine|heroin|weed|pills|opioids"
    r"|gambling|pokies)|off the (?:drink|booze|grog|wagon)|on the wagon|\w+ years sober|dry since|clean since"
    r"|\b(?:she|he|they) drinks?(?= *$|[,.!])|drinks (?:a lot|too|again|at|heavily|every)"
    rf"|{_BODY}(?:'?s| is| are| has| have)? (?:stuffed|buggered|crook|bad|sore|gone|giving|playing up|shot|wrecked|broken|knackered|rooted|munted"
    rf"|not right|failing|weak|shakes?|shaking|hurts?|aches?)"
)
_HOME_AND_LAW = (
    r"splitting(?= *$|[,.!)])|(?:kids|children) (?:to|by|from|with) \w+ (?:dads|fathers|mums|men|women)|lost (?:one|two|the baby|twins)"
    r"|kids? (?:were |was |got )?taken (?:off|away|into)|no contact with|hasn'?t seen (?:her|his) (?:kids|son|daughter|dad|mum|father|mother)"
    r"|moved back (?:in )?with (?:her|his) (?:parents|mum|dad|folks)"
    r"|liv(?:es|ing) (?:alone|by (?:him|her)self|in (?:a|her|his|the) (?:caravan|car|van|garage|hostel|motel|shelter)|with (?:her|his) (?:parents"
    r"|mum|dad|ex))|rents (?:a room )?(?:from|off)|is dating|sleep(?:s|ing) with|on tinder|wife'?s (?:left|gone)|husband'?s (?:left|gone)|jilted"
    r"|(?:team|jobs?|hours|branch|department|roles?|site|office) (?:\w+ )?(?:gets?|getting|being|to be|will be|is) (?:cut|canned|axed|culled"
    r"|restructured|outsourced|shut)|remarri\w+|married (?:twice|three times|again)|second family"
    r"|(?:was|were|been|is) inside(?= |$|[,.!])|licen[cs]e (?:is |was |got )?(?:gone|taken|suspended|revoked)|witness protection|real name"
    r"|police record|record with the police|cautioned|waiting (?:on|for) (?:her |his |their |the )?(?:residency|visa|papers|citizenship|green card"
    r"|sentence|sentencing|trial|verdict)"
    r"|visa (?:got |was |is |has been |been )?(?:declined|denied|cancelled|turned down)|came (?:here )?as a refugee|(?:her|his) (?:loan|overdraft"
    r"|mortgage|bills)|broke up with|earns? (?:less|more) than|on (?:good|bad|big|crap|peanuts) money"
    r"|ex[- ]con|served time|hiding from|child support|proceedings (?:with|against)|lawyers involved|(?:the )?(?:ird|tax (?:office|man|department)"
    r"|inland revenue|hmrc|irs|ato|centrelink|winz|msd)|arrears|separating|on the market because|false name|money'?s (?:tight|short|gone)|unemployed"
    r"|jobless|(?:partner|spousal|work|student|visitor|tourist|skilled) visa|won'?t get out of bed"
    r"|jewish|jew|hindu|sikh|buddhist|atheist|scientolog\w+|quaker|adventist|evangelical|fasting|ramadan|vot(?:es|ed) (?!on|for|in|at|to|with|by|yes"
    r"|no)\w+|the fire at (?:her|his|their)|fostering|don'?t speak(?= *$|[,.!]| to)|do not speak(?= *$|[,.!]| to)|(?:bad|lots of) (?:rows?|fights?"
    r"|problems?) (?:with|at home)|"
    r"(?:her|his|their|my|our|the) marriage|on the rocks|cheating|seeing (?:someone|somebody|a married|another)(?! (?:about|on))|having an affair"
    r"|got together with|moved in with (?:her|his)|left (?:her|his) (?:husband|wife|partner)|lost (?:dad|mum|mom|nana?|koro)|ran off|(?:second"
    r"|third) (?:wife|husband|marriage)"
    r"|(?:was|been|were|got) (?:attacked|raped|abused|mugged|stabbed|assaulted|burgled|stalked)|(?:being|was|is) stalked|stalk(?:er|ing)|refuge"
    r"|remand|on bail|parole|jail\w*|gaol|locked up|behind bars|doing time|probation|ankle bracelet|youth court|in court|guilty|pleaded|lawsuit"
    r"|su(?:ed|ing) (?:by|her|him|them|the|over|for)|paternity|child support|maintenance payments"
    r"|(?:house|home) (?:burn\w+|flood\w+|was (?:taken|sold))|homeless|sleep(?:s|ing)? (?:in (?:the|her|his|their) (?:car|van)|rough|on (?:a"
    r"|the) (?:couch|sofa))|landlord (?:is |wants |has )?(?:kick\w*|evict\w*|selling|after|threw)|kick(?:ed|ing) (?:her|him|them) out"
    r"|women'?s refuge|food ?bank|emergency housing|payday loan|credit cards?|maxed out|cheated by|scammed|lost (?:it all|everything|all (?:her|his|their))"
    r"|immigration (?:case|status|problem|hearing|trouble)|work permit|residence permit|green card|residency (?:case|application|refused)|refugee"
    r"|asylum\w*|(?:her|his|their) papers|boyfriend works|(?:his|a) boyfriend|(?:his) husband|(?:her) (?:girlfriend|wife)|"
    r"divorc\w+|custody|separated|split (?:up|from|with)|splitting up|broke up|break-?up|marriage (?:is |has |was )?(?:over|broke\w*|trouble"
    r"|problems?|ended|counsell?ing)|affair|cheat(?:ed|ing|s) on|walked out|took off"
    r"|(?:left|gone|ran off|run off) (?:her|him|them|with (?:an)?other (?:woman|man))|left (?:him|her)(?= |$|[,.!])|on (?:her|his|their) own with"
    r"|alone with (?:the |her |his )?(?:\w+ )?(?:kids|child\w*)"
    r"|single (?:mum|mom|dad|parent)|widow\w*|bereave\w+|passed away|(?:has|have|just|recently|'s) passed(?= away| in\b|$|[,.!])|stepmother trouble"
    r"|estranged|adopted|in foster|foster care|oranga tamariki|social (?:workers?|services)|child protection"
    r"|lost (?:her|his|their|a) (?:mum|mother|dad|father|wife|husband|son|daughter|baby|brother|sister|partner|house|licen[cs]e|home)"
    r"|doesn'?t (?:speak|talk) to (?:her|his|their)|beat(?:s|en|ing)? (?:her|him|them)|domestic violence|violent|restraining order|protection order"
    r"|bankrupt\w*|in debt|debts?|owes? (?:money|the|him|her|them|\$|£|€|\d|thousands|a lot|half)|behind on (?:the |her |his )?(?:rent|mortgage)"
    r"|repossess\w*|evict\w+|insolven\w+|foreclos\w+|liquidat\w+|bailiffs?|gone bust|going bust|loan shark"
    r"|convict(?:ed|ion)\w*|criminal record|arrested|prison|in jail|in the nick|inside for|probation|home d(?:etention)?\b|community service"
    r"|drink[- ]?driv\w+|drunk[- ]driving|dui|done for|charged with|court case|in court|to court|family court|high court case|assault\w*|stole"
    r"|stealing|theft|fraud"
    r"|visa (?:problem|trouble|runs? out|expire[sd]?|refused|is expired)|(?:permit|papers|visa) (?:is |are |has )?(?:expired?|run out|runs out)"
    r"|without papers|no papers|overstay\w*|deport\w*|undocumented|asylum|refugee status|illegal(?:ly)? (?:here|in the country)"
    r"|gay|lesbian|bisexual|queer|transgender|is trans|came out|out at work|transition(?:ed|ing)|i te kooti|i te koti|ki te kooti|ki te koti|kua wehe|tokorau"
)
_WORK_TROUBLE = (
    r"had enough(?= *$|[,.!&]| of| and is)|is looking(?= *$|[,.!)])|hr (?:is|are) (?:on to|onto|after|involved)|complaint in|in the (?:gun"
    r"|firing line)|(?:not|isn'?t) sure (?:she|he)'?s? (?:is )?(?:coming back|staying)|(?:only|just) staying (?:till|until|for)|is bitter"
    r"|bored (?:stiff|silly|out of)|counting the days"
    r"|kore he mahi|scripts|results (?:back|are back|came)|(?:podiatrist|orthodontist|dentist|physio|paediatrician|pediatrician|gp|chemist|optician"
    r"|midwife|chiropractor|vaccination|jabs?) (?:at |on |@ ?)?(?:\d|mon|tue|wed|thu|fri|sat|sun|today|tomorrow)\w*"
    r"|handing (?:her|his|their) notice in|hand(?:s|ed) (?:her|his|their) notice in|after a transfer|(?:will|to|might|may|going to|gonna) (?:shut"
    r"|close|fold|be (?:shut|closed|sold|cut|axed))|pay ?cut|pay rise|a rise to|bonus(?: of)?|underpaid|earns? (?:only|just)|falling.out"
    r"|hasn'?t said|(?:her|his|their) leave ends|angry (?:with|about|at)|makes? problems|"
    r"performance.managed|(?:on a )?performance plan|(?:contract|visa|lease|probation) (?:isn'?t|is not|wasn'?t|won'?t be|not) (?:being "
    r"|getting )?(?:renewed|extended)|failed (?:her|his|their) (?:probation|exams?|trial|licence|test)|merg(?:er|ing)|being bought|buy(?:ing)? out"
    r"|takeover|taken over by|(?:she|he|is|'s|hes|shes) mov(?:ing|es) (?:to|back to|overseas|away|home|abroad) .{0,30}(?:soon|next|in the new year"
    r"|by|after|for good)"
    r"|retir(?:es|ing|e) (?:in|next|soon|at|after|early)|lost (?:her|his|their|the) job|out of work|demotion|passed over|(?:in|have"
    r"|had) (?:a )?row with|sack(?:ed|ing)|axed|(?:under|below) (?:a )?cloud|"
    r"(?:nearly|almost) quit|got the sack|(?:was|got|been|were|being|just) (?:fired|sacked|let go|laid off|made redundant|demoted|suspended"
    r"|stood down|disciplined)|disciplinary|under investigation|written up|final warning"
    r"|(?:letting|lay(?:ing)?|getting rid of|laying) (?:\w+ ){0,3}(?:go|off)(?= |$|[,.!])|redundanc\w+|restructur\w+|go(?:es|ing|ne)? (?:under|bust"
    r"|broke|to the wall)|clos(?:e|ing) (?:down|its doors|the (?:shop|branch|site|business))|(?:being|be|get(?:ting)?) sold|wants? to sell"
    r"|selling up|thinking of (?:selling|closing)"
    r"|looking (?:for|at|to) (?:another|an other|a new|other|new|different)\w* (?:jobs?|work|roles?|posts?|positions?)|(?:search\w*|looks?|seek\w*"
    r"|hunting|looking) (?:for )?(?:other|another|an other|a new|new|different) (?:jobs?|work|roles?|posts?|place|positions?)|(?:other|another|a new"
    r"|new) jobs? lined up"
    r"|job ?hunting|looking around|looking elsewhere|on the lookout|putting out feelers|(?:applying|applied|applies|has applied) (?:elsewhere|for"
    r"|to)\b|interview(?:s|ing|ed)? (?:elsewhere|with (?:the |an?other |a )?|at (?:an?other|the )|at )\w+|headhunted|job offer"
    r"|(?:hand(?:s|ed|ing)?|put(?:s|ting)?|giv(?:e|es|ing)) in (?:her|his|their|the) (?:notice|resignation)|(?:gave|given|giving|give"
    r"|handed) (?:in )?(?:her |his |their )?notice|resign\w*|quit(?:s|ting)? (?:soon|in|at|after|next|the|her|his|by)"
    r"|(?:wants?|wanting|wanna|thinking (?:of|about)|planning|plans|going|gonna|hop(?:es|ing)|ready|trying|about|will|intends?|means) (?:to "
    r"|on )?(?:soon )?(?:quit\w*|leav(?:e|ing)|be (?:leaving|off|gone)|resign\w*|mov(?:e|ing) on|get out|pack\w* (?:it )?in|giv(?:e|ing) (?:it )?up"
    r"|retir(?:e|ing)|sell\w*|clos(?:e|ing)(?= (?:down|up|the (?:shop|branch|business|yard|clinic|doors))|$|[,.!])|chang(?:e|ing) jobs|jack it in)"
    r"|wants? (?:out|away)|is leaving|'s leaving|are leaving|shes leaving|hes leaving|on (?:her|his|the) way out|thinking about it"
    r"|hates? (?:her|his|their|the|working)|(?:can'?t stand|doesn'?t get on with|at war with) (?:her|his|their|the)|f(?:all|ell|alling"
    r"|allen) out with|bully\w*|bullied|harass\w+|complain(?:t|ed) (?:about|against|to)|grievance|tribunal|whistleblow\w*"
    r"|wehe (?:ia |atu )?i (?:te|tana) mahi|rapu mahi (?:hou|ano)|kua whakakorea"
)
_ILL_WORDS = (
    r"operat(?:ion|ed on)|surger(?:y|ies)|had an op|tablets?|pills?|meds|medicines?|medicaments?|medication|(?:\w+'s|her|his|their|hospital"
    r"|doctor'?s?|clinic|eye|dentist|medical|scan) appointments?|check-?ups?|scans?(?= (?:on|in|at|mon|tue|wed|thu|fri|sat|sun|tomorrow|today"
    r"|results?|\d)|$|[,.!)])|injections?|(?:in|having|gets?|getting|seeing an?"
    r"|sees an?) (?:therap(?:y|ist)|counsell?(?:ing|or)|shrink|psychologist|specialist)|nerves"
    r"|sick(?! of)|ill|unwell|crook|poorly|illness|disease|infection|allerg\w+|wig|crutches|plaster cast|accident|the crash|a fall|miscarried"
    r"|pain(?:s|ful)?|injur\w+|recovering|off (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)\w*\W+(?:for )?(?:the )?(?:hospital|clinic|doctor\w*)"
    r"|funeral|died|dying|passed(?! on| (?:the|her|his|all|your|my|me|it|with|a|an|through|by|every|[a-z]+ exam)\b)|dead|grie[fv]\w*|buried"
    r"|goes (?:every|each) \w+ to the (?:clinic|hospital|doctor)|(?:in|on) ward|ward \d+|weight loss|blood test"
)
_OTHER_WORDS = (
    r"her ex|his ex|the ex|kooti|koti|lawyers?|solicitor about|hearing in|(?:court|tribunal) (?:date|on|in|hearing|order|thing)|police|fined"
    r"|fine for|licen[cs]e because|lost the licen[cs]e|mortgage|overdue|taking (?:her|his|their|the) house|bank is taking|money (?:trouble|problems?"
    r"|worries)|can'?t pay|(?:is|are|was|flat|were|'re|'s) broke"
    r"|expelled|truan\w+|(?:not|isn'?t) going to school|suspended|in trouble|runaway|ran away|kicked out|moved out|fights?|fighting|rows? with"
    r"|jehovah\w*|mormon\w*|brethren|muslim|catholic|born again|votes? (?:for )?(?:labour|national|act|green|tory|republican|democrat|trump)|affair with"
    r"|warning|caught|secret(?:ly)?|drank(?! (?:it|tea|coffee))|drunk|drinks(?= *$|[,.!])|drinks (?:a lot|too|again|at|heavily|every)|weed|stoned"
    r"|gambl\w+|pokies|temper"
    r"|benefit|on the dole|welfare|childless|can'?t have (?:kids|children)|overweight|smokes"
)
_HINTS = (
    rf"hospital|clinic|doctors?|dr|ward|treatment|{_BODY}|off (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)\w*|tired|alone|bad (?:time|year|way|patch)"
    rf"|hard (?:time|year)|rough (?:time|year|patch)|struggl\w+|lost|crying|in tears|stress\w*|notice|interview|leaving"
    r"|trouble|problems?|papers|left|gone|goes|since the|stop(?:ped)? for|a year off|time off|school|court|police|family stuff|at home|drink\w*|smok\w+|due"
)
TOPICS = tuple(
    (weight, re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"))
    for weight, parts in ((3, (_LIFE_AND_BODY, _MORE_LIFE, _HOME_AND_LAW)), (2, (_WORK_TROUBLE, _ILL_WORDS, _OTHER_WORDS)), (1, (_HINTS,)))
)

_RELATIVES = (
    r"(?:step|grand|half)?-?(?:mums?|mom|mums|mother|dad|dads|father|wife|husband|hubby|partner|sons?|daughters?|kids?|child|children|childrens|baby"
    r"|babies|boys?|girls?|brothers?|sisters?|parents?)"
    r"|mama|papa|nan|nana|nanna|gran\w*|grand\w+|uncle|aunty?|auntie|niece|nephew|cousin|fella|bloke|missus|boyfriend|girlfriend|fianc\w+|mate"
    r"|best friend|in-?laws?|(?:mother|father|sister|brother)[ -]in[ -]law|family|little one|twins|wee (?:one|fella)|bub|toddler|teenager|ex|stepson"
    r"|stepdaughter"
    r"|tamahine|tama|tamaiti|tamariki|hoa (?:rangatira|tane|wahine)|whaea|matua|koro|kuia|mokopuna|moko|teina|tuakana|tungane|tuahine|whanau|mami|papi"
)
KIN = re.compile(
    rf"(?<!\w)(?:(?:her|his|their|your|my(?! own\b)|our|tana|tona|taku|toku|ana|[a-z]+'s) (?:\w+ ){{0,2}}?(?:{_RELATIVES})(?:'?s)?"
    r"|(?:mum|mom|dad|nan|nana|nanna|mama|papa|bub|baby|hubby|gran|granny|grandad|koro|stepson|stepdaughter|grandfather|grandmother|brother|sister"
    r"|son|daughter|wife|husband|boyfriend"
    r"|girlfriend)(?:'?s)?|twins|^\W*partner(?= ?:| is| has| was)|the (?:kids|baby|grandchild\w*))(?!\w)"
)
KIN_STATE = re.compile(
    rf"^\W*(?:and |but |because |so |coz |cos |since |as |nb |now )*(?:(?:her|his|their|your|tana|tona|[a-z]+'s) (?:\w+ )?(?:{_RELATIVES}))(?:'s"
    rf"|\s+(?:is|has|had to|went|got|just|been|isn't|can't|won't|doesn't|needs|keeps))(?!\w)"
    r"(?!.{0,60}\b(?:coming|joining|nights|job|jobs|called|named|farms?|shop|business|too|friends?|interested|keen|learning|proud|apprentice\w*|same"
    r"|also|\w{3,}(?:er|or|ist|ian|man)|nurse|chef|cook|sparky|years|boss|here)\b)"
)
"""Something told of the state of somebody's relative, whatever it is, that is not what the relative works as."""
THIRD = re.compile(
    r"(?<!\w)(?:she|he|they|her|his|their|him|them|shes|hes|theyre|she'?[sdl]+|he'?[sd]|he'll|they'(?:re|ve|ll|d)|hers|theirs|ia|tana|tona|raua"
    r"|ratou|boss|owner|manager|(?:one|two|three|four|\d+) of (?:the|them|us|her|his)"
    r"|the (?:company|firm|place|boss|shop|business|guys|team))(?!\w)"
)
SELF = re.compile(
    r"(?<!\w)(?:i(?! (?:te|tana|tona|nga|a|ia|reira|roto|runga|tena)\b)|i'?m|i'?ve|i'?d|i'?ll|my|me|mine|myself|our|we|we'?re|we'?ve"
    r"|us|ahau|au|taku|toku)(?!\w)"
)
YOU = re.compile(r"(?<!\w)(?:you|your|you'?re|you'?ve|u|ur|youre|koe)(?!\w)")
ANYBODY = re.compile(
    r"(?<!\w)(?:patients?|clients?|customers?|people|ppl|folks?|residents|children|babies|kids|those|somebody|someone|families|students|pupils"
    r"|animals|dogs|cats|women|men|everyone|everybody|you|one|workers|members|victims|families|whanau|iwi"
    r"|users|audiences?|visitors|guests|starters|seniors|juniors|most|staff)(?!\w)"
)
AT_WORK = re.compile(
    r"(?<!\w)(?:treat(?:s|ing|ed)?|works? (?:with|in|at|on|for|as)|working (?:with|in|at|on|for|as)|worked (?:with|in|at|on|for|as)|runs?|running"
    r"|speciali[sz]\w*|research\w*|cares? for|caring for|looks? after|looked after|support(?:s|ing)?|helps?|helping"
    r"|teach\w*|taught|repairs?|repairing|fix(?:es|ing)?|fits?|fitting|testing|builds?|sells|handles?|handling|deals? with|trained|training|stud(?:y"
    r"|ied|ies|ying)|degree|diploma|course|certificate|lecture\w*|clerk|officer|centre|center"
    r"|charity|department|service|services|unit|team|practice|aids?|care home|day care|volunteer\w*|campaign\w*|writes? about|wrote|book|film"
    r"|article|machine|employs?|opened|ward has|joints|list|scrubs?|insurance|claims?|opera|degree in|nurses?|nursing|skills?|awareness|programme"
    r"|program|project|works? (?:nights|days|shifts)|does|performs?|common|part of the job|in this (?:job|trade|work)"
    r"|theatre|residential|(?:dementia|aged|cancer|elder|child|respite|palliative|foster) care|school of|technician|science|scientist|radio)(?!\w)"
)
"""Words of somebody's trade: an illness or a court beside them is what they work on, not what they have."""

SECRECY = re.compile(
    r"(?<!\w)(?:(?:please |pls |maybe |so )?(?:don'?t|do not|dont|never|not to|must ?n[o']t|mustn'?t|shouldn'?t|should not|can'?t|cannot|to not"
    r"|better not|best not|no need to|avoid)(?: ever| to)? "
    r"(?:be )?(?:tell(?! me)|mention(?:ed|ing)?|repeat(?:ed)?|let on|bring(?:ing)? (?:it|that|this|up)|pass (?:it|this|that) on|spread|quote"
    r"|say (?:anything|a word|i|that i|it|this|u|you|where|who)|speak (?:about|of)|talk about|ask (?:about|her about|him about|after|re)|raise"
    r"|touch on|write (?:it|this|that) down|share|let (?:it )?slip|put (?:it|that|this) in)"
    r"|say nothing|say nowt|keep quiet|keep (?:schtum|shtum|stum|mum)|in (?:strict |strictest |all )?confidence|confidential(?:ly)?|ask nothing"
    r"|say (?:it |this |that )?not|not (?:to )?(?:say|tell|mention|ask|speak)(?: it| this| that)? (?:to|about|of)|(?:do not|don'?t) say to"
    r"|between (?:us|you (?:and|&|n|'n'?) (?:me|i)|ourselves|you me|the two of us)|btwn us|off the record"
    r"|keep (?:(?:that|this|it|all this) )?(?:to yourself|to urself|to myself|quiet|private|secret|under (?:your|my) hat|hush)|under wraps"
    r"|not (?:yet )?(?:told|telling)|nobody told|(?:not|isn'?t|hasn'?t been|not been|nt) (?:yet )?(?:public|known|announced|official|out"
    r"|common knowledge|to be repeated|for repeating|for sharing)(?: yet)?"
    r"|not (?:supposed|meant|allowed|suppose) to (?:say|know|tell|have)|should(?:n'?t| not)(?:'?ve| have)? (?:told|said|know|have (?:told|said))"
    r"|wasn'?t (?:supposed|meant) to|(?:doesn'?t|does not|don'?t) know(?= *(?:yet|$|[!.,)]|i know|that i|about (?:it|this|that)))|hasn'?t told"
    r"|has not told|hasnt told|havent told|haven'?t told"
    r"|(?:boss|work|they|he|she|wife|husband|family|everyone|office|team) (?:has |have |got )?no idea|nobody (?:else |at work |there )?knows"
    r"|no ?one (?:else |at work |there )?knows|only (?:\w+ ){1,3}knows?|(?:family|friends|mum|wife|husband|\w+) only know|hush[- ]hush|(?<=, )hush"
    r"|psst|shh+|mum'?s the word|it'?s a secret"
    r"|is a secret|a secret that|(?:don'?t|doesn'?t|does not|do not|didn'?t) (?:want|like) (?:that |me |us |it |anyone )?(?:we |people "
    r"|to )?(?:to )?(?:speak|talk|know|ask|be known|known|it known|mention|say)|staff (?:don'?t know|find out|haven'?t)|secretly|on the quiet"
    r"|on the q\.?t|embargoed"
    r"|for your (?:eyes|ears) only|not for (?:sharing|the record|publication|others)|sore (?:point|subject|spot)|touchy (?:subject|about)|be gentle"
    r"|tread (?:carefully|lightly)|says so only to|told (?:me|us|mum|dad) in"
    r"|kaua (?:ra )?(?:e|hei|koe e) (?:korero|ki|whaki\w*|patai\w*|whakahua|mea|tuku|puaki|whakapuaki)\w*|(?:kia|me) noho muna"
    r"|kaore (?:ano )?\w+ (?:\w+ )?(?:kia |i te |e )?mohio|he muna|muna)(?!\w)"
)
DISCLAIMER = re.compile(
    r"\b(?:this (?:message|e-?mail|communication)|intended recipient|attachments?|contents? of this|confidentiality notice"
    r"|ignore (?:all|previous)|privacy (?:policy|notice)|confidential (?:service|support|helpline|advice|files?|records?|waste|information|data))\b"
)
SYMPATHY = re.compile(
    r"(?<!\w)(?:(?:so |very )?(?:sorry|sad) to hear (?:about|of|that)|(?:sorry|sad) about (?:your|his|her|the) (?:loss|mum|dad|\w+'s)|hope (?:your"
    r"|his|her|their|the|you|all)\b[^.!?]{0,40}\b(?:better|mend\w*|recover\w*|heal\w*|settled|operation|surgery|ok)"
    r"|how(?:'?s| is| are| was) (?:your|his|her|the) (?:\w+(?:'s)? ){0,3}(?:going|doing|feeling|coping|holding up|healing)|condolences|get well"
    r"|speedy recovery|thinking of you all|for your loss|aroha nui ki (?:to|te) whanau)(?!\w)"
)
TRADE = re.compile(
    r"\W+(?:directors?|advis[eo]rs?|counsell?ors?|(?:social )?workers?|officers?|clerks?|nurses?|lawyers?|judges?|therapists?|managers?|brokers?"
    r"|assessors?|technicians?|techs?|surgeons?|doctors?|medics?|agents?|clinics?|wards?|units?"
    r"|specialists?|services?|research\w*|reporters?|insurance|law|patients?|survivors?|charity|charities|cases?|claims?|courses?|lists?|collect\w+"
    r"|guards?|staff|studies|science|awareness|screening)\b"
)
"""What follows the word for a matter where the two together name a job, a place or a service."""
LABEL = re.compile(
    r"^\W*(?:private|careful|nb private|personal|sensitive|avoid|confidential|not for (?:the )?\w+|off the record|muna|gossip|goss"
    r"|warning|delicate)\s*(?:[:=–-]|$)"
)
_MONEY = (
    r"(?:\d+(?:\.\d+)? ?(?:/|per|an|a) ?(?:hr|hour|week|wk|yr|year)\b|\d[\d.,]*\s?(?:€|£|\$|euros?|pounds|dollars|bucks|thou|rupees|francs|nzd|aud"
    r"|usd|eur)(?!\w)|[$£€₹]\s?\d[\d,.]*\s?(?:k|grand|thousand"
    r"|m)?|\d[\d,.]*\s?k\b|\d{2,3},\d{3}|\d+ (?:grand|thousand|an hour|per hour|a year)|(?:thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred)(?: \w+)? (?:grand|thousand|k))"
)
PAY = re.compile(
    rf"(?:(?<=[a-z])'s on|(?<!\w)(?:makes?|earns?|earning|earned|is paid|are paid|gets paid|gets?|paid (?:her|him|them)|hired at|was on|is on"
    rf"|shes on|hes on|is on|(?:only|just) on|on about|on around|pays? (?:her|him|them)|salary|wage|wages|pay|take home|takes home|charges?|makin|making))\b"
    rf"(?:[^.;,]{{0,25}}?|, ){_MONEY}(?!\s?(?:-|–|to)\s?[$£€]?\d)"
)
