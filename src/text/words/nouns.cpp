#include "text/words/nouns.h"

#include <deque>
#include <string>

#include "text/words/epithets.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::string_view kPeople =
    "academic accountant activist actor addict administrator adult adversary adviser advisor advocate agent aide ally ambassador "
    "analyst anchor anchorman anthropologist applicant archaeologist archbishop architect artist assemblyman assistant associate astronaut astronomer athlete attendant attendee "
    "attorney auditor author backer baker banker bartender biographer billionaire biologist bishop blogger bookkeeper boss boyfriend brewer broadcaster broker "
    "brother builder businessman businessperson businesswoman butcher buyer bystander campaigner candidate captain cardinal caretaker carpenter "
    "caller celebrity ceo cfo chair chairman chairperson chairwoman challenger chancellor character chef chemist chief child citizen cleric clerk "
    "client climatologist coach co-author co-chair co-founder cofounder collaborator colleague collector colonel columnist comedian commander commentator commissioner "
    "committeeman committeewoman commuter comptroller conductor congressman congresswoman conservationist conservative consultant consumer contender contractor controller cook "
    "coordinator cop coroner correspondent councillor councilman councilor councilwoman counsel counsellor counselor counterpart couple courtier cousin coworker creator creditor critic "
    "curator customer dad dancer dealer dean defendant defender delegate democrat demonstrator dentist deputy designer detainee detective developer "
    "diplomat director dispatcher dissident doctor donor driver economist editor educator employee employer enemy engineer entertainer entrepreneur environmentalist "
    "envoy ethicist ex-boyfriend ex-girlfriend ex-husband ex-wife exec executive expert explorer eyewitness fan farmer father fellow fiance fiancee fighter filmmaker financier "
    "firefighter fisherman follower forecaster forester foreman founder friend front-runner frontrunner gaffer gardener general geologist girl girlfriend goalkeeper governor grandfather grandmother grandparent "
    "grandson granddaughter grower guard guardian guest guide guitarist gunman head headmaster headmistress headteacher helper hiker historian homeowner host hostess hotelier husband immigrant "
    "inmate innkeeper rep insider inspector instructor interpreter interviewer intern inventor investigator investor islander janitor journalist judge juror justice keeper king laborer lady landlord landowner "
    "lawmaker lawyer leader lecturer legislator liaison librarian lieutenant listener lobbyist local loyalist magistrate maker man manager marshal mathematician mayor mechanic "
    "mediator member merchant meteorologist midfielder midwife migrant miner minister moderator mogul mother mountaineer mourner mp mum mom musician narrator nanny neighbor "
    "neighbour nephew neurologist neuroscientist neurosurgeon newspaperman niece nominee novelist nun nurse observer occupant officer official officeholder onlooker operative operator opponent organiser organizer outfielder outsider "
    "owner painter paramedic parent parishioner participant partner passenger passer-by passerby pastor patient patron paediatrician pediatrician peer penpal person pharmacist philanthropist "
    "philosopher photographer physician physicist pianist pilot plaintiff planner player playwright plumber poet policeman policewoman politician pollster pope porter postman practitioner preacher premier "
    "presenter president priest prime-minister prince princess principal prisoner producer professor programmer promoter proponent prosecutor protester protestor provost psychiatrist psychologist publicist "
    "publisher pundit pupil queen radioman rancher ranger rapper reader realtor rebel receptionist recruiter refugee registrar relative reporter representative republican rescuer researcher resident "
    "respondent retiree rider rival runner sailor salesman saleswoman scholar scientist scout screenwriter sculptor secretary seller senator sergeant server shareholder sheriff shopkeeper shopper sibling "
    "singer sister skipper socialist sociologist soldier solicitor son songwriter source speaker specialist spectator speechwriter spokesman spokesmen spokesperson spokeswoman spouse staffer star statesman "
    "statistician stepfather stepmother strategist striker student subscriber successor superdelegate superintendent supervisor supporter surgeon surrogate survivor surveyor suspect swimmer taxpayer teacher technician teen "
    "teenager tenant therapist tourist trader trainer translator traveller traveler treasurer trooper trucker trustee tutor tycoon uncle undersecretary user vendor veteran vet veterinarian vicar viewer villager violinist visitor "
    "volunteer voter waiter waitress warden warrior watcher whistleblower widow widower wife winemaker winner witness woman worker worshipper writer youngster youth zoologist "
    "aunt daughter mayor-elect president-elect sympathizer newcomer hopeful incumbent luminary heavyweight loser victim attacker operator ex-president "
    "abbess abbot accomplice acquaintance acrobat adjudicator adjutant admiral adolescent adoptee ambulanceman amputee anaesthetist animator announcer "
    "apprentice arbiter arbitrator archer archivist aristocrat arsonist assailant assassin assessor astrologer auctioneer aviator babysitter bachelor "
    "backbencher bailiff bandleader bandmate banjoist barber baritone barmaid barman barrister bassist batsman beautician beauty beekeeper beggar bell- "
    "ringer bellringer beneficiary bidder biker birder bishop-elect blacksmith boatman bodyguard bookie bookmaker bookseller botanist bouncer bowler boxer "
    "breeder bricklayer bride bridegroom bungler burglar busker cabbie cabdriver cameraman camper canvasser captain-general captor cardiologist carer "
    "cashier castaway catcher cellist centenarian chancer chaplain chauffeur cheesemaker choirmaster choreographer chorister churchwarden cleaner clerk-of- "
    "works clinician clown co-host co-owner co-pilot co-star co-worker cobbler coder commandant commenter companion complainant composer compère concierge "
    "confidant conservator constable constituent contestant contortionist convener convenor convict copilot copywriter cosmonaut couturier cowboy coxswain "
    "coxwain crewman crewmate cricketer crofter crooner cross-examiner crossbencher culprit curate cyclist dairyman daredevil daughter-in-law deacon "
    "deckhand defector defenseman demographer deputy-mayor deserter diner disc-jockey diver docker documentary-maker dogwalker doorman double-agent "
    "dramatist draughtsman drummer earl ecologist editor-in-chief electrician emir emperor employee-owner empress enthusiast epidemiologist estate-agent "
    "ethnographer evacuee evangelist ex-mayor ex-minister ex-soldier examiner executioner executor exile extremist fashionista father-in-law ferryman "
    "fiddler finalist firebrand fireman first-year fisher fisherwoman fishmonger fitter fixer flatmate flautist florist footballer foundling freelancer "
    "freshman friar frontman frontwoman fugitive fundraiser funeral-director gambler gamekeeper gamer gangster gatekeeper geneticist geographer "
    "geophysicist ghostwriter glaciologist glassblower goalie godfather godmother golfer gondolier graduate graffiti-artist grandad grandchild grandma "
    "grandpa grocer groundskeeper groundsman groundworker guardsman guru gymnast gynaecologist hacker hairdresser half-brother half-sister harbormaster "
    "harbourmaster headhunter headliner heartthrob heir heiress helmsman herder hermit hitmaker hostage hotshot housekeeper housemate housewife hunk hunter "
    "hydrologist hypnotist illustrator imam immunologist impersonator impresario in-law influencer informant informer inspector-general instrumentalist "
    "interlocutor internee invigilator ironmonger jailer jeweler jeweller jockey joiner juggler keyboardist kidnapper kingpin knight labourer lad lass "
    "laureate lawman layman left-back left-winger lensman lexicographer librettist lifeguard lighthouse-keeper linebacker lineman linesman linguist "
    "liquidator litigant lock-keeper lockkeeper locksmith lodger logger loner longshoreman lorry-driver lyricist machinist maestro magician magnate maid "
    "mailman maltster marathoner marine-biologist mason masseur mastermind matriarch matron medalist medallist medic metallurgist metalworker "
    "microbiologist midshipman milkman millionaire millwright mime missionary monk mother-in-law motorcyclist motorist muezzin mycologist mystic naturalist "
    "navigator negotiator neurobiologist newlywed newsreader nightwatchman nobleman novice number-cruncher nutritionist obstetrician oceanographer "
    "octogenarian offender office-holder oligarch ombudsman oncologist ophthalmologist optician organist ornithologist orphan outlaw oysterman pal "
    "palaeontologist paleontologist paralegal parliamentarian pathologist patriarch peacekeeper peasant pedestrian pensioner percussionist performer "
    "perpetrator petitioner philologist pilot-boat piper pirate pitcher poacher podcaster political-scientist politico polymath postmaster postmistress "
    "postwoman potter prime-mover probationer prodigy producer-director proofreader propagandist proprietor protagonist protege protégé psychic publican "
    "puppeteer pyrotechnician quarterback quartermaster quizmaster rabbi racer radiographer radiologist railwayman rapporteur ratepayer rebel-leader "
    "recluse recording-artist rector referee regent rehabilitator reservist restaurateur returner reviewer revolutionary right-back ringleader roadie "
    "robber rocker roofer roommate runaway runner-up saboteur sadhu salesclerk salesperson salvager samaritan satirist saxophonist scaffolder scholar- "
    "activist schoolboy schoolchild schoolgirl schoolmaster schoolmate schoolteacher scribe seafarer seamstress seismologist self-starter septuagenarian "
    "serviceman servicewoman settler sexton shepherd sheriff-elect shipbuilder shipmate shipwright shoemaker shooter shop-steward showjumper showman "
    "showrunner shrink sidekick signaller signalman signatory sister-in-law skater skier sleuth smallholder smuggler sniper socialite solicitor-general "
    "son-in-law sophomore soprano sorcerer specialist-nurse speedster sportsman spy squatter stablehand stakeholder stalwart stand-in standup starlet "
    "stationmaster steelworker stepbrother stepdaughter stepsister stepson steward stewardess stockbroker stoker stonemason storyteller stowaway stranger "
    "streamer stuntman stuntwoman stylist superfan superstar surfer sympathiser tailor talisman tattooist taxi-driver taxidermist teammate techie "
    "teetotaller telephonist televangelist tenant-farmer tenor terrorist theologian thief tiktoker tiler toddler tormentor townsman townswoman toxicologist "
    "traditionalist trainee traitor trespasser trombonist troubadour truck-driver trumpeter tugmaster tv-host twin typist umpire undergraduate understudy "
    "undertaker underwriter unionist upholsterer urologist usher valet vandal ventriloquist verger viceroy victor vigilante vintner virologist virtuoso "
    "viticulturist vlogger vocalist volcanologist walker ward-sister warehouseman warlord watchmaker watchman weatherman weaver welder whaler wheelchair- "
    "user whistle-blower wildlife-officer winger wizard woodcutter wordsmith wrestler wrongdoer yachtsman yachtswoman youtuber zealot zookeeper";

