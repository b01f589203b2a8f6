#include "read/archive/record_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sayso {
namespace {

// Of a block that nobody asked for: held until the end is seen to be right.
constexpr std::size_t kHeldBlock = std::size_t{16} << 20;
// Records follow each other after two line ends (WARC) or one (ARC).
constexpr std::size_t kMostLineEnds = 4;  // bytes
constexpr std::uint64_t kMostLength = std::uint64_t{1} << 60;  // sums with it stay in 64 bits

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

std::size_t count_line_ends(std::string_view text) {
  return std::min(text.find_first_not_of("\r\n"), text.size());
}

}  // namespace

void RecordReader::report(std::uint64_t offset, std::string message, ErrorCode code) {
  faults_.push_back({code, {}, fmt::format("at byte {}: {}", offset, message)});
}

void RecordReader::fault(std::string message) { fault_ = std::move(message); }

std::string RecordReader::take_fault() { return std::exchange(fault_, {}); }

std::optional<Result<const RecordHeader*>> RecordReader::next() {
  if (in_record_) finish();
  for (;;) {
    if (!faults_.empty()) {
      Error error = std::move(faults_.front());
      faults_.pop_front();
      return tl::unexpected(std::move(error));
    }
    if (over_) return {};
    bytes_.consume(count_line_ends(bytes_.window()));
    bytes_.ensure(kRecordBeginBytes);
    const auto window = bytes_.window();
    if (window.empty()) {
      pass_break();
    } else if (is_line_end(window[0])) {
      continue;
    } else if (!begins_record(window)) {
      pass_junk();
    } else if (read_head()) {
      return &header_;
    }
  }
}

// The window is empty and does not go on: what is the matter?
void RecordReader::pass_break() {
  if (bytes_.failure()) {
    faults_.push_back(*bytes_.failure());
    over_ = true;
    return;
  }
  if (!bytes_.broken()) {
    over_ = !bytes_.fill() && !bytes_.broken() && !bytes_.failure();
    return;
  }
  if (!std::exchange(break_told_, false)) report(bytes_.broken()->offset, bytes_.broken()->why);
  over_ = !bytes_.recover() && !bytes_.failure();
}

// The first place in that part of the window where a record begins: at the start of a packed member, or as find_record() finds it.
std::size_t RecordReader::find_next(std::size_t from, std::size_t to, std::size_t members_from, bool line_begins) const {
  const auto window = bytes_.window();
  const auto in_text = find_record(window, from, to, line_begins);
  const auto end = std::min({to, in_text, window.size()});
  for (auto at = bytes_.next_member(members_from); at < end; at = bytes_.next_member(at + 1)) {
    if (begins_record(window.substr(at))) return at;
  }
  return in_text;
}

// What is no record, up to where one begins.
void RecordReader::pass_junk() {
  const std::uint64_t offset = bytes_.offset_of(0);
  std::uint64_t passed = 0;
  bool line_begins = true;
  for (bool found = false; !found;) {
    const bool more = bytes_.ensure(2 * kRecordBeginBytes);
    const auto window = bytes_.window();
    // Less than there is, so that it does not matter how the bytes come in.
    const std::size_t sure = more ? window.size() - kRecordBeginBytes : window.size();
    const std::size_t next = find_next(0, sure, 0, line_begins);
    found = next != window.npos || !more;
    const std::size_t size = std::min(next, sure);
    line_begins = size > 0 && window[size - 1] == '\n';
    passed += size;
    bytes_.consume(size);
  }
  // What a broken member unpacked to behind its record was told of with it.
  if (break_told_ && bytes_.broken() && bytes_.broken()->offset == offset) return;
  report(offset, fmt::format("{} bytes that are no record", passed));
}

bool RecordReader::read_head() {
  std::size_t size = head_size(bytes_.window());
  while (size == std::string_view::npos && bytes_.window().size() <= kMaxHead && bytes_.fill()) {
    size = head_size(bytes_.window());
  }
  const std::uint64_t offset = bytes_.offset_of(0);
  if (size == std::string_view::npos || size > kMaxHead) {
    const bool cut = bytes_.window().size() <= kMaxHead;
    report(offset, cut ? "the head of a record ends too early" : fmt::format("a head of more than {} bytes", kMaxHead));
    bytes_.consume(1);  // no record begins here
    const std::size_t told = faults_.size();
    pass_junk();
    faults_.resize(told);  // what is passed now is that head
    return false;
  }
  head_.assign(bytes_.window().substr(0, size));
  sayso::read_head(head_, header_);
  header_.offset = offset;
  bytes_.consume(size);
  in_record_ = true;
  measured_ = false;
  fault_.clear();
  return true;
}

std::string_view RecordReader::peek(std::size_t size) {
  if (!measured_ && header_.length) {
    bytes_.ensure(std::min<std::uint64_t>(*header_.length, size));
    return bytes_.window().substr(0, std::min<std::uint64_t>(*header_.length, bytes_.window().size()));
  }
  measure();
  return bytes_.window().substr(0, block_size_);
}

Result<std::string_view> RecordReader::block(std::size_t max_bytes) {
  const auto too_large = [&] {
    return tl::unexpected(Error{ErrorCode::too_large, {}, fmt::format("larger than {} bytes", max_bytes)});
  };
  // A length of petabytes is no reason to read them; where it is plain that they are not there, it is another fault.
  const bool much = header_.length && *header_.length > max_bytes && *header_.length > kHeldBlock;
  if (much && bytes_.ensure(kHeldBlock)) return too_large();
  measure();
  if (block_size_ > max_bytes) return too_large();
  return bytes_.window().substr(0, block_size_);
}

