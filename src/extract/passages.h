// How long an occasion holds: "during the interview", "in the call", a transcript, a news conference, testimony.
//
// A statement or a scene (scenes.h) opens an occasion. It holds
//   - for its speakers, as long as nobody else comes between;
//   - over others that come between, only in its paragraph, or for a few more where people talk to each other;
//   - on a call with an audience (analysts), for its hosts and for those who ask them;
//   - for both sides of a call or an exchange of messages, and for those who ask and answer at a meeting;
//   - for all turns of a transcript.
// A day alone holds for its speaker in its paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/addressee.h"
#include "extract/channel.h"
#include "extract/said_at.h"
#include "extract/scenes.h"
#include "extract/story_days.h"
#include "extract/talk.h"

namespace sayso {

// What one statement says of itself, to be completed.
struct Spoken {
  const Attribution& attribution;
  const StatementFrame& frame;
  const Who& who;
  std::optional<FoundParty>& addressee;
  std::int32_t around;  // the enclosing statement; -1 for none, or where that only relays this one
  bool relayed;         // it names another outlet: an occasion of its own
  bool told_there;      // the enclosing statement is spoken at an occasion of its own
  std::optional<FoundChannel>& channel;
  std::optional<FoundDay>& day;
  std::vector<FoundParty>& via;

  const FoundParty* hearer() const { return addressee ? &*addressee : nullptr; }
};

// Read statements in the order of their anchors.
class Passages {
 public:
  Passages(const WordForms& forms, const NameTable& names, const FrameReader& frames, Talk talk,
           std::string_view published);

  // Reads the story on to a token: the scenes before it.
  void read_on(std::uint32_t token);

  // Whom the deed of speech right before a statement was done to: "Cole emailed | colleagues. “I am done,” she wrote."
  TokenRange hearer_of(const Attribution& attribution, const Who& who) const {
    return is_doer(attribution, who) ? deed_->hearer : TokenRange{};
  }

  // From what the days of the next statement are counted.
  KnownDays days() const { return {published_, last_day_}; }

  // Completes a statement by the occasion it belongs to, or opens one. Gives the words that tell of the record (a tape,
  // leaked messages) in which it stands; empty for none.
  TokenRange speak(const Spoken& spoken);

 private:
  struct Occasion {
    std::optional<FoundChannel> channel;
    std::optional<FoundDay> day;
    std::vector<FoundParty> via;         // of an interview or programme: whose
    std::vector<Who> members;            // few: who spoke there
    TokenRange told;                     // of a scene: the words that tell who takes part; empty for a statement's
    std::uint32_t paragraph = 0;         // where it was told of or spoken in last
    bool interrupted = false;            // somebody else spoke since
    bool turns = false;                  // a transcript
    bool between = false;                // of a call or messages: the story tells of both sides
    std::optional<Who> partner;          // to whom the statement that opened it was said
    bool open = false;                   // a meeting: whoever speaks next speaks there
    bool record = false;                 // a tape, a chat: people whom the story names speak there
    std::optional<FoundParty> audience;  // of a call: the analysts, reporters who listen to its hosts
    std::vector<Who> askers;             // those of them who have asked something
    std::optional<Who> host, last;       // who spoke to the audience last, and who spoke last
  };
  static constexpr std::size_t kAskers = 8;
  using Occasions = std::vector<Occasion>;  // of one level, oldest first; at most kKept

  // A deed of speech that no statement is: "Cole apologised on Wednesday."
  struct Deed {
    std::uint32_t entity = kNoEntity;  // whose; none for "he" and "she"
    std::uint32_t paragraph = 0;
    std::optional<FoundDay> day;
    TokenRange hearer;  // "spoke to | reporters"; empty for nobody
  };

  void read_told(std::uint32_t end);
  void read_run(TokenRange run);
  void read_deed(TokenRange run, const std::optional<FoundDay>& day);
  bool is_doer(const Attribution& attribution, const Who& who) const;
  void remember(ChannelType type);
  void open(std::uint32_t owner, Occasion occasion);
  Occasion* find(std::uint32_t owner, const Spoken& s, std::uint32_t paragraph);
  bool is_member(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const;
  static bool is_partner(const Occasion& o, const Who& who);
  bool meets(const Spoken& s) const;
  bool is_outside(const Occasion& o, const Spoken& s) const;
  bool is_writers(TokenRange words) const;
  std::uint32_t sentence_begin(std::uint32_t token) const;
  std::optional<FoundDay> day_of(const Scene& scene) const;
  bool names(const Occasion& o, const Who& who) const;
  bool answers(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const;
  static bool hears(const Occasion& o, const Spoken& s);
  void as_told(const Spoken& s, std::uint32_t paragraph);
  bool asked_there(const Spoken& s, std::uint32_t owner, std::uint32_t paragraph);
  void drop_own_scene(const Spoken& s, std::uint32_t owner);
  bool is_shown_talk(const Occasion& o, const Spoken& s) const;
  bool same_talk(std::uint32_t a, std::uint32_t b) const;
  bool may_join(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const;
  bool holds(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const;
  bool refers_back(const FoundChannel& channel) const;
  static bool goes_on(const WordForms& f, const Occasion& o, const Spoken& s, std::uint32_t paragraph);
  void hear(Occasion& o, const Spoken& s) const;
  bool may_join_call(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const;
  void join(Occasion& o, const Spoken& s, std::uint32_t paragraph);
  void turn(const Spoken& s, std::uint32_t paragraph);
  Occasion announced(std::uint32_t paragraph) const;

  const WordForms& f_;
  const NameTable& n_;
  const FrameReader& frames_;
  std::string published_, last_day_;
  std::vector<Scene> scenes_;
  std::size_t next_scene_ = 0;
  std::uint32_t told_ = 0;    // tokens of the story itself that were read
  std::optional<Deed> deed_;  // the last one, as long as nobody else has spoken
  Talk talk_;
  std::vector<TokenRange> paragraphs_;
  std::vector<std::optional<FoundDay>> entries_;            // of a timeline, by paragraph
  std::optional<ChannelType> assembly_;                     // the hearing or meeting that the story last told of
  std::unordered_map<std::uint32_t, Occasions> occasions_;  // by owner
};

}  // namespace sayso
