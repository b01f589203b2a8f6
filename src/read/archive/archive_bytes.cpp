#include "read/archive/archive_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kStep = std::size_t{128} << 10;      // read or unpacked at a time
constexpr std::size_t kKeptRaw = std::size_t{512} << 10;   // of a member, in which the next one is looked for when it breaks
constexpr std::size_t kTrialBytes = 1024;                  // unpacked of a member to see whether it is one
constexpr std::size_t kTrialRaw = 4096;                    // packed bytes looked at for that
constexpr std::size_t kPiece = std::size_t{32} << 10;      // packed bytes unpacked at a time
constexpr std::size_t kMostMarks = 4096;
// What unpacks to more than this, and to so many times its size, is a bomb.
constexpr std::uint64_t kBombBytes = std::uint64_t{256} << 20;
constexpr std::uint64_t kBombRatio = 200;

constexpr auto kDictionaryFrame = "\x5d\x2a\x4d\x18"sv;

// What members of a packing begin with, as far as it is the same in all of them.
std::string_view mark_of(Packing packing) {
  switch (packing) {
    case Packing::gzip: return "\x1f\x8b\x08"sv;
    case Packing::zstd: return "\x28\xb5\x2f\xfd"sv;
    case Packing::lz4: return "\x04\x22\x4d\x18"sv;
    default: return {};
  }
}

// How much of a member's packed bytes to unpack at once: up to where another may begin.
std::size_t piece_of(std::string_view ahead, std::string_view mark) {
  if (ahead.size() <= mark.size()) return ahead.size();
  const auto found = ahead.substr(1, kPiece + mark.size() - 1).find(mark);
  return found != ahead.npos ? 1 + found : std::min(kPiece, ahead.size() - mark.size() + 1);
}

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

}  // namespace

ArchiveBytes::ArchiveBytes(std::unique_ptr<ByteSource> source, Begins begins, std::uint64_t offset)
    : source_(std::move(source)), begins_(begins), buffer_(8 * kStep), base_(offset), raw_(4 * kStep), raw_offset_(offset) {}

void ArchiveBytes::make_room(std::size_t size) {
  if (buffer_.size() - end_ >= size) return;
  const std::size_t held = end_ - begin_;
  // Moved only where at least as much was consumed: each byte is moved a bounded number of times.
  if (begin_ < held || buffer_.size() - held < size) {
    RawBuffer larger(std::max(buffer_.size(), held + size) + buffer_.size() / 2);
    std::memcpy(larger.data(), buffer_.data() + begin_, held);
    buffer_ = std::move(larger);
  } else {
    std::memmove(buffer_.data(), buffer_.data() + begin_, held);
  }
  begin_ = 0;
  end_ = held;
}

bool ArchiveBytes::detect() {
  known_ = true;
  const auto ahead = raw_ahead(kPackingBytes);
  packing_ = packing_of(ahead);
  unpacker_ = unpacker_of(packing_);
  if (packing_ != Packing::zstd || !ahead.starts_with(kDictionaryFrame)) return !failure_;
  return read_dictionary(raw_ahead(8)) || fail_member("has a broken dictionary");
}

bool ArchiveBytes::fill() {
  if (failure_ || broken_) return false;
  if (!known_ && !detect()) return false;
  make_room(kStep / 2);
  return is_packed() ? fill_packed() : fill_plain();
}

bool ArchiveBytes::fill_plain() {
  if (raw_begin_ < raw_end_) {
    const std::size_t count = std::min(raw().size(), buffer_.size() - end_);
    std::memcpy(buffer_.data() + end_, raw().data(), count);
    raw_begin_ += count;
    end_ += count;
    return true;
  }
  const auto got = source_->read(buffer_.data() + end_, buffer_.size() - end_);
  if (!got) failure_ = got.error();
  end_ += got.value_or(0);
  return got && *got > 0;
}

// False at the end of the file.
bool ArchiveBytes::read_raw() {
  if (at_end_) return false;
  const std::size_t kept_from = in_member_ ? std::max(member_raw_, raw_begin_ - std::min(raw_begin_, kKeptRaw)) : raw_begin_;
  if (kept_from >= raw_.size() / 2 || kept_from == raw_end_) {
    std::memmove(raw_.data(), raw_.data() + kept_from, raw_end_ - kept_from);
    raw_offset_ += kept_from;
    raw_begin_ -= kept_from;
    raw_end_ -= kept_from;
    member_raw_ -= std::min(member_raw_, kept_from);
  }
  if (raw_end_ == raw_.size()) {
    RawBuffer larger(raw_.size() * 2);
    std::memcpy(larger.data(), raw_.data(), raw_end_);
    raw_ = std::move(larger);
  }
  const auto got = source_->read(raw_.data() + raw_end_, raw_.size() - raw_end_);
  if (!got) failure_ = got.error();
  at_end_ = !got || *got == 0;
  raw_end_ += got.value_or(0);
  return !at_end_;
}

