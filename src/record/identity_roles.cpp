#include <array>
#include <unordered_map>

#include "record/identity_parts.h"
#include "text/words/word_set.h"

namespace sayso::record {
namespace {

// One field a line. Nouns that go with many fields (president, director, chief, leader, founder) are in none.
constexpr std::array kFields = {
    "senator representative congressman congresswoman mayor governor minister lawmaker councillor councilor councilman councilwoman councilmember "
    "premier chancellor mp mep msp delegate legislator candidate politician assemblyman assemblywoman nominee democrat republican ambassador "
    "envoy diplomat consul alderman commissioner undersecretary treasurer congressmember assemblymember parliamentarian incumbent",
    "striker goalkeeper keeper midfielder defender coach player quarterback pitcher athlete footballer forward winger swimmer skater jockey golfer "
    "cyclist boxer batsman bowler cricketer rower referee surfer gymnast sprinter runner skier outfielder catcher linebacker wrestler "
    "fullback halfback climber mountaineer racer champion sportsman sportswoman trainer",
    "singer rapper drummer guitarist musician soprano tenor violinist pianist bassist composer songwriter conductor cellist dj vocalist organist "
    "baritone frontman frontwoman trumpeter saxophonist",
    "actor actress comedian filmmaker screenwriter dancer ballerina choreographer presenter broadcaster",
    "novelist poet author writer playwright biographer essayist",
    "painter sculptor artist photographer architect designer illustrator potter",
    "lawyer attorney judge justice prosecutor counsel solicitor barrister magistrate",
    "sheriff officer detective inspector constable superintendent trooper policeman policewoman deputy cop",
    "general colonel major sergeant lieutenant admiral soldier commander corporal brigadier marine private",
    "doctor nurse surgeon physician epidemiologist dentist psychiatrist paramedic midwife pediatrician paediatrician neurologist oncologist "
    "cardiologist pharmacist coroner",
    "professor scientist geologist astronomer physicist economist historian biologist chemist researcher sociologist lecturer archaeologist "
    "anthropologist mathematician climatologist ecologist epidemiologist scholar psychologist zoologist botanist meteorologist",
    "bishop archbishop priest pastor imam rabbi cardinal pope vicar deacon minister preacher",
    "executive ceo banker trader entrepreneur analyst broker financier businessman businesswoman economist accountant industrialist",
    "reporter columnist journalist correspondent editor blogger",
    "teacher headteacher principal headmaster headmistress", "farmer beekeeper rancher grower shepherd", "plumber", "carpenter", "fireman firefighter",
    "chef cook baker butcher waiter waitress bartender", "driver trucker", "student pupil", "engineer", "fisherman skipper sailor", "miner", "pilot astronaut",
    "librarian", "hairdresser", "electrician", "gardener", "tailor", "janitor caretaker", "mechanic", "tour-guide ranger"};

using Fields = std::unordered_map<std::string_view, std::uint64_t>;

Fields build() {
  Fields out;
  for (std::size_t i = 0; i < kFields.size(); ++i) for_each_word(kFields[i], [&](std::string_view word) { out[word] |= std::uint64_t{1} << i; });
  return out;
}

}  // namespace

std::string_view head_of(std::string_view role) {
  role = role.substr(0, role.find(" of "));
  const std::size_t space = role.rfind(' ');
  return space == std::string_view::npos ? role : role.substr(space + 1);
}

std::string_view place_of(std::string_view role) {
  const std::size_t of = role.find(" of ");
  return of == std::string_view::npos ? std::string_view() : role.substr(of + 4);
}

std::uint64_t fields_of(std::string_view role) {
  static const Fields table = build();
  const auto field = [&](std::string_view word) {
    const auto found = table.find(word);
    return found == table.end() ? 0 : found->second;
  };
  const std::string_view head = head_of(role);
  if (head == "chief" && role.starts_with("police")) return field("officer");
  if (head == "chief" && role.starts_with("fire")) return field("firefighter");
  if (head == "general" && role.starts_with("attorney")) return field("attorney");
  if (head == "minister" && role.size() > head.size()) return field("governor");  // "foreign minister": no clergyman
  return field(head);
}

}  // namespace sayso::record
