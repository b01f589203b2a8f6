#include "text/words/nouns.h"

#include <string>
#include <unordered_map>

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
    "inmate innkeeper insider inspector instructor interpreter interviewer intern inventor investigator investor islander janitor journalist judge juror justice keeper king laborer lady landlord landowner "
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
    "aunt daughter mayor-elect president-elect sympathizer newcomer hopeful incumbent luminary heavyweight loser victim attacker operator ex-president";

constexpr std::string_view kPeoplePlural =
    "people police-officers authorities others those many some several both two three four five six dozens hundreds thousands few most all everyone everybody someone somebody "
    "anyone anybody nobody one another none majority half third quarter crowd audience family couple public electorate youths women men children folks parents staff personnel crew "
    "media press community generation population insiders pundits leadership opposition public jurors wives guys kids troops aides colleagues";

constexpr std::string_view kBodies =
    "academy administration agency airline airport alliance archdiocese army arm assembly association authority ballclub bakery band bank board brewery broadcaster brigade bureau business cabinet "
    "camp campaign carmaker caucus center centre chain chamber charity church city clinic club coalition college commission committee community company "
    "conglomerate congress consortium cooperative corporation council country county court daily defense department developer diocese directorate district division embassy "
    "employer enterprise executive-board exchange faction federation festival firm fleet force foundation franchise fund giant gallery government group hospital house industry inquiry insurer institute institution "
    "inspectorate intelligence jury kingdom kremlin laboratory lab label league legislature library lender lobby magazine maker manufacturer marines military militia mill ministry monarchy mosque movement municipality museum "
    "nation navy network newspaper newsroom nonprofit office operator opposition orchestra organisation organization outfit outlet palace panel paper parish parliament party police pentagon platform "
    "practice prosecution publication publisher radio-station railway regime regulator restaurant retailer school senate service shelter state station startup store studio subsidiary supplier synod "
    "task-force team theater theatre think-tank town treasury tribunal trust union unit university utility venture village vatican watchdog website weekly wire zoo side defence nonprofit broadcaster carrier developer "
    "pac blog site app bloc junta secretariat partnership practice startup brokerage tabloid";

constexpr std::string_view kDocuments =
    "abstract act ad advert advertisement affidavit agreement amendment analysis annex announcement application article assessment audit autobiography autopsy average bible bill billboard biography book booklet brief briefing "
    "brochure bulletin census certificate charter citation clause code column commercial communique communiqué complaint constitution contract "
    "covenant cover-letter database data decision declaration decree deed deposition diary diploma directive document documentary draft dossier editorial email e-mail entry essay estimate evaluation evidence "
    "exam excerpt executive-order figures file filing film findings footage forecast form guidance guideline guidebook handbook headline index indictment inscription "
    "inventory invitation invoice journal judgment judgement law lawsuit leaflet ledger legislation letter list log magazine-article manifesto manual manuscript map measure memo memoir memorandum menu minutes "
    "motion newsletter note notice notification novel obituary op-ed opinion order ordinance page pamphlet paper-trail papers passage petition placard plaque plan play poem policy poll polling poster press-release profile program programme projection "
    "prospectus protocol proverb quatrain questionnaire ranking readout receipt recording record records referendum regulation release report resolution result review rule ruling safety-notice scripture script "
    "section sentence sermon sign slide song specification spreadsheet statement statistic statute story stipulation study suit summary summons survey syllabus table tape terms testament textbook thesis "
    "timeline title transcript treatise treaty trial tribute update verdict verse video warrant warning will writ yearbook website-page";

constexpr std::string_view kExpressions =
    "account accusation acknowledgment admission advice aim allegation ambition answer appeal argument apology assertion assumption attack attitude belief call claim comment commentary complaint concern "
    "concession conclusion confession contention conviction criticism decision denial demand desire disclosure doubt explanation expectation fear feeling hint hope idea insistence instinct intent intention interview judgment "
    "lament logic mantra message mind mouth objection observation opinion pitch plea pledge position post posting prediction promise proposal quip quote quotation rant reaction reasoning rebuttal reflection refusal rejoinder "
    "remark reply  request response retort rhetoric sentiment slogan speech stance stand statement suggestion suspicion talk text text-message testimony theory thought threat tone tweet vision view voice vow warning wish words worry denunciation";

