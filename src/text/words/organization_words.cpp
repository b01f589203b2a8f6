#include "text/words/organization_words.h"

#include "text/words/word_set.h"

namespace sayso {

bool is_organization_word(std::string_view word) {
  static const WordSet set(
      "academy administration agency airlines airways alliance army assembly associates association athletic authority bancorp bank bar "
      "board brands brewery brigade brotherhood bureau cabinet campaign capital caucus center centre chamber charity church city-council "
      "clinic club co coalition college commission committee commons company confederation conference congress consortium consulting "
      "cooperative corp corporation corps council counsel court department diocese directorate district division electric energy enterprises "
      "entertainment exchange federation festival fellowship foods force forces forum foundation foundries fund gallery games "
      "gmbh government group guard holdings hospital hotel hotels house inc industries initiative institute institution insurance "
      "insurers international investments laboratories labs league legislature library limited llc llp ltd ministry mills mission mosque "
      "motors movement museum navy network nations office orchestra organisation organization pac palace parliament partners "
      "partnership party patrol pharmaceuticals pharma plc police press productions project prosecutors railway records reserve resources restaurant "
      "school schools senate service services society solutions stores studios synod systems team technologies technology theater theatre "
      "therapeutics treasury tribunal trust union united university ventures watch works workshop zoo fc ag sa nv kg se "
      "bulletin chronicle courier dispatch echo examiner gazette globe guardian herald independent inquirer journal ledger magazine mail "
      "media mercury mirror monitor news observer post radio record register reporter review sentinel standard star sun telegraph times "
      "today tribune tv voice weekly wire daily minute clarion grupo groupe gruppe banco banque compagnie fondation ministerio partido bundesbank advertiser argus broadcasting television "
      "rovers wanderers rangers albion hotspur afc cf streamworks photonics biologics robotics semiconductors dynamics analytics logistics aerospace petroleum minerals mining "
      "chemicals plastics textiles beverages brewing bakery bakeries dairy supermarkets pharmacy realty properties estates builders contractors construction engineering steel metals "
      "shipping ferries aviation automotive software digital publishing securities mutual assurance lending financial solvents biotech biosciences diagnostics genomics breweries distillers distillery "
      "orchards creamery nurseries airlines lines brothers freight haulage telecom telecoms wireless networks newswire press-association guild conservancy constabulary infirmary polytechnic secretariat inspectorate "
      "ombudsman observatory choir quartet collective syndicate");
  return set.contains(word);
}

bool is_ambiguous_organization_word(std::string_view word) {
  static const WordSet set("academy bank bar capital church court day energy force forum games guard hall house mills mission post "
                           "power press star sun times union voice watch works mail mercury mirror monitor record register reporter minute daily "
                           "school se sa co echo day temple counsel today court chamber page gates fields banks steel builders dairy choir quartet ombudsman albion rangers digital mutual lines brothers");
  return set.contains(word);
}

bool continues_with_of(std::string_view word) {
  static const WordSet set(
      "academy administration agency archdiocese army assembly association bank bishop bar board brotherhood bureau center centre chamber "
      "chambers church city college commission committee company conference confederation congress council court courts daughters "
      "department departments diocese district doctors faculty federation federations fellowship foundation friends house institute "
      "institutes institution islands isle journal kingdom league legion library ministry museum museums office order organisation organization palace "
      "parliament party people republic royal school schools society sons speaker state states surgeon-general theatre town treasury union university "
      "village voice women daughters players knights american students supreme bureau guild");
  return set.contains(word);
}

bool continues_with_for(std::string_view word) {
  static const WordSet set("department departments ministry agency authority board bureau commission alliance union campaign trust action americans association campaign center centers centre centres citizens coalition committee council "
                           "doctors families foundation friends fund group institute justice lawyers league mothers network office "
                           "organization parents people project scientists society students women workers association secretariat");
  return set.contains(word);
}

bool is_company_suffix(std::string_view word) {
  static const WordSet set("inc ltd llc llp corp co plc lp sa ag gmbh");
  return set.contains(word);
}

bool is_outlet_word(std::string_view word) {
  static const WordSet set("advertiser argus broadcasting bulletin chronicle clarion courier daily dispatch echo examiner gazette globe guardian "
                           "herald independent inquirer journal ledger magazine mail media mercury mirror monitor news observer post press radio "
                           "record register review sentinel standard star sun telegraph television times today tribune tv voice weekly wire minute");
  return set.contains(word);
}

bool is_known_outlet(std::string_view word) {
  static const WordSet set("reuters politico bloomberg axios cnn msnbc nbc cbs abc bbc npr pbs afp ap upi itv cnbc fox forbes newsweek "
                           "buzzfeed vox slate salon breitbart huffpost wired vice univision telemundo c-span cspan hulu espn tass xinhua "
                           "interfax ansa dpa haaretz politifact economist atlantic guardian time newsmax qz quartz gizmodo techcrunch");
  return set.contains(word);
}

bool is_document_name_word(std::string_view word) {
  static const WordSet set("act amendment bible bill charter clause constitution convention covenant declaration protocol koran "
                           "quran report resolution statute testament treaty agreement accord poll survey census study index order proposition");
  return set.contains(word);
}

}  // namespace sayso
