#include "text/words/place_names.h"

#include <deque>
#include <string>

#include "text/words/word_set.h"

namespace sayso {
namespace {

// Several words are joined by "_" here.
constexpr std::string_view kPlaces =
    "afghanistan albania algeria america angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia "
    "bosnia botswana brazil britain bulgaria cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt "
    "england eritrea estonia ethiopia europe finland france gaza germany ghana greece greenland guatemala haiti honduras hungary iceland india "
    "indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait laos latvia lebanon liberia libya "
    "lithuania luxembourg macedonia malawi malaysia mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal "
    "netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda "
    "scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia "
    "turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe asia africa antarctica "
    "united_states united_kingdom new_zealand north_korea south_korea saudi_arabia south_africa sri_lanka costa_rica el_salvador "
    "hong_kong puerto_rico northern_ireland czech_republic united_arab_emirates middle_east latin_america u.s u.s. us usa uk u.k u.k. uae "
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas "
    "kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon "
    "pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming new_york new_jersey new_mexico new_hampshire "
    "north_carolina south_carolina north_dakota south_dakota rhode_island west_virginia d.c d.c. "
    "amsterdam ankara athens atlanta auckland baghdad baltimore bangkok barcelona beijing beirut belfast belgrade berlin birmingham bogota bombay boston "
    "brisbane bristol brooklyn brussels bucharest budapest buffalo cairo cardiff charlotte chicago cincinnati cleveland columbus copenhagen "
    "dallas damascus delhi denver detroit dubai dublin edinburgh frankfurt geneva glasgow hamburg hanoi harlem havana helsinki houston "
    "indianapolis islamabad istanbul jakarta jerusalem johannesburg kabul karachi kiev kyiv lagos leeds lima lisbon liverpool london "
    "madrid manchester manhattan manila melbourne memphis miami milan milwaukee minneapolis minsk montreal moscow mumbai munich nairobi nashville orlando "
    "oslo ottawa oxford paris philadelphia phoenix pittsburgh portland prague pyongyang reykjavik riga rome sacramento santiago seattle seoul "
    "shanghai sofia stockholm sydney tallinn tampa tehran tokyo toronto tripoli tunis vancouver vienna vilnius warsaw zagreb zurich "
    "los_angeles san_francisco san_diego las_vegas new_orleans st_louis st._louis salt_lake_city kansas_city tel_aviv new_delhi mexico_city "
    "buenos_aires rio_de_janeiro cape_town st_petersburg hollywood wall_street silicon_valley capitol_hill";

constexpr std::string_view kGroups =
    "republicans democrats liberals conservatives libertarians progressives moderates independents greens socialists communists marxists "
    "labourites tories whigs nationalists unionists loyalists separatists populists feminists evangelicals christians catholics protestants muslims jews "
    "hindus buddhists sikhs mormons sunnis shiites shia alawites kurds arabs palestinians israelis americans britons brits canadians "
    "mexicans cubans europeans africans asians latinos hispanics germans italians russians ukrainians iranians iraqis syrians afghans "
    "egyptians turks greeks poles swedes danes norwegians finns spaniards australians indians pakistanis brazilians venezuelans koreans "
    "houthis rohingya uighurs uyghurs texans californians floridians iowans ohioans virginians southerners northerners londoners parisians "
    "millennials boomers anglicans methodists baptists quakers lutherans pilgrims zionists islamists salafists jihadists nazis rebels remainers leavers brexiteers "
    "chinese japanese french british irish dutch english";

constexpr std::string_view kAdjectives =
    "republican democratic democrat liberal conservative libertarian progressive independent socialist communist tory labour gop american british english scottish "
    "welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish danish norwegian finnish russian ukrainian "
    "polish czech hungarian romanian bulgarian greek turkish israeli palestinian lebanese syrian iraqi iranian saudi egyptian libyan "
    "tunisian moroccan algerian nigerian kenyan ethiopian somali sudanese indian pakistani afghan bangladeshi chinese japanese korean "
    "taiwanese thai vietnamese indonesian malaysian philippine filipino australian canadian mexican cuban colombian venezuelan brazilian argentine "
    "chilean peruvian haitian african european asian arab jewish muslim islamic christian catholic protestant hindu sunni shiite "
    "kurdish latino latina hispanic texan californian western eastern northern southern";

const WordIndex& places() {
  static std::deque<std::string> names;
  static const auto index = [] {
    WordIndex out;
    for_each_word(kPlaces, [&](std::string_view word) {
      std::string& name = names.emplace_back(word);
      for (char& c : name) c = c == '_' ? ' ' : c;
      out.add(name);
    });
    return out;
  }();
  return index;
}

}  // namespace

bool is_place(std::string_view name) { return places().find(name) != WordIndex::kNone; }

bool is_group_name(std::string_view word) {
  static const WordSet set(kGroups);
  return set.contains(word);
}

bool is_people_adjective(std::string_view word) {
  static const WordSet set(kAdjectives);
  return set.contains(word);
}

bool is_calendar_word(std::string_view word) {
  static const WordSet set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
                           "september october november december mon tue tues wed thu thur thurs fri sat jan feb mar apr jul aug "
                           "sep sept oct nov dec mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter "
                           "thanksgiving halloween ramadan gmt est edt pst pdt utc bst cet");
  return set.contains(word);
}

}  // namespace sayso
