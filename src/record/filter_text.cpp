#include "record/filter_text.h"

#include <algorithm>
#include <array>

#include "record/named.h"

namespace sayso::record {
namespace {

constexpr std::array kKinds = {Kind::direct, Kind::indirect, Kind::mixed};
constexpr std::array kStances = {Stance::asserts,  Stance::denies,   Stance::asks,    Stance::orders,
                                 Stance::promises, Stance::believes, Stance::intends, Stance::alleges};
constexpr std::array kChannels = {ChannelType::interview, ChannelType::call,    ChannelType::post,      ChannelType::statement, ChannelType::press_conference,
                                  ChannelType::speech,    ChannelType::testimony, ChannelType::filing,  ChannelType::message,   ChannelType::letter,
                                  ChannelType::broadcast, ChannelType::publication, ChannelType::meeting};

void put(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out.append(key).append("\t");
  for (const char c : value) out += c == '\n' || c == '\t' ? ' ' : c;
  out += '\n';
}

template <class Enum>
void put_names(std::string& out, std::string_view key, const std::vector<Enum>& values) {
  for (const Enum value : values) put(out, key, sayso::name_of(value));
}

void put_texts(std::string& out, std::string_view key, const std::vector<std::string>& values) {
  for (const std::string& value : values) put(out, key, value);
}

template <class Enum, std::size_t N>
void take(const std::array<Enum, N>& all, std::string_view name, std::vector<Enum>& out) {
  if (const auto value = named(all, name)) out.push_back(*value);
}

void take(Filter& out, std::string_view key, std::string_view value) {
  if (key == "query") out.query = value;
  if (key == "by") out.by.emplace_back(value);
  if (key == "to") out.to.emplace_back(value);
  if (key == "via") out.via.emplace_back(value);
  if (key == "outlet") out.outlets.emplace_back(value);
  if (key == "since") out.since = value;
  if (key == "until") out.until = value;
  if (key == "kind") take(kKinds, value, out.kinds);
  if (key == "stance") take(kStances, value, out.stances);
  if (key == "channel") take(kChannels, value, out.channels);
  if (key == "type") take(kSourceTypes, value, out.types);
  if (key == "old_versions") out.old_versions = true;
}

}  // namespace

std::string pack_filter(const Filter& f) {
  std::string out;
  put(out, "query", f.query);
  put_texts(out, "by", f.by);
  put_texts(out, "to", f.to);
  put_texts(out, "via", f.via);
  put_texts(out, "outlet", f.outlets);
  put(out, "since", f.since.value_or(""));
  put(out, "until", f.until.value_or(""));
  put_names(out, "kind", f.kinds);
  put_names(out, "stance", f.stances);
  put_names(out, "channel", f.channels);
  put_names(out, "type", f.types);
  if (f.old_versions) put(out, "old_versions", "1");
  return out;
}

Filter unpack_filter(std::string_view packed) {
  Filter out;
  while (!packed.empty()) {
    const std::string_view line = packed.substr(0, packed.find('\n'));
    packed.remove_prefix(std::min(line.size() + 1, packed.size()));
    const std::size_t tab = line.find('\t');
    if (tab != line.npos) take(out, line.substr(0, tab), line.substr(tab + 1));
  }
  return out;
}

bool is_everything(const Filter& filter) { return pack_filter(filter).empty(); }

}  // namespace sayso::record