constexpr std::string_view kPeoplePlural =
    "people police-officers authorities others those many some several both two three four five six dozens hundreds thousands few most all everyone everybody someone somebody "
    "anyone anybody nobody one another none majority half third quarter crowd audience family couple public electorate youths women men children folks parents staff personnel crew "
    "media press community generation population insiders pundits leadership opposition public jurors wives guys kids pair duo trio troops aides colleagues";

constexpr std::string_view kBodies =
    "academy administration agency airline airport alliance archdiocese army arm assembly association authority ballclub bakery band bank board brewery broadcaster brigade bureau business cabinet "
    "camp campaign carmaker caucus center centre chain chamber charity church city clinic club coalition college commission committee community company "
    "conglomerate congress consortium cooperative corporation council country county court daily defense department developer diocese directorate district division embassy "
    "employer enterprise executive-board exchange faction federation festival firm fleet force foundation franchise fund giant gallery government group hospital house industry inquiry insurer institute institution "
    "inspectorate intelligence jury kingdom kremlin laboratory lab label league legislature library lender lobby magazine maker manufacturer marines military militia mill ministry monarchy mosque movement municipality museum "
    "nation navy network newspaper newsroom nonprofit office operator opposition orchestra organisation organization outfit outlet palace panel paper parish parliament party police pentagon platform "
    "practice prosecution publication publisher radio-station railway regime regulator restaurant retailer school senate service shelter state station startup store studio subsidiary supplier synod "
    "task-force team theater theatre think-tank town treasury tribunal trust union unit university utility venture village vatican watchdog website weekly wire zoo side defence nonprofit broadcaster carrier developer "
    "pac blog site app bloc junta secretariat partnership practice startup brokerage tabloid "
    "body collective guild choir quartet bookmaker bottler distillery winery hatchery shipyard dockyard refinery quarry observatory consulate workshop "
    "creche hospice pharmacy infirmary barracks garrison squadron regiment battalion coastguard constabulary magistracy minority syndicate cartel "
    "mafia gang cult sect abbey monastery convent cathedral synagogue temple squad conservancy wildlife-trust co-op credit-union reinsurer "
    "multinational chipmaker drugmaker steelmaker housebuilder supermarket presidency chancellery premiership legation television radio tv";