constexpr std::string_view kWomen =
    "actress anchorwoman assemblywoman aunt ballerina businesswoman chairwoman congresswoman councilwoman committeewoman daughter duchess ex-girlfriend ex-wife fiancee girl "
    "girlfriend granddaughter grandmother headmistress heroine hostess lady midwife mom mother mum niece nun policewoman princess queen saleswoman "
    "sister spokeswoman stepmother waitress widow wife woman";
constexpr std::string_view kMen =
    "actor anchorman assemblyman boy boyfriend brother businessman chairman congressman councilman committeeman dad duke ex-boyfriend ex-husband father fiance fisherman foreman gaffer grandfather grandson headmaster husband "
    "king man nephew policeman pope postman priest prince salesman son spokesman stepfather uncle waiter widower";

using Nouns = std::unordered_map<std::string_view, Noun>;

Nouns build() {
  Nouns out;
  const auto add = [&](std::string_view words, Noun entry) {
    for_each_word(words, [&](std::string_view word) { out.try_emplace(word, entry); });
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
const std::unordered_map<std::string_view, std::string_view>& irregular() {
  static const std::unordered_map<std::string_view, std::string_view> map{
      {"spokesmen", "spokesman"}, {"spokeswomen", "spokeswoman"}, {"businessmen", "businessman"}, {"policemen", "policeman"},
      {"congressmen", "congressman"}, {"congresswomen", "congresswoman"}, {"councilmen", "councilman"}, {"chairmen", "chairman"},
      {"fishermen", "fisherman"}, {"gunmen", "gunman"}, {"salesmen", "salesman"}, {"statesmen", "statesman"}, {"wives", "wife"},
      {"midwives", "midwife"}, {"studies", "study"}, {"analyses", "analysis"}, {"theses", "thesis"}, {"businesswomen", "businesswoman"},
      {"surveys", "survey"}, {"passers-by", "passer-by"}, {"passersby", "passerby"}};
  return map;
}

// "agencies" -> "agency": the singular must live as long as a literal, so it is found among the nouns.
const std::unordered_map<std::string, std::string_view>& plurals_in_y() {
  static const auto map = [] {
    std::unordered_map<std::string, std::string_view> out;
    for (const auto& [word, entry] : nouns()) {
      if (word.ends_with('y')) out.emplace(std::string(word.substr(0, word.size() - 1)) + "ies", word);
    }
    return out;
  }();
  return map;
}

}  // namespace

std::string_view singular(std::string_view word) {
  if (nouns().contains(word)) return word;
  if (const auto found = irregular().find(word); found != irregular().end()) return found->second;
  if (const auto found = plurals_in_y().find(std::string(word)); found != plurals_in_y().end()) return found->second;
  if (word.size() > 3 && word.ends_with('s')) {
    if (const auto stem = word.substr(0, word.size() - 1); nouns().contains(stem)) return stem;
    if (const auto stem = word.substr(0, word.size() - 2); word.ends_with("es") && nouns().contains(stem)) return stem;
  }
  return word;
}

Noun noun(std::string_view word) {
  const std::string_view base = singular(word);
  const auto found = nouns().find(base);
  if (found == nouns().end()) {
    // "sportswoman", "handyman" and the like.
    if (word.ends_with("woman")) return {NounKind::person, false, Gender::female};
    if (word.ends_with("man") && word.size() > 5) return {NounKind::person, false, Gender::male};
    if (word.ends_with("women") || (word.ends_with("men") && word.size() > 5)) return {NounKind::person, true, Gender::unknown};
    return {};
  }
  Noun entry = found->second;
  entry.plural |= base != word;
  return entry;
}

}  // namespace sayso
