#include "text/words/epithets.h"

#include "text/words/word_set.h"

namespace sayso {

bool is_epithet(std::string_view word) {
  static const WordSet set(
      "billionaire hopeful nominee incumbent witness defendant accused suspect victim claimant "
      "plaintiff "
      "winner loser champion star superstar hunk beauty heartthrob legend icon diva starlet actor actress comedian "
      "singer rapper songwriter musician player striker winger forward midfielder defender goalkeeper "
      "quarterback "
      "streamer gamer influencer model presenter novelist poet politician lawmaker veteran millionaire tycoon "
      "mogul entrepreneur businessman businesswoman pensioner retiree widow widower octogenarian nonagenarian "
      "septuagenarian sexagenarian centenarian celebrity artist filmmaker magnate heir heiress challenger "
      "frontrunner front-runner favourite favorite underdog newcomer rookie prodigy medalist medallist athlete runner "
      "swimmer boxer wrestler golfer cyclist climber sailor physicist chemist biologist scientist mathematician "
      "historian philosopher economist keeper hermit adventurer explorer inventor whistleblower dissident activist "
      "campaigner fugitive hostage survivor newlywed bachelor wordsmith linchpin playmaker hitmaker frontman "
      "frontwoman "
      "goalie fullback full-back centre-half centre-back center-back left-back right-back wing-back sweeper defenceman "
      "defenseman centre-forward center-forward scrum-half fly-half flanker hooker "
      "pitcher shortstop infielder outfielder slugger batsman batter bowler spinner seamer all-rounder "
      "allrounder wicketkeeper linebacker cornerback kicker punter lineman halfback "
      "tailback jockey rower hurdler sprinter jumper thrower "
      "gymnast skater skier snowboarder surfer diver fencer archer judoka footballer cricketer marathoner triathlete "
      "stalwart talisman skipper scorer goalscorer marksman netminder debutant debutante teammate "
      "soprano tenor baritone contralto mezzo cellist violinist pianist guitarist drummer bassist saxophonist "
      "trumpeter organist harpist flautist flutist vocalist crooner frontperson rocker popstar balladeer "
      "singer-songwriter dj performer dancer ballerina choreographer conductor composer lyricist virtuoso "
      "entertainer funnyman funnywoman comedienne magician illusionist ventriloquist clown "
      "painter sculptor potter illustrator cartoonist playwright dramatist screenwriter "
      "memoirist essayist biographer wordsmith bard laureate "
      "youtuber vlogger blogger tiktoker podcaster instagrammer socialite fashionista "
      "schoolboy schoolgirl pupil sixth-former undergraduate graduate dropout apprentice trainee toddler tot tyke "
      "grandma grandpa nan gran granny grandad nonagenarian great-grandmother great-grandfather great-gran "
      "grandmother grandfather mother father dad mum mom mummy stepmother stepfather bride groom "
      "bridegroom newlyweds divorcee divorcé divorcée expat exile refugee asylum-seeker migrant immigrant islander "
      "local highlander londoner parisian texan californian aussie brit scot welshman irishman englishman frenchman "
      "geordie yorkshireman cornishman "
      "lottery-winner prizewinner hero heroine saviour savior rescuer daredevil adventuress "
      "con-man conman fraudster swindler thief burglar killer murderer arsonist crook hacker offender prisoner inmate "
      "convict ex-convict lifer poacher smuggler "
      "developer restaurateur hotelier financier philanthropist industrialist impresario oligarch plutocrat "
      "self-starter hobbyist enthusiast collector breeder beekeeper crofter smallholder farmer rancher "
      "fisherman trawlerman lobsterman oysterman shepherd gardener twitcher birdwatcher stargazer "
      "reformer firebrand maverick rebel outsider loyalist hardliner "
      "senator-elect mayor-elect governor-elect president-elect ex-mayor "
      "ex-minister ex-president ex-soldier "
      "genius polymath boffin academic researcher astronomer botanist zoologist entomologist ornithologist geologist "
      "archaeologist paleontologist palaeontologist anthropologist psychologist sociologist epidemiologist virologist "
      "neuroscientist ecologist climatologist oceanographer seismologist volcanologist meteorologist");
  return set.contains(word) || word == "royal" || word == "native" || word == "comic" || word.ends_with("ologist") ||
         is_bare_epithet(word);
}

bool is_bare_epithet(std::string_view word) {
  static const WordSet set(
      "democrat republican man woman boy girl person old teenager teen youngster youth child lad lass");
  return set.contains(word);
}

}  // namespace sayso