constexpr std::string_view kDocuments =
    "abstract act ad advert advertisement affidavit agreement amendment analysis annex announcement application article assessment audit autobiography autopsy average bible bill billboard biography book booklet brief briefing "
    "brochure bulletin census certificate charter citation clause code column commercial communique communiqué complaint constitution contract "
    "covenant cover-letter database data decision declaration decree deed deposition diary diploma directive document documentary draft dossier editorial email e-mail entry essay estimate evaluation evidence "
    "exam excerpt executive-order figures file filing film findings footage forecast form guidance guideline guidebook handbook headline index indictment inscription "
    "inventory invitation invoice journal judgment judgement law lawsuit leaflet ledger legislation letter list log magazine-article manifesto manual manuscript map measure memo memoir memorandum menu minutes "
    "motion newsletter note notice notification novel obituary op-ed opinion order ordinance page pamphlet paper-trail papers passage petition placard plaque plan play poem policy poll polling poster press-release profile program programme projection "
    "prospectus protocol proverb quatrain questionnaire ranking readout receipt recording record records referendum regulation release report resolution result review rule ruling safety-notice scripture script "
    "section sentence sermon sign slide song specification spreadsheet statement statistic statute story stipulation study suit summary summons survey syllabus table tape terms testament textbook thesis "
    "timeline title transcript treatise treaty trial tribute update verdict verse video warrant warning will writ yearbook website-page "
    "annexe appendix register inspection rulebook chapter banner circular tune anthem hymn caption flyer pact accord addendum almanac anthology "
    "blurb cable calendar catalogue catalog chronicle clipping codicil compendium crib curriculum cv disclaimer dissertation docket ebook "
    "encyclopedia epitaph epilogue epigraph explainer fact-sheet factsheet footnote foreword gazetteer glossary graffiti logbook lyric lyrics "
    "monograph nameplate packaging paperback paragraph parable pleading postcard postscript preface press-kit primer printout prologue psalm "
    "recipe schedule scoreboard screenshot scroll signpost subpoena subtitle telegram translation white-paper workbook worksheet jingle ballad "
    "slogan-board ticker livestream voicemail webpage wiki blogpost handout";

