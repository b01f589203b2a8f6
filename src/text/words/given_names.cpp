#include "text/words/given_names.h"

#include <algorithm>
#include <array>

#include "text/words/rarer_given_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

const WordSet& female() {
  static const WordSet set(
      "abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alma alyssa amanda amber amelia amy ana anastasia "
      "andrea angela angelina anita ann anna annabel anne annette annie antonia april ashley astrid audrey aurora ava barbara beatrice "
      "becky bella bernadette bernice beth bethany betsy betty beverly bianca birgit bonnie brenda brianna bridget brigitte brittany brid "
      "camilla candace carla carly carmen carol carole carolina caroline carolyn carrie catherine cathy cecilia celeste celia celine "
      "charlene charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen connie constance cora cordelia "
      "courtney crystal cynthia daisy daniela danielle daphne dawn deb debbie deborah debra deirdre delia delores denise desiree diana diane "
      "dianne dolores dominique donna dora doris dorothy edith edna eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella "
      "ellen elissa eloise elsa elsie emilia emily emma erica erika erin esmeralda esther ethel eugenia eva eve evelyn faith fatima faye "
      "felicia fiona flora florence frances francesca frida gabriela gabrielle gail gemma georgia geraldine gertrude gillian gina ginny "
      "giulia gladys gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen helena helga henrietta hilary hilda hillary "
      "holly hope ida imogen ines inez inés ingrid irena irene iris irma isabel isabella isabelle ivanka ivy jackie jacqueline jade jane "
      "janelle janet janice jasmine jean jeanette jeanne jen jenna jennie jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine joy "
      "joyce juanita judith judy julia juliana julianne julie juliet juliette june jutta kaitlyn kamala kara karen karin kate katherine "
      "kathleen kathryn kathy katie katrina katy kay kayla kellyanne kendra keisha kerry kirsten kirstie kirsty kim kimberly kristen kristin kristina kristine laila "
      "lana lara latoya laura lauren laurie lea leah leila lena leona leticia lila lillian lily linda lindsay lindsey lisa liz liza lois "
      "lola loretta lori lorraine louisa louise lucia lucille lucinda lucy luisa lydia lynda lynn lynne mabel mackenzie maddie madeleine "
      "madeline maggie malala mandy mara marcela marcia margaret margarita margot maria mariam marian marianne marie marilyn marina marisa "
      "marissa marjorie marlene marsha marta martha martina mary matilda maureen mavis maxine maya meagan meg megan meghan mei melanie "
      "melania melinda melissa mercedes mercy meredith mia michele michelle mildred mimi minnie miranda miriam missy moira molly mona "
      "monica monique muriel myra nadia nadine nancy naomi natalia natalie natasha nell nellie nia nicola nicole nikki nina noelle nora "
      "norma odette olga olive olivia olympia oprah pamela pat patience patricia patsy patty paula paulette pauline pearl peggy penelope "
      "penny petra philippa phoebe phyllis polly priscilla priti priya rachel ramona rebecca regina rene renee rhonda rina rita roberta "
      "rochelle ronna rosa rosalie rosalind rosamund rose rosemary rosie roxanne roz ruby ruth sabina sabrina sadie sally samantha sandra "
      "sara sarah savannah selena serena shannon sharon sheila shelley sherry sheryl shirley sienna silvia simone sofia sonia sonya sophia "
      "sophie stacey stacy stella stephanie sue susan susana susanna susannah susie suzanne sybil sylvia tabitha tamara tammy tania tanya "
      "tara tatiana teresa tess tessa thelma theresa tiffany tina toni tonya tracey tracy tricia trish trudy tulsi uma una ursula valentina valerie "
      "vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney wilhelmina willa winifred xenia yasmin "
      "yolanda yvette yvonne zara zoe lyda nita janette shelly marcy jody susanne ilhan rashida ayanna condoleezza sonja bettina gitta ute "
      "annika sigrid solveig aoife siobhan niamh ciara saoirse sinead orla mairead nicky fran libby bess trudi noor nadia leyla zainab "
      "khadija amina mariana lucía sofía maría josé-maría yuki keiko naoko sakura xiu ling mei-ling ngozi amara chiamaka thandi nomvula");
  return set;
}

