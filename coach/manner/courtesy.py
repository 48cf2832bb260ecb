"""Courtesy: thanks, greeting, farewell and apology, in the languages heard most in New Zealand."""

from __future__ import annotations

import re

from coach.manner.language import find_unprofessional, is_insult
from coach.manner.wording import any_of, plain, split_sentences

__all__ = ["find_unprofessional", "has_courtesy", "has_thanks", "is_apology", "is_farewell", "is_greeting", "is_insult"]

_THANKS = any_of(
    r"\bthank(?:s|ing|ed|ful|fully)?\b(?! to the (?:weather|rain|wind))(?<!no )|\bno thanks?\b|\bthanx\b|\bthx\b|\bta\b(?! da)|\bcheers\b(?! me)",
    r"\bappreciat\w+|\bgrateful(?:ly)?\b|\bgratitude\b|\b(?:much|very much) obliged\b|\bindebted\b",
    r"\bng[aā] mihi\b|\bmihi\b|\bt[eē]n[aā] (?:koe|k[oō]rua|koutou)\b(?=[^.?!]*\b(?:m[oō]|for|i t[oō])\b)|\bkia ora(?= (?:for|m[oō])\b)",
    r"\bfa'?afetai\b|\bm[aā]l[oō](?: (?:'?aupito|lava|ni))?\b|\bmeitaki\b|\bvinaka\b|\bfakaaue\b|\bfakafetai\b|\bchur\b",
    r"\bmerci\b|\bgracias\b|\bdanke\b|\bgrazie\b|\bobrigad[oa]\b|\barigat[oō]\b|\bxi[eè] ?xi[eè]\b|\bshukran\b|\bdhanyav[aā]a?d\b|\bshukriya\b",
    r"\bsalamat\b|\bspasibo\b|\bdzi[eę]kuj[eę]\b|\bdank u?\b|\btack\b|\bte[sş]ekk[uü]r\w*|\bterima kasih\b|\bkamsahamnida\b|\bkhop ?khun\b",
    r"\bc[aả]m [oơ]n\b|\basante\b|\bgo raibh (?:m[ií]le )?maith agat\b|\btapadh leat\b|\bdiolch\b|\bmahalo\b|\bkiitos\b|\btakk?\b(?! me)|\bhvala\b|\bd[eě]kuji\b|\bgra[cç]ies\b|\befharist[oó]\b|\bmul[tț]umesc\b|\bsiyabonga\b|\bngiyabonga\b|\benkosi\b",
    r"\b(?:most|very|so|really|incredibly|terribly|awfully|extremely|that's|that is|how) (?:kind|generous)(?: of you)?\b|\bkind of you\b",
    r"\bgenerous of you\b|\bgood of you to\b",
)
_NOT_THANKS = re.compile(
    r"\bthanks? to (?:the|my|a|his|her|their|that|this)\b|\bthankful (?:patient|client|customer|job)"
    r"|\bthank(?:s|ed|ing)? (?:god|goodness|heavens|me|him|her|us|them)\b"
    r"|\b(?:do|did|does) (?:they|people|anyone|customers|patients|clients|anybody) (?:ever )?(?:thank|appreciate)\w*"
    r"|\bappreciat\w+ (?:by|in value)|\b(?:they|people|patients|clients|customers|who|anyone) (?:don't |never |ever |really "
    r"|always )*(?:appreciate|thank)\b|\bfeel (?:un)?appreciated|\bthankless\b"
)
_FAREWELL = any_of(
    r"\b(?:good ?-?)?bye(?:[- ]bye)?\b",
    r"\bsee (?:you|ya|yous|u)\b(?! (?:doing|as|in (?:ten|five|\d)|being|went|going|work|have|had|did|said|mention))|\bcheerio\b|\bfarewell\b",
    r"\btake care\b(?! of (?!yourself|yourselves))|\bcatch (?:you|ya)\b|\bgood ?(?:day|night)\b|\bso long\b|\bciao\b|\bhooroo\b|\btoodle",
    r"\bta[- ]ta\b|\blaters?\b(?= (?:mate|then|on)|$)|\btalk (?:soon|later)\b",
    r"\bka kite\b|\bhaere r[aā]\b|\bhei kon[aā]\b|\be noho r[aā]\b|\bt[oō]f[aā]\b|\bmoce\b|\bm[aā] te w[aā]\b|\bp[oō] m[aā]rie\b|\bau revoir\b",
    r"\badios\b|\bauf wiedersehen\b|\bhasta\b|\barrivederci\b|\bsayonara\b",
    r"\bhave a (?:good|great|nice|lovely|peaceful|safe|wonderful|brilliant|quiet|restful|fantastic|pleasant|super|sweet|mean|ripper)\b",
    r"\benjoy (?:the|your) (?:rest|day|afternoon|evening|weekend|choir|coffee|lunch|match|break|holiday|tea|game|night|shift|sun|sunshine)\b",
    r"\ball the (?:very )?best\b|\bsafe (?:travels?|home|trip|drive|journey)\b|\bgo well\b|\bgood luck with\b|\bwish(?:ing)? you\b",
    r"\bover and out\b|\bbest wishes\b|\bgod bless\b",
    (
        r"\bi(?:'ll| will| shall|'d better| should| must|'ve got to| have to| need to|'m going to|'m gonna|'m afraid i must|'d best|'d better"
        r"| had better| better| ought to| really should| now must)(?: \w+){0,3}? (?:(?:get|be) (?:off|going|on my way|out of your)"
        r"|head (?:off|back|home|out|down)|let you (?:go|get|be|return|have)|leave you (?:to|in|with|be)|run\b(?! (?:the|a|my|it))|dash|go now"
        r"|see myself out|go home|return|make a move|push off|shoot off|be on my way|stop there|leave it there|get back to)"
    ),
)
_APOLOGY = any_of(
    r"\b(?:i'm |i am |so |very |really |oh |ah )*sorry\b(?! (?:state|sight|to hear|for your loss|about your|you had|that happened))",
    r"\bi? ?apologi[sz]e\b|\b(?:my|sincere) apolog(?:y|ies)\b|\bforgive me\b|\bpardon me\b|\bmy (?:bad|mistake|fault)\b|\bexcuse (?:me|my)\b",
    r"\bi (?:take (?:that|it) back|shouldn't have (?:asked|said)|didn't mean (?:to|it|that))\b",
    r"\bthat was (?:rude|out of line|clumsy|tactless|thoughtless|too (?:personal|far|much)) (?:of me)?|\baroha mai\b|\bno offen[cs]e\b",
)
_GREETING = any_of(
    (
        r"^[\s\W]*(?:oh |well |ah |um |why )?(?:hi|hiya|hello|hullo|hey|heya|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|g'?day"
        r"|greetings|howdy|yo|wotcha|pleased to meet|nice to meet|lovely to meet|great to meet|welcome|dear)\b"
    ),
    (
        r"\b(?:kia ora|m[oō]rena|t[eē]n[aā] (?:koe|k[oō]rua|koutou)|talofa(?: lava)?|m[aā]l[oō] (?:e lelei|ni|soifua)|bula(?: vinaka)?|kia orana"
        r"|fakaalofa|t[aā]lofa|namaste|namaskar|salaam|as-?sal[aā]m|sat sri akal|bonjour|hola|buenos d[ií]as|guten (?:tag|morgen)|konnichiwa|ni ?hao"
        r"|nǐ hǎo|annyeong\w*|xin ch[aà]o|kumusta|shalom|ciao|ol[aá]|privet|dzie[nń] dobry|dobry den|sawasdee|selamat|merhaba|hallo|hej)\b"
    ),
    r"\b(?:nice|lovely|good|great|pleased|glad|a pleasure) to (?:meet|see) (?:you|ya)\b",
)
_COURTESY = any_of(
    r"\bplease\b|\bsorry\b|\bpardon\b|\bexcuse (?:me|my)\b|\bforgive me\b|\bapolog\w+|\b(?:may|might) (?:i|we)\b|\bif i may\b",
    (
        r"(?<!what )(?<!how )(?<!where )(?<!when )(?<!why )(?<!who )\b(?:could|would"
        r"|might) you\b(?! (?:say (?:it|that|you|there|the)|do it|choose|call it|go back|ever|be (?:able to )?(?:fired|sacked)))"
    ),
    r"\b(?:could|can) i (?:please |possibly |perhaps |maybe |just )?(?:ask|check|have|trouble|borrow|come|get|suggest|hear|take)\b",
    r"\bwould (?:it|that|this) be (?:all right|alright|ok|okay|possible|fine|rude)|\bis (?:it|that) (?:all right|alright|ok|okay|fine)\b",
    r"\bif (?:that|it)(?:'s| is|'d be| would be) (?:all right|alright|ok|okay|fine|possible)|\bif you (?:don't|wouldn't|do not) mind",
    r"\bdo you mind\b|\bwould you mind|\bif you(?:'re| are) (?:willing|happy)",
    r"\bi(?:'d| would) be (?:so |very |really |most )*(?:grateful|glad|happy)|\bhonou?red\b|\bprivilege\b|\bpleasure\b",
    r"\b(?:nice|lovely|good|great|pleased|glad) to (?:meet|see)\b|\bwith (?:respect|pleasure)\b",
    r"\byou(?:'ve| have) been (?:so |very |really |incredibly |most )*(?:kind|generous|helpful|patient|gracious)|\baroha mai\b",
    r"\bwelcome\b(?= to (?:say|skip|stop))",
)


def has_thanks(text: str) -> bool:
    """Whether there is a word of thanks or appreciation, in any of the languages heard most in New Zealand."""
    low = plain(text)
    if not _THANKS.search(low):
        return False
    return _THANKS.search(_NOT_THANKS.sub(" ", low)) is not None


def is_farewell(text: str) -> bool:
    """Whether the speaker takes leave: "goodbye", "I must get back", "ka kite"."""
    return any(_FAREWELL.search(plain(s.text)) for s in split_sentences(text) if not s.text.rstrip("\"') ").endswith("?"))


def is_apology(text: str) -> bool:
    """Whether the speaker says sorry for something of their own; "sorry to hear that" is none."""
    return _APOLOGY.search(plain(text)) is not None


def is_greeting(text: str) -> bool:
    """Whether the utterance greets, in any of the languages heard most in New Zealand."""
    return _GREETING.search(plain(text)) is not None


def has_courtesy(text: str) -> bool:
    """Whether there is a courtesy word: thanks, please, may I, could you, would you mind, sorry and the like."""
    return has_thanks(text) or _COURTESY.search(plain(text)) is not None