constexpr std::string_view kExpressions =
    "account accusation acknowledgment admission advice aim allegation ambition answer appeal argument apology assertion assumption attack attitude belief call claim comment commentary complaint concern "
    "concession conclusion confession contention conviction criticism decision denial demand desire disclosure doubt explanation expectation fear feeling hint hope idea insistence instinct intent intention interview judgment "
    "lament logic mantra message mind mouth objection observation opinion pitch plea pledge position post posting prediction promise proposal quip quote quotation rant reaction reasoning rebuttal reflection refusal rejoinder "
    "remark reply  request response retort rhetoric sentiment slogan speech stance stand statement suggestion suspicion talk text text-message testimony theory thought threat tone tweet vision view voice vow warning wish words worry denunciation";

constexpr std::string_view kWomen =
    "actress anchorwoman assemblywoman aunt ballerina businesswoman chairwoman congresswoman councilwoman committeewoman daughter duchess ex-girlfriend ex-wife fiancee girl "
    "girlfriend granddaughter grandmother headmistress heroine hostess lady midwife mom mother mum niece nun policewoman princess queen saleswoman "
    "sister spokeswoman stepmother waitress widow wife woman stepdaughter stepsister mother-in-law daughter-in-law sister-in-law half-sister godmother grandma "
    "housewife heiress seamstress stewardess bride barmaid maid matriarch matron schoolgirl empress abbess duchess lass frontwoman schoolmistress postmistress";
constexpr std::string_view kMen =
    "actor anchorman assemblyman boy boyfriend brother businessman chairman congressman councilman committeeman dad duke ex-boyfriend ex-husband father fiance fisherman foreman gaffer grandfather grandson headmaster husband "
    "king man nephew policeman pope postman priest prince salesman son spokesman stepfather uncle waiter widower stepson stepbrother father-in-law son-in-law brother-in-law half-brother godfather grandad grandpa "
    "bridegroom barman patriarch schoolboy emperor abbot monk friar lad frontman schoolmaster heir-apparent nobleman milkman fireman cameraman doorman handyman hunk heartthrob patriarch lad";

using Nouns = WordMap<Noun>;

