#include "text/words/titles.h"

#include <utility>

#include "text/words/word_set.h"

namespace sayso {
namespace {

const WordSet& female() {
  static const WordSet set("mrs ms miss madame mme madam mlle frau fru signora señora sra dame lady sister mother queen princess duchess "
                           "baroness countess congresswoman chairwoman councilwoman assemblywoman alderwoman empress");
  return set;
}

const WordSet& male() {
  static const WordSet set("mr m herr monsieur signor señor sr sir lord father brother king prince duke baron earl emperor pope imam "
                           "sheikh sheik congressman chairman councilman assemblyman alderman don archbishop cardinal");
  return set;
}

const WordSet& honorifics() {
  static const WordSet set("mr mrs ms miss mx dr prof professor sir dame lady lord madame mme madam mlle monsieur herr frau fru signor "
                           "signora señor señora sra don rev reverend fr father sister brother rabbi imam sheikh sheik hon");
  return set;
}

// Offices that stand before a name with a capital.
const WordSet& offices() {
  static const WordSet set(
      "president premier chancellor minister secretary undersecretary senator sen representative rep congressman congresswoman "
      "congressmember delegate governor gov lieutenant lt mayor commissioner councilman councilwoman councillor councilor "
      "councilmember alderman alderwoman alderperson supervisor assemblyman assemblywoman assemblymember lawmaker legislator "
      "chairman chairwoman chairperson chair chief director speaker leader whip ambassador amb consul envoy judge justice magistrate "
      "attorney atty solicitor prosecutor sheriff deputy officer detective det inspector constable superintendent supt marshal "
      "trooper agent general gen colonel col major maj captain capt commander cmdr sergeant sgt corporal cpl private pvt admiral adm "
      "lieutenant ensign brigadier brig commodore marshal king queen prince princess duke duchess baron baroness earl count countess "
      "emperor empress emir sultan pope cardinal archbishop bishop pastor deacon father sister brother mother saint ayatollah grand "
      "mufti dean provost principal coach manager editor reporter correspondent columnist spokesman spokeswoman spokesperson "
      "spokesmember mp mep msp td coroner treasurer comptroller controller auditor ombudsman administrator ceo cfo coo cto "
      "vice-president co-founder founder cofounder lawyer counsel economist historian analyst astronaut nominee candidate "
      "executive recorder dj mc rapper host president-elect governor-elect mayor-elect superintendent-general "
      "justices judges senators sens representatives reps governors govs presidents ministers councillors councilors commissioners mayors "
      "professors profs drs generals detectives officers prosecutors congressmen congresswomen bishops messrs "
      "pc dc ds wpc dci dcs insp cllr cllrs ald "
      "vice-chair vice-chairman headliner democrat republican counselor adviser advisor strategist pollster czar");
  return set;
}

const WordSet& abbreviated() {
  static const WordSet set("mr mrs ms mx dr prof rev fr hon sen rep gov lt amb atty det supt gen col maj capt cmdr sgt cpl pvt adm brig st "
                           "jr sr messrs pres del dist asst assoc no vs");
  return set;
}

const WordMap<std::string_view>& long_forms() {
  static constexpr std::pair<std::string_view, std::string_view> kForms[] = {
                           {"sen", "senator"},        {"rep", "representative"}, {"gov", "governor"},  {"prof", "professor"},
                           {"dr", "doctor"},          {"lt", "lieutenant"},      {"amb", "ambassador"}, {"atty", "attorney"},
                           {"det", "detective"},      {"supt", "superintendent"}, {"gen", "general"},  {"col", "colonel"},
                           {"maj", "major"},          {"capt", "captain"},       {"cmdr", "commander"}, {"sgt", "sergeant"},
                           {"rev", "reverend"},       {"pres", "president"},     {"adm", "admiral"},   {"ceo", "executive"},
                           {"congressman", "representative"}, {"congresswoman", "representative"}};
  static const auto map = [] {
    WordMap<std::string_view> out;
    for (const auto& [title, office] : kForms) out.add(title, office);
    return out;
  }();
  return map;
}

}  // namespace

bool is_honorific(std::string_view word) { return honorifics().contains(word); }
bool is_title(std::string_view word) { return honorifics().contains(word) || offices().contains(word); }
bool is_abbreviated_title(std::string_view word) { return abbreviated().contains(word); }

bool is_name_suffix(std::string_view word) {
  static const WordSet set("jr sr ii iii iv");
  return set.contains(word);
}

Gender title_gender(std::string_view word) {
  if (female().contains(word)) return Gender::female;
  return male().contains(word) ? Gender::male : Gender::unknown;
}

std::string_view office_of(std::string_view title) {
  const auto* found = long_forms().find(title);
  return found == nullptr ? title : *found;
}

}  // namespace sayso
