#include "text/words/given_names.h"

#include <algorithm>
#include <vector>

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
constexpr std::string_view kShortForms[] = {
    "aaron az", "abigail abby gail", "abraham abe", "adam ad", "adrian ade", "agnes aggie", "alastair al ally", "albert al bert", "aleksandr sasha",
    "alexander alex al sandy alec lex xander", "alexandra alex sandra lexi sasha", "alfred al fred alf", "alistair al ally", "allison ali",
    "amanda mandy", "amelia millie", "anastasia nastya", "andrea andi", "andrew andy drew", "angela angie", "angus gus", "ann annie", "anne annie",
    "anthony tony", "antonia toni", "antonio tony", "archibald archie", "arnold arnie", "arthur art", "augusta gussie", "augustus gus",
    "barbara barb", "bartholomew bart", "beatrice bea", "benjamin ben", "bernard bernie", "beverley bev", "beverly bev", "bridget bridie biddy",
    "cameron cam", "caroline caro carrie", "carolyn carrie", "cassandra cass cassie", "catherine cathy kate", "cecilia cissy", "cecily cis",
    "charles charlie chuck", "charlotte lottie charlie lotte", "christian chris", "christina tina chris", "christine chris tina",
    "christopher chris kit topher", "clement clem", "clementine clem", "clifford cliff", "concepcion concha", "constance connie", "consuelo chelo",
    "cordelia delia", "cornelius con neil", "crispin cris", "cuthbert bertie", "cynthia cindy", "daniel dan danny", "daniella dani", "danielle dani",
    "david dave", "deborah deb debbie debs", "denise den", "dennis denny", "derek del", "desmond des", "dmitry dima", "dolores lola", "dominic dom",
    "donald don donnie", "dorothy dot", "douglas doug", "duncan dunc", "edith edie", "edmund ed ned", "eduardo lalo", "edward ed eddie ted ned",
    "edwin ed", "ekaterina katya", "elaine lainie", "eleanor nell ellie nora", "elijah eli", "elizabeth liz beth betty betsy eliza lizzie bess libby",
    "elliott ell", "emily em", "emma em", "emmanuel manny", "enrique quique", "ernest ernie ern", "esther essie", "ethan eth", "eugene gene",
    "eugenia genie", "evelyn evie", "ezekiel zeke", "ferdinand ferdy", "fiona fi", "florence flo", "frances fran frankie fanny",
    "francesca fran frankie", "francesco franco", "francis frank frankie", "francisco paco pancho", "franklin frank", "frederick fred freddie",
    "friedrich fritz", "gabriel gabe", "gabrielle gabby", "gareth gaz", "gary gaz", "genevieve gen", "geoffrey geoff", "georgia georgie",
    "georgina georgie gina", "gerald gerry jerry", "geraldine gerry", "gertrude gertie trudy", "gilbert gil", "gillian gill", "giovanni gianni",
    "giuseppe beppe", "graham gra", "gregory greg", "guadalupe lupe", "guillermo memo", "guinevere gwen", "gwendoline gwen", "gwendolyn gwen",
    "hannah han", "harold hal harry", "harriet hattie", "heather heth", "heinrich heinz", "helen nell", "henrietta hattie etta", "henry hank harry",
    "herbert herb bert bertie", "hermione hermy", "hilary hil", "horace horry", "howard howie", "hubert bert", "hugh hughie", "humphrey hump",
    "ignacio nacho", "ignatius iggy", "imogen immy", "irene renie", "isaac ike zak", "isabel izzy belle", "isabella izzy bella",
    "isabelle izzy belle", "isaiah ike", "jacob jake", "jacqueline jackie", "james jim jimmy jamie", "jane janey", "janet jan", "janice jan",
    "jasmine jas", "jason jase", "jeffrey jeff", "jennifer jen jenny", "jeremiah jerry", "jeremy jem", "jerome jerry", "jessica jess jessie",
    "jesus chuy", "joanna jo", "joanne jo", "jocelyn joss", "johannes hans", "john jack johnny jon", "jonathan jon", "jose pepe",
    "joseph joe joey seppi", "josephine jo josie", "joshua josh", "juanita nita", "judith judy jude", "julia jules", "julian jules", "juliette jules",
    "karl kalle", "katherine kate kathy katie kit kitty kath", "kathleen kathy kate", "kathryn kate kathy", "kenneth ken kenny", "kimberly kim",
    "konstantin kostya", "kristina kris", "laura laurie", "lauren loz", "lavinia vinnie", "lawrence larry", "leah lee", "leonard len leo",
    "leopold leo", "leslie les", "lillian lil lily", "linda lindy", "lindsay lin", "lorraine rainie", "louis lou", "lucille lucy",
    "lucinda lucy cindy", "luigi gigi", "lydia lyd", "madeleine maddie", "madeline maddie", "magdalena lena magda", "malcolm mal", "marcia marcie",
    "margaret maggie meg peggy marge mags madge rita", "marguerite margo daisy", "maria mia", "marianne mari", "marilyn mal", "marisol mari",
    "marjorie marge", "martha marty", "martin marty", "martina tina", "mary molly polly", "matilda tilda tilly matty", "matthew matt", "maureen mo",
    "maurice mo", "maximilian max", "maxwell max", "melanie mel", "melinda mel mindy", "melissa mel", "michael mike mick mickey", "mikhail misha",
    "mildred millie", "millicent millie", "miranda mandy", "miriam mimi", "mitchell mitch", "mohamed mo", "mohammed mo", "monica mon",
    "montgomery monty", "morris mo", "muhammad mo", "nadezhda nadia", "nancy nan", "natalia natasha", "natalie nat", "nathan nate nat",
    "nathaniel nate nat", "nichola nicky", "nicholas nick nico", "nicola nicky", "nicole nikki", "nigel nige", "norman norm", "octavia tavi tavy",
    "oliver ollie", "olivia liv livvy", "orlando lando", "oswald oz ozzie", "pamela pam", "patricia pat patty trish tricia", "patrick pat paddy",
    "pauline polly", "penelope penny", "percival percy", "perry pez", "peter pete", "petronella nell", "philip phil", "philippa pippa pip",
    "phillip phil", "phyllis phyl", "prudence pru", "quentin quent", "rachel rach", "ralph ralphie", "randall randy", "randolph randy",
    "raphael rafe", "raymond ray", "rebecca becky becca bex becs", "reginald reg reggie", "richard rich rick dick ricky",
    "robert bob rob bobby robbie bert", "roderick rod", "rodney rod", "ronald ron ronnie", "rosalind ros", "rosario charo", "rosemary rosie",
    "roxanne roxy", "rudolph rudy", "rupert rupe", "russell russ", "salvador sal", "salvatore sal", "samantha sam", "samson sam", "samuel sam",
    "sandra sandy", "saul solly", "sebastian seb", "shirley shirl", "silvester sly", "solomon sol", "sophia sophie", "stanley stan",
    "stephanie steph", "stephen steve", "steven steve", "stuart stu", "susan sue susie", "suzanne sue", "sylvester sly", "sylvia syl",
    "tabitha tabby", "tamara tammy", "tanya tan", "terence terry tel", "terrence terry tel", "theodora thea dora", "theodore ted theo teddy",
    "theresa terry tess", "thomas tom tommy", "tiffany tiff", "timothy tim", "tobias toby", "tristan tris", "ursula ursie", "valerie val",
    "vanessa nessa", "verity vee", "veronica ronnie roni", "victor vic", "victoria vicky tori", "vincent vince", "violet vi", "virgil virg",
    "virginia ginny ginger", "vivian viv", "vivienne viv", "vladimir volodya", "wallace wally", "walter walt", "warren waz", "wesley wes",
    "wilfred wilf fred", "wilhelm willi", "wilhelmina mina", "willard will", "william bill will billy willie", "winifred winnie", "winston win",
    "yevgeny zhenya", "yolanda yola", "yvonne vonnie", "zachariah zach", "zachary zach zack", "zebulon zeb", "zoe zo"};

using Forms = WordMap<std::vector<std::string_view>>;

const Forms& forms() {
  static const Forms table = [] {
    Forms out;
    for (const std::string_view line : kShortForms) {
      std::vector<std::string_view>& list = out[line.substr(0, line.find(' '))];
      for_each_word(line.substr(line.find(' ')), [&](std::string_view form) { list.push_back(form); });
    }
    return out;
  }();
  return table;
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

std::span<const std::string_view> short_forms(std::string_view name) {
  const auto* found = forms().find(name);
  return found == nullptr ? std::span<const std::string_view>() : *found;
}

bool is_short_form(std::string_view a, std::string_view b) {
  return std::ranges::find(short_forms(a), b) != short_forms(a).end() || std::ranges::find(short_forms(b), a) != short_forms(b).end();
}

}  // namespace sayso