const WordSet& male() {
  static const WordSet set(
      "aaron abdul abdullah abe abraham adam adolf adrian ahmad ahmed al alan albert alberto aldo alec alejandro alessandro alex alexander "
      "alexei alfonso alfred ali alistair allan allen alvin amir anders andre andreas andrei andres andrew andrés andy angus ansel anthony "
      "anton antonio antony archie arjun arlen armando arne arnold art arthur arturo arvid asif august augustus austin ban barack barney "
      "barry bart bashar basil ben benedict benjamin bennie bernard bernie bert bertrand bill billy bjorn bob bobby boris boyd brad bradley "
      "brandon brendan brent bret brett brian bruce bruno bryan bryce byron cal calvin cameron carl carlo carlos carlton cecil cedric chad "
      "charles charlie chester chip chris christian christoph christopher chuck clarence clark claude clay clayton clement cliff clifford "
      "clint clinton clive clyde cody colin conor connor conrad corey cornelius cory craig curt curtis cyril cyrus dale damian damien damon "
      "dan daniel danny dante darrell darren darryl dave david dean declan demetrius denis dennis denny derek desmond devin dexter diego "
      "dieter dimitri dirk dmitry dominic don donald donnie donny doug douglas drew duane dudley duncan dwayne dwight dylan earl ed eddie edgar "
      "edmund eduardo edward edwin eli elias elijah elliot elliott elmer elon emanuel emil emilio emmanuel enrique eric erik ernest ernesto "
      "ernie erwin ethan eugene evan ewan fabian felipe felix ferdinand fergus fernando floyd francesco francis francisco francois frank "
      "franklin franz fraser fred freddie frederick fritz gabriel garrett garret gareth garry gary gavin gene geoff geoffrey george gerald "
      "gerard gerhard gerry gil gilbert giles giovanni giuseppe glen glenn gordon graeme graham grant greg gregg gregory guillermo gunther gus "
      "gustav guy hal hamid hank hans harold harrison harry harvey hassan hector heinrich henrik henry herb herbert herbie herman hiro "
      "hiroshi horace horst howard hubert hugh hugo hunter hussein ian ibrahim ignacio igor ike ira irving isaac ismail ivan ivar ivo jack "
      "jackson jacob jacques jaime jake jamal james jan jared jarrett jason jasper javier jay jed jeff jefferson jeffrey jeremiah jeremy "
      "jerome jerry jesus jim jimmy joachim joaquin joe joel joey johan johann john johnny jon jonah jonas jonathan jorge jose josef "
      "joseph josh joshua josé juan jude jules julian julio jurgen justin kai karl keith ken kenneth kenny kent kevin khalid khizr kirk klaus "
      "konrad kurt kyle lamar lance larry lars laurence lawrence lee leif leo leon leonard leonardo leopold leroy les lester lewis liam "
      "lindsey linus lionel lloyd logan lou louis luca lucas luc ludwig luigi luis luke luther magnus mahmoud malcolm manuel marc marcel "
      "marco marcos marcus mario mark marshall martin marty marvin mathew mathias matt matthew matthias maurice mauricio max maximilian "
      "maxwell mehdi mehmet mel melvin michael michel miguel mike mikhail miles milo milan milton mitch mitchell mitt mohamed mohammad "
      "mohammed morris moses muhammad murray mustafa myron najib nathan nathaniel ned neil nelson newt niall nicholas nick nicolas nigel "
      "niklas nils noah noel norbert norman oleg oliver olof omar orlando orrin orson oscar osama otto owen pablo paddy patrick paul pavel "
      "pedro percy perry pete peter phil philip philippe phillip pierre piers prescott quentin rafael rafik rahul raj rajiv ralph ramon rand randall "
      "randy raul ray raymond reed reggie reginald reince rene rex rhys ricardo rich richard rick ricky rob robert roberto rod roderick "
      "rodney rodrigo roger roland rolf roman romeo ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rufus rupert russ russell "
      "ryan saad saddam salman salvador sam samir samuel sanjay saul scott sean sebastian serge sergei sergey sergio seth seymour shane "
      "shaun shawn sheldon sid sidney silvio simon solomon spencer stan stanley stefan stefano stephan stephen steve steven stewart "
      "stuart sven tad taylor ted terence terrence terry thad thaddeus theo theodore thom thomas tim timothy tito toby todd tom tomas tommy "
      "tony travis trent trevor tristan troy tucker tyler tyrone ulrich vernon vic victor viktor vince vincent vijay vikram vlad vladimir "
      "wade wallace walt walter warren wayne wendell werner wes wesley wilbur wilfred wilhelm will willard willem william willie wilson "
      "winston wolfgang woodrow woody xavier yasser yuri yusuf zachary zack zane zeke steny donny beto tyson juergen kofi kwame chidi emeka "
      "thabo sipho jamal deandre tomás nicolás jesús raúl martín joão luiz takeshi kenji hideo jin wei xi jinping jong-un shinzo narendra imran");
  return set;
}

