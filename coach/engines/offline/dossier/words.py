"""Words by what they do in notes: heads of job titles, kinds of organisations, relatives, days and months, and the everyday words that are never a name.

Collected for this project; the heads of job titles were checked against the last words of the titles in O*NET 30.1 and ESCO 1.2. Everything is lower case.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLE_HEADS = _words("""
    accountant actress actuary adviser advisor advocate agent aide ambulance analyst apprentice arborist archaeologist architect archivist artist artisan
    assistant associate astronaut attendant attorney auctioneer author bailiff baker banker barista barber bartender beautician boilermaker bookkeeper brewer
    bricklayer broker builder butcher buyer captain cartographer carer caretaker carpenter cashier censor chaplain chair chargehand chauffeur chef chemist
    chief chippie chippy choreographer cleaner clerk coach coder concierge conductor conservator constable consultant controller cook coordinator co-ordinator
    cop coroner correspondent counsel counsellor courier craftsperson crew critic curator dancer dean deckhand delegate dentist deputy designer detective
    developer dietician dietitian diplomat director dispatcher diver doctor doula draughtsperson driver economist editor educator electrician engineer
    entrepreneur estimator examiner executive expert fabricator facilitator farmer fellow filmmaker firefighter fireman fisher fisherman fitter florist
    forager forecaster foreman forester founder framer freelancer gardener geologist glaciologist glazier grazier groom groomer groundskeeper groundsman
    groundsperson guard guide hairdresser hand handler handyman handyperson headteacher herbalist host hostess housekeeper hydrologist illustrator inspector
    installer instructor intern interpreter inventor investigator jailer janitor jeweller jeweler jockey joiner journalist judge keeper labourer laborer
    lawyer lead leader lecturer liaison librarian lieutenant lifeguard linesman lineman linguist locksmith logger logistician machinist magistrate maid maker
    manager marshal mason masseur masseuse mate matron mechanic mechanician medic merchandiser merchant meteorologist midwife miller miner minister missionary
    moderator modeller model monitor musician nanny naturalist navigator negotiator notary nun nurse officer official operative operator optician optometrist
    orderly organiser organizer osteopath outfitter owner packer painter paralegal paramedic paraprofessional partner pathologist patrolman pedagogue
    performer pharmacist photographer physician physicist physio physiotherapist picker pilot planner plasterer player plumber podiatrist poet policeman
    policewoman policymaker politician porter postie postman potter practitioner preparator presenter president priest principal printer producer professional
    professor programmer promoter prosecutor prosthetist psychiatrist psychologist publican publicist radiographer ranger rancher realtor receptionist
    recruiter rector referee registrar reporter rep representative researcher restorer rigger roofer roustabout runner sailor sales salesman salesperson
    saleswoman scaffolder scheduler scholar scientist scout scribe sculptor seamstress secretary sergeant server setter sheriff shearer shipwright shoemaker
    shunter signaller signwriter silversmith singer skipper smith sniper solicitor soldier sommelier sonographer sparky sparkie specialist staffer steward
    stewardess stonemason strategist stylist superintendent superintendant supervisor supplier surgeon surveyor sweeper tailor tattooist teacher tech
    technician technologist teller tester therapist tiler toolmaker trader trainee trainer translator tree-surgeon trimmer trucker truckie tuner tutor
    tv-presenter umpire undertaker underwriter usher valet valuer vet veterinarian vicar videographer vintner viticulturist vp waiter waitress warden
    watchmaker weaver welder winemaker woodworker worker wrangler writer zookeeper zoologist ceo cfo coo cto gm head dj mc pa ta copywriter webmaster swe sre
    devops techie tradie brickie spark boilerman barrister bosun boatswain quartermaster blacksmith farrier saddler luthier cooper thatcher dyer typesetter
    bookbinder tumuaki pouako pouhere poutiaki pou kaihautū kaumātua tohunga ringatoi meisterin meister ingenieur ingenieurin arzt ärztin lehrer lehrerin
    infirmier infirmière ingénieur enfermera ingeniero maestro maestra
    """)
"""Last words of job titles; `is_role` in `titles` adds rules for the endings -er, -or, -ist, -ian and the te reo prefix kai-."""

NOT_ROLES = _words("""
    dolor tempor consectetur labor
    meet trawler freighter tanker cruiser clipper locker rocker poster roller tiller propeller carrier terrier courier-bag helicopter chopper chipper digger
    tractor outdoor indoor after alter amber amour another anger answer anywhere beaker bar beer better bigger bitter blister border bother boulder brother
    buffer bumper butter career calendar cancer carer's centre center chapter charter cheer cheaper closer cluster collar color computer consumer container
    copper corner counter cover cylinder danger daughter deer differ diner dinner disaster dollar door drawer easier either elder engineers' error ever
    exterior factor faster father favor fever fewer fiber figure filter finger fire flavor floor flower folder footer former further gender ginger greater
    grandfather grandmother hammer harbor harbour harder header her hour however humor hunger interior inner jumper junior kilometer ladder larger later
    latter laser layer leather letter lever liver loser lower lumber major manner marker master matter member meter mirror minor minister's mister monster
    mother motor mover narrower neither never newsletter nicer number october november december september offer older order other outer oyster over owner's
    paper partner's pepper per plaster poster poor powder power prior primer printer's proper quarter quicker rather register remember render river rubber
    scanner sector semester senior shelter shorter shoulder shower silver simpler sister slower smaller smoother sooner spider sponsor spider stronger suffer
    sugar summer super supper sweater tender theatre theater thunder tiger timber together tower transfer trigger under upper user vapor water weather wander
    weaker whatever whenever wherever whether whichever whoever wider wiser winter wonder worker's younger your four for or nor author's exist list assist
    twist wrist fist mist insist consist persist resist minimalist just first best most test guest west east rest past last least cost asian italian
    australian canadian indian european american victorian russian christian egyptian iranian norwegian brazilian hawaiian hungarian romanian bulgarian
    ukrainian tasmanian median than mean human woman man roman german norman ottoman snowman layman gentleman chairman's freshman reviewer viewer browser
    folder sticker sneaker locker trailer mixer freezer cooler heater toaster blender boiler charger burner dryer washer fryer cooker
    """)
"""Words that end like a job title and are none."""

ORG_WORDS = _words("""
    academy agency airlines airport airways archive archives architects arena associates association authority bakery bank board books brewery bros brothers
    builders bureau cafe centre center charity church clinic club co co-op college committee commission company consultants consulting contractors cooperative
    corp corporation council court creative dairy dental department design designs digital district engineering energy enterprises estate exchange ferries
    funeral farm farms federation film films finance firm fisheries forestry foundation fund gallery games garage garden gardens gmbh group hall health
    holdings homes hospice hospital hospitals hotel house imaging inc industries institute insurance international kindergarten kura lab laboratories
    laboratory labs law legal library limited llc llp logistics ltd management marae manufacturing marina market mechanical media medical mill mills ministry
    motors museum network networks nhs nursery observatory office opera orchards orchestra organics partners partnership pharmaceuticals pharmacy physio plc
    plumbing police polytechnic port post practice preschool press primary prison production productions properties publishers publishing pty rail railway
    rehab records recovery elevators lifts signs seafoods trawlers refinery research reserve resort restaurant resources robotics rūnanga sanctuary savings
    school schools sciences seed seeds services shipping signalling society software solutions station stores studio studios surgery survey surveying systems
    technologies technology tech theatre theater toys transport trust union university utilities vet vets veterinary vineyard vineyards ward wānanga waste
    water winery wines wood apiaries honey lodge care village kennels stables nurseries roads county shearing brewing roastery foundry beacon kindergartens
    playcentre forecasting safety surveyors adventures tours collective alliance network taskforce force command brigade commissioners aviation motorcycles
    bikes boats yachts sails timber tree trees thatching roofing farriers stud furniture ceramics pottery glass dance ballet theatre puppets wood woodworks works workshop yard zoo electric
    electrical plastics joinery stonework construction sanitätshaus krankenhaus klinik werkstatt schule ascenseurs hôpital école société hospitalier
    universität iwi pilotage navigation tribunal
    """)
"""Words that show a name to be that of an organisation."""

KIN = _words("""
    mum mom mam ma mother dad papa father brother sister bro sis son daughter uncle aunt aunty auntie cousin cuz nan nana gran grandma granny grandpa grandad
    granddad oma opa koro kui nephew niece wife husband hubby partner boyfriend girlfriend bf gf flatmate roommate friend mate neighbour neighbor teacher
    tutor lecturer prof professor coach's boss landlord colleague classmate kid kids child baby mother-in-law stepdad stepmum twin whāngai tuakana teina
    """)

WOMEN = _words("mum mom mam mother sister daughter aunt aunty auntie nan nana gran grandma granny oma kui niece wife girlfriend stepmum")
MEN = _words("dad father brother bro son uncle grandpa grandad granddad opa koro nephew husband hubby boyfriend stepdad")
"""Relatives by gender, so that a pronoun can be told to be theirs."""

HONORIFICS = _words(
    "mr mrs ms miss mx dr prof professor sir dame rev fr sister whaea matua koro kui kōkā papa pāpā auntie aunty aunt uncle"
    " captain capt sgt chef coach frau herr señor señora monsieur madame mme ato nurse"
)

DAYS = _words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun mane tūrei wenerei tāite paraire hātarei rātapu
    rāhina rātū rāapa rāpare rāmere rāhoroi turei taite hatarei ratapu rahina ratu raapa rapare ramere rahoroi
    """)