Nouns build() {
  Nouns out;
  const auto add = [&](std::string_view words, Noun entry) {
    for_each_word(words, [&](std::string_view word) { out.add(word, entry); });
  };
  add(kPeoplePlural, {NounKind::person, true, Gender::unknown});
  add(kPeople, {NounKind::person, false, Gender::unknown});
  add("boy actress heroine ballerina duke baroness", {NounKind::person, false, Gender::unknown});
  add(kBodies, {NounKind::organization, false, Gender::unknown});
  add(kDocuments, {NounKind::document, false, Gender::unknown});
  add(kExpressions, {NounKind::expression, false, Gender::unknown});
  for_each_word(kWomen, [&](std::string_view word) { out[word].gender = Gender::female; });
  for_each_word(kMen, [&](std::string_view word) { out[word].gender = Gender::male; });
  return out;
}

const Nouns& nouns() {
  static const Nouns table = build();
  return table;
}

// Irregular plurals, and endings in -men and -women.
const WordMap<std::string_view>& irregular() {
  static constexpr std::pair<std::string_view, std::string_view> kForms[] = {
      {"spokesmen", "spokesman"}, {"spokeswomen", "spokeswoman"}, {"businessmen", "businessman"}, {"policemen", "policeman"},
      {"congressmen", "congressman"}, {"congresswomen", "congresswoman"}, {"councilmen", "councilman"}, {"chairmen", "chairman"},
      {"fishermen", "fisherman"}, {"gunmen", "gunman"}, {"salesmen", "salesman"}, {"statesmen", "statesman"}, {"wives", "wife"},
      {"midwives", "midwife"}, {"studies", "study"}, {"analyses", "analysis"}, {"theses", "thesis"}, {"businesswomen", "businesswoman"},
      {"surveys", "survey"}, {"passers-by", "passer-by"}, {"passersby", "passerby"}};
  static const auto map = [] {
    WordMap<std::string_view> out;
    for (const auto& [plural, singular] : kForms) out.add(plural, singular);
    return out;
  }();
  return map;
}

// "agencies" -> "agency": the singular must live as long as a literal, so it is found among the nouns.
const WordMap<std::string_view>& plurals_in_y() {
  static std::deque<std::string> plurals;
  static const auto map = [] {
    WordMap<std::string_view> out;
    for (const std::string_view word : nouns().words()) {
      if (word.ends_with('y')) out.add(plurals.emplace_back(word.substr(0, word.size() - 1)).append("ies"), word);
    }
    return out;
  }();
  return map;
}

// "epidemiologist", "folklorist", "lexicographer", "dietician": who does it for a living.
bool says_calling(std::string_view word) {
  return word.size() > 8 &&
         (word.ends_with("ologist") || word.ends_with("lorist") || word.ends_with("ographer") || word.ends_with("ician") ||
          word.ends_with("icist") || word.ends_with("iatrist"));
}

}  // namespace

std::string_view singular(std::string_view word) {
  if (nouns().contains(word)) return word;
  if (const auto* found = irregular().find(word)) return *found;
  if (const auto* found = plurals_in_y().find(word)) return *found;
  if (word.size() > 3 && word.ends_with('s')) {
    if (const auto stem = word.substr(0, word.size() - 1); nouns().contains(stem)) return stem;
    if (const auto stem = word.substr(0, word.size() - 2); word.ends_with("es") && nouns().contains(stem)) return stem;
  }
  return word;
}

Noun noun(std::string_view word) {
  const std::string_view base = singular(word);
  const Noun* found = nouns().find(base);
  if (found == nullptr) {
    // "sportswoman", "handyman", "epidemiologist" and the like.
    const std::string_view one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    if (says_calling(one)) return {NounKind::person, one != word, Gender::unknown};
    if (word != "old" && word != "royal" && word != "native" && word != "comic" && is_epithet(word)) return {NounKind::person, false, Gender::unknown};
    if (word.ends_with("woman")) return {NounKind::person, false, Gender::female};
    if (word.ends_with("man") && word.size() > 5) return {NounKind::person, false, Gender::male};
    if (word.ends_with("women") || (word.ends_with("men") && word.size() > 5)) return {NounKind::person, true, Gender::unknown};
    return {};
  }
  Noun entry = *found;
  entry.plural |= base != word;
  return entry;
}

}  // namespace sayso