std::string_view ArchiveBytes::raw_ahead(std::size_t size) {
  while (raw_end_ - raw_begin_ < size && read_raw()) {
  }
  return raw();
}

std::unique_ptr<Unpacker> ArchiveBytes::unpacker_of(Packing packing) const {
  return packing == Packing::zstd && !dictionary_.empty() ? make_zstd_unpacker(dictionary_) : make_unpacker(packing);
}

// WARC files in zstd may begin with a skippable frame that holds their dictionary, packed or not (IIPC, "WARC zstd").
bool ArchiveBytes::read_dictionary(std::string_view ahead) {
  constexpr std::size_t kMaxDictionary = std::size_t{16} << 20;
  if (ahead.size() < 8) return false;
  const std::size_t size = little_endian(ahead.substr(4));
  if (size > kMaxDictionary) return false;
  ahead = raw_ahead(8 + size);
  if (ahead.size() < 8 + size) return false;
  ahead = ahead.substr(8, size);
  if (packing_of(ahead) != Packing::zstd) {
    dictionary_ = ahead;
  } else {
    dictionary_.resize(kMaxDictionary);
    const auto step = make_unpacker(Packing::zstd)->step(ahead, dictionary_.data(), dictionary_.size());
    dictionary_.resize(step.given);
  }
  unpacker_ = unpacker_of(Packing::zstd);
  raw_begin_ += 8 + size;
  return true;
}

// Goes into the member that lies ahead; false where there is none.
bool ArchiveBytes::start_member(std::string_view ahead) {
  const Packing packing = packing_of(ahead);
  const std::uint64_t offset = raw_offset_ + raw_begin_;
  if (packing == Packing::none) {
    broken_ = {offset, fmt::format("what follows is not packed with {}", name_of(packing_))};
    return false;
  }
  if (packing != packing_) unpacker_ = unpacker_of(packing);
  packing_ = packing;
  unpacker_->start();
  in_member_ = true;
  taken_ = given_ = 0;
  marks_.clear();
  member_raw_ = raw_begin_;
  members_.push_back({position_ + (end_ - begin_), offset});
  return true;
}

bool ArchiveBytes::fail_member(const char* why) {
  const auto offset = in_member_ && !members_.empty() ? members_.back().offset : raw_offset_ + raw_begin_;
  broken_ = {offset, fmt::format("{} data {}", name_of(packing_), why)};
  return false;
}

// The current member at once, if it is all there and not large. False where nothing came of it.
bool ArchiveBytes::unpack_whole() {
  constexpr std::size_t kMostRaw = std::size_t{1} << 20;
  constexpr std::size_t kMostRoom = std::size_t{8} << 20;
  std::size_t room = 4 * kStep;
  for (;;) {
    make_room(room);
    const auto in = raw();
    std::size_t taken = 0, given = 0;
    const auto outcome = whole_.unpack(in, buffer_.data() + end_, buffer_.size() - end_, taken, given);
    if (outcome == WholeMembers::Outcome::done) {
      raw_begin_ += taken;
      end_ += given;
      in_member_ = false;
      return given > 0;
    }
    if (outcome == WholeMembers::Outcome::no_room) {
      room = (buffer_.size() - end_) * 4;
      if (room > kMostRoom) return false;
    } else if (in.size() >= kMostRaw || raw_ahead(in.size() * 2).size() == in.size()) {
      return false;
    }
  }
}

bool ArchiveBytes::fill_packed() {
  for (;;) {
    const auto ahead = raw_ahead(kPackingBytes);
    if (failure_) return false;
    if (!in_member_) {
      if (ahead.empty() || !start_member(ahead)) return false;
      if (packing_ == Packing::gzip && unpack_whole()) return true;
      if (failure_) return false;
      continue;
    }
    const auto mark = mark_of(packing_);
    const bool marked = taken_ > 0 && ahead.starts_with(mark);
    const bool noted = marked && !marks_.empty() && marks_.back().offset == raw_offset_ + raw_begin_;
    // Nothing goes in at a mark until all that was before it has come out.
    const auto piece = marked && !noted ? ahead.substr(0, 0) : ahead.substr(0, piece_of(ahead, mark));
    const std::size_t before = end_;
    const auto step = unpacker_->step(piece, buffer_.data() + end_, buffer_.size() - end_);
    if (piece.empty() && step.given == 0 && marked) note_mark();
    raw_begin_ += step.taken;
    end_ += step.given;
    taken_ += step.taken;
    given_ += step.given;
    if (step.state == Unpacker::State::broken) fail_member("is broken");
    else if (step.state == Unpacker::State::ended) in_member_ = false;
    else if (step.given == 0 && ahead.empty()) fail_member("ends too early");
    else if (given_ > kBombBytes && given_ / kBombRatio > taken_) fail_member("unpacks to more than 200 times its size");
    if (broken_) drop_behind_cut();
    if (broken_) return step.given > 0 && end_ > before;
    if (step.given > 0) return true;
  }
}