// How large the block is, whatever its head says; all of it is in the window then.
void RecordReader::measure() {
  if (measured_) return;
  measured_ = true;
  if (!header_.length) return measure_without_length();
  const auto declared = static_cast<std::size_t>(std::min(*header_.length, kMostLength));
  bytes_.ensure(declared + kRecordBeginBytes);
  block_size_ = declared;
  if (end_at(declared) != End::good) repair_end(declared);
  // Its member breaks behind it, and be it that the checksum is wrong: what was unpacked cannot be relied on.
  const auto& broken = bytes_.broken();
  if (fault_.empty() && broken && broken->offset == header_.offset && bytes_.is_packed()) {
    break_told_ = true;
    fault(broken->why);
  }
}

RecordReader::End RecordReader::end_at(std::size_t size) {
  const auto window = bytes_.window();
  if (window.size() < size) return End::cut;
  const auto rest = window.substr(size);
  const auto after = rest.substr(count_line_ends(rest));
  return after.empty() || begins_record(after) ? End::good : End::wrong;
}

std::size_t RecordReader::without_line_ends(std::string_view text, std::size_t size, std::size_t most) {
  for (std::size_t i = 0; i < most && size > 0 && is_line_end(text[size - 1]); ++i) --size;
  return size;
}

// The block does not end where its head says: it is cut off, or the length is wrong, or junk follows.
void RecordReader::repair_end(std::size_t declared) {
  // A member that is cut off is found to be so some way behind the next one's beginning.
  if (bytes_.is_packed()) bytes_.ensure(declared + kHeldBlock / 4);
  const auto window = bytes_.window();
  const auto inside = find_next(0, declared, 0);
  if (inside != window.npos && inside < declared) {
    block_size_ = without_line_ends(window, inside, kMostLineEnds);
    return fault(fmt::format("the block is said to have {} bytes, but the next record begins after {}", declared, inside));
  }
  if (window.size() < declared) {
    block_size_ = window.size();
    break_told_ = bytes_.broken().has_value();
    const auto why = break_told_ ? " (" + bytes_.broken()->why + ")" : "";
    return fault(fmt::format("the block ends after {} of {} bytes{}", block_size_, declared, why));
  }
  if (count_line_ends(window.substr(declared)) > 0) return;  // it ends well, and something else follows
  bytes_.ensure(declared + kHeldBlock / 4);
  const auto all = bytes_.window();
  const auto next = find_next(declared, declared + kHeldBlock / 4, declared);
  const bool at_end = next == all.npos && all.size() < declared + kHeldBlock / 4;
  if (next == all.npos && !at_end) return;  // left to pass_junk()
  block_size_ = without_line_ends(all, at_end ? all.size() : next, kMostLineEnds);
  fault(fmt::format("the block is said to have {} bytes and has {}", declared, block_size_));
}

// Up to where the next record begins.
void RecordReader::measure_without_length() {
  std::size_t from = 0;
  for (;;) {
    const auto window = bytes_.window();
    const auto found = find_next(from, window.size(), from);
    if (found != window.npos) {
      block_size_ = without_line_ends(window, found, kMostLineEnds);
      break;
    }
    block_size_ = window.size();
    from = window.size() - std::min(window.size(), kRecordBeginBytes);
    if (window.size() > kHeldBlock || !bytes_.fill()) break;
  }
  fault(fmt::format("without a length that can be read; {} bytes up to the next record", block_size_));
}

// A block that is too large to be held and that nobody wants. Where its length turns out to be wrong, the first place in it
// that looks like a record is gone back to, if the source can be read twice. That is done once, so that time stays linear: from
// then on the first such place is taken at once.
void RecordReader::stream_past() {
  std::uint64_t left = *header_.length;
  std::optional<std::uint64_t> candidate;
  for (bool line_begins = true; left > 0;) {
    const bool more = bytes_.ensure(2 * kRecordBeginBytes);
    const auto window = bytes_.window();
    if (window.empty()) break;
    // Less than there is, so that a record's beginning is not cut in two.
    const std::size_t sure = more ? window.size() - kRecordBeginBytes : window.size();
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left, sure));
    const auto found = candidate ? window.npos : find_next(0, size, 0, line_begins);
    // A member that begins with a record settles it; a line may be part of the block.
    if (found != window.npos && (lengths_lie_ || bytes_.next_member(found) == found)) {
      const auto there = *header_.length - left + found;
      bytes_.consume(found);
      return fault(fmt::format("the block is said to have {} bytes, but the next record begins after {}", *header_.length, there));
    }
    if (found != window.npos) candidate = bytes_.offset_of(found);
    line_begins = window[size - 1] == '\n';
    bytes_.consume(size);
    left -= size;
  }
  bytes_.ensure(kRecordBeginBytes);
  if (left == 0 && end_at(0) == End::good) return;
  if (left > 0) bytes_.consume(bytes_.window().size());
  const std::uint64_t there = *header_.length - left;
  if (candidate && !bytes_.is_packed() && bytes_.jump(*candidate)) {
    lengths_lie_ = true;
    return fault(fmt::format("the block is said to have {} bytes, but a record begins inside it, at byte {}", *header_.length, *candidate));
  }
  if (left > 0) fault(fmt::format("the block ends after {} of {} bytes", there, *header_.length));
}

void RecordReader::finish() {
  in_record_ = false;
  if (!measured_ && header_.length && *header_.length > kHeldBlock) {
    stream_past();
  } else {
    measure();
    bytes_.consume(std::min(block_size_, bytes_.window().size()));
  }
  if (!fault_.empty()) report(header_.offset, take_fault());
}

bool RecordReader::jump(std::uint64_t offset) {
  if (!bytes_.jump(offset)) return false;
  in_record_ = over_ = false;
  faults_.clear();
  fault_.clear();
  return true;
}

}  // namespace sayso