MONTHS = _words("""
    january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec hānuere pēpuere
    māehe āperira mei hune hūrae ākuhata hepetema oketopa noema tīhema hanuere pepuere maehe aperira hurae akuhata tihema kohitātea huitanguru poutūterangi
    paengawhāwhā haratua pipiri hōngongoi hereturikōkā mahuru whiringa-ā-nuku whiringa-ā-rangi hakihea
    """)

NUMBERS = _words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
    sixty seventy eighty ninety hundred dozen couple few several many
    """)

IWI = _words("ngāti ngāi ngāpuhi tainui waikato tūhoe whakatōhea ngati ngai ngapuhi")
"""First words of names of peoples of Aotearoa, never of a person."""

COMMON = _words("""
    a able about above across act actual actually after again against age ago agree ahead ai all almost alone along already alright also although always am
    amazing among an and another any anybody anyone anything anyway apart apparently appointment approx are area around arrive arrived arvo as ask asked
    asking at ate available away awesome baby back background bad base based basically be because become been before began begin being believe best better
    between big bike bit bloke book born both bring bro brought build built bus busy but by cafe call called calling calls came can cant car care career
    careers carpark catch cause change chat check children city class clean clinic close coffee cold college come comes coming company cool cos could country
    couple course coz cuz cut cycle daily date day days deal decide degree did didnt different dinner do does doesnt doing done dont door down drive dude
    during each early easy eat eh either else email employer end enough etc even evening ever every everyone everything ex fella bloke lad lass dude gal
    excited experience face fact family famous far fast feel fell felt few field figure find fine finish finished first fit five fix for found four free
    friend from front full fun funny future gave general get gets getting girl give given go goes going gonna good got great group guess guy guys had half
    hands happen hard has have having he head hear heard help her here heres hers hes hey hi him his hmm holiday home hope host hot hour hours house how
    however huge i id idea idk if ill im important in info instead interested interesting interview into is isnt it its itself ive job jobs just keen keep
    keeps kept kid kids kind knew know knows kinda large last late lately later learn least leave left less let lets letter level life like likes line list
    listen little live lives lol long look looked looking looks lot lots love loves low lunch made mainly major make makes man many mate math maths matter may
    maybe me mean means meant meet meeting message met mid middle might min mind mine minute minutes mins money month months more morning most mostly mother
    move moved moving much mum must my myself name named names near nearly need needs neither never new news next nice night no nobody none nor normal not
    note notes nothing now number of off office often oh ok okay old older on once one ones only onto open or order other others our out outside over own page
    paid part past pay people per perhaps person phone pick place plan play please plus point possible pretty probably problem profile put question questions
    quick quite ran rang rather read ready real really reckon reckons remember reply rest right ring ringing role room run runs said same sat saw say saying
    says school second see seeing seem seems seen sent set several shall she shed shes shift shop short should show shy side since sit site small smart so
    some somebody someone something sometimes somewhere soon sorry sort sounds speak staff start started starts stay still stoked stop street study stuff such
    sure take taken takes taking talk talked talking taught tbh team teach tell tells test text than thank thanks that thats the their them then there theres
    these they theyre theyve thing things thingy think thinking thinks this those though thought three through time times tired title to today together told
    tomorrow tonight too took top total totally town trade train tried true try trying turn turned two type ugh um uncle under uni unless until up upon us use
    used using usually very via video visit wait walk wanna want wanted wants was way we wear week weekend weeks weird well went were weve what whatever whats
    when where whether which while who whole whos whose why will wish with within without woman won wont word work worked working works world worth would
    write wrong wrote yeah year years yep yes yet you young your youre yourself yr yrs zoom hello dear cheers regards best kind yours sincerely warmly kia ora
    mōrena tēnā koe koutou ngā mihi aroha nui nau mai haere whānau kei hoki ko he ki te o nō mō rāua
    """)
"""Everyday words that are never part of a person's name in notes without capitals."""