// What lies ahead may be the next member, if this one is cut off.
void ArchiveBytes::note_mark() {
  marks_.push_back({position_ + (end_ - begin_), raw_offset_ + raw_begin_});
  if (marks_.size() > kMostMarks) marks_.pop_front();
}

// A member that is cut off goes on into the next one until that makes no sense to the unpacker: such bytes leave the window.
void ArchiveBytes::drop_behind_cut() {
  raw_ahead(kTrialRaw);
  for (const Member& mark : marks_) {
    if (mark.offset < raw_offset_ || mark.begin < position_) continue;
    const std::string_view raw(raw_.data() + (mark.offset - raw_offset_), raw_end_ - (mark.offset - raw_offset_));
    if (!is_member(raw.substr(0, kTrialRaw))) continue;
    end_ = begin_ + static_cast<std::size_t>(mark.begin - position_);
    return;
  }
}

bool ArchiveBytes::ensure(std::size_t size) {
  while (end_ - begin_ < size) {
    if (!fill()) return false;
  }
  return true;
}

void ArchiveBytes::consume(std::size_t size) {
  begin_ += size;
  position_ += size;
  while (members_.size() > 1 && members_[1].begin <= position_) members_.pop_front();
}

std::uint64_t ArchiveBytes::offset_of(std::size_t at) const {
  const std::uint64_t place = position_ + at;
  if (!is_packed()) return base_ + place;
  const auto after = std::upper_bound(members_.begin(), members_.end(), place,
                                      [](std::uint64_t where, const Member& member) { return where < member.begin; });
  return after == members_.begin() ? 0 : std::prev(after)->offset;
}

std::size_t ArchiveBytes::next_member(std::size_t at) const {
  const auto found = std::lower_bound(members_.begin(), members_.end(), position_ + at,
                                      [](const Member& member, std::uint64_t where) { return member.begin < where; });
  return found == members_.end() ? std::string_view::npos : static_cast<std::size_t>(found->begin - position_);
}

// Whether packed bytes are a member: they unpack to the beginning of a record, or to their end without fault.
bool ArchiveBytes::is_member(std::string_view raw) const {
  const auto unpacker = unpacker_of(packing_of(raw));
  if (!unpacker) return false;
  std::string out(kTrialBytes, '\0');
  unpacker->start();
  std::size_t given = 0;
  for (;;) {
    const auto step = unpacker->step(raw, out.data() + given, out.size() - given);
    raw.remove_prefix(step.taken);
    given += step.given;
    if (step.state == Unpacker::State::ended && given > 0) return true;
    const bool stuck = step.state != Unpacker::State::more || (step.given == 0 && step.taken == 0) || given == out.size();
    if (stuck) return begins_(std::string_view(out).substr(0, given));
  }
}

bool ArchiveBytes::recover() {
  // A broken member is found to be so late, perhaps behind the beginning of the next: back to behind its own beginning.
  if (in_member_) raw_begin_ = std::min(raw_begin_, member_raw_ + 1);
  in_member_ = false;
  for (;;) {
    const auto ahead = raw_ahead(kTrialRaw);
    if (failure_ || ahead.size() < kPackingBytes) return raw_begin_ = raw_end_, broken_.reset(), false;
    std::size_t at = 0;
    const std::size_t last = ahead.size() - kPackingBytes;
    const bool whole = at_end_;
    for (; at <= last; ++at) {
      if (!whole && ahead.size() - at < kTrialRaw / 2) break;  // look at it again with more behind it
      const char c = ahead[at];
      if (c != '\x1f' && c != '\x28' && c != '\x04') continue;
      const auto here = ahead.substr(at, kTrialRaw);
      if (packing_of(here) == Packing::none || (c == '\x1f' && here[2] != '\x08') || !is_member(here)) continue;
      raw_begin_ += at;
      broken_.reset();
      return true;
    }
    raw_begin_ += at;
  }
}

bool ArchiveBytes::jump(std::uint64_t offset) {
  auto source = source_->from(offset);
  if (!source) return false;
  if (!known_) detect();
  source_ = std::move(source);
  position_ += end_ - begin_;
  base_ = offset - position_;
  begin_ = end_ = raw_begin_ = raw_end_ = member_raw_ = 0;
  raw_offset_ = offset;
  members_.clear();
  broken_.reset();
  failure_.reset();
  in_member_ = at_end_ = false;
  return true;
}

}  // namespace sayso