const WordSet& either() {
  static const WordSet set("alex jordan casey robin kelly taylor sam chris pat leslie dana jamie terry morgan sandy kim lee jackie jess "
                           "jessie jo ali andrea ashton avery blake cameron charlie dale drew ellis francis frances gale harper hayden "
                           "jan jaden jody kerry kris lindsey lynn marion mel nicky noel parker quinn reese riley rowan shannon sidney "
                           "stevie toni tracy val morgan skyler sasha nikita yuki jean tyler dominique rene grant hunter madison paris");
  return set;
}

// Each line one name and its short forms.
constexpr std::array kShortForms = {
    "abraham abe", "albert al bert", "alexander alex al sandy alec", "alexandra alex sandra", "alfred al fred alf", "andrew andy drew",
    "anthony tony", "antonio tony", "arthur art", "barbara barb", "benjamin ben", "bernard bernie", "carolyn carrie", "catherine cathy kate",
    "charles charlie chuck", "christina tina chris", "christine chris tina", "christopher chris kit", "clifford cliff", "cynthia cindy",
    "daniel dan danny", "david dave", "deborah deb debbie", "dennis denny", "donald don donnie", "dorothy dot", "douglas doug",
    "edmund ed ned", "edward ed eddie ted ned", "edwin ed", "elizabeth liz beth betty betsy eliza lizzie bess libby", "ernest ernie",
    "eugene gene", "frances fran", "francis frank", "franklin frank", "frederick fred freddie", "gabriel gabe", "geoffrey geoff",
    "gerald gerry jerry", "gilbert gil", "gregory greg", "harold hal harry", "henry hank harry", "herbert herb", "jacob jake", "james jim jimmy jamie",
    "jeffrey jeff", "jennifer jen jenny", "jessica jess jessie", "john jack johnny jon", "jonathan jon", "joseph joe joey", "joshua josh",
    "judith judy", "katherine kate kathy katie", "kathleen kathy kate", "kathryn kate kathy", "kenneth ken kenny", "lawrence larry",
    "leonard len leo", "louis lou", "margaret maggie meg peggy marge", "martin marty", "matthew matt", "michael mike mick mickey", "mitchell mitch",
    "nathan nate", "nathaniel nate nat", "nicholas nick", "pamela pam", "patricia pat patty trish tricia", "patrick pat paddy", "peter pete", "philip phil",
    "phillip phil", "rachel rach", "randall randy", "raymond ray", "rebecca becky becca", "reginald reg reggie", "richard rich rick dick ricky",
    "robert bob rob bobby robbie bert", "roderick rod", "rodney rod", "ronald ron ronnie", "russell russ", "samantha sam", "samuel sam", "sandra sandy",
    "stanley stan", "stephen steve", "steven steve", "stuart stu", "susan sue susie", "suzanne sue", "terence terry", "terrence terry",
    "theodore ted theo teddy", "theresa terry tess", "thomas tom tommy", "timothy tim", "valerie val", "veronica ronnie", "victor vic",
    "victoria vicky tori", "vincent vince", "walter walt", "wesley wes", "william bill will billy willie", "zachary zach zack"};

bool in_line(std::string_view line, std::string_view word) {
  bool found = false;
  for_each_word(line, [&](std::string_view w) { found |= w == word; });
  return found;
}

bool is_female(std::string_view word) { return female().contains(word) || rarer_female_names().contains(word); }
bool is_male(std::string_view word) { return male().contains(word) || rarer_male_names().contains(word); }

}  // namespace

bool is_given_name(std::string_view word) {
  return is_female(word) || is_male(word) || either().contains(word);
}

Gender given_name_gender(std::string_view word) {
  if (either().contains(word)) return Gender::unknown;
  const bool f = is_female(word);
  const bool m = is_male(word);
  return f == m ? Gender::unknown : f ? Gender::female : Gender::male;
}

bool is_short_form(std::string_view a, std::string_view b) {
  const auto long_form = [](std::string_view line) { return line.substr(0, line.find(' ')); };
  return std::ranges::any_of(kShortForms, [&](std::string_view line) {
    return (long_form(line) == a && in_line(line, b)) || (long_form(line) == b && in_line(line, a));
  });
}

}  // namespace sayso