SURNAMES = _words("""
    archer baker barber barker brewer butcher butler carpenter carter chandler cook cooper draper dyer farmer fisher fletcher forester fowler gardner gardener
    glover harper hooper hunter keeper marshall mason mercer miller painter parker piper porter potter proctor reader sadler sawyer sexton shepherd singer
    skinner slater smith spencer spicer tanner taylor thatcher turner tyler walker weaver webster wheeler wright clerk
    """)
"""Surnames that are also words for somebody who does a job."""

HEADWORDS = _words("""
    hui kaupapa tohu iwi pātai mahi kōrero position full owe job role employer tutor reply text coffee chat got looked start mostly mainly nobody bees bridge
    bridges year names shop story research teaching room outside biography about activity academic achievements advice agenda also although appointment april
    area august award because before between biography bio both business but career careers charity clinic college company contact course current december
    decided did direct directors doctor during education email employer employers experience facts february firm for founded friday from general good great he
    hello her here highlights his how however i if in information interests interview interviewee interviewing into is it january job july june kia languages
    last learned learnt licenses location logistics looked lives looks maybe media meet meeting monday mostly mr mrs ms my name new news next not note notes
    november now occupation october office on one only or organisation organization other our overview people person phone place plan possible preparation
    prep previously profession professional profile publications purpose question questions read recommendations recently research role runs saturday says
    school senior september she since skills so some someone spoke staff studied studies sunday summary support talk teaching team thank thanks that the their
    them then there these they things this those three thursday time title to today tuesday two under university usually video volunteer volunteering we
    wednesday week what when where which while who why will with work works year years yes you your uncle aunt auntie aunty mum dad also according another any
    are as at be been was were has had have do does joined started worked graduated born grew moved owns own grows owned won wrote advise walk buys opened
    speaks usually need needs every all almost even ever few half many more most much each
    """)
"""Words that stand with a capital at the start of a line or heading and do not begin a name."""
